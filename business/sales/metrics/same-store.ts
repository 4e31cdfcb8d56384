import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { sum } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { metricNotes } from './words.ts'

export interface Period {
  readonly from: Day
  readonly to: Day
}

export interface StoreYear {
  readonly store: string
  readonly openedOn: Day
  /** First day no longer open. */
  readonly closedOn?: Day
  /** Days closed (refit, stoppage) within either period. */
  readonly daysClosed: number
  readonly netSales: Money
  readonly lastYear: Money
}

export interface LeftOutStore {
  readonly store: string
  readonly reason: Sentence
  readonly facts: Readonly<Record<string, unknown>>
}

/**
 * Stores trading through both periods (同店), and those left out with the reason. A store counts when it was open on
 * the first day of the earlier period and on the last day of the later one, and closed no more than `allowed` days.
 */
export function sameStores(
  stores: readonly StoreYear[],
  now: Period,
  then: Period,
  allowed = 0,
): { netSales: Money; lastYear: Money; leftOut: LeftOutStore[]; stores: string[] } {
  const leftOut: LeftOutStore[] = []
  const kept: StoreYear[] = []
  for (const one of stores) {
    const reason = whyNot(one, now, then, allowed)
    if (reason) leftOut.push({ store: one.store, ...reason })
    else kept.push(one)
  }
  return {
    netSales: sum(kept.map((one) => one.netSales)),
    lastYear: sum(kept.map((one) => one.lastYear)),
    leftOut,
    stores: kept.map((one) => one.store),
  }
}

function whyNot(
  one: StoreYear,
  now: Period,
  then: Period,
  allowed: number,
): Omit<LeftOutStore, 'store'> | undefined {
  if (one.openedOn > then.from) return { reason: metricNotes.openedAfter, facts: { day: one.openedOn } }
  if (one.closedOn !== undefined && one.closedOn <= now.to) {
    return { reason: metricNotes.closedBefore, facts: { day: one.closedOn } }
  }
  if (one.daysClosed > allowed) return { reason: metricNotes.closedDuring, facts: { days: one.daysClosed } }
  return undefined
}
