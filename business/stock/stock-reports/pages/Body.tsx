import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { cardOf } from '../../../sales/metrics/card.ts'
import { figures as defined, figureCodes, figureName, figureOf } from '../../board/figures.ts'
import { Figures } from '../../board/pages/Figures.tsx'
import { GoodsRow } from '../../board/pages/GoodsRow.tsx'
import { figureWords } from '../../board/words.ts'
import { w } from '../page-words.ts'
import type { ReportFigures, ReportState } from '../shape.ts'
import type { Report } from './api.ts'
import '../../board/pages/board.css'
import './stock-reports.css'

/** What a report says in figures: what was sold, how the stock stands, store by store, the best and the slow goods. */
export function Body({ figures }: { figures: ReportFigures }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const { traded, total } = figures
  const change = (now: number, before: number) =>
    before > 0
      ? ` · ${now >= before ? '+' : '−'}${((Math.abs(now - before) / before) * 100).toFixed(1)}%`
      : ''
  return (
    <div className="stock-board">
      <FigureStrip>
        <Figure
          size="strip"
          label={say(w.net)}
          value={f.money(traded.net)}
          explain={cardOf('netSales', { netSales: traded.net }, f.language)}
          note={`${say(w.before, { value: f.money(traded.netBefore) })}${change(traded.net, traded.netBefore)}`}
        />
        <Figure
          size="strip"
          label={say(w.units)}
          value={f.count(traded.units)}
          explain={cardOf('netUnits', { netUnits: traded.units }, f.language)}
          note={`${say(w.before, { value: f.count(traded.unitsBefore) })}${change(traded.units, traded.unitsBefore)}`}
        />
      </FigureStrip>
      <Figures facts={total} />
      <Card kind="flush">
        <DataTable
          label={say(w.store)}
          isFramed={false}
          rows={figures.stores}
          keyOf={(s) => s.id}
          columns={[
            { key: 'store', head: say(w.store), cell: (s) => name(s) },
            {
              key: 'net',
              head: say(w.net),
              kind: 'figure',
              cell: (s) => f.money(s.traded.net),
              sortBy: (s) => s.traded.net,
              total: f.money(figures.stores.reduce((sum, s) => sum + s.traded.net, 0) as Money),
            },
            {
              key: 'onHand',
              head: say(figureWords.onHand),
              kind: 'figure',
              cell: (s) => f.count(s.facts.onHand),
              sortBy: (s) => s.facts.onHand,
              total: f.count(total.onHand),
            },
            ...figureCodes.map((code) => ({
              key: code,
              head: figureName(code, f.language),
              kind: 'figure' as const,
              desk: code === 'activeSkuRate',
              cell: (s: ReportFigures['stores'][number]) => figureOf(code, s.facts),
              sortBy: (s: ReportFigures['stores'][number]) => defined[code].of(s.facts) ?? -1,
              total: figureOf(code, total),
            })),
          ]}
        />
      </Card>
      <GoodsRow title={say(w.best)} sub="" shades={figures.best} none={say(w.none)} isOne={false} />
      <GoodsRow title={say(w.slow)} sub="" shades={figures.slow} none={say(w.none)} isOne={false} isSlow />
    </div>
  )
}

/** Who submitted it, and what was made of it. */
export function Trail({ report }: { report: Report & { state: ReportState } }) {
  const say = useSay()
  const f = useFormat()
  return (
    <ul className="report-trail">
      <li>{say(w.submittedBy, { name: report.byName, at: f.instant(report.at), n: report.version })}</li>
      {report.reviews.map((r) => (
        <li key={`${r.kind} ${r.at}`} className={r.kind === 'questioned' ? 'tone-late' : undefined}>
          {r.kind === 'questioned' ? (
            <span translate="no">{say(w.asked, { name: r.byName, words: r.words ?? '' })}</span>
          ) : (
            say(r.kind === 'confirmed' ? w.confirmedBy : w.seenBy, { name: r.byName, at: f.instant(r.at) })
          )}
        </li>
      ))}
    </ul>
  )
}
