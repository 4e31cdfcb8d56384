import type { Actor, Appointment } from '../../platform/access/who.ts'
import {
  addDays,
  addMonths,
  businessDayAt,
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
import { companyWide } from '../../platform/kinds/id.ts'
import { deadlineOf, instantOf, minutesOf } from '../sales/reports/rules.ts'
import { eventPeriod, type Kind, type Page, type Raised, type Timing } from './catalogue/types.ts'
import type { Clause, Counts, Due, Place, Role } from './shape.ts'

type Recurring = Exclude<Timing, { every: 'event' | 'standing' }>
const recurs = (timing: Timing): timing is Recurring =>
  timing.every !== 'event' && timing.every !== 'standing'

export interface Circumstances {
  /** Whether the store trades that day. */
  readonly closed: boolean
  /** Who holds the position there on that day. */
  readonly holders: readonly string[]
  /** Set where each holder owes it himself: those who do, that day. */
  readonly among?: ReadonlySet<string>
}

/**
 * What of a clause is due at a place on a business day: every instance whose window holds that day. Asked again for any
 * day of the window it gives the same instance, so that generation may run twice or late. A duty of the day is not due
 * where the store is closed, and nothing is due of a position that nobody holds.
 */
export function dueOn(clause: Clause, place: Place, day: Day, at: Circumstances): Due[] {
  const owed = at.among ? at.holders.filter((person) => at.among!.has(person)) : at.holders
  if (owed.length === 0) return []
  return clause.calendar.flatMap((timing) => {
    if (!recurs(timing) || (timing.every === 'day' && at.closed)) return []
    return periodsOpen(timing, day).flatMap((period) => {
      const due = dueFor(clause, timing, place, period + turnOf(clause, timing))
      return at.among ? owed.map((holder) => ({ ...due, holder })) : [due]
    })
  })
}

/** The instance of one period, whether or not its window has come; undefined when the clause has no such period. */
export function instanceFor(clause: Clause, place: Place, period: string): Due | undefined {
  const timing = clause.calendar.find(
    (t) => t.every === cadenceOf(period) && turnOf(clause, t) === period.slice(plain(period).length),
  )
  return timing && recurs(timing) ? dueFor(clause, timing, place, period) : undefined
}
/** A clause due twice a day (opening and closing) tells the second time from the first: '2026-11-23#2'. */
function turnOf(clause: Clause, timing: Timing): string {
  const turn = clause.calendar.filter((t) => t.every === timing.every).indexOf(timing)
  return turn > 0 ? `#${turn + 1}` : ''
}
const plain = (period: string): string => period.split('#')[0]!

function dueFor(clause: Clause, timing: Recurring, place: Place, period: string): Due {
  const { day, opensAt, dueAt, missedAt } = windowOf(timing, clause.kind, place, plain(period))
  return {
    store: place.store,
    seat: place.seat,
    duty: clause.duty,
    position: clause.position,
    holder: companyWide,
    cadence: timing.every,
    period,
    day,
    opensAt,
    dueAt,
    missedAt,
    minutes: clause.minutes,
  }
}

/**
 * What a clause asks for when something raises it: open from now, due when the raiser says or so many hours later as the
 * clause does, and counted on the business day on which it falls due. Undefined where the clause knows no event.
 */
export function dueByEvent(
  clause: Clause,
  place: Place,
  { event, person, dueAt }: Pick<Raised, 'event' | 'person' | 'dueAt'>,
  now: Date,
): Due | undefined {
  const timing = clause.calendar.find((t) => t.every === 'event')
  if (!timing) return undefined
  const due = dueAt ?? new Date(now.getTime() + timing.hours * 3_600_000)
  return {
    store: place.store,
    seat: place.seat,
    duty: clause.duty,
    position: clause.position,
    holder: person ?? companyWide,
    cadence: 'event',
    period: eventPeriod(event),
    day: businessDayAt(due, place.timeZone, place.cutOffMinutes),
    opensAt: due < now ? due : now,
    dueAt: due,
    missedAt: clause.kind === 'debt' ? null : new Date(due.getTime() + timing.late * 3_600_000),
    minutes: clause.minutes,
  }
}

/** From when to when a period's duty can be done, by the clock of the place; missedAt null for a debt. */
export function windowOf(timing: Recurring, kind: Kind, place: Place, period: string) {
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

/** Periods of a timing whose window, from the opening day to the due day, holds a day. */
export function periodsOpen(timing: Recurring, day: Day): string[] {
  if (timing.every === 'day') return [day]
  const near: string[] = []
  if (timing.every === 'week') for (const n of [0, 7]) near.push(weekOf(addDays(day, n)))
  if (timing.every === 'month') for (const n of [-2, -1, 0, 1, 2]) near.push(addMonths(monthOf(day), n))
  if (timing.every === 'quarter')
    for (const n of [-3, 0, 3, 6]) near.push(quarterOf(addMonths(monthOf(day), n)))
  if (timing.every === 'year') for (const n of [-1, 0, 1]) near.push(yearText(yearOf(day) + n))
  return near.filter((period) => {
    const due = dueDay(timing, period)
    return addDays(due, -timing.opensDays) <= day && day <= due
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

/** The page of the act with everything that the instance knows filled in. */
export function pageOf(
  page: Page,
  { store, seat, period, day }: { store: string; seat: string; period: string; day: string },
): { path: string; query: Record<string, string> } {
  const cadence = cadenceOf(period)
  const facts: Record<string, string> = {
    $store: store,
    $area: seat,
    $day: cadence === 'day' ? plain(period) : day,
    $dayBefore: addDays(day as Day, -1),
    $month: (cadence === 'month' ? period : day).slice(0, 7),
    $year: (cadence === 'event' ? day : period).slice(0, 4),
    $event: cadence === 'event' ? period.slice(eventPeriod('').length) : '',
  }
  const fill = (text: string): string => text.replace(/\$\w+/g, (name) => facts[name] ?? name)
  return {
    path: fill(page.path),
    query: Object.fromEntries(Object.entries(page.query ?? {}).map(([key, value]) => [key, fill(value)])),
  }
}

/** Below so many judged instances a rate says little: nobody is ranked by it. */
export const leastForRanking = 10
/** Done in time out of all that had to be done by now; excused ones stand apart, what is still open is not judged. */
export function inTimeRate(counts: Counts): { rate: number | null; of: number; ranked: boolean } {
  const of = counts.inTime + counts.late + counts.missed + counts.overdue
  return { rate: of === 0 ? null : counts.inTime / of, of, ranked: of >= leastForRanking }
}

/** The chain of command: who looks after whom. */
const chain = ['generalManager', 'operationsDirector', 'areaManager', 'storeManager', 'salesAssociate']
export function outranks(superior: string, position: string): boolean {
  const at = chain.indexOf(superior)
  return at >= 0 && at < chain.indexOf(position)
}

export type Section = 'now' | 'next' | 'later'
const soon = 24 * 3_600_000
/** Now: overdue, or due within a day. Next: opens within a day. Later: the rest. */
export function sectionOf(opensAt: Date, dueAt: Date, now: Date): Section {
  if (opensAt <= now) return dueAt.getTime() - now.getTime() <= soon ? 'now' : 'later'
  return opensAt.getTime() - now.getTime() <= soon ? 'next' : 'later'
}
/** Whole days for which a debt has been overdue. */
export const ageOf = (dueAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - dueAt.getTime()) / 86_400_000))

export interface ActedAs {
  readonly role: Role
  readonly onBehalfOf: string | null
}
/** In which part somebody acted for a seat: its holder, his delegate (代办), or a position that may stand in; else undefined. */
export function actedAs(
  actor: Pick<Actor, 'appointments'>,
  position: string,
  standIns: readonly string[],
  seat: string,
): ActedAs | undefined {
  const here = actor.appointments.filter((a) => reachesSeat(a, seat))
  const held = here.filter((a) => a.position === position && (a.store ?? a.area ?? companyWide) === seat)
  if (held.some((a) => a.onBehalfOf === undefined)) return { role: 'holder', onBehalfOf: null }
  const lent = held.find((a) => a.onBehalfOf !== undefined)
  if (lent) return { role: 'delegate', onBehalfOf: lent.onBehalfOf! }
  return here.some((a) => standIns.includes(a.position))
    ? { role: 'substitute', onBehalfOf: null }
    : undefined
}
/** Headquarters reach every seat. */
const reachesSeat = (a: Appointment, seat: string): boolean =>
  a.store !== undefined
    ? a.store === seat
    : a.area !== undefined
      ? a.area === seat || a.areaStores.includes(seat)
      : true
