import { useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { AskSheet, Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import { monthsFrom } from '../rules.ts'
import { type Planned, planned } from '../shape.ts'
import { api, type PlanSeen } from './api.ts'
import { MonthTable } from './MonthTable.tsx'
import { VersionLine } from './VersionLine.tsx'
import './open-to-buy.css'

/** A version as it was handed in, beside what holds; decided here. */
export default function PlanPage() {
  const say = useSay()
  const [{ plan = '' }] = useSearch()
  const seen = api.useSee('openToBuy.plan', { plan }, { when: plan !== '' })
  return (
    <Page title={say(w.planTitle)} back={{ to: '/open-to-buy', label: say(w.toBoard) }}>
      <Seen of={seen}>{(data) => <Plan seen={data} />}</Seen>
    </Page>
  )
}

function Plan({ seen }: { seen: PlanSeen }) {
  const { plan, lines, before } = seen
  const say = useSay()
  const f = useFormat()
  const decides = useHolds('operationsDirector', 'generalManager')
  // Who decides sees first what is other than it holds now.
  const changed = plan.state === 'waiting' ? planned.filter((key) => differs(seen, key)) : []
  const [what, show] = useState<Planned>(changed[0] ?? 'sales')
  const months = monthsFrom(plan.from, plan.months)
  const rows = [...new Set(lines.map((l) => l.category))].map((category) => ({ category }))
  const of = (category: string, month: Month) =>
    lines.find((l) => l.category === category && l.month === month)!
  // Only what is still to be decided is held against what holds.
  const was = (category: string, month: Month) =>
    plan.state === 'waiting'
      ? before.find((l) => l.category === category && l.month === month)?.[what]
      : undefined
  return (
    <div className="otb">
      <Card>
        <div className="otb-version">
          <VersionLine plan={plan} />
        </div>
        {plan.decision ? <p translate="no">{plan.decision}</p> : null}
      </Card>
      <Choices
        label={say(w.planTitle)}
        value={what}
        options={planned.map((key) => ({
          key,
          label: changed.includes(key) ? `${say(w[key])} · ${say(w.isChanged)}` : say(w[key]),
        }))}
        onChange={show}
      />
      <Card kind="flush">
        <MonthTable
          label={say(w[what])}
          months={months}
          rows={rows}
          cell={({ category }, month) => {
            const [now, held] = [of(category, month)[what], was(category, month)]
            const isChanged = held !== undefined && held !== now
            return (
              <span className={isChanged ? 'num otb-changed' : 'num'}>
                {f.wanPlain(now, 1)}
                {isChanged ? (
                  <small className="otb-was">{say(w.before, { x: f.wanPlain(held, 1) })}</small>
                ) : null}
              </span>
            )
          }}
          total={(month) => f.wanPlain(sum(lines.filter((l) => l.month === month).map((l) => l[what])), 1)}
          {...(what === 'closing'
            ? {}
            : {
                last: {
                  head: say(w.span),
                  cell: ({ category }: { category: string }) =>
                    f.wanPlain(sum(months.map((m) => of(category, m)[what])), 1),
                  total: f.wanPlain(sum(lines.map((l) => l[what])), 1),
                },
              })}
        />
      </Card>
      {decides && plan.state === 'waiting' ? <Decide plan={plan.id} /> : null}
    </div>
  )
}

const differs = ({ lines, before }: PlanSeen, what: Planned): boolean => {
  const held = new Map(before.map((l) => [`${l.category} ${l.month}`, l[what]]))
  return lines.some((l) => {
    const was = held.get(`${l.category} ${l.month}`)
    return was !== undefined && was !== l[what]
  })
}

function Decide({ plan }: { plan: string }) {
  const say = useSay()
  const [isReturning, giveBack] = useState(false)
  const [words, write] = useState('')
  const act = api.useDo('openToBuy.decide', {
    onDone: (done) => {
      giveBack(false)
      notice(say(done.approved ? w.approved : w.returned))
    },
  })
  return (
    <>
      {act.error && !isReturning ? <FormProblem problem={act.error} /> : null}
      <StickyBar>
        <Act size="large" may="openToBuy.decide" onClick={() => giveBack(true)}>
          {say(w.giveBack)}
        </Act>
        <Act
          type="primary"
          size="large"
          may="openToBuy.decide"
          loading={act.isPending}
          onClick={() => act.mutate({ plan, approve: true, words: null })}
        >
          {say(w.approve)}
        </Act>
      </StickyBar>
      {isReturning ? (
        <AskSheet
          title={say(w.giveBack)}
          may="openToBuy.decide"
          says={say(w.giveBack)}
          isSending={act.isPending}
          problem={act.error}
          fields={['words']}
          onSend={() => act.mutate({ plan, approve: false, words: words.trim() || null })}
          onClose={() => giveBack(false)}
        >
          <Field label={say(w.giveBackWhy)} wrong={wrongFields(act.error).words}>
            <Input
              aria-label={say(w.giveBackWhy)}
              size="large"
              maxLength={300}
              value={words}
              onChange={(event) => write(event.target.value)}
            />
          </Field>
        </AskSheet>
      ) : null}
    </>
  )
}
