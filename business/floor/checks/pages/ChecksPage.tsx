import { type Day, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { useIsPhone } from '../../../../platform/web/look/useIsPhone.ts'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useMe, useName } from '../../../../platform/web/session.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { useOwnStores } from '../../../sales/tickets/pages/useStore.ts'
import { DailyCard } from '../../../stock/daily/pages/DailyCard.tsx'
import { p } from '../page-words.ts'
import { kinds } from '../shape.ts'
import { api } from './api.ts'
import { type CardNow, type ChecksNow, useAsOfNow } from './as-of-now.ts'
import { FillList } from './FillList.tsx'
import { FindingsCard } from './FindingsCard.tsx'
import { draftKey } from './fill-draft.ts'
import { PlanCard } from './PlanCard.tsx'
import { SheetCard } from './SheetCard.tsx'
import { SheetView } from './SheetView.tsx'
import './checks.css'

/** The day's sheets of a store as cards; one of them opened fills the page. Beside them what is still to be mended. */
export default function ChecksPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const [search, change] = useSearch()
  const own = useOwnStores()
  const store = search.store ?? own[0]?.id ?? ''
  const asked: { day?: Day } = search.day && isDay(search.day) ? { day: search.day } : {}
  const checks = api.useSee(
    'checks.today',
    { store, ...asked },
    { keep: true, every: 60_000, when: store !== '' },
  )
  const seen = useAsOfNow(checks.data)
  const kind = kinds.find((k) => k === search.kind)
  const card = useOpenCard(seen, kind)
  const close = () => change({ kind: undefined, round: undefined, zone: undefined })
  if (seen && card) {
    const key = draftKey(seen, card, me.person.id)
    return <FillList key={key} draftKey={key} seen={seen} card={card} onClose={close} />
  }
  return (
    <Page
      title={say(p.checks)}
      sub={seen ? `${name(seen.store)} · ${f.dayAndWeekday(seen.day)}` : undefined}
      actions={
        asked.day && asked.day !== seen?.today ? (
          <Go to="/checks" search={{ store: search.store }}>
            {say(p.today)}
          </Go>
        ) : undefined
      }
    >
      <Seen of={checks}>
        {() => seen && <Cards seen={seen} onOpen={(kind, zone) => change({ kind, zone })} />}
      </Seen>
      {search.sheet && store ? (
        <SheetView store={store} id={search.sheet} onClose={() => change({ sheet: undefined })} />
      ) : null}
    </Page>
  )
}

/** A sheet is filled in by who keeps the floor, as long as the day allows; others see it as a card. */
function useOpenCard(seen: ChecksNow | undefined, kind: string | undefined) {
  const isKeeper = useHolds('storeManager', 'salesAssociate')
  return seen && isKeeper && !seen.isClosed ? seen.cards.find((c) => c.kind === kind) : undefined
}

function Cards(props: { seen: ChecksNow; onOpen: (kind: string, zone?: Zone) => void }) {
  const { seen, onOpen } = props
  const say = useSay()
  const me = useMe()
  const isPhone = useIsPhone()
  const [search, change] = useSearch()
  if (seen.isClosed) return <Empty title={say(p.closedDay)} />
  const done = seen.cards.filter((c) => c.state === 'done' || c.state === 'doneLate').length
  const isTodo = (c: CardNow) => ['open', 'overdue', 'sentBack'].includes(c.state)
  const left = seen.cards.filter(isTodo).length
  const isPlan = search.by === 'zone'
  const plan = <PlanCard seen={seen} onOpen={onOpen} />
  return (
    <Columns columns="minmax(0, 3fr) minmax(0, 2fr)">
      <div className="checks-column">
        <p className="checks-sum">{say(p.summary, { done, left })}</p>
        {isPhone ? (
          <Tabs<'sheet' | 'zone'>
            label={say(p.ways)}
            value={isPlan ? 'zone' : 'sheet'}
            options={[
              { key: 'sheet', label: say(p.bySheet) },
              { key: 'zone', label: say(p.byZone) },
            ]}
            onChange={(by) => change({ by: by === 'zone' ? by : undefined })}
          />
        ) : null}
        {isPhone && isPlan
          ? plan
          : [...seen.cards]
              .sort((a, b) => Number(isTodo(b)) - Number(isTodo(a)))
              .map((card) => (
                <SheetCard
                  key={card.kind}
                  card={card}
                  me={me.person.id}
                  onOpen={() => onOpen(card.kind)}
                  onLook={(sheet) => change({ sheet })}
                />
              ))}
        <DailyCard store={seen.store.id} day={seen.day} />
      </div>
      <div className="checks-column">
        {isPhone ? null : plan}
        <FindingsCard store={seen.store.id} findings={seen.findings} />
      </div>
    </Columns>
  )
}
