import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { idInput } from '../../organization/shape.ts'

/** Weeks of which the pace of selling is taken. */
export const weeks = 4

export const boardInput = z.strictObject({
  store: idInput.optional(),
  area: idInput.optional(),
  season: z.string().trim().min(1).max(40).optional(),
  category: z.string().trim().min(1).max(40).optional(),
  /** Every style-colour beside the best and the slow: for the file. */
  isFull: z.boolean().optional(),
})

/** A style-colour in a store, with all that its figures are made of. Pieces. */
export interface ShadeIn {
  readonly store: string
  readonly style: string
  readonly color: string
  readonly onHand: number
  /** By size, in the order of the run. */
  readonly run: readonly number[]
  /** Net units sold since the launch, and in the last weeks, the latest first. */
  readonly sold: number
  readonly byWeek: readonly number[]
  /** What counts, damage and loss took off (negative) or gave back. */
  readonly corrected: number
  /** On hand at the beginning of each of the last weeks, the latest first; null: the book had not begun. */
  readonly atStart: readonly (number | null)[]
}
/** What a style-colour is, wherever it lies. */
export interface Shade {
  readonly style: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly season: string
  readonly launchedOn: Day
  readonly picture: string | null
  readonly tagPrice: Money | null
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly sizes: readonly string[]
}

/** What every figure of stock and sales is made of; sums of any goods in any stores. Pieces. */
export interface StockFacts {
  readonly onHand: number
  /** By the tag, in cents. */
  readonly value: Money
  readonly sold: number
  readonly received: number
  /** In the last weeks. */
  readonly soldLately: number
  /** Pieces a week, weeks out of stock left out. */
  readonly pace: number
  /** Style-colours, each counted once a store: in stock, sold lately, with stock in the period, without a run of core sizes. */
  readonly inStock: number
  readonly active: number
  readonly present: number
  readonly broken: number
}
