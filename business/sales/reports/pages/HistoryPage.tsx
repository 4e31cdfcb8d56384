import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo, useParams } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import type { reportOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { reportWords } from '../words.ts'
import './reports.css'

const api = client<typeof reportOperations>()
const tones = { inTime: 'done', late: 'late', missing: 'missed', open: 'plain', closed: 'excused' } as const

/** A store's reports over the last month, missing ones included. */
export default function HistoryPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const go = useGo()
  const { store = '' } = useParams()
  const isManager = useHolds('storeManager')
  const input = { store }
  const history = api.useSee('reports.history', input, { when: store !== '' })
  return (
    <Page
      title={say(p.history)}
      sub={history.data ? name(history.data.store) : undefined}
      back={isManager ? { to: '/report', label: say(p.report) } : { to: '/reports', label: say(p.reports) }}
      actions={<ExportButton view="reports.history" input={input} />}
    >
      <Seen of={history}>
        {({ days }) => (
          <DataTable
            label={say(p.history)}
            rows={days}
            keyOf={(d) => d.day}
            onOpen={(d) =>
              go(
                isManager
                  ? { to: '/report', search: { day: d.day } }
                  : { to: '/reports', search: { day: d.day, store } },
              )
            }
            columns={[
              { key: 'day', head: say(p.day), cell: (d) => f.dayAndWeekday(d.day) },
              {
                key: 'filing',
                head: say(p.filingHead),
                cell: (d) => (
                  <Chip tone={tones[d.filing]}>
                    {d.filing === 'late'
                      ? say(p.lateBy, { minutes: f.count(d.minutesLate) })
                      : say(reportWords[d.filing])}
                    {d.submittedAt && d.filing === 'inTime' ? ` ${f.time(d.submittedAt)}` : ''}
                  </Chip>
                ),
              },
              {
                key: 'state',
                head: say(p.stateHead),
                cell: (d) => (d.state ? say(reportWords[d.state]) : '—'),
              },
              {
                key: 'net',
                head: say(p.netHead),
                unit: f.wanUnit,
                kind: 'figure',
                cell: (d) => (d.net === null ? '—' : f.wanPlain(d.net)),
                sortBy: (d) => d.net ?? -1,
              },
              {
                key: 'rate',
                head: say(p.rateHead),
                kind: 'figure',
                cell: (d) => (d.net !== null && d.target ? f.percent(d.net / d.target) : '—'),
                sortBy: (d) => (d.net !== null && d.target ? d.net / d.target : -1),
              },
              {
                key: 'why',
                head: say(p.whyHead),
                desk: true,
                cell: (d) => (
                  <span className="line-words" translate="no">
                    {d.why ?? d.reason ?? ''}
                    {d.tomorrow ? (
                      <>
                        <br />
                        <small className="note">{d.tomorrow}</small>
                      </>
                    ) : null}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Seen>
    </Page>
  )
}
