import type { ReactNode } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { skillWords } from '../../briefing/words.ts'
import { g } from '../page-words.ts'
import { outcomeWords } from '../words.ts'
import type { Own } from './api.ts'

/** Where she is going: the goal above, the steps below it from the first to the one that is to be taken now. */
export function PlanCard(props: {
  plan: Own
  today: Day
  /** Beside her name: how the month stands. */
  mark?: ReactNode
  title: ReactNode
  children?: ReactNode
}) {
  const { plan, today, mark, title, children } = props
  const say = useSay()
  const f = useFormat()
  const isLate = plan.outcome === null && plan.by < today
  return (
    <article className={`growth${plan.outcome ? ' is-ended' : ''}`}>
      <header>
        <b translate="no">{title}</b>
        <Chip>{say(skillWords[plan.skill])}</Chip>
        {mark}
      </header>
      <p className="growth-goal" translate="no">
        {plan.goal}
      </p>
      <ol className="growth-steps">
        <li>
          <small>{say(g.since, { day: f.day(plan.day), name: plan.byName })}</small>
        </li>
        {plan.reviews.map((r) => (
          <li key={`${r.day}${r.words}`} className="is-done">
            <small>{`${f.day(r.day)} · ${r.byName}`}</small>
            <span translate="no">{r.words}</span>
          </li>
        ))}
        {plan.outcome ? (
          <li className={plan.outcome === 'reached' ? 'is-done' : ''}>
            <b>{say(outcomeWords[plan.outcome])}</b>
            {plan.endedOn ? <small>{say(g.endedOn, { day: f.day(plan.endedOn) })}</small> : null}
          </li>
        ) : (
          <li className="is-next">
            <b translate="no">{plan.nextStep}</b>
            <small className={isLate ? 'tone-late' : undefined}>
              {say(isLate ? g.wasUntil : g.until, { day: f.dayAndWeekday(plan.by) })}
            </small>
          </li>
        )}
      </ol>
      {children ? <footer>{children}</footer> : null}
    </article>
  )
}
