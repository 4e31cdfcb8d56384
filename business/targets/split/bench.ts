import type { Money } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import type { LockedCell } from './locks.ts'
import { columnSums, rowSums } from './margins.ts'
import type { TwoWayRequest } from './two-way.ts'
import { fittedTwoWay, splitTwoWay } from './two-way.ts'

export interface SplitBench {
  readonly stores: number
  readonly months: number
  readonly locks: number
  readonly milliseconds: number
  /** Margins not met plus locks not kept. */
  readonly violations: number
  /** Largest distance of a cell from its fitted value, in cents. */
  readonly deviation: number
}

/** Splits a year of 10,000 stores × 12 months, without and with 6,000 locked cells; prints and answers the figures. */
export function benchSplits(stores = 10_000, locks = 6_000): SplitBench[] {
  return [0, locks].map((count) => {
    const request = chainYear(stores, 12, count)
    const started = performance.now()
    const cells = splitTwoWay(request)
    const milliseconds = Math.round(performance.now() - started)
    const fitted = fittedTwoWay(request)
    if (isRefusal(cells) || isRefusal(fitted)) throw new Error('the bench request was refused')
    const bench = { stores, months: 12, locks: count, milliseconds, ...judge(request, cells, fitted) }
    console.log(
      `two-way split, ${stores} stores × 12 months, ${count} locked cells: ${milliseconds} ms, ` +
        `${bench.violations} violations, largest deviation of a cell ${bench.deviation.toFixed(2)} cents`,
    )
    return bench
  })
}

/** A seeded chain: stores of very different size, seasons, margins and locks that are possible by construction. */
export function chainYear(stores: number, months: number, lockCount: number): TwoWayRequest {
  const random = seeded(20_260_101)
  const size = Array.from({ length: stores }, () => 2_000_000_00 * Math.exp(2 * (random() - 0.5)))
  const season = Array.from({ length: months }, (_, j) => 1 + 0.4 * Math.sin((2 * Math.PI * j) / months))
  const weights = size.map((s) => season.map((f) => s * f * (0.8 + 0.4 * random())))
  // Margins come from another table than the weights, so that there is something to fit.
  const wanted = weights.map((row) =>
    row.map((weight) => Math.round(weight * (0.7 + 0.6 * random())) as Money),
  )
  const row = (i: number): string => `S${String(i).padStart(5, '0')}`
  const column = (j: number): string => `M${String(j + 1).padStart(2, '0')}`
  const locked = new Map<number, LockedCell>()
  while (locked.size < lockCount) {
    const at = Math.floor(random() * stores * months)
    const [i, j] = [Math.floor(at / months), at % months]
    locked.set(at, { row: row(i), column: column(j), amount: wanted[i]![j]! })
  }
  return {
    rows: rowSums(wanted).map((total, i) => ({ key: row(i), total })),
    columns: columnSums(wanted).map((total, j) => ({ key: column(j), total })),
    weights,
    locked: [...locked.values()],
  }
}

function judge(
  { rows, columns, locked = [] }: TwoWayRequest,
  cells: Money[][],
  fitted: number[][],
): { violations: number; deviation: number } {
  const rowAt = new Map(rows.map((r, i) => [r.key, i]))
  const columnAt = new Map(columns.map((c, j) => [c.key, j]))
  const violations =
    rowSums(cells).filter((sum, i) => sum !== rows[i]!.total).length +
    columnSums(cells).filter((sum, j) => sum !== columns[j]!.total).length +
    locked.filter((lock) => cells[rowAt.get(lock.row)!]![columnAt.get(lock.column)!] !== lock.amount).length
  let deviation = 0
  for (const [i, line] of cells.entries()) {
    for (const [j, amount] of line.entries())
      deviation = Math.max(deviation, Math.abs(amount - fitted[i]![j]!))
  }
  return { violations, deviation }
}

/** mulberry32: the same chain every time. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
