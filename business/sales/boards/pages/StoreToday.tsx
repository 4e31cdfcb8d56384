import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure } from '../../../../platform/web/parts/Figure.tsx'
import { ProgressWeave } from '../../../../platform/web/parts/ProgressWeave.tsx'
import { Go } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { showValue } from '../../metrics/show.ts'
import type { boardOperations } from '../actions.ts'
import { w } from '../page-words.ts'
import type { useExplain } from './explained.ts'

type Seen = OutputOf<(typeof boardOperations)['boards.store']>

/**
 * The big number, how far it is, what it will likely come to, and who is behind. With `most` only so many people, those
 * first who need help, and the way to all of them.
 */
export function StoreToday({
  seen,
  explain,
  most,
}: {
  seen: Seen
  explain: ReturnType<typeof useExplain>
  most?: number
}) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const { progress, people, day } = seen
  const { clock, dayEnd } = progress
  const whole = (amount: typeof progress.day.net) =>
    f.money((Math.round(amount / 100) * 100) as typeof amount)
  const part = clock.state === 'running' && clock.part !== null ? { pace: clock.part } : {}
  return (
    <Card>
      <Figure
        label={say(day === seen.today ? w.today : w.theDay)}
        value={whole(progress.day.net)}
        target={progress.target === null ? undefined : whole(progress.target)}
        explain={explain('netSales', day, day)}
      />
      {progress.achieved === null ? (
        <p className="note">{say(w.noTarget)}</p>
      ) : (
        <ProgressWeave
          done={progress.achieved}
          {...part}
          note
          end={dayEnd ? say(w.dayEnd, { low: whole(dayEnd.low), high: whole(dayEnd.high) }) : null}
        />
      )}
      <ul className="persons" id="people" aria-label={say(w.byPerson)}>
        {firstOf(people, most).map((p) => (
          <li key={p.person} className={p.needsHelp ? 'is-behind' : undefined}>
            <b className="num">{whole(p.net)}</b>
            <span>
              {p.name} · {p.achieved === null ? say(w.noPersonTarget) : f.percent(p.achieved)}
            </span>
            <span>
              {p.unitsPerTransaction === null
                ? ''
                : `${say(w.upt)} ${showValue(p.unitsPerTransaction, 'ratio', language)}`}
            </span>
            {p.needsHelp ? <span className="behind">{say(w.behind)}</span> : null}
          </li>
        ))}
      </ul>
      {most !== undefined && people.length > most ? (
        <Go to={`/board/stores/${seen.store.id}`} search={{ see: 'people' }} className="link persons-all">
          {say(w.allPeople, { count: people.length })}
        </Go>
      ) : null}
    </Card>
  )
}

/** Whoever has a target and is furthest behind it comes first. */
function firstOf(people: Seen['people'], most: number | undefined): Seen['people'] {
  if (most === undefined || people.length <= most) return people
  const aimed = people.filter((p) => p.achieved !== null)
  const behind = aimed.filter((p) => p.needsHelp).sort((a, b) => a.achieved! - b.achieved!)
  const others = [...aimed, ...people.filter((p) => p.achieved === null)].filter((p) => !behind.includes(p))
  return [...behind, ...others].slice(0, most)
}
