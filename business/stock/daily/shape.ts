import { z } from 'zod'
import { dayInput, idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Why the pieces of a category differ from the books in the evening (日盘差异原因). */
export const dailyReasons = [
  'unscannedSale',
  'receiving',
  'transfer',
  'away',
  'damage',
  'stolen',
  'unknown',
] as const
export type DailyReason = (typeof dailyReasons)[number]

/** How the evening's count of a store stands. */
export type DailyState = 'noBook' | 'closed' | 'notYet' | 'open' | 'overdue' | 'done'

const pieces = z.int().min(0, { error: 'piecesWrong' }).max(99_999, { error: 'piecesWrong' })
const moment = z.iso.datetime({ offset: true })

export const storeDayInput = z.strictObject({ store: idInput, day: dayInput.optional() })
export const areaDayInput = z.strictObject({ area: idInput.optional(), day: dayInput.optional() })
export const countInput = storeDayInput.extend({
  id: idInput,
  rows: z
    .array(
      z.strictObject({
        category: z.string().trim().min(1).max(40),
        /** Pieces on the shop floor, and behind it. */
        shelf: pieces,
        back: pieces,
        /** By the clock of the phone: since when she counted, and when she had the figure. */
        begunAt: moment,
        at: moment,
      }),
    )
    .min(1)
    .max(60),
})
export const explainInput = storeDayInput.extend({
  id: idInput,
  categories: z.array(z.string().trim().min(1).max(40)).min(1).max(60),
  reason: z.enum(dailyReasons),
  words: optionalWords,
})

/** The count of a category that stands. */
export interface Standing {
  readonly category: string
  readonly n: number
  readonly shelf: number
  readonly back: number
  readonly expected: number
  readonly low: number
  readonly high: number
  /** Pieces too many, or too few (negative), that no movement during the count accounts for. */
  readonly off: number
  readonly at: string
  readonly byName: string
  readonly reason: DailyReason | null
  readonly words: string | null
  readonly saidByName: string | null
}
