import { z } from 'zod'
import { type Day, isDay } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { idInput } from '../../organization/shape.ts'

export const lineKinds = ['hold', 'promise', 'debt'] as const
export type LineKind = (typeof lineKinds)[number]
export const mostLines = 20
const cash = z.number().int().min(0, { error: 'cashWrong' }).max(100_000_000, { error: 'cashWrong' })
const keys = z.number().int().min(0, { error: 'keysWrong' }).max(99, { error: 'keysWrong' })
const words = z
  .string()
  .trim()
  .max(200, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)
const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value), { error: 'dayWrong' })

export const giveInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same handover. */
  id: idInput,
  store: idInput,
  to: idInput,
  /** In the drawer as counted, in cents. */
  cash,
  keys,
  words,
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(lineKinds),
        words: z.string().trim().min(2, { error: 'lineMissing' }).max(120, { error: 'textTooLong' }),
        until: day.nullish().transform((d) => d ?? null),
      }),
    )
    .max(mostLines, { error: 'linesMany' }),
})
export const takeInput = z.strictObject({ store: idInput, id: idInput, cash, keys, words })
/** Signed by who takes over, on the phone of a colleague who is signed in there. */
export const takeByPinInput = takeInput.extend({ pin: z.string().min(1).max(12) })
export const withdrawInput = z.strictObject({ store: idInput, id: idInput })
export const seeInput = z.strictObject({ store: idInput })

/** By her own sign-in, by PIN on the store's device, or by her PIN typed on a colleague's phone. */
export type SignedHow = 'own' | 'pin' | 'beside'
export interface HandoverLine {
  readonly kind: LineKind
  readonly words: string
  readonly until: Day | null
}
export interface Handover {
  readonly id: string
  readonly day: Day
  readonly givenBy: string
  readonly givenByName: string
  readonly givenAt: string
  readonly taker: string
  readonly takerName: string
  readonly cash: Money
  readonly books: Money | null
  readonly keys: number
  readonly words: string | null
  readonly takenAt: string | null
  readonly takenCash: Money | null
  readonly takenKeys: number | null
  readonly takenWords: string | null
  readonly withdrawnAt: string | null
  readonly givenHow: SignedHow
  readonly takenHow: SignedHow | null
  /** Whose phone it was, where the taker typed her PIN on a colleague's. */
  readonly takenBesideName: string | null
  readonly lines: readonly HandoverLine[]
}
