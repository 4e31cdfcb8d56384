import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput } from '../boards/shape.ts'

export const reportKinds = ['day', 'week', 'month'] as const
export type ReportKind = (typeof reportKinds)[number]
/** What an associate practises (练): a figure that lags behind the store's; or, where none does, what helped. */
export const practices = ['unitsPerTransaction', 'averageTransactionValue', 'ahead'] as const
export type Practice = (typeof practices)[number]

const words = z
  .string()
  .trim()
  .max(500, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)
/** Any day of the period. */
export const draftInput = z.strictObject({
  store: z.guid(),
  kind: z.enum(reportKinds).default('day'),
  day: dayInput.optional(),
})
export const submitInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same report. */
  id: z.guid(),
  store: z.guid(),
  kind: z.enum(reportKinds),
  day: dayInput,
  /** The version that it corrects; null for the first. */
  basedOn: z
    .guid()
    .nullish()
    .transform((id) => id ?? null),
  well: words,
  missing: words,
  wish: words,
  practice: z
    .strictObject({
      what: z.enum(practices),
      step: z.string().trim().min(2, { error: 'stepMissing' }).max(200, { error: 'textTooLong' }),
    })
    .nullish()
    .transform((practice) => practice ?? null),
  /** Sizes to be reordered. */
  wanted: z.array(z.guid()).max(30).default([]),
})
export const oneInput = z.strictObject({ store: z.guid(), id: z.guid() })
export const askBackInput = z.strictObject({
  store: z.guid(),
  id: z.guid(),
  words: z.string().trim().min(2, { error: 'wordsMissing' }).max(500, { error: 'textTooLong' }),
})
export const ofStoreInput = draftInput

export interface Rates {
  readonly unitsPerTransaction: number | null
  readonly averageTransactionValue: Money | null
}
/** The goods of a report: sizes of what one sold that ran short, and what one counted for a stocktake. Pieces. */
export interface OwnStock {
  readonly short: readonly {
    readonly sku: string
    readonly style: string
    readonly name: string
    readonly nameEn: string | null
    readonly color: string
    readonly colorEn: string | null
    readonly size: string
    readonly sold: number
    /** For sale in the store. */
    readonly left: number
    readonly onTheWay: number
  }[]
  readonly sheets: number
  readonly counted: number
}
/** What a report froze. Shares of joint sales make parts of tickets and pieces. Amounts in whole cents. */
export interface OwnFigures extends Rates {
  readonly net: Money
  readonly target: Money | null
  readonly saleTickets: number
  readonly units: number
  readonly returned: Money
  readonly rank: number | null
  readonly of: number
  readonly store: Rates & { readonly net: Money; readonly conversionRate: number | null }
  readonly styles: readonly {
    readonly style: string
    readonly name: string
    readonly nameEn: string | null
    readonly color: string
    readonly colorEn: string | null
    readonly units: number
    readonly net: Money
  }[]
  /** null: the store keeps no stock book. Reports from before have none. */
  readonly stock?: OwnStock | null
}
export interface Span {
  readonly from: Day
  readonly to: Day
}
export type ReviewKind = 'opened' | 'confirmed' | 'askedBack'
export interface Review {
  readonly kind: ReviewKind
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly words: string | null
}
export interface OwnReport extends Span {
  readonly id: string
  readonly store: string
  readonly person: string
  readonly name: string
  readonly kind: ReportKind
  readonly period: string
  readonly version: number
  readonly submittedAt: string
  readonly dueAt: string
  readonly figures: OwnFigures
  readonly well: string | null
  readonly missing: string | null
  readonly wish: string | null
  readonly practice: Practice | null
  readonly step: string | null
  /** SKUs. */
  readonly wanted: readonly string[]
  readonly reviews: readonly Review[]
}
export type ReportState = 'submitted' | 'opened' | 'askedBack' | 'confirmed'

/** What may be done in which state; the page and the server read this one table. */
export const mayWhen = {
  correct: ['submitted', 'askedBack'],
  confirm: ['opened'],
  askBack: ['opened', 'confirmed'],
} as const satisfies Record<string, readonly ReportState[]>
