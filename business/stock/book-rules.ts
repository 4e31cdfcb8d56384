import { parse } from 'csv-parse/sync'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'

/** An opening balance may be some days old: what was sold since is then moved after it. */
export const openingBack = 31
export function checkOpeningDay(day: Day, today: Day): Refusal<'dayAhead' | 'openingTooOld'> | undefined {
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (day < addDays(today, -openingBack)) return refuse('openingTooOld', { days: openingBack }, 'day')
  return undefined
}

const hour = 3_600_000
/** A phone may send a count late, by a day at most; a clock that runs ahead is set right. */
export function checkCountedAt(
  said: string | undefined,
  begun: Date,
  now: Date,
): Date | Refusal<'countedTooLongAgo'> {
  const at = said === undefined ? now : new Date(Math.min(Date.parse(said), now.getTime()))
  if (at < begun || now.getTime() - at.getTime() > 24 * hour)
    return refuse('countedTooLongAgo', {}, 'countedAt')
  return at
}

/** A row of an opening file: a barcode, or style code, colour and size; and how many pieces. */
export interface OpeningRow {
  readonly row: number
  readonly barcode: string
  readonly style: string
  readonly color: string
  readonly size: string
  readonly quantity: number
}
export type OpeningRefusal = 'rowBarcodeBroken' | 'rowQuantity' | 'rowNoPiece' | 'rowUnknown'
export interface RejectedRow {
  readonly row: number
  readonly why: OpeningRefusal
  readonly text: string
}

const headings = {
  barcode: /^(条码|条形码|国际码|barcode|ean|sku)/i,
  style: /^(款号|货号|款式|style|item)/i,
  color: /^(颜色|色|colou?r)/i,
  size: /^(尺码|尺寸|码|size)/i,
  quantity: /^(数量|库存|件数|期初|实存|on ?hand|quantity|qty|pieces|stock)/i,
} as const
type Column = keyof typeof headings

export function cellsOf(text: string): { readonly number: number; readonly cells: readonly string[] }[] {
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ','
  const rows: string[][] = parse(text.replaceAll('，', ','), {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  })
  return rows.map((cells, i) => ({ number: i + 1, cells }))
}

/**
 * Reads an opening balance: the first row names its columns in either language, in any order. A barcode that a sheet has turned
 * into 1.98E+11 is gone for good and says so; sizes lose their blanks; rows of words beneath the table are no pieces.
 * Undefined where the columns cannot be told.
 */
export function readOpening(
  table: readonly { readonly number: number; readonly cells: readonly string[] }[],
): { readonly rows: readonly OpeningRow[]; readonly rejected: readonly RejectedRow[] } | undefined {
  const names = (table[0]?.cells ?? []).map((cell) => cell.trim())
  const columns = new Map<Column, number>()
  for (const column of Object.keys(headings) as Column[]) {
    const at = names.findIndex((name) => headings[column].test(name))
    if (at >= 0) columns.set(column, at)
  }
  if (!columns.has('quantity') || !(columns.has('barcode') || columns.has('style'))) return undefined
  const rows: OpeningRow[] = []
  const rejected: RejectedRow[] = []
  for (const { number, cells } of table.slice(1)) {
    const of = (column: Column): string => (cells[columns.get(column) ?? -1] ?? '').normalize('NFKC').trim()
    const no = (why: OpeningRefusal): number =>
      rejected.push({ row: number, why, text: cells.join(' ').trim().slice(0, 80) })
    const barcode = of('barcode').replace(/\.0+$/, '')
    const quantity = Number(of('quantity').replaceAll(',', ''))
    if (/^\d(\.\d+)?E\+\d+$/i.test(barcode)) no('rowBarcodeBroken')
    else if (barcode === '' && of('style') === '') no('rowNoPiece')
    else if (of('quantity') === '' || !Number.isInteger(quantity) || quantity < 0 || quantity > 100_000)
      no('rowQuantity')
    else
      rows.push({
        row: number,
        barcode,
        style: of('style').toUpperCase(),
        color: of('color'),
        size: of('size'),
        quantity,
      })
  }
  return { rows, rejected }
}

/** Finds each row’s SKU and adds up rows of the same one. */
export function matchOpening(
  rows: readonly OpeningRow[],
  skus: readonly { sku: string; barcode: string | null; style: string; color: string; size: string }[],
): { readonly lines: { sku: string; quantity: number }[]; readonly rejected: RejectedRow[] } {
  const key = (style: string, color: string, size: string): string =>
    `${style}\n${color}\n${size}`.toUpperCase()
  const byBarcode = new Map(skus.flatMap((k) => (k.barcode ? [[k.barcode, k.sku] as const] : [])))
  const byName = new Map(skus.map((k) => [key(k.style, k.color, k.size), k.sku]))
  const sums = new Map<string, number>()
  const rejected: RejectedRow[] = []
  for (const r of rows) {
    const sku = (r.barcode && byBarcode.get(r.barcode)) || byName.get(key(r.style, r.color, r.size))
    if (sku) sums.set(sku, (sums.get(sku) ?? 0) + r.quantity)
    else
      rejected.push({
        row: r.row,
        why: 'rowUnknown',
        text: [r.barcode, r.style, r.color, r.size].filter(Boolean).join(' '),
      })
  }
  return { lines: [...sums].map(([sku, quantity]) => ({ sku, quantity })), rejected }
}
