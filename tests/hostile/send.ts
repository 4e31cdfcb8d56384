import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../platform/kinds/id.ts'
import type { Caller } from '../permissions/callers.ts'
import type { Answered, World } from '../permissions/world.ts'
import type { HostileFile } from './files.ts'

export interface Sent {
  readonly says: string
  readonly milliseconds: number
  /** Bytes more of resident memory at the worst, of the whole process with the reading thread. */
  readonly memory: number
  readonly faults: readonly string[]
}

/** Every way by which a file is read: what is sent is named by its id in one of these. */
export const readers = [
  ['imports.preview', (file: string) => ({ file })],
  ['targets.readYearFile', (file: string) => ({ file, year: 2027 })],
] as const

/** Sends one file, reads it by every route that reads files, and asks meanwhile whether others are still served. */
export async function sendHostile(
  world: World,
  caller: Caller,
  hostile: HostileFile,
  by: readonly (typeof readers)[number][] = readers,
): Promise<Sent> {
  const body = hostile.make()
  const faults: string[] = []
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 10)
  const started = performance.now()
  let slowest = 0
  try {
    const taken = await world.http(caller, '/api/files', {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': hostile.name },
      body: new Uint8Array(body),
    })
    const file = taken.status === 200 ? (JSON.parse(taken.text) as { id: string }).id : undefined
    if (file === undefined) check(hostile, 'upload', taken, faults)
    else
      for (const [name, input] of by) {
        const one = performance.now()
        const answer = untilRead(world, caller, name, input(file))
        await meanwhile(world, caller, answer, faults)
        check(hostile, name, await answer, faults)
        slowest = Math.max(slowest, performance.now() - one)
      }
  } finally {
    clearInterval(watch)
  }
  if (slowest === 0) slowest = performance.now() - started
  return { says: hostile.says, milliseconds: slowest, memory: most - before, faults }
}

/** A file that takes longer answers how far it is, and is asked about again, as the page does. */
async function untilRead(world: World, caller: Caller, name: string, input: unknown): Promise<Answered> {
  for (;;) {
    const answer = await world.ask(caller, 'view', name, input)
    if (answer.status !== 200 || !answer.text.startsWith('{"state":"reading"')) return answer
    await wait(50)
  }
}

/** Sends a job description within one act; `milliseconds`: how long the answer took. */
export async function sendDocument(world: World, caller: Caller, document: Buffer) {
  const faults: string[] = []
  const started = performance.now()
  const input = { id: newId(), name: '店长.docx', content: document.toString('base64') }
  const answer = world.ask(caller, 'action', 'descriptions.read', input)
  await meanwhile(world, caller, answer, faults)
  const { status, text } = await answer
  if (status >= 500 || /root:x:|node_modules|\.ts:\d/.test(text))
    faults.push(`${status} ${text.slice(0, 160)}`)
  return { status, text, faults, milliseconds: performance.now() - started }
}

function check(
  hostile: HostileFile,
  where: string,
  { status, text, headers }: Answered,
  faults: string[],
): void {
  const told = `${where}: ${status} ${text.slice(0, 160)}`
  if (status >= 500) faults.push(told)
  else if (status !== 200 && !(headers.get('content-type') ?? '').startsWith('application/problem+json'))
    faults.push(`${where}: refused without words`)
  else if (/root:x:|node_modules|\.ts:\d/.test(text)) faults.push(`${where}: tells of the server`)
  // A file of stores is no file of targets: only the import must read it.
  else if (hostile.becomes === 'read' && status !== 200 && where === 'imports.preview') faults.push(told)
  else if (hostile.becomes === 'refused' && status === 200) faults.push(`taken ${told}`)
}

/** While the file is read a small request is answered again and again. */
async function meanwhile(
  world: World,
  caller: Caller,
  until: Promise<unknown>,
  faults: string[],
): Promise<void> {
  let over = false
  until.finally(() => {
    over = true
  })
  await wait(0)
  while (!over) {
    const answer = await world.ask(caller, 'view', 'access.me', {})
    if (answer.status !== 200) faults.push(`others were answered ${answer.status} meanwhile`)
    await wait(20)
  }
}
