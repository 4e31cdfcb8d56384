import { dayOfMonth, daysOf, weekdayOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { p } from '../page-words.ts'
import type { Away } from './api.ts'

/** A store's month: the names of who is away in each day; asked for but not decided is drawn open. */
export function AwayMonth({ seen }: { seen: Away }) {
  const say = useSay()
  const f = useFormat()
  const days = daysOf(seen.month)
  const monday = days.findIndex((day) => weekdayOf(day) === 1)
  return (
    <div className="away-month">
      {days.slice(monday, monday + 7).map((day) => (
        <span key={day} className="away-head" aria-hidden="true">
          {f.weekday(day)}
        </span>
      ))}
      {days.map((day, d) => {
        const away = seen.absences.filter((a) => a.from <= day && a.to >= day)
        return (
          <div
            key={day}
            className={`away-day${day === seen.today ? ' is-today' : ''}${day < seen.today ? ' is-over' : ''}`}
            style={d === 0 ? { gridColumnStart: weekdayOf(day) } : undefined}
          >
            <span className="away-number">
              <span className="sr-only">{f.dayAndWeekday(day)}</span>
              <span aria-hidden="true">{dayOfMonth(day)}</span>
            </span>
            {away.map((a) => (
              <span key={a.id} className={a.approved ? 'away-name' : 'away-name is-asked'}>
                {a.name}
                {a.approved ? null : <span className="sr-only">{say(p.waiting)}</span>}
              </span>
            ))}
          </div>
        )
      })}
    </div>
  )
}
