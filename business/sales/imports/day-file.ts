import { createHash } from 'node:crypto'
import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Money, zero } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { CurrencyCount, type Exchange } from './rules/currency.ts'
import { type Decimal, plus, rounded } from './rules/decimals.ts'
import { CentCarry } from './rules/rounding.ts'
import { type FileDay, readStoreDay } from './rules/store-day.ts'
import { Tally } from './rules/totals.ts'
import type { ControlTotals, Rejection, RejectionWhy, SeenCurrency } from './shape.ts'
import type { FirstDays } from './stores-in-file.ts'
import { eachRow, type ReadingOptions } from './ticket-file.ts'

/** A store's totals of a day, rounded to the cent. */
export interface DayTotal extends FileDay {
  readonly net: Money
}
export interface SeenDay {
  readonly store: string
  readonly day: Day
  written: Decimal
  readonly currency: string
  tickets: number
  open: boolean
  /** Rows that it is the sum of. */
  rows: number
  verdict?: 'known' | 'ours' | RejectionWhy
}
export interface DaySurvey {
  readonly days: Map<string, SeenDay>
  readonly firstDays: FirstDays
  currencies: readonly SeenCurrency[]
}
export interface DaySink {
  rejected(rejection: Rejection): Promise<void> | void
  day(total: DayTotal): Promise<void> | void
}

export async function surveyDays(options: ReadingOptions): Promise<DaySurvey | Refusal<FileRefusalWhy>> {
  const survey: DaySurvey = { days: new Map(), firstDays: new Map(), currencies: [] }
  const currencies = new CurrencyCount()
  const { exchange } = options.context
  const parts = options.plan.settings.addUpDays ? new RowsOnce() : undefined
  const info = await eachRow(options, (row) => {
    const read = readStoreDay(row, options.plan, options.context)
    if ('why' in read) return
    const key = `${read.store}\n${read.day}`
    const before = survey.days.get(key)
    if (before && !(parts && before.currency === read.currency)) return
    if (parts?.isAgain(row.cells)) return
    if (before) {
      currencies.add(read.currency, read.written)
      before.written = plus(before.written, read.written)
      before.tickets += read.tickets ?? 0
      before.open ||= read.open
      before.rows += 1
      return
    }
    currencies.add(read.currency, read.written)
    if (exchange.rate(read.currency) === 'rejected') return
    survey.days.set(key, {
      store: read.store,
      day: read.day,
      written: read.written,
      currency: read.currency,
      tickets: read.tickets ?? 0,
      open: read.open,
      rows: 1,
    })
    const first = survey.firstDays.get(read.store)
    if (first === undefined || read.day < first) survey.firstDays.set(read.store, read.day)
  })
  survey.currencies = currencies.all(exchange.own)
  return isRefusal(info) ? (info as Refusal<FileRefusalWhy>) : survey
}

export async function walkDays(
  options: ReadingOptions,
  survey: DaySurvey,
  sink: DaySink,
): Promise<ControlTotals | Refusal<FileRefusalWhy>> {
  const carry = new CentCarry()
  const { exchange } = options.context
  const tally = new Tally(exchange)
  const met = new Map<string, { left: number; sum: FileDay }>()
  const parts = options.plan.settings.addUpDays ? new RowsOnce() : undefined
  const refuseRow = async (rejection: Rejection, currency?: string) => {
    tally.rejected(currency)
    await sink.rejected(rejection)
  }
  const info = await eachRow(options, async (row) => {
    const read = readStoreDay(row, options.plan, options.context)
    if ('why' in read) return refuseRow(read)
    const key = `${read.store}\n${read.day}`
    const no = (why: RejectionWhy) =>
      refuseRow({ row: row.number, why, facts: { day: read.day, store: read.store }, cells: row.cells })
    if (exchange.rate(read.currency) === 'rejected') {
      const facts = { currency: read.currency }
      return refuseRow(
        { row: row.number, why: 'currencyRejected', facts, field: 'currency', cells: row.cells },
        read.currency,
      )
    }
    const seen = survey.days.get(key)!
    const before = met.get(key)
    if (parts ? seen.currency !== read.currency || parts.isAgain(row.cells) : before) return no('repeatedDay')
    const { verdict } = seen
    const whole = before
      ? { left: before.left - 1, sum: together(before.sum, read) }
      : { left: seen.rows - 1, sum: read }
    met.set(key, whole)
    if (verdict === 'known') return tally.known()
    if (verdict && verdict !== 'ours') return no(verdict)
    // A day of several rows is rounded once, as the sum that is booked.
    const net = whole.left > 0 ? zero : carry.next(whole.sum.amount)
    if (net === undefined) return no('tooLarge')
    tally.accepted({
      store: read.store,
      day: read.day,
      tickets: read.tickets ?? 0,
      units: read.units ?? 0,
      amount: net,
      exact: read.amount,
      written: read.written,
      currency: read.currency,
    })
    // What this import has booked already counts, and is not booked again.
    if (verdict !== 'ours' && whole.left === 0) await sink.day({ ...whole.sum, net })
  })
  return isRefusal(info) ? (info as Refusal<FileRefusalWhy>) : tally.totals()
}

/** A row that stands in the file a second time, cell by cell, is no further part of its day. */
class RowsOnce {
  readonly #met = new Set<string>()
  isAgain(cells: readonly string[]): boolean {
    const mark = createHash('md5').update(JSON.stringify(cells)).digest('base64')
    if (this.#met.has(mark)) return true
    this.#met.add(mark)
    return false
  }
}

/** Two parts of one store's day. A count that neither part gives stays unknown. */
function together(a: FileDay, b: FileDay): FileDay {
  const sum = (one: number | undefined, other: number | undefined): number | undefined =>
    one === undefined ? other : one + (other ?? 0)
  return {
    ...a,
    amount: plus(a.amount, b.amount),
    written: plus(a.written, b.written),
    tickets: sum(a.tickets, b.tickets),
    units: sum(a.units, b.units),
    traffic: sum(a.traffic, b.traffic),
    tryOns: sum(a.tryOns, b.tryOns),
    open: a.open || b.open,
    promotion: a.promotion || b.promotion,
    publicHoliday: a.publicHoliday ?? b.publicHoliday,
    schoolHoliday: a.schoolHoliday || b.schoolHoliday,
  }
}

/** The same day total, apart from rounding, at the rates of that time. */
export const sameDay = (
  seen: SeenDay,
  booked: { net: number; tickets: number },
  exchange: Exchange,
): boolean =>
  seen.tickets === booked.tickets &&
  Math.abs(Number(rounded(exchange.convert(seen.written, seen.currency), 2)) - booked.net) <= 1
