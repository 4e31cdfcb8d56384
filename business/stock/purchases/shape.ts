import { z } from 'zod'
import { isMonth, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Lines that one order holds at most. */
export const mostLines = 60

const monthInput = z
  .string()
  .refine(isMonth, { error: 'monthWrong' })
  .transform((text) => text as Month)
const piecesInput = z
  .int({ error: 'piecesWrong' })
  .min(1, { error: 'piecesWrong' })
  .max(1_000_000, { error: 'piecesWrong' })
const priceInput = (least: number) =>
  z
    .int({ error: 'priceWrong' })
    .min(least, { error: 'priceWrong' })
    .max(10 ** 10, { error: 'priceWrong' })
    .transform((value) => value as Money)

/** What is ordered: a style-colour that stands in the goods file, or pieces of a category at the tag price they are planned for. */
const lineInput = z.strictObject({
  category: z.string().trim().min(1, { error: 'whatMissing' }).max(40),
  style: idInput.nullish().transform((id) => id ?? null),
  color: z
    .string()
    .trim()
    .max(40)
    .nullish()
    .transform((text) => text || null),
  pieces: piecesInput,
  /** Cents a piece. */
  cost: priceInput(0),
  tag: priceInput(1),
})
export const nothing = z.strictObject({})
export const orderInput = z.strictObject({ order: idInput })
export const placeInput = z.strictObject({
  id: idInput,
  maker: z.string().trim().min(1, { error: 'makerMissing' }).max(60),
  due: monthInput,
  words: optionalWords,
  lines: z.array(lineInput).min(1, { error: 'noLines' }).max(mostLines),
})
export type PlaceInput = z.output<typeof placeInput>
export type NewLine = PlaceInput['lines'][number]
export const arriveInput = z.strictObject({
  id: idInput,
  order: idInput,
  /** The number on the maker's delivery note. */
  note: optionalWords,
  lines: z
    .array(z.strictObject({ line: z.int().min(1), sku: idInput, pieces: piecesInput }))
    .min(1, { error: 'nothingCame' })
    .max(400),
})
export const cancelInput = z.strictObject({
  id: idInput,
  order: idInput,
  /** Of one line, or of all that are open. */
  line: z
    .int()
    .min(1)
    .nullish()
    .transform((line) => line ?? null),
  words: z.string().trim().min(2, { error: 'whyMissing' }).max(300),
})

/** A line as it stands; pieces = open + came + cancelled, always. */
export interface OrderLine {
  readonly line: number
  readonly category: string
  readonly style: string | null
  readonly color: string | null
  readonly pieces: number
  readonly open: number
  readonly came: number
  readonly cancelled: number
}
export type OrderState = 'open' | 'late' | 'partly' | 'came' | 'cancelled'
