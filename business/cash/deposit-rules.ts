import { addDays, type Day, weekdayOf } from '../../platform/kinds/day.ts'
import { formatMoney, type Money, subtract, sum } from '../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { CalendarDay } from '../organization/calendar/shape.ts'
import { instantOf, minutesOf } from '../sales/reports/rules.ts'
import type { Terms, ToDeposit } from './shape.ts'

/** A bank's counter is open from Monday to Friday unless the calendar says otherwise. */
export function isWorkingDay(day: Day, marked: ReadonlyMap<Day, CalendarDay['kind']>): boolean {
  const kind = marked.get(day)
  if (kind) return kind === 'makeUpWorkday'
  return weekdayOf(day) <= 5
}

/** So far ahead the calendar is looked into: longer than any holiday with five working days after it. */
export const calendarAhead = 30

/** By when a day's cash must be paid in: so many working days later, at the company's hour on the store's wall. */
export function dueOf(
  day: Day,
  terms: Terms,
  marked: ReadonlyMap<Day, CalendarDay['kind']>,
  timeZone: string,
): { day: Day; at: Date } {
  let left = terms.workingDays
  let due = day
  for (let n = 1; left > 0 && n <= calendarAhead; n++) {
    due = addDays(day, n)
    if (terms.weekends || isWorkingDay(due, marked)) left--
  }
  return { day: due, at: instantOf(due, minutesOf(terms.payInBy), timeZone) }
}

export const isLate = (paidAt: string | Date, dueAt: string | Date): boolean =>
  new Date(paidAt) > new Date(dueAt)

export type NotDeposited = 'safeTooSmall' | 'dayNotOwed' | 'sayWhy'
/** Whether an amount may be paid in for these days: the safe must hold it, and another amount than the days' needs its reason. */
export function checkDeposit(
  inSafe: Money,
  owed: readonly ToDeposit[],
  days: readonly Day[],
  amount: Money,
  words: string | null,
): Refusal<NotDeposited> | { readonly asked: Money; readonly days: readonly ToDeposit[] } {
  const chosen = owed.filter((o) => days.includes(o.day))
  const missing = days.find((d) => !chosen.some((o) => o.day === d))
  if (missing) return refuse('dayNotOwed', { day: missing }, 'days')
  if (amount > inSafe)
    return refuse('safeTooSmall', { lack: `¥${formatMoney(subtract(amount, inSafe))}` }, 'amount')
  const asked = sum(chosen.map((o) => o.amount))
  if (asked !== amount && !words) return refuse('sayWhy', {}, 'words')
  return { asked, days: chosen }
}
