import type { ForecastSettings } from './forecast.ts'
import type { StockCosts } from './shape.ts'

/** A piece left at the end of a week costs a fifth of a piece that could not be sold. */
export const costs: StockCosts = { holding: 0.2, lost: 1 }
export const seed = 3

/**
 * Chosen on eight start weeks of the past, each taught by what was known then only, and frozen. `jingwei replenish
 * backtest DIR --alternatives` plays these and the others that were tried again; docs/engines.md has the costs.
 */
export const settings: ForecastSettings = {
  boost: {
    trees: 160,
    depth: 5,
    rate: 0.045,
    leaf: 15,
    ridge: 3,
    rows: 0.6,
    features: 0.5,
    dispersion: 0.15,
  },
  halfLife: 60,
  stride: 3,
  firstOrigin: 60,
  models: 3,
  dispersionPull: 30,
  dispersionScale: 1,
  refitEvery: 8,
  caution: { always: 0, slow: 1.4 },
}

/** What was tried beside them. */
export const alternatives: readonly { readonly name: string; readonly settings: ForecastSettings }[] = [
  { name: 'chosen', settings },
  ...Object.entries({
    'no trees: level × season only': { models: 0 },
    'one model only': { models: 1 },
    'fitted anew every three weeks': { refitEvery: 3 },
    'lessons from every second week': { stride: 2 },
    'history halves in 35 weeks': { halfLife: 35 },
    'narrower distribution': { dispersionScale: 0.85 },
    'own dispersion trusted more': { dispersionPull: 10 },
    'holding at its rate': { caution: { always: 0, slow: 0 } },
    'holding dearer for slow sellers, less': { caution: { always: 0, slow: 0.8 } },
    'holding dearer for slow sellers, more': { caution: { always: 0, slow: 2 } },
    'holding dearer for all alike': { caution: { always: 0.4, slow: 0 } },
    'deeper trees, smaller leaves': { boost: { ...settings.boost, depth: 7, leaf: 8 } },
    'more, slower trees': { boost: { ...settings.boost, trees: 240, rate: 0.03 } },
    'larger leaves': { boost: { ...settings.boost, leaf: 40 } },
    'stronger ridge': { boost: { ...settings.boost, ridge: 10 } },
    'other spread while fitting': { boost: { ...settings.boost, dispersion: 0.4 } },
  } satisfies Record<string, Partial<ForecastSettings>>).map(([name, other]) => ({
    name,
    settings: { ...settings, ...other },
  })),
]
