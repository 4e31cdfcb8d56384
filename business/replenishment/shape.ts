import type { Day } from '../../platform/kinds/day.ts'

/**
 * Weekly sales of many store × product series side by side, all over the same weeks. Cells are
 * series × weeks + week.
 */
export interface SalesPanel {
  readonly series: readonly SeriesKey[]
  /** First day of each week, seven days apart. */
  readonly weeks: readonly Day[]
  /** Pieces sold. */
  readonly sales: Float64Array
  /** 1 where the shelf was not empty: only there do sales tell the demand. */
  readonly inStock: Uint8Array
}
export interface SeriesKey {
  readonly store: string
  readonly product: string
  /** What is known of the product and the store, in the order of the master's columns; products come in groups. */
  readonly attributes: readonly string[]
}

/** Where a series stands after a week has closed, in pieces. */
export interface StockPosition {
  readonly onHand: number
  /** Ordered before: what arrives before next week's trade, the week after, … one entry a week of lead time. */
  readonly arriving: readonly number[]
}

/** What a piece left over at the end of a week costs, and one that could not be sold. */
export interface StockCosts {
  readonly holding: number
  readonly lost: number
}

/** Chance of each demand 0, 1, 2, …; sums to 1. */
export type Distribution = Float64Array

export interface OrderReason {
  /** Pieces that the week of arrival is expected to sell, and that the shelf is expected to hold before the order. */
  readonly demand: number
  readonly shelf: number
  /** Chance that the arrival week runs short without the order, and with it. */
  readonly shortWithout: number
  readonly shortWith: number
  /** Expected sales of a week against the average of the last weeks in stock. */
  readonly usual: number
  readonly weeksOut: number
}
export interface OrderProposal {
  readonly series: number
  readonly pieces: number
  readonly reason: OrderReason
}
