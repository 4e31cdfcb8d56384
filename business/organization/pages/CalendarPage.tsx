import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type Day,
  dayOfMonth,
  daysOf,
  firstDay,
  type Month,
  monthsOf,
  weekdayOf,
} from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { Card, Row, Rows } from '../../../platform/web/parts/Card.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { notice } from '../../../platform/web/parts/notice.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useMe, useName } from '../../../platform/web/session.ts'
import type { CalendarDay, CalendarEvent } from '../calendar/shape.ts'
import { api } from './api.ts'
import { pageWords as w } from './words.ts'
import './calendar.css'

const DayForm = later(() => import('./CalendarForms.tsx').then((m) => m.DayForm))
const EventForm = later(() => import('./CalendarForms.tsx').then((m) => m.EventForm))

interface Answer {
  year: number
  today: Day
  days: readonly CalendarDay[]
  events: readonly CalendarEvent[]
  decreed: { from: number; to: number }
}
type Opened = { day: Day } | { event: CalendarEvent | undefined }

/** The year as twelve months: holidays, make-up workdays and trade events in one look. */
export default function CalendarPage() {
  const say = useSay()
  const [search, setSearch] = useSearch()
  const { today } = useMe()
  const year = Number(search.year) || Number(today.slice(0, 4))
  const seen = api.useSee('organization.calendar', { year }, { keep: true })
  const [opened, open] = useState<Opened>()
  const count = (kind: CalendarDay['kind']) => seen.data?.days.filter((d) => d.kind === kind).length ?? 0
  const plans = useMay('organization.planEvent').may
  return (
    <Page
      title={`${say(w.calendar)} · ${say(w.year, { year })}`}
      sub={
        seen.data
          ? say(w.calendarSub, {
              holidays: count('holiday'),
              workdays: count('makeUpWorkday'),
              events: seen.data.events.length,
            })
          : undefined
      }
      actions={
        <>
          <Button onClick={() => setSearch({ year: year - 1 })}>{say(w.previousYear)}</Button>
          <Button onClick={() => setSearch({ year: year + 1 })}>{say(w.nextYear)}</Button>
          {plans ? (
            <Act may="organization.planEvent" type="primary" onClick={() => open({ event: undefined })}>
              {say(w.newEvent)}
            </Act>
          ) : null}
        </>
      }
    >
      <Seen of={seen}>{(answer) => <Year answer={answer} onOpen={open} />}</Seen>
      {opened && 'day' in opened ? (
        <DayForm
          day={opened.day}
          mark={seen.data?.days.find((d) => d.day === opened.day)}
          onClose={() => open(undefined)}
        />
      ) : null}
      {opened && 'event' in opened ? (
        <EventForm
          {...(opened.event ? { event: opened.event } : {})}
          today={today}
          onClose={() => open(undefined)}
        />
      ) : null}
    </Page>
  )
}

function Year({ answer, onOpen }: { answer: Answer; onOpen: (opened: Opened) => void }) {
  const say = useSay()
  const marks = useMemo(() => new Map(answer.days.map((d) => [d.day, d])), [answer.days])
  const keeps = useMay('organization.markDay').may
  const fill = api.useDo('organization.fillCalendar', {
    onDone: ({ added }) => notice(say(w.filled, { added })),
    onRefused: (problem) => notice(problem.message, 'problem'),
  })
  const isKnown = answer.year >= answer.decreed.from && answer.year <= answer.decreed.to
  return (
    <div className="cal">
      <p className="cal-legend note">
        <span className="cal-key cal-holiday" /> {say(w.holiday)}
        <span className="cal-key cal-workday" /> {say(w.makeUpWorkday)}
        <span className="cal-key cal-event" /> {say(w.events)}
        {keeps ? <span>{say(w.chooseDay)}</span> : null}
        {keeps && isKnown && answer.days.length === 0 ? (
          <Button size="small" loading={fill.isPending} onClick={() => fill.mutate({ year: answer.year })}>
            {say(w.fillYear)}
          </Button>
        ) : null}
      </p>
      {isKnown ? null : (
        <p className="cal-missing">{say(w.decreeMissing, { year: answer.year, ...answer.decreed })}</p>
      )}
      <div className="cal-year">
        {monthsOf(answer.year).map((month) => (
          <MonthGrid
            key={month}
            month={month}
            today={answer.today}
            marks={marks}
            events={answer.events}
            {...(keeps ? { onPress: (day: Day) => onOpen({ day }) } : {})}
          />
        ))}
      </div>
      <Events events={answer.events} onOpen={(event) => onOpen({ event })} />
    </div>
  )
}

function MonthGrid(props: {
  month: Month
  today: Day
  marks: ReadonlyMap<Day, CalendarDay>
  events: readonly CalendarEvent[]
  onPress?: (day: Day) => void
}) {
  const { month, today, marks, events, onPress } = props
  const f = useFormat()
  const own = useRef<HTMLElement>(null)
  const isPhone = useIsPhone()
  const isNow = today.slice(0, 7) === month
  // Twelve months are a long way on a phone: begin at the present one.
  useEffect(() => {
    if (isPhone && isNow) own.current?.scrollIntoView({ block: 'start' })
  }, [isPhone, isNow])
  const here = events.filter((e) => e.from.slice(0, 7) <= month && e.to.slice(0, 7) >= month)
  const narrow = Array.from({ length: 7 }, (_, i) =>
    f
      .weekday(`2024-01-0${i + 1}` as Day)
      .replace('周', '')
      .slice(0, 2),
  )
  return (
    <section className="cal-month" ref={own} aria-label={f.month(month)}>
      <h2>{f.shortMonth(month)}</h2>
      <div className="cal-grid num">
        {narrow.map((label) => (
          <span key={label} className="cal-weekday">
            {label}
          </span>
        ))}
        {daysOf(month).map((day) => {
          const mark = marks.get(day)
          const event = here.find((e) => e.from <= day && e.to >= day)
          const className = [
            'cal-day',
            mark
              ? mark.kind === 'holiday'
                ? 'cal-holiday'
                : 'cal-workday'
              : weekdayOf(day) > 5
                ? 'cal-weekend'
                : '',
            event ? 'cal-event' : '',
            day === today ? 'cal-today' : '',
          ].join(' ')
          const title = [
            f.dayAndWeekday(day),
            mark && (f.language === 'zh' ? mark.name : mark.nameEn),
            event && (f.language === 'en' ? (event.nameEn ?? event.name) : event.name),
          ]
            .filter(Boolean)
            .join(' · ')
          const style = day === firstDay(month) ? { gridColumnStart: weekdayOf(day) } : undefined
          return onPress ? (
            <button
              key={day}
              type="button"
              className={className}
              style={style}
              title={title}
              aria-label={title}
              onClick={() => onPress(day)}
            >
              {dayOfMonth(day)}
            </button>
          ) : (
            <span key={day} className={className} style={style} title={title}>
              {dayOfMonth(day)}
            </span>
          )
        })}
      </div>
    </section>
  )
}

function Events({
  events,
  onOpen,
}: {
  events: readonly CalendarEvent[]
  onOpen: (event: CalendarEvent) => void
}) {
  const say = useSay()
  const name = useName()
  const f = useFormat()
  const plans = useMay('organization.planEvent').may
  return (
    <Card title={say(w.events)}>
      {events.length === 0 ? (
        <Empty title={say(w.noEvents)} />
      ) : (
        <Rows>
          {events.map((event) => (
            <Row key={event.id} name={name(event)} {...(plans ? { onPress: () => onOpen(event) } : {})}>
              <span className="num">
                {event.from === event.to
                  ? f.dayAndWeekday(event.from)
                  : `${f.day(event.from)} – ${f.day(event.to)}`}
              </span>{' '}
              <span className="note">
                {event.store ? name(event.store) : say(w.wholeChainEvent)}
                {event.minutes > 0 ? ` · ${say(w.eventAsks, { minutes: event.minutes })}` : ''}
              </span>
            </Row>
          ))}
        </Rows>
      )}
    </Card>
  )
}
