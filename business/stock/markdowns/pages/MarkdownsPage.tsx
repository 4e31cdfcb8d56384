import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { stateWords, w } from '../page-words.ts'
import { api, type Head, tones, whole } from './api.ts'
import { StoreLabels } from './StoreLabels.tsx'
import '../../pages/stock.css'
import './markdowns.css'

/** Headquarters see their plans; a store the labels that it has to change. */
export default function MarkdownsPage() {
  const plans = useHolds('merchandising', 'operationsDirector', 'generalManager', 'finance')
  return plans ? <Plans /> : <StoreLabels />
}

function Plans() {
  const say = useSay()
  const go = useGo()
  const makes = useHolds('merchandising')
  const seen = api.useSee('markdowns.plans', {})
  const fresh = makes ? (
    <Act type="primary" may="markdowns.submit" onClick={() => go({ to: '/markdowns/new' })}>
      {say(w.fresh)}
    </Act>
  ) : undefined
  return (
    <Page title={say(w.markdowns)} {...(fresh && seen.data?.plans.length ? { actions: fresh } : {})}>
      <Seen of={seen}>
        {({ plans }) =>
          plans.length === 0 ? (
            <Card>
              <Empty title={say(w.nonePlans)} next={say(w.nonePlansNext)} action={fresh} />
            </Card>
          ) : (
            <ul className="markdown-plans">
              {plans.map((plan) => (
                <li key={plan.id}>
                  <PlanLine plan={plan} />
                </li>
              ))}
            </ul>
          )
        }
      </Seen>
    </Page>
  )
}

/** What a plan is to bring, beside what would come without it. */
function PlanLine({ plan }: { plan: Head }) {
  const say = useSay()
  const f = useFormat()
  return (
    <Go className="markdown-plan" to="/markdowns/plan" search={{ plan: plan.id }}>
      <span className="markdown-plan-head">
        <b>{say(w.planOf, { season: plan.season })}</b>
        <Chip tone={tones[plan.state]}>{say(stateWords[plan.state])}</Chip>
      </span>
      <small>
        {say(w.days, { from: f.day(plan.from), to: f.day(plan.endsOn) })} ·{' '}
        {say(w.headStyles, { styles: plan.styles, pieces: plan.pieces })}
      </small>
      <Ratio kept={plan.keptSold} planned={plan.sold} pieces={plan.pieces} />
      <span className="markdown-plan-foot num">
        <span>
          {say(w.sold)} {f.percent(plan.sold / plan.pieces)}{' '}
          <small>{say(w.keptShort, { x: f.percent(plan.keptSold / plan.pieces) })}</small>
        </span>
        <span>
          {say(w.net)} {f.money(whole(plan.net))}{' '}
          <small>{say(w.keptShort, { x: f.money(whole(plan.keptNet)) })}</small>
        </span>
      </span>
    </Go>
  )
}

/** How much of the stock is sold: without the plan in ink, what the plan adds in the accent. */
export function Ratio({ kept, planned, pieces }: { kept: number; planned: number; pieces: number }) {
  const share = (n: number) => `${Math.round((100 * Math.max(0, n)) / pieces)}%`
  return (
    <span className="markdown-ratio" aria-hidden="true">
      <i style={{ width: share(kept) }} />
      <i className="is-more" style={{ width: share(planned - kept) }} />
    </span>
  )
}
