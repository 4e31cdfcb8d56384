import { addDays, type Day, isDay } from '../../../platform/kinds/day.ts'
import { add } from '../../../platform/kinds/money.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../platform/web/parts/States.tsx'
import { WeaveGrid, type WeaveState } from '../../../platform/web/parts/WeaveGrid.tsx'
import { Go, useGo, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import type { StoreDay } from '../standing-rules.ts'
import { countCell, depositCell, headsOf, legendOf } from './Strip.tsx'
import './cash.css'

const api = client<typeof cashOperations>()
const [phoneDays, deskDays] = [10, 14]

/** Stores and days: what of the cash was counted, over or short, paid in and when. */
export default function AreaPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const go = useGo()
  const isPhone = useIsPhone()
  const [search, change] = useSearch()
  const to = search.to && isDay(search.to) ? { to: search.to } : {}
  const asked = {
    ...to,
    ...(search.area ? { area: search.area } : {}),
    days: isPhone ? phoneDays : deskDays,
  }
  const cash = api.useSee('cash.area', asked, { keep: true, every: 120_000 })
  return (
    <Page
      title={say(p.area)}
      sub={cash.data ? `${f.day(addDays(cash.data.to, 1 - asked.days))} – ${f.day(cash.data.to)}` : undefined}
      actions={
        <>
          <Go to="/cash/differences">{say(p.differences)}</Go>
          <DayInput
            label={say(p.chooseDay)}
            value={cash.data?.to ?? me.today}
            max={me.today}
            onChange={(day) => change({ to: day === me.today ? undefined : day })}
          />
          <ExportButton view="cash.area" input={asked} />
        </>
      }
    >
      <Seen of={cash}>
        {(seen) => {
          const all = seen.stores.flatMap((s) => s.days)
          const overdue = all.filter((d) => d.deposit === 'late')
          const missed = all.filter((d) => d.state === 'notCounted')
          const total = add(...all.map((d) => add(d.over, d.short)))
          const late = all.filter((d) => d.deposit === 'madeLate')
          return (
            <>
              <FigureStrip>
                <Figure
                  size="strip"
                  label={say(p.overdueStores)}
                  value={f.money(add(...overdue.map((d) => d.moved)))}
                  tone={overdue.length > 0 ? 'missed' : 'plain'}
                  note={`${f.count(overdue.length)} ${say(p.storeDays)}`}
                />
                <Figure
                  size="strip"
                  label={say(p.uncounted)}
                  value={f.count(missed.length)}
                  tone={missed.length > 0 ? 'missed' : 'plain'}
                  note={say(p.storeDays)}
                />
                <Figure
                  size="strip"
                  label={say(p.late)}
                  value={f.count(late.length)}
                  tone={late.length > 0 ? 'late' : 'plain'}
                  note={say(p.storeDays)}
                />
                <Figure size="strip" label={say(p.net)} value={f.signedMoney(total)} />
              </FigureStrip>
              <Card>
                <WeaveGrid
                  label={say(p.area)}
                  heads={headsOf(seen.days, seen.today, f)}
                  endHead={say(p.net)}
                  rows={[...seen.stores]
                    .sort((a, b) => worst(b.days) - worst(a.days) || (a.code < b.code ? -1 : 1))
                    .map((s) => ({
                      key: s.id,
                      name: name(s),
                      spoken: name(s),
                      end: sumOf(s.days) === 0 ? '' : f.signedMoney(sumOf(s.days)),
                      cells: s.days.map((d) => {
                        const [count, deposit] = [countCell(d, say, f), depositCell(d, say, f)]
                        const state = heavier(count.state, deposit.state)
                        return {
                          key: d.day,
                          ...(state ? { state } : {}),
                          words: `${f.dayAndWeekday(d.day)} ${count.words}${d.state === 'counted' ? ` · ${deposit.words}` : ''}`,
                        }
                      }),
                    }))}
                  legend={legendOf(say)}
                  onOpen={(store, day) => go({ to: '/cash', search: { store, day: day as Day } })}
                />
              </Card>
            </>
          )
        }}
      </Seen>
    </Page>
  )
}

const order: readonly (WeaveState | undefined)[] = [
  undefined,
  'excused',
  'done',
  'open',
  'mostly',
  'late',
  'missed',
  'overdue',
]
/** Of a day's count and its deposit the one that somebody should look at first. */
const heavier = (a: WeaveState | undefined, b: WeaveState | undefined): WeaveState | undefined =>
  order.indexOf(a) >= order.indexOf(b) ? a : b
const sumOf = (days: readonly StoreDay[]) => add(...days.map((d) => add(d.over, d.short)))
const worst = (days: readonly StoreDay[]): number =>
  days.filter((d) => d.deposit === 'late').length * 100 +
  days.filter((d) => d.state === 'notCounted').length * 10 +
  days.filter((d) => d.unexplained > 0 || d.deposit === 'madeLate').length
