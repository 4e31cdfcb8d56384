import { useState } from 'react'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Empty } from '../../../../platform/web/parts/States.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { b, thingPhrases } from '../page-words.ts'
import { mostThings } from '../shape.ts'
import { api, type DaySeen } from './api.ts'

/** The few things that matter, and what is pushed. */
export function PlanCard({ seen, mayWrite }: { seen: DaySeen; mayWrite: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { plan, day, today } = seen
  const [isWriting, write] = useState(false)
  const mayPlan = mayWrite && day >= today
  if (mayPlan && (!plan || isWriting)) return <PlanForm seen={seen} onDone={() => write(false)} />
  return (
    <Card
      title={say(day > today ? b.planTomorrow : b.planTitle)}
      sub={plan ? say(b.plannedBy, { name: plan.byName, time: f.time(plan.at) }) : undefined}
      extra={
        plan && mayPlan ? (
          <Button type="link" onClick={() => write(true)}>
            {say(b.replan)}
          </Button>
        ) : undefined
      }
    >
      {plan ? (
        <>
          <ol className="day-things" translate="no">
            {plan.things.map((thing, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: things have no other identity and keep their place
              <li key={i}>{thing}</li>
            ))}
          </ol>
          {plan.push ? (
            <p className="day-push" translate="no">
              {say(b.pushIs, { push: plan.push })}
            </p>
          ) : null}
        </>
      ) : (
        <Empty title={say(b.notPlanned)} next={mayWrite ? undefined : say(b.notPlannedNext)} />
      )}
    </Card>
  )
}

function PlanForm({ seen, onDone }: { seen: DaySeen; onDone: () => void }) {
  const say = useSay()
  const { plan, day, today, store } = seen
  const [id] = useState(newId)
  const [things, write] = useState<readonly string[]>(() =>
    Array.from({ length: mostThings }, (_, i) => plan?.things[i] ?? ''),
  )
  const [push, setPush] = useState(plan?.push ?? '')
  const save = api.useDo('dayPlans.plan', {
    whenSafe: onDone,
    onDone: () => notice(say(b.planned)),
  })
  const written = things.map((t) => t.trim()).filter((t) => t !== '')
  const wrong = wrongFields(save.error)
  const put = (at: number, text: string) => write(things.map((t, i) => (i === at ? text : t)))
  /** Into the first line that is empty. */
  const add = (text: string) => {
    const free = things.findIndex((t) => t.trim() === '')
    if (free >= 0 && !things.includes(text)) put(free, text)
  }
  return (
    <Card title={say(day > today ? b.planTomorrow : b.planTitle)} kind="urgent">
      {save.error ? <FormProblem problem={save.error} /> : null}
      <div className="day-form">
        {things.map((thing, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          <div key={i} className="day-line">
            <Input
              status={wrong[`things.${i}`] ? 'error' : ''}
              aria-label={say(b.thing, { number: i + 1 })}
              placeholder={i === 0 ? say(b.thingHint) : ''}
              prefix={<span className="day-number">{i + 1}</span>}
              maxLength={100}
              size="large"
              value={thing}
              onChange={(event) => put(i, event.target.value)}
            />
            <Wrong text={wrong[`things.${i}`]} />
          </div>
        ))}
        <div className="phrases">
          {Object.entries(thingPhrases).map(([key, sentence]) => (
            <Button key={key} size="small" shape="round" onClick={() => add(say(sentence))}>
              {say(sentence)}
            </Button>
          ))}
        </div>
        <Input
          aria-label={say(b.push)}
          placeholder={say(b.push)}
          maxLength={300}
          size="large"
          value={push}
          onChange={(event) => setPush(event.target.value)}
        />
        <Wrong text={wrong.push} />
        <Act
          type="primary"
          size="large"
          block
          may="dayPlans.plan"
          offBecause={written.length === 0 ? say(b.atLeastOne) : undefined}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              id,
              store: store.id,
              day,
              basedOn: plan?.version ?? 0,
              things: written,
              push: push || null,
            })
          }
        >
          {say(b.plan)}
        </Act>
      </div>
    </Card>
  )
}
