import { type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { client } from '../../../platform/web/client.ts'
import { type Format, useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Band, Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { type Say, useSay } from '../../../platform/web/say.ts'
import { useHolds, useName } from '../../../platform/web/session.ts'
import { StorePicker } from '../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../sales/tickets/pages/useStore.ts'
import type { stockOperations } from '../actions.ts'
import type { ShipmentSeen } from '../arrival-view-tables.ts'
import { p } from '../page-words.ts'
import { BeginCard } from './OpeningSheet.tsx'
import './stock.css'

const api = client<typeof stockOperations>()

/** What is on its way to a store and what came: one press to receive it. */
export default function ArrivalsPage() {
  const say = useSay()
  const f = useFormat()
  const [store, choose] = useStore()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const arrivals = api.useSee(
    'stock.arrivals',
    { store: store ?? '' },
    { when: store !== undefined, every: 60_000 },
  )
  return (
    <Page
      title={say(p.arrivals)}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          {isFloor ? undefined : <Go to="/stock/deliveries">{say(p.deliveries)}</Go>}
        </>
      }
    >
      {store === undefined ? (
        <Empty title={say(p.store)} />
      ) : (
        <Seen of={arrivals}>
          {({ shipments, today, begunOn }) => {
            const coming = shipments
              .filter((s) => s.inTransit > 0)
              .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
            const came = shipments.filter((s) => s.inTransit === 0 && s.cameOn)
            const pieces = coming.reduce((sum, s) => sum + s.inTransit, 0)
            const late = coming.filter((s) => s.dueOn < today)
            const open = shipments.reduce((sum, s) => sum + s.open, 0)
            return (
              <>
                {begunOn ? null : <BeginCard store={store} />}
                <FigureStrip>
                  <Figure size="strip" label={say(p.onTheWay)} value={f.count(pieces)} unit={say(p.pieces)} />
                  <Figure
                    size="strip"
                    label={say(p.late)}
                    value={say(p.shipmentsN, { n: late.length })}
                    tone={late.length > 0 ? 'missed' : 'plain'}
                  />
                  <Figure
                    size="strip"
                    label={say(p.openPieces)}
                    value={f.count(open)}
                    unit={say(p.pieces)}
                    tone={open > 0 ? 'late' : 'plain'}
                  />
                </FigureStrip>
                {coming.length === 0 ? (
                  <Card>
                    <Empty title={say(p.nothingOnTheWay)} next={say(p.nothingNext)} />
                  </Card>
                ) : (
                  <ul className="stock-coming">
                    {coming.map((s) => (
                      <li key={s.id}>
                        <Coming shipment={s} today={today} mayReceive={isFloor && begunOn !== null} />
                      </li>
                    ))}
                  </ul>
                )}
                {came.length > 0 ? (
                  <section>
                    <Band title={say(p.cameLately)} note={say(p.shipmentsN, { n: came.length })} />
                    <Card kind="flush">
                      <ul className="stock-list">
                        {came.map((s) => (
                          <li key={s.id}>
                            <Came shipment={s} />
                          </li>
                        ))}
                      </ul>
                    </Card>
                  </section>
                ) : null}
              </>
            )
          }}
        </Seen>
      )}
    </Page>
  )
}

export function whenDue(dueOn: Day, today: Day, say: Say, f: Format): { words: string; isLate: boolean } {
  if (dueOn < today) return { words: say(p.lateBy, { days: daysBetween(dueOn, today) }), isLate: true }
  return {
    words: dueOn === today ? say(p.dueToday) : say(p.dueOn, { day: f.dayAndWeekday(dueOn) }),
    isLate: false,
  }
}
export function useSender(): (s: Pick<ShipmentSeen, 'from' | 'isBack'>) => string {
  const say = useSay()
  const name = useName()
  return ({ from, isBack }) =>
    from ? say(isBack ? p.cameBack : p.fromStore, { store: name(from) }) : say(p.headquarters)
}

function Coming({
  shipment: s,
  today,
  mayReceive,
}: {
  shipment: ShipmentSeen
  today: Day
  mayReceive: boolean
}) {
  const say = useSay()
  const f = useFormat()
  const sender = useSender()
  const due = whenDue(s.dueOn, today, say, f)
  return (
    <Go className={`stock-box${due.isLate ? ' is-late' : ''}`} to={`/stock/arrivals/${s.store}/${s.id}`}>
      <span className="stock-box-head">
        <Chip tone={due.isLate ? 'missed' : 'accent'}>{due.words}</Chip>
        <span>{sender(s)}</span>
      </span>
      <span className="stock-box-sum">
        <strong className="num">{f.count(s.inTransit)}</strong>
        <span>{say(p.pieces)}</span>
        <small>
          {say(p.stylesOf, { n: s.styles })}
          {s.taken > 0 ? ` · ${say(p.partly, { n: s.taken })}` : ''}
        </small>
      </span>
      <span className="stock-box-foot">
        <small translate="no">
          {s.number}
          {s.carrier ? ` · ${s.carrier}` : ''}
        </small>
        {mayReceive ? <b>{say(p.receive)} ›</b> : null}
      </span>
    </Go>
  )
}

function Came({ shipment: s }: { shipment: ShipmentSeen }) {
  const say = useSay()
  const f = useFormat()
  const sender = useSender()
  const differs = s.rejected + s.missing + s.surplus
  const isLate = s.cameOn !== null && s.cameOn > s.dueOn
  return (
    <Go className="stock-line" to={`/stock/arrivals/${s.store}/${s.id}`}>
      <span>
        <b>{sender(s)}</b>
        <small>
          {s.cameOn ? f.dayAndWeekday(s.cameOn) : ''} · {s.number}
        </small>
      </span>
      <span className="stock-line-end">
        <b className="num">
          {f.count(s.taken)} / {f.count(s.shipped)}
        </b>
        <span>
          <Chip tone={isLate ? 'late' : 'done'}>
            {isLate && s.cameOn ? say(p.lateBy, { days: daysBetween(s.dueOn, s.cameOn) }) : say(p.inTime)}
          </Chip>
          {differs > 0 ? (
            <Chip tone={s.open > 0 ? 'missed' : 'excused'}>
              {s.open > 0 ? say(p.waitsForAnswer, { n: s.open }) : say(p.differs, { n: differs })}
            </Chip>
          ) : null}
        </span>
      </span>
    </Go>
  )
}
