import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMay, useName } from '../../../../platform/web/session.ts'
import { requestWords, w } from '../page-words.ts'
import { stateOf } from '../rules.ts'
import { s } from '../share-words.ts'
import { api, type StoresSeen, toneOf } from './api.ts'
import { DepotSheet } from './DepotSheet.tsx'

/** Who has not handed in is named so far; the others are counted. */
const mostNamed = 60

/** Whose request waits stands first, then who has not handed in, then what was decided; beside them what the warehouse has. */
export function StoresBoard() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search] = useSearch()
  const { may } = useMay('reorders.tellDepot')
  const { may: shares } = useMay('reorders.shareOut')
  const [isTelling, tell] = useState(false)
  const seen = api.useSee('reorders.ofStores', search.area ? { area: search.area } : {}, { every: 60_000 })
  return (
    <Seen of={seen}>
      {({ requests, isCut, stores, week, depot }) => {
        const waits = requests.filter((r) => stateOf(r) === 'submitted')
        const decided = requests.filter((r) => r.granted !== null)
        const missing = stores.filter((s) => s.keeps && !s.isIn)
        return (
          <>
            <Card
              kind="quiet"
              title={say(w.depot)}
              sub={
                depot.at === null
                  ? say(w.depotNever)
                  : say(w.depotTold, {
                      skus: f.count(depot.skus),
                      pieces: f.count(depot.pieces),
                      at: f.instant(depot.at),
                    })
              }
              extra={
                may ? (
                  <Act may="reorders.tellDepot" onClick={() => tell(true)}>
                    {say(w.tellDepot)}
                  </Act>
                ) : null
              }
            />
            {shares ? <ScarceCard /> : null}
            <Band
              title={say(w.waiting)}
              note={isCut && decided.length === 0 ? say(w.isCut, { n: waits.length }) : String(waits.length)}
            />
            {waits.length === 0 ? (
              <Card>
                <Empty title={say(w.noneWaits)} next={say(w.noneWaitsNext)} />
              </Card>
            ) : (
              <ul className="stock-coming">
                {waits.map((r) => (
                  <li key={r.id}>
                    <One request={r} />
                  </li>
                ))}
              </ul>
            )}
            <Band
              title={`${say(w.notIn)} · ${say(w.ofWeek, { day: f.day(week) })}`}
              note={String(missing.length)}
            />
            <Card>
              {missing.length === 0 ? (
                <p className="stock-note">{say(w.allIn)}</p>
              ) : (
                <ul className="reorder-stores">
                  {missing.slice(0, mostNamed).map((s) => (
                    <li key={s.id}>
                      <Go to="/reorders" search={{ store: s.id }}>
                        {name(s)}
                      </Go>
                    </li>
                  ))}
                  {missing.length > mostNamed ? (
                    <li className="stock-note">{say(w.moreStores, { n: missing.length - mostNamed })}</li>
                  ) : null}
                </ul>
              )}
            </Card>
            {decided.length > 0 ? (
              <Band title={say(w.decided)} note={isCut ? undefined : String(decided.length)} />
            ) : null}
            <ul className="stock-coming">
              {decided.map((r) => (
                <li key={r.id}>
                  <One request={r} />
                </li>
              ))}
            </ul>
            {isTelling ? <DepotSheet onClose={() => tell(false)} /> : null}
          </>
        )
      }}
    </Seen>
  )
}

/** Sizes that several stores want and the warehouse has too few of are answered together. */
function ScarceCard() {
  const say = useSay()
  const seen = api.useSee('reorders.scarce', {}, { every: 60_000 })
  if (!seen.data || seen.data.sizes.length === 0) return null
  const { sizes, requests } = seen.data
  return (
    <Card
      kind="urgent"
      title={say(s.found, { n: sizes.length, stores: requests.length })}
      sub={say(s.foundSub)}
      extra={<Go to="/reorders/scarce">{say(s.open)}</Go>}
    />
  )
}

function One({ request: r }: { request: StoresSeen['requests'][number] }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const state = stateOf(r)
  return (
    <Go className="stock-box" to={`/reorders/${r.store}/${r.id}`}>
      <span className="stock-box-head">
        <b>{name(r)}</b>
        <Chip tone={toneOf(state)}>{say(requestWords[state])}</Chip>
      </span>
      <span className="stock-box-sum">
        <strong className="num">{f.count(r.granted ?? r.asked)}</strong>
        <small>{say(w.line, { proposed: f.count(r.proposed), asked: f.count(r.asked) })}</small>
      </span>
      <span className="stock-box-foot">
        <small>
          {say(w.ofWeek, { day: f.day(r.week) })} · {r.byName} {f.instant(r.at)}
        </small>
      </span>
    </Go>
  )
}
