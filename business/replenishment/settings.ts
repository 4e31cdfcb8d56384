import type { ForecastSettings } from './forecast.ts'
import type { StockCosts } from './shape.ts'

/** A piece left at the end of a week costs a fifth of a piece that could not be sold. */
export const costs: StockCosts = { holding: 0.2, lost: 1 }
export const seed = 3

/**
 * Chosen on eight start weeks of the past, each taught by what was known then only, and frozen
 * (`jingwei replenish backtest DIR --alternatives` plays them all again).
 */
export const settings: ForecastSettings = {
  boost: {
    trees: 120,
    depth: 5,
    rate: 0.06,
    leaf: 40,
    ridge: 10,
    rows: 0.6,
    features: 0.5,
    dispersion: 0.15,
  },
  halfLife: 60,
  stride: 3,
  firstOrigin: 60,
  models: 1,
  dispersionPull: 30,
  dispersionScale: 1,
  empirical: 0,
  caution: { always: 0, slow: 0.8 },
}

/** What was tried beside them. */
export const alternatives: readonly { readonly name: string; readonly settings: ForecastSettings }[] = [
  { name: 'chosen', settings },
]
