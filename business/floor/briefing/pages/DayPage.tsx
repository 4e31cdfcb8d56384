import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { showValue } from '../../../sales/metrics/show.ts'
import { useOwnStores } from '../../../sales/tickets/pages/useStore.ts'
import { b } from '../page-words.ts'
import { api, type DaySeen, whole } from './api.ts'
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
  const [search] = useSearch()
  const own = useOwnStores()
  const store = search.store ?? own[0]?.id ?? ''
  const asked = search.day && isDay(search.day) ? { day: search.day } : {}
  const day = api.useSee(
    'dayPlans.day',
    { store, ...asked },
    { keep: true, every: 60_000, when: store !== '' },
  )
  return (
    <Page
      title={say(b.day)}
      sub={day.data ? `${name(day.data.store)} · ${f.dayAndWeekday(day.data.day)}` : undefined}
    >
      <Seen of={day} lines={6}>
        {(seen) => <Whole key={`${seen.store.id} ${seen.day}`} seen={seen} />}
      </Seen>
    </Page>
  )
}

function Whole({ seen }: { seen: DaySeen }) {
  const leads = useHolds('storeManager')
  const isOwn = useHolds('salesAssociate')
  return (
    <>
      <Yesterday seen={seen} />
      <Columns columns="minmax(0, 1fr) minmax(0, 1fr)">
        <div className="day-column">
          {isOwn && !leads ? <MyDayCard seen={seen} /> : null}
          <PlanCard seen={seen} mayWrite={leads} />
          <BriefCard seen={seen} mayWrite={leads} />
        </div>
        <div className="day-column">
          <HelpCard seen={seen} mayWrite={leads} />
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
