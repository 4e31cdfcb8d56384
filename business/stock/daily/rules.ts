import { addDays, type Day, localTime } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { deadlineOf, type StoreHours } from '../../sales/reports/rules.ts'
import type { DailyState, Standing } from './shape.ts'

/** Pieces are counted in the last hours before the doors close, when little moves any more. Minutes. */
export const earliestBefore = 90

/** When a store's evening count can begin, and by when it is owed: as the closing itself. */
export function eveningOf(store: StoreHours, day: Day): { readonly earliest: Date; readonly dueAt: Date } {
  const { closesAt, dueAt } = deadlineOf(store, day)
  return { earliest: new Date(closesAt.getTime() - earliestBefore * 60_000), dueAt }
}

/** Whether the count of a day may be made or explained now: its own evening, or the day after. */
export function checkEvening(
  store: StoreHours,
  { day, today, now }: { readonly day: Day; readonly today: Day; readonly now: Date },
) {
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (day < addDays(today, -1)) return refuse('dayOver', { day }, 'day')
  const { earliest } = eveningOf(store, day)
  if (now >= earliest) return undefined
  const { minutes } = localTime(earliest, store.timeZone)
  return refuse('tooEarly', {
    time: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
  })
}

/** What a phone says of when it counted, within the evening and not ahead of the server's clock. */
export function momentsOf(
  said: { readonly begunAt: string; readonly at: string },
  earliest: Date,
  now: Date,
): { readonly begunAt: Date; readonly at: Date } {
  const within = (t: number, most: Date) =>
    new Date(Math.max(earliest.getTime(), Math.min(t, most.getTime())))
  const at = within(Date.parse(said.at), now)
  return { begunAt: within(Date.parse(said.begunAt), at), at }
}

export interface Moved {
  readonly at: string
  readonly quantity: number
}
/**
 * What the books held of a category when it had been counted, and the figures that agree with them: of pieces that left meanwhile
 * nobody knows whether they were counted before they went, of those that came whether they lay there yet.
 */
export function booksWhile(
  onHand: number,
  moves: readonly Moved[],
  counted: { readonly begunAt: Date; readonly at: Date },
): { readonly expected: number; readonly low: number; readonly high: number } {
  let [expected, came, left] = [onHand, 0, 0]
  for (const { at, quantity } of moves) {
    const moment = Date.parse(at)
    if (moment > counted.at.getTime()) expected -= quantity
    else if (moment > counted.begunAt.getTime()) {
      if (quantity > 0) came += quantity
      else left -= quantity
    }
  }
  return { expected, low: expected - came, high: expected + left }
}

/** A difference is counted once more before anybody explains it; until then how much it is is nobody's to see. */
export const mustRecount = (s: Pick<Standing, 'n' | 'off'>): boolean => s.off !== 0 && s.n < 2
export const isOpen = (s: Pick<Standing, 'off' | 'reason'>): boolean => s.off !== 0 && s.reason === null

export function stateOf(
  of: { readonly hasBook: boolean; readonly isClosed: boolean; readonly isSettled: boolean },
  evening: { readonly earliest: Date; readonly dueAt: Date },
  now: Date,
): DailyState {
  if (!of.hasBook) return 'noBook'
  if (of.isSettled) return 'done'
  if (of.isClosed) return 'closed'
  if (now < evening.earliest) return 'notYet'
  return now > evening.dueAt ? 'overdue' : 'open'
}
