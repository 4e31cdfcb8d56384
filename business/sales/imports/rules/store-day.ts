import type { TableRow } from '../../../../platform/files/table.ts'
import type { Day } from '../../../../platform/kinds/day.ts'
import type { Field, Rejection, RejectionWhy } from '../shape.ts'
import { currencyOf } from './currency.ts'
import { parseMoment } from './dates.ts'
import { type Decimal, isNegative, isWhole, parseDecimal, toNumber } from './decimals.ts'
import type { LineContext } from './line.ts'
import type { ReadPlan } from './plan.ts'
import { isTotalRow } from './total-row.ts'

/** One row of a file understood as a store's totals of a day. Counts that the file does not give are undefined. */
export interface FileDay {
  readonly row: number
  readonly store: string
  readonly day: Day
  /** In the company's currency, and as the file writes it. */
  readonly amount: Decimal
  readonly written: Decimal
  readonly currency: string
  readonly tickets: number | undefined
  readonly units: number | undefined
  readonly traffic: number | undefined
  readonly tryOns: number | undefined
  readonly open: boolean
  readonly promotion: boolean
  readonly publicHoliday: string | null
  readonly schoolHoliday: boolean
}

export function readStoreDay(row: TableRow, plan: ReadPlan, context: LineContext): FileDay | Rejection {
  const cell = (field: Field) => plan.cell(row.cells, field)
  const no = (why: RejectionWhy, facts: Record<string, unknown> = {}, field?: Field): Rejection => ({
    row: row.number,
    why,
    facts,
    cells: row.cells,
    ...(field ? { field } : {}),
  })
  if (isTotalRow(row.cells, cell)) return no('totalRow')
  const storeText = cell('store')
  if (storeText === '') return no('noStore', {}, 'store')
  const store = context.store(storeText, cell('storeName'))
  if (!store) return no('unknownStore', { store: storeText }, 'store')
  const dayText = cell('day')
  if (dayText === '') return no('noDay', {}, 'day')
  const moment = parseMoment(dayText, plan.orders.day ?? 'ymd', plan.epoch, store.timeZone)
  if (!moment) return no('badDay', { value: dayText }, 'day')
  const { day } = moment
  if (day > context.today) return no('dayInFuture', { day }, 'day')
  const openText = cell('open')
  const open = openText === '' ? undefined : yesOrNo(openText)
  if (openText !== '' && open === undefined) return no('openUnreadable', { value: openText }, 'open')
  const amountText = cell('netSales')
  const currency = currencyOf(cell('currency'), [amountText], context.exchange.own)
  if (typeof currency === 'object') return no(currency.why, { value: currency.value }, 'currency')
  const written = parseDecimal(
    amountText === '' && open === false ? '0' : amountText,
    plan.numberStyles.netSales,
  )
  if (!written) return no(amountText === '' ? 'noAmount' : 'badAmount', { value: amountText }, 'netSales')
  const amount = context.exchange.convert(written, currency)
  if (Math.abs(toNumber(amount)) > 9_000_000_000) return no('tooLarge', {}, 'netSales')
  const counts: Partial<Record<Field, number>> = {}
  for (const field of ['tickets', 'units', 'traffic', 'tryOns'] as const) {
    const text = cell(field)
    if (text === '') continue
    const value = parseDecimal(text, plan.numberStyles[field])
    if (
      !value ||
      !isWhole(value) ||
      (isNegative(value) && field !== 'units') ||
      Math.abs(toNumber(value)) > 10_000_000
    ) {
      return no('badCount', { value: text, field }, field)
    }
    counts[field] = toNumber(value)
  }
  const holiday = cell('publicHoliday')
  return {
    row: row.number,
    store: store.key,
    day,
    amount,
    written,
    currency,
    tickets: counts.tickets,
    units: counts.units,
    traffic: counts.traffic,
    tryOns: counts.tryOns,
    open: open ?? true,
    promotion: truthy(cell('promotion')),
    publicHoliday: truthy(holiday) ? holiday.slice(0, 40) : null,
    schoolHoliday: truthy(cell('schoolHoliday')),
  }
}

/** '1', '是', 'open' → true; '0', '否', '休息' → false; undefined when it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  if (/^(1|1\.0|是|有|真|y|yes|true|t|open|营业|正常|√|✓)$/.test(plain)) return true
  return /^(0|0\.0|否|无|没有|假|n|no|false|f|closed|关|休|休息|闭店|停业|未营业|×)$/.test(plain)
    ? false
    : undefined
}
/** A mark is set by anything but a no. */
const truthy = (text: string): boolean => text !== '' && yesOrNo(text) !== false
