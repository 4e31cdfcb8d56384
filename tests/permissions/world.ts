import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, houseOn } from '../../app/house.ts'
import { webServer } from '../../app/server.ts'
import { sealPlainPhones } from '../../business/organization/people/phones.ts'
import type { Database } from '../../platform/database/database.ts'
import { newId } from '../../platform/kinds/id.ts'
import { Keys, newKey } from '../../platform/secrets/keys.ts'
import { type Caller, seedCallers } from './callers.ts'
import { type Chain, now, seedChain } from './chain.ts'
import { Rewinding } from './rewind.ts'
import { type Records, trade, Work } from './trade.ts'

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  /** The body as text; of a workbook or a PDF nothing readable. */
  readonly text: string
  /** Why it was refused, where it was. */
  readonly why: string | undefined
}

/** The chain behind a real server on a real socket. What a request does can be taken back. */
export interface World {
  readonly chain: Chain
  readonly records: Records
  readonly callers: readonly Caller[]
  readonly house: House
  /** What every house on this database seals and opens with. */
  readonly keys: Keys
  readonly database: Rewinding
  readonly work: Work
  readonly address: string
  /** Where every server on this world keeps what was sent to it. */
  readonly folder: string
  ask(caller: Caller, kind: 'action' | 'view', name: string, input: unknown): Promise<Answered>
  take(caller: Caller, view: string, input: unknown, format: 'csv' | 'xlsx'): Promise<Answered>
  http(caller: Caller, path: string, init?: RequestInit): Promise<Answered>
  close(): Promise<void>
}

export async function openWorld(database: Database): Promise<World> {
  const keys = new Keys(newKey())
  const plain = houseOn(database, keys)
  const work = new Work(plain, database)
  const chain = await database.transaction(seedChain)
  await database.transaction((db) => sealPlainPhones(db, { keys, now }))
  const records = await trade(work, database, chain)
  const callers = await database.transaction((db) => seedCallers(db, chain))
  const rewinding = await Rewinding.over(database)
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-matrix-'))
  const served = await serve(houseOn(rewinding, keys), folder)
  return {
    chain,
    records,
    callers,
    keys,
    database: rewinding,
    work: new Work(served.house, rewinding),
    folder,
    ...served,
    async close() {
      await served.close()
      await rm(folder, { recursive: true, force: true })
      await rewinding.close()
    },
  }
}

/** A server on a free port; a second one over the same state may have something changed. */
export async function serve(house: House, folder: string) {
  const { app } = await webServer(
    house,
    {
      port: 0,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataFolder: folder,
      demo: false,
      behindHttps: false,
    },
    () => now,
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const http = async (caller: Caller, path: string, init: RequestInit = {}): Promise<Answered> => {
    const answer = await fetch(address + path, {
      ...init,
      headers: { 'accept-language': 'zh', ...caller.headers, ...(init.headers as Record<string, string>) },
    })
    return read(answer)
  }
  return {
    house,
    address,
    http,
    ask: (caller: Caller, kind: 'action' | 'view', name: string, input: unknown) =>
      kind === 'view'
        ? http(caller, `/api/see/${name}?input=${encodeURIComponent(JSON.stringify(input))}`)
        : http(caller, `/api/do/${name}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
            body: JSON.stringify(input),
          }),
    take: (caller: Caller, view: string, input: unknown, format: 'csv' | 'xlsx') =>
      http(caller, `/api/export/${view}?format=${format}&input=${encodeURIComponent(JSON.stringify(input))}`),
    close: () => app.close(),
  }
}

/** A CSV file sent by whoever calls; answers its id, a made-up one for those who may not send. */
export async function sentBy(world: World, caller: Caller, content: string): Promise<string> {
  const answer = await world.http(caller, '/api/files', {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'sent.csv' },
    body: content,
  })
  return answer.status === 200 ? (JSON.parse(answer.text) as { id: string }).id : newId()
}

async function read(answer: Response): Promise<Answered> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const type = answer.headers.get('content-type') ?? ''
  const text = /json|text|csv/.test(type) ? bytes.toString('utf8') : ''
  const problem = type.startsWith('application/problem+json')
    ? (JSON.parse(text) as { why: string })
    : undefined
  return { status: answer.status, headers: answer.headers, bytes, text, why: problem?.why }
}
