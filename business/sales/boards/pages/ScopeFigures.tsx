import { addDays, type Day, dayOf } from '../../../../platform/kinds/day.ts'
import { cents, zero } from '../../../../platform/kinds/money.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { alignmentWords } from '../../metrics/words.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import type { YearAlignment } from '../shape.ts'
import { useExplain } from './explained.ts'
import { RateStrip } from './RateStrip.tsx'

type Seen = OutputOf<(typeof boardOperations)['boards.progress']>

/** The figures of a scope: today, month, month end, same stores, what can be won back; then the rates with their counts. */
export function ScopeFigures({
  seen,
  by,
  area,
}: {
  seen: Seen
  by: YearAlignment
  area?: string | undefined
}) {
  const say = useSay()
  const f = useFormat()
  const explain = useExplain({ area })
  const { total, day } = seen
  const { month } = total
  const start: Day = dayOf(`${month.month}-01`)
  const year = total.years.find((y) => y.alignment === by)
  const lastWeek = total.compared.find((c) => c.alignment === 'lastWeek')
  const leftOut = total.stores - (year?.stores ?? 0)
  const lack = cents(seen.stores.reduce((sum, s) => sum + Math.max(0, -(s.month.forecast?.off ?? 0)), 0))
  return (
    <>
      <FigureStrip>
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
        <Figure
          size="strip"
          label={say(w.sameStore)}
          value={year?.ratio == null ? '—' : f.signedPercent(year.ratio)}
          tone={year?.ratio == null || year.ratio === 0 ? 'plain' : year.ratio > 0 ? 'rise' : 'fall'}
          note={
            <>
              {say(alignmentWords[year?.by ?? by])}
              <br />
              {say(w.comparable, { stores: year?.stores ?? 0, left: leftOut })}
            </>
          }
          {...(year?.from ? { explain: explain('sameStoreGrowth', start, lastDayOf(seen), by) } : {})}
        />
        <Figure
          size="strip"
          label={say(w.wonBack)}
          value={month.target === null ? '—' : f.wan(month.winBack)}
          note={month.winBack > 0 ? say(w.wonBackOf, { lack: f.wan(lack) }) : say(w.nothingToWin)}
          explain={{ definition: say(w.wonBackHow), rows: [{ label: say(w.lackAll), value: f.money(lack) }] }}
        />
      </FigureStrip>
      <RateStrip
        figures={total.day}
        isRunning={total.dayEnd !== null}
        explain={(metric) => explain(metric, day, day)}
      />
    </>
  )
}

/** The last day that is over in every store. */
const lastDayOf = (seen: Seen): Day => {
  const isOver = seen.stores.every((s) => s.clock.state === 'over')
  return isOver ? seen.day : addDays(seen.day, -1)
}
