import type { Encoder } from './features.ts'
import { newRow, teaches } from './features.ts'
import type { StoreDays } from './store-days.ts'

/** A store's teaching days, encoded once: row r holds entries start[r] … start[r+1] of index and value. */
export interface TaughtDays {
  readonly store: StoreDays
  readonly rows: number
  /** Day number and log sales of each row, oldest first. */
  readonly days: Int32Array
  readonly logSales: Float64Array
  readonly start: Int32Array
  readonly index: Int16Array
  readonly value: Float32Array
}

/** Encodes the days with sales from day number `from` up to, not including, `until`. */
export function teach(
  store: StoreDays,
  encoder: Encoder,
  until = Number.POSITIVE_INFINITY,
  from = Number.NEGATIVE_INFINITY,
): TaughtDays {
  const begin = Math.max(0, from - store.first)
  const end = Math.max(0, Math.min(store.length, until - store.first))
  let rows = 0
  for (let at = begin; at < end; at++) if (teaches(store, at)) rows++
  const days = new Int32Array(rows)
  const logSales = new Float64Array(rows)
  const start = new Int32Array(rows + 1)
  let index = new Int16Array(rows * 20)
  let value = new Float32Array(rows * 20)
  const row = newRow()
  let r = 0
  let filled = 0
  for (let at = begin; at < end; at++) {
    if (!teaches(store, at)) continue
    encoder.encode(store, at, row)
    if (filled + row.count > index.length) {
      const size = index.length * 2 + row.count
      const [moreIndex, moreValue] = [new Int16Array(size), new Float32Array(size)]
      moreIndex.set(index)
      moreValue.set(value)
      index = moreIndex
      value = moreValue
    }
    for (let k = 0; k < row.count; k++) {
      index[filled] = row.index[k]!
      value[filled++] = row.value[k]!
    }
    days[r] = store.first + at
    logSales[r++] = Math.log(store.sales[at]!)
    start[r] = filled
  }
  return { store, rows, days, logSales, start, index, value }
}

/** Weighted sums of a store's teaching days, centred on their weighted means, so that the level drops out. */
export interface Moments {
  /** Sum of weights (days, after forgetting). */
  readonly weight: number
  readonly meanX: Float64Array
  readonly meanY: number
  /** Σ w (x − x̄)(x − x̄)ᵀ, lower triangle, p × p. */
  readonly gram: Float64Array
  /** Σ w (x − x̄)(y − ȳ). */
  readonly cross: Float64Array
  readonly squareY: number
}

/**
 * A day `halfLife` days before `until` counts half; days from `until` on are not looked at. `trust` (0 … 1 a
 * row) lets a freak day count less.
 */
export function momentsOf(
  taught: TaughtDays,
  p: number,
  until: number,
  halfLife: number,
  trust?: Float32Array,
): Moments {
  const gram = new Float64Array(p * p)
  const sumX = new Float64Array(p)
  const cross = new Float64Array(p)
  let weight = 0
  let sumY = 0
  let squareY = 0
  // The sums are kept around a near value of y, so that centring loses no digits.
  const around = taught.rows > 0 ? taught.logSales[0]! : 0
  for (let r = 0; r < taught.rows; r++) {
    const age = until - taught.days[r]!
    if (age <= 0) break
    const w = 2 ** (-age / halfLife) * (trust ? trust[r]! : 1)
    const y = taught.logSales[r]! - around
    weight += w
    sumY += w * y
    squareY += w * y * y
    const from = taught.start[r]!
    const to = taught.start[r + 1]!
    for (let a = from; a < to; a++) {
      const i = taught.index[a]!
      const wx = w * taught.value[a]!
      sumX[i] = sumX[i]! + wx
      cross[i] = cross[i]! + wx * y
      const rowOf = i * p
      for (let b = from; b < to; b++) {
        const j = taught.index[b]!
        if (j <= i) gram[rowOf + j] = gram[rowOf + j]! + wx * taught.value[b]!
      }
    }
  }
  const meanX = new Float64Array(p)
  if (weight > 0) {
    for (let i = 0; i < p; i++) {
      meanX[i] = sumX[i]! / weight
      cross[i] = cross[i]! - (sumX[i]! * sumY) / weight
      for (let j = 0; j <= i; j++) gram[i * p + j] = gram[i * p + j]! - (sumX[i]! * sumX[j]!) / weight
    }
    squareY -= (sumY * sumY) / weight
  }
  return { weight, meanX, meanY: weight > 0 ? around + sumY / weight : Number.NaN, gram, cross, squareY }
}
