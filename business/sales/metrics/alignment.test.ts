import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, dayOf, daysBetween, daysThrough, weekdayOf } from '../../../platform/kinds/day.ts'
import { alignments, alignPeriod, comparisonDay } from './alignment.ts'

const newYears = {
  2023: dayOf('2023-01-22'),
  2024: dayOf('2024-02-10'),
  2025: dayOf('2025-01-29'),
  2026: dayOf('2026-02-17'),
}
const compared = (day: string, alignment: (typeof alignments)[number]) =>
  comparisonDay(dayOf(day), alignment, newYears)?.day

test.each([
  ['2026-05-16', 'yesterday', '2026-05-15'],
  ['2026-05-16', 'lastWeek', '2026-05-09'],
  ['2026-05-16', 'calendar', '2025-05-16'],
  ['2024-02-29', 'calendar', '2023-02-28'],
  ['2026-05-16', 'weekday', '2025-05-17'],
  ['2026-01-01', 'yesterday', '2025-12-31'],
] as const)('%s by %s is compared with %s', (day, alignment, with_) => {
  expect(compared(day, alignment)).toBe(with_)
})

describe('春节对齐', () => {
  test('初一比初一,除夕比除夕', () => {
    expect(compared('2026-02-17', 'lunarFestival')).toBe('2025-01-29')
    expect(compared('2026-02-16', 'lunarFestival')).toBe('2025-01-28')
    expect(comparisonDay(dayOf('2025-02-04'), 'lunarFestival', newYears)).toEqual({
      day: '2024-02-16',
      by: 'lunarFestival',
      fromNewYear: 6,
    })
  })

  test('the days of December before an early new year belong to it', () => {
    // 30 December 2024 is 30 days before 29 January 2025.
    expect(compared('2024-12-30', 'lunarFestival')).toBe('2024-01-11')
    expect(compared('2024-12-29', 'lunarFestival')).toBe(addDays(dayOf('2024-12-29'), -364))
  })

  test('the festival reaches from 30 days before to 20 days after; beyond it the weekday decides, and it says so', () => {
    expect(comparisonDay(dayOf('2026-03-09'), 'lunarFestival', newYears)).toMatchObject({
      by: 'lunarFestival',
      fromNewYear: 20,
    })
    expect(comparisonDay(dayOf('2026-03-10'), 'lunarFestival', newYears)).toEqual({
      day: '2025-03-11',
      by: 'weekday',
    })
    expect(comparisonDay(dayOf('2026-01-18'), 'lunarFestival', newYears)).toMatchObject({
      by: 'lunarFestival',
      fromNewYear: -30,
    })
    expect(comparisonDay(dayOf('2026-01-17'), 'lunarFestival', newYears)).toMatchObject({ by: 'weekday' })
  })

  test('a year missing from the table gives no comparison near the festival, and does not matter in summer', () => {
    expect(compared('2027-02-06', 'lunarFestival')).toBeUndefined()
    expect(compared('2023-01-22', 'lunarFestival')).toBeUndefined()
    expect(compared('2028-07-01', 'lunarFestival')).toBe('2027-07-03')
    expect(compared('2026-12-30', 'lunarFestival')).toBeUndefined()
  })

  test('a period tells the days used twice and the days without a comparison', () => {
    const spring = alignPeriod(
      daysThrough(dayOf('2026-01-10'), dayOf('2026-03-20')),
      'lunarFestival',
      newYears,
    )
    expect(spring.without).toEqual([])
    const used = spring.pairs.map((pair) => pair.with!.day)
    expect(spring.usedTwice).toEqual([...new Set(used.filter((day, i) => used.indexOf(day) !== i))].sort())
    expect(spring.usedTwice.length).toBeGreaterThan(0)
    const unknown = alignPeriod([dayOf('2027-02-06'), dayOf('2027-08-01')], 'lunarFestival', newYears)
    expect(unknown.without).toEqual(['2027-02-06'])
  })
})

test('alignment by weekday keeps the weekday and never uses a day twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 90 }), (start, length) => {
      const from = addDays(dayOf('2020-01-01'), start)
      const period = alignPeriod(daysThrough(from, addDays(from, length)), 'weekday')
      expect(period.usedTwice).toEqual([])
      for (const { day, with: found } of period.pairs) expect(weekdayOf(found!.day)).toBe(weekdayOf(day))
    }),
  )
})

test('a comparison always lies before the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom(...alignments), (offset, alignment) => {
      const day: Day = addDays(dayOf('2024-03-15'), offset)
      const found = comparisonDay(day, alignment, newYears)
      if (found) expect(daysBetween(found.day, day)).toBeGreaterThan(0)
    }),
  )
})
