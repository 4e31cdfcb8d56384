import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  daysInMonth,
  firstDay,
  type Month,
  mondayOf,
  monthFrom,
  monthNumber,
  monthOf,
  yearOf,
} from '../../platform/kinds/day.ts'
import { deadlineOf, instantOf, minutesOf } from '../sales/reports/rules.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { Kind, Timing } from './catalogue/types.ts'
import type { Place } from './shape.ts'

export type Recurring = Exclude<Timing, { every: 'event' | 'standing' }>
export const recurs = (timing: Timing): timing is Recurring =>
  timing.every !== 'event' && timing.every !== 'standing'
/** The hours and the clock by which a place lives. */
export type Clock = Pick<Place, 'timeZone' | 'cutOffMinutes' | 'opensAt' | 'closesAt'>

/** Days before its due day on which a window may open at the earliest. */
export const mostOpensDays = 60

/** A clause due twice a day (opening and closing) tells the second time from the first: '2026-11-23#2'. */
export const plain = (period: string): string => period.split('#')[0]!

/** From when to when a period's duty can be done, by the clock of the place; missedAt null for a debt. */
export function windowOf(timing: Recurring, kind: Kind, place: Clock, period: string) {
  const day = dueDay(timing, period)
  const at = (d: Day, minutes: number): Date => instantOf(d, minutes, place.timeZone)
  const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)
  const byClosing = timing.every === 'day' && timing.by === 'closing'
  const byOpening = timing.every === 'day' && timing.by === 'opening'
  const dueAt = byClosing
    ? later(deadlineOf(place, day).closesAt, timing.grace)
    : byOpening
      ? later(at(day, minutesOf(place.opensAt)), timing.grace)
      : at(day, minutesOf(timing.by))
  const opensAt =
    byClosing || byOpening
      ? later(dueAt, -timing.opensMinutes)
      : at(addDays(day, timing.every === 'day' ? 0 : -timing.opensDays), place.cutOffMinutes)
  return {
    day,
    opensAt: opensAt < dueAt ? opensAt : dueAt,
    dueAt,
    missedAt: kind === 'debt' ? null : later(dueAt, timing.late * 60),
  }
}

/** Periods of a timing whose window, from the opening day to the due day, holds a day; of these those that open on it. */
export function periodsOpen(timing: Recurring, day: Day, openingOnly = false): string[] {
  if (timing.every === 'day') return [day]
  const near: string[] = []
  if (timing.every === 'week') for (const n of [0, 7]) near.push(weekOf(addDays(day, n)))
  if (timing.every === 'month') for (const n of [-2, -1, 0, 1, 2]) near.push(addMonths(monthOf(day), n))
  if (timing.every === 'quarter')
    for (const n of [-3, 0, 3, 6]) near.push(quarterOf(addMonths(monthOf(day), n)))
  if (timing.every === 'year') for (const n of [-1, 0, 1]) near.push(yearText(yearOf(day) + n))
  return near.filter((period) => {
    const due = dueDay(timing, period)
    const opens = addDays(due, -timing.opensDays)
    return openingOnly ? opens === day : opens <= day && day <= due
  })
}

function dueDay(timing: Recurring, period: string): Day {
  switch (timing.every) {
    case 'day':
      return period as Day
    case 'week':
      return addDays(mondayOfWeek(period), timing.weekday - 1)
    case 'month':
      return within(addMonths(period as Month, shift[timing.in]), timing.on)
    case 'quarter': {
      const first = firstOfQuarter(period)
      return within(addMonths(first, timing.in === 'before' ? -1 : timing.in === 'same' ? 2 : 3), timing.on)
    }
    case 'year':
      return within(monthFrom(Number(period) + shift[timing.in], timing.month), timing.on)
  }
}
const shift = { before: -1, same: 0, after: 1 } as const
const within = (month: Month, on: number | 'last'): Day =>
  addDays(firstDay(month), (on === 'last' ? daysInMonth(month) : Math.min(on, daysInMonth(month))) - 1)

/** 'YYYY-MM-DD', 'YYYY-Www', 'YYYY-MM', 'YYYY-Qn' or 'YYYY', each with its turn; 'event:' and a record. */
export function cadenceOf(key: string): Recurring['every'] | 'event' {
  const period = plain(key)
  if (period.startsWith(eventPeriod(''))) return 'event'
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return 'day'
  if (/^\d{4}-W\d{2}$/.test(period)) return 'week'
  if (/^\d{4}-Q\d$/.test(period)) return 'quarter'
  return period.length === 4 ? 'year' : 'month'
}
/** The ISO 8601 week of a day. */
export function weekOf(day: Day): string {
  const thursday = addDays(mondayOf(day), 3)
  const newYear = dayNumber(firstDay(monthFrom(yearOf(thursday), 1)))
  return `${yearText(yearOf(thursday))}-W${two(Math.floor((dayNumber(thursday) - newYear) / 7) + 1)}`
}
const mondayOfWeek = (week: string): Day =>
  addDays(mondayOf(`${week.slice(0, 4)}-01-04` as Day), 7 * (Number(week.slice(6)) - 1))
export const quarterOf = (month: Month): string =>
  `${yearText(yearOf(month))}-Q${Math.floor((monthNumber(month) - 1) / 3) + 1}`
const firstOfQuarter = (quarter: string): Month =>
  monthFrom(Number(quarter.slice(0, 4)), 3 * Number(quarter.slice(6)) - 2)
const yearText = (year: number): string => String(year).padStart(4, '0')
const two = (n: number): string => String(n).padStart(2, '0')
