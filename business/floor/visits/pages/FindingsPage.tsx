import { useState } from 'react'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Band, Columns, Page } from '../../../../platform/web/parts/Page.tsx'
import { PinyinSelect } from '../../../../platform/web/parts/PinyinSelect.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useName } from '../../../../platform/web/session.ts'
import { v } from '../page-words.ts'
import { api, type Finding, type Findings } from './api.ts'
import { FindingCard } from './FindingCard.tsx'
import { RecurringCard } from './RecurringCard.tsx'
import './visits.css'

/** What stores have mended and somebody must look at comes first; then what is late, then the rest. */
export default function FindingsPage() {
  const say = useSay()
  const [search] = useSearch()
  const [isChoosing, choose] = useState(false)
  const asked = search.area ? { area: search.area } : {}
  const board = api.useSee('visits.findings', asked, { keep: true, every: 60_000 })
  return (
    <Page
      title={say(v.findings)}
      actions={
        <>
          <ExportButton view="visits.findings" input={asked} />
          <Act type="primary" may="visits.submit" onClick={() => choose(true)}>
            {say(v.begin)}
          </Act>
        </>
      }
    >
      <Seen of={board}>
        {(seen) =>
          seen.stores.length === 0 ? (
            <Empty title={say(v.noStores)} />
          ) : (
            <>
              <Board seen={seen} named={search.finding} />
              {isChoosing ? <StoreSheet seen={seen} onClose={() => choose(false)} /> : null}
            </>
          )
        }
      </Seen>
    </Page>
  )
}

function Board({ seen, named }: { seen: Findings; named: string | undefined }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const places = new Map(seen.stores.map((s) => [s.id, name(s)]))
  const sum = (of: (s: Findings['stores'][number]) => number): number =>
    seen.stores.reduce((n, s) => n + of(s), 0)
  const [toVerify, toMend, overdue] = [sum((s) => s.mended), sum((s) => s.open), sum((s) => s.overdue)]
  const now = Date.now()
  const is = (one: Finding, which: 'verify' | 'late' | 'open'): boolean =>
    one.state === 'mended'
      ? which === 'verify'
      : Date.parse(one.dueAt) < now
        ? which === 'late'
        : which === 'open'
  const groups = [
    { key: 'verify', title: v.toVerify, of: seen.findings.filter((o) => is(o, 'verify')) },
    { key: 'late', title: v.overdue, of: seen.findings.filter((o) => is(o, 'late')) },
    { key: 'open', title: v.toMend, of: seen.findings.filter((o) => is(o, 'open')) },
    { key: 'closed', title: v.closed, of: seen.closed },
  ].filter((g) => g.of.length > 0)
  return (
    <>
      <FigureStrip>
        <Figure
          size="strip"
          label={say(v.toVerify)}
          value={f.count(toVerify)}
          tone={toVerify > 0 ? 'late' : 'plain'}
        />
        <Figure size="strip" label={say(v.toMend)} value={f.count(toMend)} />
        <Figure
          size="strip"
          label={say(v.overdue)}
          value={f.count(overdue)}
          tone={overdue > 0 ? 'missed' : 'plain'}
        />
      </FigureStrip>
      <Columns columns="3fr 2fr">
        <div className="visit-column">
          {toVerify + toMend === 0 ? <Empty title={say(v.allMended)} next={say(v.allMendedNext)} /> : null}
          {groups.map((g) => (
            <section key={g.key} className="visit-group">
              <Band title={say(g.title)} note={f.count(g.of.length)} />
              {g.of.map((one) => (
                <FindingCard
                  key={one.id}
                  finding={one}
                  place={places.get(one.store) ?? ''}
                  isNamed={one.id === named}
                />
              ))}
            </section>
          ))}
        </div>
        <div className="visit-column">
          <RecurringCard recurring={seen.recurring} places={places} />
        </div>
      </Columns>
    </>
  )
}

/** Which store is visited now: those with most to be looked at first. */
function StoreSheet({ seen, onClose }: { seen: Findings; onClose: () => void }) {
  const say = useSay()
  const name = useName()
  const go = useGo()
  const begin = (store: string) => go({ to: '/visits/make', search: { store } })
  const first = [...seen.stores]
    .sort((a, b) => b.mended + b.open - (a.mended + a.open) || (a.code < b.code ? -1 : 1))
    .slice(0, 12)
  return (
    <Sheet title={say(v.chooseStore)} onClose={onClose}>
      {seen.stores.length > first.length ? (
        <PinyinSelect
          label={say(v.chooseStore)}
          placeholder={say(v.chooseStore)}
          options={seen.stores.map((s) => ({ value: s.id, label: name(s), note: s.code }))}
          value={undefined}
          onChange={begin}
        />
      ) : null}
      <ul className="visit-stores">
        {first.map((s) => (
          <li key={s.id}>
            <button type="button" onClick={() => begin(s.id)}>
              <b translate="no">{name(s)}</b>
              <small>
                {s.mended + s.open > 0
                  ? `${say(v.toVerify)} ${s.mended} · ${say(v.toMend)} ${s.open}`
                  : say(v.foundNone)}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
