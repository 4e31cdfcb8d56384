import { useEffect, useState } from 'react'
import { isDay } from '../../../../platform/kinds/day.ts'
import { cents, sum } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { type Column, DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Icon } from '../../../../platform/web/parts/Icon.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Proof } from '../../../../platform/web/parts/Proof.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { useExplain } from '../../boards/pages/explained.ts'
import type { MetricCode } from '../../metrics/registry.ts'
import { kindWords, pageWords } from '../page-words.ts'
import type { ticketViews } from '../view-actions.ts'
import type { TicketBrief } from '../view-tables.ts'
import { StorePicker } from './StorePicker.tsx'
import { useStore } from './useStore.ts'
import './page.css'

const api = client<typeof ticketViews>()
const searchDays = 90

/** The tickets of a day, and finding one of the last three months. */
export default function TicketsPage() {
  const say = useSay()
  const f = useFormat()
  const today = useMe().today
  const [store, choose] = useStore()
  const [search, change] = useSearch()
  const day = search.day && isDay(search.day) ? search.day : today
  const text = search.text ?? ''
  const listed = api.useSee(
    'sales.dayTickets',
    { store: store ?? '', day },
    { when: store !== undefined && text === '', keep: true },
  )
  const found = api.useSee(
    'sales.findTickets',
    { store: store ?? '', text, days: searchDays },
    { when: store !== undefined && text !== '', keep: true },
  )
  return (
    <Page
      title={say(pageWords.tickets)}
      sub={text === '' ? f.dayAndWeekday(day) : undefined}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          <DayInput
            label={say(pageWords.day)}
            value={day}
            max={today}
            onChange={(next) => change({ day: next, text: undefined })}
          />
          {store ? <ExportButton view="sales.dayTickets" input={{ store, day }} /> : null}
        </>
      }
    >
      <FindBox text={text} onFind={(next) => change({ text: next === '' ? undefined : next })} />
      {!store ? <Empty title={say(pageWords.store)} /> : null}
      {store && text !== '' ? (
        <Seen of={found}>
          {({ tickets }) => (
            <>
              <p className="note">{say(pageWords.found, { days: searchDays, count: tickets.length })}</p>
              <TicketTable tickets={tickets} store={store} withDay />
            </>
          )}
        </Seen>
      ) : null}
      {store && text === '' ? (
        <Seen of={listed}>{(seen) => <DayTickets seen={seen} store={store} />}</Seen>
      ) : null}
    </Page>
  )
}

function FindBox({ text, onFind }: { text: string; onFind: (text: string) => void }) {
  const say = useSay()
  const [typed, type] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => typed.trim() !== text && onFind(typed.trim()), 250)
    return () => clearTimeout(timer)
  })
  return (
    <Input
      size="large"
      prefix={<Icon name="search" size={18} />}
      type="search"
      value={typed}
      aria-label={say(pageWords.find)}
      placeholder={say(pageWords.find)}
      onChange={(event) => type(event.target.value)}
    />
  )
}

type DaySeen = OutputOf<(typeof ticketViews)['sales.dayTickets']>

function DayTickets({ seen: { day, tickets, totals }, store }: { seen: DaySeen; store: string }) {
  const say = useSay()
  const f = useFormat()
  const explainOn = useExplain({ store })
  const explain = (metric: MetricCode) => explainOn(metric, day, day)
  const net = sum(tickets.map((t) => t.net))
  const off = cents(net - totals.net)
  if (tickets.length === 0)
    return <Empty title={say(pageWords.noTickets)} next={say(pageWords.noTicketsNext)} />
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(pageWords.netYuan)}
          value={f.money(totals.net)}
          note={totals.closed ? say(pageWords.dayClosed) : undefined}
          explain={explain('netSales')}
        />
        <Figure
          size="strip"
          label={say(pageWords.saleTickets)}
          value={f.count(totals.saleTickets)}
          explain={explain('saleTickets')}
        />
        <Figure
          size="strip"
          label={say(pageWords.units)}
          value={f.count(totals.units)}
          explain={explain('netUnits')}
        />
        <Figure
          size="strip"
          label={say(pageWords.averageTicket)}
          value={totals.saleTickets > 0 ? f.money(wholeYuan(totals.net / totals.saleTickets)) : '—'}
          explain={explain('averageTransactionValue')}
        />
      </FigureStrip>
      <TicketTable tickets={tickets} store={store} />
      <Proof holds={off === 0}>
        {off === 0
          ? say(pageWords.proofDay, { count: tickets.length, net: f.money(net, 'exact') })
          : say(pageWords.proofOff, { net: f.money(net, 'exact'), difference: f.money(off, 'exact') })}
      </Proof>
    </>
  )
}

/** An average is read, not added up: no cents. */
const wholeYuan = (amount: number) => cents(Math.round(amount / 100) * 100)

function TicketTable({
  tickets,
  store,
  withDay,
}: {
  tickets: readonly TicketBrief[]
  store: string
  withDay?: boolean
}) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const name = useName()
  const comma = say(pageWords.comma)
  const columns: Column<TicketBrief>[] = [
    {
      key: 'time',
      head: say(pageWords.time),
      cell: (t) => (
        <span className="ticket-when">
          <b className="num">{withDay ? f.instant(t.soldAt) : f.time(t.soldAt)}</b>
          <small className="num">{t.number}</small>
        </span>
      ),
    },
    {
      key: 'pieces',
      head: say(pageWords.pieces),
      cell: (t) => (
        <span className="ticket-what">
          <span>{t.pieces.map(name).join(comma) || say(kindWords[t.kind])}</span>
          <span className="ticket-marks">
            {t.kind === 'sale' ? null : (
              <Chip tone={t.kind === 'return' ? 'late' : 'excused'}>{say(kindWords[t.kind])}</Chip>
            )}
            {t.reversedBy ? <Chip tone="missed">{say(pageWords.reversedMark)}</Chip> : null}
          </span>
        </span>
      ),
    },
    { key: 'who', head: say(pageWords.who), desk: true, cell: (t) => t.credited.join(comma) },
    {
      key: 'units',
      head: say(pageWords.units),
      kind: 'figure',
      desk: true,
      cell: (t) => f.count(t.units),
      total: f.count(tickets.reduce((n, t) => n + t.units, 0)),
      sortBy: (t) => t.units,
    },
    {
      key: 'net',
      head: say(pageWords.netYuan),
      unit: f.yuanUnit,
      kind: 'figure',
      sortBy: (t) => t.net,
      total: f.plain(sum(tickets.map((t) => t.net))),
      cell: (t) => f.plain(t.net),
    },
  ]
  return (
    <DataTable
      label={say(pageWords.tickets)}
      columns={columns}
      rows={tickets}
      keyOf={(t) => t.id}
      onOpen={(t) => go({ to: `/tickets/${store}/${t.id}` })}
    />
  )
}
