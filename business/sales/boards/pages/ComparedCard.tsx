import { type Day, dayOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { Delta } from '../../../../platform/web/parts/Money.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { alignmentWords } from '../../metrics/words.ts'
import { w } from '../page-words.ts'
import type { StoreProgress } from '../shape.ts'
import type { useExplain } from './explained.ts'

/** The month, and the day against other days: at the same time of day while it runs. */
export function ComparedCard(props: {
  progress: StoreProgress
  day: Day
  explain: ReturnType<typeof useExplain>
}) {
  const { progress, day, explain } = props
  const say = useSay()
  const f = useFormat()
  const { month, clock } = progress
  const start = dayOf(`${month.month}-01`)
  const isRunning = clock.state === 'running'
  return (
    <Card title={say(w.month)}>
      <Figure
        size="strip"
        label={say(w.monthSoFar)}
        value={f.wan(month.figures.net)}
        target={month.target === null ? undefined : f.wan(month.target)}
        explain={explain('netSales', start, day)}
      />
      {month.achievedShare === null ? (
        <p className="note">{say(w.noTargetNext)}</p>
      ) : (
        <ProgressWeave
          done={month.achievedShare}
          {...(month.elapsedShare === null ? {} : { pace: month.elapsedShare })}
          note
        />
      )}
      {month.winnable ? <p className="note">{say(month.winnable.sentence, month.winnable.facts)}</p> : null}
      {month.forecast ? (
        <p className="note">
          {say(w.monthEnd)} {f.wan(month.forecast.expected)}
          {say(['，', ': '])}
          {say(month.forecast.off < 0 ? w.lacks : w.exceeds, {
            amount: f.wan(Math.abs(month.forecast.off) as typeof month.forecast.off),
            low: f.wan(month.forecast.low),
            high: f.wan(month.forecast.high),
          })}
        </p>
      ) : null}
      <ul className="compared">
        {progress.compared
          .filter((c) => c.by === c.alignment)
          .map((c) => (
            <li key={c.alignment}>
              <span>
                {say(alignmentWords[c.by])} <small>{f.dayAndWeekday(c.day)}</small>
              </span>
              <Delta ratio={c.ratio} />
              <small className="num">
                {c.net === null
                  ? '—'
                  : isRunning && c.byNow !== null
                    ? say(w.untilNow, { amount: f.wan(c.byNow), whole: f.wan(c.net) })
                    : say(w.wholeDay, { whole: f.wan(c.net) })}
              </small>
            </li>
          ))}
        {progress.years
          .filter((y) => y.by === y.alignment)
          .map((y) => (
            <li key={`month ${y.alignment}`}>
              <span>
                {say(isRunning ? w.monthCompared : w.monthComparedDay)}{' '}
                <small>{say(alignmentWords[y.by])}</small>
              </span>
              {y.leftOut ? <span>—</span> : <Delta ratio={y.ratio} />}
              <small className="num">
                {y.leftOut
                  ? say(y.leftOut.reason, y.leftOut.facts)
                  : `${f.wan(y.net)} / ${f.wan(y.lastYear)}`}
              </small>
            </li>
          ))}
      </ul>
    </Card>
  )
}
