import { cents, formatMoney, type Money } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { differences, twelve } from '../rules.ts'
import type { CellLock, MatrixLine } from '../shape.ts'
import { type FileUnit, monthOfHead, readAmount, unitBySize } from './cells.ts'
import { type Grid, gridOf, listed, namesOf, placeIn, rowMeaning, statedUnit } from './grid.ts'
import type { FileChild, FileProblem, FileRow, MatrixFile, UnitFrom } from './shape.ts'

export interface MatrixRequest {
  readonly rows: readonly FileRow[]
  /** Name of the sheet, which may carry the unit. */
  readonly sheet: string
  readonly year: number
  readonly children: readonly (FileChild & { readonly trades?: readonly boolean[] })[]
  readonly standing: readonly MatrixLine[]
  /** Months that are over: they keep what stands. */
  readonly frozen: number
  /** Chosen by a person. */
  readonly unit?: FileUnit
  /** About what the whole should come to, to tell 元 from 万元 where the file does not say. */
  readonly about: Money | null
}

/** Fewer heads that name a month are no matrix. */
const leastMonths = 3

/** Reads lines × months from a sheet in any of its usual forms; what is not understood is told cell by cell. */
export function readMatrix(request: MatrixRequest): MatrixFile | Refusal<'noMonths' | 'noRows'> {
  const { rows, year, children, standing } = request
  const grid = gridOf(rows, (text) => monthOfHead(text, year), leastMonths)
  if (!grid) return refuse('noMonths', { year })
  const { unit, unitFrom } = unitOf(request, grid)
  const before = new Map(standing.map((line) => [line.child, line.months]))
  const reading: Reading = {
    request,
    grid,
    unit,
    known: new Map(children.map((child) => [child.id, child])),
    lines: new Map(
      [...new Set([...children.map((c) => c.id), ...before.keys()])].map((id) => [
        id,
        [...(before.get(id) ?? twelve.map(() => cents(0)))],
      ]),
    ),
    seen: new Set(),
    given: [],
    problems: grid.twice.map(({ column, text }) => headTwice(grid, column, text)),
    rounded: 0,
    sum: 0,
    stated: null,
  }
  const byName = namesOf(children)
  for (const row of grid.rows) readRow(reading, row, byName)
  if (reading.seen.size === 0) return refuse('noRows')
  const lines = [...reading.lines].map(([child, months]) => ({ child, months }))
  return {
    unit,
    unitFrom,
    head: grid.head,
    ...listed(reading.problems),
    taken: reading.given.length,
    rounded: reading.rounded,
    sum: cents(reading.sum),
    stated: reading.stated,
    lines,
    given: reading.given,
    changed: differences(standing, lines),
    missing: children.filter((child) => !reading.seen.has(child.id)).map((child) => child.id),
  }
}

/** What has been read so far. */
interface Reading {
  readonly request: MatrixRequest
  readonly grid: Grid
  readonly unit: FileUnit
  readonly known: ReadonlyMap<string, MatrixRequest['children'][number]>
  readonly lines: ReadonlyMap<string, Money[]>
  readonly seen: Set<string>
  readonly given: CellLock[]
  readonly problems: FileProblem[]
  rounded: number
  sum: number
  stated: Money | null
}

function readRow(reading: Reading, row: FileRow, byName: ReturnType<typeof namesOf>): void {
  const { grid, seen, known, problems } = reading
  const means = rowMeaning(row, grid, byName)
  const tell = (why: FileProblem['why'], text: string) =>
    problems.push({ ...placeIn(grid, row, grid.labels[0] ?? 0), text, why, facts: {} })
  if (means.is === 'total') reading.stated = statedSum(row, grid, reading.unit) ?? reading.stated
  else if (means.is === 'unknown') tell('unknownRow', means.label)
  else if (means.is === 'ambiguous') tell('ambiguousRow', means.label)
  else if (means.is === 'child' && seen.has(means.child))
    tell('rowTwice', known.get(means.child)!.names.at(-1)!)
  else if (means.is === 'child') readLine(reading, row, means.child)
}

function readLine(reading: Reading, row: FileRow, child: string): void {
  const { grid, unit, problems } = reading
  reading.seen.add(child)
  const written: (Money | undefined)[] = []
  for (const [month, column] of grid.places) {
    const text = row.cells[column] ?? ''
    const read = readAmount(text, unit)
    if (read.kind === 'blank') continue
    const why = read.kind === 'wrong' ? read.why : mayNot(reading, child, month, read.amount)
    written.push(read.kind === 'amount' ? read.amount : undefined)
    if (why === 'stays') continue
    if (why) problems.push({ ...placeIn(grid, row, column), text, why, facts: { month } })
    else if (read.kind === 'amount') {
      if (read.isRounded) reading.rounded += 1
      reading.sum += read.amount
      reading.lines.get(child)![month - 1] = read.amount
      reading.given.push({ child, month })
    }
  }
  const total = grid.total === undefined ? undefined : readAmount(row.cells[grid.total] ?? '', unit)
  if (total?.kind !== 'amount' || written.length !== 12 || written.includes(undefined)) return
  const should = written.reduce<number>((sum, amount) => sum + amount!, 0)
  // Twelve rounded months may be a cent each away from a total rounded by itself.
  if (Math.abs(total.amount - should) > 12)
    problems.push({
      ...placeIn(grid, row, grid.total!),
      text: row.cells[grid.total!]!,
      why: 'totalOff',
      facts: { should: formatMoney(cents(should)) },
    })
}

/** Why an amount is not taken although it can be read; 'stays' where it says what stands anyway. */
function mayNot({ request, known, lines }: Reading, child: string, month: number, amount: Money) {
  if (month <= request.frozen) return lines.get(child)![month - 1] === amount ? 'stays' : 'over'
  return amount > 0 && known.get(child)?.trades?.[month - 1] === false ? 'notThere' : undefined
}

const headTwice = (grid: Grid, column: number, text: string): FileProblem => ({
  ...placeIn(grid, { number: grid.head, cells: [] }, column),
  text,
  why: 'columnTwice',
  facts: {},
})

/** What the file's own line of sums states for the whole: its total cell, else its months together. */
function statedSum(row: FileRow, grid: Grid, unit: FileUnit): Money | null {
  const total = grid.total === undefined ? undefined : readAmount(row.cells[grid.total] ?? '', unit)
  if (total?.kind === 'amount') return total.amount
  let sum = 0
  for (const column of grid.places.values()) {
    const read = readAmount(row.cells[column] ?? '', unit)
    if (read.kind !== 'amount') return null
    sum += read.amount
  }
  return cents(sum)
}

function unitOf(
  { unit, rows, sheet, about }: MatrixRequest,
  grid: Grid,
): { unit: FileUnit; unitFrom: UnitFrom } {
  if (unit) return { unit, unitFrom: 'chosen' }
  const stated = statedUnit(rows, grid.turned ? (rows[0]?.number ?? 1) : grid.head, sheet)
  if (stated) return { unit: stated, unitFrom: 'file' }
  let sum = 0
  for (const row of grid.rows) {
    if (rowMeaning(row, grid, new Map()).is === 'total') continue
    for (const column of grid.places.values()) {
      const read = readAmount(row.cells[column] ?? '', 'yuan')
      if (read.kind === 'amount') sum += read.amount
    }
  }
  const bySize = unitBySize(sum, about ?? 0)
  return bySize ? { unit: bySize, unitFrom: 'size' } : { unit: 'yuan', unitFrom: 'assumed' }
}
