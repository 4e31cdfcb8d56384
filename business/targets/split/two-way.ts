import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Margins, Shortage } from './feasible.ts'
import { cellsInReach } from './feasible.ts'
import { fitToMargins } from './fit.ts'
import type { Line, LockedCell } from './locks.ts'
import { cellNames, nameOf, readLocks, weightAt } from './locks.ts'
import { byKey, usableWeight } from './one-way.ts'
import { roundToMargins } from './round.ts'
import type { SplitWhy } from './words.ts'
import { listed, yuan } from './words.ts'

/** A row or column with the whole cents that it must sum to. */
export interface Margin extends Line {
  readonly total: Money
}

export interface TwoWayRequest {
  readonly rows: readonly Margin[]
  readonly columns: readonly Margin[]
  /** rows × columns, in any unit, ≥ 0; 0 = never. */
  readonly weights: readonly (readonly number[])[]
  readonly locked?: readonly LockedCell[]
}

/**
 * Splits so that every row and every column is met to the cent (area × month, store × month): locks are taken
 * out, the rest is fitted in proportion to the weights and rounded by `roundToMargins`. Who gets an odd cent depends
 * on weights and keys, not on the order of lines. Margins that cannot be met are refused with the lines and the
 * locked cells in conflict. Amounts are ≥ 0. Answers rows × columns.
 */
export function splitTwoWay(request: TwoWayRequest): Money[][] | Refusal<SplitWhy> {
  const prepared = prepare(request)
  if (isRefusal(prepared)) return prepared
  const { margins, weights } = prepared
  const rounded = roundToMargins(fitToMargins(weights, margins), margins)
  return asGiven(prepared, rounded).map((row) => row.map(cents))
}

/** The real-valued table that `splitTwoWay` rounds: cents with fractions, locked cells at their amounts. */
export function fittedTwoWay(request: TwoWayRequest): number[][] | Refusal<SplitWhy> {
  const prepared = prepare(request)
  if (isRefusal(prepared)) return prepared
  return asGiven(prepared, fitToMargins(prepared.weights, prepared.margins))
}

/** The request in key order: then neither a tie nor a float sum can depend on the order of the lines. */
interface Prepared {
  readonly margins: Margins
  readonly weights: Float64Array
  /** Locked amounts by cell. */
  readonly locks: (Money | undefined)[]
  /** Where each line of key order stood in the request. */
  readonly rowOrder: number[]
  readonly columnOrder: number[]
}

function prepare(given: TwoWayRequest): Prepared | Refusal<SplitWhy> {
  const [rowOrder, columnOrder] = [inKeyOrder(given.rows), inKeyOrder(given.columns)]
  const request: TwoWayRequest = {
    rows: rowOrder.map((i) => given.rows[i]!),
    columns: columnOrder.map((j) => given.columns[j]!),
    weights: rowOrder.map((i) => columnOrder.map((j) => weightAt(given.weights, i, j))),
    locked: given.locked ?? [],
  }
  const { rows, columns } = request
  const [n, m] = [rows.length, columns.length]
  const locks = readLocks(rows, columns, given.locked ?? [])
  if (isRefusal(locks)) return locks
  const weights = readWeights(request)
  if (isRefusal(weights)) return weights
  const marginNo = marginRefusal(rows, columns)
  if (marginNo) return marginNo

  const rowLeft = Float64Array.from(rows, (row) => row.total)
  const columnLeft = Float64Array.from(columns, (column) => column.total)
  const open = new Uint8Array(n * m)
  for (let at = 0; at < n * m; at++) {
    const lock = locks[at]
    if (lock === undefined) continue
    rowLeft[Math.floor(at / m)]! -= lock
    columnLeft[at % m]! -= lock
  }
  const over = overLocked(request, rowLeft, 'row') ?? overLocked(request, columnLeft, 'column')
  if (over) return over
  for (let at = 0; at < n * m; at++) {
    const needed = rowLeft[Math.floor(at / m)]! > 0 && columnLeft[at % m]! > 0
    open[at] = needed && locks[at] === undefined && weights[at]! > 0 ? 1 : 0
  }
  const reached = cellsInReach({ n, m, rowLeft, columnLeft, open })
  if (!(reached instanceof Uint8Array)) return outOfReach(request, reached, rowLeft, columnLeft)
  const margins = { n, m, rowLeft, columnLeft, open: reached }
  return { margins, weights, locks, rowOrder, columnOrder }
}

function asGiven({ margins, locks, rowOrder, columnOrder }: Prepared, free: Float64Array): number[][] {
  const { n, m } = margins
  const table = Array.from({ length: n }, () => new Array<number>(m).fill(0))
  for (let at = 0; at < n * m; at++) {
    table[rowOrder[Math.floor(at / m)]!]![columnOrder[at % m]!] = locks[at] ?? free[at]!
  }
  return table
}

function readWeights({ rows, columns, weights }: TwoWayRequest): Float64Array | Refusal<SplitWhy> {
  const m = columns.length
  const flat = new Float64Array(rows.length * m)
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < m; j++) {
      const weight = weights[i]![j]!
      if (!usableWeight(weight)) {
        return refuse('weightNotUsable', { name: `${nameOf(row)} × ${nameOf(columns[j]!)}`, weight })
      }
      flat[i * m + j] = weight
    }
  }
  return flat
}

function marginRefusal(rows: readonly Margin[], columns: readonly Margin[]): Refusal<SplitWhy> | undefined {
  for (const line of [...rows, ...columns]) {
    if (line.total < 0) return refuse('negativeMargin', { name: nameOf(line), total: yuan(line.total) })
  }
  const across = rows.reduce((sum, row) => sum + row.total, 0)
  const down = columns.reduce((sum, column) => sum + column.total, 0)
  if (across === down) return undefined
  return refuse('marginsDiffer', {
    rows: yuan(across),
    columns: yuan(down),
    difference: yuan(Math.abs(across - down)),
    differenceCents: across - down,
  })
}

function overLocked(
  { rows, columns, locked = [] }: TwoWayRequest,
  left: Float64Array,
  side: 'row' | 'column',
): Refusal<SplitWhy> | undefined {
  const lines = side === 'row' ? rows : columns
  const worst = left.reduce((low, amount, i) => (amount < left[low]! ? i : low), 0)
  if (lines.length === 0 || left[worst]! >= 0) return undefined
  const line = lines[worst]!
  const cells = locked.filter((lock) => lock[side] === line.key)
  return refuse('locksExceedMargin', {
    name: nameOf(line),
    margin: side,
    key: line.key,
    total: yuan(line.total),
    locked: yuan(line.total - left[worst]!),
    over: yuan(-left[worst]!),
    overCents: -left[worst]!,
    cells: cellNames(rows, columns, cells),
    conflicts: cells,
  })
}

/** Describes a shortage from the side with fewer lines, and names the locks that make it. */
function outOfReach(
  { rows, columns, locked = [] }: TwoWayRequest,
  shortage: Shortage,
  rowLeft: Float64Array,
  columnLeft: Float64Array,
): Refusal<SplitWhy> {
  const inRows = new Set(shortage.rows.map((i) => rows[i]!.key))
  const inColumns = new Set(shortage.columns.map((j) => columns[j]!.key))
  // Raising a lock on the short side, or lowering one that takes up the room, is what helps.
  const cells = locked.filter((lock) =>
    inRows.has(lock.row) ? !inColumns.has(lock.column) : inColumns.has(lock.column) && lock.amount > 0,
  )
  const otherRows = rows.filter((row, i) => !inRows.has(row.key) && rowLeft[i]! > 0)
  const otherColumns = columns.filter((column, j) => !inColumns.has(column.key) && columnLeft[j]! > 0)
  const byRows = shortage.rows.length <= otherColumns.length
  const short = shortage.needed - shortage.room
  // Both sums are equal, so what the rows lack is what the other columns lack.
  const all = columnLeft.reduce((sum, amount) => sum + amount, 0)
  const [needed, room] = byRows
    ? [shortage.needed, shortage.room]
    : [all - shortage.room, all - shortage.needed]
  const [rowLines, columnLines] = byRows
    ? [shortage.rows.map((i) => rows[i]!), shortage.columns.map((j) => columns[j]!)]
    : [otherRows, otherColumns]
  return refuse(byRows ? 'rowsOutOfReach' : 'columnsOutOfReach', {
    rows: listed(rowLines.map(nameOf)),
    columns: listed(columnLines.map(nameOf)),
    rowKeys: rowLines.map((line) => line.key),
    columnKeys: columnLines.map((line) => line.key),
    needed: yuan(needed),
    room: yuan(room),
    short: yuan(short),
    shortCents: short,
    cells: cellNames(rows, columns, cells),
    conflicts: cells,
  })
}

const inKeyOrder = (lines: readonly Line[]): number[] =>
  lines.map((_, i) => i).sort((a, b) => byKey(lines[a]!.key, lines[b]!.key))
