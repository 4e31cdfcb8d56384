import type { TableRow } from '../../../../platform/files/table.ts'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../../platform/kinds/money.ts'
import type { Tender } from '../../tickets/shape.ts'
import type { Field, Rejection, RejectionWhy } from '../shape.ts'
import { currencyOf, type Exchange } from './currency.ts'
import { parseClock, parseMoment } from './dates.ts'
import {
  compare,
  type Decimal,
  decimalText,
  isNegative,
  isWhole,
  isZero,
  minus,
  none,
  opposite,
  parseDecimal,
  product,
  rounded,
  toNumber,
  whole,
} from './decimals.ts'
import type { ReadPlan } from './plan.ts'
import { splitCode } from './split.ts'
import { tenderOf } from './tender.ts'
import { isTotalRow } from './total-row.ts'

/** A store as the rows of a file need it. `key` is its code, also for one that is yet to be made. */
export interface StoreRef {
  readonly key: string
  readonly timeZone: string
  readonly cutOffMinutes: number
}
export interface LineContext {
  readonly today: Day
  readonly exchange: Exchange
  store(text: string, name: string): StoreRef | undefined
}

/** One row of a file understood as a line of a ticket. Sale: positive; return: quantity and amount negative. */
export interface FileLine {
  readonly row: number
  readonly store: string
  readonly day: Day
  /** Minutes after midnight on the clock, where the file says it; `nextDay` when that is past midnight of the business day. */
  readonly minutes: number | undefined
  readonly nextDay: boolean
  readonly ticketNo: string
  readonly lineNo: string
  readonly code: string
  readonly style: string
  readonly name: string
  readonly color: string
  readonly size: string
  readonly quantity: number
  /** As the file writes it, in its currency. */
  readonly written: Decimal
  readonly currency: string
  readonly isForeign: boolean
  /** In the company's currency; converted, it is in whole cents, else as exact as the file. */
  readonly amount: Decimal
  readonly tagPrice: Money | undefined
  readonly ticketTotal: Decimal | undefined
  readonly tender: Tender | undefined
  readonly associate: string
  readonly associateName: string
  readonly customer: string
  /** The line is refunded for less than price × quantity; its own total is the truth. */
  readonly belowPrice: boolean
}

const largest = 9_000_000_000
const moneyFields = ['amount', 'unitPrice', 'tagPrice', 'tagAmount'] as const

/** Reads one row of a ticket-line file, or says why it cannot be taken. Nothing is guessed. */
export function readLine(row: TableRow, plan: ReadPlan, context: LineContext): FileLine | Rejection {
  const cell = (field: Field) => plan.cell(row.cells, field)
  const no = (why: RejectionWhy, facts: Record<string, unknown> = {}, field?: Field): Rejection => ({
    row: row.number,
    why,
    facts,
    cells: row.cells,
    ...(field ? { field } : {}),
  })
  if (/作废|已取消|取消|void|cancel|deleted|关闭未付/i.test(cell('status')))
    return no('voided', { status: cell('status') }, 'status')
  if (isTotalRow(row.cells, cell)) return no('totalRow')
  const storeText = cell('store')
  if (storeText === '') return no('noStore', {}, 'store')
  const store = context.store(storeText, cell('storeName'))
  if (!store) return no('unknownStore', { store: storeText }, 'store')

  const dayText = cell('day')
  if (dayText === '') return no('noDay', {}, 'day')
  const moment = parseMoment(dayText, plan.orders.day ?? 'ymd', plan.epoch, store.timeZone)
  if (!moment) return no('badDay', { value: dayText }, 'day')
  const minutes = moment.minutes ?? (cell('time') === '' ? undefined : parseClock(cell('time')))
  const nextDay = plan.stamped && minutes !== undefined && minutes < store.cutOffMinutes
  const day = nextDay ? addDays(moment.day, -1) : moment.day
  if (day > context.today) return no('dayInFuture', { day }, 'day')

  const kind = kindOfLine(cell('kind'))
  if (kind === undefined) return no('unknownKindOfLine', { value: cell('kind') }, 'kind')
  const quantity = readQuantity(cell('quantity'), plan)
  if (typeof quantity === 'string') return no(quantity, { value: cell('quantity') }, 'quantity')
  const { exchange } = context
  const currency = currencyOf(cell('currency'), moneyFields.map(cell), exchange.own)
  if (typeof currency === 'object') return no(currency.why, { value: currency.value }, 'currency')
  const own = (amount: Decimal) => exchange.convert(amount, currency)
  const money = readAmount(cell, plan, quantity, own)
  if ('why' in money) return no(money.why, { value: money.value }, money.field)
  const signed = withSigns(kind, plan.has('quantity') ? quantity : undefined, money.amount)
  if (!signed)
    return no(
      'signsDisagree',
      { quantity, amount: decimalText(money.amount), kind: cell('kind') || '—' },
      'amount',
    )
  const amount = own(signed.amount)
  if (Math.abs(signed.quantity) > 1_000_000 || Math.abs(toNumber(amount)) > largest)
    return no('tooLarge', {}, 'amount')

  const goods = readGoods(row, plan, cell)
  if (goods === undefined)
    return no(
      'splitDoesNotFit',
      { value: row.cells[plan.split!.column] ?? '', template: plan.settings.split!.template },
      'code',
    )
  const listed = money.listed
  return {
    row: row.number,
    store: store.key,
    day,
    minutes,
    nextDay,
    ticketNo: cell('ticketNo').slice(0, 60),
    lineNo: cell('lineNo').slice(0, 20),
    ...goods,
    quantity: signed.quantity,
    written: signed.amount,
    currency,
    isForeign: currency !== exchange.own,
    amount,
    tagPrice: money.tagPrice,
    ticketTotal: parseDecimal(cell('ticketTotal'), plan.numberStyles.ticketTotal),
    tender: tenderOf(cell('tender')),
    associate: cell('associate').slice(0, 32),
    associateName: cell('associateName').slice(0, 80),
    customer: cell('customer').slice(0, 80),
    belowPrice: listed !== undefined && signed.quantity < 0 && compare(opposite(signed.amount), listed) < 0,
  }
}

function readQuantity(text: string, plan: ReadPlan): number | RejectionWhy {
  if (!plan.has('quantity')) return 1
  if (text === '') return 'noQuantity'
  const read = parseDecimal(text, plan.numberStyles.quantity)
  if (!read) return 'badQuantity'
  if (!isWhole(read)) return 'fractionalQuantity'
  return isZero(read) ? 'zeroQuantity' : toNumber(read)
}

type AmountRead = { amount: Decimal; listed: Decimal | undefined; tagPrice: Money | undefined }
/** The line's own total is the truth; without one it is quantity × price, less what the discount column says. */
function readAmount(
  cell: (f: Field) => string,
  plan: ReadPlan,
  quantity: number,
  own: (amount: Decimal) => Decimal,
): AmountRead | { why: RejectionWhy; value: string; field: Field } {
  const read: Partial<Record<Field, Decimal>> = {}
  for (const field of [
    'amount',
    'unitPrice',
    'tagPrice',
    'tagAmount',
    'discountRate',
    'priceRealization',
    'discountAmount',
  ] as const) {
    const text = cell(field)
    if (text === '') continue
    const value = parseDecimal(text, plan.numberStyles[field])
    if (!value)
      return {
        why:
          field === 'amount'
            ? 'badAmount'
            : field.startsWith('d') || field === 'priceRealization'
              ? 'badDiscount'
              : 'badPrice',
        value: text,
        field,
      }
    read[field] = value
  }
  const pieces = whole(Math.abs(quantity))
  const discounted = plan.has('discountRate') || plan.has('priceRealization') || plan.has('discountAmount')
  const tag = read.tagPrice ?? (discounted && !plan.has('tagPrice') ? read.unitPrice : undefined)
  const tagPrice = tag
    ? priceCents(own(tag))
    : read.tagAmount
      ? portionOf(own(read.tagAmount), quantity)
      : undefined
  const listed = read.unitPrice ? product(absolute(read.unitPrice), pieces) : undefined
  if (read.amount) return { amount: read.amount, listed, tagPrice }
  const sign = quantity < 0 ? whole(-1) : whole(1)
  const sold = read.unitPrice && plan.has('tagPrice') ? product(read.unitPrice, pieces) : undefined
  if (sold) return { amount: product(sold, sign), listed, tagPrice }
  const price = read.unitPrice ?? read.tagPrice
  const full = price ? product(price, pieces) : read.tagAmount
  if (!full) {
    const priced = moneyFields.some((f) => plan.has(f))
    return priced
      ? { why: 'noAmount', value: '', field: 'amount' }
      : { amount: none, listed: undefined, tagPrice: undefined }
  }
  const paid = read.priceRealization
    ? product(full, tenths(read.priceRealization))
    : read.discountRate
      ? product(full, minus(whole(1), read.discountRate))
      : read.discountAmount
        ? minus(full, absolute(read.discountAmount))
        : full
  return { amount: product(paid, sign), listed, tagPrice }
}
/** 8.5 (折) and 85 (%) are 0.85; a share up to 1 is itself. */
const tenths = (rate: Decimal): Decimal => {
  const value = toNumber(rate)
  return value <= 1 ? rate : { digits: rate.digits, scale: rate.scale + (value <= 10 ? 1 : 2) }
}
const absolute = (a: Decimal): Decimal => (isNegative(a) ? opposite(a) : a)
const priceCents = (price: Decimal): Money | undefined => {
  const value = rounded(absolute(price), 2)
  return value < 1_000_000_000_000n ? cents(value) : undefined
}
const portionOf = (total: Decimal, quantity: number): Money | undefined => {
  const value = rounded(absolute(total), 2)
  return value < 1_000_000_000_000_000n ? cents(value / BigInt(Math.abs(quantity))) : undefined
}

/**
 * What the signs say together. A return may be written with a kind, a negative quantity, a negative amount or
 * several of these; a sale with a negative amount contradicts itself. `quantity` undefined: the file has none.
 */
function withSigns(
  kind: 'sale' | 'return' | '',
  quantity: number | undefined,
  amount: Decimal,
): { quantity: number; amount: Decimal } | undefined {
  const pieces = quantity ?? 1
  if (kind === 'return') {
    return { quantity: -Math.abs(pieces), amount: isNegative(amount) ? amount : opposite(amount) }
  }
  const negativeAmount = isNegative(amount)
  if (kind === 'sale') return pieces < 0 || negativeAmount ? undefined : { quantity: pieces, amount }
  if (pieces < 0 && !isZero(amount) && !negativeAmount) return undefined
  return { quantity: negativeAmount ? -Math.abs(pieces) : pieces, amount }
}

function kindOfLine(text: string): 'sale' | 'return' | '' | undefined {
  if (text === '') return ''
  const plain = text.normalize('NFKC').toLowerCase()
  if (/退|return|refund|^r$|^(是|yes|true|y)$/.test(plain)) return 'return'
  if (/换|exchange/.test(plain)) return ''
  if (/销|售|sale|sell|purchase|normal|正常|order|invoice|^s$|^(否|no|false|n|0|1)$/.test(plain))
    return plain === '1' ? '' : 'sale'
  return undefined
}

function readGoods(row: TableRow, plan: ReadPlan, cell: (f: Field) => string) {
  const code = cell('code')
  let style = cell('style')
  let color = cell('color')
  let size = cell('size')
  if (plan.split) {
    const text = row.cells[plan.split.column] ?? ''
    const parts = text.trim() === '' ? {} : splitCode(plan.split.rule, text)
    if (!parts) return undefined
    style = parts.style ?? style
    color = parts.color ?? color
    size = parts.size ?? size
  }
  const name = cell('name')
  return {
    code: code.slice(0, 80),
    name: name.slice(0, 120),
    color: color.slice(0, 40),
    size: size.slice(0, 20),
    style: (style || code || name || '—').slice(0, 80),
  }
}
