import { addDays, type Day, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import {
  type AttendanceState,
  type Exception,
  type MonthLine,
  type Planned,
  type Punched,
  wrongStates,
} from './shape.ts'

/** Minutes by which a press may miss the shift and still be in time. */
export const grace = 5
/** Pressed again within so many minutes it is the same press. */
export const samePress = 3
/** Days back for which a word may be said of a day, or overtime asked. */
export const explainedBack = 7

export interface DayFacts {
  /** Null: off; undefined: no roster was released. */
  readonly planned: Planned | null | undefined
  readonly punched: Punched
  readonly isAway: boolean
  /** Minutes after the day's midnight; Infinity once the day is over. */
  readonly nowMinute: number
}
/** A day beside its roster: what comes first in this order is what one has to know. */
export function stateOf({ planned, punched, isAway, nowMinute }: DayFacts): AttendanceState {
  const { in: came, out: left } = punched
  if (!planned) {
    if (came !== null)
      return planned === null ? 'extra' : left === null && nowMinute < 1800 ? 'there' : 'inTime'
    return isAway ? 'away' : 'off'
  }
  if (came === null) {
    if (isAway) return 'away'
    return nowMinute <= planned.from + grace ? 'notYet' : 'missing'
  }
  if (came > planned.from + grace) return 'late'
  if (left !== null) return left < planned.to - grace ? 'early' : 'inTime'
  return nowMinute <= planned.to + 60 ? 'there' : 'noOut'
}
export const isWrong = (state: AttendanceState): boolean =>
  (wrongStates as readonly AttendanceState[]).includes(state)

/** Minutes late, or away before the end; 0 where neither. */
export function minutesOff(planned: Planned | null | undefined, punched: Punched) {
  const late = planned && punched.in !== null ? Math.max(0, punched.in - planned.from) : 0
  const early = planned && punched.out !== null ? Math.max(0, planned.to - punched.out) : 0
  return { late: late > grace ? late : 0, early: early > grace ? early : 0 }
}

/** Minutes that count: within the shift, its break off; without a shift from press to press. Overtime is approved apart. */
export function countedMinutes(
  planned: Planned | null | undefined,
  punched: Punched,
  isAccepted: boolean,
): number {
  if (planned && isAccepted) return planned.to - planned.from - planned.break
  if (punched.in === null || punched.out === null) return 0
  const start = planned && punched.in <= planned.from + grace ? planned.from : punched.in
  const end = planned ? (punched.out >= planned.to - grace ? planned.to : punched.out) : punched.out
  const long = Math.max(0, end - start)
  return Math.max(0, long - (planned && long > 300 ? planned.break : 0))
}

export interface PersonDay extends DayFacts {
  readonly day: Day
  readonly exception: Pick<Exception, 'accepted'> | null
}
/** A person's month summed from the days: what was accepted counts as it was rostered. */
export function lineOf(
  person: Pick<MonthLine, 'person' | 'name' | 'net' | 'overtime' | 'ownPhone' | 'praised' | 'warned'>,
  days: readonly PersonDay[],
): MonthLine {
  const line = { rostered: 0, worked: 0, minutes: 0, late: 0, lateMinutes: 0, early: 0, missing: 0, away: 0 }
  for (const d of days) {
    const state = stateOf(d)
    const isAccepted = d.exception?.accepted === true
    if (d.planned) line.rostered += 1
    if (d.isAway && d.punched.in === null) line.away += 1
    if (d.punched.in !== null || (isAccepted && d.planned)) line.worked += 1
    line.minutes += countedMinutes(d.planned, d.punched, isAccepted)
    if (isAccepted) continue
    const off = minutesOff(d.planned, d.punched)
    if (off.late > 0) {
      line.late += 1
      line.lateMinutes += off.late
    }
    if (off.early > 0) line.early += 1
    if (state === 'missing' || state === 'noOut') line.missing += 1
  }
  return { ...person, ...line }
}

export function checkExplained(
  day: Day,
  today: Day,
  state: AttendanceState,
): Refusal<'dayAhead' | 'tooLongAgo' | 'nothingWrong'> | undefined {
  if (day > today) return refuse('dayAhead', {}, 'day')
  if (day < addDays(today, -explainedBack)) return refuse('tooLongAgo', { days: explainedBack }, 'day')
  return isWrong(state) ? undefined : refuse('nothingWrong', {}, 'day')
}

/** A month is confirmed once it is over: by the store first, then by the area, which locks it. */
export function checkConfirm(
  month: Month,
  today: Day,
  of: { readonly open: number; readonly isLocked: boolean },
): Refusal<'monthRuns' | 'openFirst' | 'locked'> | undefined {
  if (month >= monthOf(today)) return refuse('monthRuns')
  if (of.isLocked) return refuse('locked')
  return of.open > 0 ? refuse('openFirst', { count: of.open }) : undefined
}
