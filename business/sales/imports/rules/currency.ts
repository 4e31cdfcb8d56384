import type { Day } from '../../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'
import type { CurrencyAnswer, SeenCurrency } from '../shape.ts'
import {
  type Decimal,
  decimalText,
  none,
  parseDecimal,
  plainNumber,
  plus,
  product,
  roundedAway,
} from './decimals.ts'
import { marksOf, meant } from './marks.ts'

/** What one unit of a currency is worth in the company's; or that nobody has said, or that its rows are returned. */
export type Rate = Decimal | 'own' | 'unanswered' | 'rejected'

/** The company's currency, and what people said of the others in a file. */
export class Exchange {
  private readonly rates = new Map<string, Rate>()
  constructor(
    readonly own: string,
    readonly answers: Readonly<Record<string, CurrencyAnswer>>,
  ) {}

  rate(currency: string): Rate {
    const there = this.rates.get(currency)
    if (there !== undefined) return there
    const rate = this.look(currency)
    this.rates.set(currency, rate)
    return rate
  }

  /** An amount as the file writes it → in the company's currency, a foreign one in whole cents, half away from zero. */
  convert(written: Decimal, currency: string): Decimal {
    const rate = this.rate(currency)
    return typeof rate === 'string' ? written : { digits: roundedAway(product(written, rate), 2), scale: 2 }
  }

  /** The same file as another import took it: at the rates that were given then. */
  at(answers: Readonly<Record<string, CurrencyAnswer>> | null): Exchange {
    return answers === null ? this : new Exchange(this.own, answers)
  }

  private look(currency: string): Rate {
    if (currency === this.own) return 'own'
    const answer = this.answers[currency]
    if (!answer) return 'unanswered'
    if ('reject' in answer) return 'rejected'
    return parseDecimal(answer.rate) ?? 'unanswered'
  }
}

/**
 * The currency of a row, from its currency column and the signs in its amounts, which must agree. $ and the like, shared
 * by several, mean the one that the column says, then the company's own, then the best known. Nothing said: the company's.
 */
export function currencyOf(
  column: string,
  amounts: Iterable<string>,
  own: string,
): string | { readonly why: 'badCurrency' | 'currenciesDisagree'; readonly value: string } {
  let possible: readonly string[] | undefined
  if (column !== '') {
    possible = meant(column)
    if (possible.length === 0) return { why: 'badCurrency', value: column }
  }
  for (const text of amounts) {
    if (plainNumber.test(text)) continue
    for (const codes of marksOf(text)) {
      const both: readonly string[] = possible ? possible.filter((code) => codes.includes(code)) : codes
      if (both.length === 0) return { why: 'currenciesDisagree', value: `${column} ${text}`.trim() }
      possible = both
    }
  }
  return possible === undefined || possible.includes(own) ? own : possible[0]!
}

/** What must be said of the currencies of a file before it is let in. */
export function openRates(
  seen: readonly SeenCurrency[],
  { own, answers }: Exchange,
  today: Day,
): Refusal<'rateMissing' | 'rateAhead'>[] {
  return seen.flatMap(({ currency, rows, written, own: isOwn }): Refusal<'rateMissing' | 'rateAhead'>[] => {
    const answer = answers[currency]
    if (isOwn || (answer && 'reject' in answer)) return []
    const field = `currencies.${currency}`
    if (!answer) return [refuse('rateMissing', { currency, rows, sum: written, own }, field)]
    return answer.day > today ? [refuse('rateAhead', { currency, day: answer.day }, field)] : []
  })
}

/** Rows and sums of a file by currency, as it writes them. */
export class CurrencyCount {
  private readonly seen = new Map<string, { rows: number; sum: Decimal }>()
  add(currency: string, written: Decimal): void {
    const there = this.seen.get(currency)
    if (there) {
      there.rows += 1
      there.sum = plus(there.sum, written)
    } else this.seen.set(currency, { rows: 1, sum: plus(none, written) })
  }
  all(own: string): SeenCurrency[] {
    return [...this.seen]
      .map(([currency, { rows, sum }]) => ({
        currency,
        rows,
        written: decimalText(sum),
        own: currency === own,
      }))
      .sort((a, b) => Number(b.own) - Number(a.own) || b.rows - a.rows)
  }
}
