import type { Day } from '../../platform/kinds/day.ts'
import { monthNumber, yearOf } from '../../platform/kinds/day.ts'
import { cents, formatMoney, type Money } from '../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { CellLock, MatrixLine } from './shape.ts'
import type { LockedCell } from './split/locks.ts'
import { splitColumns } from './split/margins.ts'
import { splitTwoWay } from './split/two-way.ts'
import type { SplitWhy } from './split/words.ts'

export const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const monthKey = (month: number): string => String(month).padStart(2, '0')

/** Months of a year that lie wholly before a day: what is over is not planned again. */
export function elapsedMonths(year: number, today: Day): number {
  const now = yearOf(today)
  return year < now ? 12 : year > now ? 0 : monthNumber(today) - 1
}

export const monthSums = (lines: readonly MatrixLine[]): Money[] =>
  twelve.map((_, m) => cents(lines.reduce((sum, line) => sum + line.months[m]!, 0)))
export const lineTotal = (line: MatrixLine): Money =>
  cents(line.months.reduce((sum: number, a) => sum + a, 0))
export const matrixTotal = (lines: readonly MatrixLine[]): Money =>
  cents(lines.reduce((sum, line) => sum + lineTotal(line), 0))

export interface KnownChild {
  readonly id: string
  readonly name: string
  /** Per month: may it carry a target here? Areas always may. */
  readonly trades?: readonly boolean[]
}

/** Each line a known child, none twice, and nothing in months in which it does not trade here. */
export function checkChildren(
  lines: readonly MatrixLine[],
  known: readonly KnownChild[],
  unknownWhy: 'areaUnknown' | 'storeUnknown',
) {
  const byId = new Map(known.map((child) => [child.id, child]))
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    const child = byId.get(line.child)
    if (!child) return refuse(unknownWhy, { child: line.child }, `lines.${i}.child`)
    if (seen.has(line.child)) return refuse('lineTwice', { name: child.name }, `lines.${i}.child`)
    seen.add(line.child)
    const shut = twelve.find((month) => line.months[month - 1]! > 0 && child.trades?.[month - 1] === false)
    if (shut)
      return refuse('storeNotTrading', { name: child.name, month: shut }, `lines.${i}.months.${shut - 1}`)
  }
  return undefined
}

/** The stores of each month sum to what the year plan gives the area. */
export function checkMonths(lines: readonly MatrixLine[], should: readonly Money[]) {
  const sums = monthSums(lines)
  const off = twelve.find((month) => sums[month - 1] !== should[month - 1])
  if (!off) return undefined
  const [sum, wanted] = [sums[off - 1]!, should[off - 1]!]
  return refuse(
    'monthDoesNotAdd',
    {
      month: off,
      sum: formatMoney(sum),
      should: formatMoney(wanted),
      difference: formatMoney(cents(Math.abs(sum - wanted))),
      differenceCents: sum - wanted,
    },
    'lines',
  )
}

/** What is over stays as it was in force. A child without a line counts as 0. */
export function keepElapsed(
  inForce: readonly MatrixLine[],
  next: readonly MatrixLine[],
  elapsed: number,
  nameOf: (child: string) => string,
) {
  const before = new Map(inForce.map((line) => [line.child, line.months]))
  const after = new Map(next.map((line) => [line.child, line.months]))
  for (const child of new Set([...before.keys(), ...after.keys()])) {
    for (let m = 0; m < elapsed; m++) {
      const [was, is] = [before.get(child)?.[m] ?? 0, after.get(child)?.[m] ?? 0]
      if (was === is) continue
      return refuse('elapsedMonthChanged', {
        month: m + 1,
        name: nameOf(child),
        before: formatMoney(cents(was)),
        after: formatMoney(cents(is)),
      })
    }
  }
  return undefined
}

/**
 * An area's stores follow a changed year plan: months whose amount is unchanged stay to the cent (the elapsed
 * ones always are), the others are split again in proportion to what the stores had. Locked cells keep their
 * amount where the new amount of the month leaves room for them; otherwise they are released, and said so.
 * Answers lines in the given order.
 */
export function followParent(
  lines: readonly MatrixLine[],
  months: readonly Money[],
  locks: readonly CellLock[],
): { lines: MatrixLine[]; locks: CellLock[]; released: CellLock[] } | Refusal<SplitWhy> {
  const before = monthSums(lines)
  const rows = lines.map((line) => ({ key: line.child }))
  const next = lines.map((line) => [...line.months])
  const released: CellLock[] = []
  for (const month of twelve) {
    const m = month - 1
    if (before[m] === months[m]) continue
    const own = locks.filter((lock) => lock.month === month)
    // A month that had nothing is split as the stores' whole years are.
    const weights = lines.map((line) => [before[m]! > 0 ? line.months[m]! : lineTotal(line)])
    const request = { rows, columns: [{ key: monthKey(month), total: months[m]! }], weights }
    let cells = splitColumns({ ...request, locked: lockedCells(lines, own) })
    if (isRefusal(cells) && own.length > 0) {
      released.push(...own)
      cells = splitColumns(request)
    }
    if (isRefusal(cells)) return cells
    cells.forEach(([amount], i) => {
      next[i]![m] = amount!
    })
  }
  const gone = new Set(released.map(lockKey))
  return {
    lines: lines.map((line, i) => ({ child: line.child, months: next[i]! })),
    locks: locks.filter((lock) => !gone.has(lockKey(lock))),
    released,
  }
}

export const lockKey = (lock: CellLock): string => `${lock.child} ${lock.month}`
/** Locks with the amounts that stand in their cells. */
export const lockedCells = (lines: readonly MatrixLine[], locks: readonly CellLock[]): LockedCell[] => {
  const byChild = new Map(lines.map((line) => [line.child, line]))
  return locks.flatMap(({ child, month }) => {
    const line = byChild.get(child)
    return line ? [{ row: child, column: monthKey(month), amount: line.months[month - 1]! }] : []
  })
}

export type MatrixChange =
  | { readonly kind: 'cell'; readonly child: string; readonly month: number; readonly amount: Money }
  | { readonly kind: 'line'; readonly child: string; readonly amount: Money }
  | { readonly kind: 'month'; readonly month: number; readonly amount: Money }
  | { readonly kind: 'total'; readonly amount: Money }

export interface EditedMatrix {
  readonly lines: readonly MatrixLine[]
  readonly locks: readonly CellLock[]
}

/**
 * One figure of a matrix is set by hand; the others give way so that both margins hold to the cent.
 * A cell keeps both margins; a line's (or month's) total is taken from (given to) the other lines (months) in
 * proportion; the grand total moves everything. Locked cells keep; what cannot be met is refused with the margin.
 * `weights` are the proportions by which free cells give way (the proposal); without them, the amounts themselves.
 */
export function editMatrix(
  matrix: EditedMatrix,
  change: MatrixChange,
  nameOf: (child: string) => string,
  monthName: (month: number) => string,
  weights?: readonly (readonly number[])[],
): EditedMatrix | Refusal<SplitWhy> {
  const { lines } = matrix
  const locks =
    change.kind === 'cell'
      ? [
          ...matrix.locks.filter((lock) => lockKey(lock) !== lockKey(change)),
          { child: change.child, month: change.month },
        ]
      : matrix.locks
  const set = change.kind === 'cell' ? withCell(lines, change) : lines
  const rowTotals = marginAfter(
    lines.map(lineTotal),
    change.kind === 'line' ? lines.findIndex((l) => l.child === change.child) : -1,
    change,
  )
  const columnTotals = marginAfter(monthSums(lines), change.kind === 'month' ? change.month - 1 : -1, change)
  if (isRefusal(rowTotals)) return rowTotals
  if (isRefusal(columnTotals)) return columnTotals
  const cells = splitTwoWay({
    rows: lines.map((line, i) => ({ key: line.child, label: nameOf(line.child), total: rowTotals[i]! })),
    columns: twelve.map((month, m) => ({
      key: monthKey(month),
      label: monthName(month),
      total: columnTotals[m]!,
    })),
    weights: weights ?? lines.map((line) => line.months),
    locked: lockedCells(set, locks),
  })
  if (isRefusal(cells)) return cells
  return { lines: lines.map((line, i) => ({ child: line.child, months: cells[i]! })), locks }
}

/** Margins after the change: the one that was set, and the others in proportion so that the sum is the total. */
function marginAfter(
  totals: readonly Money[],
  at: number,
  change: MatrixChange,
): Money[] | Refusal<SplitWhy> {
  const grand = cents(totals.reduce((sum: number, a) => sum + a, 0))
  if (change.kind !== 'total' && at < 0) return [...totals]
  const split = splitColumns({
    rows: totals.map((_, i) => ({ key: String(i).padStart(6, '0') })),
    columns: [{ key: 'total', total: change.kind === 'total' ? change.amount : grand }],
    weights: totals.map((a) => [grand === 0 ? 1 : a]),
    locked: at < 0 ? [] : [{ row: String(at).padStart(6, '0'), column: 'total', amount: change.amount }],
  })
  return isRefusal(split) ? split : split.map(([amount]) => amount!)
}

const withCell = (
  lines: readonly MatrixLine[],
  { child, month, amount }: Extract<MatrixChange, { kind: 'cell' }>,
): MatrixLine[] =>
  lines.map((line) =>
    line.child === child
      ? { child, months: line.months.map((a, m) => (m === month - 1 ? amount : a)) }
      : line,
  )

export interface ChangedCell {
  readonly child: string
  readonly month: number
  readonly before: Money
  readonly after: Money
}

/** Cell by cell, what differs; a line that is only in one of them counts as 0 in the other. */
export function differences(before: readonly MatrixLine[], after: readonly MatrixLine[]): ChangedCell[] {
  const was = new Map(before.map((line) => [line.child, line.months]))
  const is = new Map(after.map((line) => [line.child, line.months]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((child) =>
    twelve.flatMap((month) => {
      const [a, b] = [was.get(child)?.[month - 1] ?? cents(0), is.get(child)?.[month - 1] ?? cents(0)]
      return a === b ? [] : [{ child, month, before: a, after: b }]
    }),
  )
}
