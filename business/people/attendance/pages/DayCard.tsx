import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { clockOf } from '../../../roster/week/legal-rules.ts'
import { minutesOf } from '../../../sales/reports/rules.ts'
import { a } from '../page-words.ts'
import { api, type DayBoard, type PersonDay, useDecides } from './api.ts'
import { Said } from './Mine.tsx'
import { StateChip } from './StateChip.tsx'
import { Decide } from './WaitsCard.tsx'

/** The day as tracks: a frame where the roster has somebody, a block where she was. */
export function DayCard({ seen }: { seen: DayBoard }) {
  const say = useSay()
  const f = useFormat()
  const decides = useDecides()
  const [id] = useState(newId)
  const review = api.useDo('attendance.review')
  const rostered = seen.people.filter((p) => p.shift && !p.isAway).length
  const there = seen.people.filter((p) => p.punched.in !== null).length
  const wrong = seen.people.filter((p) => p.isOpen).length
  const from = minutesOf(seen.store.opensAt) - 60
  const closes = minutesOf(seen.store.closesAt)
  const to = (closes > from + 60 ? closes : closes + 1440) + 60
  const order = [...seen.people].sort((x, y) => (x.shift?.from ?? 9_999) - (y.shift?.from ?? 9_999))
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(a.therePeople)}
          value={String(there)}
          note={say(a.ofRostered, { count: rostered })}
        />
        <Figure
          size="strip"
          label={say(a.notRight)}
          value={String(wrong)}
          tone={wrong > 0 ? 'late' : 'done'}
          note={wrong > 0 ? undefined : `✓ ${say(a.noneWrong)}`}
        />
      </FigureStrip>
      <Card
        title={say(a.boardTitle)}
        sub={say(a.boardNote)}
        extra={
          seen.review ? (
            <span className="tone-done">
              ✓ {say(a.reviewed, { time: f.time(seen.review.at), name: seen.review.byName })}
            </span>
          ) : undefined
        }
      >
        {order.length === 0 ? <Empty title={say(a.nobody)} /> : null}
        <ul className="attendance-board">
          {order.map((p) => (
            <li key={p.person}>
              <b translate="no">{p.name}</b>
              <Track of={p} from={from} to={to} />
              <StateChip of={p} />
              {p.on ? <small className="note">{say(a[`on_${p.on}`])}</small> : null}
              {p.exception ? <Said of={p} /> : null}
              {decides && p.isOpen ? <Decide store={seen.store.id} of={p} /> : null}
            </li>
          ))}
        </ul>
        {decides && !seen.review ? (
          <div className="attendance-review">
            {review.error ? <FormProblem problem={review.error} /> : null}
            <Act
              type="primary"
              size="large"
              may="attendance.review"
              loading={review.isPending}
              onClick={() => review.mutate({ id, store: seen.store.id, day: seen.day })}
            >
              {say(a.review)}
            </Act>
          </div>
        ) : null}
      </Card>
    </>
  )
}

function Track({ of: p, from, to }: { of: PersonDay; from: number; to: number }) {
  const say = useSay()
  const at = (minute: number): number => Math.min(100, Math.max(0, (100 * (minute - from)) / (to - from)))
  const { in: came, out: left } = p.punched
  const said = say(a.trackSaid, {
    from: p.shift ? clockOf(p.shift.from) : '–',
    to: p.shift ? clockOf(p.shift.to) : '–',
    in: came === null ? '–' : clockOf(came),
    out: left === null ? '–' : clockOf(left),
  })
  const end = left ?? (came === null ? null : Math.min(p.shift?.to ?? to, to))
  return (
    <span className="track" role="img" aria-label={said} title={said}>
      {p.shift ? (
        <i style={{ left: `${at(p.shift.from)}%`, width: `${at(p.shift.to) - at(p.shift.from)}%` }} />
      ) : null}
      {came !== null && end !== null ? (
        <em
          className={left === null ? 'is-open' : undefined}
          style={{ left: `${at(came)}%`, width: `${Math.max(1, at(end) - at(came))}%` }}
        />
      ) : null}
      {came === null ? null : <small style={{ left: `${at(came)}%` }}>{clockOf(came)}</small>}
    </span>
  )
}
