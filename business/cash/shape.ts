import { z } from 'zod'
import type { Day } from '../../platform/kinds/day.ts'
import { cents, type Money } from '../../platform/kinds/money.ts'
import { photoInput } from '../../platform/photos/shape.ts'
import { dayInput, idInput } from '../organization/shape.ts'
import { type Tender, tenders } from '../sales/tickets/shape.ts'

/**
 * Where money is. company: headquarters’ own account; sales: what tickets say was taken; outside: paid in or out at the till;
 * transit: paid in and not yet seen on a statement; acquirer: owed by card and payment services; difference: over or short, still open.
 */
export const places = [
  'company',
  'sales',
  'till',
  'safe',
  'transit',
  'acquirer',
  'mall',
  'bank',
  'difference',
  'outside',
] as const
export type CashPlace = (typeof places)[number]

/** Why an entry was made; 'undo' enters back what an earlier one had entered. */
export type EntryKind =
  | 'float'
  | 'takings'
  | 'payIn'
  | 'payOut'
  | 'change'
  | 'variance'
  | 'moved'
  | 'undo'
  | 'deposit'
  | 'received'
  | 'closing'

/** One movement of money (分录): a positive amount in whole cents from one place to another. */
export interface Entry {
  readonly tender: Tender
  readonly from: CashPlace
  readonly to: CashPlace
  readonly amount: Money
  readonly kind: EntryKind
  readonly day: Day
}

/** Tenders that a statement shows: cash by its deposits, the others by what was taken with them. */
export const statementTenders = ['cash', 'card', 'wechat', 'alipay', 'mallTill'] as const
export type StatementTender = (typeof statementTenders)[number]
export const paidTo = ['bank', 'mall'] as const

/** Why money goes into or out of the till. */
export const payInReasons = ['changeFund', 'customerOwes', 'refundBack', 'other'] as const
export const payOutReasons = ['supplies', 'courier', 'cleaning', 'alteration', 'refund', 'other'] as const
/** Why a tender is over or short (长短款原因). */
export const varianceReasons = [
  'wrongChange',
  'wrongTender',
  'terminalLate',
  'ticketMissing',
  'counterfeit',
  'unknown',
  'other',
] as const
/** How finance closes a difference (了结方式). */
export const closingReasons = ['companyBears', 'personPays', 'fee', 'corrected', 'notOurs', 'other'] as const

const most = 10_000_000_000
const amount = (least: number) =>
  z
    .int()
    .min(least, { error: 'amountMissing' })
    .max(most)
    .transform((n) => cents(n))
const optionalWords = z
  .string()
  .trim()
  .max(300)
  .nullish()
  .transform((text) => text || null)
const words = z.string().trim().min(2, { error: 'wordsMissing' }).max(300)
const mark = z.string().trim().min(1, { error: 'slipMissing' }).max(60)

export const dayOfStoreInput = z.strictObject({ store: idInput, day: dayInput.optional() })
export const floatInput = z.strictObject({
  id: idInput,
  store: idInput,
  float: amount(0),
  from: z.enum(['company', 'safe']),
  words: optionalWords,
})
export const payInInput = z.strictObject({
  id: idInput,
  store: idInput,
  amount: amount(1),
  why: z.enum(payInReasons),
  receipt: mark,
  words: optionalWords,
})
export const payOutInput = payInInput.extend({ why: z.enum(payOutReasons) })
export const changeInput = z.strictObject({
  id: idInput,
  store: idInput,
  amount: amount(1),
  to: z.enum(['till', 'safe']),
  words: optionalWords,
})
export const countInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same count. */
  id: idInput,
  store: idInput,
  day: dayInput.optional(),
  /** The version that this one follows; 0 for the first. */
  basedOn: z.int().min(0).max(99),
  pieces: z
    .array(z.strictObject({ value: z.int().min(1).max(100_000), pieces: z.int().min(0).max(99_999) }))
    .max(20),
  tenders: z
    .array(
      z.strictObject({ tender: z.enum(tenders).exclude(['cash']), amount: z.int().min(-most).max(most) }),
    )
    .max(7),
})
export const explainInput = z.strictObject({
  store: idInput,
  day: dayInput,
  tender: z.enum(tenders),
  why: z.enum(varianceReasons),
  words: optionalWords,
})
export const depositInput = z.strictObject({
  id: idInput,
  store: idInput,
  days: z.array(dayInput).min(1, { error: 'daysMissing' }).max(31),
  amount: amount(1),
  slip: mark,
  /** Of the paper itself. */
  photo: photoInput,
  paidTo: z.enum(paidTo),
  words: optionalWords,
})
export const takeBackInput = z.strictObject({ store: idInput, deposit: idInput, words })
export const termsInput = z.strictObject({
  workingDays: z.int().min(0).max(5),
  payInBy: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'timeWrong' }),
  weekends: z.boolean(),
  tolerance: amount(0),
})
export const statementInput = z.strictObject({
  id: idInput,
  name: z.string().trim().min(1).max(120),
  /** Lines as copied from a sheet or read from a CSV file. */
  text: z.string().min(1, { error: 'statementEmpty' }).max(600_000),
})
export const matchInput = z.strictObject({
  store: idInput,
  line: idInput,
  /** A deposit; or for other tenders the day on which they were taken. */
  to: z.union([z.strictObject({ deposit: idInput }), z.strictObject({ day: dayInput })]),
  words: optionalWords,
})
export const unmatchInput = z.strictObject({ store: idInput, match: idInput, words })
export const differenceKinds = ['variance', 'match', 'deposit', 'line'] as const
export const closeInput = z.strictObject({
  store: idInput,
  kind: z.enum(differenceKinds),
  about: idInput,
  tender: z.enum(tenders),
  why: z.enum(closingReasons),
  words,
})
export const areaInput = z.strictObject({
  area: idInput.optional(),
  to: dayInput.optional(),
  days: z.int().min(1).max(31).default(7),
})
export const linesInput = z.strictObject({
  days: z.int().min(1).max(92).default(31),
  only: z.enum(['all', 'open']).default('open'),
})

export interface Terms {
  readonly workingDays: number
  /** On the store's wall. */
  readonly payInBy: string
  /** Whether cash is taken on Saturdays, Sundays and holidays. */
  readonly weekends: boolean
  readonly tolerance: Money
}
export interface CountLine {
  readonly tender: Tender
  readonly expected: Money
  readonly counted: Money
}
export interface Piece {
  /** In cents. */
  readonly value: number
  readonly pieces: number
}
export interface ToDeposit {
  readonly day: Day
  readonly amount: Money
  readonly dueAt: string
}
export type DifferenceKind = (typeof differenceKinds)[number]
