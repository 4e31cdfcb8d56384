import type { Margins } from './feasible.ts'

const precision = 1e-13
/** Work is bounded, never the exactness of the sums: rounding meets the margins whatever the fit. */
const mostCellVisits = 3e8

/**
 * Proportional fitting (Deming and Stephan 1940): scales rows and columns in turn until both margins hold to
 * 1e-13, so that each cell stays in proportion to its weight as far as the margins allow.
 * `weights` n × m by row, above 0 exactly where `margins.open`. Answers n × m real cents; rows are met last.
 */
export function fitToMargins(weights: Float64Array, margins: Margins): Float64Array {
  const { n, m, rowLeft, columnLeft, open } = margins
  const scaled = scaleRows(weights, margins)
  const rowFactor = new Float64Array(n)
  const columnFactor = new Float64Array(m).fill(1)
  const columnSum = new Float64Array(m)
  const rounds = Math.max(200, Math.floor(mostCellVisits / Math.max(1, n * m)))
  let best = Number.POSITIVE_INFINITY
  let stalled = 0
  for (let round = 0; round < rounds; round++) {
    columnSum.fill(0)
    for (let i = 0; i < n; i++) {
      const at = i * m
      let sum = 0
      for (let j = 0; j < m; j++) sum += scaled[at + j]! * columnFactor[j]!
      const factor = sum > 0 ? rowLeft[i]! / sum : 0
      rowFactor[i] = factor
      if (factor > 0) for (let j = 0; j < m; j++) columnSum[j]! += scaled[at + j]! * factor
    }
    let off = 0
    for (let j = 0; j < m; j++) {
      if (columnLeft[j] === 0) continue
      off = Math.max(off, Math.abs((columnSum[j]! * columnFactor[j]!) / columnLeft[j]! - 1))
    }
    if (off <= precision) break
    // At the limit of the number type the error only trembles; then it is as good as it gets.
    if (off < best * 0.999) {
      best = off
      stalled = 0
    } else if (off < 1e-11 && ++stalled >= 20) break
    for (let j = 0; j < m; j++) columnFactor[j] = columnSum[j]! > 0 ? columnLeft[j]! / columnSum[j]! : 0
  }
  const fitted = new Float64Array(n * m)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const at = i * m + j
      if (open[at]) fitted[at] = rowFactor[i]! * scaled[at]! * columnFactor[j]!
    }
  }
  return fitted
}

/** The largest weight of a row becomes 1; factors absorb it, and no product overflows. */
function scaleRows(weights: Float64Array, { n, m, open }: Margins): Float64Array {
  const scaled = new Float64Array(n * m)
  for (let i = 0; i < n; i++) {
    let most = 0
    for (let j = 0; j < m; j++) if (open[i * m + j]) most = Math.max(most, weights[i * m + j]!)
    for (let j = 0; j < m; j++) {
      const at = i * m + j
      if (open[at]) scaled[at] = Math.max(weights[at]! / most, 1e-150)
    }
  }
  return scaled
}
