import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditInvariants } from '../../../platform/server/audit.ts'
import { jobNumber, openCompany, password, type TestCompany } from './access-for-tests.ts'

let at: TestCompany
let net = 0
/** An address that nobody has tried from. */
const fresh = (): string => `10.9.${Math.floor(++net / 250)}.${net % 250}`

beforeAll(async () => {
  at = await openCompany()
})
afterAll(async () => {
  for (const { name, sql } of auditInvariants)
    expect([name, await at.door.database.query(sql)]).toEqual([name, []])
  await at.close()
})

const minute = 60_000
const wrong = { login: jobNumber('associate'), password: 'not this one' }
const right = { login: jobNumber('associate'), password }

test('nobody of that name, somebody who left, no password yet, a wrong one: the same answer', async () => {
  const { visitor, door } = at
  await door.database.query(`update person set left_on = '2026-01-01' where id = $1`, [at.id.other])
  const answers = []
  for (const login of ['nobody', jobNumber('other'), jobNumber('associate'), '13900000004', "' or 1=1 --"]) {
    const reply = await visitor(fresh()).do('access.signIn', { login, password: 'not this one' })
    answers.push({ status: reply.status, ...reply.body, cookies: reply.headers['set-cookie'] })
  }
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 422, why: 'wrongLogin' })
  await door.database.query(`update person set left_on = null where id = $1`, [at.id.other])
})

test('of forty wrong passwords sent at the same moment only the free ones are looked at', async () => {
  const address = fresh()
  const tries = await Promise.all(
    Array.from({ length: 40 }, () =>
      at.visitor(address).do('access.signIn', { ...wrong, login: jobNumber('colleague') }),
    ),
  )
  const whys = tries.map((t) => t.body.why)
  expect(whys.filter((why) => why === 'wrongLogin')).toHaveLength(5)
  expect(whys.filter((why) => why === 'waitBeforeTrying')).toHaveLength(35)
})

test('wrong tries from elsewhere never keep a person out of a browser that knows her', async () => {
  const own = at.visitor('10.1.1.1')
  expect((await own.do('access.signIn', right)).status).toBe(200)
  // Somebody tries from five hundred addresses: strangers wait, wherever they are.
  for (let i = 0; i < 60; i++) await at.visitor(fresh()).do('access.signIn', wrong)
  expect((await at.visitor(fresh()).do('access.signIn', right)).body.why).toBe('waitBeforeTrying')
  await own.do('access.signOut')
  expect((await own.do('access.signIn', right)).status).toBe(200)
  // Also from another address: the browser is known by its own cookie.
  own.address = fresh()
  expect((await own.do('access.signIn', right)).status).toBe(200)
  at.later(16 * minute)
  expect((await at.visitor(fresh()).do('access.signIn', right)).status).toBe(200)
})

test('a browser that knows one person is no way around the count of another', async () => {
  const shared = at.visitor('10.1.1.2')
  expect((await shared.do('access.signIn', { ...right, login: jobNumber('manager') })).status).toBe(200)
  const victim = { login: jobNumber('director'), password: 'guess' }
  for (let i = 0; i < 5; i++) await shared.do('access.signIn', victim)
  expect((await shared.do('access.signIn', victim)).body.why).toBe('waitBeforeTrying')
  // Nor may it guess on without end at the one it knows.
  const known = { login: jobNumber('manager'), password: 'guess' }
  for (let i = 0; i < 8; i++) expect((await shared.do('access.signIn', known)).body.why).toBe('wrongLogin')
  expect((await shared.do('access.signIn', known)).body.why).toBe('waitBeforeTrying')
})

test('one address that tries many logins waits, and others do not', async () => {
  const address = fresh()
  for (let i = 0; i < 40; i++)
    expect(
      (await at.visitor(address).do('access.signIn', { login: `x${i}`, password: 'guess' })).body.why,
    ).toBe('wrongLogin')
  expect((await at.visitor(address).do('access.signIn', { login: 'x99', password: 'guess' })).body.why).toBe(
    'waitBeforeTrying',
  )
  expect((await at.visitor(fresh()).do('access.signIn', { login: 'x99', password: 'guess' })).body.why).toBe(
    'wrongLogin',
  )
})

test('many people of one house sign in at the same moment, and none is taken for an attack', async () => {
  const address = fresh()
  const people = (['admin', 'areaManager', 'other'] as const).flatMap(
    (who) => Array(12).fill(who) as (typeof who)[],
  )
  const replies = await Promise.all(
    people.map((who, i) =>
      i < 36 ? at.visitor(address).do('access.signIn', { login: jobNumber(who), password }) : undefined,
    ),
  )
  // Each login has its own five; they are given back as each turns out right.
  const statuses = replies.map((r) => r?.status)
  expect(statuses.filter((s) => s === 200).length).toBeGreaterThanOrEqual(15)
  expect(new Set(replies.map((r) => r?.body.why ?? 'in'))).toEqual(new Set(['in', 'waitBeforeTrying']))
})

test('who was held back stands in the audit, in few lines', async () => {
  const lines = await at.door.database.query<{ record: string | null; detail: { wrongTries: object } }>(
    `select record, detail from audit_line where action = 'access.signIn' and detail ? 'refused'`,
  )
  expect(lines.some((l) => l.record === at.id.associate)).toBe(true)
  expect(lines.length).toBeLessThan(40)
  expect(lines.every((l) => Object.keys(l.detail.wrongTries).length > 0)).toBe(true)
  const kept = await at.door.database.query<{ key: string }>('select key from wrong_try')
  expect(kept.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
})

test('a login is found by job number or phone, written as people write it', async () => {
  for (const login of [jobNumber('areaManager'), '13900000002', '+86 139 0000 0002', '139-0000-0002'])
    expect([login, (await at.visitor(fresh()).do('access.signIn', { login, password })).status]).toEqual([
      login,
      200,
    ])
})
