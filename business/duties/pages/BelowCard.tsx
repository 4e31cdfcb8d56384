import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Band } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go, usePath, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { Below } from './api.ts'
import { useBelow } from './useToday.ts'
import { w } from './words.ts'

/** Clauses with something that nobody has looked at, named before the list is opened. */
const mostUnread = 4

/** 下属: what is red below, when it is there; one's own duties stand before it is. */
export function BelowCard() {
  const say = useSay()
  const asked = useBelow()
  if (asked.data) return asked.data.below ? <BelowLists below={asked.data.below} /> : null
  return (
    <section aria-label={say(w.below)} className="below-asked">
      <Band title={say(w.below)} />
      <Seen of={asked} lines={3}>
        {() => null}
      </Seen>
    </section>
  )
}

/** Who is overdue or has just missed something, with what; what nobody has looked at; where nobody is. Red when there is any. */
function BelowLists({ below }: { below: Below }) {
  const say = useSay()
  const { overdue, missed, seats, seatsLeftOff, areas, areasLeftOff, vacant } = below
  const isRed = overdue + missed > 0
  const leftOff = areas.length > 0 ? areasLeftOff : seatsLeftOff
  return (
    <section aria-label={say(w.below)}>
      <Band title={say(w.below)} note={isRed ? say(w.belowCounts, { overdue, missed }) : undefined} />
      <div className={`below${isRed || below.unread.some((u) => u.isLate) ? ' below-red' : ''}`}>
        <Unread below={below} />
        {vacant.count > 0 ? <Vacant vacant={vacant} /> : null}
        {isRed ? null : (
          <Go to="/weave" className="below-row below-fine">
            <Icon name="check" size={18} />
            <div>
              <b>{say(w.belowFine)}</b>
              <span>{say(w.belowFineNext)}</span>
            </div>
            <Icon name="forward" size={16} />
          </Go>
        )}
        {areas.map((a) => (
          <AreaRow key={a.area ?? ''} area={a} />
        ))}
        {areas.length > 0 ? null : seats.map((seat) => <SeatRow key={seat.seat} seat={seat} />)}
        {isRed ? (
          <Go to="/weave" className="below-more">
            {leftOff > 0 ? `${say(w.belowMore, { count: leftOff })} · ${say(w.openWeave)}` : say(w.openWeave)}
          </Go>
        ) : null}
      </div>
    </section>
  )
}

function Unread({ below }: { below: Below }) {
  const say = useSay()
  const f = useFormat()
  const path = usePath()
  const [search] = useSearch()
  const [isWhole, open] = useState(false)
  // What is late first: the rest of a long list opens when it is asked for.
  const all = [...below.unread].sort((a, b) => Number(b.isLate) - Number(a.isLate))
  const lines = isWhole ? all : all.slice(0, mostUnread)
  const rows = lines.map((u) => (
    <Go
      key={u.duty}
      to={path}
      search={{ ...search, waiting: u.duty }}
      className={`below-row${u.isLate ? ' below-late' : ''}`}
    >
      <i className="below-sign" aria-hidden="true" />
      <div>
        <b>
          {say(u.isLate ? w.unreadLate : w.unread, {
            title: say(u.title),
            count: u.count,
            day: f.day(u.oldest),
          })}
        </b>
      </div>
      <Icon name="forward" size={16} />
    </Go>
  ))
  const left = all.length - lines.length
  return (
    <>
      {rows}
      {left > 0 ? (
        <button type="button" className="below-more" onClick={() => open(true)}>
          {say(w.unreadMore, { count: left })}
        </button>
      ) : null}
    </>
  )
}

/** Nothing falls due where nobody holds the seat, so nothing would be red: it is said. */
function Vacant({ vacant }: { vacant: Below['vacant'] }) {
  const say = useSay()
  const name = useName()
  const shown = vacant.seats.slice(0, 3).map(name)
  return (
    <Go to="/organization" className="below-row below-late">
      <i className="below-sign" aria-hidden="true" />
      <div>
        <b>{say(w.vacantSeats, { count: vacant.count })}</b>
        <span>
          {shown.join(say(['、', ', ']))}
          {vacant.count > shown.length ? ' …' : ''}
        </span>
      </div>
      <Icon name="forward" size={16} />
    </Go>
  )
}

function SeatRow({ seat }: { seat: Below['seats'][number] }) {
  const say = useSay()
  const name = useName()
  const path = usePath()
  const [search] = useSearch()
  return (
    <Go to={path} search={{ ...search, below: seat.seat }} className="below-row">
      <div>
        <b>{seat.name ? name({ name: seat.name, nameEn: seat.nameEn }) : say(w.headquarters)}</b>
        <span>
          {[seat.holder, ...seat.duties.slice(0, 2).map((d) => say(d.title))].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Trouble {...seat} />
      <Icon name="forward" size={16} />
    </Go>
  )
}

function AreaRow({ area }: { area: Below['areas'][number] }) {
  const say = useSay()
  const name = useName()
  return (
    <Go to="/weave" search={area.area ? { area: area.area } : {}} className="below-row">
      <div>
        <b>{area.name ? name({ name: area.name, nameEn: area.nameEn }) : say(w.headquarters)}</b>
        <span>{[area.holder, say(w.areaSeats, { seats: area.seats })].filter(Boolean).join(' · ')}</span>
      </div>
      <Trouble {...area} />
      <Icon name="forward" size={16} />
    </Go>
  )
}

function Trouble({ overdue, missed }: { overdue: number; missed: number }) {
  const say = useSay()
  return (
    <span className="below-counts">
      {overdue > 0 ? <Chip tone="late">{say(w.overdueCount, { count: overdue })}</Chip> : null}
      {missed > 0 ? <Chip tone="missed">✕ {say(w.missedCount, { count: missed })}</Chip> : null}
    </span>
  )
}
