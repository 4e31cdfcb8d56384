import { addDays, isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { showValue } from '../../../sales/metrics/show.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { b } from '../page-words.ts'
import { api, type DaySeen, useLeadsStore, whole } from './api.ts'
import { BriefCard } from './BriefCard.tsx'
import { CloseCard } from './CloseCard.tsx'
import { HelpCard } from './HelpCard.tsx'
import { MyDayCard } from './MyDayCard.tsx'
import { PlanCard } from './PlanCard.tsx'
import './day.css'

/** A store's day from the plan before the doors open over the briefing and help on the floor to what became of it. */
export default function DayPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const asked = search.day && isDay(search.day) ? { day: search.day } : {}
  const day = api.useSee(
    'dayPlans.day',
    { store: store ?? '', ...asked },
    { keep: true, every: 60_000, when: store !== undefined },
  )
  const seen = day.data
  return (
    <Page
      title={say(b.day)}
      sub={seen ? `${name(seen.store)} · ${f.dayAndWeekday(seen.day)}` : undefined}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          {seen ? (
            <DayInput
              label={say(b.whichDay)}
              value={seen.day}
              max={addDays(seen.today, 1)}
              onChange={(chosen) => change({ day: chosen === seen.today ? undefined : chosen })}
            />
          ) : null}
        </>
      }
    >
      {store === undefined ? (
        <Empty title={say(b.chooseStore)} next={say(b.chooseStoreNext)} />
      ) : (
        <Seen of={day} lines={6}>
          {(answer) => <Whole key={`${answer.store.id} ${answer.day}`} seen={answer} />}
        </Seen>
      )}
    </Page>
  )
}

function Whole({ seen }: { seen: DaySeen }) {
  const leads = useLeadsStore(seen.store.id)
  const isOnlyAssociate = useMe().appointments.every((a) => a.position === 'salesAssociate')
  return (
    <>
      <Yesterday seen={seen} />
      <Columns columns="minmax(0, 1fr) minmax(0, 1fr)">
        <div className="day-column">
          {isOnlyAssociate ? <MyDayCard seen={seen} /> : null}
          <PlanCard seen={seen} mayWrite={leads} />
          <BriefCard seen={seen} mayWrite={leads} />
        </div>
        <div className="day-column">
          {isOnlyAssociate ? null : <HelpCard seen={seen} mayWrite={leads} />}
          <CloseCard seen={seen} mayWrite={leads} />
        </div>
      </Columns>
    </>
  )
}

/** What one says first at a briefing: how yesterday went, in three figures. */
function Yesterday({ seen: { yesterday: y } }: { seen: DaySeen }) {
  const say = useSay()
  const f = useFormat()
  const language = useLanguage()
  const none = '–'
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={`${say(b.yesterday)} · ${say(b.sold)}`}
        value={whole(f, y.net)}
        note={y.target ? say(b.ofTarget, { done: f.percent(y.net / y.target) }) : say(b.noTarget)}
      />
      <Figure
        size="strip"
        label={say(b.conversion)}
        value={y.conversionRate === null ? none : f.percent(y.conversionRate)}
      />
      <Figure
        size="strip"
        label={say(b.units)}
        value={y.unitsPerTransaction === null ? none : showValue(y.unitsPerTransaction, 'ratio', language)}
      />
    </FigureStrip>
  )
}
