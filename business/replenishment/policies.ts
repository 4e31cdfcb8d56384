import { seeded } from '../../platform/kinds/random.ts'
import { type Forecaster, type ForecastSettings, fitForecaster } from './forecast.ts'
import { type Closed, leadWeeks, type Policy } from './game.ts'
import { sizeOrder } from './order.ts'
import type { OrderProposal, SalesPanel, StockCosts } from './shape.ts'

/** Orders of all series after the close of a week, each with its reason. */
export function proposeOrders(
  forecaster: Forecaster,
  { panel, week, positions }: Closed,
  costs: StockCosts,
  { caution }: Pick<ForecastSettings, 'caution'>,
): OrderProposal[] {
  return panel.series.map((_, series) => {
    const ahead = Array.from({ length: leadWeeks }, (_, k) => forecaster.demand(series, week, k + 1))
    const mean = ahead.at(-1)!.mean
    const holding = costs.holding * (1 + caution.always + caution.slow / (1 + mean))
    const sized = sizeOrder(
      positions[series]!,
      ahead.map((a) => a.chances),
      { ...costs, holding },
    )
    const usual = forecaster.usual(series, week, 13)
    return {
      series,
      pieces: sized.pieces,
      reason: {
        demand: mean,
        shelf: sized.shelf,
        shortWithout: sized.shortWithout,
        shortWith: sized.shortWith,
        usual: usual.rate,
        weeksOut: Math.min(13, week + 1) - usual.weeksIn,
      },
    }
  })
}

/**
 * The engine as a policy of the game: what it knows grows with each week that closes, and it is fitted anew every
 * `refitEvery` weeks on all of it.
 */
export function enginePolicy(
  panel: SalesPanel,
  costs: StockCosts,
  settings: ForecastSettings,
  seed: number,
): Policy {
  let fitted: { readonly week: number; readonly forecaster: Forecaster } | undefined
  return (closed) => {
    if (!fitted || closed.week < fitted.week || closed.week - fitted.week >= settings.refitEvery) {
      const forecaster = fitForecaster(panel, closed.week, leadWeeks, settings, seeded(seed))
      fitted = { week: closed.week, forecaster }
    }
    return proposeOrders(fitted.forecaster, closed, costs, settings).map((o) => o.pieces)
  }
}

/**
 * The usual way, to compare with: an average of the last 13 weeks times a yearly season of the whole chain, and an
 * order up to the coming four weeks.
 */
export function coverPolicy(coverWeeks = 4): Policy {
  return ({ panel, week, positions }) => {
    const wide = panel.weeks.length
    const chain = (w: number): number => {
      let sum = 0
      for (let i = 0; i < panel.series.length; i++) sum += w >= 0 ? panel.sales[i * wide + w]! : 0
      return sum
    }
    const yearBefore = Array.from({ length: coverWeeks }, (_, k) => chain(week + 1 + k - 52))
    const quarterThen = Array.from({ length: 13 }, (_, k) => chain(week - k - 52))
    const average = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length
    const season = average(quarterThen) > 0 ? average(yearBefore) / average(quarterThen) : 1
    return positions.map(({ onHand, arriving }, i) => {
      const last = Array.from({ length: 13 }, (_, k) => panel.sales[i * wide + week - k] ?? 0)
      const upTo = average(last) * season * coverWeeks
      const has = onHand + arriving.reduce((a, b) => a + b, 0)
      return Math.max(0, Math.round(upTo - has))
    })
  }
}
