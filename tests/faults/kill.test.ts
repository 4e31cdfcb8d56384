import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../app/root.ts'
import { newId } from '../../platform/kinds/id.ts'

const program = join(root, 'dist', 'jingwei.js')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jingwei-kill-'))
  if (!existsSync(program)) throw new Error('the program is not built: npm run build')
  const made = spawnSync(process.execPath, [program, 'demo', '--days', '3'], {
    env: environment(),
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(`${made.stdout}${made.stderr}`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const environment = () => ({
  ...process.env,
  DATA_DIR: folder,
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  JINGWEI_DEMO: 'off',
})

async function serve(): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, [program, 'serve'], {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said += data.toString()
      const ready = /ready: (http:\/\/\S+)/.exec(said)
      if (ready) resolve({ server, address: ready[1]! })
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.once('exit', () => reject(new Error(`the server did not start: ${said}`)))
  })
}

async function signIn(address: string): Promise<{ cookie: string; store: string; person: string }> {
  const people = (await (await fetch(`${address}/api/see/access.demoPeople`)).json()) as {
    people: { login: string; position: string }[]
  }
  const { login } = people.people.find((p) => p.position === 'storeManager')!
  const reply = await fetch(`${address}/api/do/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'demo' }),
  })
  const cookie = reply.headers.get('set-cookie')!.split(';')[0]!
  const me = (await (await fetch(`${address}/api/see/access.me`, { headers: { cookie } })).json()) as {
    person: { id: string }
    appointments: { store: { id: string } }[]
  }
  return { cookie, store: me.appointments[0]!.store.id, person: me.person.id }
}

test('tickets acknowledged before a kill -9 are all there, once, and everything still adds up', async () => {
  const acknowledged: string[] = []
  for (let round = 0; round < 2; round++) {
    const { server, address } = await serve()
    const { cookie, store, person } = await signIn(address)
    const goal = acknowledged.length + 25
    let dead = false
    const till = async (): Promise<void> => {
      while (!dead) {
        const id = newId()
        const body = JSON.stringify({
          id,
          store,
          lines: [{ style: 'T-1', name: '试', quantity: 1, net: 10_000 }],
          credits: [{ person, share: 1 }],
          tenders: [{ tender: 'cash', amount: 10_000 }],
        })
        const headers = { 'content-type': 'application/json', 'idempotency-key': id, cookie }
        const reply = await fetch(`${address}/api/do/sales.ticket`, { method: 'POST', headers, body }).catch(
          () => undefined,
        )
        if (!reply) return
        if (!reply.ok) throw new Error(await reply.text())
        acknowledged.push(id)
        if (acknowledged.length >= goal && !dead) {
          dead = true
          server.removeAllListeners('exit')
          server.kill('SIGKILL')
        }
      }
    }
    await Promise.all([till(), till(), till()])
    await new Promise((resolve) =>
      server.exitCode === null && server.signalCode === null
        ? server.once('exit', resolve)
        : resolve(undefined),
    )
  }
  const { server, address } = await serve()
  const { cookie, store } = await signIn(address)
  for (const ticket of acknowledged) {
    const seen = await fetch(
      `${address}/api/see/sales.oneTicket?input=${encodeURIComponent(JSON.stringify({ store, ticket }))}`,
      { headers: { cookie } },
    )
    expect(seen.status, ticket).toBe(200)
  }
  server.removeAllListeners('exit')
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  const verified = spawnSync(process.execPath, [program, 'verify', '--json'], {
    env: environment(),
    encoding: 'utf8',
  })
  const found = JSON.parse(verified.stdout) as { name: string; count: number }[]
  expect(found.length).toBeGreaterThan(15)
  expect(found.filter((f) => f.count > 0)).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(50)
})
