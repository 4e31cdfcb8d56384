import { useState } from 'react'
import type { Month } from '../../../../platform/kinds/day.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Choices } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { DecideBar } from '../../pages/DecideBar.tsx'
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

/** It stands there while the plan waits: decided, it is gone. */
function Decide({ plan }: { plan: string }) {
  const say = useSay()
  const act = api.useDo('openToBuy.decide', {
    onDone: (done) => notice(say(done.approved ? w.approved : w.returned)),
  })
  return <DecideBar plan={plan} may="openToBuy.decide" act={act} />
}
