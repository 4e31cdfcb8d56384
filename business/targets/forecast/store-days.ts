import type { Day } from '../../../platform/kinds/day.ts'
import { dayNumber } from '../../../platform/kinds/day.ts'

/** One line of history or plan. Sales in any unit (the model works on logarithms); missing facts are optional. */
export interface StoreDay {
  readonly store: string
  readonly day: Day
  /** Undefined for a day to come or an unknown total: missing is never zero. */
  readonly sales?: number
  readonly open?: boolean
  readonly promotion?: boolean
  readonly publicHoliday?: boolean
  readonly schoolHoliday?: boolean
}

/** A store's days as parallel arrays from `first` (day number) on, so that 1,000 stores × 3 years stay small. */
export interface StoreDays {
  readonly store: string
  readonly first: number
  readonly length: number
  /** NaN where unknown, closed or zero. */
  readonly sales: Float64Array
  readonly flags: Uint8Array
  /** Weekdays (1–7) on which the store does not trade as a rule. */
  readonly usuallyClosed: ReadonlySet<number>
}

const known = 1
const open = 2
const promotion = 4
const publicHoliday = 8
const schoolHoliday = 16

export const isOpen = (s: StoreDays, at: number): boolean => has(s, at, open)
export const onPromotion = (s: StoreDays, at: number): boolean => has(s, at, promotion)
export const onPublicHoliday = (s: StoreDays, at: number): boolean => has(s, at, publicHoliday)
export const onSchoolHoliday = (s: StoreDays, at: number): boolean => has(s, at, schoolHoliday)
/** Known to be closed, which is not the same as unknown. */
export const plannedClosed = (s: StoreDays, at: number): boolean =>
  at >= 0 && at < s.length && (s.flags[at]! & (known | open)) === known
export const isUsuallyClosed = (s: StoreDays, at: number): boolean =>
  s.usuallyClosed.has(weekday(s.first + at))
export const offsetOf = (s: StoreDays, number: number): number => number - s.first

/** Groups lines by store (in order of name), whatever order they come in. A repeated store-day is added up. */
export function storeDaysOf(lines: Iterable<StoreDay>): StoreDays[] {
  const byStore = new Map<string, StoreDay[]>()
  for (const line of lines) {
    const list = byStore.get(line.store)
    if (list) list.push(line)
    else byStore.set(line.store, [line])
  }
  return [...byStore]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([store, days]) => arrays(store, days))
}

function arrays(store: string, days: readonly StoreDay[]): StoreDays {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  const numbers = days.map((line) => {
    const number = dayNumber(line.day)
    first = Math.min(first, number)
    last = Math.max(last, number)
    return number
  })
  const length = last - first + 1
  const sales = new Float64Array(length).fill(Number.NaN)
  const flags = new Uint8Array(length)
  days.forEach((line, i) => {
    const at = numbers[i]! - first
    if (line.sales !== undefined && line.sales > 0 && line.open !== false) {
      sales[at] = line.sales + (Number.isNaN(sales[at]!) ? 0 : sales[at]!)
    }
    flags[at] =
      flags[at]! |
      known |
      (line.open === false ? 0 : open) |
      (line.promotion ? promotion : 0) |
      (line.publicHoliday ? publicHoliday : 0) |
      (line.schoolHoliday ? schoolHoliday : 0)
  })
  return { store, first, length, sales, flags, usuallyClosed: restDays(first, flags) }
}

/** A weekday is a rest day of the store when at least four of five such days were closed. */
function restDays(first: number, flags: Uint8Array): ReadonlySet<number> {
  const closed = new Array<number>(8).fill(0)
  const total = new Array<number>(8).fill(0)
  for (let at = 0; at < flags.length; at++) {
    if (!(flags[at]! & known)) continue
    const w = weekday(first + at)
    total[w]!++
    if (!(flags[at]! & open)) closed[w]!++
  }
  return new Set([1, 2, 3, 4, 5, 6, 7].filter((w) => total[w]! >= 4 && closed[w]! >= 0.8 * total[w]!))
}

const has = (s: StoreDays, at: number, flag: number): boolean =>
  at >= 0 && at < s.length && (s.flags[at]! & flag) !== 0
const weekday = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1
