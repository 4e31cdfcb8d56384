import { expect, test } from 'vitest'
import type { Actor } from '../access/who.ts'
import type { Database } from '../database/database.ts'
import type { Directory } from './directory.ts'
import { httpServer } from './http.ts'
import type { Live } from './live.ts'
import type { Outcome } from './outcome.ts'
import type { Door } from './perform.ts'

const staff: Actor = {
  person: 'p',
  name: '店员',
  language: 'zh',
  device: 'till',
  appointments: [{ position: 'storeManager', store: 's1', areaStores: [] }],
} as never

/** The house's own server around a door that answers when it is told to. */
async function busyHouse() {
  const asked: { name: string; answer: () => void }[] = []
  const perform = (name: string): Promise<Outcome> =>
    new Promise((resolve) => asked.push({ name, answer: () => resolve({ ok: true, answer: name }) }))
  const { app, gate } = await httpServer({
    door: { perform, operations: { 'access.signIn': { who: 'anyone' } } } as unknown as Door,
    directory: { actorOfToken: async () => staff } as unknown as Directory,
    live: {} as Live,
    database: { engine: 'postgres', readOnlyReason: () => undefined } as unknown as Database,
    clock: () => new Date('2026-11-27T04:00:00Z'),
    secureCookies: false,
    limits: { seats: 1, waiting: 2, waitingEach: 1, patience: { action: 60_000, view: 60_000 } },
  })
  const see = (name: string, token: string, remoteAddress = '10.0.0.1') =>
    app.inject({
      remoteAddress,
      url: `/api/see/${name}?language=en`,
      headers: { authorization: `Bearer ${token.padEnd(24, 'x')}` },
    })
  return { app, gate, asked, see }
}
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((tick) => setImmediate(tick))
}

test('a house that is full answers who comes next with when to come again, and everybody it let in', async () => {
  const { app, gate, asked, see } = await busyHouse()
  const first = see('a', 'one', '10.0.0.9')
  await until(() => asked.length === 1)
  const second = see('b', 'two')
  await until(() => gate.admission.waiting === 1)
  // Whoever makes up a new secret for each request does not get a new line with it.
  const ofTheSame = await see('c', 'made up')
  expect(ofTheSame.statusCode).toBe(429)
  expect(ofTheSame.json()).toMatchObject({
    why: 'tooMany',
    title: expect.stringContaining('Too many requests'),
  })
  const third = see('d', 'three', '10.0.0.3')
  await until(() => gate.admission.waiting === 2)
  const beyond = await see('e', 'four', '10.0.0.4')
  expect([beyond.statusCode, beyond.json().why]).toEqual([503, 'busy'])
  expect(Number(beyond.headers['retry-after'])).toBeGreaterThan(0)
  for (let i = 0; i < 3; i++) {
    await until(() => asked.length > i)
    asked[i]!.answer()
  }
  expect((await Promise.all([first, second, third])).map((r) => r.json())).toEqual(['a', 'b', 'd'])
  expect(gate.admission.turned).toEqual({ overloaded: 1, tooMany: 1, waitedLong: 0 })
  await app.close()
})

test('phones of one store are one party from their second request on; signing in does not stand in line', async () => {
  const { app, gate, asked, see } = await busyHouse()
  for (const [i, token] of ['one', 'two'].entries()) {
    const once = see('hello', token)
    await until(() => asked.length === i + 1)
    asked[i]!.answer()
    await once
  }
  const holds = see('a', 'one')
  await until(() => asked.length === 3)
  const waits = see('b', 'one')
  await until(() => gate.admission.waiting === 1)
  expect((await see('c', 'two')).statusCode).toBe(429)
  const signIn = app.inject({ method: 'POST', url: '/api/do/access.signIn', payload: {} })
  await until(() => asked.some((a) => a.name === 'access.signIn'))
  asked.at(-1)!.answer()
  expect((await signIn).statusCode).toBe(200)
  asked[2]!.answer()
  await until(() => asked.some((a) => a.name === 'b'))
  asked.at(-1)!.answer()
  expect((await Promise.all([holds, waits])).map((r) => r.statusCode)).toEqual([200, 200])
  await app.close()
})
