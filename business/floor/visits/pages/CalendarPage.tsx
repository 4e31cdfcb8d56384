import { useState } from 'react'
import {
  addMonths,
  type Day,
  daysOf,
  isMonth,
  type Month,
  weekdayOf,
} from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { BarList } from '../../../../platform/web/parts/BarList.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { v } from '../page-words.ts'
import { longUnvisited } from '../rules.ts'
import { api, type Calendar, scoreSaid } from './api.ts'
import { PlanSheet } from './PlanSheet.tsx'
import './calendar.css'
import './visits.css'

/** The month of visits: which store when, planned and made; beside it the stores where nobody was for long. */
export default function CalendarPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const [search, change] = useSearch()
  const [at, plan] = useState<{ day?: Day; store?: string }>()
  const asked = {
    ...(search.month && isMonth(search.month) ? { month: search.month } : {}),
    ...(search.area ? { area: search.area } : {}),
  }
  const calendar = api.useSee('visits.calendar', asked, { keep: true })
  const month = (calendar.data?.month ?? me.today.slice(0, 7)) as Month
  const show = (by: number) => change({ month: addMonths(month, by) })
  return (
    <Page
      title={say(v.calendar)}
      sub={f.month(month)}
      actions={
        <>
          <Button aria-label={say(v.monthBefore)} onClick={() => show(-1)}>
            ‹
          </Button>
          <Button aria-label={say(v.monthAfter)} onClick={() => show(1)}>
            ›
          </Button>
          <Go to="/visits/findings" className="btn">
            {say(v.findingsShort)}
          </Go>
          <Act type="primary" may="visits.plan" onClick={() => plan({})}>
            {say(v.planVisit)}
          </Act>
        </>
      }
    >
      <Seen of={calendar}>
        {(seen) =>
          seen.of === 0 ? (
            <Empty title={say(v.noStores)} />
          ) : (
            <>
              <Sums seen={seen} />
              <Columns columns="3fr 1.4fr">
                <MonthGrid seen={seen} onDay={(day) => plan({ day })} />
                <div className="visit-column">
                  {seen.isWide ? <Areas seen={seen} /> : null}
                  <Unvisited seen={seen} onPlan={(store) => plan({ store })} />
                </div>
              </Columns>
              {at ? <PlanSheet seen={seen} at={at} onClose={() => plan(undefined)} /> : null}
            </>
          )
        }
      </Seen>
    </Page>
  )
}

function Sums({ seen }: { seen: Calendar }) {
  const say = useSay()
  const f = useFormat()
  const is = (...states: string[]): number => seen.plans.filter((p) => states.includes(p.state)).length
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(v.planned)}
        value={f.count(seen.plans.length)}
        note={say(v.madeOf, { made: is('made', 'moved') })}
      />
      <Figure
        size="strip"
        label={say(v.missedPlans)}
        value={f.count(is('missed'))}
        tone={is('missed') > 0 ? 'missed' : 'plain'}
      />
      <Figure
        size="strip"
        label={say(v.visitsMade)}
        value={f.count(seen.visits.length)}
        note={say(v.storesSeen, { count: new Set(seen.visits.map((o) => o.store)).size, of: seen.of })}
      />
      <Figure
        size="strip"
        label={say(v.longNotSeen, { days: longUnvisited })}
        value={f.count(seen.long)}
        tone={seen.long > 0 ? 'late' : 'plain'}
      />
    </FigureStrip>
  )
}

type Entry = {
  key: string
  store: string
  state: 'planned' | 'made' | 'moved' | 'missed'
  visit: string | null
  score: number | null
  who: string
}
/** What stands on a day: plans with what became of them, and visits that nobody had planned for that day. */
function entriesOn(seen: Calendar, day: Day): Entry[] {
  const score = new Map(seen.visits.map((o) => [o.id, o.score]))
  const plans = seen.plans
    .filter((p) => p.day === day)
    .map((p) => ({
      key: p.id,
      store: p.store,
      state: p.state,
      visit: p.visit,
      score: p.state === 'made' && p.visit ? (score.get(p.visit) ?? null) : null,
      who: p.personName,
    }))
  const told = new Set(plans.flatMap((p) => (p.state === 'made' && p.visit ? [p.visit] : [])))
  const visits = seen.visits
    .filter((o) => o.day === day && !told.has(o.id))
    .map((o) => ({
      key: o.id,
      store: o.store,
      state: 'made' as const,
      visit: o.id,
      score: o.score,
      who: o.byName,
    }))
  return [...plans, ...visits]
}

/** Seven columns on the desk; on the phone the days on which there is something, today, and those to come. */
function MonthGrid({ seen, onDay }: { seen: Calendar; onDay: (day: Day) => void }) {
  const say = useSay()
  const f = useFormat()
  const isPhone = useIsPhone()
  const month = seen.month as Month
  const days = daysOf(month)
  const entries = new Map(days.map((day) => [day, entriesOn(seen, day)]))
  const shown = isPhone ? days.filter((d) => entries.get(d)!.length > 0 || d === seen.today) : days
  const lead = weekdayOf(days[0]!) - 1
  return (
    <div>
      {isPhone ? null : (
        <div className="month-heads" aria-hidden="true">
          {days.slice((7 - lead) % 7, ((7 - lead) % 7) + 7).map((d) => (
            <span key={d}>{f.weekday(d)}</span>
          ))}
        </div>
      )}
      <ol className={isPhone ? 'month-list' : 'month-grid'}>
        {isPhone
          ? null
          : Array.from({ length: lead }, (_, i) => <li key={`lead${String(i)}`} className="is-blank" />)}
        {shown.map((day) => (
          <li key={day} className={day === seen.today ? 'is-today' : day < seen.today ? 'is-past' : ''}>
            <span className="month-day">
              {isPhone ? f.dayAndWeekday(day) : Number(day.slice(8))}
              {day >= seen.today ? (
                <button
                  type="button"
                  aria-label={say(v.planOn, { day: f.day(day) })}
                  onClick={() => onDay(day)}
                >
                  +
                </button>
              ) : null}
            </span>
            {entries.get(day)!.map((e) => (
              <EntryChip key={e.key} entry={e} seen={seen} />
            ))}
          </li>
        ))}
      </ol>
      <p className="month-legend note">
        <span className="is-made">✓ {say(v.stateMade)}</span>{' '}
        <span className="is-planned">○ {say(v.statePlanned)}</span>{' '}
        <span className="is-moved">↷ {say(v.stateMoved)}</span>{' '}
        <span className="is-missed">✕ {say(v.stateMissed)}</span>
      </p>
    </div>
  )
}

const signs = { planned: '○', made: '✓', moved: '↷', missed: '✕' } as const
function EntryChip({ entry: e, seen }: { entry: Entry; seen: Calendar }) {
  const say = useSay()
  const name = useName()
  const store = seen.stores.find((s) => s.id === e.store)
  const state = { planned: v.statePlanned, made: v.stateMade, moved: v.stateMoved, missed: v.stateMissed }[
    e.state
  ]
  const search = { store: e.store, ...(e.visit ? { visit: e.visit } : {}) }
  return (
    <Go
      to={e.state === 'planned' && e.who ? '/visits/make' : '/visits/store'}
      search={e.state === 'planned' ? { store: e.store } : search}
      className={`month-entry is-${e.state}`}
    >
      <i aria-hidden="true">{signs[e.state]}</i>
      <span translate="no">{store ? name(store) : ''}</span>
      {e.score === null ? null : <b className="num">{scoreSaid(e.score)}</b>}
      <span className="sr-only" translate="no">
        {say(state)} {e.who}
      </span>
    </Go>
  )
}

function Areas({ seen }: { seen: Calendar }) {
  const say = useSay()
  const name = useName()
  return (
    <Card title={say(v.byArea)}>
      <ul className="visit-stores">
        {seen.areas.map((a) => (
          <li key={a.id}>
            <Go to="/visits" search={{ area: a.id, month: seen.month }} className="month-area">
              <b translate="no">{name(a)}</b>
              <small className={a.long > 0 ? 'tone-late' : undefined}>
                {say(v.areaLong, { long: a.long, of: a.stores })}
              </small>
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The longest first: a bar of days, and the next day on which somebody means to go. */
function Unvisited({ seen, onPlan }: { seen: Calendar; onPlan: (store: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  return (
    <Card title={say(v.notSeenFor)} sub={say(v.notSeenSub, { days: longUnvisited })}>
      <BarList
        label={say(v.notSeenFor)}
        room="8em"
        max={longUnvisited * 2}
        mark={longUnvisited}
        bars={seen.stores.slice(0, 14).map((s) => ({
          key: s.id,
          label: (
            <button type="button" className="visit-name" translate="no" onClick={() => onPlan(s.id)}>
              {name(s)}
            </button>
          ),
          value: s.unvisited,
          text: s.next
            ? `${say(v.daysSince, { days: s.unvisited })} · ${say(v.nextOn, { day: f.day(s.next) })}`
            : s.last
              ? say(v.daysSince, { days: s.unvisited })
              : say(v.never),
          tone: s.isLong ? (s.next ? 'late' : 'missed') : 'soft',
        }))}
      />
    </Card>
  )
}
