import {
  addDays,
  addMonths,
  type Day,
  firstDay,
  lastDay,
  mondayOf,
  monthOf,
  weekOf,
} from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { ReportKind, ReportState } from './shape.ts'

export interface Span {
  readonly from: Day
  readonly until: Day
}
/** The last week or month that is over. */
export function lastSpan(kind: ReportKind, today: Day): Span {
  if (kind === 'week') {
    const monday = addDays(mondayOf(today), -7)
    return { from: monday, until: addDays(monday, 6) }
  }
  const month = addMonths(monthOf(today), -1)
  return { from: firstDay(month), until: lastDay(month) }
}
export function spanUntil(kind: ReportKind, until: Day): Span {
  return { from: kind === 'week' ? addDays(until, -6) : firstDay(monthOf(until)), until }
}
/** The span before one: as long a week, the whole month before. */
export function spanBefore(kind: ReportKind, { from }: Span): Span {
  const until = addDays(from, -1)
  return spanUntil(kind, until)
}
/** Of which period it is owed: a week's report on the Monday after it, a month's is the month's own. */
export const periodOwed = (kind: ReportKind, until: Day): string =>
  kind === 'week' ? weekOf(addDays(until, 1)) : monthOf(until)

export function stateOf(
  reviews: readonly { readonly kind: Exclude<ReportState, 'missing' | 'submitted'> }[],
): ReportState {
  const last = reviews.findLast((r) => r.kind !== 'opened')
  return last?.kind ?? (reviews.length > 0 ? 'opened' : 'submitted')
}

interface Standing {
  readonly version: number
  readonly state: ReportState
}
/** A report may be handed in anew until it is confirmed, by whoever saw what stands. */
export function checkSubmission(latest: Standing | undefined, basedOn: number) {
  if ((latest?.version ?? 0) !== basedOn) return refuse('changedMeanwhile')
  return latest?.state === 'confirmed' ? refuse('confirmedAlready') : undefined
}
/** Only the version that stands is looked at, and what is confirmed is settled. */
export function checkReview(isLatest: boolean, state: ReportState, what: 'confirm' | 'askBack') {
  if (!isLatest) return refuse('superseded')
  if (state === 'confirmed') return refuse('confirmedAlready')
  return what === 'askBack' && state === 'questioned' ? refuse('askedAlready') : undefined
}
