import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { beginDuties } from './edition-tables.ts'
import { type DutyHouse, dutyHouse, whereIs } from './house-for-tests.ts'

let h: DutyHouse
let store: DutyHouse['chain']['stores'][number]
let area: DutyHouse['chain']['areas'][number]
beforeAll(async () => {
  h = await dutyHouse()
  store = h.chain.stores[0]!
  area = h.chain.areas[0]!
  await beginDuties(h.db, { from: '2026-11-23' as Day, now: new Date('2026-11-23T00:00:00+08:00') })
  // Every store is asked for far more than it sells: all of them lag.
  await h.db.query(
    `insert into store_day_target (store_id, day, amount, month_to_date, month_total)
     select s.id, d::date, 2000000, 0, 0 from store s, generate_series('2026-11-01'::date, '2026-11-30', '1 day') d`,
  )
  await h.keep('2026-11-23T09:00:00+08:00')
})
afterAll(() => h.db.close())

const at = (time: string, day = '2026-11-23'): string => `${day}T${time}:00+08:00`
const line = (seat: string, directive: object | null = null) => ({
  seat,
  cause: null,
  measure: 'peak',
  words: null,
  directive,
})
const due = (time: string, day = '2026-11-23') => ({ day, time })
const lastDone = async (duty: string, seat: string) => (await h.instances(duty, seat)).find((i) => i.done)!
const sendBack = async (who: DutyHouse['chain']['director'], when: string, duty: string, seat: string) => {
  const { store: of, id } = await lastDone(duty, seat)
  await h.does(who, when, 'duties.open', { store: of, instance: id })
  await h.does(who, when, 'duties.sendBack', { store: of, instance: id, words: '措施写清楚' })
}
const submit = (time: string, basedOn: number, directive: object | null = null) =>
  h.does<{ directives: { id: string; seat: string }[] }>(area.manager, at(time), 'chase.submit', {
    area: area.id,
    day: '2026-11-23',
    basedOn,
    lines: area.stores.map((seat, i) => line(seat, i === 0 ? directive : null)),
  })

test('AM-1.2: the chase list is due in the morning, done when handed in, due again when sent back', async () => {
  const { manager } = area
  const morning = await h.today(manager, at('09:30'))
  expect(whereIs(morning, 'AM-1.2', '2026-11-23')).toEqual(['now', 'open'])
  expect(morning.now.find((i) => i.duty === 'AM-1.2')?.act).toEqual({
    action: 'chase.submit',
    path: '/chase',
    query: { area: area.id, day: '2026-11-23' },
  })
  const red = await h.today(h.chain.director, at('11:30'))
  expect(red.below!.seats.find((s) => s.seat === area.id)!.duties.map((d) => d.duty)).toContain('AM-1.2')
  await submit('10:00', 0)
  expect(whereIs(await h.today(manager, at('10:01')), 'AM-1.2', '2026-11-23')).toEqual(['done', 'inTime'])
  await sendBack(h.chain.director, at('10:20'), 'AM-1.2', area.id)
  expect(whereIs(await h.today(manager, at('10:21')), 'AM-1.2', '2026-11-23')).toEqual(['now', 'open'])
  await submit('11:10', 1)
  expect(whereIs(await h.today(manager, at('11:11')), 'AM-1.2', '2026-11-23')).toEqual(['done', 'late'])
  // The other area's list is its own.
  expect(whereIs(await h.today(h.chain.areas[1]!.manager, at('11:11')), 'AM-1.2', '2026-11-23')).toEqual([
    'now',
    'overdue',
  ])
})

test('OD-3.3: the director steers the areas every day, and the general manager may send it back', async () => {
  const { director, generalManager, areas } = h.chain
  const steer = (time: string, basedOn: number) =>
    h.does(director, at(time), 'chase.steer', {
      day: '2026-11-23',
      basedOn,
      lines: areas.map((a) => line(a.id)),
    })
  expect(whereIs(await h.today(director, at('10:00')), 'OD-3.3')).toEqual(['now', 'open'])
  await steer('10:30', 0)
  expect(whereIs(await h.today(director, at('10:31')), 'OD-3.3')).toEqual(['done', 'inTime'])
  await sendBack(generalManager, at('10:40'), 'OD-3.3', companyWide)
  expect(whereIs(await h.today(director, at('10:41')), 'OD-3.3')).toEqual(['now', 'open'])
  await steer('10:50', 1)
  expect(whereIs(await h.today(director, at('10:51')), 'OD-3.3')).toEqual(['done', 'inTime'])
})

test('a directive from the list is the store’s duty until it is answered; returned it is due again; withdrawn nobody’s', async () => {
  const { manager } = store
  const { directives } = await submit('12:00', 2, { due: due('16:00') })
  const [given] = directives
  const period = `event:${given!.id}`
  const seen = await h.today(manager, at('12:01'))
  expect(whereIs(seen, 'SM-1.2', period)).toEqual(['now', 'open'])
  expect(seen.now.find((i) => i.period === period)?.act).toMatchObject({
    path: '/directives',
    query: { directive: given!.id },
  })
  const which = { store: store.id, directive: given!.id }
  await h.does(manager, at('15:00'), 'directives.answer', { ...which, words: '全员在岗' })
  expect(whereIs(await h.today(manager, at('15:01')), 'SM-1.2', period)).toEqual(['done', 'inTime'])
  await h.does(area.manager, at('15:30'), 'directives.return', { ...which, words: '缺一人', due: null })
  expect(whereIs(await h.today(manager, at('15:31')), 'SM-1.2', period)).toEqual(['now', 'open'])
  expect(whereIs(await h.today(manager, at('16:01')), 'SM-1.2', period)).toEqual(['now', 'overdue'])
  await h.does(manager, at('16:30'), 'directives.answer', { ...which, words: '补上了' })
  expect(whereIs(await h.today(manager, at('16:31')), 'SM-1.2', period)).toEqual(['done', 'late'])

  const other = await h.does(area.manager, at('17:00'), 'directives.giveStore', {
    store: store.id,
    measure: null,
    words: '盘一下样衣',
    due: due('20:00'),
    about: null,
  })
  await h.does(area.manager, at('17:10'), 'directives.withdraw', {
    store: store.id,
    directive: other.id,
    words: '先不用',
  })
  expect((await h.instances('SM-1.2', store.id)).find((i) => i.period === `event:${other.id}`)).toMatchObject(
    {
      done: false,
      excuse: 'withdrawn',
    },
  )
})

test('returned with another deadline it is owed by that one, and no more by the first', async () => {
  const { director } = h.chain
  const { manager } = area
  const { id } = await h.does(director, at('09:00', '2026-11-24'), 'directives.giveArea', {
    area: area.id,
    measure: 'visit',
    words: null,
    due: due('12:00', '2026-11-24'),
    about: { month: '2026-11', factor: null },
  })
  const which = { store: companyWide, directive: id }
  await h.does(manager, at('11:00', '2026-11-24'), 'directives.answer', { ...which, words: '到了两家' })
  await h.does(director, at('11:30', '2026-11-24'), 'directives.return', {
    ...which,
    words: '还差一家',
    due: due('18:00', '2026-11-24'),
  })
  const owed = async () => (await h.instances('AM-1.2', area.id)).filter((i) => i.period.startsWith('event:'))
  expect((await owed()).map((i) => [i.period === `event:${id}`, i.done, i.excuse])).toEqual([
    [true, false, 'withdrawn'],
    [false, false, null],
  ])
  const again = (await owed())[1]!.period
  expect(whereIs(await h.today(manager, at('17:59', '2026-11-24')), 'AM-1.2', again)).toEqual(['now', 'open'])
  await h.does(manager, at('17:59', '2026-11-24'), 'directives.answer', { ...which, words: '第三家也到了' })
  expect(whereIs(await h.today(manager, at('18:30', '2026-11-24')), 'AM-1.2', again)).toEqual([
    'done',
    'inTime',
  ])
  await h.does(director, at('19:00', '2026-11-24'), 'directives.accept', { ...which, words: null })
  expect((await owed())[1]).toMatchObject({ done: true })
})

test('OD-6: what the general manager asks is the director’s until he answers; returned it is his again', async () => {
  const { director, generalManager } = h.chain
  const { id } = await h.does(generalManager, at('09:00', '2026-11-25'), 'directives.giveDirector', {
    measure: null,
    words: '十二月的活动方案周五前给我',
    due: due('18:00', '2026-11-27'),
    about: null,
  })
  const period = `event:${id}`
  const which = { store: companyWide, directive: id }
  expect(whereIs(await h.today(director, at('09:01', '2026-11-25')), 'OD-6', period)).toEqual([
    'later',
    'open',
  ])
  await h.does(director, at('10:00', '2026-11-26'), 'directives.answer', { ...which, words: '方案在附件' })
  expect(whereIs(await h.today(director, at('10:01', '2026-11-26')), 'OD-6', period)).toEqual([
    'done',
    'inTime',
  ])
  await h.does(generalManager, at('11:00', '2026-11-26'), 'directives.return', {
    ...which,
    words: '没有预算',
    due: null,
  })
  expect(whereIs(await h.today(director, at('18:01', '2026-11-27')), 'OD-6', period)).toEqual([
    'now',
    'overdue',
  ])
  await h.does(director, at('18:30', '2026-11-27'), 'directives.answer', { ...which, words: '补了预算' })
  expect(whereIs(await h.today(director, at('18:31', '2026-11-27')), 'OD-6', period)).toEqual([
    'done',
    'late',
  ])
})

test('SM-1.2: every week a note by Thursday evening, due again when the area manager sends it back', async () => {
  const { manager } = store
  const write = (when: string) =>
    h.does(manager, when, 'adjust.write', {
      store: store.id,
      factor: 'unitsPerTransaction',
      change: '收银台加推丝巾',
      from: '2026-11-27',
      expected: 2.2,
    })
  const week = '2026-W48'
  await h.keep(at('09:00', '2026-11-26'))
  expect(whereIs(await h.today(manager, at('10:00', '2026-11-26')), 'SM-1.2', week)).toEqual(['now', 'open'])
  await write(at('16:00', '2026-11-26'))
  expect(whereIs(await h.today(manager, at('16:01', '2026-11-26')), 'SM-1.2', week)).toEqual([
    'done',
    'inTime',
  ])
  await h.does(area.manager, at('17:00', '2026-11-26'), 'duties.open', {
    store: store.id,
    instance: (await h.instances('SM-1.2', store.id)).find((i) => i.period === week)!.id,
  })
  await h.does(area.manager, at('17:01', '2026-11-26'), 'duties.sendBack', {
    store: store.id,
    instance: (await h.instances('SM-1.2', store.id)).find((i) => i.period === week)!.id,
    words: '谁来推没写',
  })
  const late = await h.today(manager, at('19:00', '2026-11-26'))
  expect(whereIs(late, 'SM-1.2', week)).toEqual(['now', 'overdue'])
  await write(at('19:30', '2026-11-26'))
  expect(whereIs(await h.today(manager, at('19:31', '2026-11-26')), 'SM-1.2', week)).toEqual(['done', 'late'])
})

test('AM-1.2: after the month its summary is due by the third', async () => {
  const { manager } = area
  await h.keep(at('09:00', '2026-12-02'))
  const seen = await h.today(manager, at('09:00', '2026-12-02'))
  expect(whereIs(seen, 'AM-1.2', '2026-11')?.[1]).toBe('open')
  const item = [...seen.now, ...seen.later].find((i) => i.duty === 'AM-1.2' && i.period === '2026-11')
  expect(item?.act).toMatchObject({ path: '/chase/month', query: { area: area.id, month: '2026-11' } })
  await h.does(manager, at('10:00', '2026-12-02'), 'chase.closeMonth', {
    area: area.id,
    month: '2026-11',
    basedOn: 0,
    words: null,
    lines: area.stores.map((seat) => ({ seat, words: '目标定高了，十二月重排' })),
  })
  expect(whereIs(await h.today(manager, at('10:01', '2026-12-02')), 'AM-1.2', '2026-11')).toEqual([
    'done',
    'inTime',
  ])
})

test('what must hold in duties holds', async () => expect(await h.broken()).toEqual([]))
