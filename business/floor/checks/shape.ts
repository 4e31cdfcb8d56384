import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput, type StoreKind, storeKinds } from '../../organization/shape.ts'

/** Kinds of sheets, in the order of the day. */
export const kinds = ['opening', 'hygiene', 'display', 'fitting', 'closing', 'safety'] as const
export type CheckKind = (typeof kinds)[number]
/** Each associate's own: of her zone. Samples are looked at where they are kept, in stock. The others are the store's, whoever does them. */
export const ownKinds = ['display'] as const satisfies readonly CheckKind[]
export const isOwnKind = (kind: CheckKind): boolean => (ownKinds as readonly string[]).includes(kind)
/** Before or after closing, not before the doors open. */
export const eveningKinds = ['closing', 'safety'] as const satisfies readonly CheckKind[]
export const isEvening = (kind: CheckKind): boolean => (eveningKinds as readonly string[]).includes(kind)

export const zones = [
  'door',
  'floor',
  'fitting',
  'till',
  'storeroom',
  'front',
  'left',
  'right',
  'back',
] as const
export type Zone = (typeof zones)[number]
/** Zones of which an associate keeps one. */
export const displayZones = ['door', 'front', 'left', 'right', 'back'] as const satisfies readonly Zone[]
export const units = ['celsius', 'pieces'] as const
export type Unit = (typeof units)[number]

/** One thing to look at. `number`: it asks for a whole number, in order between the bounds. */
export interface CheckItem {
  /** Stays from edition to edition. */
  readonly code: string
  readonly zone: Zone | null
  readonly says: string
  readonly saysEn: string | null
  readonly number: { readonly unit: Unit; readonly low: number | null; readonly high: number | null } | null
  /** null: for stores of every kind. */
  readonly storeKinds: readonly StoreKind[] | null
}
/** A sheet's edition (版本), in force from a day until the next begins. */
export interface CheckEdition {
  readonly id: string
  readonly kind: CheckKind
  readonly from: Day
  /** First and last hour of the day, of the fitting rooms. */
  readonly hours: { readonly first: number; readonly last: number } | null
  readonly items: readonly CheckItem[]
}

/** Answered by itself, or with one press together with all others in order. */
export type How = 'one' | 'rest'
export interface CheckAnswer {
  readonly code: string
  readonly inOrder: boolean
  readonly how: How
  readonly value: number | null
  readonly wrong: string | null
  readonly done: string | null
}
/** fast: in less time than looking takes; perfect: all in order after days on which something never was. */
export const flags = ['fast', 'perfect'] as const
export type Flag = (typeof flags)[number]
export type ReviewKind = 'opened' | 'confirmed' | 'sentBack'

/** handedIn: nobody has looked; sentBack: to be looked at again. */
export type SheetState = 'handedIn' | 'opened' | 'confirmed' | 'sentBack'
export const mayWhen = {
  confirm: ['handedIn', 'opened'],
  sendBack: ['handedIn', 'opened', 'confirmed'],
} as const satisfies Record<string, readonly SheetState[]>

const line = (most: number) => z.string().trim().max(most)
const optional = (most: number) =>
  line(most)
    .nullish()
    .transform((text) => text || null)
const code = z.string().trim().min(1).max(40)
const words = line(300).min(2, { error: 'wordsMissing' })

export const answerInput = z.strictObject({
  code,
  inOrder: z.boolean(),
  how: z.enum(['one', 'rest']),
  value: z.int().min(-99_999).max(99_999).nullish().default(null),
  wrong: optional(200),
  done: optional(200),
})
export const handInInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same sheet. */
  id: idInput,
  store: idInput,
  day: dayInput.optional(),
  kind: z.enum(kinds),
  edition: idInput,
  zone: z.enum(displayZones).nullish().default(null),
  /** The hour of the fitting rooms. */
  round: z.int().min(0).max(23).nullish().default(null),
  /** The version that this one follows: its id; null for the first. */
  basedOn: idInput.nullish().default(null),
  /** From opening the sheet to handing it in, by the phone's clock. */
  seconds: z.int().min(0).max(43_200),
  answers: z.array(answerInput).min(1).max(60),
})
export const storeDayInput = z.strictObject({ store: idInput, day: dayInput.optional() })
export const sheetInput = z.strictObject({ store: idInput, id: idInput })
export const sendBackInput = sheetInput.extend({ words })
export const mendInput = sheetInput.extend({ words })
export const areaInput = z.strictObject({ area: idInput.optional(), day: dayInput.optional() })

export const itemInput = z.strictObject({
  code,
  zone: z.enum(zones).nullish().default(null),
  says: line(120).min(2, { error: 'sayWhat' }),
  saysEn: optional(160),
  number: z
    .strictObject({
      unit: z.enum(units),
      low: z.int().min(-9_999).max(9_999).nullish().default(null),
      high: z.int().min(-9_999).max(9_999).nullish().default(null),
    })
    .nullish()
    .default(null),
  storeKinds: z.array(z.enum(storeKinds)).min(1).nullish().default(null),
})
export const publishInput = z.strictObject({
  id: idInput,
  kind: z.enum(kinds),
  from: dayInput,
  hours: z
    .strictObject({ first: z.int().min(0).max(23), last: z.int().min(0).max(23) })
    .nullish()
    .default(null),
  words: optional(300),
  items: z.array(itemInput).min(1, { error: 'itemsTooFew' }).max(40),
})
export const editionInput = z.strictObject({ id: idInput })
