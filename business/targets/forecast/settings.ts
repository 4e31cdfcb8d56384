import type { Encoder } from './features.ts'
import { newRow } from './features.ts'
import type { Moments, TaughtDays } from './moments.ts'
import { momentsOf } from './moments.ts'
import type { ForecastModel, ForecastSettings, Shared } from './ridge.ts'
import { fitStores, logForecast, sharedOf, startingSettings, trustOf } from './ridge.ts'
import { offsetOf } from './store-days.ts'

/** A forecast and what came: the pairs that errors are measured on. */
export interface Pair {
  readonly forecast: number
  readonly actual: number
}

/** √ mean ((forecast − actual) ÷ actual)², over days with sales; NaN for none. */
export function rootMeanSquarePercentageError(pairs: readonly Pair[], factor = 1): number {
  let total = 0
  for (const { forecast, actual } of pairs) total += (1 - (factor * forecast) / actual) ** 2
  return Math.sqrt(total / pairs.length)
}

/**
 * The factor that makes the percent error of these pairs smallest: Σ r ÷ Σ r² with r = forecast ÷ actual (least
 * squares of 1 on r). An overshoot costs more percent than an undershoot, so it lies a little below 1.
 */
export function shrinkFor(pairs: readonly Pair[]): number {
  let sum = 0
  let squares = 0
  for (const { forecast, actual } of pairs) {
    const r = forecast / actual
    sum += r
    squares += r * r
  }
  return squares > 0 ? Math.min(1.05, Math.max(0.9, sum / squares)) : 1
}

export interface Window {
  /** Day number of the first day forecast; everything before it may teach. */
  readonly from: number
  readonly horizon: number
}
export interface ChosenSettings {
  readonly settings: ForecastSettings
  readonly windows: readonly Window[]
  /** Every setting tried and its error over the windows together. */
  readonly tried: readonly { readonly settings: ForecastSettings; readonly error: number }[]
}

const choices = {
  halfLife: [180, 270, 365, 540],
  pull: [0.5, 1, 2, 4, 8],
  level: [
    { levelHalfLife: 28, levelPull: Number.POSITIVE_INFINITY },
    { levelHalfLife: 14, levelPull: 10 },
    { levelHalfLife: 28, levelPull: 10 },
    { levelHalfLife: 28, levelPull: 30 },
    { levelHalfLife: 56, levelPull: 30 },
  ],
} as const
/** Choosing looks at this many stores, evenly taken; more stores change the third digit only. */
const choosingStores = 120

/**
 * Chooses settings on rolling-origin windows that all end before `until`: the last three stretches of
 * `horizon` days, and the same season a year ago where there is history enough. One setting after another is
 * moved to its best value (half-life, pull, level), then the shrink factor follows in closed form. Nothing from
 * `until` on is looked at, except what is known in advance (opening days, promotions, holidays).
 */
export function chooseSettings(
  all: readonly TaughtDays[],
  encoder: Encoder,
  until: number,
  horizon: number,
): ChosenSettings {
  const step = Math.max(1, all.length / choosingStores)
  const taught = Array.from(
    { length: Math.min(all.length, choosingStores) },
    (_, i) => all[Math.floor(i * step)]!,
  )
  const windows = validationWindows(taught, until, horizon)
  if (windows.length === 0) return { settings: startingSettings, windows, tried: [] }

  const p = encoder.features.length
  const learnt = new Map<string, { moments: Moments[]; shared: Shared }>()
  const trusts = new Map<Window, Float32Array[]>()
  const learntFor = (window: Window, halfLife: number): { moments: Moments[]; shared: Shared } => {
    const key = `${window.from} ${halfLife}`
    let known = learnt.get(key)
    if (!known) {
      const trust = trusts.get(window) ?? trustOf(taught, encoder, window.from)
      trusts.set(window, trust)
      const moments = taught.map((days, s) => momentsOf(days, p, window.from, halfLife, trust[s]))
      known = { moments, shared: sharedOf(moments, p) }
      learnt.set(key, known)
    }
    return known
  }
  const pairsOf = (settings: ForecastSettings): Pair[] =>
    windows.flatMap((window) => {
      const { moments, shared } = learntFor(window, settings.halfLife)
      const model = fitStores(taught, moments, shared, encoder, window.from, settings)
      return forecastPairs(model, taught, encoder, window)
    })

  const tried: { settings: ForecastSettings; error: number }[] = []
  let best = { settings: startingSettings, error: Number.POSITIVE_INFINITY }
  const attempt = (settings: ForecastSettings) => {
    const pairs = withoutWorst(pairsOf(settings))
    const shrink = shrinkFor(pairs)
    const outcome = { settings: { ...settings, shrink }, error: rootMeanSquarePercentageError(pairs, shrink) }
    tried.push(outcome)
    if (outcome.error < best.error) best = outcome
  }
  attempt(startingSettings)
  for (const halfLife of choices.halfLife)
    if (halfLife !== best.settings.halfLife) attempt({ ...best.settings, halfLife })
  for (const pull of choices.pull) if (pull !== best.settings.pull) attempt({ ...best.settings, pull })
  for (const level of choices.level) attempt({ ...best.settings, ...level })
  return { settings: best.settings, windows, tried }
}

/** Forecasts of the teaching days in a window, without the shrink factor. */
export function forecastPairs(
  model: ForecastModel,
  taught: readonly TaughtDays[],
  encoder: Encoder,
  window: Window,
): Pair[] {
  const row = newRow()
  const pairs: Pair[] = []
  for (const days of taught) {
    for (let r = 0; r < days.rows; r++) {
      const day = days.days[r]!
      if (day < window.from || day >= window.from + window.horizon) continue
      const log = logForecast(model, encoder, days.store, offsetOf(days.store, day), row)
      if (Number.isFinite(log)) pairs.push({ forecast: Math.exp(log), actual: Math.exp(days.logSales[r]!) })
    }
  }
  return pairs
}

/**
 * Leaves out the worst hundredth: a handful of days that nothing known in advance explains (a local feast, a
 * power cut) would otherwise choose the settings of all stores. The final figure leaves nothing out.
 */
export function withoutWorst(pairs: readonly Pair[]): Pair[] {
  const misses = pairs.map((pair, i) => ({ i, miss: Math.abs(1 - pair.forecast / pair.actual) }))
  misses.sort((a, b) => b.miss - a.miss || a.i - b.i)
  const worst = new Set(misses.slice(0, Math.floor(pairs.length / 100)).map(({ i }) => i))
  return pairs.filter((_, i) => !worst.has(i))
}

function validationWindows(taught: readonly TaughtDays[], until: number, horizon: number): Window[] {
  const earliest = taught.reduce(
    (first, days) => (days.rows > 0 ? Math.min(first, days.days[0]!) : first),
    Number.POSITIVE_INFINITY,
  )
  const starts = [until - horizon, until - 2 * horizon, until - 3 * horizon, until - 364]
  // A window is of use when half a year or more lies before it.
  return [...new Set(starts)].filter((from) => from - earliest >= 180).map((from) => ({ from, horizon }))
}
