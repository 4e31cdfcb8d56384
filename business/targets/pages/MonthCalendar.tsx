import type { CSSProperties } from 'react'
import { dayOfMonth, weekdayOf } from '../../../platform/kinds/day.ts'
import { inTenThousands, type Money } from '../../../platform/kinds/money.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { useSay } from '../../../platform/web/say.ts'
import type { StoreAnswer } from './api.ts'
import { pageWords as w } from './words.ts'

/** The month as a calendar: the deeper the colour, the higher the day's target; below it what was sold. */
export function MonthCalendar(props: {
  answer: StoreAnswer
  days: readonly Money[]
  locked: readonly number[]
  chosen: number | undefined
  onOpen: (day: number) => void
}) {
  const { answer, days, locked, chosen, onOpen } = props
  const say = useSay()
  const format = useFormat()
  const most = Math.max(1, ...days)
  const least = Math.min(...days.filter((amount) => amount > 0), most)
  const first = answer.days[0]!.day
  const monday = answer.days.find(({ day }) => weekdayOf(day) === 1)!.day
  const week = answer.days.filter(({ day }) => day >= monday).slice(0, 7)
  const short = (amount: Money): string =>
    format.language === 'zh'
      ? inTenThousands(amount, amount >= 10_000_000 ? 1 : 2)
      : format.wan(amount).slice(1)
  return (
    <div className="month">
      {week.map(({ day }) => (
        <span key={day} className="month-head">
          {format.weekday(day)}
        </span>
      ))}
      {answer.days.map(({ day, sold, closed }, d) => {
        const amount = days[d]!
        const depth =
          amount === 0 ? 0 : most === least ? 0.4 : 0.12 + (0.68 * (amount - least)) / (most - least)
        const label = `${format.dayAndWeekday(day)} ${say(w.target)} ${format.money(amount)}${sold === null ? '' : ` ${say(w.sold)} ${format.money(sold)}`}`
        return (
          <button
            key={day}
            type="button"
            className={`month-day${day < answer.today ? ' is-over' : ''}${day === answer.today ? ' is-today' : ''}${chosen === d + 1 ? ' is-chosen' : ''}`}
            style={
              {
                '--depth': depth,
                ...(day === first ? { gridColumnStart: weekdayOf(day) } : {}),
              } as CSSProperties
            }
            onClick={() => onOpen(d + 1)}
          >
            <span className="sr-only">{label}</span>
            <span className="month-number" aria-hidden="true">
              {dayOfMonth(day)}
              {locked.includes(d + 1) ? <Icon name="lock" size={12} /> : null}
              {closed ? <span>×</span> : null}
            </span>
            <span className="month-amount num" aria-hidden="true">
              {short(amount)}
            </span>
            {sold !== null && day <= answer.today ? (
              <span
                className={`month-sold num ${sold >= amount ? 'tone-done' : 'tone-late'}`}
                aria-hidden="true"
              >
                {sold >= amount ? '✓' : '–'} {short(sold)}
              </span>
            ) : null}
          </button>
        )
      })}
    </div>
  )
}
