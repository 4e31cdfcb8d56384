import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Band, Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { v } from '../page-words.ts'
import { visitors } from '../reach.ts'
import { toneOf } from '../rules.ts'
import { kindWords } from '../words.ts'
import { api, type OfStore, scoreSaid } from './api.ts'
import { FindingCard } from './FindingCard.tsx'
import { RecurringCard } from './RecurringCard.tsx'
import { VisitSheet } from './VisitSheet.tsx'
import './visits.css'

/** A store and its visits: what is to be mended, how it was scored each time, what comes back. */
export default function StorePage() {
  const say = useSay()
  const name = useName()
  const go = useGo()
  const isVisitor = useMe().appointments.some((a) => a.position in visitors)
  const [search, change] = useSearch()
  const [store, choose] = useStore()
  const visits = api.useSee('visits.store', { store: store ?? '' }, { keep: true, when: store !== undefined })
  return (
    <Page
      title={say(v.store)}
      sub={visits.data ? name(visits.data.store) : undefined}
      actions={
        <>
          <StorePicker value={store} onChange={choose} />
          {store && isVisitor ? (
            <Act may="visits.submit" onClick={() => go({ to: '/visits/make', search: { store } })}>
              {say(v.begin)}
            </Act>
          ) : null}
        </>
      }
    >
      {store === undefined ? (
        <Empty title={say(v.chooseStore)} next={say(v.chooseStoreNext)} />
      ) : (
        <Seen of={visits}>
          {(seen) => (
            <Columns columns="3fr 2fr">
              <div className="visit-column">
                <Findings seen={seen} named={search.finding} />
              </div>
              <div className="visit-column">
                <Scores seen={seen} onOpen={(visit) => change({ visit })} />
                <RecurringCard recurring={seen.recurring} />
              </div>
            </Columns>
          )}
        </Seen>
      )}
      {store && search.visit ? (
        <VisitSheet
          key={search.visit}
          store={store}
          id={search.visit}
          onClose={() => change({ visit: undefined })}
        />
      ) : null}
    </Page>
  )
}

function Findings({ seen, named }: { seen: OfStore; named: string | undefined }) {
  const say = useSay()
  const f = useFormat()
  const mended = seen.open.filter((o) => o.state === 'mended')
  const open = seen.open.filter((o) => o.state === 'open')
  const groups = [
    { key: 'open', title: v.toMend, of: open },
    { key: 'mended', title: v.toVerify, of: mended },
    { key: 'closed', title: v.closed, of: seen.closed },
  ].filter((g) => g.of.length > 0)
  return (
    <>
      {seen.open.length === 0 ? <Empty title={say(v.allMended)} next={say(v.allMendedNext)} /> : null}
      {groups.map((g) => (
        <section key={g.key} className="visit-group">
          <Band title={say(g.title)} note={f.count(g.of.length)} />
          {g.of.map((one) => (
            <FindingCard key={one.id} finding={one} isNamed={one.id === named} />
          ))}
        </section>
      ))}
    </>
  )
}

/** Visits as columns from the oldest to the newest, and as lines to be opened. */
function Scores({ seen, onOpen }: { seen: OfStore; onOpen: (visit: string) => void }) {
  const say = useSay()
  const f = useFormat()
  if (seen.visits.length === 0)
    return (
      <Card title={say(v.history)}>
        <Empty title={say(v.noVisits)} next={say(v.noVisitsNext)} />
      </Card>
    )
  return (
    <Card title={say(v.history)}>
      <div className="visit-columns" aria-hidden="true">
        {[...seen.visits].reverse().map((one) => (
          <span key={one.id}>
            <small className="num">{scoreSaid(one.score)}</small>
            <i
              className={`tone-${toneOf(one.score)}`}
              style={{ height: `${Math.max(4, one.score / 12.5)}px` }}
            />
          </span>
        ))}
      </div>
      <ul className="visit-list">
        {seen.visits.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => onOpen(one.id)}>
              <b className={`num tone-${toneOf(one.score)}`}>{scoreSaid(one.score)}</b>
              <span>
                {f.dayAndWeekday(one.day)} · {say(kindWords[one.kind])}
                <small>
                  {one.byName}
                  {one.corrected > 0 ? ` · ${say(v.correctedShort)}` : ''} ·{' '}
                  {one.found > 0 ? say(v.foundLeft, { found: one.found, left: one.left }) : say(v.foundNone)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
