import type { DutyState } from './shape.ts'

/** Where a duty stands at an instant, and how far that is from its deadline: told by the server and, as time passes, by the page. */

export type Section = 'now' | 'next' | 'later'
const soon = 24 * 3_600_000
/** Now: overdue, or due within a day. Next: opens within a day. Later: the rest. */
export function sectionOf(opensAt: Date, dueAt: Date, now: Date): Section {
  if (opensAt <= now) return dueAt.getTime() - now.getTime() <= soon ? 'now' : 'later'
  return opensAt.getTime() - now.getTime() <= soon ? 'next' : 'later'
}

export interface Timed {
  readonly state: DutyState
  readonly opensAt: string
  readonly dueAt: string
  readonly missedAt: string | null
}
const pending: readonly DutyState[] = ['ahead', 'open', 'overdue']
/** The state at `now`, in milliseconds, of what the server told a while ago; what is done, missed or excused stays so. */
export function stateNow({ state, opensAt, dueAt, missedAt }: Timed, now: number): DutyState {
  if (!pending.includes(state)) return state
  if (missedAt !== null && Date.parse(missedAt) <= now) return 'missed'
  if (Date.parse(dueAt) <= now) return 'overdue'
  return Date.parse(opensAt) <= now ? 'open' : 'ahead'
}

/** The next instant after `now` at which any of these becomes something else; undefined when none does. */
export function nextTurn(all: readonly Timed[], now: number): number | undefined {
  const ahead = all
    .filter((t) => pending.includes(t.state))
    .flatMap((t) => [t.opensAt, t.dueAt, ...(t.missedAt ? [t.missedAt] : [])])
    .map((iso) => Date.parse(iso))
    .filter((at) => at > now)
  return ahead.length === 0 ? undefined : Math.min(...ahead)
}

/** Minutes before a deadline from which a reminder stands on every page. */
export const remindMinutes = 30
/** Those to be reminded of now: what can still be done in time first, then what is overdue, the latest first. */
export function toRemind<T extends Timed>(all: readonly T[], now: number): readonly T[] {
  return all
    .filter((t) => {
      const state = stateNow(t, now)
      return state === 'overdue' || (state === 'open' && Date.parse(t.dueAt) - now <= remindMinutes * 60_000)
    })
    .sort((a, b) => {
      const [left, right] = [Date.parse(a.dueAt) - now, Date.parse(b.dueAt) - now]
      return left > 0 && right > 0 ? left - right : right - left
    })
}

export type Length =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  | { readonly unit: 'days'; readonly days: number }
/** A length as people say it: 26 minutes, 3 hours 10 minutes, 7 hours, 2 days; never nothing. */
export function lengthOf(milliseconds: number): Length {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000))
  if (minutes < 60) return { unit: 'minutes', minutes }
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return { unit: 'hours', hours, minutes: hours < 6 ? minutes % 60 : 0 }
  return { unit: 'days', days: Math.floor(hours / 24) }
}
