import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import { dailyStateWords } from '../words.ts'
import { api } from './api.ts'

/** On the page of the checklists: closing is its sheet and the pieces of the evening. */
export function DailyCard({ store, day }: { store: string; day: string }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const { data: seen } = api.useSee('dailyCounts.ofDay', { store, day }, { every: 60_000 })
  if (!seen || seen.state === 'noBook' || seen.state === 'closed' || seen.categories.length === 0) return null
  const counted = seen.categories.filter((c) => c.count !== null).length
  const again = seen.categories.filter(
    (c) => c.count?.again || (c.count && c.count.off !== 0 && !c.count.reason),
  ).length
  const isTodo = seen.state === 'open' || seen.state === 'overdue'
  const fact =
    seen.state === 'done'
      ? say(w.settledAt, { time: f.time(seen.settledAt!) })
      : seen.state === 'notYet'
        ? say(w.cardNotYet, { time: f.time(seen.earliest) })
        : counted === seen.categories.length && again > 0
          ? say(w.cardAgain, { n: again })
          : say(w.cardOpen, { counted, of: seen.categories.length })
  const tone = ({ done: 'done', notYet: 'plain', open: 'accent', overdue: 'late' } as const)[seen.state]
  return (
    <article className={`check-card is-${seen.state}`}>
      <header>
        <h2>{say(w.daily)}</h2>
        <Chip tone={tone}>{say(dailyStateWords[seen.state])}</Chip>
        <span className="check-fact">{fact}</span>
        <Button
          type={isTodo && isFloor ? 'primary' : 'default'}
          size="large"
          onClick={() => go({ to: '/daily-count', search: { store, day } })}
        >
          {say(isTodo && isFloor ? w.goCount : w.look)}
        </Button>
      </header>
    </article>
  )
}
