import { type Day, dayOfMonth, weekdayOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { w } from '../page-words.ts'
import type { CalendarDay } from '../store-rules.ts'

/** The month as a calendar: what was sold a day; a check where the target was reached. */
export function MonthGrid({ days, here, today }: { days: readonly CalendarDay[]; here: Day; today: Day }) {
  const say = useSay()
  const f = useFormat()
  const [first] = days
  const blank = first ? weekdayOf(first.day) - 1 : 0
  const heads = days
    .slice(0, 7)
    .map((d) => d.day)
    .sort((a, b) => weekdayOf(a) - weekdayOf(b))
  return (
    <ol className="month">
      {heads.map((day) => (
        <li key={`head ${day}`} className="month-head" aria-hidden="true">
          {f.weekday(day)}
        </li>
      ))}
      {Array.from({ length: blank }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty cells have no other identity
        <li key={`blank ${i}`} aria-hidden="true" />
      ))}
      {days.map(({ day, net, target }) => {
        const isReached = target !== null && target > 0 && net >= target
        const state = target === null ? 'free' : day > today ? 'ahead' : isReached ? 'reached' : 'short'
        const words = say(target === null ? w.calendarNoTarget : w.calendarDay, {
          day: f.dayAndWeekday(day),
          net: f.money(net),
          target: target === null ? '' : f.money(target),
        })
        return (
          <li
            key={day}
            className={`month-day month-${state}${day === here ? ' month-here' : ''}`}
            title={words}
            aria-label={words}
          >
            <small>{dayOfMonth(day)}</small>
            <b className="num">
              {day > today && net === 0
                ? target === null
                  ? ''
                  : f.wanPlain(target, 2)
                : `${isReached ? '✓' : ''}${net === 0 ? '0' : f.wanPlain(net, 2)}`}
            </b>
          </li>
        )
      })}
    </ol>
  )
}
