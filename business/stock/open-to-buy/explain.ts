import type { Money } from '../../../platform/kinds/money.ts'
import type { Language } from '../../../platform/kinds/words.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { Cell } from './shape.ts'
import { termWords as w } from './words.ts'

/** A change of meaning raises it. */
export const openToBuyVersion = '2'

/**
 * The card behind open to buy: its definition and the five amounts that it is made of, added and taken off. `now`: what it opens with
 * lies there now, and of the running month the rest of the plan is meant.
 */
export function explained(
  of: Omit<Cell, 'month'>,
  at: { readonly now: boolean; readonly isRunning: boolean; readonly isSpan?: boolean },
  language: Language,
  money: (amount: Money) => string,
) {
  const row = (sign: string, label: (typeof w)[keyof typeof w], amount: Money) => ({
    label: `${sign} ${say(label, language)}`,
    value: money(amount),
  })
  const rows = [
    row('+', w.closing, of.closing),
    row('+', at.isRunning ? w.salesLeft : w.sales, of.sales),
    row('+', at.isRunning ? w.markdownsLeft : w.markdowns, of.markdowns),
    row('−', at.now ? w.openingNow : w.opening, of.opening),
    row('−', w.onOrder, of.onOrder),
    { label: `= ${say(w.openToBuy, language)}`, value: money(of.openToBuy) },
    { label: say(w.counted, language), value: say(w.countedSo, language) },
  ]
  const definition = at.isSpan
    ? `${say(w.openToBuyIs, language)} ${say(w.spanIs, language)}`
    : say(w.openToBuyIs, language)
  return { definition, rows, version: openToBuyVersion }
}
