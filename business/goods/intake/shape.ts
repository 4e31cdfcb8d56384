import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import type { goodsIntakeWords } from './words.ts'

/** A row of a goods file: a SKU of a style, or a style alone where the file names neither colour nor size. Texts as the file has them. */
export interface GoodsRow {
  readonly row: number
  readonly style: string
  readonly name: string
  readonly nameEn: string
  readonly brand: string
  readonly category: string
  readonly season: string
  readonly wave: string
  readonly color: string
  readonly size: string
  readonly barcode: string
  readonly launchedOn: Day | undefined | Unreadable
  /** In 分. */
  readonly tagPrice: Money | undefined | Unreadable
  readonly cost: Money | undefined | Unreadable
}

/** What stands in a cell that should hold an amount or a day. */
export interface Unreadable {
  readonly unreadable: string
}

/** What the file writes of a style; undefined where it says nothing. */
export interface SaidOfStyle {
  readonly name?: string | undefined
  readonly nameEn?: string | undefined
  readonly brand?: string | undefined
  readonly category?: string | undefined
  readonly season?: string | undefined
  readonly wave?: string | undefined
}
export interface KnownStyle {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly brand: string | null
  readonly category: string
  readonly season: string
  readonly wave: string | null
  readonly launchedOn: Day
  readonly tagPrice: Money | null
  readonly cost: Money | null
}
export interface KnownSku {
  readonly id: string
  readonly style: string
  readonly color: string
  readonly size: string
  readonly barcode: string | null
}
/** What the books hold of the styles and barcodes that a file names. */
export interface KnownGoods {
  readonly styles: readonly KnownStyle[]
  readonly skus: readonly KnownSku[]
  /** Barcodes of the file that are taken, with the code of their style. */
  readonly barcodes: readonly { readonly barcode: string; readonly sku: string; readonly style: string }[]
  readonly brands: readonly string[]
}

export interface StyleToWrite {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly brand: string | null
  readonly category: string
  readonly season: string
  readonly wave: string | null
  readonly launchedOn: Day
  /** Price and cost steps to begin; null where the books say the same already. */
  readonly tagPrice: { readonly from: Day; readonly amount: Money } | null
  readonly cost: { readonly from: Day; readonly amount: Money } | null
}
export interface SkuToWrite {
  readonly id: string
  readonly style: string
  readonly color: string
  readonly size: string
  readonly barcode: string | null
}

/** A brand that the file spells in several ways, and the one that is kept. */
export interface Spelling {
  readonly kept: string
  readonly others: readonly string[]
}
export type GoodsIntakeWhy = keyof typeof goodsIntakeWords & string
export interface GoodsIntake {
  readonly styles: readonly StyleToWrite[]
  readonly skus: readonly SkuToWrite[]
  /** Rows that bring a new SKU or style, that change one, that change nothing. */
  readonly creates: readonly number[]
  readonly updates: readonly number[]
  readonly unchanged: readonly number[]
  readonly newStyles: number
  readonly spellings: readonly Spelling[]
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal<GoodsIntakeWhy> }[]
}
