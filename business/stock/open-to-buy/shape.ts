import { z } from 'zod'
import { isMonth, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'

/** Months that one plan holds at most. */
export const mostMonths = 12
export const mostCategories = 60

const monthInput = z
  .string()
  .refine(isMonth, { error: 'monthWrong' })
  .transform((text) => text as Month)
const amount = z
  .int({ error: 'amountWrong' })
  .min(0, { error: 'amountWrong' })
  .max(10 ** 14, { error: 'amountWrong' })
  .transform((value) => value as Money)
const months = z.int().min(1, { error: 'monthsWrong' }).max(mostMonths, { error: 'monthsWrong' })

export const nothing = z.strictObject({})
export const planInput = z.strictObject({ plan: idInput })
export const proposeInput = z.strictObject({
  from: monthInput,
  months,
  /** Against the same months a year ago, in percent, where no sales target of the year is in force. */
  growth: z.int().min(-50, { error: 'growthWrong' }).max(200, { error: 'growthWrong' }),
  /** For how many tenths of a month the closing stock is to last. */
  cover: z.int().min(0, { error: 'coverWrong' }).max(60, { error: 'coverWrong' }),
})
export const submitInput = z.strictObject({
  id: idInput,
  /** The version that was seen as the latest; null for the first. */
  basedOn: idInput.nullish().transform((id) => id ?? null),
  from: monthInput,
  months,
  words: optionalWords,
  lines: z
    .array(
      z.strictObject({
        category: z.string().trim().min(1).max(40),
        month: monthInput,
        sales: amount,
        markdowns: amount,
        closing: amount,
      }),
    )
    .min(1, { error: 'noLines' })
    .max(mostMonths * mostCategories),
})
export type SubmitInput = z.output<typeof submitInput>
export const decideInput = planInput.extend({ approve: z.boolean(), words: optionalWords })

/** What is planned of a category in a month. Net sales, markdowns and stock at its end; cents at the tag price. */
export interface PlanLine {
  readonly category: string
  readonly month: Month
  readonly sales: Money
  readonly markdowns: Money
  readonly closing: Money
}
export const planned = ['sales', 'markdowns', 'closing'] as const
export type Planned = (typeof planned)[number]

/** What lies there and what is on its way, of a category. Cents at the tag price. */
export interface Lying {
  readonly category: string
  readonly stores: Money
  readonly warehouse: Money
}
export interface Coming {
  readonly category: string
  readonly month: Month
  readonly amount: Money
}
/** What a category has sold in a month, and what was taken off its tag. */
export interface Sold {
  readonly category: string
  readonly month: Month
  readonly net: Money
  readonly markdowns: Money
}
/** A cell of the board: what open to buy is made of. */
export interface Cell {
  readonly month: Month
  readonly closing: Money
  /** Of the running month: what of the plan is still to come. */
  readonly sales: Money
  readonly markdowns: Money
  readonly opening: Money
  readonly onOrder: Money
  readonly openToBuy: Money
}
export interface CategoryCells {
  readonly category: string
  readonly cells: readonly Cell[]
}
export type PlanState = 'waiting' | 'approved' | 'returned' | 'replaced'
