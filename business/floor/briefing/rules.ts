import { addDays, type Day, mondayOf } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { deadlineOf, minutesOf, type StoreHours } from '../../sales/reports/rules.ts'

/** Days back for which an evening may still be closed; the morning of a day that is over cannot be planned. */
export const closedBack = 1

/** A day is planned on itself or on the evening before. */
export function checkPlanned(day: Day, today: Day): Refusal<'dayOver' | 'dayAhead'> | undefined {
  if (day < today) return refuse('dayOver', { day }, 'day')
  if (day > addDays(today, 1)) return refuse('dayAhead', { day }, 'day')
  return undefined
}

/** What was done is said in the evening: from an hour before the doors close, until the evening after. */
export function checkClosed(
  day: Day,
  today: Day,
  now: Date,
  earliest: Date,
): Refusal<'dayOver' | 'dayAhead' | 'tooEarly'> | undefined {
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (day < addDays(today, -closedBack)) return refuse('dayOver', { day }, 'day')
  return now < earliest ? refuse('tooEarly') : undefined
}

/** Whoever lags is seen only once there was time to sell: from so much of the opening hours on (0 … 1). */
export const shareSeen = 0.4
export function shareOfDay(store: StoreHours, day: Day, now: Date): number {
  const open = (minutesOf(store.closesAt) - minutesOf(store.opensAt) + 1440) % 1440 || 1440
  const left = (deadlineOf(store, day).closesAt.getTime() - now.getTime()) / 60_000
  return Math.min(1, Math.max(0, 1 - left / open))
}

/** Monday to Sunday of the week in which a day lies. */
export function weekAround(day: Day): { readonly from: Day; readonly to: Day } {
  const from = mondayOf(day)
  return { from, to: addDays(from, 6) }
}

export interface Associate {
  readonly person: string
  readonly name: string
  /** On leave on every day of the week so far. */
  readonly isAway: boolean
  readonly coached: boolean
}
/** Whoever was there in a week is coached in it: the week is done once nobody is left. */
export const leftToCoach = (associates: readonly Associate[]): readonly Associate[] =>
  associates.filter((a) => !a.isAway && !a.coached)

export interface Lagging {
  readonly person: string
  readonly position: string
  readonly needsHelp: boolean
}
/** Associates who lag and were not helped today: whoever leads the store is not among those whom he helps. */
export const leftToHelp = <P extends Lagging>(
  people: readonly P[],
  helped: readonly (string | null)[],
): readonly P[] =>
  people.filter((p) => p.position === 'salesAssociate' && p.needsHelp && !helped.includes(p.person))
