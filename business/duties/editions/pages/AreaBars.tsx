import { useFormat } from '../../../../platform/web/format.ts'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { clauseWords as w } from '../clause-words.ts'
import type { ClauseSeen, ClausesSeen } from './api.ts'

/** In time by area. What was judged too seldom has no bar to compare by. */
export function AreaBars({ clause, areas }: { clause: ClauseSeen; areas: ClausesSeen['areas'] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const judged = clause.byArea.filter((a) => a.inTimeRate !== null)
  if (judged.length < 2) return null
  return (
    <div className="clause-areas">
      <BarList
        label={say(w.areas)}
        max={1}
        bars={judged.map((a) => ({
          key: a.area,
          label: name(areas.find((one) => one.id === a.area) ?? { name: '' }),
          value: a.ranked ? a.inTimeRate! : 0,
          text: `${f.percent(a.inTimeRate!)} (${f.count(a.counts.inTime)}/${f.count(a.ratedOf)})`,
          tone: a.inTimeRate! >= 0.9 ? 'done' : a.inTimeRate! >= 0.7 ? 'late' : 'missed',
        }))}
      />
    </div>
  )
}
