import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/web/format.ts'
import { DutyCard } from '../../../platform/web/parts/Card.tsx'
import { Chip } from '../../../platform/web/parts/Steps.tsx'
import { Go } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import { stateNow } from '../moments.ts'
import type { TodayItem } from './api.ts'
import { DutyLink } from './DutyLink.tsx'
import { columnSaid, factSaid, lateSaid, lengthSaid, periodSaid, whenSaid } from './said.ts'
import { w } from './words.ts'

/** When, what, the fact that matters now, one button that opens the act with everything filled in. */
export function DueCard(props: {
  item: TodayItem
  now: number
  /** The first of the page: its button is the one to press. */
  isFirst: boolean
  /** Set where the reader holds more than one seat. */
  showSeat: boolean
  /** Added to the fact: who is behind. */
  also?: string | undefined
}) {
  const { item, now, isFirst, showSeat, also } = props
  const say = useSay()
  const f = useFormat()
  const state = stateNow(item, now)
  const isLate = state === 'overdue'
  const { when, note } = columnSaid(item.dueAt, now, say, f)
  const fact = [factSaid(item, say, f), also].filter(Boolean).join(' · ')
  return (
    <DutyCard
      state={isLate ? 'late' : state === 'open' ? 'due' : 'later'}
      when={when}
      whenNote={note}
      title={
        <>
          <DutyLink item={item}>{say(item.title)}</DutyLink>
          <Period item={item} />
          <Marks item={item} showSeat={showSeat} />
        </>
      }
      fact={
        <>
          {isLate ? <b className="duty-lateness">{lateLine(item, now)}</b> : null}
          {fact || !isLate ? (
            <span {...(item.fact?.kind === 'matter' ? { translate: 'no' } : {})}>{fact || ahead(item)}</span>
          ) : null}
        </>
      }
      action={<Doing item={item} state={state} isFirst={isFirst} />}
      below={item.samples.length > 0 ? <Samples item={item} /> : undefined}
    />
  )

  function lateLine(late: TodayItem, at: number): ReactNode {
    const missed = late.missedAt === null ? undefined : Date.parse(late.missedAt) - at
    const line = lateSaid(late, at, say)
    return missed === undefined ? line : `${line} · ${say(w.leftToMiss, { length: lengthSaid(missed, say) })}`
  }
  /** Nothing to be said in figures: what it is about, or from when it can be done. */
  function ahead(it: TodayItem): string {
    if (it.raised) return say(w.raisedBy, { what: say(it.raised), when: whenSaid(it.opensAt, now, say, f) })
    return state === 'ahead' ? say(w.opensIn, { when: whenSaid(it.opensAt, now, say, f) }) : say(it.help)
  }
}

/** Which day, month or year, where it is not today's. */
export function Period({ item }: { item: Pick<TodayItem, 'cadence' | 'period' | 'day'> }) {
  const f = useFormat()
  const said = periodSaid(item, useMe().today, f)
  return said ? <span className="duty-period">{said}</span> : null
}

/** Whose it is where it is not plain: the seat, whom one stands in for, that it came back. */
function Marks({ item, showSeat }: { item: TodayItem; showSeat: boolean }) {
  const say = useSay()
  const name = useName()
  return (
    <>
      {showSeat && item.seatName ? (
        <Chip>{name({ name: item.seatName, nameEn: item.seatNameEn })}</Chip>
      ) : null}
      {item.onBehalfOf ? (
        <Chip tone="accent">
          {item.onBehalfOfName ? say(w.standIn, { name: item.onBehalfOfName }) : say(w.standInNobody)}
        </Chip>
      ) : null}
      {item.reopened > 0 ? <Chip tone="late">{say(w.reopened)}</Chip> : null}
    </>
  )
}

function Doing({ item, state, isFirst }: { item: TodayItem; state: string; isFirst: boolean }) {
  const say = useSay()
  if (!item.act) return null
  const isDue = state === 'open' || state === 'overdue'
  const word = isDue ? w.doIt : w.look
  const first = item.samples.find((s) => !s.checked)
  return (
    <Go
      to={first?.open.path ?? item.act.path}
      search={first ? { ...first.open.query, among: amongOf(item) } : item.act.query}
      className={`duty-do${isFirst && isDue ? ' duty-do-first' : ''}`}
      label={`${say(word)}: ${say(item.title)}`}
    >
      {say(word)}
    </Go>
  )
}

/** The stated sample of somebody who looks after others: each record one press away. */
function Samples({ item }: { item: TodayItem }) {
  const say = useSay()
  const name = useName()
  const among = amongOf(item)
  return (
    <ul className="samples" aria-label={say(w.sample)}>
      {item.samples.map((s) => (
        <li key={s.instance}>
          <Go to={s.open.path} search={{ ...s.open.query, among }} className="sample">
            <span>{name({ name: s.storeName, nameEn: s.storeNameEn })}</span>
            {s.risk > 2 ? <small>{say(w.sampleRisk)}</small> : null}
            <b className={s.checked ? 'sample-done' : undefined}>
              {s.checked ? `✓ ${say(w.sampleDone)}` : say(w.sampleLook)}
            </b>
          </Go>
        </li>
      ))}
    </ul>
  )
}

/** The stores of a sample, so that the page of the records goes from one to the next. */
const amongOf = (item: TodayItem): string => item.samples.map((s) => s.store).join(',')
