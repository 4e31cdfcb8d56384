import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import type { TestPerson } from '../targets/test-chain.ts'
import { type DutyHouse, dutyHouse, whereIs } from './house-for-tests.ts'

let h: DutyHouse
const place = (n: number) => h.chain.stores[n]!
const at = (day: string, time = '12:00'): string => `2026-${day}T${time}:00+08:00`
const report = async (n: number, day: string) =>
  (await h.instances('SM-1.5', place(n).id)).find((i) => i.period === `2026-${day}`)!

/** Leave entered by the superior: approved by that. */
const goesOnLeave = (
  who: TestPerson,
  by: TestPerson,
  when: string,
  from: string,
  to: string,
  more: Record<string, unknown> = {},
) =>
  h.does(by, when, 'leave.ask', {
    id: newId(),
    person: who.id,
    kind: 'sick',
    why: '发烧',
    from: `2026-${from}`,
    to: `2026-${to}`,
    ...more,
  })
const areaManager = (n: number) => h.chain.areas.find((a) => a.id === place(n).area)!.manager

beforeAll(async () => {
  h = await dutyHouse()
  await h.begin('2026-11-20')
  await h.keep(at('11-20', '09:00'))
})
afterAll(async () => {
  expect(await h.broken()).toEqual([])
  await h.db.close()
})

test('a store manager on approved leave for whom nobody stands in owes nothing that day, and it says who approved', async () => {
  await goesOnLeave(place(0).manager, areaManager(0), at('11-20'), '11-21', '11-22')
  await h.keep(at('11-21', '09:00'))
  expect(await report(0, '11-21')).toMatchObject({ done: false, excuse: 'leave' })
  const seen = await h.sees<{ state: string; excuse: { byName: string } }>(
    areaManager(0),
    at('11-21'),
    'duties.instance',
    { store: place(0).id, instance: (await report(0, '11-21')).id },
  )
  expect(seen).toMatchObject({ state: 'excused', excuse: { byName: areaManager(0).actor.name } })
  // The day before and a neighbour are as they were.
  expect((await report(0, '11-20')).excuse).toBeNull()
  expect((await report(1, '11-21')).excuse).toBeNull()
})

test('back a day early it is due again; entered after the day, the leave excuses what was overdue and not what was done', async () => {
  const leave = await h.db.query<{ id: string }>('select id from leave where person_id = $1', [
    place(0).manager.id,
  ])
  await h.does(areaManager(0), at('11-21', '18:00'), 'leave.withdraw', {
    id: leave[0]!.id,
    why: '提前回来',
    keptUntil: '2026-11-21',
  })
  await h.keep(at('11-22', '09:00'))
  expect((await report(0, '11-21')).excuse).toBe('leave')
  expect((await report(0, '11-22')).excuse).toBeNull()

  const { id: store, manager } = place(1)
  const words = { why: '雨天客少', tomorrow: '主推毛衣' }
  await h.does(manager, at('11-22', '22:05'), 'reports.submit', {
    id: newId(),
    store,
    day: '2026-11-22',
    ...words,
  })
  await h.keep(at('11-22', '23:00'))
  await goesOnLeave(manager, areaManager(1), at('11-23', '08:00'), '11-21', '11-22')
  await h.keep(at('11-23', '08:10'))
  expect(await report(1, '11-21')).toMatchObject({ excuse: 'leave', done: false })
  expect(await report(1, '11-22')).toMatchObject({ excuse: null, done: true })
})

test('where somebody stands in, it is due at him; the delegation ended, it is excused', async () => {
  const { id: store, manager, associates } = place(2)
  const [standIn] = associates
  await goesOnLeave(manager, areaManager(2), at('11-23', '09:00'), '11-24', '11-26', { standIn: standIn!.id })
  await h.keep(at('11-24', '21:30'))
  expect((await report(2, '11-24')).excuse).toBeNull()
  const appointments = [
    ...standIn!.actor.appointments,
    { position: 'storeManager' as const, store, areaStores: [], onBehalfOf: manager.id },
  ]
  const delegate = { ...standIn!, actor: { ...standIn!.actor, appointments } }
  const today = await h.today(delegate, at('11-24', '21:40'))
  expect(whereIs(today, 'SM-1.5', '2026-11-24')).toEqual(['now', 'open'])
  const [delegation] = await h.db.query<{ id: string }>('select id from delegation where to_person = $1', [
    standIn!.id,
  ])
  await h.does(areaManager(2), at('11-25', '09:00'), 'organization.endDelegation', {
    delegation: delegation!.id,
  })
  await h.keep(at('11-25', '09:10'))
  expect((await report(2, '11-24')).excuse).toBeNull()
  expect((await report(2, '11-25')).excuse).toBe('leave')
})

test('of two who share the position one is enough; a month’s duty is not excused by a day off', async () => {
  const { id: store, manager } = place(3)
  const second = newId()
  await h.db.query(
    `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'N8', '副店长', '', '', '2026-01-01')`,
    [second],
  )
  await h.db.query(
    `insert into appointment (id, person_id, position, store_id, from_day) values ($1, $2, 'storeManager', $3, '2026-01-01')`,
    [newId(), second, store],
  )
  await goesOnLeave(manager, areaManager(3), at('11-25', '10:00'), '11-26', '11-30')
  await h.keep(at('11-26', '09:00'))
  expect((await h.instances('SM-1.5', store)).filter((i) => i.period === '2026-11-26')).toHaveLength(1)
  expect((await report(3, '11-26')).excuse).toBeNull()
  await goesOnLeave({ ...manager, id: second }, areaManager(3), at('11-26', '10:00'), '11-27', '11-30')
  await h.keep(at('11-27', '09:00'))
  expect((await report(3, '11-26')).excuse).toBeNull()
  expect((await report(3, '11-27')).excuse).toBe('leave')
  // December's split opened on the 20th, when both were there.
  const month = (await h.instances('SM-1.1', store)).find((i) => i.period === '2026-12')
  expect(month).toMatchObject({ done: false, excuse: null })
})

test('whoever owes his own result and is away is excused; a day without a target asks for none', async () => {
  const { id: store, manager, associates } = place(4)
  const [li, wang] = associates
  for (const person of [li!, wang!])
    await h.db.query(
      'insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total) values ($1, $2, $3, 100000, 100000, 100000)',
      [store, '2026-11-28', person.id],
    )
  await h.keep(at('11-28', '09:00'))
  const own = async (who: TestPerson) =>
    (await h.instances('SA-1.1', store)).find((i) => i.holder === who.id && i.period === '2026-11-28')
  expect([(await own(li!))?.excuse, (await own(wang!))?.excuse]).toEqual([null, null])
  await goesOnLeave(li!, manager, at('11-28', '11:00'), '11-28', '11-28')
  await h.keep(at('11-28', '11:10'))
  expect([(await own(li!))?.excuse, (await own(wang!))?.excuse]).toEqual(['leave', null])
  await h.db.query('delete from person_day_target where store_id = $1 and person_id = $2', [store, wang!.id])
  await h.does(h.chain.director, at('11-28', '11:20'), 'organization.reopenDays', {
    store,
    from: '2026-11-28',
    to: '2026-11-28',
  })
  await h.keep(at('11-28', '11:30'))
  expect((await own(wang!))?.excuse).toBe('noTarget')
})

test('a seat that nobody holds shows at the superior, with the day since when', async () => {
  const { id: store, manager } = place(4)
  await h.does(personnel(), at('11-28', '12:00'), 'organization.endAppointment', {
    appointment: await appointmentOf(manager.id),
    lastDay: '2026-11-29',
    reason: '离店',
  })
  await h.keep(at('11-30', '09:00'))
  expect(await report(4, '11-30')).toBeUndefined()
  const vacant = [{ seat: store, since: '2026-11-29' }]
  expect((await h.today(areaManager(4), at('11-30'))).below?.vacant).toMatchObject({
    count: 1,
    seats: vacant,
  })
  const weave = await h.sees<{ vacant: { count: number; seats: { seat: string }[] } }>(
    h.chain.director,
    at('11-30'),
    'duties.weave',
    {},
  )
  expect(weave.vacant).toMatchObject({ count: 1, seats: vacant })
  expect((await h.today(areaManager(0), at('11-30'))).below?.vacant.count).toBe(0)
})

test('somebody appointed at noon, and whoever opens his page before the standing job has been there, finds what is due', async () => {
  const { id: store, associates } = place(4)
  const newcomer = associates[2]!
  const day = '11-30'
  await h.does(personnel(), at(day, '12:30'), 'organization.transfer', {
    id: newId(),
    appointment: await appointmentOf(newcomer.id),
    position: 'storeManager',
    store,
    area: null,
    title: null,
    from: `2026-${day}`,
    to: null,
    reason: '升任店长',
  })
  const appointments = [{ position: 'storeManager' as const, store, areaStores: [] }]
  const manager = { ...newcomer, actor: { ...newcomer.actor, appointments } }
  expect(whereIs(await h.today(manager, at(day, '12:31')), 'SM-1.5')).toEqual(['next', 'ahead'])
  // Next morning, the server just started: nothing has been made for the day.
  const elsewhere = 'select count(*)::int as n from duty_instance where seat_id <> $1'
  const before = await h.db.query<{ n: number }>(elsewhere, [store])
  expect(whereIs(await h.today(manager, at('12-01', '08:00')), 'SM-1.5', '2026-12-01')).toEqual([
    'next',
    'ahead',
  ])
  // Only what is due at the seat itself was made, not the day of the whole chain.
  expect(await h.db.query(elsewhere, [store])).toEqual(before)
  await h.today(manager, at('12-01', '08:01'))
  await h.keep(at('12-01', '08:10'))
  expect((await h.instances('SM-1.5', store)).filter((i) => i.period === '2026-12-01')).toHaveLength(1)
  // What had fallen due before he came is not asked of him: the manager before him left on the 29th.
  const periods = (await h.instances('SM-1.5', store)).map((i) => i.period)
  expect(periods.slice(-3)).toEqual(['2026-11-29', '2026-11-30', '2026-12-01'])
})

test('a store that shuts earlier today is due earlier today; what has fallen due stays as it was', async () => {
  const { id: store } = place(1)
  const dueOf = async (period: string) =>
    (
      await h.db.query<{ at: string }>(
        `select due_at as at from duty_instance where store_id = $1 and duty = 'SM-1.5' and period = $2`,
        [store, period],
      )
    )[0]!.at
  await h.db.query(`update store set closes_at = '20:00' where id = $1`, [store])
  await h.does(h.chain.director, at('12-01', '10:00'), 'organization.reopenDays', {
    store,
    from: '2026-12-01',
    to: '2026-12-01',
  })
  await h.keep(at('12-01', '10:10'))
  expect(await dueOf('2026-12-01')).toBe('2026-12-01T12:30:00.000Z')
  expect(await dueOf('2026-11-30')).toBe('2026-11-30T14:30:00.000Z')
})

const personnel = (): TestPerson => ({
  ...h.chain.finance,
  actor: { ...h.chain.finance.actor, appointments: [{ position: 'personnel', areaStores: [] }] },
})
const appointmentOf = async (person: string): Promise<string> =>
  (await h.db.query<{ id: string }>('select id from appointment where person_id = $1', [person]))[0]!.id
