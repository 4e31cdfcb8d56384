import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day, mondayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { insertDevice } from '../../organization/access/device-tables.ts'
import { makeChain, now, type TestChain, today } from '../../sales/boards/chain-for-tests.ts'
import type { DaySeen } from './gather.ts'
import { attendanceInvariants } from './invariants.ts'
import { placeRuleOn } from './place-rules.ts'
import { countedMinutes, lineOf, stateOf } from './rules.ts'
import type { MonthLine, Overtime } from './shape.ts'

let at: TestDoor
let chain: TestChain
const clock = (time: string, day: Day = today): Date => new Date(`${day}T${time}:00+08:00`)
const store = () => chain.stores[0]
const ann = () => store().associates[0]!
const bea = () => store().associates[1]!
const boss = (time = '21:00', day: Day = today) => at.as(store().manager, { now: clock(time, day) })
const as = (who: string, time: string, day: Day = today) => at.as(who, { now: clock(time, day) })
const punch = (who: string, time: string, kind: 'in' | 'out', day: Day = today) =>
  as(who, time, day).do('attendance.punch', { id: newId(), store: store().id, kind })
const seeDay = async (time: string, day: Day = today) =>
  answerOf<{ people: DaySeen[]; waits: DaySeen[]; overtime: Overtime[] }>(
    await boss(time, day).see('attendance.day', { store: store().id }),
  )
const of = (days: DaySeen[], person: string) => days.find((d) => d.person === person)!

/** Rosters as they were released: both from half past nine to half past six, today and yesterday. */
async function roster(): Promise<void> {
  for (const day of [addDays(today, -1), today]) {
    const week = mondayOf(day)
    await at.database.query(
      `insert into roster_version (store_id, week, version, released_by, released_at, in_time) values ($1, $2, 1, $3, $4, true)`,
      [store().id, week, store().manager, now.toISOString()],
    )
    for (const person of [ann(), bea()])
      await at.database.query(
        `insert into roster_cell (store_id, week, version, person_id, day, code, name, kind, from_minute, to_minute, break_minutes)
         values ($1, $2, 1, $3, $4, 'A', '早班', 'early', 570, 1110, 60)`,
        [store().id, week, person, day],
      )
  }
}

beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
  await roster()
})
afterAll(() => at.house.close())

test('the server’s time decides, and pressed twice it is once', async () => {
  expect(whyOf(await punch(ann(), '09:20', 'out'))).toBe('inFirst')
  const id = newId()
  const press = { id, store: store().id, kind: 'in', phoneAt: `${today}T01:00:00Z` }
  answerOf(await as(ann(), '09:28').do('attendance.punch', press))
  const again = answerOf<{ id: string; at: string }>(await as(ann(), '09:29').do('attendance.punch', press))
  expect(again.at).toBe(clock('09:28').toISOString())
  expect(answerOf(await punch(ann(), '09:30', 'in'))).toMatchObject({ id })
  answerOf(await punch(bea(), '09:52', 'in'))
  const { people } = await seeDay('12:00')
  expect(of(people, ann())).toMatchObject({ state: 'there', punched: { in: 568, out: null } })
  expect(of(people, bea())).toMatchObject({ state: 'late', lateMinutes: 22, isOpen: true })
})

test('what is not as rostered is explained by the person and decided by the store manager, never by herself', async () => {
  const word = (who: string, words: string) =>
    as(who, '13:00').do('attendance.explain', { store: store().id, day: today, words })
  expect(whyOf(await word(ann(), '我很准时'))).toBe('nothingWrong')
  answerOf(await word(bea(), '地铁停运'))
  const decide = (who: string, person: string, accepted: boolean, words: string | null = null) =>
    as(who, '14:00').do('attendance.decide', { store: store().id, person, day: today, accepted, words })
  expect(whyOf(await decide(store().manager, bea(), false))).toBe('whyMissing')
  expect(whyOf(await decide(store().manager, store().manager, true))).toBe('oneself')
  expect(whyOf(await decide(bea(), bea(), true))).toBeDefined()
  answerOf(await decide(store().manager, bea(), true))
  expect(of((await seeDay('15:00')).people, bea())).toMatchObject({
    isOpen: false,
    exception: { accepted: true },
  })
})

test('overtime is asked for with the reason, approved by the store manager, and once a day', async () => {
  const ask = (minutes: number) =>
    as(ann(), '19:00').do('attendance.askOvertime', {
      id: newId(),
      store: store().id,
      day: today,
      minutes,
      words: '盘点',
    })
  expect(whyOf(await ask(5))).toBeDefined()
  answerOf(await ask(90))
  expect(whyOf(await ask(60))).toBe('askedAlready')
  const [asked] = (await seeDay('19:30')).overtime
  const decide = { store: store().id, id: asked!.id, approved: true }
  answerOf(await boss('19:40').do('attendance.decideOvertime', decide))
  expect(whyOf(await boss('19:41').do('attendance.decideOvertime', decide))).toBe('decidedAlready')
})

test('a month is confirmed by the store once nothing waits, locked by the area, and then nothing of it changes', async () => {
  answerOf(await punch(ann(), '18:31', 'out'))
  answerOf(await punch(bea(), '18:45', 'out'))
  const later = '2026-12-02' as Day
  const see = async (who: string) =>
    answerOf<{ lines: MonthLine[]; open: number; head: object | null }>(
      await as(who, '10:00', later).see('attendance.month', { store: store().id, month: '2026-11' }),
    )
  const month = { store: store().id, month: '2026-11' }
  const before = await see(store().manager)
  const line = before.lines.find((l) => l.person === ann())!
  // Yesterday nobody pressed anything; today is eight hours and an hour and a half approved.
  expect(line).toMatchObject({ rostered: 2, worked: 1, minutes: 480, missing: 1, overtime: 90 })
  expect(before.lines.find((l) => l.person === bea())).toMatchObject({ late: 0, minutes: 480 })
  expect(before.open).toBe(2)
  const area = chain.areaManagers[0]!
  const confirm = () => as(store().manager, '10:00', later).do('attendance.confirmMonth', month)
  expect(whyOf(await boss('21:30').do('attendance.confirmMonth', month))).toBe('monthRuns')
  expect(whyOf(await confirm())).toBe('openFirst')
  expect(whyOf(await as(area, '10:00', later).do('attendance.lockMonth', month))).toBe('confirmFirst')
  for (const person of [ann(), bea()])
    answerOf(
      await as(store().manager, '10:10', later).do('attendance.decide', {
        store: store().id,
        person,
        day: addDays(today, -1),
        accepted: false,
        words: '没有请假',
      }),
    )
  answerOf(await confirm())
  answerOf(await as(area, '11:00', later).do('attendance.lockMonth', month))
  expect(whyOf(await confirm())).toBe('locked')
  expect(
    whyOf(
      await as(ann(), '12:00', later).do('attendance.explain', {
        store: store().id,
        day: '2026-11-30',
        words: '忘打卡',
      }),
    ),
  ).toBe('locked')
  const locked = await see(area)
  expect(locked.lines.find((l) => l.person === ann())).toEqual(line)
  const credits = await at.database.query<{ net: number }>(
    `select sum(net)::int8 as net from sales_person_day where store_id = $1 and to_char(day, 'YYYY-MM') = '2026-11'`,
    [store().id],
  )
  expect(locked.lines.reduce((sum, l) => sum + l.net, 0)).toBe(credits[0]!.net)
})

test('a month’s hours are those of its days, whatever was pressed when, and never more than was between the presses', () => {
  const minute = fc.integer({ min: 300, max: 1500 })
  const day = fc.record({
    planned: fc.oneof(
      fc.constant(null),
      fc.record({ from: fc.integer({ min: 480, max: 840 }), long: fc.integer({ min: 240, max: 600 }) }),
    ),
    in: fc.option(minute),
    long: fc.option(fc.integer({ min: 0, max: 700 })),
  })
  fc.assert(
    fc.property(fc.array(day, { maxLength: 31 }), (drawn) => {
      const days = drawn.map((d, i) => ({
        day: addDays(today, i),
        planned: d.planned && { from: d.planned.from, to: d.planned.from + d.planned.long, break: 60 },
        punched: { in: d.in, out: d.in === null || d.long === null ? null : d.in + d.long },
        isAway: false,
        nowMinute: Number.POSITIVE_INFINITY,
        exception: null,
      }))
      const line = lineOf(
        { person: '', name: '', net: 0 as MonthLine['net'], overtime: 0, ownPhone: 0, praised: 0, warned: 0 },
        days,
      )
      expect(line.minutes).toBe(days.reduce((sum, d) => sum + countedMinutes(d.planned, d.punched, false), 0))
      for (const d of days) {
        const between = d.punched.out === null ? 0 : d.punched.out - d.punched.in!
        // Five minutes at either end are let pass.
        expect(countedMinutes(d.planned, d.punched, false)).toBeLessThanOrEqual(between + 10)
        expect(stateOf(d)).not.toBe('notYet')
      }
    }),
  )
})

test('a press says what it was made on; where only the store’s devices count, another phone is told so', async () => {
  const browser = 'tablet at the till'
  const device = {
    id: newId(),
    tokenHash: browser,
    store: store().id,
    name: '收银台平板',
    by: store().manager,
  }
  await at.database.transaction((db) => insertDevice(db, device, now))
  const tomorrow = addDays(today, 1)
  const press = (time: string, kind: 'in' | 'out', on?: string) =>
    at
      .as(ann(), { now: clock(time, tomorrow), ...(on ? { browser: on } : {}) })
      .do('attendance.punch', { id: newId(), store: store().id, kind })
  answerOf(await press('09:20', 'in'))
  const rule = (person: string, input: object, time = '10:00') =>
    as(person, time, tomorrow).do('attendance.setStorePlace', {
      id: newId(),
      store: store().id,
      from: tomorrow,
      rule: 'enrolled',
      ...input,
    })
  expect(whyOf(await rule(chain.areaManagers[0], { from: today }))).toBe('fromPast')
  answerOf(await rule(chain.areaManagers[0], {}))
  expect(whyOf(await rule(chain.areaManagers[0], {}))).toBe('fromTwice')
  expect(whyOf(await press('18:40', 'out'))).toBe('onlyEnrolled')
  // The tablet of another store is not this store's.
  expect(whyOf(await press('18:40', 'out', 'a stranger’s'))).toBe('onlyEnrolled')
  answerOf(await press('18:41', 'out', browser))
  expect(of((await seeDay('21:00', tomorrow)).people, ann()).on).toBe('both')
  const mine = await at
    .as(ann(), { now: clock('18:50', tomorrow) })
    .see('attendance.mine', { store: store().id })
  expect(answerOf(mine)).toMatchObject({ place: { device: null, mayHere: false } })
})

test('a store’s own word about where to clock in goes before the company’s, unless it leaves it to the company', () => {
  const d = (n: number) => addDays(today, n)
  const company = { of: 'company', rule: 'enrolled', from: d(0) } as const
  const own = (rule: 'anywhere' | 'asCompany', n: number) => ({ of: 'store', rule, from: d(n) }) as const
  expect(placeRuleOn([], d(9))).toBeUndefined()
  expect(placeRuleOn([company], d(-1))).toBeUndefined()
  expect(placeRuleOn([company, own('anywhere', 3)], d(2))?.rule).toBe('enrolled')
  expect(placeRuleOn([company, own('anywhere', 3)], d(3))?.rule).toBe('anywhere')
  expect(placeRuleOn([company, own('anywhere', 3), own('asCompany', 5)], d(5))?.rule).toBe('enrolled')
})

test('what must hold of attendance holds', async () => {
  const broken = await verify(at.database, attendanceInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
