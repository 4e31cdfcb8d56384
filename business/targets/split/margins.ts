import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Line, LockedCell } from './locks.ts'
import { nameOf, readLocks, weightAt } from './locks.ts'
import { splitOneWay } from './one-way.ts'
import type { Margin } from './two-way.ts'
import type { SplitWhy } from './words.ts'

interface Table {
  /** rows × columns, ≥ 0; 0 = never. */
  readonly weights: readonly (readonly number[])[]
  readonly locked?: readonly LockedCell[]
}

/** Column totals are given, rows come out as they may: each column is split among the rows by itself. */
export function splitColumns(
  request: Table & { readonly rows: readonly Line[]; readonly columns: readonly Margin[] },
): Money[][] | Refusal<SplitWhy> {
  const { rows, columns, weights } = request
  const locks = readLocks(rows, columns, request.locked ?? [])
  if (isRefusal(locks)) return locks
  const cells: Money[][] = rows.map(() => [])
  for (const [j, column] of columns.entries()) {
    const amounts = splitLine(
      column,
      rows.map((row, i) => ({
        key: row.key,
        label: `${nameOf(row)} × ${nameOf(column)}`,
        weight: weightAt(weights, i, j),
        locked: locks[i * columns.length + j],
      })),
    )
    if (isRefusal(amounts)) return amounts
    amounts.forEach((amount, i) => {
      cells[i]![j] = amount
    })
  }
  return cells
}

/** Row totals are given, columns come out as they may. */
export function splitRows(
  request: Table & { readonly rows: readonly Margin[]; readonly columns: readonly Line[] },
): Money[][] | Refusal<SplitWhy> {
  const { rows, columns, weights, locked = [] } = request
  const turned = splitColumns({
    rows: columns,
    columns: rows,
    weights: columns.map((_, j) => rows.map((_, i) => weightAt(weights, i, j))),
    locked: locked.map((lock) => ({ row: lock.column, column: lock.row, amount: lock.amount })),
  })
  if (isRefusal(turned)) return turned
  return rows.map((_, i) => columns.map((_, j) => turned[j]![i]!))
}

/** Only the grand total is given: every free cell takes its share of it. Odd cents by row key, then column key. */
export function scaleTo(
  request: Table & {
    readonly rows: readonly Line[]
    readonly columns: readonly Line[]
    readonly total: Money
  },
): Money[][] | Refusal<SplitWhy> {
  const { rows, columns, weights, total } = request
  const locks = readLocks(rows, columns, request.locked ?? [])
  if (isRefusal(locks)) return locks
  const amounts = splitOneWay({
    total,
    shares: rows.flatMap((row, i) =>
      columns.map((column, j) => ({
        // No key holds U+0000, so rows sort before columns.
        key: `${row.key}\u0000${column.key}`,
        label: `${nameOf(row)} × ${nameOf(column)}`,
        weight: weightAt(weights, i, j),
        locked: locks[i * columns.length + j],
      })),
    ),
  })
  if (isRefusal(amounts)) return amounts
  return rows.map((_, i) => amounts.slice(i * columns.length, (i + 1) * columns.length))
}

export const rowSums = (cells: readonly (readonly Money[])[]): Money[] =>
  cells.map((row) => cents(row.reduce((sum: number, amount) => sum + amount, 0)))

export const columnSums = (cells: readonly (readonly Money[])[]): Money[] =>
  (cells[0] ?? []).map((_, j) => cents(cells.reduce((sum, row) => sum + row[j]!, 0)))

/** One line of a table by itself; a refusal names the line. */
export function splitLine(
  line: Margin,
  shares: Parameters<typeof splitOneWay>[0]['shares'],
): Money[] | Refusal<SplitWhy> {
  const amounts = splitOneWay({ total: line.total, shares })
  if (!isRefusal(amounts)) return amounts
  if (amounts.refused === 'nobodyToCarry') {
    return refuse('nobodyToCarryIn', { ...amounts.facts, line: nameOf(line), key: line.key })
  }
  if (amounts.refused === 'locksExceedTotal') {
    const cells = shares.flatMap((share) => (share.locked ? [share.label ?? share.key] : []))
    return refuse('locksExceedMargin', {
      ...amounts.facts,
      name: nameOf(line),
      key: line.key,
      cells: cells.join(', '),
    })
  }
  return amounts
}
