import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { inHours, isHard } from '../legal-rules.ts'
import { r } from '../page-words.ts'
import { minutesOf, type WeekSeen } from './api.ts'

/** The week in four figures: hours, what is missing, what is broken, how fair. */
export function Head({ seen }: { seen: WeekSeen }) {
  const say = useSay()
  const f = useFormat()
  const given = seen.workers.reduce((sum, w) => sum + minutesOf(seen, w.person), 0)
  const own = seen.workers.reduce((sum, w) => sum + w.limits.week, 0)
  const { missing, over } = missingIn(seen)
  const hard = seen.breaches.filter(isHard).length
  const soft = seen.breaches.length - hard
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(r.missing)}
        value={String(missing)}
        unit={say(r.missingUnit)}
        tone={missing > 0 ? 'late' : 'done'}
        note={missing > 0 ? (over > 0 ? say(r.over, { count: over }) : undefined) : say(r.coveredAll)}
      />
      <Figure
        size="strip"
        label={say(r.breaches)}
        value={String(hard)}
        tone={hard > 0 ? 'missed' : 'done'}
        note={soft > 0 ? say(r.soft, { count: soft }) : hard > 0 ? undefined : `✓ ${say(r.noBreach)}`}
      />
      <Figure
        size="strip"
        label={say(r.hours)}
        value={f.count(Math.round(inHours(given)))}
        unit="h"
        note={say(r.hoursOf, { hours: `${f.count(Math.round(inHours(own)))} h` })}
      />
      <Figure
        size="strip"
        label={say(r.fairness)}
        value={seen.fairSum ? String(seen.fairSum.index) : '–'}
        note={say(seen.fairSum ? r.fairnessOf : r.noFair)}
      />
    </FigureStrip>
  )
}

/** Person-shifts short of the demand, and those too many; short shifts of part-timers are nobody's surplus. */
export function missingIn(seen: WeekSeen): { missing: number; over: number } {
  let missing = 0
  let over = 0
  for (const { day, code, need } of seen.demand.shifts) {
    const there = seen.cells.filter((c) => c.day === day && c.code === code).length
    missing += Math.max(0, need - there)
    if (seen.shifts.find((s) => s.code === code)?.kind !== 'short') over += Math.max(0, there - need)
  }
  return { missing, over }
}
