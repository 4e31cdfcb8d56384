import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { stateWords, w } from '../page-words.ts'
import { api, signed, toneOf } from './api.ts'

/** Of several stores: what waits for a review, what runs, and who has not counted this month. */
export function AreaTakes() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [search] = useSearch()
  const seen = api.useSee('takes.ofArea', search.area ? { area: search.area } : {}, { every: 60_000 })
  return (
    <Seen of={seen}>
      {({ takes, stores, month }) => {
        const waiting = takes.filter((t) => t.state === 'submitted')
        const others = takes.filter((t) => t.state !== 'submitted' && t.state !== 'cancelled')
        const counted = new Set(takes.filter((t) => t.month === month).map((t) => t.store))
        const left = stores.filter((s) => !counted.has(s.id))
        return (
          <>
            <Card title={say(w.waiting)} kind={waiting.length > 0 ? 'urgent' : 'plain'}>
              {waiting.length === 0 ? <Empty title={say(w.noneWaits)} /> : <Lines takes={waiting} />}
            </Card>
            {others.length > 0 ? (
              <>
                <Band title={say(w.others)} />
                <Card kind="flush">
                  <Lines takes={others} />
                </Card>
              </>
            ) : null}
            <Band title={say(w.notCounted, { month: f.month(month) })} />
            <Card>
              {left.length === 0 ? (
                <p>{say(w.allCounted)}</p>
              ) : (
                <p className="take-picks">
                  {left.map((s) => (
                    <Chip key={s.id}>{name(s)}</Chip>
                  ))}
                </p>
              )}
            </Card>
          </>
        )
      }}
    </Seen>
  )

  function Lines({ takes }: { takes: NonNullable<typeof seen.data>['takes'] }) {
    return (
      <ul className="stock-list">
        {takes.map((t) => (
          <li key={t.id}>
            <Go to={`/takes/${t.store}/${t.id}`} className="stock-line">
              <span>
                <b>{name({ name: t.storeName, nameEn: t.storeNameEn })}</b>
                <small>
                  {say(w.ofMonth, { month: f.month(t.month) })} · {t.byName}
                </small>
              </span>
              <span className="stock-line-end">
                {t.skus > 0 ? (
                  <b className="num">
                    {signed(f, t.short + t.over)} ·{' '}
                    {f.money((t.shortValue + t.overValue) as typeof t.shortValue)}
                  </b>
                ) : (
                  <b className="num">{say(w.pieces, { n: f.count(t.entered) })}</b>
                )}
                <Chip tone={toneOf(t.state)}>{say(stateWords[t.state])}</Chip>
              </span>
            </Go>
          </li>
        ))}
      </ul>
    )
  }
}
