import { z } from 'zod'
import { type Day, isMonth, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput, idInput } from '../../organization/shape.ts'

const said = z.string().trim().min(2, { error: 'wordsMissing' }).max(200, { error: 'textTooLong' })
const words = z
  .string()
  .trim()
  .max(200, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)
const monthInput = z
  .string()
  .refine(isMonth)
  .transform((text) => text as Month)

export const punchInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same press. */
  id: idInput,
  store: idInput,
  kind: z.enum(['in', 'out']),
  /** What the phone's clock showed; kept, and decides nothing. */
  phoneAt: z.iso
    .datetime({ offset: true })
    .nullish()
    .transform((at) => at ?? null),
})
/** Where one may clock in: anywhere, on the store's enrolled devices only, or as the company says. */
export const placeRules = ['anywhere', 'enrolled', 'asCompany'] as const
export type PlaceRule = (typeof placeRules)[number]
export const companyPlaceInput = z.strictObject({
  id: idInput,
  from: dayInput,
  rule: z.enum(['anywhere', 'enrolled']),
})
export const storePlaceInput = z.strictObject({
  id: idInput,
  store: idInput,
  from: dayInput,
  rule: z.enum(placeRules),
})
export const explainInput = z.strictObject({ store: idInput, day: dayInput, words: said })
export const decideInput = z.strictObject({
  store: idInput,
  person: idInput,
  day: dayInput,
  accepted: z.boolean(),
  words,
})
export const overtimeInput = z.strictObject({
  id: idInput,
  store: idInput,
  day: dayInput,
  minutes: z.number().int().min(15, { error: 'minutesWrong' }).max(180, { error: 'minutesWrong' }),
  words: said,
})
export const decideOvertimeInput = z.strictObject({
  store: idInput,
  id: idInput,
  approved: z.boolean(),
  words,
})
export const reviewInput = z.strictObject({ id: idInput, store: idInput, day: dayInput.optional() })
export const monthOfInput = z.strictObject({ store: idInput, month: monthInput })
export const seeDayInput = z.strictObject({ store: idInput, day: dayInput.optional() })
export const seeMonthInput = z.strictObject({ store: idInput, month: monthInput.optional() })
export const mineInput = z.strictObject({ store: idInput })

/** How a day of somebody stands beside the roster. */
export type AttendanceState =
  | 'off'
  | 'away'
  | 'notYet'
  | 'there'
  | 'inTime'
  | 'late'
  | 'early'
  | 'noOut'
  | 'missing'
  | 'extra'
/** The states that ask for a word of explanation. */
export const wrongStates = ['late', 'early', 'noOut', 'missing'] as const satisfies AttendanceState[]

export interface Punched {
  /** Minutes after midnight of the business day; null: not pressed. */
  readonly in: number | null
  readonly out: number | null
}
export interface Planned {
  readonly from: number
  readonly to: number
  readonly break: number
}
export interface Exception {
  readonly words: string
  readonly at: string
  readonly accepted: boolean | null
  readonly decidedByName: string | null
  readonly decidedWords: string | null
}
export interface Overtime {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly day: Day
  readonly minutes: number
  readonly words: string
  readonly approved: boolean | null
  readonly decidedByName: string | null
  readonly decidedWords: string | null
}
/** A month of one person: days, minutes and cents as they go to pay. */
export interface MonthLine {
  readonly person: string
  readonly name: string
  readonly rostered: number
  readonly worked: number
  readonly minutes: number
  readonly late: number
  readonly lateMinutes: number
  readonly early: number
  readonly missing: number
  readonly away: number
  /** Days with a press on one's own phone. */
  readonly ownPhone: number
  /** Discipline entries of the month: praise, and reminders or warnings. */
  readonly praised: number
  readonly warned: number
  /** Approved minutes. */
  readonly overtime: number
  readonly net: Money
}
