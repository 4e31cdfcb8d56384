import { useMemo } from 'react'
import type { Money } from '../../../../platform/kinds/money.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { HourBars } from '../../../../platform/web/parts/Chart.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'

type Seen = OutputOf<(typeof boardOperations)['boards.store']>

/** The day by the hour: sold as bars, the target's hours dashed, the usual course of this weekday thin. */
export function HoursCard({ seen }: { seen: Seen }) {
  const say = useSay()
  const f = useFormat()
  const { hours, withoutHour, progress } = seen
  const running = progress.clock.state === 'running' ? progress.clock.hour : 24
  const at = useMemo(() => hours.map((h) => String(h.hour)), [hours])
  const series = useMemo(
    () => [
      {
        name: say(w.sold),
        values: hours.map((h) => (h.hour <= running ? h.net : null)),
        tone: 'now' as const,
      },
      {
        name: say(w.usual),
        values: hours.map((h) => h.usual),
        tone: 'before' as const,
        kind: 'line' as const,
      },
      ...(hours.some((h) => h.target !== null)
        ? [
            {
              name: say(w.target),
              values: hours.map((h) => h.target),
              tone: 'target' as const,
              kind: 'line' as const,
            },
          ]
        : []),
    ],
    [hours, running, say],
  )
  return (
    <div id="hours">
      <Card
        title={say(w.byHour)}
        sub={
          <span className="legend">
            <i className="legend-now" /> {say(w.sold)} <i className="legend-before" /> {say(w.usual)}{' '}
            <i className="legend-target" /> {say(w.target)}
          </span>
        }
        extra={
          withoutHour === 0 ? null : (
            <span className="note">{say(w.withoutHour, { amount: f.money(withoutHour) })}</span>
          )
        }
      >
        {hours.length === 0 ? (
          <p className="note">{say(w.notBegun)}</p>
        ) : (
          <HourBars
            label={say(w.byHour)}
            at={at}
            series={series}
            write={(v) => f.wan(v as Money)}
            height={230}
          />
        )}
      </Card>
    </div>
  )
}
