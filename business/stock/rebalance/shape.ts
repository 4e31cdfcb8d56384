import { z } from 'zod'
import { idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Why a proposed move is not made (不调的原因). stockMoved: the giving store has sold or sent it meanwhile. */
export const refusalReasons = [
  'sellsHere',
  'needsItSoon',
  'tooFar',
  'stockMoved',
  'goingOut',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const nothing = z.strictObject({})
export const areaInput = z.strictObject({ area: idInput })
export const decideInput = z.strictObject({
  area: idInput,
  round: idInput,
  answers: z
    .array(
      z.strictObject({
        n: z.int().min(1).max(1_000),
        accept: z.boolean(),
        why: z
          .enum(refusalReasons)
          .nullish()
          .transform((why) => why ?? null),
      }),
    )
    .max(400),
  words: optionalWords,
})
export type Answer = z.output<typeof decideInput>['answers'][number]

/** A store’s size run of a style-colour before a bundle and after it, in the order of the sizes. */
export interface RunSeen {
  readonly store: string
  readonly before: readonly number[]
  readonly after: readonly number[]
}
export interface Line {
  readonly n: number
  readonly sku: string
  readonly from: string
  readonly to: string
  readonly pieces: number
}
