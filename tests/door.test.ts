import { beforeAll, expect, test } from 'vitest'
import { allOperations } from '../app/operations.ts'
import { verify } from '../platform/database/verify.ts'
import { newId } from '../platform/kinds/id.ts'
import { auditInvariants } from '../platform/server/audit.ts'
import { tokenHash } from '../platform/server/http.ts'
import { openApi } from '../platform/server/openapi.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from './door.ts'
import { openHttp } from './visitor.ts'

const now = new Date('2026-11-23T06:00:00Z')
const people = {
  manager: newId(),
  associate: newId(),
  elsewhere: newId(),
  administrator: newId(),
  gone: newId(),
}
const stores = { one: newId(), two: newId() }
const area = newId()
let at: TestDoor

beforeAll(async () => {
  at = await testDoor(now)
  const db = at.database
  await db.query(`insert into company (name) values ('测试女装')`)
  await db.query(
    `insert into area (id, code, name, search, pinyin, opened_on) values ($1, 'A', '东区', 'dongqu', 'dongqu', '2020-01-01')`,
    [area],
  )
  for (const [i, id] of [stores.one, stores.two].entries()) {
    await db.query(
      `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on) values ($1, $2, $3, '', '', 'street', 'Asia/Shanghai', '2020-01-01')`,
      [id, `S${i}`, `店${i}`],
    )
    await db.query(`insert into store_area (store_id, from_day, area_id) values ($1, '2020-01-01', $2)`, [
      id,
      area,
    ])
  }
  for (const [i, [name, id]] of Object.entries(people).entries()) {
    await db.query(
      `insert into person (id, job_number, name, search, pinyin, hired_on, left_on) values ($1, $2, $3, '', '', '2020-01-01', $4)`,
      [id, `P${i}`, name, name === 'gone' ? '2026-11-20' : null],
    )
  }
  const appoint = (person: string, position: string, store: string | null) =>
    db.query(
      `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, $3, $4, '2020-01-01')`,
      [newId(), person, position, store],
    )
  await appoint(people.manager, 'storeManager', stores.one)
  await appoint(people.associate, 'salesAssociate', stores.one)
  await appoint(people.elsewhere, 'salesAssociate', stores.two)
  await appoint(people.administrator, 'administrator', null)
  await appoint(people.gone, 'storeManager', stores.one)
})

test('every operation says who may, and is in the description', () => {
  const paths = (openApi(allOperations) as { paths: Record<string, unknown> }).paths
  expect(Object.keys(paths).length).toBe(Object.keys(allOperations).length)
  for (const operation of Object.values(allOperations)) {
    expect(operation.who).toBeDefined()
    expect(operation.summary.every((s) => s.length > 0)).toBe(true)
  }
})

test('somebody signed out is told to sign in, somebody who left is signed out', async () => {
  expect(whyOf(await at.as(undefined).see('access.me'))).toBe('signedOut')
  expect(whyOf(await at.as(people.gone).see('access.me'))).toBe('signedOut')
  expect(
    answerOf<{ person: { name: string } }>(await at.as(people.manager).see('access.me')).person.name,
  ).toBe('manager')
})

test('the same key and content act once; the same key with other content is refused', async () => {
  const me = at.as(people.manager)
  const key = newId()
  const first = await me.do('access.setLanguage', { language: 'en' }, key)
  const again = await me.do('access.setLanguage', { language: 'en' }, key)
  expect(answerOf(again)).toEqual(answerOf(first))
  expect(again.ok && again.repeated).toBe(true)
  const lines = await at.database.query(`select 1 from audit_line where action = 'access.setLanguage'`)
  expect(lines.length).toBe(1)
  const other = await me.do('access.setLanguage', { language: 'zh' }, key)
  expect(other.ok ? 200 : other.problem.status).toBe(409)
})

test('a wrong input is answered at the field, in the reader’s language', async () => {
  const zh = await at.as(people.manager).do('access.setLanguage', { language: 'fr' })
  const en = await at.as(people.manager, { language: 'en' }).do('access.setLanguage', {})
  expect(zh.ok || zh.problem.fields).toEqual([{ field: 'language', message: '请从这些里选：zh、en' }])
  expect(en.ok || en.problem.fields?.[0]?.message).toBe('Choose one of: zh, en')
})

test('wrong passwords make that login wait from that address only', async () => {
  const stranger = at.as(undefined, { address: '10.0.0.1' })
  for (let i = 0; i < 5; i++)
    expect(whyOf(await stranger.do('access.signIn', { login: 'P0', password: 'nope' }))).toBe('wrongLogin')
  expect(whyOf(await stranger.do('access.signIn', { login: 'P0', password: 'nope' }))).toBe(
    'waitBeforeTrying',
  )
  expect(
    whyOf(
      await at.as(undefined, { address: '10.0.0.2' }).do('access.signIn', { login: 'P0', password: 'nope' }),
    ),
  ).toBe('wrongLogin')
})

test('a changed audit line, a missing one and a swapped one are each found', async () => {
  for (let i = 0; i < 4; i++)
    await at.as(people.associate).do('access.setLanguage', { language: i % 2 ? 'zh' : 'en' })
  const broken = async (): Promise<number> =>
    (await verify(at.database, auditInvariants)).reduce((sum, f) => sum + f.count, 0)
  expect(await broken()).toBe(0)
  const tampers = [
    `update audit_line set detail = '{"a":1}' where seq = 2`,
    `delete from audit_line where seq = 2`,
    `delete from audit_line where seq = (select max(seq) from audit_line)`,
    `update audit_line set seq = -seq where seq in (2, 3); `.replace(
      '-seq',
      'case seq when 2 then 1000 else seq end',
    ),
  ]
  for (const sql of tampers) {
    const before = await at.database.query('select * from audit_line')
    await at.database.query(sql)
    expect(await broken(), sql).toBeGreaterThan(0)
    await at.database.query('delete from audit_line')
    for (const line of before as Record<string, unknown>[]) {
      const columns = Object.keys(line)
      await at.database.query(
        `insert into audit_line (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
        columns.map((c) => (c === 'detail' ? JSON.stringify(line[c]) : line[c])),
      )
    }
    expect(await broken(), 'restored').toBe(0)
  }
})

test('what waited on a phone is done in its order, each once however often it is sent, and only in the name of who did it', async () => {
  const { visitor, close } = await openHttp(at, () => now)
  const phone = visitor()
  const token = `outbox-${newId()}`
  await at.database.query(
    `insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at)
     values ($1, $2, 'test', $3, $3, $3::timestamptz + interval '1 day')`,
    [tokenHash(token), people.associate, now.toISOString()],
  )
  phone.cookies.set('jingwei', token)
  const acted = now.getTime() - 20 * 3_600_000
  const count = (traffic: number, tryOns: number) => ({
    name: 'sales.traffic',
    key: newId(),
    input: { id: newId(), store: stores.one, hour: 11, traffic, tryOns },
    acted,
    ahead: 0,
  })
  const acts = [count(3, 0), count(0, -5), count(2, 1), { ...count(1, 0), name: 'access.setLanguage' }]
  const outbox = { person: people.associate, sent: now.getTime(), acts }
  const send = (body: unknown) =>
    phone.post<{ answers: { status: number; body: { why?: string } }[] }>('/api/do', body)
  expect((await visitor().post('/api/do', outbox)).status).toBe(401)
  expect((await send({ ...outbox, person: people.manager })).body.why).toBe('otherPerson')
  const first = await send(outbox)
  expect(first.body.answers.map((a) => [a.status, a.body.why])).toEqual([
    [200, undefined],
    [422, 'trafficBelowZero'],
    [200, undefined],
    [422, 'mayNotWait'],
  ])
  expect((await send(outbox)).body.answers.map((a) => a.status)).toEqual([200, 422, 200, 422])
  const counted = await at.database.query(
    `select day, sum(traffic)::int as traffic, sum(try_ons)::int as "tryOns" from traffic_count where store_id = $1 group by 1`,
    [stores.one],
  )
  // Twenty hours ago it was still the day before.
  expect(counted).toEqual([{ day: '2026-11-22', traffic: 5, tryOns: 1 }])
  const moments = await at.database.query(
    'select arrived_at = $1::timestamptz as arrived, acted_at = $2::timestamptz as acted, is_doubtful as doubtful from waited_act',
    [now.toISOString(), new Date(acted).toISOString()],
  )
  expect(moments).toEqual([1, 2].map(() => ({ arrived: true, acted: true, doubtful: false })))
  expect((await send({ ...outbox, acts: Array.from({ length: 51 }, () => count(1, 0)) })).status).toBe(400)
  close()
})
