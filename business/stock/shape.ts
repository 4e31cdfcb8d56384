import { z } from 'zod'
import type { Money } from '../../platform/kinds/money.ts'
import { photoInput } from '../../platform/photos/shape.ts'
import { dayInput, idInput } from '../organization/shape.ts'

/** Why pieces moved (库存流水). */
export type MoveKind =
  | 'opening'
  | 'sale'
  | 'return'
  | 'reversal'
  | 'receipt'
  | 'transferOut'
  | 'answer'
  | 'count'
  /** What a count took off before its sale arrived, given back. */
  | 'counted'
  | 'undo'
  | EventKind
/** A stock matter noted in the store (库存事项): damaged, missing; put aside and back; shown as a sample and back. */
export const eventKinds = ['damage', 'missing', 'hold', 'release', 'sample', 'sampleBack'] as const
export type EventKind = (typeof eventKinds)[number]
export const eventReasons = [
  'torn',
  'stained',
  'faded',
  'stolen',
  'notFound',
  'customer',
  'display',
  'other',
] as const

/** What a movement adds to the hand and to what is put aside, in pieces. */
export interface Move {
  readonly sku: string
  readonly kind: MoveKind
  readonly quantity: number
  readonly held: number
  /** Its own moment, where the record's is not meant. */
  readonly at?: string
}
/** Pieces of a SKU in a store; `held` of them are not for sale. */
export interface OnHand {
  readonly onHand: number
  readonly held: number
}

/** Why what came differs from the notice (到货差异原因). */
export const differenceReasons = ['short', 'over', 'damaged', 'wrongItem', 'notArrived', 'other'] as const
export const differenceKinds = ['rejected', 'missing', 'surplus'] as const
export type DifferenceKind = (typeof differenceKinds)[number]
/** What may be done about each kind of difference. */
export const answersTo = {
  rejected: ['sendBack', 'takeIn', 'writeOff'],
  missing: ['found', 'senderHas', 'lost'],
  surplus: ['keep', 'sendBack'],
} as const satisfies Record<DifferenceKind, readonly string[]>
export const answers = ['sendBack', 'takeIn', 'writeOff', 'found', 'senderHas', 'lost', 'keep'] as const
export type Answer = (typeof answers)[number]

/** A shipment’s line as it stands; shipped = inTransit + received + rejected + missing, always. */
export interface ShipmentLine {
  readonly sku: string
  readonly shipped: number
  readonly inTransit: number
  readonly received: number
  readonly rejected: number
  readonly missing: number
  readonly surplus: number
}
/** What one receipt adds to a line. `taken` goes on the books. */
export interface Taking {
  readonly sku: string
  readonly received: number
  readonly rejected: number
  readonly missing: number
  readonly surplus: number
  readonly taken: number
  readonly reason: string | null
  readonly words: string | null
  readonly photo?: string | null
}

export const transferReasons = [
  'brokenSizes',
  'sellsBetter',
  'newStore',
  'customerAsks',
  'seasonEnd',
  'other',
] as const
/** Where a transfer stands; each is a record with who and when. */
export type TransferState =
  | 'proposed'
  | 'approved'
  | 'refused'
  | 'cancelled'
  | 'picked'
  | 'shipped'
  | 'received'
/** What may be done in which state; read by the page and the server. */
export const mayWhen = {
  decide: ['proposed'],
  pick: ['approved', 'picked'],
  ship: ['picked'],
  cancel: ['proposed', 'approved', 'picked'],
} as const satisfies Record<string, readonly TransferState[]>

const most = 100_000
const pieces = (least: number) => z.int().min(least, { error: 'piecesMissing' }).max(most)
export const optionalWords = z
  .string()
  .trim()
  .max(300)
  .nullish()
  .transform((text) => text || null)
const words = z.string().trim().min(2, { error: 'wordsMissing' }).max(300)
const lines = <T extends z.ZodType>(line: T, of: number) =>
  z.array(line).min(1, { error: 'linesMissing' }).max(of)

export const storeInput = z.strictObject({ store: idInput })
export const pieceInput = z.strictObject({ store: idInput, sku: idInput })
export const readOpeningInput = z.strictObject({
  store: idInput,
  /** Copied from a sheet, or an upload of one's own. */
  text: z.string().max(2_000_000).optional(),
  file: idInput.optional(),
})
export const openInput = z.strictObject({
  id: idInput,
  store: idInput,
  /** A file tells what lay there when this day began; a count, what lies there now. */
  day: dayInput.optional(),
  lines: lines(z.strictObject({ sku: idInput, quantity: pieces(0) }), 20_000),
})
export const noteInput = z.strictObject({
  id: idInput,
  store: idInput,
  sku: idInput,
  kind: z.enum(eventKinds),
  quantity: pieces(1).max(999),
  why: z.enum(eventReasons),
  words: optionalWords,
  /** What is damaged or missing stood there as a sample: it is one no longer. */
  isSample: z.boolean().default(false),
})
export const takeBackInput = z.strictObject({ id: idInput, store: idInput, event: idInput, words })
export const sampleCheckInput = z.strictObject({ id: idInput, store: idInput, words: optionalWords })
export const countInput = z.strictObject({
  id: idInput,
  store: idInput,
  /** When the pieces were counted; what moved since is no difference. */
  countedAt: z.iso.datetime({ offset: true }).optional(),
  lines: lines(
    z.strictObject({
      sku: idInput,
      counted: pieces(0),
      reason: z
        .enum(eventReasons)
        .nullish()
        .transform((r) => r ?? null),
    }),
    2_000,
  ),
  words: optionalWords,
})
export const deliverInput = z.strictObject({
  dueOn: dayInput,
  carrier: optionalWords,
  words: optionalWords,
  notices: lines(
    z.strictObject({
      id: idInput,
      store: idInput,
      lines: lines(z.strictObject({ sku: idInput, quantity: pieces(1).max(9_999) }), 400),
    }),
    100,
  ),
})
export const receiveInput = z.strictObject({
  id: idInput,
  store: idInput,
  shipment: idInput,
  /** Nothing more is awaited: what has not come is missing. */
  last: z.boolean(),
  lines: z
    .array(
      z.strictObject({
        sku: idInput,
        /** Pieces that came, the rejected ones among them. */
        arrived: pieces(0).max(9_999),
        rejected: pieces(0).max(9_999).default(0),
        reason: z
          .enum(differenceReasons)
          .nullish()
          .transform((r) => r ?? null),
        words: optionalWords,
        /** Of what differs. */
        photo: photoInput,
      }),
    )
    .max(400),
  words: optionalWords,
})
export const answerInput = z.strictObject({
  id: idInput,
  store: idInput,
  shipment: idInput,
  sku: idInput,
  about: z.enum(differenceKinds),
  answer: z.enum(answers),
  words: optionalWords,
})
export const shipmentInput = z.strictObject({ store: idInput, shipment: idInput })
export const deliveriesInput = z.strictObject({
  area: idInput.optional(),
  days: z.int().min(1).max(120).default(21),
})
export const areaInput = z.strictObject({ area: idInput.optional() })
export const proposeInput = z.strictObject({
  id: idInput,
  /** The store that gives. */
  store: idInput,
  to: idInput,
  why: z.enum(transferReasons),
  words: optionalWords,
  lines: lines(z.strictObject({ sku: idInput, asked: pieces(1).max(999) }), 200),
})
export const decideInput = z.strictObject({
  store: idInput,
  transfer: idInput,
  approve: z.boolean(),
  words: optionalWords,
})
export const transferInput = z.strictObject({ store: idInput, transfer: idInput })
export const pickInput = transferInput.extend({
  lines: lines(z.strictObject({ sku: idInput, picked: pieces(0).max(999) }), 200),
})
export const shipInput = transferInput.extend({ carrier: optionalWords, dueOn: dayInput })
const rate = z
  .int({ error: 'freightWrong' })
  .min(0, { error: 'freightWrong' })
  .max(10_000_000, { error: 'freightWrong' })
  .transform((cents) => cents as Money)
export const freightInput = z.strictObject({
  fromDay: dayInput,
  near: rate,
  far: rate,
  /** Pieces that go into one parcel. */
  parcel: z.int({ error: 'parcelWrong' }).min(1, { error: 'parcelWrong' }).max(500, { error: 'parcelWrong' }),
})
export const cancelInput = transferInput.extend({ words })
