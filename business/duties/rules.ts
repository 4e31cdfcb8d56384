import type { Actor, Appointment } from '../../platform/access/who.ts'
import { addDays, businessDayAt, type Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import {
  type Clock,
  cadenceOf,
  periodsOpen,
  plain,
  type Recurring,
  recurs,
  windowOf,
} from './calendar-rules.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { Raised } from './catalogue/proofs.ts'
import type { Page, Timing } from './catalogue/types.ts'
import type { Clause, Counts, Due, Place, Role } from './shape.ts'

export interface Circumstances {
  /** Whether the store is shut on that day. */
  readonly closed: boolean
  /** Who holds the position there on that day. */
  readonly holders: readonly string[]
  /** Set where each holder owes it himself: those who do, that day. */
  readonly among?: ReadonlySet<string>
  /** What opened before this day was made on the day it opened: only what opens now is asked for. */
  readonly openingOnly?: boolean
}

/**
 * What of a clause is due at a place on a business day: every instance whose window holds that day. Asked again for any
 * day of the window it gives the same instance, so that generation may run twice or late. A duty of the day is not due
 * where the store is closed, and nothing is due of a position that nobody holds.
 */
export function dueOn(clause: Clause, place: Place, day: Day, at: Circumstances): Due[] {
  const open = occurrencesOn(clause, place, day, at)
  return owedBy(at).flatMap((holder) => open.map((o) => dueAt(clause, place, o, holder)))
}
/** Whose it is: the seat's once, however many share the position (the nil uuid), or each one's own; nobody's where nobody holds it. */
export function owedBy({ holders, among }: Pick<Circumstances, 'holders' | 'among'>): readonly string[] {
  if (among) return holders.filter((person) => among.has(person))
  return holders.length > 0 ? [companyWide] : []
}

/** One period of a clause: from when to when, by the clock of a place. */
export interface Occurrence {
  readonly cadence: Due['cadence']
  readonly period: string
  readonly day: Day
  readonly opensAt: Date
  readonly dueAt: Date
  readonly missedAt: Date | null
}
/** The periods of a clause that are open on a business day: the same at every place of the same hours. */
export function occurrencesOn(
  clause: Clause,
  clock: Clock,
  day: Day,
  at: Pick<Circumstances, 'closed' | 'openingOnly'>,
): Occurrence[] {
  return clause.calendar.flatMap((timing) => {
    if (!recurs(timing) || (timing.every === 'day' && at.closed)) return []
    return periodsOpen(timing, day, at.openingOnly).map((period) =>
      occurrence(clause, timing, clock, period + turnOf(clause, timing)),
    )
  })
}

/** The instance of one period, whether or not its window has come; undefined when the clause has no such period. */
export function instanceFor(clause: Clause, place: Place, period: string): Due | undefined {
  const timing = clause.calendar.find(
    (t) => t.every === cadenceOf(period) && turnOf(clause, t) === period.slice(plain(period).length),
  )
  return timing && recurs(timing)
    ? dueAt(clause, place, occurrence(clause, timing, place, period), companyWide)
    : undefined
}
function turnOf(clause: Clause, timing: Timing): string {
  const turn = clause.calendar.filter((t) => t.every === timing.every).indexOf(timing)
  return turn > 0 ? `#${turn + 1}` : ''
}
const occurrence = (clause: Clause, timing: Recurring, clock: Clock, period: string): Occurrence => ({
  cadence: timing.every,
  period,
  ...windowOf(timing, clause.kind, clock, plain(period)),
})

/** An occurrence as somebody at a place owes it. */
export const dueAt = (clause: Clause, place: Place, o: Occurrence, holder: string): Due => ({
  store: place.store,
  seat: place.seat,
  duty: clause.duty,
  position: clause.position,
  holder,
  ...o,
  minutes: clause.minutes,
})

/**
 * What a clause asks for when something raises it: open from now, due when the raiser says or so many hours later as the
 * clause does, and counted on the business day on which it falls due. Undefined where the clause knows no event.
 */
export function dueByEvent(
  clause: Clause,
  place: Place,
  { event, person, dueAt: by }: Pick<Raised, 'event' | 'person' | 'dueAt'>,
  now: Date,
): Due | undefined {
  const timing = clause.calendar.find((t) => t.every === 'event')
  if (!timing) return undefined
  const due = by ?? new Date(now.getTime() + timing.hours * 3_600_000)
  const raised: Occurrence = {
    cadence: 'event',
    period: eventPeriod(event),
    day: businessDayAt(due, place.timeZone, place.cutOffMinutes),
    opensAt: due < now ? due : now,
    dueAt: due,
    missedAt: clause.kind === 'debt' ? null : new Date(due.getTime() + timing.late * 3_600_000),
  }
  return dueAt(clause, place, raised, person ?? companyWide)
}

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
