import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verify } from '../../../../platform/database/verify.ts'
import type { Day } from '../../../../platform/kinds/day.ts'
import { answerOf, whyOf } from '../../../../tests/door.ts'
import { today } from '../../boards/chain-for-tests.ts'
import { nothingSold } from '../../boards/rules.ts'
import type { TradeSum } from '../../boards/shape.ts'
import { clock, type SteeringHouse, steeringHouse } from '../house-for-tests.ts'
import { steeringInvariants } from '../invariants.ts'
import { effectOf, effectSpans, measured } from './rules.ts'
import type { areaSeen, draftSeen, NoteSeen } from './views.ts'

describe('the effect of a change', () => {
  const day = (text: string): Day => text as Day
  const sold = (traffic: number, tickets: number, units = tickets * 2): TradeSum => ({
    ...nothingSold,
    net: (units * 50_000) as TradeSum['net'],
    saleTickets: tickets,
    countedTickets: tickets,
    traffic,
    units,
    days: 7,
  })
  const conversion = (before: TradeSum, since: TradeSum, expected = 0.12) =>
    effectOf(
      { factor: 'conversionRate', from: day('2026-11-09'), expected },
      day('2026-11-16'),
      { before, since },
      null,
    )

  test('is read over the days since, against the same weekdays before', () => {
    expect(effectSpans(day('2026-11-20'), day('2026-11-20'))).toBeUndefined()
    expect(effectSpans(day('2026-11-20'), day('2026-11-23'))).toEqual({
      days: 3,
      before: { from: '2026-11-13', to: '2026-11-15' },
      since: { from: '2026-11-20', to: '2026-11-22' },
    })
    // Ten days: two weeks back, so that Friday meets Friday and no day stands on both sides.
    expect(effectSpans(day('2026-11-13'), day('2026-11-23'))).toEqual({
      days: 10,
      before: { from: '2026-10-30', to: '2026-11-08' },
      since: { from: '2026-11-13', to: '2026-11-22' },
    })
    expect(effectSpans(day('2026-09-01'), day('2026-11-23'))!.days).toBe(14)
  })

  test('says what the counts say, and that small ones say nothing', () => {
    expect(conversion(sold(500, 50), sold(500, 62)).verdict).toBe('reached')
    expect(conversion(sold(500, 50), sold(500, 55)).verdict).toBe('better')
    expect(conversion(sold(500, 50), sold(505, 51)).verdict).toBe('same')
    expect(conversion(sold(500, 50), sold(500, 40)).verdict).toBe('worse')
    expect(conversion(sold(500, 50), sold(80, 12)).verdict).toBe('tooFew')
    expect(conversion(nothingSold, sold(500, 62)).verdict).toBe('tooFew')
    expect(conversion(sold(500, 50), sold(500, 62)).since).toEqual({ value: 0.124, above: 62, below: 500 })
  })

  test('stands beside the other stores only where none of them can be made out', () => {
    const others = { before: sold(500, 50), since: sold(500, 50) }
    const seen = (stores: number) =>
      effectOf(
        { factor: 'unitsPerTransaction', from: day('2026-11-09'), expected: 2.5 },
        day('2026-11-16'),
        others,
        { ...others, stores },
      ).others
    expect(seen(2)).toBeNull()
    expect(seen(3)!.since).toEqual({ value: 2, above: 100, below: 50 })
  })

  test('people count by the days on which somebody counted', () => {
    expect(measured('traffic', { ...sold(300, 30), days: 7, uncounted: 2 })).toEqual({
      value: 60,
      above: 300,
      below: 5,
    })
    expect(measured('traffic', { ...sold(0, 30), days: 7, uncounted: 7 }).value).toBeNull()
  })
})

let h: SteeringHouse
let store: SteeringHouse['chain']['stores'][number]
beforeAll(async () => {
  h = await steeringHouse()
  store = h.chain.stores[0]
})
afterAll(() => h.at.house.close())
const write = (more: object = {}, at = clock('15:00'), who = store.manager) =>
  h.at.as(who, { now: at }).do('adjust.write', {
    store: store.id,
    factor: 'unitsPerTransaction',
    change: '早会演练三件搭配，收银台加推丝巾',
    from: today,
    expected: 2.4,
    ...more,
  })
const draft = async (at = clock('15:00')) =>
  answerOf<Awaited<ReturnType<typeof draftSeen>>>(
    await h.at.as(store.manager, { now: at }).see('adjust.draft', { store: store.id }),
  )
const notes = async (who: string, at = clock('15:00')) =>
  answerOf<{ notes: NoteSeen[] }>(await h.at.as(who, { now: at }).see('adjust.notes', { store: store.id }))
    .notes

test('the note begins with seven days that are over, split to the cent over the four factors', async () => {
  const seen = await draft()
  const { figures } = seen
  expect([figures.from, figures.to]).toEqual(['2026-11-16', '2026-11-22'])
  const [sold] = await h.at.database.query<{ net: number; tickets: number; units: number; target: number }>(
    `select sum(net)::int8 as net, sum(sale_tickets)::int4 as tickets, sum(units)::int4 as units, (select sum(amount)::int8 from store_day_target
       where store_id = $1 and day between $2 and $3) as target from ticket where store_id = $1 and day between $2 and $3`,
    [store.id, figures.from, figures.to],
  )
  expect([figures.net, figures.target]).toEqual([sold!.net, sold!.target])
  expect(figures.gap!.basis).toBe('traffic')
  expect(figures.gap!.parts.map((p) => p.factor)).toEqual([
    'traffic',
    'conversionRate',
    'unitsPerTransaction',
    'averageUnitRetail',
  ])
  expect(figures.gap!.parts.reduce((sum, p) => sum + p.amount, 0)).toBe(sold!.net - sold!.target)
  expect(figures.factors.unitsPerTransaction.now).toEqual({
    value: sold!.units / sold!.tickets,
    above: sold!.units,
    below: sold!.tickets,
  })
  expect(seen.written).toEqual([])
  expect(seen.last).toBeNull()
})

test('it says what changes from when, and what is expected of it', async () => {
  expect(whyOf(await write({ change: '' }))).toBe('badShape')
  expect(whyOf(await write({ expected: 0 }))).toBe('badShape')
  expect(whyOf(await write({ factor: 'conversionRate', expected: 1.2 }))).toBe('expectedTooHigh')
  expect(whyOf(await write({ from: '2026-11-10' }))).toBe('fromTooEarly')
  expect(whyOf(await write({ from: '2027-01-10' }))).toBe('fromTooLate')
  const done = answerOf<{ id: string; week: Day }>(await write())
  expect(done.week).toBe('2026-11-23')
  const [note] = (await draft()).written
  expect(note).toMatchObject({ id: done.id, factor: 'unitsPerTransaction', expected: 2.4, from: today })
  expect(note!.figures).toEqual((await draft()).figures)
})

test('a week on the next note begins with what came of the last', async () => {
  const later = clock('15:00', '2026-11-30')
  const seen = await draft(later)
  expect(seen.written).toEqual([])
  expect(seen.last!.effect).toMatchObject({ days: 7, verdict: 'tooFew' })
  expect(seen.last!.effect.spans!.before).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect((await draft()).last!.effect.verdict).toBe('notYet')
})

test('the store’s superiors read it, other stores do not', async () => {
  const { chain } = h
  for (const who of [store.manager, chain.areaManagers[0], chain.director, h.generalManager])
    expect(await notes(who)).toHaveLength(1)
  const see = (who: string) => h.at.as(who).see('adjust.notes', { store: store.id })
  expect(whyOf(await see(chain.stores[1].manager))).toBe('scope')
  expect(whyOf(await see(chain.areaManagers[1]))).toBe('scope')
  expect(whyOf(await write({}, clock('15:00'), chain.areaManagers[0]))).toBe('position')
  expect(whyOf(await write({}, clock('15:00'), chain.stores[1].manager))).toBe('scope')
})

test('of an area’s stores, who wrote nothing this week stands first', async () => {
  const see = async (who: string, day = today) =>
    answerOf<Awaited<ReturnType<typeof areaSeen>>>(
      await h.at.as(who, { now: clock('16:00', day) }).see('adjust.area', { area: h.chain.areas[0] }),
    )
  const seen = await see(h.chain.areaManagers[0])
  expect(seen.stores.map((s) => [s.code, s.thisWeek])).toEqual([
    ['E02', false],
    ['E01', true],
  ])
  const next = await see(h.chain.director, '2026-11-30' as Day)
  expect(next.stores.map((s) => [s.code, s.thisWeek, s.note?.effect.verdict ?? null])).toEqual([
    ['E01', false, 'tooFew'],
    ['E02', false, null],
  ])
  expect(whyOf(await h.at.as(h.chain.areaManagers[1]).see('adjust.area', { area: h.chain.areas[0] }))).toBe(
    'scope',
  )
  expect(whyOf(await h.at.as(store.manager).see('adjust.area', { area: h.chain.areas[0] }))).toBe('position')
})

test('notes leave as sheets, and what must hold of them holds', async () => {
  for (const name of ['adjust.notes', 'adjust.area']) {
    const input = name === 'adjust.notes' ? { store: store.id } : { area: h.chain.areas[0] }
    const seen = answerOf<object>(await h.at.as(h.chain.director).see(name, input))
    const { sheet } = h.at.house.door.operations[name] as unknown as {
      sheet: (b: unknown, l: 'en') => { rows: unknown[][]; columns: unknown[] }
    }
    const made = sheet(seen, 'en')
    expect(made.rows.length).toBeGreaterThan(0)
    expect(made.rows.every((row) => row.length <= made.columns.length)).toBe(true)
  }
  expect((await verify(h.at.database, steeringInvariants)).filter((f) => f.count > 0)).toEqual([])
})
