import { cents } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { remarksOf } from '../rules/remarks.ts'
import { sayRow, sayWhy } from '../say.ts'
import type { ControlTotals } from '../shape.ts'
import { importWords } from '../words.ts'
import type { PreviewSeen } from './api.ts'
import { pageWords as w } from './words.ts'

/** The control totals side by side: rows in and out, tickets, pieces, amount. */
/** Rows, and what they amount to: pieces and money of sales; of a list that is only looked at, what it would do. */
export function TotalsStrip(props: { totals: ControlTotals; list?: PreviewSeen['list']; isSales: boolean }) {
  const { totals, list, isSales } = props
  const say = useSay()
  const format = useFormat()
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(w.accepted)}
        value={format.count(totals.rowsAccepted)}
        unit={say(w.rows)}
        target={format.count(totals.rowsRead)}
      />
      <Figure
        size="strip"
        label={say(w.rejected)}
        value={format.count(totals.rowsRejected)}
        unit={say(w.rows)}
        tone={totals.rowsRejected > 0 ? 'late' : 'plain'}
      />
      <Figure size="strip" label={say(w.known)} value={format.count(totals.rowsKnown)} unit={say(w.rows)} />
      {list ? (
        <Figure
          size="strip"
          label={say(w.created)}
          value={format.count(list.creates)}
          unit={say(w.rows)}
          note={say(w.lists, {
            creates: format.count(list.creates),
            updates: format.count(list.updates),
            unchanged: format.count(list.unchanged),
          })}
        />
      ) : null}
      {isSales ? (
        <>
          <Figure size="strip" label={say(w.tickets)} value={format.count(totals.tickets)} />
          <Figure size="strip" label={say(w.units)} value={format.count(totals.units)} />
          <Figure
            size="strip"
            label={say(w.amount)}
            value={format.plain(cents(totals.amount))}
            note={`${totals.firstDay ?? '—'} … ${totals.lastDay ?? '—'}`}
          />
        </>
      ) : null}
    </FigureStrip>
  )
}

export function RemarksCard({ preview }: { preview: PreviewSeen }) {
  const say = useSay()
  const remarks = remarksOf(preview)
  if (remarks.length === 0) return null
  return (
    <Card title={say(w.remarks)} kind="quiet">
      <ul className="import-list">
        {remarks.map(({ sentence, facts }) => (
          <li key={sentence}>{say(importWords[sentence], facts)}</li>
        ))}
      </ul>
    </Card>
  )
}

/** Reasons with their counts, and the first rows in words. */
export function RejectedCard(props: {
  title: string
  reasons: readonly { why: string; count: number }[]
  rows: readonly { row: number; why: string; facts: Readonly<Record<string, unknown>> }[]
  /** What can be said so that they come in. */
  answers?: React.ReactNode
  children?: React.ReactNode
}) {
  const { title, reasons, rows, answers, children } = props
  const language = useLanguage()
  const format = useFormat()
  if (reasons.length === 0 && !answers) return null
  return (
    <Card title={title} extra={children}>
      <ul className="import-list">
        {reasons.map(({ why, count }) => {
          const first = rows.find((r) => r.why === why)
          return (
            <li key={why}>
              <b className="num">{format.count(count)}</b> ×{' '}
              {first ? sayWhy(why, first.facts, language) : why}
            </li>
          )
        })}
      </ul>
      {answers}
      <ul className="import-list" style={{ marginTop: 12 }}>
        {rows.slice(0, 10).map(({ row, why, facts }) => (
          <li key={row}>
            <p title={sayRow(row, why, facts, language)}>{sayRow(row, why, facts, language)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function MonthsCard({ totals }: { totals: ControlTotals }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Card title={say(w.byMonth)} kind="flush">
      <DataTable
        label={say(w.byMonth)}
        isFramed={false}
        step={24}
        rows={totals.storeMonths}
        keyOf={(m) => `${m.store} ${m.month}`}
        totalLabel={say(w.total)}
        columns={[
          { key: 'store', head: say(w.store), cell: (m) => m.store, sortBy: (m) => m.store },
          { key: 'month', head: say(w.month), cell: (m) => m.month, sortBy: (m) => m.month },
          {
            key: 'tickets',
            head: say(w.tickets),
            kind: 'figure',
            cell: (m) => format.count(m.tickets),
            total: format.count(totals.tickets),
          },
          {
            key: 'units',
            head: say(w.units),
            kind: 'figure',
            cell: (m) => format.count(m.units),
            total: format.count(totals.units),
          },
          {
            key: 'amount',
            head: say(w.amount),
            kind: 'figure',
            cell: (m) => format.plain(cents(m.amount)),
            total: format.plain(cents(totals.amount)),
          },
        ]}
      />
    </Card>
  )
}
