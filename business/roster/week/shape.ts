import { z } from 'zod'
import { type Day, isMonth, type Month, mondayOf } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../../organization/shape.ts'

/** early opens the doors, late closes them; short is for those who work part-time. */
export const shiftKinds = ['early', 'middle', 'late', 'short'] as const
export type ShiftKind = (typeof shiftKinds)[number]
/** One shift of a store (班次): minutes after midnight of the business day, an end past midnight counts on. */
export interface Shift {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly from: number
  readonly to: number
  readonly break: number
  readonly kind: ShiftKind
}
export const workedMinutes = (s: Pick<Shift, 'from' | 'to' | 'break'>): number => s.to - s.from - s.break

/** What somebody has on a day: a shift by its code, in a zone or anywhere. No cell is a day off. */
export interface Cell {
  readonly person: string
  readonly day: Day
  readonly code: string
  readonly zone: string | null
}
/** A cell as it was released, with the times that held. */
export interface ReleasedCell extends Omit<Cell, 'code'>, Shift {}

/** What a store must know of somebody's limits, never why they are so. Minutes. */
export interface Limits {
  /** Ordinary hours of the week, leave taken off; what is above is overtime. */
  readonly week: number
  /** No more than this in the week, whatever the need. */
  readonly weekMost: number
  readonly dayMost: number
  /** No work after this minute of the day; null: no such limit. */
  readonly notAfter: number | null
  readonly noOvertime: boolean
  /** Works short shifts only. */
  readonly partTime: boolean
}
export interface Worker {
  readonly person: string
  readonly name: string
  readonly position: 'storeManager' | 'salesAssociate'
  readonly limits: Limits
  /** Days of the week on approved leave. */
  readonly away: readonly Day[]
  /** Days of the week on which she is not of the store. */
  readonly notHere: readonly Day[]
  /** The days just before and after the week as released, for rest and runs: shift times, or null where off or unknown. */
  readonly before: Before
  readonly after: { readonly from: number } | null
}
export interface Before {
  /** Days worked in a row up to the day before the week. */
  readonly run: number
  /** The last day's shift, where she worked on it. */
  readonly last: { readonly from: number; readonly to: number; readonly kind: ShiftKind } | null
}
export interface Wish {
  readonly id: string
  readonly person: string
  readonly day: Day
  readonly kind: WishKind
}
export const wishKinds = ['off', 'early', 'late'] as const
export type WishKind = (typeof wishKinds)[number]

/** Rules that hold in a week; minutes unless the name says days. */
export const ruleCodes = [
  'dayNorm',
  'dayMost',
  'weekNorm',
  'overtimeMonth',
  'restBetween',
  'runDays',
  'restDays',
  'nightFrom',
  'partDay',
  'partWeek',
] as const
export type RuleCode = (typeof ruleCodes)[number]
export type RuleValues = Readonly<Record<RuleCode, number>>
export interface RuleHeld {
  readonly code: RuleCode
  readonly value: number
  readonly from: Day | null
  readonly source: string | null
}

/** How many one hour needs, and why: what usually comes, of the same weekday. */
export interface HourNeed {
  readonly day: Day
  readonly hour: number
  readonly tickets: number
  readonly traffic: number
  readonly need: number
}
export interface ShiftNeed {
  readonly day: Day
  readonly code: string
  readonly need: number
}
export interface Demand {
  readonly hours: readonly HourNeed[]
  readonly shifts: readonly ShiftNeed[]
  /** Of each day its part of the week's trade (0 … 1) and how many people that gives it. */
  readonly days: readonly { readonly day: Day; readonly share: number; readonly people: number }[]
  /** Weeks of history it rests on; 0: none, every day alike. */
  readonly weeks: number
}

/** Somebody's share of what nobody likes, over the eight weeks up to the end of the week looked at. */
export interface Fair {
  readonly person: string
  readonly weekends: number
  readonly lates: number
  /** Minutes in the store's busiest hours. */
  readonly peak: number
  readonly weeks: number
}

export const weekInput = dayInput.refine((day) => mondayOf(day) === day, { error: 'weekWrong' })
export const seeWeekInput = z.strictObject({ store: idInput, week: weekInput.optional() })
const zone = z
  .string()
  .trim()
  .max(20, { error: 'zoneTooLong' })
  .nullish()
  .transform((text) => text || null)
const words = z
  .string()
  .trim()
  .max(200, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)
export const draftInput = z.strictObject({
  store: idInput,
  week: weekInput,
  basedOn: z.number().int().min(0).max(100_000),
})
export const putInput = z.strictObject({
  store: idInput,
  week: weekInput,
  basedOn: z.number().int().min(0).max(100_000),
  /** A cell without a shift is a day off. */
  cells: z
    .array(
      z.strictObject({
        person: idInput,
        day: dayInput,
        code: z
          .string()
          .max(8)
          .nullish()
          .transform((c) => c ?? null),
        zone,
      }),
    )
    .min(1)
    .max(400),
})
export const releaseInput = z.strictObject({
  store: idInput,
  week: weekInput,
  basedOn: z.number().int().min(1).max(100_000),
  why: words,
})
export const improveInput = z.strictObject({
  /** Made on the phone, so that pressed twice it is one search. */
  id: idInput,
  store: idInput,
  week: weekInput,
  basedOn: z.number().int().min(1).max(100_000),
  seconds: z.number().int().min(1).max(60).default(20),
})
export const searchInput = z.strictObject({ store: idInput, id: idInput })
export const takeInput = z.strictObject({
  store: idInput,
  id: idInput,
  basedOn: z.number().int().min(1).max(100_000),
})
export const wishInput = z.strictObject({
  id: idInput,
  store: idInput,
  day: dayInput,
  /** Null takes the wish of that day back. */
  kind: z.enum(wishKinds).nullable(),
})
export const askSwapInput = z.strictObject({
  id: idInput,
  store: idInput,
  day: dayInput,
  with: idInput,
  theirDay: dayInput,
  words,
})
export const answerSwapInput = z.strictObject({ store: idInput, id: idInput, taken: z.boolean() })
export const decideSwapInput = z.strictObject({ store: idInput, id: idInput, approved: z.boolean(), words })
export interface Swap {
  readonly id: string
  readonly week: Day
  readonly fromPerson: string
  readonly fromName: string
  readonly fromDay: Day
  readonly toPerson: string
  readonly toName: string
  readonly toDay: Day
  readonly words: string | null
  readonly askedAt: string
  readonly taken: boolean | null
  readonly approved: boolean | null
  readonly decidedByName: string | null
  readonly decidedWords: string | null
  readonly withdrawnAt: string | null
}
export type SwapState = 'asked' | 'taken' | 'refused' | 'approved' | 'declined' | 'withdrawn'
/** What may be done in which state; the page and the server read this one table. */
export const swapMayWhen = {
  answer: ['asked'],
  decide: ['taken'],
  withdraw: ['asked', 'taken'],
} as const satisfies Record<string, readonly SwapState[]>
export interface Search {
  readonly id: string
  readonly revision: number
  readonly askedAt: string
  readonly stopAsked: boolean
  readonly firstCost: number | null
  readonly cost: number | null
  readonly bound: number | null
  readonly elapsed: number | null
  readonly seconds: number
  readonly endedAs: 'proved' | 'time' | 'asked' | 'noRoster' | 'fault' | null
}

export const targetsByHoursInput = z.strictObject({ store: idInput, week: weekInput })
export const respreadByHoursInput = z.strictObject({
  store: idInput,
  month: z
    .string()
    .refine(isMonth)
    .transform((month) => month as Month),
  /** The version of the targets that was seen. */
  basedOn: idInput,
  reason: z.string().trim().min(2, { error: 'whyMissing' }).max(200, { error: 'textTooLong' }),
})
