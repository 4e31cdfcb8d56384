import type { Money } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { SplitWhy } from './words.ts'
import { listed, yuan } from './words.ts'

/** A row or a column of a table; refusals call it by its label, or by its key where there is none. */
export interface Line {
  readonly key: string
  readonly label?: string
}

/** A cell that a person has fixed, by the keys of its row and column. */
export interface LockedCell {
  readonly row: string
  readonly column: string
  readonly amount: Money
}

export const nameOf = (line: Line): string => line.label ?? line.key

/** Locked amounts by cell, row by row; `undefined` where free. Refuses unknown, doubled and negative locks. */
export function readLocks(
  rows: readonly Line[],
  columns: readonly Line[],
  locked: readonly LockedCell[],
): (Money | undefined)[] | Refusal<SplitWhy> {
  const rowAt = places(rows)
  const columnAt = places(columns)
  const twice = rowAt.twice ?? columnAt.twice
  if (twice) return refuse('duplicateKey', { name: nameOf(twice), key: twice.key })
  const amounts: (Money | undefined)[] = Array.from({ length: rows.length * columns.length })
  for (const { row, column, amount } of locked) {
    const [i, j] = [rowAt.at.get(row), columnAt.at.get(column)]
    if (i === undefined || j === undefined) return refuse('lockUnknown', { row, column })
    const names = { row: nameOf(rows[i]!), column: nameOf(columns[j]!) }
    const at = i * columns.length + j
    if (amounts[at] !== undefined) return refuse('cellLockedTwice', names)
    if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole cents: ${amount}`)
    if (amount < 0) return refuse('negativeLock', { ...names, amount: yuan(amount) })
    amounts[at] = amount
  }
  return amounts
}

/** Cells as people read them: “静安店 × 2026-05”. */
export function cellNames(
  rows: readonly Line[],
  columns: readonly Line[],
  cells: readonly LockedCell[],
): string {
  const rowNames = new Map(rows.map((line) => [line.key, nameOf(line)]))
  const columnNames = new Map(columns.map((line) => [line.key, nameOf(line)]))
  return listed(cells.map((cell) => `${rowNames.get(cell.row)} × ${columnNames.get(cell.column)}`))
}

/** A hole in the weights is a fault of the caller, never a person's input. */
export function weightAt(weights: readonly (readonly number[])[], i: number, j: number): number {
  const weight = weights[i]?.[j]
  if (weight === undefined) throw new RangeError(`no weight at ${i} × ${j}`)
  return weight
}

function places(lines: readonly Line[]): { at: Map<string, number>; twice?: Line } {
  const at = new Map<string, number>()
  for (const [i, line] of lines.entries()) {
    if (at.has(line.key)) return { at, twice: line }
    at.set(line.key, i)
  }
  return { at }
}
