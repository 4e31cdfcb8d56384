import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { dayInput, idInput, reasonInput } from '../../organization/shape.ts'

/** Tender types (收银方式). mallTill: the department store collects and settles with us later. */
export const tenders = [
  'cash',
  'card',
  'wechat',
  'alipay',
  'mallTill',
  'voucher',
  'storedValue',
  'other',
] as const
export type Tender = (typeof tenders)[number]

/** Why a piece was sold below its tag price. */
export const discountReasons = [
  'member',
  'promotion',
  'season',
  'mall',
  'staff',
  'defect',
  'goodwill',
  'other',
] as const
export type DiscountReason = (typeof discountReasons)[number]

export type TicketKind = 'sale' | 'return' | 'reversal' | 'dayTotal'
export type TicketSource = 'phone' | 'till' | 'import' | 'demo'

/** A line as it is stored; net and quantity have one sign, negative for what comes back. */
export interface TicketLine {
  readonly line: number
  readonly sku: string | null
  readonly style: string
  readonly name: string | null
  readonly color: string | null
  readonly size: string | null
  readonly code: string | null
  readonly quantity: number
  /** For one piece; null when it is not known. */
  readonly tagPrice: Money | null
  readonly net: Money
  readonly reason: string | null
  readonly returnsTicket: string | null
  readonly returnsLine: number | null
}
export interface Credit {
  readonly person: string
  readonly shareMillionths: number
  readonly net: Money
}
export interface Paid {
  readonly tender: Tender
  readonly amount: Money
}

/** A whole ticket, decided, ready to be written with all its totals. */
export interface Ticket {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly soldAt: Date
  readonly hour: number | null
  /** What its number begins with: store code and day. */
  readonly numbered: string
  readonly kind: TicketKind
  readonly net: Money
  /** Σ tag price × quantity over the lines with a tag price, and their net: priceRealization = taggedNet ÷ tagValue. */
  readonly tagValue: Money
  readonly taggedNet: Money
  readonly units: number
  /** What was refunded, as a positive amount; negative where a return is reversed. */
  readonly returned: Money
  readonly saleTickets: number
  readonly customer: string | null
  readonly madeBy: string
  readonly source: TicketSource
  readonly externalKey: string | null
  readonly reverses: string | null
  readonly reason: string | null
  readonly note: string | null
  readonly lines: readonly TicketLine[]
  readonly credits: readonly Credit[]
  readonly tenders: readonly Paid[]
  /** People and try-ons that the associate noted with the ticket. */
  readonly seen: { readonly traffic: number; readonly tryOns: number } | null
}

const limit = 10_000_000_000
const amount = z
  .int()
  .min(0)
  .max(limit)
  .transform((n) => cents(n))
const signedAmount = z
  .int()
  .min(-limit)
  .max(limit)
  .refine((n) => n !== 0, { error: 'tenderZero' })
  .transform((n) => cents(n))
const quantity = z.int().min(1).max(999)
const label = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((text) => text || null)

/** A line sold. Either a SKU, or free style text for what is not in the goods file. Amounts in 分. */
export const soldLineInput = z.strictObject({
  sku: idInput.nullish().transform((id) => id ?? null),
  style: label(60),
  name: label(80),
  color: label(40),
  size: label(12),
  quantity,
  /** Tag price of one piece as the phone showed it; where the SKU has a price that day, the server's own holds. */
  tagPrice: amount.nullish().transform((a) => a ?? null),
  /** What is paid for the whole line, after all discounts. */
  net: amount,
  reason: z
    .enum(discountReasons)
    .nullish()
    .transform((r) => r ?? null),
})
/** A piece brought back: which line of which ticket. What is refunded follows from what was paid. */
export const returnedLineInput = z.strictObject({
  ticket: idInput,
  line: z.int().min(1).max(10_000),
  quantity,
})

export const creditInput = z.strictObject({ person: idInput, share: z.number().positive().max(1_000_000) })
export const tenderInput = z.strictObject({ tender: z.enum(tenders), amount: signedAmount })
const seenInput = z.strictObject({ traffic: z.int().min(0).max(1000), tryOns: z.int().min(0).max(1000) })

export const ticketInput = z.strictObject({
  /** UUIDv7 made on the phone; the same id again changes nothing. */
  id: idInput,
  store: idInput,
  soldAt: z.iso.datetime({ offset: true }).optional(),
  lines: z.array(soldLineInput).max(100).default([]),
  returns: z.array(returnedLineInput).max(100).default([]),
  tenders: z.array(tenderInput).max(8).default([]),
  credits: z.array(creditInput).min(1, { error: 'creditMissing' }).max(8),
  customer: idInput.nullish().transform((id) => id ?? null),
  note: label(300),
  seen: seenInput.nullish().transform((s) => s ?? null),
})
export type TicketInput = z.output<typeof ticketInput>
export type TicketDraft = z.input<typeof ticketInput>

export const reverseInput = z.strictObject({
  id: idInput,
  store: idInput,
  ticket: idInput,
  reason: reasonInput,
})
export const undoInput = z.strictObject({ id: idInput, store: idInput, ticket: idInput })

/** Traffic (客流) and try-ons (试穿) of an hour, typed; a correction is a negative number. */
export const trafficInput = z
  .strictObject({
    id: idInput,
    store: idInput,
    day: dayInput.optional(),
    hour: z.int().min(0).max(23),
    traffic: z.int().min(-9999).max(9999).default(0),
    tryOns: z.int().min(-9999).max(9999).default(0),
  })
  .refine((t) => t.traffic !== 0 || t.tryOns !== 0, { error: 'trafficNothing', path: ['traffic'] })
export type TrafficInput = z.output<typeof trafficInput>

const key = z.string().trim().min(1).max(80)
/** A ticket as a till sends it: SKUs by barcode, associates by job number, its own number as the key. */
export const tillTicketInput = z.strictObject({
  key,
  soldAt: z.iso.datetime({ offset: true }),
  lines: z
    .array(
      z.strictObject({
        barcode: z
          .string()
          .trim()
          .max(40)
          .nullish()
          .transform((b) => b || null),
        style: label(60),
        name: label(80),
        color: label(40),
        size: label(12),
        /** Negative for a piece brought back. */
        quantity: z
          .int()
          .min(-999)
          .max(999)
          .refine((q) => q !== 0, { error: 'quantityZero' }),
        tagPrice: amount.nullish().transform((a) => a ?? null),
        /** Of the whole line, of the quantity's own sign. */
        net: z
          .int()
          .min(-limit)
          .max(limit)
          .transform((n) => cents(n)),
        reason: label(60),
        /** For a piece brought back: the till's key and line (from 1) of the sale. */
        returnOf: z
          .strictObject({ key, line: z.int().min(1).max(10_000) })
          .nullish()
          .transform((r) => r ?? null),
      }),
    )
    .min(1)
    .max(100),
  tenders: z.array(tenderInput).max(8).default([]),
  credits: z
    .array(
      z.strictObject({
        jobNumber: z.string().trim().min(1).max(32),
        share: z.number().positive().max(1_000_000).default(1),
      }),
    )
    .min(1, { error: 'creditMissing' })
    .max(8),
  note: label(300),
})
export type TillTicketInput = z.output<typeof tillTicketInput>
export const tillInput = z.strictObject({
  /** Store code; not needed with a token, which is bound to its store. */
  store: z.string().trim().min(1).max(32).optional(),
  tickets: z.array(tillTicketInput).min(1).max(200),
})
