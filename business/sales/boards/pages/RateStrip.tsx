import { useFormat } from '../../../../platform/web/format.ts'
import type { Explanation } from '../../../../platform/web/parts/Explanation.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import type { MetricCode } from '../../metrics/registry.ts'
import { showMetric } from '../../metrics/show.ts'
import { w } from '../page-words.ts'
import type { Figures } from '../shape.ts'

/** Traffic and the four rates, each with the counts it stands on; with `base`, what they were in the eight weeks before. */
export function RateStrip(props: {
  figures: Figures
  base?: Figures
  isRunning?: boolean
  explain: (metric: MetricCode) => () => Promise<Explanation>
}) {
  const { figures, base, isRunning, explain } = props
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const counts = (above: number, below: number) =>
    say(w.countOf, { above: f.count(above), below: f.count(below) })
  const whole = (amount: number | null) =>
    amount === null ? '—' : f.money((Math.round(amount / 100) * 100) as Figures['net'])
  const rates = [
    {
      key: 'conversionRate',
      label: w.conversion,
      value: figures.conversionRate,
      note: figures.traffic > 0 ? counts(figures.countedTickets, figures.traffic) : say(w.notCounted),
    },
    {
      key: 'unitsPerTransaction',
      label: w.upt,
      value: figures.unitsPerTransaction,
      note: counts(figures.units, figures.saleTickets),
    },
    {
      key: 'averageTransactionValue',
      label: w.atv,
      value: figures.averageTransactionValue,
      note: say(w.tickets, { count: f.count(figures.saleTickets) }),
    },
    {
      key: 'averageUnitRetail',
      label: w.aur,
      value: figures.averageUnitRetail,
      note: say(w.pieces, { units: f.count(figures.units) }),
    },
  ] as const
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(w.traffic)}
        value={figures.traffic > 0 ? f.count(figures.traffic) : '—'}
        note={figures.traffic <= 0 ? say(w.notCounted) : isRunning ? say(w.counted) : null}
        explain={explain('traffic')}
      />
      {rates.map(({ key, label, value, note }) => {
        const isMoney = key === 'averageTransactionValue' || key === 'averageUnitRetail'
        const show = (v: number | null) => (isMoney ? whole(v) : showMetric(key, v ?? undefined, language))
        return (
          <Figure
            key={key}
            size="strip"
            label={say(label)}
            value={show(value)}
            note={
              <>
                {note}
                {base ? (
                  <>
                    <br />
                    {say(w.against, { value: show(base[key]) })}
                  </>
                ) : null}
              </>
            }
            explain={explain(key)}
          />
        )
      })}
    </FigureStrip>
  )
}
