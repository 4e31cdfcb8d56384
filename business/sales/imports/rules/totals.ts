import type { Day } from '../../../../platform/kinds/day.ts'
import type { ControlTotals, StoreMonthTotal } from '../shape.ts'
import type { Exchange } from './currency.ts'
import { type Decimal, decimalText, none, plus } from './decimals.ts'

/** Adds up what is taken from a file: rows, tickets, pieces, and the amount by store and month. */
export class Tally {
  private rowsRead = 0
  private rowsRejected = 0
  private rowsKnown = 0
  private rowsAccepted = 0
  private tickets = 0
  private units = 0
  private amount = 0
  private inFile: Decimal = none
  private first: Day | null = null
  private last: Day | null = null
  private readonly months = new Map<string, { -readonly [K in keyof StoreMonthTotal]: StoreMonthTotal[K] }>()
  private readonly currencies = new Map<
    string,
    { rows: number; amount: number; written: Decimal; rejected: number }
  >()
  private readonly exchange: Exchange | undefined

  constructor(exchange?: Exchange) {
    this.exchange = exchange
  }

  /** `currency`: the row is returned because nobody would have that currency. */
  rejected(currency?: string): void {
    this.rowsRead += 1
    this.rowsRejected += 1
    if (currency !== undefined) this.inCurrency(currency).rejected += 1
  }
  known(): void {
    this.rowsRead += 1
    this.rowsKnown += 1
  }
  /** `tickets`: 1 with the first line of a ticket, else 0; `amount` in 分, `exact` in yuan, `written` as the file has it. */
  accepted(line: {
    store: string
    day: Day
    tickets: number
    units: number
    amount: number
    exact: Decimal
    written: Decimal
    currency: string
  }): void {
    this.rowsRead += 1
    this.rowsAccepted += 1
    this.tickets += line.tickets
    this.units += line.units
    this.amount += line.amount
    this.inFile = plus(this.inFile, line.exact)
    if (this.first === null || line.day < this.first) this.first = line.day
    if (this.last === null || line.day > this.last) this.last = line.day
    const month = line.day.slice(0, 7)
    const key = `${line.store}\n${month}`
    let total = this.months.get(key)
    if (!total) {
      total = { store: line.store, month, rows: 0, tickets: 0, units: 0, amount: 0 }
      this.months.set(key, total)
    }
    total.rows += 1
    total.tickets += line.tickets
    total.units += line.units
    total.amount += line.amount
    const currency = this.inCurrency(line.currency)
    currency.rows += 1
    currency.amount += line.amount
    currency.written = plus(currency.written, line.written)
  }
  /** A row without sales of its own: a store, a person. */
  counted(): void {
    this.rowsRead += 1
    this.rowsAccepted += 1
  }

  totals(): ControlTotals {
    return {
      rowsRead: this.rowsRead,
      rowsAccepted: this.rowsAccepted,
      rowsRejected: this.rowsRejected,
      rowsKnown: this.rowsKnown,
      tickets: this.tickets,
      units: this.units,
      amount: this.amount,
      amountInFile: decimalText(this.inFile),
      firstDay: this.first,
      lastDay: this.last,
      storeMonths: [...this.months.values()].sort((a, b) => (a.store + a.month < b.store + b.month ? -1 : 1)),
      currencies: [...this.currencies]
        .map(([currency, { written, ...total }]) => {
          const answer = this.exchange?.answers[currency]
          const rate = answer && 'rate' in answer ? { rate: answer.rate, day: answer.day } : null
          return { currency, ...total, written: decimalText(written), rate }
        })
        .sort((a, b) => b.amount - a.amount),
    }
  }

  private inCurrency(currency: string) {
    let total = this.currencies.get(currency)
    if (!total) {
      total = { rows: 0, amount: 0, written: none, rejected: 0 }
      this.currencies.set(currency, total)
    }
    return total
  }
}
