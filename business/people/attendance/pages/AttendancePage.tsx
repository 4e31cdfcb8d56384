import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { a } from '../page-words.ts'
import { api } from './api.ts'
import { DayCard } from './DayCard.tsx'
import { Clock, MyDays } from './Mine.tsx'
import { MonthTab } from './MonthTab.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { WaitsCard } from './WaitsCard.tsx'
import './attendance.css'

/** Everybody of a store clocks here; who leads it looks through the day and confirms the month. */
export default function AttendancePage() {
  const isOnlyAssociate = useMe().appointments.every((x) => x.position === 'salesAssociate')
  return isOnlyAssociate ? <Own /> : <OfStore />
}

function Own() {
  const say = useSay()
  const [store, choose] = useStore()
  const mine = api.useSee(
    'attendance.mine',
    { store: store ?? '' },
    { keep: true, every: 60_000, when: store !== undefined },
  )
  return (
    <Page title={say(a.attendance)} width="reading" actions={<StorePicker value={store} onChange={choose} />}>
      {store === undefined ? (
        <Empty title={say(a.chooseStore)} />
      ) : (
        <Seen of={mine} lines={5}>
          {(seen) => (
            <>
              <Clock seen={seen} />
              <MyDays seen={seen} />
            </>
          )}
        </Seen>
      )}
    </Page>
  )
}

function OfStore() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const clocks = useHolds('storeManager')
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const tab = search.tab === 'month' || search.month ? 'month' : 'day'
  const asked = search.day && isDay(search.day) ? { day: search.day } : {}
  const day = api.useSee(
    'attendance.day',
    { store: store ?? '', ...asked },
    { keep: true, every: 60_000, when: store !== undefined && tab === 'day' },
  )
  const mine = api.useSee(
    'attendance.mine',
    { store: store ?? '' },
    { keep: true, when: clocks && store !== undefined && tab === 'day' },
  )
  return (
    <Page
      title={say(a.attendance)}
      sub={
        day.data && tab === 'day' ? `${name(day.data.store)} · ${f.dayAndWeekday(day.data.day)}` : undefined
      }
      actions={
        <div className="attendance-actions">
          <StorePicker value={store} onChange={choose} />
          <Tabs
            label={say(a.tabs)}
            value={tab}
            options={[
              { key: 'day', label: say(a.tabDay) },
              { key: 'month', label: say(a.tabMonth) },
            ]}
            onChange={(key) => change({ tab: key === 'day' ? undefined : key, month: undefined })}
          />
          {tab === 'day' && day.data ? (
            <DayInput
              label={say(a.whichDay)}
              value={day.data.day}
              max={day.data.today}
              onChange={(chosen) => change({ day: chosen === day.data?.today ? undefined : chosen })}
            />
          ) : null}
        </div>
      }
    >
      {store === undefined ? (
        <Empty title={say(a.chooseStore)} next={say(a.chooseStoreNext)} />
      ) : tab === 'month' ? (
        <MonthTab store={store} />
      ) : (
        <>
          {clocks && mine.data && !search.day ? <Clock seen={mine.data} /> : null}
          <Seen of={day} lines={6}>
            {(seen) => (
              <>
                <DayCard seen={seen} />
                <WaitsCard seen={seen} />
                <PlaceCard seen={seen} />
              </>
            )}
          </Seen>
        </>
      )}
    </Page>
  )
}
