import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  firstDay,
  lastDay,
  mondayOf,
  monthOf,
  weekOf,
} from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { deadlineOf, instantOf, minutesOf, type StoreHours } from '../reports/rules.ts'
import {
  mayWhen,
  type OwnReport,
  type Practice,
  type Rates,
  type ReportKind,
  type ReportState,
  type Review,
  type Span,
} from './shape.ts'

/** A week is reported by this hour of its Sunday, a month by this one of the second day of the next. */
export const weekHour = '23:00'
export const monthDay = 2
export const monthHour = '18:00'
/** An early shift goes home hours before closing: from so many minutes before it the day can be summed up. */
export const earliestBefore = 240
/** What is older is history. Days. */
export const longestBack = 31

export const spanOf = (kind: ReportKind, day: Day): Span =>
  kind === 'day'
    ? { from: day, to: day }
    : kind === 'week'
      ? { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
      : { from: firstDay(monthOf(day)), to: lastDay(monthOf(day)) }
export const periodOf = (kind: ReportKind, day: Day): string =>
  kind === 'day' ? day : kind === 'week' ? weekOf(day) : monthOf(day)

export interface Window {
  readonly earliest: Date
  readonly dueAt: Date
}
/** From when a period can be summed up, and by when it is due. A week already on its Saturday, for whoever is off on Sunday. */
export function windowOf(kind: ReportKind, { to }: Span, store: StoreHours): Window {
  const before = (day: Day): Date =>
    new Date(deadlineOf(store, day).closesAt.getTime() - earliestBefore * 60_000)
  if (kind === 'day') return { earliest: before(to), dueAt: deadlineOf(store, to).dueAt }
  if (kind === 'week')
    return { earliest: before(addDays(to, -1)), dueAt: instantOf(to, minutesOf(weekHour), store.timeZone) }
  const due = addDays(firstDay(addMonths(monthOf(to), 1)), monthDay - 1)
  return { earliest: before(to), dueAt: instantOf(due, minutesOf(monthHour), store.timeZone) }
}

export function stateOf(reviews: readonly Pick<Review, 'kind'>[]): ReportState {
  const last = reviews.findLast((r) => r.kind !== 'opened')
  if (last) return last.kind as ReportState
  return reviews.length > 0 ? 'opened' : 'submitted'
}

/** Whether a period's report may be submitted now; `latest` is the version that stands. */
export function checkSubmission(
  latest: Pick<OwnReport, 'id' | 'reviews'> | undefined,
  basedOn: string | null,
  span: Span,
  today: Day,
  window: Window,
  now: Date,
  clock: (at: Date) => string,
) {
  if (latest) {
    const states: readonly ReportState[] = mayWhen.correct
    if (latest.id !== basedOn) return refuse('changedMeanwhile')
    if (!states.includes(stateOf(latest.reviews))) return refuse('readAlready')
    return undefined
  }
  if (span.from > today) return refuse('dayAhead', { day: span.from }, 'day')
  if (now < window.earliest) return refuse('tooEarly', { time: clock(window.earliest) })
  return daysBetween(span.to, today) > longestBack
    ? refuse('tooLongAgo', { most: longestBack }, 'day')
    : undefined
}

/** Figures of one's own that lie below the store's, the one furthest below first; who sold nothing while others did lags in both. */
export function lagging(own: Rates, store: Rates): Exclude<Practice, 'ahead'>[] {
  const behind = (['unitsPerTransaction', 'averageTransactionValue'] as const).flatMap((what) => {
    const all = store[what]
    const mine = own[what] ?? 0
    return all !== null && all > 0 && mine < all ? [{ what, share: mine / all }] : []
  })
  return behind.sort((a, b) => a.share - b.share).map((b) => b.what)
}
/** What is practised is a figure that lags; 'ahead' only where none does. */
export function checkPractice(practice: { what: Practice } | null, own: Rates, store: Rates) {
  if (practice === null) return undefined
  const behind = lagging(own, store)
  if (practice.what === 'ahead')
    return behind.length > 0 ? refuse('somethingLags', {}, 'practice') : undefined
  return behind.includes(practice.what) ? undefined : refuse('doesNotLag', {}, 'practice')
}

export const isUnread = (reviews: readonly Pick<Review, 'kind' | 'by'>[], reader: string): boolean =>
  !reviews.some((r) => r.kind === 'opened' && r.by === reader)

export function checkReview(
  kind: 'confirmed' | 'askedBack',
  report: Pick<OwnReport, 'reviews' | 'person'>,
  by: string,
) {
  if (report.person === by) return refuse('ownReport')
  if (isUnread(report.reviews, by)) return refuse('openFirst')
  const state = stateOf(report.reviews)
  const states: readonly ReportState[] = kind === 'confirmed' ? mayWhen.confirm : mayWhen.askBack
  if (states.includes(state)) return undefined
  return state === 'askedBack' ? refuse('questionOpen') : refuse('alreadyConfirmed')
}

export type Filing = 'inTime' | 'late' | 'missing' | 'open' | 'away'
export function filingOf(
  report: Pick<OwnReport, 'submittedAt' | 'dueAt'> | undefined,
  window: Window,
  isAway: boolean,
  now: Date,
): Filing {
  if (report) return report.submittedAt > report.dueAt ? 'late' : 'inTime'
  if (isAway) return 'away'
  return now > window.dueAt ? 'missing' : 'open'
}
