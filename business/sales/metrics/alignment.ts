import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, addYears, daysBetween, yearOf } from '../../../platform/kinds/day.ts'
import { alignmentWords } from './words.ts'

/**
 * What a day is compared with: yesterday, the same weekday a week ago, and last year by date, by weekday (364 days)
 * or by the distance to lunar new year (春节).
 */
export type Alignment = keyof typeof alignmentWords
export const alignments = Object.keys(alignmentWords) as Alignment[]

/** First day of the first lunar month, by the year it falls in. Passed in: headquarters' calendar is the source. */
export type LunarNewYears = Readonly<Record<number, Day>>

/** Days before and after lunar new year that follow it; outside of them a year is aligned by weekday. */
export const festivalReach = { before: 30, after: 20 } as const

export interface ComparisonDay {
  readonly day: Day
  /** How it was found: a lunar comparison far from the festival falls back to the weekday and says so. */
  readonly by: Alignment
  /** Days from lunar new year (0 = the day itself), where that decided. */
  readonly fromNewYear?: number
}

/** The day to compare with; undefined when the table lacks a year that is needed: no value, never a guess. */
export function comparisonDay(
  day: Day,
  alignment: Alignment,
  newYears: LunarNewYears = {},
): ComparisonDay | undefined {
  switch (alignment) {
    case 'yesterday':
      return { day: addDays(day, -1), by: alignment }
    case 'lastWeek':
      return { day: addDays(day, -7), by: alignment }
    case 'calendar':
      return { day: addYears(day, -1), by: alignment }
    case 'weekday':
      return { day: addDays(day, -364), by: alignment }
    case 'lunarFestival':
      return byFestival(day, newYears)
  }
}

export interface AlignedPeriod {
  readonly pairs: readonly { readonly day: Day; readonly with: ComparisonDay | undefined }[]
  /** Days of the comparison period used twice, which happens at the edges of the festival: to be told, not hidden. */
  readonly usedTwice: readonly Day[]
  /** Days without a comparison, because the table lacks the year. */
  readonly without: readonly Day[]
}

/** Aligns each day of a period by itself. */
export function alignPeriod(
  days: readonly Day[],
  alignment: Alignment,
  newYears: LunarNewYears = {},
): AlignedPeriod {
  const pairs = days.map((day) => ({ day, with: comparisonDay(day, alignment, newYears) }))
  const seen = new Set<Day>()
  const twice = new Set<Day>()
  for (const { with: found } of pairs) {
    if (!found) continue
    if (seen.has(found.day)) twice.add(found.day)
    seen.add(found.day)
  }
  return {
    pairs,
    usedTwice: [...twice].sort(),
    without: pairs.flatMap((pair) => (pair.with ? [] : [pair.day])),
  }
}

function byFestival(day: Day, newYears: LunarNewYears): ComparisonDay | undefined {
  const year = yearOf(day)
  // From 22 December on, the festival that a day belongs to may be next year's (the earliest is 21 January).
  for (const festival of [year, year + 1]) {
    const date = newYears[festival]
    if (!date) {
      if (mayBelongTo(day, festival)) return undefined
      continue
    }
    const distance = daysBetween(date, day)
    if (distance < -festivalReach.before || distance > festivalReach.after) continue
    const before = newYears[festival - 1]
    return before && { day: addDays(before, distance), by: 'lunarFestival', fromNewYear: distance }
  }
  return comparisonDay(day, 'weekday')
}

/** Lunar new year falls from 21 January to 20 February: only near that does a missing year matter. */
function mayBelongTo(day: Day, festival: number): boolean {
  const earliest = addDays(`${festival}-01-21` as Day, -festivalReach.before)
  const latest = addDays(`${festival}-02-20` as Day, festivalReach.after)
  return day >= earliest && day <= latest
}
