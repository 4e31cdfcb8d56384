import type { Money } from '../../../platform/kinds/money.ts'
import { cents, formatMoney, inTenThousands, zero } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { Line, LockedCell } from './locks.ts'
import { nameOf, readLocks } from './locks.ts'
import { columnSums, rowSums, scaleTo, splitLine } from './margins.ts'
import { splitTwoWay } from './two-way.ts'
import type { SplitWhy } from './words.ts'
import { resplitWords } from './words.ts'

/** What must stay when a person changes a cell: its row's total, its column's, both margins, or the grand total. */
export type Kept = 'rows' | 'columns' | 'both' | 'total'

export interface ResplitRequest {
  readonly rows: readonly Line[]
  readonly columns: readonly Line[]
  /** The table before the change; its sums are what is kept. */
  readonly cells: readonly (readonly Money[])[]
  /** Locks already there; the changed cell joins them. */
  readonly locked?: readonly LockedCell[]
  readonly change: LockedCell
  readonly keep: Kept
  /**
   * Proportions by which the others give way: the weights the table was made from. Without them the amounts before
   * the change are the weights, and a cell at 0 stays at 0.
   */
  readonly weights?: readonly (readonly number[])[]
}

export interface MovedCell {
  readonly row: string
  readonly column: string
  readonly before: Money
  readonly after: Money
}

export interface Resplit {
  readonly cells: Money[][]
  readonly locked: LockedCell[]
  /** Every other cell that changed, in table order. */
  readonly moved: MovedCell[]
  readonly gave: { readonly count: number; readonly amount: Money }
  readonly took: { readonly count: number; readonly amount: Money }
}

/** One cell is set by a person: it is locked, and the free cells give way in proportion. */
export function resplit(request: ResplitRequest): Resplit | Refusal<SplitWhy> {
  const { rows, columns, cells: before, change } = request
  const locked = [
    ...(request.locked ?? []).filter((lock) => lock.row !== change.row || lock.column !== change.column),
    change,
  ]
  const cells = recompute(request, locked)
  if (isRefusal(cells)) return cells

  const moved: MovedCell[] = []
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columns.entries()) {
      if (row.key === change.row && column.key === change.column) continue
      const [was, is] = [before[i]![j]!, cells[i]![j]!]
      if (was !== is) moved.push({ row: row.key, column: column.key, before: was, after: is })
    }
  }
  return {
    cells,
    locked,
    moved,
    gave: tally(moved.map((cell) => cell.before - cell.after)),
    took: tally(moved.map((cell) => cell.after - cell.before)),
  }
}

/** “2 格随你的修改自动让出 ¥18.40万”. */
export function sayResplit(outcome: Resplit, language: Language): string {
  const { gave, took } = outcome
  const amount = (money: Money): string =>
    language === 'zh' && money >= 1_000_000 ? `${inTenThousands(money)}万` : formatMoney(money)
  if (gave.count > 0 && took.count > 0) {
    return say(resplitWords.gaveAndTook, language, {
      gaveCount: gave.count,
      gave: amount(gave.amount),
      tookCount: took.count,
      took: amount(took.amount),
    })
  }
  if (gave.count > 0) {
    return say(resplitWords.gaveWay, language, { count: gave.count, amount: amount(gave.amount) })
  }
  if (took.count > 0) {
    return say(resplitWords.tookUp, language, { count: took.count, amount: amount(took.amount) })
  }
  return say(resplitWords.nothingMoved, language)
}

function recompute(request: ResplitRequest, locked: LockedCell[]): Money[][] | Refusal<SplitWhy> {
  const { rows, columns, cells, change, keep } = request
  const weights = request.weights ?? cells
  const locks = readLocks(rows, columns, locked)
  if (isRefusal(locks)) return locks
  const rowTotals = rowSums(cells)
  const columnTotals = columnSums(cells)
  const m = columns.length
  if (keep === 'both') {
    return splitTwoWay({
      rows: rows.map((row, i) => ({ ...row, total: rowTotals[i]! })),
      columns: columns.map((column, j) => ({ ...column, total: columnTotals[j]! })),
      weights,
      locked,
    })
  }
  if (keep === 'total') {
    const total = cents(rowTotals.reduce((sum: number, amount) => sum + amount, 0))
    return scaleTo({ rows, columns, weights, locked, total })
  }
  // Only the line of the change moves; the rest of the table stays to the cent.
  const after = cells.map((row) => [...row])
  if (keep === 'rows') {
    const i = rows.findIndex((row) => row.key === change.row)
    const line = splitLine(
      { ...rows[i]!, total: rowTotals[i]! },
      columns.map((column, j) => share(column, weights[i]![j]!, locks[i * m + j])),
    )
    if (isRefusal(line)) return line
    after[i] = line
    return after
  }
  const j = columns.findIndex((column) => column.key === change.column)
  const line = splitLine(
    { ...columns[j]!, total: columnTotals[j]! },
    rows.map((row, i) => share(row, weights[i]![j]!, locks[i * m + j])),
  )
  if (isRefusal(line)) return line
  line.forEach((amount, i) => {
    after[i]![j] = amount
  })
  return after
}

const share = (line: Line, weight: number, locked: Money | undefined) => ({
  key: line.key,
  label: nameOf(line),
  weight,
  locked,
})

function tally(changes: readonly number[]): { count: number; amount: Money } {
  const up = changes.filter((change) => change > 0)
  return { count: up.length, amount: up.length > 0 ? cents(up.reduce((sum, c) => sum + c, 0)) : zero }
}
