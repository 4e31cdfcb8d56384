import { useId, useState } from 'react'
import { type Day, isDay, localTime } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import { client } from '../../../../platform/web/client.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useWaiting } from '../../../../platform/web/outbox/outbox.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { InputNumber } from '../../../../platform/web/parts/Input.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useMe } from '../../../../platform/web/session.ts'
import type { ticketOperations } from '../actions.ts'
import { pageWords } from '../page-words.ts'
import type { ticketViews } from '../view-actions.ts'
import type { CountEntry, HourCount } from '../view-tables.ts'
import { StorePicker } from './StorePicker.tsx'
import { useStore } from './useStore.ts'
import './page.css'

const views = client<typeof ticketViews>()
const api = client<typeof ticketOperations>()

/** People entering and try-ons, hour by hour: one press at the door, a correction that everybody can see. */
export default function TrafficSheet() {
  const say = useSay()
  const f = useFormat()
  const today = useMe().today
  const [store, choose] = useStore()
  const [search, change] = useSearch()
  const day = search.day && isDay(search.day) ? search.day : today
  const seen = views.useSee(
    'sales.trafficDay',
    { store: store ?? '', day },
    { when: store !== undefined, keep: true },
  )
  return (
    <Page
      title={say(pageWords.traffic)}
      sub={f.dayAndWeekday(day)}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          <DayInput
            label={say(pageWords.day)}
            value={day}
            max={today}
            onChange={(next) => change({ day: next })}
          />
        </>
      }
    >
      {store ? <Seen of={seen}>{(t) => <Counted seen={t} />}</Seen> : <Empty title={say(pageWords.store)} />}
    </Page>
  )
}

interface DayCounts {
  day: Day
  today: Day
  closed: boolean
  store: { id: string; timeZone: string; opensAt: string; closesAt: string }
  hours: readonly HourCount[]
  entries: readonly CountEntry[]
}

function Counted({ seen }: { seen: DayCounts }) {
  const say = useSay()
  const f = useFormat()
  const { may } = useMay('sales.traffic')
  const [setting, set] = useState<HourCount>()
  const rows = openHours(seen)
  const now = Math.floor(localTime(new Date(), seen.store.timeZone).minutes / 60)
  const rate = (part: number, whole: number): string => (whole > 0 ? f.percent(part / whole) : '—')
  const total = (pick: (h: HourCount) => number): number => rows.reduce((n, h) => n + pick(h), 0)
  const columns: Column<HourCount>[] = [
    {
      key: 'hour',
      head: say(pageWords.hour),
      cell: (h) => <span className="num">{say(pageWords.hourOf, { hour: h.hour })}</span>,
    },
    {
      key: 'traffic',
      head: say(pageWords.entered),
      kind: 'figure',
      cell: (h) => f.count(h.traffic),
      total: f.count(total((h) => h.traffic)),
    },
    {
      key: 'tryOns',
      head: say(pageWords.tryOns),
      kind: 'figure',
      cell: (h) => f.count(h.tryOns),
      total: f.count(total((h) => h.tryOns)),
    },
    {
      key: 'tickets',
      head: say(pageWords.saleTickets),
      kind: 'figure',
      cell: (h) => f.count(h.saleTickets),
      total: f.count(total((h) => h.saleTickets)),
    },
    {
      key: 'conversion',
      head: say(pageWords.conversion),
      kind: 'figure',
      cell: (h) => rate(h.saleTickets, h.traffic),
      total: rate(
        total((h) => h.saleTickets),
        total((h) => h.traffic),
      ),
    },
  ]
  return (
    <Columns columns="2fr 1fr">
      <div className="stack">
        {may && seen.day === seen.today && !seen.closed ? (
          <NowCard store={seen.store.id} day={seen.day} hour={now} count={rows.find((h) => h.hour === now)} />
        ) : null}
        {seen.closed ? <p className="till-line">{say(pageWords.dayClosed)}</p> : null}
        <DataTable
          label={say(pageWords.traffic)}
          columns={columns}
          rows={rows}
          keyOf={(h) => String(h.hour)}
          {...(may && !seen.closed ? { onOpen: (h: HourCount) => set(h) } : {})}
        />
      </div>
      <Card title={say(pageWords.entries)}>
        <ol className="chain">
          {seen.entries.map((e) => (
            <li className="chain-line" key={e.id}>
              <div>
                <span className="num">
                  {say(pageWords.entryLine, {
                    hour: e.hour,
                    traffic: signed(e.traffic),
                    tryOns: signed(e.tryOns),
                  })}
                </span>
                <p className="note">{[e.by, f.time(e.at)].filter(Boolean).join(' · ')}</p>
              </div>
            </li>
          ))}
        </ol>
      </Card>
      {setting ? (
        <HourSheet store={seen.store.id} day={seen.day} count={setting} onClose={() => set(undefined)} />
      ) : null}
    </Columns>
  )
}

/** The counter in the hand: +1 for whoever comes in. */
interface Pressed {
  store: string
  day?: string
  hour: number
  traffic: number
  tryOns: number
}

function NowCard({
  store,
  day,
  hour,
  count,
}: {
  store: string
  day: Day
  hour: number
  count: HourCount | undefined
}) {
  const say = useSay()
  const f = useFormat()
  const enter = api.useDo('sales.traffic', {
    about: (input) =>
      [
        say(pageWords.nowHour, { hour: input.hour }),
        ...(!input.traffic ? [] : [`${say(pageWords.entered)} ${signed(input.traffic ?? 0)}`]),
        ...(!input.tryOns ? [] : [`${say(pageWords.tryOns)} ${signed(input.tryOns ?? 0)}`]),
      ].join(' '),
  })
  const waiting = useWaiting<Pressed>('sales.traffic').filter(
    ({ input }) => input.store === store && input.day === day && input.hour === hour,
  )
  const sum = (of: 'traffic' | 'tryOns') =>
    waiting.reduce((all, { input }) => all + input[of], count?.[of] ?? 0)
  const [traffic, tryOns] = [sum('traffic'), sum('tryOns')]
  const press = (people: number, tries: number) => () =>
    enter.mutate({ id: newId(), store, day, hour, traffic: people, tryOns: tries })
  return (
    <Card title={say(pageWords.nowHour, { hour })}>
      {enter.error && !enter.error.isWaiting ? <FormProblem problem={enter.error} /> : null}
      <div className="now-counts">
        <div className="now-count">
          <span className="note">{say(pageWords.entered)}</span>
          <b className="num">{f.count(traffic)}</b>
          <span className="now-buttons">
            <Button size="large" disabled={traffic === 0} onClick={press(-1, 0)}>
              {say(pageWords.minusOne)}
            </Button>
            <Button size="large" onClick={press(5, 0)}>
              {say(pageWords.plusFive)}
            </Button>
            <Button size="large" type="primary" onClick={press(1, 0)}>
              {say(pageWords.plusOne)}
            </Button>
          </span>
        </div>
        <div className="now-count">
          <span className="note">{say(pageWords.tryOns)}</span>
          <b className="num">{f.count(tryOns)}</b>
          <span className="now-buttons">
            <Button size="large" disabled={tryOns === 0} onClick={press(0, -1)}>
              {say(pageWords.minusOne)}
            </Button>
            <Button size="large" onClick={press(0, 1)}>
              {say(pageWords.plusOne)}
            </Button>
          </span>
        </div>
      </div>
    </Card>
  )
}

/** Typed: what it should be; the difference is what is recorded. */
function HourSheet({
  store,
  day,
  count,
  onClose,
}: {
  store: string
  day: Day
  count: HourCount
  onClose: () => void
}) {
  const say = useSay()
  const [ids] = useState({ traffic: useId(), tryOns: useId(), record: newId() })
  const [traffic, setTraffic] = useState(count.traffic)
  const [tryOns, setTryOns] = useState(count.tryOns)
  const save = api.useDo('sales.traffic', { whenSafe: onClose })
  const change = { traffic: traffic - count.traffic, tryOns: tryOns - count.tryOns }
  return (
    <Sheet
      title={say(pageWords.setHour, { hour: count.hour })}
      onClose={onClose}
      foot={
        <div className="sheet-foot">
          <Button
            size="large"
            type="primary"
            loading={save.isPending}
            disabled={change.traffic === 0 && change.tryOns === 0}
            onClick={() => save.mutate({ id: ids.record, store, day, hour: count.hour, ...change })}
          >
            {say(pageWords.done)}
          </Button>
        </div>
      }
    >
      {save.error ? <FormProblem problem={save.error} /> : null}
      <p className="note">{say(pageWords.setHourHint)}</p>
      <div className="field">
        <label htmlFor={ids.traffic}>{say(pageWords.entered)}</label>
        <InputNumber
          id={ids.traffic}
          size="large"
          min={0}
          max={9999}
          precision={0}
          inputMode="numeric"
          value={traffic}
          onChange={(n) => setTraffic(n ?? 0)}
        />
      </div>
      <div className="field">
        <label htmlFor={ids.tryOns}>{say(pageWords.tryOns)}</label>
        <InputNumber
          id={ids.tryOns}
          size="large"
          min={0}
          max={9999}
          precision={0}
          inputMode="numeric"
          value={tryOns}
          onChange={(n) => setTryOns(n ?? 0)}
        />
      </div>
    </Sheet>
  )
}

const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

/** The hours in which the store is open, and any other that has something in it. */
function openHours({ store, hours }: DayCounts): HourCount[] {
  const [opens, closes] = [Number(store.opensAt.slice(0, 2)), Number(store.closesAt.slice(0, 2))]
  const known = new Map(hours.map((h) => [h.hour, h]))
  const open = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => (hour >= opens && hour < closes) || known.has(hour),
  )
  return open.map((hour) => known.get(hour) ?? { hour, traffic: 0, tryOns: 0, saleTickets: 0 })
}
