/** One row of a file: its number as a spreadsheet shows it (1 = first line), and its cells as text, right-trimmed. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** What a file turned out to be. `bytes` is the size that progress is measured against. */
export interface TableInfo {
  readonly format: 'csv' | 'xlsx'
  readonly bytes: number
  readonly sheet?: string
  readonly sheets?: readonly string[]
  /** Date system of the workbook: serial 0 is in 1900 or 1904. */
  readonly epoch: 1900 | 1904
  readonly encoding?: string
  readonly delimiter?: string
}

/** Called with each row and how many bytes were read for it; resolves when the next one is welcome. */
export type EmitRow = (row: TableRow, bytes: number) => Promise<void>

/** Drops empty cells at the end of a row. */
export function trimRow(cells: string[]): string[] {
  let length = cells.length
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1
  return length === cells.length ? cells : cells.slice(0, length)
}
