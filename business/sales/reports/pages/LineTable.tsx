import { useFormat } from '../../../../platform/web/format.ts'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { showMetric } from '../../metrics/show.ts'
import { p } from '../page-words.ts'
import type { ReportLine } from '../rollup.ts'
import type { Filing } from '../shape.ts'
import { reportWords } from '../words.ts'

const toneOf = {
  inTime: 'done',
  late: 'late',
  missing: 'missed',
  open: 'plain',
  closed: 'excused',
} as const satisfies Record<Filing, string>

/** Stores of a day side by side, unread first. */
export function LineTable(props: {
  lines: readonly ReportLine[]
  onOpen: (line: ReportLine) => void
  selected: string | undefined
}) {
  const { lines, onOpen, selected } = props
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const change = (line: ReportLine, alignment: string) =>
    line.figures?.compared.find((c) => c.alignment === alignment)?.ratio ?? null
  return (
    <DataTable
      label={say(p.reports)}
      rows={lines}
      keyOf={(l) => l.store}
      onOpen={onOpen}
      isSelected={(l) => l.store === selected}
      columns={[
        {
          key: 'store',
          head: say(p.storeHead),
          cell: (l) => (
            <span className={l.unread ? 'line-store line-unread' : 'line-store'}>
              {name(l)} <small className="note">{l.manager}</small>
            </span>
          ),
        },
        {
          key: 'filing',
          head: say(p.filingHead),
          cell: (l) => (
            <Chip tone={toneOf[l.filing]}>
              {l.filing === 'late'
                ? say(p.lateBy, { minutes: f.count(l.minutesLate) })
                : l.filing === 'open'
                  ? say(p.dueShort, { time: f.time(l.dueAt) })
                  : l.submittedAt
                    ? `${say(reportWords[l.filing])} ${f.time(l.submittedAt)}`
                    : say(reportWords[l.filing])}
            </Chip>
          ),
        },
        {
          key: 'state',
          head: say(p.stateHead),
          cell: (l) => (l.state ? say(l.unread ? reportWords.submitted : reportWords[l.state]) : '—'),
          desk: true,
        },
        {
          key: 'net',
          head: say(p.netHead),
          unit: f.wanUnit,
          kind: 'figure',
          cell: (l) => (l.figures ? f.wanPlain(l.figures.net) : '—'),
          sortBy: (l) => l.figures?.net ?? -1,
          desk: true,
        },
        {
          key: 'rate',
          head: say(p.rateHead),
          kind: 'figure',
          cell: (l) => (l.figures?.achieved == null ? '—' : f.percent(l.figures.achieved)),
          sortBy: (l) => l.figures?.achieved ?? -1,
        },
        {
          key: 'month',
          head: say(p.monthHead),
          kind: 'figure',
          cell: (l) =>
            l.figures?.month.achievedShare == null ? '—' : f.percent(l.figures.month.achievedShare),
          sortBy: (l) => l.figures?.month.achievedShare ?? -1,
          desk: true,
        },
        {
          key: 'week',
          head: say(p.weekHead),
          kind: 'figure',
          cell: (l) => <Delta ratio={change(l, 'lastWeek')} />,
          desk: true,
        },
        {
          key: 'year',
          head: say(p.yearHead),
          kind: 'figure',
          cell: (l) => <Delta ratio={change(l, 'weekday')} />,
          desk: true,
        },
        {
          key: 'conversion',
          head: say(reportWords.conversion),
          kind: 'figure',
          cell: (l) =>
            showMetric('conversionRate', l.figures?.figures.conversionRate ?? undefined, f.language),
          desk: true,
        },
        {
          key: 'upt',
          head: say(reportWords.unitsPerTransaction),
          kind: 'figure',
          cell: (l) =>
            showMetric(
              'unitsPerTransaction',
              l.figures?.figures.unitsPerTransaction ?? undefined,
              f.language,
            ),
          desk: true,
        },
        {
          key: 'why',
          head: say(p.whyHead),
          cell: (l) =>
            l.why ? (
              <span className="line-words" title={`${l.why}\n${l.tomorrow}`}>
                {l.why}
                <br />
                <small className="note">{l.tomorrow}</small>
              </span>
            ) : (
              (l.reason ?? '')
            ),
          desk: true,
        },
      ]}
    />
  )
}
