import { addDays, type Day, dayOf } from '../../../../platform/kinds/day.ts'
import { cents } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { alignmentWords } from '../../metrics/words.ts'
import { w } from '../page-words.ts'
import type { YearAlignment } from '../shape.ts'
import { useExplain } from './explained.ts'
import { RateStrip } from './RateStrip.tsx'
import { DayFigure, MonthEndFigure, MonthFigure, type ScopeSeen } from './ScopeParts.tsx'

/** The figures of a scope: today, month, month end, same stores, what can be won back; then the rates with their counts. */
export function ScopeFigures({
  seen,
  by,
  area,
}: {
  seen: ScopeSeen
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
  const leftOut = total.stores - (year?.stores ?? 0)
  const lack = cents(seen.stores.reduce((sum, s) => sum + Math.max(0, -(s.month.forecast?.off ?? 0)), 0))
  return (
    <>
      <FigureStrip>
        <DayFigure seen={seen} area={area} />
        <MonthFigure seen={seen} area={area} />
        <MonthEndFigure seen={seen} />
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
const lastDayOf = (seen: ScopeSeen): Day => {
  const isOver = seen.stores.every((s) => s.clock.state === 'over')
  return isOver ? seen.day : addDays(seen.day, -1)
}
