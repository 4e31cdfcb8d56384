import type { Money } from '../../../platform/kinds/money.ts'
import type { Alignment } from './alignment.ts'
import type { LeftOutStore } from './same-store.ts'

/**
 * What the metrics are computed from: sums over one scope and period. A fact that nobody recorded is absent, which is
 * not zero; then the metrics that need it have no value.
 */
export interface TradeFacts {
  readonly netSales?: Money
  readonly target?: Money
  /** Day weights of the target: elapsed so far, and of the whole period. */
  readonly elapsedWeight?: number
  readonly totalWeight?: number
  /** Tickets with at least one sold piece. */
  readonly saleTickets?: number
  readonly netUnits?: number
  readonly traffic?: number
  /** Sale tickets of the days (or hours) whose traffic was counted; all sale tickets where every day was. */
  readonly countedTickets?: number
  readonly tryOns?: number
  readonly tagValue?: Money
  /** Net sales of the lines that carry a tag price; all net sales where every line does. */
  readonly taggedSales?: Money
  /** m², store room excluded. */
  readonly sellingArea?: number
  /** Day: people who worked; month: average headcount. */
  readonly people?: number
  readonly laborHours?: number
  readonly memberSales?: Money
  readonly lastYear?: { readonly netSales: Money; readonly alignment: Alignment }
  readonly previous?: { readonly netSales: Money }
  readonly sameStores?: {
    readonly netSales: Money
    readonly lastYear: Money
    readonly leftOut: readonly LeftOutStore[]
  }
}
