import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../../organization/shape.ts'

export const entryKinds = ['praise', 'reminder', 'warning'] as const
/** Praise (表扬), a reminder (提醒), a warning (警告). */
export type EntryKind = (typeof entryKinds)[number]

const said = z.string().trim().min(4, { error: 'wordsMissing' }).max(300, { error: 'textTooLong' })
export const enterInput = z.strictObject({
  id: idInput,
  store: idInput,
  person: idInput,
  kind: z.enum(entryKinds),
  /** When it happened. */
  day: dayInput,
  words: said,
})
export const readInput = z.strictObject({
  store: idInput,
  id: idInput,
  /** The person's own answer (员工说明). */
  answer: z
    .string()
    .trim()
    .max(300, { error: 'textTooLong' })
    .nullish()
    .transform((text) => text || null),
})
export const withdrawInput = z.strictObject({
  store: idInput,
  id: idInput,
  reason: z.string().trim().min(2, { error: 'reasonMissing' }).max(200, { error: 'textTooLong' }),
})
export const ofStoreInput = z.strictObject({ store: idInput })
export const areaInput = z.strictObject({ area: idInput.optional() })
export const mineInput = z.strictObject({})

export interface Entry {
  readonly id: string
  readonly store: string
  readonly person: string
  readonly personName: string
  readonly kind: EntryKind
  readonly day: Day
  readonly words: string
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly answer: string | null
  readonly readAt: string | null
  readonly withdrawnByName: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnWhy: string | null
}
