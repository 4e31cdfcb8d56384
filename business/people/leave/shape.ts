import { z } from 'zod'
import { type Day, isMonth, type Month } from '../../../platform/kinds/day.ts'
import { dayInput, idInput, type PositionName } from '../../organization/shape.ts'

/** Kinds of leave (假别): whether a reason is asked for, and the longest that is not a slip of the pen, in days. */
export const leaveKinds = {
  annual: { asksWhy: false, mostDays: 30 },
  sick: { asksWhy: true, mostDays: 180 },
  personal: { asksWhy: true, mostDays: 60 },
  marriage: { asksWhy: false, mostDays: 30 },
  maternity: { asksWhy: false, mostDays: 240 },
  paternity: { asksWhy: false, mostDays: 60 },
  bereavement: { asksWhy: false, mostDays: 30 },
  other: { asksWhy: true, mostDays: 92 },
} as const
export type LeaveKind = keyof typeof leaveKinds
export const leaveKindNames = Object.keys(leaveKinds) as [LeaveKind, ...LeaveKind[]]

/** Past days can be entered for so long afterwards; ahead one asks for at most so long. Days. */
export const longestBack = 92
export const longestAhead = 366

export type LeaveState = 'asked' | 'approved' | 'declined' | 'withdrawn'

/** One leave with the names that a page needs. `to` is the last day that holds: earlier than asked where somebody came back. */
export interface Leave {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly from: Day
  readonly to: Day
  readonly askedTo: Day
  readonly kind: LeaveKind
  readonly why: string
  readonly standIn: string | null
  readonly standInName: string | null
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: string
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly approved: boolean | null
  readonly words: string | null
  readonly withdrawnByName: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnWhy: string | null
  readonly keptUntil: Day | null
}

/** Where somebody stands on a day: the seat by which a superior is his. */
export interface SeatHeld {
  readonly position: PositionName
  readonly store: string | null
  readonly area: string | null
}

/** What may be done in which state; the page and the server read this one table. */
export const mayWhen = {
  decide: ['asked'],
  withdraw: ['asked', 'approved'],
} as const satisfies Record<string, readonly LeaveState[]>

const words = z
  .string()
  .trim()
  .max(300, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)

export const askInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same request. */
  id: idInput,
  /** Somebody else, where a superior or personnel enters it; it is approved by that. */
  person: idInput.optional(),
  from: dayInput,
  to: dayInput,
  kind: z.enum(leaveKindNames),
  why: words,
  standIn: idInput.nullish().transform((person) => person ?? null),
})
export const decideInput = z.strictObject({ id: idInput, approved: z.boolean(), words })
export const withdrawInput = z.strictObject({
  id: idInput,
  why: words,
  /** The days up to this one stay leave. */
  keptUntil: dayInput.nullish().transform((day) => day ?? null),
})
export const calendarInput = z.strictObject({
  store: idInput.optional(),
  area: idInput.optional(),
  month: z
    .string()
    .refine(isMonth)
    .transform((text) => text as Month),
})
