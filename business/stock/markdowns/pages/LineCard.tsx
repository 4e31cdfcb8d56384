import { useState } from 'react'
import type { Day } from '../../../../platform/kinds/day.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { Looks } from '../../reorders/pages/Looks.tsx'
import { outlookOf } from '../ladder.ts'
import { w } from '../page-words.ts'
import { aimOf, stepsFrom, weeksPassed } from '../rules.ts'
import { api, type Head, type LineSeen } from './api.ts'
import { Leftover } from './Leftover.tsx'
import { Outcome } from './Outcome.tsx'
import { StepChips } from './StyleCard.tsx'

/** A style of a plan: what was expected of its steps, and what has come of them so far. */
export function LineCard({ line, plan, today }: { line: LineSeen; plan: Head; today: Day }) {
  const say = useSay()
  const f = useFormat()
  const [isStopping, stop] = useState(false)
  const stops = useHolds('merchandising', 'operationsDirector', 'generalManager')
  const aim = aimOf(plan.from, plan.endsOn, plan.leftPercent)
  const steps = stepsFrom(plan.from, line.steps)
  const weeks = weeksPassed(plan, today)
  const hasBegun = plan.approved === true && plan.from < today
  const units = line.came.reduce((n, c) => n + c.units, 0)
  const net = line.came.reduce((n, c) => n + c.net, 0) as Money
  const left = Array.from(
    { length: weeks },
    (_, week) => line.pieces - line.came.filter((c) => c.week <= week).reduce((n, c) => n + c.units, 0),
  )
  const isToCome = plan.state === 'running' && !line.stop && line.steps.some((s) => s.day > today)
  return (
    <article className="reorder-card">
      <Looks of={{ ...line, style: line.code }}>
        <StepChips steps={line.steps} />
      </Looks>
      <Leftover
        pieces={line.pieces}
        kept={outlookOf(line, aim, []).byWeek}
        planned={outlookOf(line, aim, steps).byWeek}
        {...(hasBegun && left.length > 0 ? { came: left } : {})}
      />
      <Outcome
        pieces={line.pieces}
        cost={line.cost}
        kept={{ sold: line.keptSold, net: line.keptNet }}
        planned={{ sold: line.sold, net: line.net }}
      />
      {hasBegun ? <p className="num">{say(w.came, { units, net: f.money(net) })}</p> : null}
      {line.stop ? (
        <p>
          <Chip tone="excused">
            {say(w.stopped, { name: line.stop.byName, day: f.day(line.stop.day), why: line.stop.why })}
          </Chip>
        </p>
      ) : null}
      {stops && isToCome ? (
        <div className="markdown-foot">
          <Act may="markdowns.stop" onClick={() => stop(true)}>
            {say(w.stop)}
          </Act>
        </div>
      ) : null}
      {isStopping ? <Stop line={line} plan={plan.id} onClose={() => stop(false)} /> : null}
    </article>
  )
}

function Stop({ line, plan, onClose }: { line: LineSeen; plan: string; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const [why, write] = useState('')
  const act = api.useDo('markdowns.stop', {
    onDone: () => {
      notice(say(w.stoppedNow))
      onClose()
    },
  })
  return (
    <AskSheet
      title={say(w.stopTitle, { name: name(line) })}
      may="markdowns.stop"
      says={say(w.stop)}
      isSending={act.isPending}
      problem={act.error}
      fields={['why']}
      onSend={() => act.mutate({ plan, style: line.style, why })}
      onClose={onClose}
    >
      <Field label={say(w.stopWhy)} wrong={wrongFields(act.error).why}>
        <Input
          aria-label={say(w.stopWhy)}
          size="large"
          maxLength={200}
          value={why}
          onChange={(event) => write(event.target.value)}
        />
      </Field>
    </AskSheet>
  )
}
