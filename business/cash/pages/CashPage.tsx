import { useState } from 'react'
import { type Day, daysBetween, isDay } from '../../../platform/kinds/day.ts'
import { client } from '../../../platform/web/client.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { WaitingNote } from '../../../platform/web/parts/WaitingNote.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useHolds, useName } from '../../../platform/web/session.ts'
import { useOwnStores } from '../../sales/tickets/pages/useStore.ts'
import type { cashOperations } from '../actions.ts'
import { p } from '../page-words.ts'
import { countableDays } from '../rules.ts'
import { type CashDay, CountPad } from './CountPad.tsx'
import { CountResult } from './CountResult.tsx'
import { SafeCard } from './SafeCard.tsx'
import { Strip } from './Strip.tsx'
import { BeginCard, TillCard } from './TillCard.tsx'
import './cash.css'

const api = client<typeof cashOperations>()

/** The cash of a store's day: count it blind, see what it came to, the safe and its deposits, two weeks at a glance. */
export default function CashPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search, change] = useSearch()
  const own = useOwnStores()
  const store = search.store ?? own[0]?.id ?? ''
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const cash = api.useSee('cash.day', { store, ...asked }, { keep: true, every: 60_000, when: store !== '' })
  return (
    <Page
      title={say(p.cash)}
      sub={cash.data ? `${name(cash.data.store)} · ${f.dayAndWeekday(cash.data.day)}` : undefined}
      actions={
        asked.day && asked.day !== cash.data?.today ? (
          <Go to="/cash" search={{ store: search.store }}>
            {say(p.today)}
          </Go>
        ) : undefined
      }
    >
      <Seen of={cash}>
        {(seen) => (
          <CashOfDay key={`${seen.store.id} ${seen.day}`} seen={seen} onOpen={(day) => change({ day })} />
        )}
      </Seen>
    </Page>
  )
}

function CashOfDay({ seen, onOpen }: { seen: CashDay; onOpen: (day: Day) => void }) {
  const say = useSay()
  const f = useFormat()
  const isCashier = useHolds('storeManager', 'salesAssociate')
  const [isAgain, again] = useState(false)
  const [count] = seen.counts
  const isNewest = seen.lastCounted === null || seen.lastCounted <= seen.day
  const isRecent = daysBetween(seen.day, seen.today) <= countableDays
  const mayCount = isCashier && isNewest && isRecent && seen.till !== null && seen.day >= seen.till.begunOn
  const isDeposited = !seen.owed.some((o) => o.day === seen.day) && (count?.moved ?? 0) > 0
  if (!seen.till) return isCashier ? <BeginCard store={seen.store.id} /> : <Empty title={say(p.notBegun)} />
  const strip = (
    <Card title={say(p.today14)}>
      <Strip days={seen.strip} today={seen.today} onOpen={onOpen} />
    </Card>
  )
  const isCounting = mayCount && (!count || isAgain)
  return (
    <Columns columns="minmax(0, 3fr) minmax(0, 2fr)">
      <div className="cash-column">
        {isCounting ? (
          <WaitingNote<{ store: string; day?: string }>
            of="cash.count"
            when={({ store, day }) => store === seen.store.id && day === seen.day}
          >
            <CountPad seen={seen} onStop={count ? () => again(false) : undefined} />
          </WaitingNote>
        ) : count ? (
          <CountResult seen={seen} onRecount={mayCount && !isDeposited ? () => again(true) : undefined} />
        ) : (
          <Card>
            <Empty
              title={say(p.notCounted)}
              next={isCashier ? say(p.notToday, { day: f.day(seen.day) }) : undefined}
            />
          </Card>
        )}
      </div>
      <div className="cash-column">
        <SafeCard seen={seen} />
        {strip}
        <TillCard seen={seen} />
      </div>
    </Columns>
  )
}
