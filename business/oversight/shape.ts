import { z } from 'zod'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { dayInput, idInput } from '../organization/shape.ts'
import type { Tender } from '../sales/tickets/shape.ts'

/**
 * What does not add up. negativeStock: more sold than the book held; overShort: the count of a tender differs; statement: what
 * bank or mall say differs; cashOwed: cash overdue to be paid in; notCounted: a day's till without a count; piecesOpen: evenings
 * whose pieces were not counted, or differ unexplained, since they last agreed; notArrived: goods overdue; notShipped: an approved transfer that nobody sends.
 */
export const matterKinds = [
  'negativeStock',
  'overShort',
  'statement',
  'cashOwed',
  'notCounted',
  'piecesOpen',
  'notArrived',
  'notShipped',
] as const
export type MatterKind = (typeof matterKinds)[number]
/** What is named by the day from which it is open. */
export const isOfDay = (kind: MatterKind): boolean => kind === 'notCounted' || kind === 'piecesOpen'

/** Why it came to be so (原因). */
export const causes = [
  'wrongSize',
  'receiptLate',
  'counted',
  'ticketLate',
  'terminalLate',
  'mistakeFound',
  'bankClosed',
  'onItsWay',
  'carrierAsked',
  'storeReminded',
  'asksFinance',
  'unknown',
  'other',
] as const
export type Cause = (typeof causes)[number]

const lineInput = z.strictObject({
  store: idInput,
  kind: z.enum(matterKinds),
  about: z.string().min(1).max(80),
  cause: z.enum(causes),
  words: z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform((text) => text || null),
})
export type LineInput = z.output<typeof lineInput>
export const submitInput = z.strictObject({
  area: idInput,
  day: dayInput,
  /** The version that was seen; 0 where there was none. */
  basedOn: z.int().min(0),
  lines: z.array(lineInput).max(600),
})
export const listInput = z.strictObject({ area: idInput, day: dayInput.optional() })
export const companyInput = z.strictObject({ day: dayInput.optional() })

/** What a matter is about, for its sentence. */
export interface Subject {
  /** Style, colour and size, of a piece. */
  readonly style?: string
  readonly name?: string
  readonly nameEn?: string | null
  readonly color?: string
  readonly colorEn?: string | null
  readonly size?: string
  readonly tender?: Tender
  /** Number of a shipment or transfer. */
  readonly number?: string
  /** The store’s own explanation of a difference, by its code, and in its words. */
  readonly why?: string | null
  readonly said?: string | null
}
export interface Matter {
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly code: string
  readonly kind: MatterKind
  readonly about: string
  /** The business day from which it has been open. */
  readonly since: Day
  readonly amount: Money | null
  readonly pieces: number | null
  readonly subject: Subject
}
/** What was said about a matter, and on which day. */
export interface Said {
  readonly day: Day
  readonly cause: Cause
  readonly words: string | null
}
export interface Overseen extends Matter {
  readonly said: Said | null
}
/** Over how many stores a list is made, and how many of them keep a till and a stock book. */
export interface KeptBooks {
  readonly stores: number
  readonly tills: number
  readonly books: number
}
export interface Filed {
  readonly id: string
  readonly day: Day
  readonly version: number
  readonly madeByName: string
  readonly madeAt: string
  readonly matters: number
  readonly answered: number
  /** null: handed in before it was kept. */
  readonly kept: KeptBooks | null
}
