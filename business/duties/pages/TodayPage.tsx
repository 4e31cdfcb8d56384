import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { positionName } from '../../../platform/web/positions.ts'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName, usePlaceName } from '../../../platform/web/session.ts'
import type { TodayAnswer } from './api.ts'
import { BelowCard } from './BelowCard.tsx'
import { useNow } from './clock.ts'
import { DoneList, Excused, Missed } from './DoneList.tsx'
import { DueNow, LaterOn, NextUp } from './DueLists.tsx'
import { Head, WinBack } from './Head.tsx'
import { type SeatHead, useHeads } from './heads.ts'
import { Sheets } from './Sheets.tsx'
import { useLeads, useToday } from './useToday.ts'
import { w } from './words.ts'
import './duties.css'

/** Today: the one number of the position, what is due now, next and later, what is done, and what is red below. */
export default function TodayPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const place = usePlaceName()
  const isPhone = useIsPhone()
  const heads = useHeads()
  const [search, change] = useSearch()
  const head = heads.find((h) => h.key === search.seat) ?? heads[0]
  const today = useToday()
  const [first] = me.appointments
  return (
    <Page
      title={place ?? me.person.name}
      sub={
        isPhone
          ? undefined
          : [f.dayAndWeekday(me.today), first ? say(positionName(first.position)) : '', me.person.name]
              .filter(Boolean)
              .join(' · ')
      }
      actions={
        heads.length > 1 && head ? (
          <SeatTabs heads={heads} head={head} onChange={(seat) => change({ seat })} />
        ) : undefined
      }
    >
      {head && (isPhone || isWide(head)) ? <Head key={head.key} head={head} /> : null}
      <Seen of={today} lines={5}>
        {(answer) => <Sections answer={answer} seenAt={today.dataUpdatedAt} heads={heads} head={head} />}
      </Seen>
      <Sheets />
    </Page>
  )
}

/** The figures of an area or of the company stand over both columns; a store's or one's own over the duties. */
const isWide = ({ kind }: SeatHead): boolean => kind === 'area' || kind === 'company'

function Sections(props: {
  answer: TodayAnswer
  seenAt: number
  heads: readonly SeatHead[]
  head: SeatHead | undefined
}) {
  const { answer, seenAt, heads, head } = props
  const isPhone = useIsPhone()
  const now = useNow(answer.at, seenAt)
  const showSeat = heads.length > 1
  const leads = useLeads()
  const due = <DueNow answer={answer} now={now} showSeat={showSeat} />
  const ahead = (
    <>
      <NextUp items={answer.next} now={now} showSeat={showSeat} />
      <LaterOn items={answer.later} now={now} showSeat={showSeat} />
    </>
  )
  const below = leads ? <BelowCard /> : null
  const behind = (
    <>
      <DoneList items={answer.done} now={now} showSeat={showSeat} />
      <Missed items={answer.missed} now={now} showSeat={showSeat} />
      <Excused items={answer.excused} showSeat={showSeat} />
    </>
  )
  const winBack = head && isWide(head) ? <WinBack head={head} /> : null
  return isPhone ? (
    <div className="today">
      {due}
      {below}
      {ahead}
      {winBack}
      {behind}
    </div>
  ) : (
    <div className="today today-desk">
      <div>
        {head && !isWide(head) ? <Head key={head.key} head={head} /> : null}
        {due}
        {ahead}
        {winBack}
      </div>
      <div>
        {below}
        {behind}
      </div>
    </div>
  )
}

function SeatTabs(props: { heads: readonly SeatHead[]; head: SeatHead; onChange: (seat: string) => void }) {
  const { heads, head, onChange } = props
  const say = useSay()
  const name = useName()
  return (
    <Tabs
      label={say(w.seats)}
      value={head.key}
      options={heads.map((h) => ({
        key: h.key,
        label: h.isLent ? `${name(h.place)} · ${say(w.standInNobody)}` : name(h.place),
      }))}
      onChange={onChange}
    />
  )
}
