import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Why a store asks for less than was proposed, or for nothing of it (不要的原因). */
export const declineReasons = [
  'enough',
  'seasonOver',
  'doesNotSell',
  'noRoom',
  'comesAlready',
  'other',
] as const
export type DeclineReason = (typeof declineReasons)[number]
/** What a store does about a slow seller (滞销办法): show it at the front, ask for a transfer, propose a markdown, wait. */
export const measures = ['front', 'transfer', 'markdown', 'wait'] as const
export type Measure = (typeof measures)[number]

/** Where a request stands (要货单状态); replaced: handed in again before it was decided; nothing: asks for none, so none is granted. */
export type RequestState = 'submitted' | 'nothing' | 'granted' | 'partly' | 'refused' | 'replaced'

const pieces = z.int().min(0, { error: 'piecesWrong' }).max(999, { error: 'piecesWrong' })
export const storeInput = z.strictObject({ store: idInput })
export const submitInput = z.strictObject({
  id: idInput,
  store: idInput,
  proposal: idInput,
  lines: z
    .array(
      z.strictObject({
        sku: idInput,
        asked: pieces,
        /** Where less is asked for than was proposed. */
        why: z
          .enum(declineReasons)
          .nullish()
          .transform((why) => why ?? null),
      }),
    )
    .max(400),
  slow: z
    .array(
      z.strictObject({
        style: idInput,
        color: z.string().min(1).max(40),
        measure: z.enum(measures),
        words: optionalWords,
      }),
    )
    .max(40),
  words: optionalWords,
})
export type SubmitInput = z.output<typeof submitInput>
export const requestInput = z.strictObject({ store: idInput, request: idInput })
export const decideInput = requestInput.extend({
  dueOn: dayInput,
  lines: z.array(z.strictObject({ sku: idInput, granted: pieces })).max(400),
  words: optionalWords,
})
export const nothing = z.strictObject({})
/** Requests answered together; of sizes that are not named all that was asked is granted. */
export const shareInput = z.strictObject({
  dueOn: dayInput,
  words: optionalWords,
  requests: z
    .array(
      z.strictObject({
        store: idInput,
        request: idInput,
        lines: z.array(z.strictObject({ sku: idInput, granted: pieces })).max(400),
      }),
    )
    .min(1)
    .max(60),
})
export const ofStoresInput = z.strictObject({ area: idInput.optional() })
export const tellDepotInput = z.strictObject({
  /** One line a SKU: barcode and pieces, as copied from a sheet. What is not named stays as it was told before. */
  text: z.string().trim().min(1, { error: 'depotEmpty' }).max(500_000),
})

export interface ProposedSize {
  readonly sku: string
  readonly proposed: number
}
export interface RequestHead {
  readonly id: string
  readonly week: Day
  readonly version: number
  readonly words: string | null
  readonly day: Day
  readonly byName: string
  readonly at: string
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly shipment: string | null
  readonly proposed: number
  readonly asked: number
  readonly granted: number | null
  readonly isReplaced: boolean
}
