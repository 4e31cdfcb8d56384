import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../../organization/shape.ts'

/** Over what ordinary hours are counted (综合计算工时). */
export const approvalPeriods = ['month', 'quarter', 'year'] as const
export type ApprovalPeriod = (typeof approvalPeriods)[number]
/** Positions of a store that an approval may cover. */
export const coveredPositions = ['storeManager', 'salesAssociate'] as const
export type CoveredPosition = (typeof coveredPositions)[number]

/** What an approval says, the same in each of its stores. */
export interface ApprovalTerms {
  readonly id: string
  readonly period: ApprovalPeriod
  readonly from: Day
  readonly to: Day
  /** Of the authority's document. */
  readonly number: string
  /** null: everybody of the store. */
  readonly positions: readonly CoveredPosition[] | null
}
export type ApprovalState = 'coming' | 'holds' | 'ending' | 'over'

const words = (missing: string) =>
  z.string().trim().min(2, { error: missing }).max(200, { error: 'textTooLong' })
export const approvalInput = z.strictObject({
  /** Made on the device, so that a repeated sending is the same approval. */
  id: idInput,
  stores: z.array(idInput).min(1, { error: 'storesMissing' }).max(500),
  positions: z
    .array(z.enum(coveredPositions))
    .min(1)
    .nullish()
    .transform((given) => given ?? null),
  period: z.enum(approvalPeriods),
  from: dayInput,
  to: dayInput,
  number: words('numberMissing').max(60, { error: 'textTooLong' }),
})
export const endApprovalInput = z.strictObject({
  id: idInput,
  /** null: in all of its stores. */
  store: idInput.nullish().transform((given) => given ?? null),
  /** The first day on which it no longer holds. */
  on: dayInput,
  reason: words('whyMissing'),
})
