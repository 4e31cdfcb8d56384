import { useState } from 'react'
import { addDays, type Day, dayOfMonth, daysThrough } from '../../../platform/kinds/day.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { WeaveGrid, type WeaveState } from '../../../platform/web/parts/WeaveGrid.tsx'
import { Go, useGo, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import type { stockOperations } from '../actions.ts'
import type { ShipmentSeen } from '../arrival-view-tables.ts'
import { p } from '../page-words.ts'
import { DeliverSheet } from './DeliverSheet.tsx'
import { Routes } from './Routes.tsx'
import './stock.css'

const api = client<typeof stockOperations>()
const [phoneDays, deskDays, ahead] = [6, 12, 4]

/** Stores and days: what was due when, whether it came in time and what differed; headquarters sends from here. */
export default function DeliveriesPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const go = useGo()
  const isPhone = useIsPhone()
  const { may } = useMay('stock.deliver')
  const [search] = useSearch()
  const [isSending, send] = useState(false)
  const area = search.area ? { area: search.area } : {}
  const seen = api.useSee('stock.deliveries', { ...area, days: 21 }, { every: 60_000 })
  return (
    <Page
      title={say(p.deliveries)}
      actions={
        <>
          <Go to="/stock/differences">{say(p.differences)}</Go>
          {may ? (
            <Act type="primary" may="stock.deliver" onClick={() => send(true)}>
              {say(p.send)}
            </Act>
          ) : null}
        </>
      }
    >
      <Seen of={seen}>
        {({ shipments, stores, today, isCut }) => {
          const back = isPhone ? phoneDays : deskDays
          const days = daysThrough(addDays(today, -back), addDays(today, ahead))
          const came = shipments.filter((s) => s.inTransit === 0 && s.cameOn)
          const late = shipments.filter((s) => s.inTransit > 0 && s.dueOn < today)
          const inTime = came.filter((s) => s.cameOn! <= s.dueOn).length
          const open = shipments.reduce((sum, s) => sum + s.open, 0)
          const of = (store: string, day: Day) =>
            shipments.filter((s) => s.store === store && s.dueOn === day)
          return (
            <>
              <FigureStrip>
                <Figure
                  size="strip"
                  label={say(p.onTheWay)}
                  value={f.count(shipments.reduce((sum, s) => sum + s.inTransit, 0))}
                  unit={say(p.pieces)}
                />
                <Figure
                  size="strip"
                  label={say(p.late)}
                  value={say(p.shipmentsN, { n: late.length })}
                  tone={late.length > 0 ? 'missed' : 'plain'}
                />
                <Figure
                  size="strip"
                  label={say(p.onTimeRate)}
                  value={came.length > 0 ? f.percent(inTime / came.length) : '—'}
                />
                <Figure
                  size="strip"
                  label={say(p.openPieces)}
                  value={f.count(open)}
                  unit={say(p.pieces)}
                  tone={open > 0 ? 'late' : 'plain'}
                />
              </FigureStrip>
              <Card>
                <WeaveGrid
                  label={say(p.deliveries)}
                  heads={days.map((day) => ({
                    key: day,
                    text: String(dayOfMonth(day)),
                    ...(day === today ? { tone: 'today' as const } : {}),
                  }))}
                  endHead={say(p.onTheWay)}
                  rows={stores
                    .map((s) => ({ s, mine: shipments.filter((x) => x.store === s.id) }))
                    .sort(
                      (a, b) =>
                        trouble(b.mine, today) - trouble(a.mine, today) || (a.s.code < b.s.code ? -1 : 1),
                    )
                    .map(({ s, mine }) => ({
                      key: s.id,
                      name: name(s),
                      spoken: name(s),
                      end: f.count(mine.reduce((sum, x) => sum + x.inTransit, 0)),
                      cells: days.map((day) => {
                        const due = of(s.id, day)
                        const state = stateOf(due, today)
                        return {
                          key: day,
                          ...(state ? { state } : {}),
                          words: `${f.dayAndWeekday(day)} ${due.map((x) => `${x.number} ${x.taken}/${x.shipped}`).join(' · ')}`,
                        }
                      }),
                    }))}
                  legend={[
                    { state: 'done', words: say(p.legendDone) },
                    { state: 'mostly', words: say(p.legendMostly) },
                    { state: 'late', words: say(p.legendLate) },
                    { state: 'overdue', words: say(p.legendOverdue) },
                    { state: 'open', words: say(p.legendOpen) },
                  ]}
                  onOpen={(store, day) => {
                    const [one] = of(store, day as Day)
                    go(
                      one
                        ? { to: `/stock/arrivals/${store}/${one.id}` }
                        : { to: '/stock/arrivals', search: { store } },
                    )
                  }}
                />
              </Card>
              <Routes shipments={shipments} today={today} />
              {isCut ? <p className="stock-note">{say(p.shipmentsCut, { n: shipments.length })}</p> : null}
              {isSending ? <DeliverSheet stores={stores} today={today} onClose={() => send(false)} /> : null}
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

function stateOf(due: readonly ShipmentSeen[], today: Day): WeaveState | undefined {
  if (due.length === 0) return undefined
  if (due.some((s) => s.inTransit > 0 && s.dueOn < today)) return 'overdue'
  if (due.some((s) => s.inTransit > 0)) return 'open'
  if (due.some((s) => s.cameOn !== null && s.cameOn > s.dueOn)) return 'late'
  return due.some((s) => s.open > 0) ? 'mostly' : 'done'
}
const trouble = (all: readonly ShipmentSeen[], today: Day): number =>
  all.reduce((sum, s) => sum + (s.inTransit > 0 && s.dueOn < today ? 100 : 0) + s.open, 0)
