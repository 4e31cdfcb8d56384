/** Dense symmetric algebra on row-major typed arrays; only what the ridge needs. */

/**
 * Cholesky factor L (lower, in place of the lower triangle of `a`, p × p) of a symmetric positive definite
 * matrix. Throws when it is not: penalties make every matrix here positive definite, so that is a fault.
 */
export function factorize(a: Float64Array, p: number): void {
  for (let j = 0; j < p; j++) {
    let pivot = a[j * p + j]!
    for (let k = 0; k < j; k++) pivot -= a[j * p + k]! ** 2
    if (!(pivot > 0)) throw new RangeError(`matrix is not positive definite at ${j}`)
    pivot = Math.sqrt(pivot)
    a[j * p + j] = pivot
    for (let i = j + 1; i < p; i++) {
      let x = a[i * p + j]!
      for (let k = 0; k < j; k++) x -= a[i * p + k]! * a[j * p + k]!
      a[i * p + j] = x / pivot
    }
  }
}

/** Solves L Lᵀ x = b in place of `b`. */
export function solve(l: Float64Array, p: number, b: Float64Array): void {
  for (let i = 0; i < p; i++) {
    let x = b[i]!
    for (let k = 0; k < i; k++) x -= l[i * p + k]! * b[k]!
    b[i] = x / l[i * p + i]!
  }
  for (let i = p - 1; i >= 0; i--) {
    let x = b[i]!
    for (let k = i + 1; k < p; k++) x -= l[k * p + i]! * b[k]!
    b[i] = x / l[i * p + i]!
  }
}

/** Diagonal of (L Lᵀ)⁻¹: column j of L⁻¹, squared and summed. */
export function inverseDiagonal(l: Float64Array, p: number): Float64Array {
  const diagonal = new Float64Array(p)
  const column = new Float64Array(p)
  for (let j = 0; j < p; j++) {
    let total = 0
    for (let i = j; i < p; i++) {
      let x = i === j ? 1 : 0
      for (let k = j; k < i; k++) x -= l[i * p + k]! * column[k]!
      column[i] = x / l[i * p + i]!
      total += column[i]! ** 2
    }
    diagonal[j] = total
  }
  return diagonal
}
