import type { Day } from '../../platform/kinds/day.ts'
import { type Money, zero } from '../../platform/kinds/money.ts'
import { isLate } from './deposit-rules.ts'

export type CountState = 'counted' | 'notCounted' | 'open' | 'closedDay' | 'notBegun'
export type DepositState = 'none' | 'owed' | 'late' | 'made' | 'madeLate'

/** A day of a store as a calendar shows it. */
export interface StoreDay {
  readonly day: Day
  readonly state: CountState
  readonly cash: Money
  readonly over: Money
  readonly short: Money
  readonly unexplained: number
  readonly deposit: DepositState
  readonly moved: Money
}
interface Counted {
  readonly cash: Money
  readonly moved: Money
  readonly over: Money
  readonly short: Money
  readonly unexplained: number
  readonly dueAt: string
  readonly paidAt: string | null
}

export function standingOf(
  day: Day,
  counted: Counted | undefined,
  at: { begunOn: Day | undefined; isClosed: boolean; today: Day; now: Date },
): StoreDay {
  if (counted) {
    const { cash, moved, over, short, unexplained } = counted
    return {
      day,
      state: 'counted',
      cash,
      moved,
      over,
      short,
      unexplained,
      deposit: depositState(counted, at.now),
    }
  }
  const state =
    !at.begunOn || day < at.begunOn
      ? 'notBegun'
      : at.isClosed
        ? 'closedDay'
        : day >= at.today
          ? 'open'
          : 'notCounted'
  return { day, state, cash: zero, moved: zero, over: zero, short: zero, unexplained: 0, deposit: 'none' }
}

export function depositState(counted: Pick<Counted, 'moved' | 'dueAt' | 'paidAt'>, now: Date): DepositState {
  if (counted.paidAt) return isLate(counted.paidAt, counted.dueAt) ? 'madeLate' : 'made'
  if (counted.moved === 0) return 'none'
  return isLate(now, counted.dueAt) ? 'late' : 'owed'
}
