import { useState } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { Icon } from '../../../platform/web/parts/Icon.tsx'
import { Band } from '../../../platform/web/parts/Page.tsx'
import { Empty } from '../../../platform/web/parts/States.tsx'
import { type Say, useSay } from '../../../platform/web/say.ts'
import { stateNow } from '../moments.ts'
import type { TodayAnswer, TodayItem } from './api.ts'
import { DueCard } from './DueCard.tsx'
import { useStoreDay } from './Head.tsx'
import { whenSaid } from './said.ts'
import { useLeads } from './useToday.ts'
import { w } from './words.ts'

interface Listed {
  items: readonly TodayItem[]
  now: number
  showSeat: boolean
}

/** 现在: overdue first, then what is due soonest; when there is nothing, what comes next. */
export function DueNow({ answer, now, showSeat }: { answer: TodayAnswer; now: number; showSeat: boolean }) {
  const say = useSay()
  const items = answer.now.filter((i) => stateNow(i, now) !== 'missed')
  if (items.length === 0) return <NothingNow answer={answer} now={now} />
  return (
    <section aria-label={say(w.now)}>
      <Band title={say(w.now)} note={countSaid(items, say)} />
      {items.map((item, i) => (
        <WithBehind key={item.id} item={item} now={now} isFirst={i === 0} showSeat={showSeat} />
      ))}
    </section>
  )
}

/** A store's report of today also says who is behind, as the head above it does. */
function WithBehind(props: { item: TodayItem; now: number; isFirst: boolean; showSeat: boolean }) {
  const { item } = props
  const say = useSay()
  const isReport = item.fact?.kind === 'storeDay'
  const board = useStoreDay(isReport ? item.store : undefined)
  const behind =
    isReport && board.data?.day === item.day
      ? board.data.people.filter((p) => p.needsHelp).map((p) => p.name)
      : []
  return (
    <DueCard
      {...props}
      also={
        behind.length > 0
          ? say(w.factBehind, { names: behind.slice(0, 2).join(say(['、', ', '])) })
          : undefined
      }
    />
  )
}

function NothingNow({ answer, now }: { answer: TodayAnswer; now: number }) {
  const say = useSay()
  const f = useFormat()
  const leads = useLeads()
  const next = answer.next[0] ?? answer.later[0]
  if (!next && leads) return <Quiet title={say(w.nothingOwn)} />
  if (!next)
    return (
      <Empty
        title={say(answer.done.length > 0 ? w.nothingAtAll : w.nothingYet)}
        next={say(w.nothingAtAllNext)}
      />
    )
  const when = whenSaid(next.opensAt > answer.at ? next.opensAt : next.dueAt, now, say, f)
  return <Quiet title={say(w.nothingNow)} next={say(w.nothingNowNext, { when, title: say(next.title) })} />
}

function Quiet({ title, next }: { title: string; next?: string }) {
  return (
    <section className="nothing-now">
      <Icon name="check" size={22} />
      <div>
        <h2>{title}</h2>
        {next ? <p>{next}</p> : null}
      </div>
    </section>
  )
}

export function NextUp({ items, now, showSeat }: Listed) {
  const say = useSay()
  if (items.length === 0) return null
  return (
    <section aria-label={say(w.next)}>
      <Band title={say(w.next)} note={countSaid(items, say)} />
      {items.map((item) => (
        <DueCard key={item.id} item={item} now={now} isFirst={false} showSeat={showSeat} />
      ))}
    </section>
  )
}

/** 以后 is closed at first: it is not for today. */
export function LaterOn({ items, now, showSeat }: Listed) {
  const say = useSay()
  const [isOpen, open] = useState(false)
  if (items.length === 0) return null
  return (
    <section aria-label={say(w.later)}>
      <button type="button" className="later-head" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        <h2>{say(w.later)}</h2>
        <span>
          {say(w.count, { count: items.length })}
          <Icon name="down" size={16} />
        </span>
      </button>
      {isOpen
        ? items.map((item) => (
            <DueCard key={item.id} item={item} now={now} isFirst={false} showSeat={showSeat} />
          ))
        : null}
    </section>
  )
}

function countSaid(items: readonly TodayItem[], say: Say): string {
  const minutes = items.reduce((sum, i) => sum + i.minutes, 0)
  return say(minutes > 0 ? w.countMinutes : w.count, { count: items.length, minutes })
}
