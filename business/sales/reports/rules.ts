import { addDays, type Day, dayNumber, localTime } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { type Filing, mayWhen, type Report, type ReportState, type Review } from './shape.ts'

/** After closing the report may still come for so long before it is late. */
export const graceMinutes = 30
/** Submitting closes the day, so it is not taken long before the doors close. */
export const earliestBefore = 60

/** A store's hours and zone, as the report needs them. */
export interface StoreHours {
  readonly opensAt: string
  readonly closesAt: string
  readonly cutOffMinutes: number
  readonly timeZone: string
}
export interface Deadline {
  readonly closesAt: Date
  readonly dueAt: Date
  readonly earliest: Date
}

/** When a store closes on a business day: past midnight where it closes before it opens. */
export function deadlineOf(store: StoreHours, day: Day): Deadline {
  const [opens, closes] = [minutesOf(store.opensAt), minutesOf(store.closesAt)]
  const isNextDay = closes <= opens || closes < store.cutOffMinutes
  const closesAt = instantOf(isNextDay ? addDays(day, 1) : day, closes, store.timeZone)
  const later = (minutes: number): Date => new Date(closesAt.getTime() + minutes * 60_000)
  return { closesAt, dueAt: later(graceMinutes), earliest: later(-earliestBefore) }
}

/** Whole minutes by which a report was late; 0 when it was in time. */
export const minutesLate = (submittedAt: string | Date, dueAt: string | Date): number =>
  Math.max(0, Math.ceil((new Date(submittedAt).getTime() - new Date(dueAt).getTime()) / 60_000))

/** How a store stands: a day on which it was closed asks for no report. */
export function filingOf(
  report: Pick<Report, 'submittedAt' | 'dueAt'> | undefined,
  deadline: Deadline,
  isClosed: boolean,
  now: Date,
): Filing {
  if (report) return minutesLate(report.submittedAt, report.dueAt) > 0 ? 'late' : 'inTime'
  if (isClosed) return 'closed'
  return now > deadline.dueAt ? 'missing' : 'open'
}

/** What has become of it: confirmed, asked back, answered or only opened, whichever was last. */
export function stateOf(reviews: readonly Pick<Review, 'kind'>[]): ReportState {
  const last = reviews.findLast((r) => r.kind !== 'opened')
  if (last) return last.kind as ReportState
  return reviews.length > 0 ? 'opened' : 'submitted'
}

export const isUnread = (reviews: readonly Pick<Review, 'kind' | 'by'>[], reader: string): boolean =>
  !reviews.some((r) => r.kind === 'opened' && r.by === reader)

export type NotSubmitted = 'alreadySubmitted' | 'tooEarly' | 'dayAhead'
/** Whether a day's report may be submitted now. Submitting closes the day. */
export function checkSubmission(
  report: Pick<Report, 'submittedAt'> | undefined,
  day: Day,
  today: Day,
  deadline: Deadline,
  now: Date,
  clock: (at: Date) => string,
): Refusal<NotSubmitted> | undefined {
  if (report) return refuse('alreadySubmitted', { time: clock(new Date(report.submittedAt)) })
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (day === today && now < deadline.earliest) {
    return refuse('tooEarly', { time: clock(deadline.earliest), closes: clock(deadline.closesAt) })
  }
  return undefined
}

export type NotReviewed = 'openFirst' | 'questionOpen' | 'alreadyConfirmed' | 'noQuestion'
/** Whether a review may follow what is there. A superior confirms what he has opened, and no open question. */
export function checkReview(
  kind: 'confirmed' | 'askedBack' | 'answered',
  reviews: readonly Pick<Review, 'kind' | 'by'>[],
  by: string,
): Refusal<NotReviewed> | undefined {
  const state = stateOf(reviews)
  if (kind === 'answered') return isIn(mayWhen.answer, state) ? undefined : refuse('noQuestion')
  if (isUnread(reviews, by)) return refuse('openFirst')
  if (isIn(kind === 'confirmed' ? mayWhen.confirm : mayWhen.askBack, state)) return undefined
  return state === 'confirmed' ? refuse('alreadyConfirmed') : refuse('questionOpen')
}

const isIn = (states: readonly ReportState[], state: ReportState): boolean => states.includes(state)
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
/** '22:30' on the store's wall. */
export const wallClock = (at: Date, timeZone: string): string => {
  const { minutes } = localTime(at, timeZone)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** The instant at which a wall clock in a zone shows a day and minutes; twice, since the offset may change that day. */
export function instantOf(day: Day, minutes: number, timeZone: string): Date {
  const wanted = dayNumber(day) * 1440 + minutes
  let at = wanted
  for (let i = 0; i < 2; i++) {
    const shown = localTime(new Date(at * 60_000), timeZone)
    at += wanted - (dayNumber(shown.day) * 1440 + shown.minutes)
  }
  return new Date(at * 60_000)
}
