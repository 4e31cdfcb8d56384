import { Go, useSearch } from '../../../platform/web/place.tsx'
import { useSay } from '../../../platform/web/say.ts'
import { useName } from '../../../platform/web/session.ts'
import type { ChartArea, ChartStore } from '../chart/shape.ts'
import { positionNames, storeKindNames } from '../words.ts'
import { AreaActs } from './AreaActs.tsx'
import { PostChip, VacantChip } from './PostChip.tsx'
import { pageWords as w } from './words.ts'

/** One area as a warp thread: its manager at the top, its stores strung below. */
export function AreaColumn({ area, folded }: { area: ChartArea; folded: boolean }) {
  const say = useSay()
  const name = useName()
  return (
    <section className="org-area" aria-label={name(area)}>
      <header>
        <h2>{name(area)}</h2>
        <p className="note num">
          {say(w.countStores, { count: area.storeCount })} · {say(w.countPeople, { count: area.headcount })}
        </p>
        <AreaManagers area={area} />
        <AreaActs area={area.id} />
        {folded ? <OnlyThis area={area.id} /> : null}
      </header>
      <div className="org-thread">
        {area.stores.map((store) => (
          <StoreCard key={store.id} store={store} folded={folded} />
        ))}
      </div>
    </section>
  )
}

/** The same on the phone: opened by a press. */
export function AreaAccordion({
  area,
  folded,
  isOnly,
}: {
  area: ChartArea
  folded: boolean
  isOnly: boolean
}) {
  const say = useSay()
  const name = useName()
  return (
    <details className="org-fold" open={isOnly}>
      <summary>
        <span className="org-fold-name">{name(area)}</span>
        <span className="note num">
          {say(w.countStores, { count: area.storeCount })} · {say(w.countPeople, { count: area.headcount })}
        </span>
      </summary>
      <AreaManagers area={area} />
      <AreaActs area={area.id} />
      {folded ? <OnlyThis area={area.id} /> : null}
      {area.stores.map((store) => (
        <StoreCard key={store.id} store={store} folded={folded} />
      ))}
    </details>
  )
}

function AreaManagers({ area }: { area: ChartArea }) {
  const say = useSay()
  return (
    <div className="org-manager">
      <span className="note">{say(positionNames.areaManager)}</span>
      {area.managers.map((post) => (
        <PostChip key={post.appointment} post={post} size="big" />
      ))}
      {area.managers.length === 0 ? <VacantChip /> : null}
    </div>
  )
}

function OnlyThis({ area }: { area: string }) {
  const say = useSay()
  const [, setSearch] = useSearch()
  return (
    <button type="button" className="link" onClick={() => setSearch({ area })}>
      {say(w.onlyThisArea)}
    </button>
  )
}

export function StoreCard({ store, folded }: { store: ChartStore; folded: boolean }) {
  const say = useSay()
  const name = useName()
  return (
    <article className={store.managers.length === 0 ? 'org-store is-vacant' : 'org-store'}>
      <h3>
        <Go to={`/stores/${store.id}`}>{name(store)}</Go>
        <span className="note">{say(storeKindNames[store.kind])}</span>
      </h3>
      <div className="org-seats">
        {store.managers.map((post) => (
          <PostChip key={post.appointment} post={post} size="big" />
        ))}
        {store.managers.length === 0 ? <VacantChip /> : null}
        {folded ? (
          <span className="note num">{say(w.countPeople, { count: store.headcount })}</span>
        ) : (
          store.associates.map((post) => <PostChip key={post.appointment} post={post} />)
        )}
      </div>
    </article>
  )
}
