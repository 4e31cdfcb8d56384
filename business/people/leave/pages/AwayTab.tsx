import { addMonths, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { p } from '../page-words.ts'
import { AwayGrid } from './AwayGrid.tsx'
import { AwayMonth } from './AwayMonth.tsx'
import { type Away, api, type Mine, spanOf } from './api.ts'

/** A store's own month as a calendar; several stores as store × day, on the phone as a list. */
export function AwayTab({ mine }: { mine: Mine }) {
  const say = useSay()
  const f = useFormat()
  const isPhone = useIsPhone()
  const [search, setSearch] = useSearch()
  const isOfStore = useHolds('storeManager', 'salesAssociate') && mine.store !== null
  const month = (search.month ?? monthOf(mine.today)) as Month
  const away = api.useSee(
    'leave.calendar',
    { month, ...(isOfStore && mine.store ? { store: mine.store } : {}) },
    { keep: true },
  )
  const turn = (by: number) => setSearch({ month: addMonths(month, by) })
  return (
    <Card
      title={f.month(month)}
      extra={
        <span className="leave-turn">
          <Button
            aria-label={say(p.previous)}
            onClick={() => turn(-1)}
            icon={<Icon name="back" size={18} />}
          />
          <Button aria-label={say(p.next)} onClick={() => turn(1)} icon={<Icon name="forward" size={18} />} />
        </span>
      }
    >
      <Seen of={away}>
        {(seen) => (
          <>
            {monthOf(seen.today) === month ? <Today seen={seen} /> : null}
            {seen.leftOff ? <p className="note">{say(p.leftOff, { count: seen.absences.length })}</p> : null}
            {isOfStore ? <AwayMonth seen={seen} /> : null}
            {!isOfStore && seen.absences.length === 0 ? <Empty title={say(p.nobodyAway)} /> : null}
            {!isOfStore && seen.absences.length > 0 ? (
              isPhone ? (
                <AwayList seen={seen} />
              ) : (
                <AwayGrid seen={seen} />
              )
            ) : null}
          </>
        )}
      </Seen>
    </Card>
  )
}

function Today({ seen }: { seen: Away }) {
  const say = useSay()
  const names = seen.absences
    .filter((a) => a.approved && a.from <= seen.today && a.to >= seen.today)
    .map((a) => a.name)
  return (
    <p className={names.length > 0 ? 'leave-today' : 'leave-today leave-quiet'}>
      {names.length > 0 ? say(p.awayToday, { names: names.join(say(p.comma)) }) : say(p.allHere)}
    </p>
  )
}

function AwayList({ seen }: { seen: Away }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  return (
    <ul className="leave-list">
      {seen.absences.map((a) => (
        <li key={a.id}>
          <div>
            <b>{a.name}</b> {spanOf(f, a.from, a.to)}{' '}
            {a.approved ? '' : <span className="tone-late">{say(p.waiting)}</span>}
            <div className="note">
              {a.storeName ? name({ name: a.storeName, nameEn: a.storeNameEn }) : say(p.headquarters)}
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}
