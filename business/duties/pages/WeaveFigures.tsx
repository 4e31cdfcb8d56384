import { useFormat } from '../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Go, usePath, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { weaveWords as w } from '../weave-words.ts'
import type { Woven } from './api.ts'

/** The rate with its counts, what went wrong, and what waits for the reader's own look. */
export function WeaveFigures({ answer }: { answer: Woven }) {
  const say = useSay()
  const f = useFormat()
  const path = usePath()
  const [search] = useSearch()
  const { total, inTimeRate, ratedOf, unread } = answer
  const waiting = unread.reduce((sum, u) => sum + u.count, 0)
  const many = (count: number, tone: 'late' | 'missed') => (count > 0 ? tone : 'plain')
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(w.inTimeRate)}
        value={inTimeRate === null ? '—' : f.percent(inTimeRate)}
        note={
          ratedOf === 0
            ? say(w.rateNone)
            : say(w.rateOf, {
                inTime: f.count(total.inTime),
                of: f.count(ratedOf),
                excused: f.count(total.excused),
              })
        }
      />
      <Figure
        size="strip"
        label={say(w.overdue)}
        value={f.count(total.overdue)}
        tone={many(total.overdue, 'missed')}
        note={say(w.overdueNote)}
      />
      <Figure
        size="strip"
        label={say(w.missed)}
        value={f.count(total.missed)}
        tone={many(total.missed, 'missed')}
        note={say(w.missedNote)}
      />
      <Figure
        size="strip"
        label={say(w.late)}
        value={f.count(total.late)}
        tone={many(total.late, 'late')}
        note={say(w.lateNote)}
      />
      <Figure
        size="strip"
        label={say(w.waiting)}
        value={f.count(waiting)}
        note={
          waiting === 0 ? (
            say(w.waitingNone)
          ) : (
            <Go to={path} search={{ ...search, waiting: 1 }}>
              {say(w.waitingNote)}
            </Go>
          )
        }
      />
    </FigureStrip>
  )
}
