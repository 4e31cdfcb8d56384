import type { Encoder, Row } from './features.ts'
import { newRow } from './features.ts'
import { factorize, inverseDiagonal, solve } from './linear.ts'
import type { Moments, TaughtDays } from './moments.ts'
import { momentsOf } from './moments.ts'
import type { StoreDays } from './store-days.ts'

/**
 * A hierarchical ridge regression of log sales. All stores together give the shared effects β₀; a store's
 * own effects β solve (G + σ² m T⁻¹)(β − β₀) = c − G β₀, where G and c are its centred moments, T the
 * variance of effects between stores as the data show it (expectation-maximisation, as in any textbook on
 * linear mixed models) and m a multiple chosen on earlier weeks. A store with little history stays near β₀.
 */
export interface ForecastSettings {
  /** Days after which a day counts half. */
  readonly halfLife: number
  /** Multiple m of the pull towards the effects shared by all stores. */
  readonly pull: number
  /** Half-life in days, and weight in days, of the correction to the level of recent weeks; weight Infinity: none. */
  readonly levelHalfLife: number
  readonly levelPull: number
  /** Factor on a prediction meant to keep the percent error small (see `shrinkFor`). */
  readonly shrink: number
}
export const startingSettings: ForecastSettings = {
  halfLife: 365,
  pull: 2,
  levelHalfLife: 28,
  levelPull: 20,
  shrink: 1,
}

export interface StoreModel {
  readonly store: string
  readonly intercept: number
  readonly coefficients: Float64Array
  /** Correction to the level of recent weeks, in log units. */
  readonly level: number
  /** Variance of a day's log error. */
  readonly variance: number
  /** Days that taught it, after forgetting. */
  readonly weight: number
}
export interface ForecastModel {
  readonly features: readonly string[]
  readonly settings: ForecastSettings
  /** Effects shared by all stores, and how much stores differ in each (standard deviation, log units). */
  readonly pooled: Float64Array
  readonly spread: Float64Array
  /** Days (after forgetting, all stores) on which each feature was other than its mean: 0 = never seen to vary. */
  readonly seen: Float64Array
  readonly stores: ReadonlyMap<string, StoreModel>
}

/** Most stores used to learn how much stores differ; the rest add time and no knowledge. */
const spreadStores = 60
const spreadRounds = 3
/** Penalty (in days) that keeps a shared effect at 0 where no store has seen it. */
const sharedPenalty = 2
/** Misses within this many usual misses count in full. */
const trusted = 3

export function fitForecast(
  taught: readonly TaughtDays[],
  encoder: Encoder,
  until: number,
  settings: ForecastSettings,
): ForecastModel {
  const p = encoder.features.length
  const trust = trustOf(taught, encoder, until)
  const moments = taught.map((days, s) => momentsOf(days, p, until, settings.halfLife, trust[s]))
  return fitStores(taught, moments, sharedOf(moments, p), encoder, until, settings)
}

/**
 * How far each day may be believed: a first fit, and a day that missed it by more than three usual misses of its
 * store counts only for the part within (Huber's weights, the scale from the median absolute residual). A
 * carnival Monday or a power cut then bends no weekday.
 */
export function trustOf(taught: readonly TaughtDays[], encoder: Encoder, until: number): Float32Array[] {
  const p = encoder.features.length
  const moments = taught.map((days) => momentsOf(days, p, until, startingSettings.halfLife))
  const model = fitStores(taught, moments, sharedOf(moments, p), encoder, until, startingSettings)
  return taught.map((days) => {
    const own = model.stores.get(days.store.store)
    const trust = new Float32Array(days.rows).fill(1)
    if (!own) return trust
    const misses = residualsOf(days, own.coefficients, own.intercept, until).map(Math.abs)
    const usual = 1.4826 * median(misses)
    misses.forEach((miss, r) => {
      if (miss > trusted * usual && miss > 0) trust[r] = (trusted * usual) / miss
    })
    return trust
  })
}

/** What all stores have in common: effects, how much stores differ in each, the variance of a day. */
export interface Shared {
  readonly pooled: Float64Array
  readonly seen: Float64Array
  readonly variances: Float64Array
  readonly noise: number
}
export function sharedOf(moments: readonly Moments[], p: number): Shared {
  const { pooled, seen } = pool(moments, p)
  return { pooled, seen, ...learnSpread(moments, pooled, p) }
}

/** The stores' own fits from moments and shared effects already formed (these depend on `until` and the half-life only). */
export function fitStores(
  taught: readonly TaughtDays[],
  moments: readonly Moments[],
  { pooled, seen, variances, noise }: Shared,
  encoder: Encoder,
  until: number,
  settings: ForecastSettings,
): ForecastModel {
  const p = encoder.features.length
  const stores = new Map<string, StoreModel>()
  const work = new Float64Array(p * p)
  taught.forEach((days, s) => {
    const m = moments[s]!
    if (m.weight === 0) return
    const penalty = variances.map((v) => (noise * settings.pull) / v)
    const coefficients = ownEffects(m, pooled, penalty, work, p)
    const intercept = m.meanY - dot(m.meanX, coefficients)
    const { level, variance } = recentLevel(days, coefficients, intercept, until, settings)
    stores.set(days.store.store, {
      store: days.store.store,
      intercept,
      coefficients,
      level,
      variance,
      weight: m.weight,
    })
  })
  return { features: encoder.features, settings, pooled, spread: variances.map(Math.sqrt), seen, stores }
}

/** Expected log sales of a day; NaN for a store without history. `row` may be passed to save allocation. */
export function logForecast(
  model: ForecastModel,
  encoder: Encoder,
  store: StoreDays,
  at: number,
  row: Row = newRow(),
): number {
  const own = model.stores.get(store.store)
  if (!own) return Number.NaN
  encoder.encode(store, at, row)
  let y = own.intercept + own.level
  for (let k = 0; k < row.count; k++) y += own.coefficients[row.index[k]!]! * row.value[k]!
  return y
}

/** The amount to expect on average: the mean of a log-normal lies half a variance above its median. */
export const expectedAmount = (log: number, variance: number): number => Math.exp(log + variance / 2)

function pool(moments: readonly Moments[], p: number): { pooled: Float64Array; seen: Float64Array } {
  const gram = new Float64Array(p * p)
  const pooled = new Float64Array(p)
  for (const m of moments) {
    for (let k = 0; k < gram.length; k++) gram[k] = gram[k]! + m.gram[k]!
    for (let i = 0; i < p; i++) pooled[i] = pooled[i]! + m.cross[i]!
  }
  const seen = Float64Array.from({ length: p }, (_, i) => (gram[i * p + i]! > 1e-6 ? gram[i * p + i]! : 0))
  for (let i = 0; i < p; i++) gram[i * p + i] = gram[i * p + i]! + sharedPenalty
  factorize(gram, p)
  solve(gram, p, pooled)
  return { pooled, seen }
}

/** (G + penalty) δ = c − G β₀; returns β₀ + δ. Leaves the factor in `work`. */
function ownEffects(
  m: Moments,
  pooled: Float64Array,
  penalty: Float64Array,
  work: Float64Array,
  p: number,
): Float64Array {
  const right = Float64Array.from(m.cross)
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const g = m.gram[i * p + j]!
      right[i] = right[i]! - g * pooled[j]!
      if (j < i) right[j] = right[j]! - g * pooled[i]!
    }
  }
  work.set(m.gram)
  for (let i = 0; i < p; i++) work[i * p + i] = work[i * p + i]! + penalty[i]!
  factorize(work, p)
  solve(work, p, right)
  for (let i = 0; i < p; i++) right[i] = right[i]! + pooled[i]!
  return right
}

/** How much stores differ in each effect, and the variance of a day, from up to 120 evenly chosen stores. */
function learnSpread(
  moments: readonly Moments[],
  pooled: Float64Array,
  p: number,
): { variances: Float64Array; noise: number } {
  const known = moments.filter((m) => m.weight > 0)
  const step = Math.max(1, known.length / spreadStores)
  const sample = Array.from(
    { length: Math.min(known.length, spreadStores) },
    (_, i) => known[Math.floor(i * step)]!,
  )
  let variances = new Float64Array(p).fill(0.01)
  let noise = 0.02
  const work = new Float64Array(p * p)
  for (let round = 0; round < spreadRounds && sample.length > 0; round++) {
    const next = new Float64Array(p)
    let errors = 0
    let weights = 0
    const penalty = variances.map((v) => noise / v)
    for (const m of sample) {
      const own = ownEffects(m, pooled, penalty, work, p)
      const uncertainty = inverseDiagonal(work, p)
      for (let j = 0; j < p; j++) next[j] = next[j]! + (own[j]! - pooled[j]!) ** 2 + noise * uncertainty[j]!
      errors += squaredError(m, own, p)
      weights += m.weight
    }
    variances = next.map((v) => Math.max(1e-6, v / sample.length))
    noise = Math.max(1e-5, errors / Math.max(1, weights))
  }
  return { variances, noise }
}

function squaredError(m: Moments, b: Float64Array, p: number): number {
  let error = m.squareY
  for (let i = 0; i < p; i++) {
    let gb = 0
    for (let j = 0; j < p; j++) gb += (j <= i ? m.gram[i * p + j]! : m.gram[j * p + i]!) * b[j]!
    error += b[i]! * (gb - 2 * m.cross[i]!)
  }
  return Math.max(0, error)
}

/** Mean of the latest residuals, pulled to 0 by `levelPull` days; and the variance of residuals. */
function recentLevel(
  days: TaughtDays,
  coefficients: Float64Array,
  intercept: number,
  until: number,
  settings: ForecastSettings,
) {
  let weight = 0
  let total = 0
  let squares = 0
  let long = 0
  residualsOf(days, coefficients, intercept, until).forEach((residual, r) => {
    const age = until - days.days[r]!
    const w = 2 ** (-age / settings.levelHalfLife)
    weight += w
    total += w * residual
    const v = 2 ** (-age / settings.halfLife)
    squares += v * residual * residual
    long += v
  })
  return {
    level: Number.isFinite(settings.levelPull) && weight > 0 ? total / (weight + settings.levelPull) : 0,
    variance: long > 0 ? squares / long : 0,
  }
}

/** Log sales minus what the effects give, for the rows before `until`. */
function residualsOf(
  days: TaughtDays,
  coefficients: Float64Array,
  intercept: number,
  until: number,
): Float64Array {
  const residuals: number[] = []
  for (let r = 0; r < days.rows && days.days[r]! < until; r++) {
    let residual = days.logSales[r]! - intercept
    for (let k = days.start[r]!; k < days.start[r + 1]!; k++)
      residual -= coefficients[days.index[k]!]! * days.value[k]!
    residuals.push(residual)
  }
  return Float64Array.from(residuals)
}

function median(values: Float64Array): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}
