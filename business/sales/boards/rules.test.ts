import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Day, daysOf, type Month } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { splitGapToTarget } from '../metrics/gap.ts'
import { clockOf, figuresOf, inSeason, monthOf, nothingSold, seasonOf, winBackOf } from './rules.ts'
import { dayGap, peopleProgress, piecesFor, splitByHours, standingOf } from './store-rules.ts'

const shanghai = { timeZone: 'Asia/Shanghai', cutOffMinutes: 0 }
const usual = Array.from({ length: 24 }, (_, h) => (h >= 10 && h < 22 ? 100 : 0))

test('the hours of a target sum to the target, whatever the course of the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 11 }),
      fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 24, maxLength: 24 }),
      (target, profile) => {
        const parts = splitByHours(cents(target), profile)
        if (profile.every((h) => h === 0)) expect(parts).toBeNull()
        else expect(parts!.reduce((a, b) => a + b, 0)).toBe(target)
      },
    ),
  )
})

test('the parts of a running day sum to its gap to the cent', () => {
  const hour = fc.record({
    net: fc.integer({ min: -50_000, max: 900_000 }),
    saleTickets: fc.integer({ min: 0, max: 9 }),
    units: fc.integer({ min: -2, max: 20 }),
    traffic: fc.integer({ min: 0, max: 60 }),
  })
  fc.assert(
    fc.property(
      fc.array(hour, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 10 ** 8 }),
      fc.integer({ min: 11, max: 22 }),
      (hours, target, now) => {
        const seen = hours
          .map((h, i) => ({ day: '2026-11-23' as Day, hour: i + 10, ...h, net: cents(h.net) }))
          .filter((h) => h.hour <= now)
        const day = {
          ...nothingSold,
          net: cents(seen.reduce((n, h) => n + h.net, 0)),
          saleTickets: seen.reduce((n, h) => n + h.saleTickets, 0),
        }
        const base = {
          ...nothingSold,
          net: cents(5_000_000),
          saleTickets: 40,
          units: 70,
          traffic: 400,
          countedTickets: 40,
          days: 56,
        }
        const gap = dayGap(
          day,
          cents(target),
          { state: 'running', part: 0.5, hour: now, minutes: now * 60 },
          seen,
          usual,
          base,
        )
        if (!gap) return
        expect(gap.parts.reduce((sum, p) => sum + p.amount, 0)).toBe(gap.actual - gap.target)
      },
    ),
  )
})

test('a store past midnight is still in yesterday’s business day until its cut-off', () => {
  const late = { timeZone: 'Asia/Shanghai', cutOffMinutes: 180 }
  const at = new Date('2026-11-24T01:00:00+08:00')
  expect(clockOf(late, '2026-11-23' as Day, at, usual)).toMatchObject({ state: 'running', part: 1 })
  expect(clockOf(shanghai, '2026-11-23' as Day, at, usual).state).toBe('over')
  expect(clockOf(shanghai, '2026-11-25' as Day, at, usual)).toMatchObject({ state: 'ahead', part: 0 })
})

test('half past three is half-way through a day that usually runs evenly from ten to ten', () => {
  expect(
    clockOf(shanghai, '2026-11-23' as Day, new Date('2026-11-23T16:00:00+08:00'), usual).part,
  ).toBeCloseTo(0.5, 9)
  expect(clockOf(shanghai, '2026-11-23' as Day, new Date('2026-11-23T16:00:00+08:00'), []).part).toBeNull()
})

test('a month without a target is not at nought per cent', () => {
  const days = daysOf('2026-11' as Month)
  const month = monthOf(
    { days, targets: days.map(() => null), sold: days.map(() => cents(100)) },
    '2026-11-10' as Day,
    1,
    figuresOf(nothingSold),
  )
  expect([month.target, month.pace, month.forecast]).toEqual([null, null, null])
})

test('what can be won back is never more than what lacks, nor more than the range allows', () => {
  expect(winBackOf(cents(-900), cents(400))).toBe(400)
  expect(winBackOf(cents(-300), cents(400))).toBe(300)
  expect(winBackOf(cents(500), cents(400))).toBe(0)
})

test('equal sales share a rank, and the next one is passed by a cent', () => {
  const people = [
    ['a', 500],
    ['b', 900],
    ['c', 900],
    ['d', 500],
  ].map(([person, net]) => ({ person: String(person), name: String(person), net: cents(Number(net)) }))
  expect(standingOf('a', people, 200)).toEqual({
    rank: 3,
    of: 4,
    toNext: { name: 'b', amount: 401, pieces: 3 },
  })
  expect(standingOf('b', people, 200)).toEqual({ rank: 1, of: 4, toNext: null })
  expect(piecesFor(1000, null)).toBeNull()
})

test('what the whole chain does is the season, and is not held against a store', () => {
  const month = {
    stores: 24,
    net: 600_000_00,
    saleTickets: 3_000,
    units: 4_500,
    traffic: 30_000,
    countedTickets: 3_000,
  }
  const before = { ...month, net: 300_000_00 }
  const base = {
    ...nothingSold,
    net: cents(1_000_000),
    saleTickets: 100,
    units: 150,
    traffic: 1_000,
    countedTickets: 100,
    days: 56,
  }
  const season = seasonOf(month, [before])!
  expect(season).toEqual({ conversionRate: 1, unitsPerTransaction: 1, averageUnitRetail: 2 })
  // Twice the price like everyone: only the people who did not come are missing.
  const actual = { netSales: cents(1_000_000), saleTickets: 50, netUnits: 75, traffic: 500 }
  const { parts, gap } = splitGapToTarget(actual, cents(2_000_000), inSeason(base, season))
  expect(parts.map((p) => [p.factor, p.amount])).toEqual([
    ['traffic', -1_000_000],
    ['conversionRate', 0],
    ['unitsPerTransaction', 0],
    ['averageUnitRetail', 0],
  ])
  expect(gap).toBe(-1_000_000)
})

test('a few stores make no season', () => {
  const few = { stores: 4, net: 1, saleTickets: 9_000, units: 1, traffic: 1, countedTickets: 1 }
  expect(seasonOf(few, [few])).toBeNull()
  expect(seasonOf(undefined, [])).toBeNull()
})

test('without a target for the day nobody is behind, however late it is and however little was sold', () => {
  const person = {
    person: 'p',
    name: 'p',
    position: 'associate',
    net: cents(0),
    saleTickets: 0,
    units: 0,
    monthNet: cents(0),
    monthUnits: 0,
    monthTarget: cents(500_000),
    monthToDateTarget: cents(400_000),
  }
  const evening = { state: 'running', part: 0.9, hour: 21, minutes: 0 } as const
  const behind = [null, cents(0), cents(10_000)].map(
    (target) => peopleProgress([{ ...person, target }], evening)[0]!.needsHelp,
  )
  expect(behind).toEqual([false, false, true])
})
