import { useState } from 'react'
import { type Day, isDay } from '../../../platform/kinds/day.ts'
import { useFormat } from '../../../platform/web/format.ts'
import { useIsPhone } from '../../../platform/web/look/useIsPhone.ts'
import { Act } from '../../../platform/web/parts/Act.tsx'
import { Button } from '../../../platform/web/parts/Button.tsx'
import { DayInput } from '../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../platform/web/parts/ExportButton.tsx'
import { later } from '../../../platform/web/parts/later.ts'
import { Page } from '../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../platform/web/parts/States.tsx'
import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useMay, useName } from '../../../platform/web/session.ts'
import type { Chart } from '../chart/shape.ts'
import { positionNames } from '../words.ts'
import { api } from './api.ts'
import { AreaAccordion, AreaColumn, StoreCard } from './ChartParts.tsx'
import { PostChip, VacantChip } from './PostChip.tsx'
import { pageWords as w } from './words.ts'
import './organization.css'

const AreaForm = later(() => import('./AreaForm.tsx').then((m) => m.AreaForm))
const MallForm = later(() => import('./AreaForm.tsx').then((m) => m.MallForm))
const StoreForm = later(() => import('./StoreForm.tsx').then((m) => m.StoreForm))

/** The organization drawn: who leads whom, which seats are empty, on any day. */
export default function OrganizationPage() {
  const say = useSay()
  const [search, setSearch] = useSearch()
  const [making, make] = useState<'area' | 'mall' | 'store'>()
  const mayOpen = useMay('organization.openStore').may
  const on = search.on && isDay(search.on) ? search.on : undefined
  const chart = api.useSee(
    'organization.chart',
    { ...(on ? { on } : {}), ...(search.area ? { area: search.area } : {}) },
    { keep: true },
  )
  const close = () => make(undefined)
  return (
    <Page
      title={say(w.organization)}
      sub={
        chart.data
          ? say(w.chartSub, {
              areas: chart.data.areas.length,
              stores: chart.data.stores,
              people: chart.data.people,
            })
          : undefined
      }
      actions={
        <>
          <DayInput
            label={say(w.asOf)}
            {...((on ?? chart.data) ? { value: (on ?? chart.data?.today) as Day } : {})}
            onChange={(day) => setSearch({ on: day })}
          />
          <ExportButton view="organization.stores" input={{ limit: 20_000, ...(on ? { on } : {}) }} />
          {mayOpen ? (
            <>
              <Button onClick={() => make('area')}>{say(w.newArea)}</Button>
              <Button onClick={() => make('mall')}>{say(w.newMall)}</Button>
              <Act may="organization.openStore" type="primary" onClick={() => make('store')}>
                {say(w.newStore)}
              </Act>
            </>
          ) : null}
        </>
      }
    >
      <Seen of={chart}>{(answer) => <Drawing chart={answer} area={search.area} />}</Seen>
      {making === 'area' ? <AreaForm onClose={close} /> : null}
      {making === 'mall' ? <MallForm onClose={close} /> : null}
      {making === 'store' ? <StoreForm onClose={close} /> : null}
    </Page>
  )
}

function Drawing({ chart, area }: { chart: Chart; area: string | undefined }) {
  const say = useSay()
  const f = useFormat()
  const isPhone = useIsPhone()
  const [, setSearch] = useSearch()
  if (chart.stores === 0 && chart.areas.length === 0)
    return <Empty title={say(w.emptyChart)} next={say(w.emptyChartNext)} />
  return (
    <div className="org">
      {chart.day === chart.today ? null : (
        <p className="org-then">
          {say(w.notToday, { day: f.fullDay(chart.day) })}
          <button type="button" className="link" onClick={() => setSearch({ on: undefined })}>
            {say(w.toToday)}
          </button>
        </p>
      )}
      {area ? (
        <button type="button" className="link org-all" onClick={() => setSearch({ area: undefined })}>
          {say(w.wholeChain)}
        </button>
      ) : null}
      <Top chart={chart} />
      <Vacancies chart={chart} />
      {chart.folded ? <p className="note">{say(w.folded)}</p> : null}
      {isPhone ? (
        chart.areas.map((one) => (
          <AreaAccordion key={one.id} area={one} folded={chart.folded} isOnly={chart.areas.length === 1} />
        ))
      ) : (
        <div className="org-areas">
          {chart.areas.map((one) => (
            <AreaColumn key={one.id} area={one} folded={chart.folded} />
          ))}
        </div>
      )}
      {chart.withoutArea.length > 0 ? (
        <section className="org-stray">
          <h2>{say(w.withoutArea)}</h2>
          <div className="org-stray-list">
            {chart.withoutArea.map((store) => (
              <StoreCard key={store.id} store={store} folded={chart.folded} />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  )
}

/** General manager, director, and the posts of headquarters beside them. */
function Top({ chart }: { chart: Chart }) {
  const say = useSay()
  const missing = new Set(chart.vacancies.map((v) => v.position))
  const posts = chart.posts.filter(({ people }) => people.length > 0)
  return (
    <div className="org-top">
      <div className="org-line">
        <div className="org-node org-gm">
          <span className="note">{say(positionNames.generalManager)}</span>
          {chart.generalManagers.map((post) => (
            <PostChip key={post.appointment} post={post} size="big" />
          ))}
          {missing.has('generalManager') ? <VacantChip /> : null}
        </div>
        <div className="org-node">
          <span className="note">{say(positionNames.operationsDirector)}</span>
          {chart.directors.map((post) => (
            <PostChip key={post.appointment} post={post} size="big" />
          ))}
          {missing.has('operationsDirector') ? <VacantChip /> : null}
        </div>
      </div>
      {posts.length > 0 ? (
        <div className="org-posts">
          <h2>{say(w.headquarters)}</h2>
          <dl>
            {posts.map(({ position, people }) => (
              <div key={position}>
                <dt>{say(positionNames[position])}</dt>
                <dd>
                  {people.map((post) => (
                    <PostChip key={post.appointment} post={post} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
    </div>
  )
}

function Vacancies({ chart }: { chart: Chart }) {
  const say = useSay()
  const name = useName()
  const { vacancies } = chart
  if (vacancies.length === 0) return <p className="org-full">✓ {say(w.noVacancy)}</p>
  return (
    <p className="org-missing">
      <b>{say(w.vacancies, { count: vacancies.length })}</b>
      {vacancies.slice(0, 12).map((v) => {
        const seat =
          v.position === 'storeManager' ? v.store : v.position === 'areaManager' ? v.area : undefined
        const text = `${seat ? `${name(seat)} ` : ''}${say(positionNames[v.position])}`
        return v.position === 'storeManager' ? (
          <Go key={v.store.id} to={`/stores/${v.store.id}`}>
            {text}
          </Go>
        ) : (
          <span key={`${v.position}${seat?.id ?? ''}`}>{text}</span>
        )
      })}
      {vacancies.length > 12 ? <span>…</span> : null}
    </p>
  )
}
