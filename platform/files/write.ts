import { once } from 'node:events'
import { PassThrough, type Writable } from 'node:stream'
import type ExcelJS from 'exceljs'
import { cents, formatMoney } from '../kinds/money.ts'
import type { ColumnKind, Sheet, SheetCell, SheetColumn } from './sheet.ts'

const formats: Readonly<Record<ColumnKind, string | undefined>> = {
  text: '@',
  integer: '#,##0',
  number: '#,##0.##',
  money: '#,##0.00',
  rate: '0.0%',
  day: 'yyyy-mm-dd',
}
const head = { bold: true, color: { argb: 'FF221D19' } }
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF6F3EF' } } as const

/** An .xlsx of one sheet as bytes: frozen header, column widths, number formats, a filter on the header. */
export async function sheetToExcel(sheet: Sheet): Promise<Buffer> {
  const out = new PassThrough()
  const chunks: Buffer[] = []
  out.on('data', (chunk: Buffer) => chunks.push(chunk))
  await writeExcel(out, [sheet])
  return Buffer.concat(chunks)
}

/** Streams an .xlsx of one or several sheets; rows are written as they come, none is kept. Ends `out`. */
export async function writeExcel(out: Writable, sheets: readonly Sheet[]): Promise<void> {
  const ended = once(out, 'finish')
  // Loaded when the first sheet is written: a start must not wait for it.
  const { default: excel } = await import('exceljs')
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  })
  const names = new Set<string>()
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheetName(sheet.name, names), { views: [{ state: 'frozen', ySplit: 1 }] })
    page.columns = sheet.columns.map((column, i) => ({
      width: column.width ?? widthOf(column, sheet.rows, i),
      style: styleOf(column),
    }))
    const header = page.addRow(sheet.columns.map((c) => defused(c.title)))
    header.font = head
    header.fill = headFill
    header.commit()
    if (sheet.columns.length > 0)
      page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } }
    for (const row of sheet.rows)
      page.addRow(sheet.columns.map((c, i) => excelValue(row[i], c.kind))).commit()
    if (sheet.totals) {
      const last = page.addRow(sheet.columns.map((c, i) => excelValue(sheet.totals![i], c.kind)))
      last.font = head
      last.commit()
    }
    page.commit()
  }
  await book.commit()
  await ended
}

/** CSV as Excel in China opens it without garbling: UTF-8 with byte order mark, CRLF. */
export function sheetToCsv(sheet: Sheet): string {
  const lines = [sheet.columns.map((c) => csvField(defused(c.title))).join(',')]
  const line = (row: readonly SheetCell[]) =>
    sheet.columns.map((c, i) => csvField(csvValue(row[i], c.kind))).join(',')
  for (const row of sheet.rows) lines.push(line(row))
  if (sheet.totals) lines.push(line(sheet.totals))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises; plain
 * numbers keep their sign. `undefused` takes it off again when such a file comes back.
 */
export const defused = (text: string): string =>
  /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?\d[\d,]*(\.\d+)?%?$/.test(text) ? `'${text}` : text
export const undefused = (text: string): string => (/^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text)

function excelValue(cell: SheetCell, kind: ColumnKind = 'text'): string | number | Date | null {
  if (cell === null || cell === undefined || cell === '') return null
  if (typeof cell === 'string')
    return kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : defused(cell)
  return kind === 'money' ? cell / 100 : cell
}
function csvValue(cell: SheetCell, kind: ColumnKind = 'text'): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return defused(cell)
  if (kind === 'money') return formatMoney(cents(cell), 'plain')
  return kind === 'rate' ? `${(cell * 100).toFixed(1)}%` : String(cell)
}
const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Number format and alignment of a column. */
function styleOf(column: SheetColumn): Partial<ExcelJS.Style> {
  const kind = column.kind ?? 'text'
  return {
    numFmt: formats[kind]!,
    alignment: { horizontal: kind === 'text' || kind === 'day' ? 'left' : 'right' },
  }
}

/** Wide characters count double; the first fifty rows of an array are looked at, a stream is not. */
function widthOf(column: SheetColumn, rows: Iterable<readonly SheetCell[]>, index: number): number {
  const texts = [column.title]
  if (Array.isArray(rows)) for (const row of rows.slice(0, 50)) texts.push(csvValue(row[index], column.kind))
  const widest = Math.max(
    ...texts.map((t) => [...t].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)),
  )
  return Math.min(Math.max(widest + 3, 8), 48)
}

/** Excel allows 31 characters, none of \ / ? * [ ] :, and no name twice. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 28) || 'Sheet'
  let name = plain
  for (let n = 2; taken.has(name); n += 1) name = `${plain} ${n}`
  taken.add(name)
  return name
}
