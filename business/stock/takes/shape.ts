import { z } from 'zod'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Where a take stands (盘点状态), by its last step. */
export type TakeState = 'counting' | 'closed' | 'submitted' | 'sentBack' | 'approved' | 'cancelled'
export type TakeStep = Exclude<TakeState, 'counting'>
/** What may be done in which state; read by the pages and the server. */
export const mayWhen = {
  count: ['counting'],
  close: ['counting'],
  settle: ['closed', 'sentBack'],
  decide: ['submitted'],
  cancel: ['counting', 'closed', 'sentBack'],
} as const satisfies Record<string, readonly TakeState[]>

/** Why counted pieces differ from the books (差异原因). */
export const causes = [
  'unscannedSale',
  'wrongPiece',
  'receiving',
  'transfer',
  'damage',
  'stolen',
  'miscount',
  'unknown',
] as const
export type Cause = (typeof causes)[number]

/** A line of a take whose first count is closed. Prices in cents a piece, as on the tag. */
export interface TakeLine {
  readonly counted: number
  readonly expected: number
  readonly tagPrice: Money
  readonly unclear: boolean
  readonly recounted: boolean
  readonly cause: Cause | null
}
/** A take in figures: pieces (short is negative) and their value by the tag, in cents. */
export interface Variance {
  readonly skus: number
  readonly pieces: number
  readonly differing: number
  readonly short: number
  readonly over: number
  readonly shortValue: Money
  readonly overValue: Money
}

const monthInput = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'monthWrong' })
  .transform((m) => m as Month)
const moment = z.iso.datetime({ offset: true })

export const takeInput = z.strictObject({ store: idInput, take: idInput })
export const planInput = z.strictObject({
  id: idInput,
  store: idInput,
  /** The month whose stock it closes. */
  month: monthInput,
  /** Null: everything. */
  categories: z
    .array(z.string().trim().min(1).max(40))
    .min(1, { error: 'categoryMissing' })
    .max(60)
    .nullish()
    .transform((c) => c ?? null),
  zones: z
    .array(
      z.strictObject({
        id: idInput,
        name: z.string().trim().min(1, { error: 'zoneNameMissing' }).max(30),
        people: z.array(idInput).max(20).default([]),
      }),
    )
    .min(1, { error: 'zoneMissing' })
    .max(40),
  words: optionalWords,
})
/** What a phone sends, oldest first. An entry that takes another back names it and says nothing else new. */
export const countInput = takeInput.extend({
  zone: idInput,
  entries: z
    .array(
      z.strictObject({
        id: idInput,
        sku: idInput,
        pieces: z.int().min(1, { error: 'piecesWrong' }).max(9_999, { error: 'piecesWrong' }),
        at: moment,
        undoes: idInput.optional(),
      }),
    )
    .min(1)
    .max(500),
})
export const sheetInput = takeInput.extend({ zone: idInput.optional() })
export const handInInput = takeInput.extend({
  zone: idInput,
  /** Nothing lies there. */
  isEmpty: z.boolean().default(false),
})
export const recountInput = takeInput.extend({
  id: idInput,
  sku: idInput,
  counted: z.int().min(0, { error: 'piecesWrong' }).max(100_000, { error: 'piecesWrong' }),
})
export const explainInput = takeInput.extend({
  skus: z.array(idInput).min(1).max(500),
  cause: z.enum(causes),
  /** Who was in charge of the pieces (责任人). */
  person: idInput.nullish().transform((p) => p ?? null),
  words: optionalWords,
})
export const submitInput = takeInput.extend({ words: optionalWords })
export const decideInput = takeInput.extend({ approve: z.boolean(), words: optionalWords })
export const cancelInput = takeInput.extend({
  words: z.string().trim().min(2, { error: 'wordsMissing' }).max(300),
})
export const ofAreaInput = z.strictObject({ area: idInput.optional() })
export const analysisInput = z.strictObject({ area: idInput, month: monthInput })
export const analyseInput = analysisInput.extend({
  id: idInput,
  basedOn: z.int().min(0),
  words: z.string().trim().min(10, { error: 'analysisShort' }).max(2_000),
})

export interface TakeHead {
  readonly id: string
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly month: Month
  readonly categories: readonly string[] | null
  readonly words: string | null
  readonly day: Day
  readonly byName: string
  readonly at: string
  readonly state: TakeState
}
export interface Zone {
  readonly id: string
  readonly name: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Pieces counted there so far, and by how many people. */
  readonly pieces: number
  readonly counters: number
  readonly sheets: readonly {
    readonly person: string
    readonly name: string
    readonly pieces: number
    readonly at: string
  }[]
}
