import type { SalesPanel, StockCosts, StockPosition } from './shape.ts'

/** What a policy sees when a week has closed: all weeks up to it, and where each series stands. */
export interface Closed {
  readonly panel: SalesPanel
  /** Index of the week that has just closed. */
  readonly week: number
  readonly positions: readonly StockPosition[]
}
/** Pieces to order for each series. */
export type Policy = (closed: Closed) => readonly number[]

export interface WeekResult {
  readonly week: number
  readonly holding: number
  readonly lost: number
  readonly ordered: number
  readonly sold: number
}
export interface GameResult {
  readonly weeks: readonly WeekResult[]
  readonly holding: number
  readonly lost: number
  readonly cost: number
}

/** Orders arrive so that they can be sold so many weeks on. */
export const leadWeeks = 3

/**
 * Plays ordering week by week against known sales. `from` is the first week after the position; the order made when
 * week t has closed is there for week t + 3. Only weeks that an order could reach count: from + 2 to from + weeks − 1.
 */
export function playGame(
  panel: SalesPanel,
  start: readonly StockPosition[],
  policy: Policy,
  { from, weeks, costs }: { readonly from: number; readonly weeks: number; readonly costs: StockCosts },
): GameResult {
  const wide = panel.weeks.length
  const onHand = start.map((p) => p.onHand)
  const arriving = start.map((p) => [...p.arriving])
  const results: WeekResult[] = []
  for (let step = 0; step < weeks; step++) {
    const week = from + step
    const couldArrive = step + leadWeeks - 1 < weeks
    const positions = onHand.map((have, i) => ({ onHand: have, arriving: arriving[i]! }))
    const orders = couldArrive ? policy({ panel, week: week - 1, positions }) : onHand.map(() => 0)
    let [holding, lost, sold, ordered] = [0, 0, 0, 0]
    for (let i = 0; i < onHand.length; i++) {
      const pieces = orders[i]!
      const [now = 0, ...rest] = arriving[i]!
      arriving[i] = [...rest, pieces]
      ordered += pieces
      const shelf = onHand[i]! + now
      const demand = panel.sales[i * wide + week]!
      const sells = Math.min(shelf, demand)
      onHand[i] = shelf - sells
      sold += sells
      holding += costs.holding * onHand[i]!
      lost += costs.lost * (demand - sells)
    }
    results.push({ week, holding, lost, ordered, sold })
  }
  const counted = results.slice(leadWeeks - 1)
  const holding = counted.reduce((sum, w) => sum + w.holding, 0)
  const lost = counted.reduce((sum, w) => sum + w.lost, 0)
  return { weeks: results, holding, lost, cost: holding + lost }
}
