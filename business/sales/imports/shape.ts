import { z } from 'zod'

/** What a file may hold: ticket lines, totals of store days, stores, people or goods. */
export const importKinds = ['ticketLines', 'storeDays', 'stores', 'people', 'goods'] as const
export type ImportKind = (typeof importKinds)[number]
/** A file that files what there is, and books nothing that happened. */
export const isList = (kind: ImportKind): kind is 'stores' | 'people' | 'goods' =>
  kind === 'stores' || kind === 'people' || kind === 'goods'

/** What a column may be taken for, by kind of file. */
export const fieldsOf = {
  ticketLines: [
    'store',
    'storeName',
    'day',
    'time',
    'ticketNo',
    'lineNo',
    'kind',
    'status',
    'code',
    'style',
    'color',
    'size',
    'name',
    'quantity',
    'unitPrice',
    'tagPrice',
    'tagAmount',
    'discountRate',
    'priceRealization',
    'discountAmount',
    'amount',
    'ticketTotal',
    'tender',
    'associate',
    'associateName',
    'customer',
    'currency',
  ],
  storeDays: [
    'store',
    'storeName',
    'day',
    'netSales',
    'tickets',
    'units',
    'traffic',
    'tryOns',
    'open',
    'promotion',
    'publicHoliday',
    'schoolHoliday',
    'currency',
  ],
  stores: [
    'code',
    'name',
    'nameEn',
    'storeKind',
    'area',
    'mall',
    'city',
    'country',
    'currency',
    'timeZone',
    'sellingArea',
    'openedOn',
    'closedOn',
  ],
  people: ['jobNumber', 'name', 'phone', 'position', 'store', 'area', 'hiredOn', 'leftOn', 'language'],
  goods: [
    'style',
    'name',
    'nameEn',
    'brand',
    'category',
    'season',
    'wave',
    'color',
    'size',
    'barcode',
    'tagPrice',
    'cost',
    'launchedOn',
  ],
} as const satisfies Record<ImportKind, readonly string[]>
export type Field = (typeof fieldsOf)[ImportKind][number]

/** Without these a file of the kind cannot be read; each may come from a column or be the same for the whole file. */
export const needed = {
  ticketLines: ['store', 'day'],
  storeDays: ['store', 'day', 'netSales'],
  stores: ['code'],
  people: ['jobNumber', 'name'],
  goods: ['style'],
} as const satisfies Record<ImportKind, readonly Field[]>

/** What may be said once for the whole file instead of by a column. */
export const fixable = [
  'store',
  'day',
  'area',
  'position',
  'currency',
  'storeKind',
  'timeZone',
  'openedOn',
  'hiredOn',
  'quantity',
  'tender',
  'brand',
  'category',
  'season',
  'wave',
  'launchedOn',
] as const

export const dateOrders = ['dmy', 'mdy', 'ymd'] as const
export type DateOrder = (typeof dateOrders)[number]

/** A code that holds several things, cut by a template such as `{group:2}{line:1}{style:4}{size:2}`. */
export const splitShape = z.strictObject({
  column: z.string().min(1).max(200),
  template: z.string().min(3).max(200),
})
export type Split = z.infer<typeof splitShape>

/** What people say of a currency that is not the company's: what one unit was worth on a day, or that its rows are returned. */
export const currencyAnswerShape = z.union([
  z.strictObject({
    rate: z
      .string()
      .regex(/^\d{1,7}(\.\d{1,8})?$/, { error: 'badRate' })
      .refine((rate) => Number(rate) > 0, { error: 'badRate' }),
    day: z.iso.date(),
  }),
  z.strictObject({ reject: z.literal(true) }),
])
export type CurrencyAnswer = z.infer<typeof currencyAnswerShape>

/** How a file is to be read. Columns are named by their header as `columnKeys` writes it. */
export const settingsShape = z.strictObject({
  kind: z.enum(importKinds),
  sheet: z.string().max(100).optional(),
  columns: z.record(z.string(), z.string().max(200)).default({}),
  fixed: z.record(z.enum(fixable), z.string().max(100).optional()).default({} as never),
  split: splitShape.optional(),
  dateOrder: z.enum(dateOrders).optional(),
  /** Several rows of one store and day are its departments, and are added up; else the first stands and the others are returned. */
  addUpDays: z.boolean().default(false),
  /** Stores and people that the file names and nobody has filed are made as part of the import. */
  createMissing: z.boolean().default(false),
  /** What the file calls a store → the code of our store. */
  storeNames: z.record(z.string(), z.string()).default({}),
  /** By currency code; each currency of the file but the company's needs an answer. */
  currencies: z.record(z.string().regex(/^[A-Z]{3}$/), currencyAnswerShape).default({}),
})
export type ImportSettings = z.infer<typeof settingsShape>

export const fileId = z.uuid()
export const previewInput = z.strictObject({ file: fileId, settings: settingsShape.partial().optional() })
export const runInput = z.strictObject({ file: fileId, settings: settingsShape })
export const importInput = z.strictObject({ id: z.uuid() })
export const undoInput = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(200) })

/** Why one row is not taken; its sentence stands in words.ts under the same name. */
export interface Rejection {
  readonly row: number
  readonly why: RejectionWhy
  readonly facts: Readonly<Record<string, unknown>>
  readonly field?: Field
  readonly cells: readonly string[]
}
export const rejectionWhys = [
  'totalRow',
  'noDay',
  'badDay',
  'dayInFuture',
  'dayClosed',
  'noStore',
  'unknownStore',
  'noQuantity',
  'badQuantity',
  'fractionalQuantity',
  'zeroQuantity',
  'noAmount',
  'badAmount',
  'badPrice',
  'badDiscount',
  'signsDisagree',
  'unknownKindOfLine',
  'voided',
  'repeatedLine',
  'splitDoesNotFit',
  'ticketDiffers',
  'dayHasTotal',
  'dayHasTickets',
  'dayDiffers',
  'repeatedDay',
  'badCount',
  'openUnreadable',
  'noCode',
  'repeatedCode',
  'noName',
  'unknownPosition',
  'unknownArea',
  'storeNeeded',
  'areaNeeded',
  'tooLarge',
  'badCurrency',
  'currenciesDisagree',
  'currencyRejected',
  'repeatedPhone',
  'badArea',
  'seatTaken',
] as const
export type RejectionWhy = (typeof rejectionWhys)[number]

/** Sums that must be the same in the file and in the books. Amounts in 分. */
export interface StoreMonthTotal {
  readonly store: string
  readonly month: string
  readonly rows: number
  readonly tickets: number
  readonly units: number
  readonly amount: number
}
export interface ControlTotals {
  readonly rowsRead: number
  readonly rowsAccepted: number
  readonly rowsRejected: number
  /** Rows that an earlier import already brought; they change nothing. */
  readonly rowsKnown: number
  readonly tickets: number
  readonly units: number
  readonly amount: number
  /** The sum of the accepted rows as the file writes it, all decimals. */
  readonly amountInFile: string
  readonly firstDay: string | null
  readonly lastDay: string | null
  readonly storeMonths: readonly StoreMonthTotal[]
  readonly currencies: readonly CurrencyTotal[]
}
/** The rows of one currency: as the file writes them, and as they are booked in the company's. */
export interface CurrencyTotal {
  readonly currency: string
  readonly rows: number
  /** The sum in its own currency, all decimals. */
  readonly written: string
  /** null for the company's own. */
  readonly rate: { readonly rate: string; readonly day: string } | null
  /** In 分 of the company's currency. */
  readonly amount: number
  /** Rows returned because people would not have this currency. */
  readonly rejected: number
}
/** A currency that a file holds, before it is let in. */
export interface SeenCurrency {
  readonly currency: string
  readonly rows: number
  readonly written: string
  readonly own: boolean
}
