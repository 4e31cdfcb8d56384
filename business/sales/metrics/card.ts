import { type Language, say } from '../../../platform/kinds/words.ts'
import type { TradeFacts } from './facts.ts'
import { type ExplainedTerm, explain, type MetricCode } from './registry.ts'
import { showValue } from './show.ts'
import { metricNotes } from './words.ts'

export interface CardLine {
  readonly label: string
  readonly value: string
}
/** The card behind a figure, in words. */
export interface MetricCard {
  definition: string
  numerator: CardLine
  denominator?: CardLine
  rows: CardLine[]
  version: string
}

/** The card of a figure whose facts are at hand: a report's frozen ones, a day's totals. Rows go before what is left out. */
export function cardOf(
  code: MetricCode,
  facts: TradeFacts,
  language: Language,
  rows: readonly CardLine[] = [],
): MetricCard {
  const known = explain(code, facts)
  const line = ({ label, value, unit }: ExplainedTerm): CardLine => ({
    label: say(label, language),
    value: showValue(value, unit, language),
  })
  return {
    definition: say(known.definition, language),
    numerator: line(known.numerator),
    ...(known.denominator ? { denominator: line(known.denominator) } : {}),
    rows: [
      ...rows,
      ...(known.doubt
        ? [{ label: say(metricNotes.doubt, language), value: say(known.doubt, language) }]
        : []),
      { label: say(metricNotes.excluded, language), value: say(known.excluded, language) },
    ],
    version: String(known.version),
  }
}
