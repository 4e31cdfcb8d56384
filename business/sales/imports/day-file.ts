import type { FileRefusalWhy } from '../../../platform/files/words.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { CurrencyCount, type Exchange } from './rules/currency.ts'
import { type Decimal, rounded } from './rules/decimals.ts'
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
  readonly written: Decimal
  readonly currency: string
  readonly tickets: number
  readonly open: boolean
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
  const info = await eachRow(options, (row) => {
    const read = readStoreDay(row, options.plan, options.context)
    if ('why' in read) return
    const key = `${read.store}\n${read.day}`
    if (survey.days.has(key)) return
    currencies.add(read.currency, read.written)
    if (exchange.rate(read.currency) === 'rejected') return
    survey.days.set(key, {
      store: read.store,
      day: read.day,
      written: read.written,
      currency: read.currency,
      tickets: read.tickets ?? 0,
      open: read.open,
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
  const met = new Set<string>()
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
    if (met.has(key)) return no('repeatedDay')
    met.add(key)
    const verdict = survey.days.get(key)?.verdict
    if (verdict === 'known') return tally.known()
    if (verdict && verdict !== 'ours') return no(verdict)
    const net = carry.next(read.amount)
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
    if (verdict !== 'ours') await sink.day({ ...read, net })
  })
  return isRefusal(info) ? (info as Refusal<FileRefusalWhy>) : tally.totals()
}

/** The same day total, apart from rounding, at the rates of that time. */
export const sameDay = (
  seen: SeenDay,
  booked: { net: number; tickets: number },
  exchange: Exchange,
): boolean =>
  seen.tickets === booked.tickets &&
  Math.abs(Number(rounded(exchange.convert(seen.written, seen.currency), 2)) - booked.net) <= 1
