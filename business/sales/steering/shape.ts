import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput } from '../boards/shape.ts'
import type { GapPart } from '../metrics/gap.ts'

/** Factors that a store can work on; net sales as a whole is none. */
export const factors = [
  'traffic',
  'conversionRate',
  'saleTickets',
  'unitsPerTransaction',
  'averageUnitRetail',
] as const
export type SteeredFactor = (typeof factors)[number]
export const factorInput = z.enum(factors)

/** Measures (措施) that are taken again and again, so that one press says them; the rest is said in words. */
export const measures = [
  'window',
  'mallHelp',
  'invite',
  'peak',
  'fitting',
  'roster',
  'outfits',
  'coach',
  'newStyles',
  'discount',
  'sizes',
  'count',
  'visit',
  'goOn',
] as const
export type Measure = (typeof measures)[number]
export const measureInput = z.enum(measures)

/** What somebody asks for or does: a usual measure, words of his own, or both. */
export interface Said {
  readonly measure: Measure | null
  readonly words: string | null
}
/** Blank words are no words. */
export const wordsInput = z
  .string()
  .trim()
  .max(500, { error: 'textTooLong' })
  .nullable()
  .transform((text) => text || null)
export const textInput = (missing: string) =>
  z.string().trim().min(2, { error: missing }).max(500, { error: 'textTooLong' })

/** A moment on the wall clock of whoever is to act. */
export const dueInput = z.strictObject({
  day: dayInput,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeWrong' }),
})
export type DueInput = z.output<typeof dueInput>

/** A store's, an area's or the company's month at the close of a day. Amounts in whole cents, shares 0 … 1. */
export interface SeatFigures {
  readonly asOf: Day
  readonly net: Money
  readonly target: Money
  readonly achievedShare: number
  readonly elapsedShare: number
  /** Achieved ÷ elapsed share; null before anything has elapsed. */
  readonly pace: number | null
  readonly expected: Money
  readonly low: Money
  readonly high: Money
  /** expected − target: below zero is what will lack. */
  readonly off: Money
  readonly winBack: Money
  readonly chance: number
  /** The parts of the gap of the days that are over; they sum to it. */
  readonly parts: readonly GapPart[]
  readonly cause: GapPart | null
}

/** How one store or area stands; figures null where no target is in force. */
export interface Standing {
  readonly seat: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly area: string | null
  readonly figures: SeatFigures | null
  readonly behind: boolean
}
