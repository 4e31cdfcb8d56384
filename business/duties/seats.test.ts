import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { beginDuties } from './edition-tables.ts'
import { type DutyHouse, dutyHouse, whereIs } from './house-for-tests.ts'

let h: DutyHouse
const [shanghai, london, newYork] = [0, 1, 2]
const idOf = (n: number): string => h.chain.stores[n]!.id
const daysOf = async (n: number): Promise<string[]> =>
  (await h.instances('SM-1.5', idOf(n))).map((i) => i.period)

beforeAll(async () => {
  h = await dutyHouse()
  await h.db.query('update store set cut_off_minutes = 360')
  for (const [n, zone] of [
    [london, 'Europe/London'],
    [newYork, 'America/New_York'],
  ] as const)
    await h.db.query('update store set time_zone = $2 where id = $1', [idOf(n!), zone])
  await beginDuties(h.db, { from: '2026-11-23' as Day, now: new Date('2026-11-22T22:00:00Z') })
})
afterAll(() => h.db.close())

test('each store’s day begins by its own clock: Shanghai first, then London, then New York', async () => {
  await h.keep('2026-11-22T21:59:00Z') // 05:59 in Shanghai: the 22nd is not over
  expect([await daysOf(shanghai!), await daysOf(london!), await daysOf(newYork!)]).toEqual([[], [], []])
  await h.keep('2026-11-22T22:01:00Z')
  expect([await daysOf(shanghai!), await daysOf(london!), await daysOf(newYork!)]).toEqual([
    ['2026-11-23'],
    [],
    [],
  ])
  await h.keep('2026-11-23T06:01:00Z')
  expect([await daysOf(london!), await daysOf(newYork!)]).toEqual([['2026-11-23'], []])
  await h.keep('2026-11-23T11:01:00Z')
  expect(await daysOf(newYork!)).toEqual(['2026-11-23'])
  const due = await h.db.query<{ store: string; at: string }>(
    `select store_id as store, due_at as at from duty_instance where duty = 'SM-1.5' and period = '2026-11-23'`,
  )
  const dueAt = (n: number) => new Date(due.find((d) => d.store === idOf(n))!.at).toISOString()
  expect([dueAt(shanghai!), dueAt(london!), dueAt(newYork!)]).toEqual([
    '2026-11-23T14:30:00.000Z',
    '2026-11-23T22:30:00.000Z',
    '2026-11-24T03:30:00.000Z',
  ])
})

test('a server that was down for a week makes the same days in every zone, each once', async () => {
  await h.keep('2026-11-30T12:00:00Z')
  const week = Array.from({ length: 8 }, (_, i) => `2026-11-${23 + i}`)
  for (const n of [shanghai, london, newYork]) expect(await daysOf(n!)).toEqual(week)
  await h.keep('2026-11-30T12:30:00Z')
  for (const n of [shanghai, london, newYork]) expect(await daysOf(n!)).toEqual(week)
})

test('closed days ask for nothing; closed afterwards, what was due is excused, and due again when they open after all', async () => {
  const store = idOf(3)
  const { director } = h.chain
  const days = { store, from: '2026-11-30', to: '2026-12-01' }
  await h.does(director, '2026-11-30T13:00:00Z', 'organization.closeDays', { ...days, reason: '装修' })
  await h.keep('2026-12-01T12:00:00Z')
  const all = await h.instances('SM-1.5', store)
  expect(all.map((i) => i.period)).not.toContain('2026-12-01')
  expect(all.find((i) => i.period === '2026-11-30')).toMatchObject({ excuse: 'storeClosed', done: false })
  const opened = { store, from: '2026-11-30', to: '2026-11-30' }
  await h.does(director, '2026-12-01T12:05:00Z', 'organization.reopenDays', opened)
  await h.keep('2026-12-01T12:10:00Z')
  expect((await h.instances('SM-1.5', store)).find((i) => i.period === '2026-11-30')?.excuse).toBeNull()
})

test('a store manager who is transferred leaves the duty with the seat, and nobody owes it while the seat is empty', async () => {
  const { id: store, manager } = h.chain.stores[4]!
  await h.db.query(`update appointment set to_day = '2026-12-02' where person_id = $1`, [manager.id])
  const next = newId()
  await h.db.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'N9', '新店长', '', '', '2026-01-01')`,
    [next],
  )
  await h.db.query(
    `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'storeManager', $3, '2026-12-05')`,
    [newId(), next, store],
  )
  await h.keep('2026-12-06T12:00:00Z')
  const periods = (await h.instances('SM-1.5', store)).map((i) => i.period).filter((p) => p >= '2026-12-01')
  expect(periods).toEqual(['2026-12-01', '2026-12-02', '2026-12-05', '2026-12-06'])
  const newcomer = { id: next, actor: { ...manager.actor, person: next } }
  expect(whereIs(await h.today(newcomer, '2026-12-06T13:30:00Z'), 'SM-1.5', '2026-12-06')).toEqual([
    'now',
    'open',
  ])
})

test('somebody appointed during the day finds the day’s duty within the next run', async () => {
  const { id: store, manager } = h.chain.stores[3]!
  await h.db.query(`update appointment set to_day = '2026-12-06' where person_id = $1`, [manager.id])
  await h.keep('2026-12-07T02:00:00Z')
  expect((await h.instances('SM-1.5', store)).map((i) => i.period)).not.toContain('2026-12-07')
  const personnel = {
    id: newId(),
    actor: { ...h.chain.finance.actor, appointments: [{ position: 'personnel' as const, areaStores: [] }] },
  }
  await h.db.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'H1', '人事', '', '', '2026-01-01')`,
    [personnel.id],
  )
  const appointed = newId()
  await h.db.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'H2', '新人', '', '', '2026-01-01')`,
    [appointed],
  )
  await h.does(
    {
      ...personnel,
      actor: {
        ...personnel.actor,
        person: personnel.id,
        proof: { by: 'own' as const, at: new Date('2026-12-07T03:00:00Z') },
      },
    },
    '2026-12-07T03:00:00Z',
    'organization.appoint',
    {
      id: newId(),
      person: appointed,
      position: 'storeManager',
      store,
      area: null,
      title: null,
      from: '2026-12-07',
      to: null,
    },
  )
  await h.keep('2026-12-07T03:10:00Z')
  expect((await h.instances('SM-1.5', store)).map((i) => i.period)).toContain('2026-12-07')
})

test('a company that never chose an edition starts with the shipped one on its own today', async () => {
  const fresh = await dutyHouse()
  await fresh.keep('2026-11-23T02:00:00Z')
  const [edition] = await fresh.db.query<{ from: string }>('select from_day as "from" from duty_edition')
  expect(edition?.from).toBe('2026-11-23')
  const [clauses] = await fresh.db.query<{ n: number }>('select count(*)::int as n from duty_clause')
  expect(clauses?.n).toBe(74)
  expect(await fresh.broken()).toEqual([])
  await fresh.db.close()
})

test('what must hold in duties holds in every zone', async () => expect(await h.broken()).toEqual([]))
