import { isMonth, type Month } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/parts/Card.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { Columns, Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMe, useName } from '../../../platform/web/session.ts'
import { weaveWords as w } from '../weave-words.ts'
import { api, type Woven } from './api.ts'
import { Sheets } from './Sheets.tsx'
import { t } from './titles.ts'
import { WeaveFigures } from './WeaveFigures.tsx'
import { WeaveFilters } from './WeaveFilters.tsx'
import { WeaveHelp } from './WeaveHelp.tsx'
import { WeaveTable } from './WeaveTable.tsx'
import './duties.css'
import './weave.css'

export interface WeaveInput {
  readonly month?: Month
  readonly area?: string
  readonly store?: string
  readonly duty?: string
  readonly level?: 'area'
}

/** The weave: area or store × day of what was done in time, late or missed; whom to help first; down to one store's clauses. */
export default function WeavePage() {
  const say = useSay()
  const f = useFormat()
  const [search] = useSearch()
  const reach = useReach()
  const input = inputOf(search, reach)
  const woven = api.useSee('duties.weave', input, { keep: true, every: 5 * 60_000 })
  const place = usePlace(woven.data, input)
  return (
    <Page
      title={place ? `${say(t.weave)} · ${place}` : say(t.weave)}
      sub={woven.data ? say(w.span, { from: f.day(woven.data.from), to: f.day(woven.data.to) }) : undefined}
      {...(input.store && !reach.ownStore
        ? { back: { to: '/weave', search: { ...search, store: undefined }, label: say(w.backToAll) } }
        : input.area && reach.isCompany
          ? { back: { to: '/weave', search: { ...search, area: undefined }, label: say(w.backToAll) } }
          : {})}
      actions={<ExportButton view="duties.weave" input={input} />}
    >
      <WeaveFilters input={input} woven={woven.data} reach={reach} />
      <Seen of={woven} lines={10}>
        {(answer) => <Shown answer={answer} input={input} />}
      </Seen>
      <Sheets />
    </Page>
  )
}

function Shown({ answer, input }: { answer: Woven; input: WeaveInput }) {
  const say = useSay()
  if (answer.rows.length === 0) {
    return (
      <Card>
        <Empty title={say(w.nobodyYet)} next={say(w.nobodyYetNext)} />
      </Card>
    )
  }
  const table = <WeaveTable answer={answer} input={input} />
  return (
    <>
      <WeaveFigures answer={answer} />
      {input.store ? (
        table
      ) : (
        <Columns columns="minmax(0, 2.6fr) minmax(260px, 1fr)">
          {table}
          <WeaveHelp answer={answer} input={input} />
        </Columns>
      )}
    </>
  )
}

export interface Reach {
  readonly isCompany: boolean
  /** The store of somebody who sees no other. */
  readonly ownStore: string | undefined
}
function useReach(): Reach {
  const { appointments } = useMe()
  const isCompany = appointments.some((a) => a.store === null && a.area === null)
  const isArea = appointments.some((a) => a.area !== null)
  const stores = appointments.flatMap((a) => (a.store && a.position === 'storeManager' ? [a.store.id] : []))
  return { isCompany, ownStore: !isCompany && !isArea && stores.length === 1 ? stores[0] : undefined }
}

function inputOf(search: Readonly<Record<string, string>>, { isCompany, ownStore }: Reach): WeaveInput {
  const { month, area, duty, level } = search
  const store = search.store ?? ownStore
  return {
    ...(month && isMonth(month) ? { month } : {}),
    ...(area ? { area } : {}),
    ...(store ? { store } : {}),
    ...(duty ? { duty } : {}),
    ...(isCompany && !area && !store && level !== 'store' ? { level: 'area' as const } : {}),
  }
}

/** What the page is about, where that is not everything the reader sees. */
function usePlace(woven: Woven | undefined, input: WeaveInput): string | undefined {
  const name = useName()
  const me = useMe()
  const own = me.appointments.find((a) => a.store?.id === input.store)?.store
  if (input.store) return own ? name(own) : woven?.storeNamed ? name(woven.storeNamed) : undefined
  const area = woven?.areas.find((a) => a.id === input.area)
  return area ? name(area) : undefined
}
