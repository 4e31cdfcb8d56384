import type { Money } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { DecideBar } from '../../pages/DecideBar.tsx'
import { outlookOf } from '../ladder.ts'
import { stateWords, w } from '../page-words.ts'
import { aimOf, stepsFrom, weeksPassed } from '../rules.ts'
import { api, type PlanSeen, tones, whole } from './api.ts'
import { LineCard } from './LineCard.tsx'
import '../../pages/stock.css'
import '../../pages/goods.css'
import '../../reorders/pages/reorders.css'
import './markdowns.css'

/** A plan as it was handed in: decided here, and once it runs, held against what came. */
export default function PlanPage() {
  const say = useSay()
  const [{ plan = '' }] = useSearch()
  // On the way to another page the address is that page's already.
  const seen = api.useSee('markdowns.plan', { plan }, { when: plan !== '' })
  return (
    <Page
      title={seen.data ? say(w.planOf, { season: seen.data.plan.season }) : say(w.markdowns)}
      back={{ to: '/markdowns', label: say(w.all) }}
    >
      <Seen of={seen}>{(data) => <Plan seen={data} />}</Seen>
    </Page>
  )
}

function Plan({ seen }: { seen: PlanSeen }) {
  const { plan, lines, today } = seen
  const say = useSay()
  const f = useFormat()
  const decides = useHolds('operationsDirector', 'generalManager')
  const units = lines.reduce((n, l) => n + l.came.reduce((m, c) => m + c.units, 0), 0)
  const net = lines.reduce((n, l) => n + l.came.reduce((m, c) => m + c.net, 0), 0) as Money
  const hasBegun = plan.approved === true && plan.from < today
  const weeks = weeksPassed(plan, today)
  const aim = aimOf(plan.from, plan.endsOn, plan.leftPercent)
  const planned = Math.round(
    lines.reduce((n, l) => {
      const left = outlookOf(l, aim, stepsFrom(plan.from, l.steps)).byWeek[weeks - 1] ?? l.pieces
      return n + l.pieces - left
    }, 0),
  )
  const who = { name: plan.decidedByName ?? '', at: plan.decidedAt ? f.instant(plan.decidedAt) : '' }
  return (
    <>
      <p className="stock-note">
        <Chip tone={tones[plan.state]}>{say(stateWords[plan.state])}</Chip>{' '}
        {say(w.days, { from: f.day(plan.from), to: f.day(plan.endsOn) })} ·{' '}
        {say(w.handedIn, { name: plan.submittedByName, at: f.instant(plan.submittedAt) })}
        {plan.decidedAt ? ` · ${say(plan.approved ? w.decidedBy : w.returnedBy, who)}` : ''}
      </p>
      {plan.words ? <p translate="no">{plan.words}</p> : null}
      {plan.decision ? <p translate="no">{plan.decision}</p> : null}
      <FigureStrip>
        <Figure
          size="strip"
          label={say(w.sold)}
          value={f.percent(plan.sold / plan.pieces)}
          note={say(w.keptShort, { x: f.percent(plan.keptSold / plan.pieces) })}
        />
        <Figure
          size="strip"
          label={say(w.net)}
          value={f.money(whole(plan.net))}
          note={say(w.keptShort, { x: f.money(whole(plan.keptNet)) })}
        />
        <Figure
          size="strip"
          label={say(w.actual)}
          value={hasBegun ? f.count(units) : '—'}
          unit={hasBegun ? say(w.pieces) : undefined}
          note={hasBegun ? say(w.byNow, { planned: f.count(planned), net: f.money(net) }) : say(w.cameNone)}
        />
      </FigureStrip>
      <ul className="reorder-grid">
        {lines.map((line) => (
          <li key={line.style}>
            <LineCard line={line} plan={plan} today={today} />
          </li>
        ))}
      </ul>
      {decides && plan.state === 'waiting' ? <Decide plan={plan.id} /> : null}
    </>
  )
}

/** It stands there while the plan waits: decided, it is gone. */
function Decide({ plan }: { plan: string }) {
  const say = useSay()
  const act = api.useDo('markdowns.decide', {
    onDone: (done) => notice(say(done.approved ? w.approved : w.returned)),
  })
  return <DecideBar plan={plan} may="markdowns.decide" act={act} />
}
