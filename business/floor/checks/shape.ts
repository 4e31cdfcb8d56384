import { z } from 'zod'
import { photoInput } from '../../../platform/photos/shape.ts'
import { type Zone, zones } from '../../organization/plans/shape.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { code, type Edition, type Item, itemFields, line, optionalLine } from '../editions/shape.ts'

/** Kinds of sheets, in the order of the day. */
export const kinds = ['opening', 'hygiene', 'display', 'fitting', 'closing', 'safety'] as const
export type CheckKind = (typeof kinds)[number]
/** Each associate's own: of her zone. Samples are looked at where they are kept, in stock. The others are the store's, whoever does them. */
export const ownKinds = ['display'] as const satisfies readonly CheckKind[]
export const isOwnKind = (kind: CheckKind): boolean => (ownKinds as readonly string[]).includes(kind)
/** Before or after closing, not before the doors open. */
export const eveningKinds = ['closing', 'safety'] as const satisfies readonly CheckKind[]
export const isEvening = (kind: CheckKind): boolean => (eveningKinds as readonly string[]).includes(kind)

/** Zones of which an associate keeps one. */
export const displayZones = ['door', 'front', 'left', 'right', 'back'] as const satisfies readonly Zone[]
export const units = ['celsius', 'pieces'] as const
export type Unit = (typeof units)[number]

/** `number`: it asks for a whole number, in order between the bounds. */
export interface CheckItem extends Item {
  readonly zone: Zone | null
  /** Handed in only with a photograph of it. */
  readonly photo: boolean
  readonly number: { readonly unit: Unit; readonly low: number | null; readonly high: number | null } | null
}
export interface CheckEdition extends Edition {
  readonly kind: CheckKind
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
  readonly photo: string | null
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

const words = line(300).min(2, { error: 'wordsMissing' })

export const answerInput = z.strictObject({
  code,
  inOrder: z.boolean(),
  how: z.enum(['one', 'rest']),
  value: z.int().min(-99_999).max(99_999).nullish().default(null),
  wrong: optionalLine(200),
  done: optionalLine(200),
  photo: photoInput,
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
export const mendInput = sheetInput.extend({ words, photo: photoInput })
export const areaInput = z.strictObject({ area: idInput.optional(), day: dayInput.optional() })

export const itemInput = z.strictObject({
  ...itemFields,
  zone: z.enum(zones).nullish().default(null),
  photo: z.boolean().default(false),
  number: z
    .strictObject({
      unit: z.enum(units),
      low: z.int().min(-9_999).max(9_999).nullish().default(null),
      high: z.int().min(-9_999).max(9_999).nullish().default(null),
    })
    .nullish()
    .default(null),
})
export const publishInput = z.strictObject({
  id: idInput,
  kind: z.enum(kinds),
  from: dayInput,
  hours: z
    .strictObject({ first: z.int().min(0).max(23), last: z.int().min(0).max(23) })
    .nullish()
    .default(null),
  words: optionalLine(300),
  items: z.array(itemInput).min(1, { error: 'itemsTooFew' }).max(40),
})
