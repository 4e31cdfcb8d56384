import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import { AreaWeek } from './AreaWeek.tsx'
import { api } from './api.ts'
import '../../pages/stock.css'
import '../../pages/goods.css'
import '../../reorders/pages/reorders.css'
import './rebalance.css'

/** The week's moves within an area; who stands above several sees first which area has decided. */
export default function RebalancePage() {
  const say = useSay()
  const me = useMe()
  const [search] = useSearch()
  const own = me.appointments.find((a) => a.position === 'areaManager')?.area?.id
  const area = search.area ?? own
  return (
    <Page
      title={say(w.rebalance)}
      {...(area && !own ? { back: { to: '/rebalance', label: say(w.areas) } } : {})}
      actions={<Go to="/stock/transfers">{say(w.toTransfers)}</Go>}
    >
      {area === undefined ? <Areas /> : <AreaWeek key={area} area={area} />}
    </Page>
  )
}

function Areas() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const seen = api.useSee('rebalance.areas', {}, { every: 60_000 })
  return (
    <Seen of={seen}>
      {({ areas, week }) => (
        <Card kind="flush" title={say(w.ofWeek, { day: f.day(week) })}>
          <ul className="stock-list">
            {areas.map((a) => (
              <li key={a.area}>
                <Go className="stock-line" to="/rebalance" search={{ area: a.area }}>
                  <span>
                    <b>{name(a)}</b>
                    <small>
                      {a.bundles === null
                        ? say(w.areaNone)
                        : a.decidedAt
                          ? say(w.areaDecided, { accepted: a.accepted ?? 0, n: a.bundles })
                          : say(w.areaWaits, { n: a.bundles })}
                    </small>
                  </span>
                  <span className="stock-line-end">
                    <Chip tone={a.decidedAt ? 'done' : a.bundles === null ? 'plain' : 'late'}>
                      {a.decidedAt ? f.instant(a.decidedAt) : say(w.waits)}
                    </Chip>
                  </span>
                </Go>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Seen>
  )
}
