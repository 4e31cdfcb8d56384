import { z } from 'zod'
import { isMonth, type Month } from '../../platform/kinds/day.ts'
import { cents, type Money } from '../../platform/kinds/money.ts'

/** What became of a version: a draft is saved, submitted, approved or returned; an area's is released. */
export const versionStates = ['draft', 'submitted', 'returned', 'inForce', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]
export type VersionOrigin = 'proposal' | 'hand' | 'cascade' | 'import'
export type StoreTargetOrigin = VersionOrigin | 'roster'

/** What may be done with a version in which state; pages disable by it, actions refuse by it. */
export const mayWhen = {
  submit: ['draft'],
  decide: ['submitted'],
  release: ['draft'],
} as const satisfies Record<string, readonly VersionState[]>

/** One line of a matrix: an area of the company, or a store of an area, with its twelve months in cents. */
export interface MatrixLine {
  readonly child: string
  readonly months: readonly Money[]
}
/** A cell that gives way to nobody; month 1 … 12. */
export interface CellLock {
  readonly child: string
  readonly month: number
}
/** One person's part in a store's month: share units (份数) an ordinary day, and the days of the month off. */
export interface PersonPart {
  readonly person: string
  readonly factor: number
  readonly off: readonly number[]
}

const mostLines = 20_000
/** Whole cents, never negative; a hundred thousand million yuan is more than any chain sells. */
export const amountIn = z
  .int({ error: 'amountNotUsable' })
  .min(0, { error: 'amountNotUsable' })
  .max(10_000_000_000_000, { error: 'amountNotUsable' })
  .transform((amount): Money => cents(amount))
export const yearIn = z.int().min(2000).max(2200)
export const monthIn = z
  .string()
  .refine(isMonth, { error: 'monthNotUsable' })
  .transform((month) => month as Month)
export const idIn = z.uuid()
const reasonIn = z.string().trim().max(500)

export const lineIn = z.strictObject({ child: idIn, months: z.array(amountIn).length(12) })
export const linesIn = z.array(lineIn).min(1, { error: 'nothingToSplit' }).max(mostLines)
export const locksIn = z
  .array(z.strictObject({ child: idIn, month: z.int().min(1).max(12) }))
  .max(mostLines * 12)
  .default([])
const originIn = z.enum(['proposal', 'hand', 'import']).default('hand')

export const saveYearIn = z.strictObject({
  year: yearIn,
  /** The version that the editor saw last; null when there was none. */
  basedOn: idIn.nullable(),
  lines: linesIn,
  locks: locksIn,
  origin: originIn,
  reason: reasonIn.optional(),
})
export const saveAreaIn = z.strictObject({
  area: idIn,
  year: yearIn,
  basedOn: idIn.nullable(),
  lines: linesIn,
  locks: locksIn,
  origin: originIn,
  reason: reasonIn.optional(),
})
export const versionIn = z.strictObject({ version: idIn })
export const decideYearIn = z.discriminatedUnion('decision', [
  z.strictObject({ version: idIn, decision: z.literal('approve'), reason: reasonIn.optional() }),
  z.strictObject({
    version: idIn,
    decision: z.literal('return'),
    reason: reasonIn.min(1, { error: 'reasonMissing' }),
  }),
])
export const partIn = z.strictObject({
  person: idIn,
  factor: z
    .number({ error: 'factorNotUsable' })
    .min(0, { error: 'factorNotUsable' })
    .max(10, { error: 'factorNotUsable' }),
  off: z.array(z.int().min(1).max(31)).max(31).default([]),
})
export const saveStoreMonthIn = z.strictObject({
  store: idIn,
  month: monthIn,
  /** The version in force that the editor saw. */
  basedOn: idIn,
  /** One amount for each day of the month, in order. */
  days: z.array(amountIn).min(28).max(31),
  lockedDays: z.array(z.int().min(1).max(31)).max(31).default([]),
  /** Empty: not split to people. */
  people: z.array(partIn).max(500).default([]),
  /** Each person's days stated one by one, in place of `people`. */
  given: z
    .array(z.strictObject({ person: idIn, days: z.array(amountIn).min(28).max(31) }))
    .max(500)
    .default([]),
  origin: z.enum(['hand', 'import']).default('hand'),
  reason: reasonIn.optional(),
})
export const respreadPeopleIn = z.strictObject({
  store: idIn,
  month: monthIn,
  basedOn: idIn,
  reason: reasonIn.optional(),
})
