import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { idInput, type StoreKind, storeKinds } from '../../organization/shape.ts'

/** One thing to look at, as headquarters word it. */
export interface Item {
  /** Stays from edition to edition. */
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
  /** null: in stores of every kind. */
  readonly storeKinds: readonly StoreKind[] | null
}
/**
 * What is to be looked at in stores (版本), in force from a day until the next edition of its kind begins. One in force is never
 * edited: whoever looks works by one and the same, and what was handed in keeps it.
 */
export interface Edition {
  readonly id: string
  readonly kind: string
  readonly from: Day
  readonly items: readonly Item[]
}

export const line = (most: number) => z.string().trim().max(most)
export const optionalLine = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null)
export const code = z.string().trim().min(1).max(40)

export const itemFields = {
  code,
  says: line(120).min(2, { error: 'sayWhat' }),
  saysEn: optionalLine(160),
  storeKinds: z.array(z.enum(storeKinds)).min(1).nullish().default(null),
}
export const editionInput = z.strictObject({ id: idInput })
