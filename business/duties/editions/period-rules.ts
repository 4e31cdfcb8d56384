import {
  addDays,
  type Day,
  firstDay,
  type Month,
  mondayOf,
  monthOf,
  yearOf,
} from '../../../platform/kinds/day.ts'
import { cadenceOf, quarterOf, weekOf } from '../calendar-rules.ts'
import type { Cadence, Timing } from '../catalogue/types.ts'
import type { Clause } from '../shape.ts'

type Recurring = Exclude<Cadence, 'event' | 'standing'>
export const coarseness = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Recurring[]
const rank = (cadence: Cadence): number => (coarseness as readonly string[]).indexOf(cadence)

/** The period of a cadence that a day falls in: '2026-W48', '2026-11', '2026-Q4', '2026'. */
export function periodAround(cadence: Recurring, day: Day): string {
  switch (cadence) {
    case 'day':
      return day
    case 'week':
      return weekOf(day)
    case 'month':
      return monthOf(day)
    case 'quarter':
      return quarterOf(monthOf(day))
    case 'year':
      return String(yearOf(day)).padStart(4, '0')
  }
}

/**
 * The periods of a clause that a proof answers which names a finer one: a report of 24 November answers week 48 where the
 * company asks for the report by the week. A period that the clause knows itself stays as it is.
 */
export function periodsAsked(calendar: Clause['calendar'], period: string): string[] {
  const named = cadenceOf(period)
  if (named === 'event' || calendar.some((t) => t.every === named)) return [period]
  const day = someDayOf(named, period)
  const coarser = calendar.filter((t) => rank(t.every) > rank(named))
  return [...new Set([period, ...coarser.map((t) => periodAround(t.every as Recurring, day))])]
}

/** The periods of every cadence that a day lies in. */
export const periodsHolding = (day: Day): string[] => coarseness.map((cadence) => periodAround(cadence, day))

/** A day by which a period counts: the Thursday of a week, as ISO 8601 counts it; else its first. */
function someDayOf(cadence: Recurring, period: string): Day {
  const plain = period.split('#')[0]!
  if (cadence === 'day') return plain as Day
  if (cadence === 'week')
    return addDays(mondayOf(`${plain.slice(0, 4)}-01-04` as Day), 7 * (Number(plain.slice(6)) - 1) + 3)
  if (cadence === 'month') return firstDay(plain as Month)
  if (cadence === 'quarter') {
    const month = String(3 * Number(plain.slice(6)) - 2).padStart(2, '0')
    return `${plain.slice(0, 4)}-${month}-01` as Day
  }
  return `${plain}-01-01` as Day
}

/** Whether a proof that answers these timings also answers another: the same cadence, or a coarser one. */
export function mayAskFor(proved: readonly Timing[], asked: Timing): boolean {
  if (asked.every === 'standing') return false
  if (asked.every === 'event') return proved.some((t) => t.every === 'event')
  return proved.some((t) => rank(t.every) >= 0 && rank(t.every) <= rank(asked.every))
}

/** How many times a day a timing comes on average; events as often as they lately did. */
export function timesADay(timing: Timing, eventsADay: number): number {
  switch (timing.every) {
    case 'day':
      return 1
    case 'week':
      return 1 / 7
    case 'month':
      return 12 / 365.25
    case 'quarter':
      return 4 / 365.25
    case 'year':
      return 1 / 365.25
    case 'event':
      return eventsADay
    case 'standing':
      return 0
  }
}
