import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../../platform/database/verify.ts'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { companyWide } from '../../../../platform/kinds/id.ts'
import type { Outcome } from '../../../../platform/server/outcome.ts'
import { answerOf, whyOf } from '../../../../tests/door.ts'
import { setTargets, today } from '../../boards/chain-for-tests.ts'
import type { ScopeProgress, StoreProgress } from '../../boards/shape.ts'
import { clock, type SteeringHouse, steeringHouse } from '../house-for-tests.ts'
import { steeringInvariants } from '../invariants.ts'
import type { companySeen, listSeen, monthSeen } from './views.ts'

type Seen = Omit<Awaited<ReturnType<typeof listSeen>>, 'standing'>
let h: SteeringHouse
let area: string
let manager: string
beforeAll(async () => {
  h = await steeringHouse()
  area = h.chain.areas[0]
  manager = h.chain.areaManagers[0]
})
afterAll(() => h.at.house.close())

const list = async (time = '09:30', day: Day = today, who = manager, input: object = { area }) =>
  answerOf<Seen>(await h.at.as(who, { now: clock(time, day) }).see('chase.list', input))
const submit = (lines: object[], more: object = {}, time = '09:40', day: Day = today) =>
  h.at.as(manager, { now: clock(time, day) }).do('chase.submit', { area, day, basedOn: 0, lines, ...more })
const line = (seat: string, more: object = {}) => ({
  seat,
  cause: 'conversionRate',
  measure: 'fitting',
  words: null,
  directive: null,
  ...more,
})
const problemOf = (outcome: Outcome) => (outcome.ok ? undefined : outcome.problem)

test('the list names the stores behind pace at yesterday’s close, with the boards’ own figures', async () => {
  const seen = await list()
  expect(seen).toMatchObject({ asOf: '2026-11-22', seats: 2, filed: null, before: null })
  const board = answerOf<{ stores: StoreProgress[]; total: ScopeProgress }>(
    await h.at.as(manager).see('boards.progress', { area, day: '2026-11-22' }),
  )
  const slow = board.stores.filter((s) => s.month.pace! < 0.98)
  expect(slow.length).toBeGreaterThan(0)
  expect(seen.lines.map((l) => l.seat).sort()).toEqual(slow.map((s) => s.store).sort())
  expect(seen.onPace + seen.lines.length + seen.withoutTarget).toBe(2)
  for (const l of seen.lines) {
    const own = board.stores.find((s) => s.store === l.seat)!
    expect(l.figures).toMatchObject({
      net: own.month.figures.net,
      pace: own.month.pace,
      winBack: own.month.winBack,
      off: own.month.forecast!.off,
    })
    expect(l.figures!.parts).toEqual(own.gap!.parts)
  }
  expect(seen.figures!.net).toBe(board.total.month.figures.net)
  // Evening sales of the day itself do not move it: it stands while one writes.
  expect((await list('21:00')).lines).toEqual(seen.lines)
})

test('every store behind must have a measure; who lacks one is named at its place', async () => {
  const { lines } = await list()
  const [first] = lines
  const none = problemOf(await submit([]))!
  expect(none).toMatchObject({ why: 'measureMissing', field: 'lines' })
  expect(none.facts!.seats).toEqual(lines.map((l) => l.seat))
  expect(none.title).toContain(first!.name)
  const blank = lines.map((l) => line(l.seat, { measure: null, words: ' ' }))
  expect(problemOf(await submit(blank))).toMatchObject({ why: 'measureMissing', field: 'lines.0.measure' })
  const other = h.chain.stores[2].id
  expect(problemOf(await submit([...lines.map((l) => line(l.seat)), line(other)]))!.why).toBe('notHere')
  expect(problemOf(await submit([line(first!.seat), line(first!.seat)]))!.why).toBe('twice')
})

test('handed in it freezes the figures; a correction is a new version and gives no directive twice', async () => {
  const { lines, figures } = await list()
  const all = lines.map((l, i) =>
    line(l.seat, i === 0 ? { directive: { due: { day: today, time: '18:00' } } } : {}),
  )
  const filed = answerOf<{ id: string; version: number; behind: number; directives: { id: string }[] }>(
    await submit(all),
  )
  expect(filed).toMatchObject({ version: 1, behind: lines.length })
  expect(filed.directives).toHaveLength(1)
  const seen = await list('10:00')
  expect(seen.filed).toMatchObject({ version: 1, behind: lines.length })
  expect(seen.figures).toEqual(figures)
  expect(seen.lines[0]!.line).toMatchObject({
    measure: 'fitting',
    directive: filed.directives[0]!.id,
    directiveState: 'given',
  })
  expect(whyOf(await submit(all))).toBe('changedMeanwhile')
  const again = answerOf<{ version: number; directives: unknown[] }>(
    await submit(
      all.map((l) => ({ ...l, words: '两点到五点' })),
      { basedOn: 1 },
      '10:30',
    ),
  )
  expect(again).toMatchObject({ version: 2, directives: [] })
  expect((await list('10:40')).lines[0]!.line).toMatchObject({
    words: '两点到五点',
    directive: filed.directives[0]!.id,
  })
  const [board] = answerOf<{ rows: { id: string; month: string; figures: object }[] }>(
    await h.at.as(h.chain.stores.find((s) => s.id === lines[0]!.seat)!.manager).see('directives.board'),
  ).rows
  expect(board).toMatchObject({ id: filed.directives[0]!.id, month: '2026-11', figures: lines[0]!.figures })
})

test('a directive that cannot be given is said at its line, and nothing of the list is kept', async () => {
  const { lines, filed } = await list('11:00')
  const all = lines.map((l) => line(l.seat))
  const wrong = h.chain.stores.find((s) => s.area === area && s.id !== lines[0]!.seat)!.id
  const late = [
    ...all.filter((l) => l.seat !== wrong),
    line(wrong, { directive: { due: { day: today, time: '08:00' } } }),
  ]
  const no = problemOf(await submit(late, { basedOn: filed!.version }, '11:00'))!
  expect([no.why, no.field]).toEqual(['dueGone', `lines.${late.length - 1}.directive`])
  expect((await list('11:01')).filed!.version).toBe(filed!.version)
})

test('only of its own day: a day that is over is not corrected, one ahead is not listed', async () => {
  expect(whyOf(await submit([], { day: addDays(today, -1) }))).toBe('dayOver')
  expect(whyOf(await submit([], { day: addDays(today, 1) }))).toBe('dayAhead')
})

test('the day after, yesterday’s measures stand with what has happened since', async () => {
  const seen = await list('09:00', addDays(today, 1))
  expect(seen.before).toMatchObject({ day: today, version: 2 })
  const [one] = seen.before!.lines
  const [sold] = await h.at.database.query<{ net: number; target: number }>(
    `select (select sum(net)::int8 from ticket where store_id = $1 and day = $2) as net,
       (select amount from store_day_target where store_id = $1 and day = $2) as target`,
    [one!.seat, today],
  )
  expect(one!.since).toMatchObject({ days: 1, net: sold!.net, target: sold!.target })
  expect(one!.since!.pace!.from).toBe(one!.figures!.pace)
  expect(one!.directiveState).toBe('given')
})

test('with nobody behind the empty list is handed in, and keeps what was seen', async () => {
  // Half a store’s target takes the area ahead of it.
  for (const store of h.chain.stores.slice(0, 2))
    await h.at.database.query(
      'update store_day_target set amount = amount / 4, month_to_date = month_to_date / 4, month_total = month_total / 4 where store_id = $1',
      [store.id],
    )
  const day = addDays(today, 2)
  await h.at.database.query('delete from person_day_target')
  const seen = await list('09:00', day)
  expect(seen.lines).toEqual([])
  expect(seen.onPace).toBe(2)
  answerOf(await submit([], {}, '09:05', day))
  const filed = await list('09:10', day)
  expect(filed.filed).toMatchObject({ behind: 0, version: 1 })
  expect(filed.figures!.net).toBe(seen.figures!.net)
})

test('on the first of a month nothing has run yet', async () => {
  const first = '2026-12-01' as Day
  for (const store of h.chain.stores.slice(0, 3)) await setTargets(h.at.database, store, '2026-12' as never)
  expect(await list('09:00', first)).toMatchObject({ asOf: null, lines: [], figures: null, seats: 2 })
  answerOf(await submit([], {}, '09:05', first))
  // Yesterday’s list belongs to another month: its pace is not set against this one.
  expect((await list('09:10', addDays(first, 1))).before!.day).toBe(first)
})

test('the director steers areas, sees their stores and which managers have handed in', async () => {
  const { director, areaManagers, areas } = h.chain
  const see = async (time = '10:00') =>
    answerOf<Awaited<ReturnType<typeof companySeen>>>(
      await h.at.as(director, { now: clock(time) }).see('chase.company', { day: today }),
    )
  const seen = await see()
  expect(seen.handedIn).toBe(1)
  const south = seen.lines.find((l) => l.seat === areas[1])!
  expect(south.stores.map((s) => s.code)).toEqual(['S01'])
  expect(south.list).toBeNull()
  const lines = seen.lines.map((l) =>
    line(l.seat, {
      measure: null,
      words: '周三前到店看一次',
      directive: { due: { day: today, time: '20:00' } },
    }),
  )
  expect(whyOf(await h.at.as(areaManagers[0]).do('chase.steer', { day: today, basedOn: 0, lines }))).toBe(
    'position',
  )
  const done = answerOf<{ id: string; directives: { seat: string; id: string }[] }>(
    await h.at.as(director, { now: clock('10:05') }).do('chase.steer', { day: today, basedOn: 0, lines }),
  )
  expect(done.directives.map((d) => d.seat).sort()).toEqual(seen.lines.map((l) => l.seat).sort())
  const [received] = answerOf<{ rows: object[] }>(await h.at.as(areaManagers[1]).see('directives.board')).rows
  expect(received).toMatchObject({
    side: 'received',
    level: 'area',
    store: companyWide,
    words: '周三前到店看一次',
  })
  expect((await see('10:10')).lines[0]!.line!.directiveState).toBe('given')
})

test('an area’s list is for its manager and those above', async () => {
  const { areaManagers, stores, director, finance } = h.chain
  expect(whyOf(await h.at.as(areaManagers[1]).see('chase.list', { area }))).toBe('scope')
  expect(whyOf(await h.at.as(areaManagers[0]).see('chase.company'))).toBe('position')
  expect(whyOf(await h.at.as(stores[0].manager).see('chase.list', { area }))).toBe('position')
  expect(whyOf(await h.at.as(finance).see('chase.list', { area }))).toBe('position')
  expect((await list('10:00', today, director)).seats).toBe(2)
  expect(whyOf(await h.at.as(director).do('chase.submit', { area, day: today, basedOn: 2, lines: [] }))).toBe(
    'position',
  )
})

test('a month is summed up once it is over, with a word for each store that fell short', async () => {
  const at = (time: string) => h.at.as(manager, { now: clock(time, '2026-12-02') })
  const see = async (who = at('10:00')) =>
    answerOf<Awaited<ReturnType<typeof monthSeen>>>(await who.see('chase.month', { area, month: '2026-11' }))
  const before = await see()
  expect(before.filed).toBeNull()
  expect(before.total.stores).toBe(2)
  await h.at.database.query('update store_day_target set amount = 900000 where store_id = $1 and day = $2', [
    h.chain.stores[0].id,
    '2026-11-30',
  ])
  await h.at.database.query(
    "update store_day_target set amount = amount * 9 where store_id = $1 and day < '2026-11-20'",
    [h.chain.stores[0].id],
  )
  const { stores } = await see()
  const short = stores.filter((s) => s.short)
  expect(short.map((s) => s.code)).toEqual(['E01'])
  const close = (lines: object[], basedOn = 0, month = '2026-11', time = '11:00') =>
    at(time).do('chase.closeMonth', { area, month, basedOn, lines, words: null })
  expect(whyOf(await close([], 0, '2026-12'))).toBe('monthRuns')
  const no = problemOf(await close([]))!
  expect([no.why, no.facts!.seats]).toEqual(['wordMissing', [short[0]!.seat]])
  const words = [{ seat: short[0]!.seat, words: '断码两周，十二月补齐' }]
  expect(answerOf(await close(words))).toMatchObject({ reached: 1, stores: 2 })
  expect(whyOf(await close(words))).toBe('changedMeanwhile')
  answerOf(await close([{ ...words[0]!, words: '断码两周' }], 1))
  const seen = await see()
  expect(seen.filed).toMatchObject({ version: 2, reached: 1 })
  expect(seen.stores[0]).toMatchObject({ code: 'E01', words: '断码两周', reached: false })
})

test('lists and months leave as sheets, and what must hold of them holds', async () => {
  const of = (name: string) =>
    (
      h.at.house.door.operations[name] as unknown as {
        sheet: (b: unknown, l: 'zh') => { rows: unknown[][]; totals: unknown[] }
      }
    ).sheet
  expect(of('chase.list')(await list('10:00'), 'zh').rows.length).toBeGreaterThan(0)
  const month = answerOf<object>(
    await h.at.as(manager, { now: clock('10:00', '2026-12-02') }).see('chase.month', { area }),
  )
  expect(of('chase.month')(month, 'zh').totals[5]).toBe('1 / 2')
  const found = await verify(h.at.database, steeringInvariants)
  expect(found.filter((f) => f.count > 0)).toEqual([])
  await h.at.database.query('delete from chase_line where behind')
  expect(
    (await verify(h.at.database, steeringInvariants)).filter((f) => f.count > 0).map((f) => f.name),
  ).toEqual(['chase.coversWhatLags'])
})
