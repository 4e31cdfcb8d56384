import { useState } from 'react'
import { addDays } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Chip, Choices } from '../../../../platform/web/parts/Steps.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { b } from '../page-words.ts'
import { closedBack } from '../rules.ts'
import { api, type DaySeen, whole } from './api.ts'

type Plan = NonNullable<DaySeen['plan']>

/** In the evening: of each thing whether it was done, and what the store sold. */
export function CloseCard({ seen, mayWrite }: { seen: DaySeen; mayWrite: boolean }) {
  const say = useSay()
  const f = useFormat()
  const { plan, closing, at, closesFrom, day, today } = seen
  const [isAgain, again] = useState(false)
  if (!plan || day > today) return null
  if (closing && !isAgain)
    return (
      <Card
        title={say(b.closed)}
        sub={say(b.plannedBy, { name: closing.byName, time: f.time(closing.at) })}
        extra={
          mayWrite && day >= addDays(today, -closedBack) ? (
            <Button type="link" onClick={() => again(true)}>
              {say(b.recloseIt)}
            </Button>
          ) : undefined
        }
      >
        <p>
          <Result net={closing.net} target={closing.target} />
        </p>
        <ul className="day-outcome" translate="no">
          {plan.things.map((thing, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: things keep their place
            <li key={i}>
              <span>{thing}</span>
              <Chip tone={closing.done[i] ? 'done' : 'late'}>
                {say(closing.done[i] ? b.done : b.notDone)}
              </Chip>
            </li>
          ))}
        </ul>
        {closing.words ? <p translate="no">{closing.words}</p> : null}
      </Card>
    )
  if (!mayWrite) return null
  if (at < closesFrom)
    return (
      <Card title={say(b.closeTitle)} sub={say(b.closesFrom, { time: f.time(closesFrom) })} kind="quiet" />
    )
  return <CloseForm seen={seen} plan={plan} onDone={() => again(false)} />
}

function Result({ net, target }: { net: number; target: number | null }) {
  const say = useSay()
  const f = useFormat()
  return (
    <span className="num">
      {whole(f, net)}
      {target ? <small> · {say(b.ofTarget, { done: f.percent(net / target) })}</small> : null}
    </span>
  )
}

function CloseForm({ seen, plan, onDone }: { seen: DaySeen; plan: Plan; onDone: () => void }) {
  const say = useSay()
  const [id] = useState(newId)
  const [done, mark] = useState<readonly (boolean | undefined)[]>(() =>
    plan.things.map((_, i) => seen.closing?.done[i]),
  )
  const [words, write] = useState(seen.closing?.words ?? '')
  const close = api.useDo('dayPlans.close', {
    whenSafe: onDone,
    onDone: () => notice(say(b.closed)),
  })
  const said = done.filter((d) => d !== undefined)
  return (
    <Card title={say(b.closeTitle)} kind="urgent" extra={<Result net={seen.net} target={seen.target} />}>
      {close.error ? <FormProblem problem={close.error} /> : null}
      <div className="day-form">
        {plan.things.map((thing, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: things keep their place
          <div key={i} className="day-answer">
            <span translate="no">{thing}</span>
            <Choices<'done' | 'notDone'>
              label={thing}
              value={done[i] === undefined ? undefined : done[i] ? 'done' : 'notDone'}
              options={[
                { key: 'done', label: say(b.done) },
                { key: 'notDone', label: say(b.notDone) },
              ]}
              onChange={(key) => mark(done.map((d, n) => (n === i ? key === 'done' : d)))}
            />
          </div>
        ))}
        <Input.TextArea
          aria-label={say(b.closeWords)}
          placeholder={say(b.closeWords)}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={300}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
        <Wrong text={wrongFields(close.error).words} />
        <Act
          type="primary"
          size="large"
          block
          may="dayPlans.close"
          offBecause={said.length === done.length ? undefined : say(b.sayEach)}
          loading={close.isPending}
          onClick={() =>
            close.mutate({
              id,
              store: seen.store.id,
              day: seen.day,
              basedOn: seen.closing?.version ?? 0,
              plan: plan.id,
              done: said,
              words: words || null,
            })
          }
        >
          {say(b.close)}
        </Act>
      </div>
    </Card>
  )
}
