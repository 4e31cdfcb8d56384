import type { Day } from '../../../../platform/kinds/day.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { r } from '../page-words.ts'
import { thereAt, type WeekSeen } from './api.ts'

/** A day's hours: a line at how many are needed, a block for how many are there; what is short stands out. */
export function CoverageBars({ seen, day, tall }: { seen: WeekSeen; day: Day; tall?: true }) {
  const say = useSay()
  const hours = seen.demand.hours.filter((h) => h.day === day)
  const there = hours.map((h) => thereAt(seen, day, h.hour))
  const top = Math.max(1, ...hours.map((h) => h.need), ...there)
  const short = hours.filter((h, i) => there[i]! < h.need).length
  const said = hours.map((h, i) =>
    say(r.hourSaid, {
      hour: h.hour % 24,
      tickets: h.tickets,
      traffic: h.traffic,
      need: h.need,
      there: there[i],
    }),
  )
  return (
    <span className={`cover${tall ? ' cover-tall' : ''}`} role="img" aria-label={said.join('; ')}>
      {hours.map((h, i) => (
        <span key={h.hour} className={`cover-hour${there[i]! < h.need ? ' is-short' : ''}`} title={said[i]}>
          <i style={{ height: `${(100 * there[i]!) / top}%` }} />
          <em style={{ bottom: `${(100 * h.need) / top}%` }} />
        </span>
      ))}
      {short > 0 ? <span className="cover-short">{short} h</span> : null}
    </span>
  )
}
