import { useEffect } from 'react'
import { setBadge } from '../../../platform/web/badges.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Go, usePath } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds } from '../../../platform/web/session.ts'
import { stateNow, toRemind } from '../moments.ts'
import type { TodayItem } from './api.ts'
import { useNow } from './clock.ts'
import './reminder.css'
import { lateSaid, lengthSaid } from './said.ts'
import { useToday } from './useToday.ts'
import { w } from './words.ts'

/** Over every page: a quiet line when a duty of one's own falls due within half an hour or has become overdue. */
export default function Reminder() {
  const isAsked = useHolds('operationsDirector', 'areaManager', 'storeManager', 'salesAssociate')
  return isAsked ? <Reminded /> : null
}

function Reminded() {
  const say = useSay()
  const path = usePath()
  const today = useToday()
  const now = useNow(today.data?.at, today.dataUpdatedAt)
  const due = toRemind([...(today.data?.now ?? []), ...(today.data?.next ?? [])], now)
  const count = due.length
  useEffect(() => {
    setBadge('/today', count > 0 ? { count, words: say(w.badge, { count }) } : undefined)
    return () => setBadge('/today', undefined)
  }, [count, say])
  const [first, ...others] = due
  // Today itself says it, and whoever is at it needs no reminder.
  const isHere = path === '/today' || due.some((item) => item.act?.path === path)
  return (
    <div role="status">
      {first && !isHere ? <Line item={first} others={others.length} now={now} /> : null}
    </div>
  )
}

function Line({ item, others, now }: { item: TodayItem; others: number; now: number }) {
  const say = useSay()
  const isLate = stateNow(item, now) === 'overdue'
  const when = isLate
    ? lateSaid(item, now, say)
    : say(w.leftFor, { length: lengthSaid(Date.parse(item.dueAt) - now, say) })
  return (
    <p className={`reminder${isLate ? ' reminder-late' : ''}`}>
      <Icon name="history" size={16} />
      <span>
        <b>{say(item.title)}</b> {when}
        {others > 0 ? ` · ${say(w.reminderMore, { count: others })}` : ''}
      </span>
      {item.act && others === 0 ? (
        <Go to={item.act.path} search={item.act.query} className="reminder-do">
          {say(w.doIt)}
        </Go>
      ) : (
        <Go to="/today" className="reminder-do">
          {say(w.toToday)}
        </Go>
      )}
    </p>
  )
}
