import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isUnread } from '../../platform/files/command-files.ts'
import { type Day, daysBetween, isDay } from '../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { SalesPanel, SeriesKey, StockPosition } from './shape.ts'

export type FolderRefusal = Refusal<
  'folderUnread' | 'fileMissing' | 'fileUnread' | 'fileBroken' | 'headsMissing'
>

/** A folder of weekly files: sales, in stock, where the stock stands, the master of products. */
export interface WeekFolder {
  readonly panel: SalesPanel
  /** After the first week that the files call week 0; null when the folder has no state. */
  readonly position: readonly StockPosition[] | null
  /** The week after whose close the position holds. */
  readonly positionWeek: Day | null
}

/**
 * Reads a folder whose files are named `… Sales.csv`, `… In Stock.csv`, `… Initial State.csv` and `… Master.csv`.
 * Several of a kind (one a week) may lie there: their weeks are put together, a later file before an earlier. Weeks that
 * no stock file knows are taken as in stock.
 */
export async function readWeekFolder(
  folder: string,
  { salesSoFar, state: stateGiven }: { readonly salesSoFar?: string; readonly state?: string } = {},
): Promise<WeekFolder | FolderRefusal> {
  let names: string[]
  try {
    names = (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.csv')).sort()
  } catch (fault) {
    if (isUnread(fault)) return refuse('folderUnread', { folder })
    throw fault
  }
  const named = (part: RegExp): string[] =>
    names.filter((name) => part.test(name)).map((n) => join(folder, n))
  const salesFiles = [...named(/(^|\W)sales\.csv$/i), ...(salesSoFar === undefined ? [] : [salesSoFar])]
  try {
    const salesTables = await Promise.all(salesFiles.map(readTable))
    const sales = together(salesTables)
    if (!sales) return refuse('fileMissing', { file: 'Sales.csv' })
    const stock = together(await Promise.all(named(/(^|\W)in stock\.csv$/i).map(readTable)))
    const [master] = await Promise.all(
      named(/(^|\W)master\.csv$/i)
        .slice(0, 1)
        .map(readTable),
    )
    const stateFile = stateGiven ?? named(/(^|\W)initial state\.csv$/i)[0]
    const state = stateFile === undefined ? null : await readTable(stateFile)
    const panel = panelOf(sales, stock, master ?? null)
    return {
      panel,
      position: state ? positionsOf(panel.series, state) : null,
      // A state without a day in its name is of the close of the first history.
      positionWeek:
        stateFile === undefined ? null : (weekNamed(stateFile) ?? (salesTables[0]!.heads.at(-1) as Day)),
    }
  } catch (fault) {
    if (fault instanceof FileFault) return fault.refusal
    throw fault
  }
}

/** The day in a file's own name. */
function weekNamed(file: string): Day | null {
  const day = /\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0]
  return day !== undefined && isDay(day) ? day : null
}

/** Thrown inside the readers and answered by `readWeekFolder`. */
class FileFault extends Error {
  readonly refusal: FolderRefusal
  constructor(refusal: FolderRefusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}
const broken = (file: string, detail: string) => new FileFault(refuse('fileBroken', { file, detail }))
const headless = (file: string, heads: string) => new FileFault(refuse('headsMissing', { file, heads }))
interface Table {
  readonly file: string
  readonly heads: readonly string[]
  readonly rows: ReadonlyMap<string, readonly string[]>
}
const keyOf = (store: string, product: string): string => `${Number(store)} ${Number(product)}`

async function readTable(file: string): Promise<Table> {
  let lines: string[][]
  try {
    lines = parse(await readFile(file), { bom: true, skip_empty_lines: true, trim: true })
  } catch (fault) {
    if (isUnread(fault)) throw new FileFault(refuse('fileUnread', { file }))
    throw broken(file, fault instanceof Error ? fault.message : String(fault))
  }
  const [heads = [], ...rest] = lines
  if (heads[0] !== 'Store' || heads[1] !== 'Product') throw headless(file, 'Store, Product')
  return { file, heads, rows: new Map(rest.map((row) => [keyOf(row[0]!, row[1]!), row])) }
}

/** Tables of one kind as one, weeks in order. */
function together(tables: readonly Table[]): Table | undefined {
  const [first] = tables
  if (!first || tables.length === 1) return first
  const weeks = [...new Set(tables.flatMap((t) => t.heads.slice(2)))].sort()
  const rows = new Map<string, string[]>()
  for (const key of new Set(tables.flatMap((t) => [...t.rows.keys()]))) {
    const named = tables.find((t) => t.rows.has(key))!.rows.get(key)!
    const cells = weeks.map((week) => {
      const table = tables.findLast((t) => t.heads.includes(week) && t.rows.has(key))
      return table?.rows.get(key)?.[table.heads.indexOf(week)] ?? '0'
    })
    rows.set(key, [...named.slice(0, 2), ...cells])
  }
  return { file: first.file, heads: [...first.heads.slice(0, 2), ...weeks], rows }
}

function panelOf(sales: Table, stock: Table | undefined, master: Table | null): SalesPanel {
  const weeks = sales.heads.slice(2).map((head): Day => {
    if (!isDay(head)) throw broken(sales.file, head)
    return head
  })
  for (const [i, week] of weeks.entries())
    if (i > 0 && daysBetween(weeks[i - 1]!, week) !== 7) throw broken(sales.file, week)
  if (weeks.length === 0 || sales.rows.size === 0)
    throw headless(sales.file, 'Store, Product, 2024-01-01, 2024-01-08, …')
  const stockAt = weeks.map((week) => stock?.heads.indexOf(week) ?? -1)
  const rows = [...sales.rows.entries()]
  const all = new Float64Array(rows.length * weeks.length)
  const inStock = new Uint8Array(all.length).fill(1)
  const series = rows.map(([key, row], i): SeriesKey => {
    const shelf = stock?.rows.get(key)
    for (let w = 0; w < weeks.length; w++) {
      const pieces = Number(row[w + 2])
      if (!Number.isFinite(pieces) || pieces < 0) throw broken(sales.file, `${key}: ${row[w + 2]}`)
      all[i * weeks.length + w] = pieces
      if (shelf && stockAt[w]! >= 0 && /^(false|0)$/i.test(shelf[stockAt[w]!]!))
        inStock[i * weeks.length + w] = 0
    }
    return { store: row[0]!, product: row[1]!, attributes: master?.rows.get(key)?.slice(2) ?? [] }
  })
  return { series, weeks, sales: all, inStock }
}

function positionsOf(series: readonly SeriesKey[], state: Table): StockPosition[] {
  const [hand, one, two] = ['End Inventory', 'In Transit W+1', 'In Transit W+2'].map((head) =>
    state.heads.indexOf(head),
  )
  if (hand === -1 || one === -1 || two === -1)
    throw headless(state.file, 'End Inventory, In Transit W+1, In Transit W+2')
  return series.map(({ store, product }) => {
    const row = state.rows.get(keyOf(store, product))
    const at = (column: number): number => {
      const pieces = Number(row?.[column] ?? 0)
      if (!Number.isInteger(pieces) || pieces < 0)
        throw broken(state.file, `${store} ${product}: ${row?.[column]}`)
      return pieces
    }
    return { onHand: at(hand!), arriving: [at(one!), at(two!)] }
  })
}
