import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { isHard } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { breachSaid } from '../said.ts'
import type { WeekSeen } from './api.ts'

/** What is broken, the hard ones first; each leads to its cell. */
export function BreachList({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const [, change] = useSearch()
  if (seen.breaches.length === 0) return null
  const order = [...seen.breaches].sort((a, b) => Number(isHard(b)) - Number(isHard(a)))
  return (
    <Card title={say(r.breaches)}>
      <ul className="roster-breaches">
        {order.map((b) => {
          const name = seen.workers.find((w) => w.person === b.person)?.name ?? ''
          const said = breachSaid(b, name, language)
          const day = b.day
          return (
            <li key={`${b.rule} ${b.person} ${b.day}`} className={isHard(b) ? 'tone-missed' : 'tone-late'}>
              <span aria-hidden="true">{isHard(b) ? '!' : '·'}</span>
              {day ? (
                <button type="button" onClick={() => change({ cell: `${b.person} ${day}`, day })}>
                  {say(r.breachOn, { name, day: f.day(day), what: said })}
                </button>
              ) : (
                <span>{said}</span>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
