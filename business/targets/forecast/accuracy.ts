import type { Baseline } from './baselines.ts'
import { decayedMeanBaseline, medianBaseline } from './baselines.ts'
import type { Calendar } from './calendar.ts'
import { encoderOf } from './features.ts'
import { teach } from './moments.ts'
import type { ForecastModel } from './ridge.ts'
import { fitForecast } from './ridge.ts'
import type { ChosenSettings, Pair, Window } from './settings.ts'
import { chooseSettings, forecastPairs, rootMeanSquarePercentageError, withoutWorst } from './settings.ts'
import type { StoreDays } from './store-days.ts'
import { isOpen, offsetOf } from './store-days.ts'

export type ModelName = 'median' | 'decayedMean' | 'ridge'
export interface Accuracy {
  readonly model: ModelName
  /** Root mean square percentage error over `days` open days with sales. */
  readonly error: number
  readonly days: number
  /** Seconds to learn and forecast; for the ridge without the choosing of settings. */
  readonly seconds: number
}
export interface AccuracyReport {
  readonly accuracies: readonly Accuracy[]
  readonly chosen: ChosenSettings
  readonly choosingSeconds: number
  readonly halfLife: number
  readonly model: ForecastModel
}

const baselineHalfLives = [30, 60, 90, 180, 365]

/**
 * Learns from the days before `from`, forecasts `horizon` days, compares. Settings of every model are chosen on
 * windows that end before `from`. `clock` gives seconds; it is handed in because rules read no clock.
 */
export function measureAccuracy(
  stores: readonly StoreDays[],
  calendar: Calendar,
  test: Window,
  clock: () => number,
): AccuracyReport {
  const encoder = encoderOf(calendar)
  const timed = <T>(work: () => T): { result: T; seconds: number } => {
    const start = clock()
    const result = work()
    return { result, seconds: clock() - start }
  }
  const median = timed(() => baselinePairs(medianBaseline(stores, test.from), stores, test))

  const taught = timed(() => stores.map((store) => teach(store, encoder, test.from)))
  const chosen = timed(() => chooseSettings(taught.result, encoder, test.from, test.horizon))
  const halfLife = chooseHalfLife(stores, chosen.result.windows)
  const decayed = timed(() => baselinePairs(decayedMeanBaseline(stores, test.from, halfLife), stores, test))

  const { settings } = chosen.result
  const fitted = timed(() => fitForecast(taught.result, encoder, test.from, settings))
  // Only the comparison sees the days to come; the model was fitted on arrays that end before them.
  const forecast = timed(() => {
    const days = stores.map((s) => teach(s, encoder, test.from + test.horizon, test.from))
    return forecastPairs(fitted.result, days, encoder, test)
  })
  const accuracy = (model: ModelName, pairs: readonly Pair[], seconds: number, factor = 1): Accuracy => ({
    model,
    error: rootMeanSquarePercentageError(pairs, factor),
    days: pairs.length,
    seconds,
  })
  return {
    accuracies: [
      accuracy('median', median.result, median.seconds),
      accuracy('decayedMean', decayed.result, decayed.seconds),
      accuracy('ridge', forecast.result, taught.seconds + fitted.seconds + forecast.seconds, settings.shrink),
    ],
    chosen: chosen.result,
    choosingSeconds: chosen.seconds,
    halfLife,
    model: fitted.result,
  }
}

function chooseHalfLife(stores: readonly StoreDays[], windows: readonly Window[]): number {
  let best = { halfLife: 90, error: Number.POSITIVE_INFINITY }
  for (const halfLife of baselineHalfLives) {
    const pairs = windows.flatMap((w) =>
      baselinePairs(decayedMeanBaseline(stores, w.from, halfLife), stores, w),
    )
    const error = rootMeanSquarePercentageError(withoutWorst(pairs))
    if (error < best.error) best = { halfLife, error }
  }
  return best.halfLife
}

function baselinePairs(baseline: Baseline, stores: readonly StoreDays[], window: Window): Pair[] {
  const pairs: Pair[] = []
  for (const store of stores) {
    for (let k = 0; k < window.horizon; k++) {
      const at = offsetOf(store, window.from + k)
      if (!isOpen(store, at) || !(store.sales[at]! > 0)) continue
      const forecast = baseline(store, at)
      if (Number.isFinite(forecast)) pairs.push({ forecast, actual: store.sales[at]! })
    }
  }
  return pairs
}
