import { type Day, dayOf } from '../../../../platform/kinds/day.ts'
import { zero } from '../../../../platform/kinds/money.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { alignmentWords } from '../../metrics/words.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import { useExplain } from './explained.ts'

export type ScopeSeen = OutputOf<(typeof boardOperations)['boards.progress']>
interface ScopeProps {
  seen: ScopeSeen
  area?: string | undefined
}

/** A scope's day against its target, and against the same weekday of last week. */
export function DayFigure({ seen, area }: ScopeProps) {
  const say = useSay()
  const f = useFormat()
  const explain = useExplain({ area })
  const { total, day } = seen
  const lastWeek = total.compared.find((c) => c.alignment === 'lastWeek')
  return (
    <Figure
      size="strip"
      label={say(day === seen.today ? w.today : w.theDay)}
      value={f.wan(total.day.net)}
      target={total.target === null ? undefined : f.wan(total.target)}
      note={
        <>
          {total.achieved === null ? null : (
            <ProgressWeave
              size="thin"
              done={total.achieved}
              {...(total.part === null ? {} : { pace: total.part })}
              note
            />
          )}
          {lastWeek?.ratio == null ? null : (
            <>
              {say(alignmentWords.lastWeek)} <Delta ratio={lastWeek.ratio} />
            </>
          )}
        </>
      }
      explain={explain('netSales', day, day)}
    />
  )
}

/** A scope's month so far against its target and its time. */
export function MonthFigure({ seen, area }: ScopeProps) {
  const say = useSay()
  const f = useFormat()
  const explain = useExplain({ area })
  const { total, day } = seen
  const { month } = total
  const start: Day = dayOf(`${month.month}-01`)
  return (
    <Figure
      size="strip"
      label={say(w.monthSoFar)}
      value={f.wan(month.figures.net)}
      target={month.target === null ? undefined : f.wan(month.target)}
      note={
        month.achievedShare === null ? (
          say(w.noTarget)
        ) : (
          <>
            <ProgressWeave
              size="thin"
              done={month.achievedShare}
              {...(month.elapsedShare === null ? {} : { pace: month.elapsedShare })}
              note
            />
            {total.withTarget < total.stores
              ? say(w.withTarget, { count: total.withTarget, all: total.stores })
              : null}
          </>
        )
      }
      explain={explain('netSales', start, day)}
    />
  )
}

/** What the month will likely come to. */
export function MonthEndFigure({ seen }: { seen: ScopeSeen }) {
  const say = useSay()
  const f = useFormat()
  const { month } = seen.total
  return (
    <Figure
      size="strip"
      label={say(w.monthEnd)}
      value={month.forecast ? f.wan(month.forecast.expected) : '—'}
      tone={month.forecast && month.forecast.off < 0 ? 'missed' : 'plain'}
      note={
        month.forecast
          ? say(month.forecast.off < 0 ? w.lacks : w.exceeds, {
              amount: f.wan(Math.abs(month.forecast.off) as typeof month.forecast.off),
              low: f.wan(month.forecast.low),
              high: f.wan(month.forecast.high),
            })
          : say(w.noTarget)
      }
      {...(month.forecast
        ? {
            explain: {
              definition: say(w.forecastHow),
              rows: [
                { label: say(w.monthSoFar), value: f.money(month.figures.net) },
                { label: say(w.target), value: f.money(month.target ?? zero) },
                { label: say(w.low), value: f.money(month.forecast.low) },
                { label: say(w.high), value: f.money(month.forecast.high) },
              ],
            },
          }
        : {})}
    />
  )
}
