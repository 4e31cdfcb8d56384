import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import type { Day } from '../../../platform/kinds/day.ts'
import { isDay } from '../../../platform/kinds/day.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { StoreDay } from './store-days.ts'

/** The columns of a file of store-day totals and the headings they usually have; others are named by the caller. */
export const columnNames = {
  store: ['store', 'store_id', 'shop', '门店', '店铺', '店号', '店铺编号', '门店编号', '店名'],
  date: ['date', 'day', 'businessday', '日期', '营业日', '销售日期'],
  sales: ['sales', 'netsales', 'amount', 'revenue', '销售额', '净销售额', '实销金额', '金额', '销售金额'],
  open: ['open', '营业', '是否营业'],
  promotion: ['promo', 'promotion', '活动', '促销', '是否活动'],
  publicHoliday: ['stateholiday', 'holiday', 'publicholiday', '节假日', '法定假日'],
  schoolHoliday: ['schoolholiday', '学校假期', '寒暑假'],
} as const
export type Column = keyof typeof columnNames
export type ColumnMapping = Partial<Record<Column, string>>

export interface DayFile {
  readonly lines: readonly StoreDay[]
  readonly columns: ColumnMapping
  /** Rows left out, with their line in the file and the reason. */
  readonly rejected: readonly { readonly line: number; readonly why: 'notADay' | 'notAnAmount' | 'noStore' }[]
}
export type DayFileRefusal = Refusal<'columnMissing' | 'fileEmpty'>

/** Reads a CSV or TSV of store-day totals (UTF-8, UTF-16 or GBK). Only store, date and sales are required. */
export function readDayFile(bytes: Uint8Array, mapping: ColumnMapping = {}): DayFile | DayFileRefusal {
  const text = decode(bytes)
  const heading = text.slice(0, /\r|\n|$/.exec(text)!.index)
  const delimiter = [',', '\t', ';'].reduce((a, b) =>
    heading.split(b).length > heading.split(a).length ? b : a,
  )
  const rows = parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as string[][]
  const head = rows[0]
  if (!head || rows.length < 2) return refuse('fileEmpty')

  const columns: Partial<Record<Column, string>> = {}
  const place: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(columnNames) as Column[]) {
    const at = findColumn(head, column, mapping[column])
    if (at >= 0) {
      columns[column] = head[at]!
      place[column] = at
    } else if (
      column === 'store' ||
      column === 'date' ||
      column === 'sales' ||
      mapping[column] !== undefined
    ) {
      return refuse('columnMissing', {
        column,
        wanted: mapping[column] ?? columnNames[column].join(' / '),
        head: head.join(', '),
      })
    }
  }

  const lines: StoreDay[] = []
  const rejected: { line: number; why: 'notADay' | 'notAnAmount' | 'noStore' }[] = []
  rows.forEach((row, i) => {
    if (i === 0) return
    const cell = (column: Column): string | undefined =>
      place[column] === undefined ? undefined : row[place[column]]
    const day = parseDay(cell('date') ?? '')
    const sales = parseAmount(cell('sales') ?? '')
    if (!cell('store')) rejected.push({ line: i + 1, why: 'noStore' })
    else if (!day) rejected.push({ line: i + 1, why: 'notADay' })
    else if (sales === null) rejected.push({ line: i + 1, why: 'notAnAmount' })
    else {
      lines.push({
        store: cell('store')!,
        day,
        ...(sales === undefined ? {} : { sales }),
        open: flag(cell('open'), true),
        promotion: flag(cell('promotion'), false),
        publicHoliday: flag(cell('publicHoliday'), false),
        schoolHoliday: flag(cell('schoolHoliday'), false),
      })
    }
  })
  return { lines, columns, rejected }
}

/** 2026-11-05, 2026/11/5, 2026.11.5, 20261105, 2026年11月5日, with or without a time; 5.11.2026 is day first. */
export function parseDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim()
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const dayFirst = match ? null : /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(plain)
  const parts = match
    ? [match[1], match[2], match[3]]
    : dayFirst
      ? [dayFirst[3], dayFirst[2], dayFirst[1]]
      : undefined
  if (!parts) return undefined
  const day = `${parts[0]}-${parts[1]!.padStart(2, '0')}-${parts[2]!.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}

/** Undefined for an empty cell (a day to come), null for what is no number. */
function parseAmount(text: string): number | undefined | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥￥元]/g, '')
  if (plain === '' || plain === '-') return undefined
  return /^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null
}

function flag(text: string | undefined, absent: boolean): boolean {
  if (text === undefined || text === '') return absent
  return !/^(0(\.0+)?|false|no|n|否|无|没有|关|停业)$/i.test(text)
}

function findColumn(head: readonly string[], column: Column, wanted: string | undefined): number {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s_-]/g, '')
  const names: readonly string[] = wanted === undefined ? columnNames[column] : [wanted]
  for (const name of names) {
    const at = head.findIndex((heading) => plain(heading) === plain(name))
    if (at >= 0) return at
  }
  return -1
}

function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer, 'utf16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer, 'utf16be')
  const text = iconv.decode(buffer, 'utf8')
  return text.includes('\uFFFD') ? iconv.decode(buffer, 'gb18030') : text
}
