import { useFormat } from '../../../../platform/web/format.ts'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { stateWords, w } from '../page-words.ts'
import { monthsFrom } from '../rules.ts'
import { type Head, tones } from './api.ts'

/** A version: its months, who handed it in and why, and what became of it. */
export function VersionLine({ plan }: { plan: Head }) {
  const say = useSay()
  const f = useFormat()
  const until = monthsFrom(plan.from, plan.months).at(-1)!
  const who = { name: plan.decidedByName ?? '', at: plan.decidedAt ? f.instant(plan.decidedAt) : '' }
  return (
    <>
      <span className="otb-version-head">
        <b>{say(w.version, { from: f.month(plan.from), to: f.month(until) })}</b>
        <Chip tone={tones[plan.state]}>{say(stateWords[plan.state])}</Chip>
      </span>
      <small>
        {say(w.handedIn, { name: plan.submittedByName, at: f.instant(plan.submittedAt) })}
        {plan.decidedAt ? ` · ${say(plan.approved ? w.decidedBy : w.returnedBy, who)}` : ''}
      </small>
      <small className="num">{say(w.sum, { sales: f.wan(plan.sales), closing: f.wan(plan.closing) })}</small>
      {plan.words ? <span translate="no">{plan.words}</span> : null}
    </>
  )
}
