import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { api, type PlanSeen } from './api.ts'
import { PlanEditor } from './PlanEditor.tsx'
import { PlanPicture } from './PlanPicture.tsx'

/** A store's floor as it is drawn, the plans before and to come; who looks after the store draws the next one. */
export default function PlanPage() {
  const say = useSay()
  const name = useName()
  const me = useMe()
  const [search] = useSearch()
  const store = search.store ?? me.appointments.find((a) => a.store)?.store?.id
  const plan = api.useSee('floorPlans.ofStore', { store: store ?? '' }, { when: store !== undefined })
  return (
    <Page
      title={say(p.floorPlan)}
      sub={plan.data ? `${name(plan.data.store)} · ${say(p.sub)}` : say(p.sub)}
      {...(store ? { back: { to: `/stores/${store}`, label: plan.data ? name(plan.data.store) : '' } } : {})}
    >
      {store === undefined ? (
        <Empty title={say(p.chooseStore)} action={<Go to="/organization">{say(p.stores)}</Go>} />
      ) : (
        <Seen of={plan} lines={6}>
          {(seen) => <OfStore key={seen.count} seen={seen} />}
        </Seen>
      )}
    </Page>
  )
}

function OfStore({ seen }: { seen: PlanSeen }) {
  const say = useSay()
  const f = useFormat()
  const { may } = useMay('floorPlans.draw')
  const [isDrawing, draw] = useState(false)
  if (isDrawing) return <PlanEditor seen={seen} onClose={() => draw(false)} />
  const { current, drawn, today } = seen
  return (
    <Columns columns="minmax(0, 3fr) minmax(0, 2fr)">
      <Card
        title={say(p.now)}
        sub={current.from ? say(p.sinceNote, { day: f.day(current.from) }) : say(p.readyNote)}
        extra={
          may ? (
            <Act type="primary" may="floorPlans.draw" onClick={() => draw(true)}>
              {say(p.draw)}
            </Act>
          ) : undefined
        }
      >
        <PlanPicture zones={current.zones} />
      </Card>
      {drawn.length > 0 ? (
        <Card title={say(p.earlier)}>
          <ul className="plan-drawn">
            {drawn.map((one) => (
              <li key={one.id}>
                <span>
                  {say(p.byWhom, { day: f.day(one.from), name: one.byName, when: f.instant(one.at) })}
                </span>
                {one.id === current.id ? (
                  <Chip tone="done">{say(p.now)}</Chip>
                ) : one.from > today ? (
                  <Chip tone="accent">{say(p.later)}</Chip>
                ) : (
                  <span className="note">{say(p.zoneCount, { count: one.zones.length })}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Columns>
  )
}
