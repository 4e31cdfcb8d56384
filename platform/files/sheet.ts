import type { Money } from '../kinds/money.ts'

/**
 * How a column is shown: text; whole numbers; numbers with up to two decimals; an amount in 分, written in yuan
 * with two decimals; a rate (0.853 → 85.3 %); a business day 'YYYY-MM-DD'.
 */
export type ColumnKind = 'text' | 'integer' | 'number' | 'money' | 'rate' | 'day'
export type SheetCell = string | number | Money | null | undefined

export interface SheetColumn {
  readonly title: string
  readonly kind?: ColumnKind
  /** In characters; else it follows the title and the content. */
  readonly width?: number
}

/** A table that can be taken away as Excel or CSV. `totals` is written last and in bold. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly SheetCell[]>
  readonly totals?: readonly SheetCell[]
}
