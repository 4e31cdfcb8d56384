import type { Day } from '../../../../platform/kinds/day.ts'
import { say } from '../../../../platform/kinds/words.ts'
import { client } from '../../../../platform/web/client.ts'
import { formatIn } from '../../../../platform/web/format.ts'
import type { Explanation } from '../../../../platform/web/parts/Explanation.tsx'
import { useLanguage } from '../../../../platform/web/say.ts'
import type { MetricCode } from '../../metrics/registry.ts'
import { showValue } from '../../metrics/show.ts'
import { alignmentWords, metricNotes } from '../../metrics/words.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import type { YearAlignment } from '../shape.ts'

const api = client<typeof boardOperations>()

export interface ExplainedScope {
  readonly store?: string | undefined
  readonly area?: string | undefined
}

/** `explain('conversionRate', from, to)` is what a Figure opens: asked only when somebody presses it. */
export function useExplain({ store, area }: ExplainedScope) {
  const language = useLanguage()
  return (metric: MetricCode, from: Day, to: Day, alignment?: YearAlignment) =>
    async (): Promise<Explanation> => {
      const input = { metric, from, to, ...(alignment ? { alignment } : {}) }
      const { explanation, rows, more, names } = await api.see('boards.explain', {
        ...input,
        ...(store ? { store } : area ? { area } : {}),
      })
      const f = formatIn(language)
      const [above, below] = [explanation.numerator, explanation.denominator]
      const show = (value: number | undefined, unit: typeof explanation.unit) =>
        showValue(value, unit, language)
      const nameOf = (thing: { name: string; nameEn?: string | null } | undefined): string =>
        thing ? (language === 'en' && thing.nameEn) || thing.name : ''
      return {
        definition: say(explanation.definition, language),
        numerator: { label: say(above.label, language), value: show(above.value, above.unit) },
        ...(below
          ? { denominator: { label: say(below.label, language), value: show(below.value, below.unit) } }
          : {}),
        rows: [
          {
            label: say(w.span, language),
            value: from === to ? f.dayAndWeekday(from) : `${f.day(from)} – ${f.day(to)}`,
          },
          ...(explanation.alignment
            ? [
                {
                  label: say(w.alignedBy, language),
                  value: say(alignmentWords[explanation.alignment], language),
                },
              ]
            : []),
          ...(explanation.doubt
            ? [{ label: say(metricNotes.doubt, language), value: say(explanation.doubt, language) }]
            : []),
          ...rows.map((row) => ({
            label: row.day
              ? f.dayAndWeekday(row.day)
              : nameOf({ name: row.name ?? '', nameEn: row.nameEn ?? null }),
            value: below
              ? `${show(row.numerator, above.unit)} ÷ ${show(row.denominator, below.unit)} = ${show(row.value, explanation.unit)}`
              : show(row.value, explanation.unit),
          })),
          ...(more > 0 ? [{ label: '…', value: say(w.moreRows, language, { count: more }) }] : []),
          ...explanation.leftOut.map((l) => ({
            label: nameOf(names[l.store]),
            value: say(l.reason, language, l.facts as Record<string, unknown>),
          })),
          { label: say(metricNotes.excluded, language), value: say(explanation.excluded, language) },
        ],
        version: String(explanation.version),
      }
    }
}
