import { headText, isTotalHead, nameText, unitIn } from './cells.ts'
import type { FileChild, FileProblem, FileRow } from './shape.ts'

/** A sheet with its heads found: which column is which of `count` places, what labels the rows, where sums stand. */
export interface Grid {
  /** Row number of the heads as the spreadsheet shows it; of a turned sheet, the first row. */
  readonly head: number
  readonly rows: readonly GridRow[]
  /** Column index of each place (month, day), first come. */
  readonly places: ReadonlyMap<number, number>
  readonly labels: readonly number[]
  /** Column of the sums of a row. */
  readonly total: number | undefined
  /** Heads that name a place a second time. */
  readonly twice: readonly { readonly column: number; readonly text: string }[]
  /** Where rows and columns were exchanged: row numbers of the file, by column of the grid. */
  readonly turned: readonly number[] | undefined
}
export type GridRow = FileRow

const headRows = 30

/**
 * Finds the row whose cells name the most places (months, days), at least `least` of them; if no row does, a column
 * that does, and turns the sheet. Undefined when there is neither.
 */
export function gridOf(
  rows: readonly FileRow[],
  placeOf: (text: string) => number | undefined,
  least: number,
): Grid | undefined {
  const across = bestHead(rows, placeOf)
  const turned = turn(rows)
  const down = bestHead(turned, placeOf)
  const isTurned = (down?.places.size ?? 0) > (across?.places.size ?? 0)
  const best = isTurned ? down : across
  if (!best || best.places.size < least) return undefined
  const sheet = isTurned ? turned : rows
  const heads = sheet[best.at]!.cells
  const first = Math.min(...best.places.values())
  const columns = Math.max(...sheet.map((row) => row.cells.length))
  const placed = new Set(best.places.values())
  const total = Array.from({ length: columns }, (_, c) => c).find(
    (c) => c > first && !placed.has(c) && isTotalHead(heads[c] ?? ''),
  )
  return {
    head: isTurned ? 1 : sheet[best.at]!.number,
    rows: sheet.slice(best.at + 1),
    places: best.places,
    labels: Array.from({ length: columns }, (_, c) => c).filter(
      (c) => !placed.has(c) && c !== total && (c < first || isLabelHead(heads[c] ?? '')),
    ),
    total,
    twice: heads.flatMap((text, column) => {
      const place = placeOf(text)
      return place !== undefined && best.places.get(place) !== column ? [{ column, text }] : []
    }),
    turned: isTurned ? rows.map((row) => row.number) : undefined,
  }
}

function bestHead(rows: readonly FileRow[], placeOf: (text: string) => number | undefined) {
  let best: { at: number; places: Map<number, number> } | undefined
  for (const [at, row] of rows.slice(0, headRows).entries()) {
    const places = new Map<number, number>()
    for (const [column, text] of row.cells.entries()) {
      const place = placeOf(text)
      if (place !== undefined && !places.has(place)) places.set(place, column)
    }
    if (places.size > (best?.places.size ?? 0)) best = { at, places }
  }
  return best
}

/** Columns become rows; the first columns are searched for heads like the first rows. */
function turn(rows: readonly FileRow[]): FileRow[] {
  const columns = Math.min(Math.max(0, ...rows.map((row) => row.cells.length)), 2_000)
  return Array.from({ length: columns }, (_, c) => ({
    number: c + 1,
    cells: rows.map((row) => row.cells[c] ?? ''),
  }))
}

const isLabelHead = (text: string): boolean =>
  /^(编号|编码|代码|店号|工号|code|no|id|名称|姓名|name)$/.test(headText(text))

/** What the sheet says of its unit: in its name, above and in the heads. */
export function statedUnit(rows: readonly FileRow[], head: number, more: string) {
  for (const text of [more, ...rows.filter((r) => r.number <= head).flatMap((r) => [...r.cells])]) {
    const unit = unitIn(text)
    if (unit) return unit
  }
  return undefined
}

export type RowMeans =
  | { readonly is: 'child'; readonly child: string }
  | { readonly is: 'total' }
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown'; readonly label: string }
  | { readonly is: 'ambiguous'; readonly label: string }

/** Whom a row names by any of its labels; sums and rows without amounts name nobody. */
export function rowMeaning(
  row: GridRow,
  grid: Grid,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
): RowMeans {
  const labels = grid.labels.map((c) => row.cells[c]?.trim() ?? '').filter((text) => text !== '')
  const hasAmounts = [...grid.places.values()].some((c) => (row.cells[c] ?? '').trim() !== '')
  if (labels.some(isTotalHead)) return { is: 'total' }
  if (labels.length === 0) return hasAmounts ? { is: 'unknown', label: '' } : { is: 'nothing' }
  const found = labels.map((label) => namedBy(label, byName)).filter((ids) => ids.size > 0)
  const one = found.reduce<ReadonlySet<string> | undefined>(
    (all, ids) => (all === undefined ? ids : all.size === 1 ? all : narrowed(all, ids)),
    undefined,
  )
  const [only, second] = [...(one ?? [])]
  if (only === undefined) return hasAmounts ? { is: 'unknown', label: labels.join(' ') } : { is: 'nothing' }
  return second === undefined ? { is: 'child', child: only } : { is: 'ambiguous', label: labels.join(' ') }
}
/** 'P103 李娜', '李娜（P103）' and '李娜' all name her. */
function namedBy(label: string, byName: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const whole = byName.get(nameText(label))
  if (whole) return whole
  const inBrackets = /[([（【]([^)\]）】]+)[)\]）】]/.exec(label)?.[1]
  const parts = [inBrackets, label.replace(/[([（【].*/, ''), ...label.split(/\s+/)]
  const found = parts.flatMap((part) => {
    const ids = part === undefined ? undefined : byName.get(nameText(part))
    return ids ? [ids] : []
  })
  return found.find((ids) => ids.size === 1) ?? found[0] ?? new Set()
}
const narrowed = (all: ReadonlySet<string>, ids: ReadonlySet<string>): ReadonlySet<string> => {
  const both = new Set([...all].filter((id) => ids.has(id)))
  return both.size > 0 ? both : all
}

export function namesOf(children: readonly FileChild[]): Map<string, Set<string>> {
  const byName = new Map<string, Set<string>>()
  for (const { id, names } of children) {
    for (const name of names) {
      const key = nameText(name)
      if (key === '') continue
      const ids = byName.get(key) ?? new Set()
      byName.set(key, ids.add(id))
    }
  }
  return byName
}

/** 0 → 'A', 26 → 'AA'. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
/** Where a cell of the grid stands in the file, whichever way the sheet was turned. */
export const placeIn = (grid: Grid, row: GridRow, column: number): { row: number; column: string } =>
  grid.turned
    ? { row: grid.turned[column]!, column: columnName(row.number - 1) }
    : { row: row.number, column: columnName(column) }

export const mostProblems = 200
export const listed = (problems: readonly FileProblem[]) => ({
  problems: problems.slice(0, mostProblems),
  more: Math.max(0, problems.length - mostProblems),
})
