import { useState } from 'react'
import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { keep } from '../../../../platform/web/kept.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { WeaveSign } from '../../../../platform/web/parts/WeaveGrid.tsx'
import { Go, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds, useName } from '../../../../platform/web/session.ts'
import { StorePicker } from '../../../sales/tickets/pages/StorePicker.tsx'
import { useStore } from '../../../sales/tickets/pages/useStore.ts'
import { BeginCard } from '../../pages/OpeningSheet.tsx'
import { w } from '../page-words.ts'
import { dailyStateWords } from '../words.ts'
import { api, type Evening, woven } from './api.ts'
import { CategoryRow } from './CategoryRow.tsx'
import { draftKey, readDraft, readyRows, typedWith, without } from './draft.ts'
import { ReasonSheet } from './ReasonSheet.tsx'
import '../../pages/stock.css'
import './daily.css'

/** The pieces of an evening by category: typed blind with one thumb, compared, counted again or explained. */
export default function DailyPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const [store, choose] = useStore()
  const [search] = useSearch()
  const isFloor = useHolds('storeManager', 'salesAssociate')
  const day = search.day && isDay(search.day) ? { day: search.day } : {}
  const seen = api.useSee(
    'dailyCounts.ofDay',
    { store: store ?? '', ...day },
    { every: 60_000, when: store !== undefined },
  )
  return (
    <Page
      width="reading"
      title={say(w.daily)}
      sub={seen.data ? `${name(seen.data.store)} · ${f.dayAndWeekday(seen.data.day)}` : undefined}
      back={isFloor ? undefined : { to: '/daily-count/area', search: day, label: say(w.dailyArea) }}
      actions={<StorePicker value={store} onChange={choose} />}
    >
      {store === undefined ? null : (
        <Seen of={seen}>
          {(data) => <OfEvening key={`${store} ${data.day}`} seen={data} isFloor={isFloor} />}
        </Seen>
      )}
    </Page>
  )
}

function OfEvening({ seen, isFloor }: { seen: Evening; isFloor: boolean }) {
  const say = useSay()
  const f = useFormat()
  if (seen.state === 'noBook') return <BeginCard store={seen.store.id} />
  if (seen.state === 'closed') return <Empty title={say(w.closedDay)} />
  if (seen.categories.length === 0) return <Empty title={say(w.nothingHeld)} />
  const isOpen = seen.state !== 'notYet' && isFloor
  return isOpen ? (
    <Counting seen={seen} />
  ) : (
    <Board seen={seen} note={seen.state === 'notYet' ? say(w.from, { time: f.time(seen.earliest) }) : ''} />
  )
}

function Counting({ seen }: { seen: Evening }) {
  const say = useSay()
  const f = useFormat()
  const key = draftKey(seen.store.id, seen.day)
  const [draft, write] = useState(() => readDraft(key, Date.now()))
  const [explained, explain] = useState<string>()
  const set = (next: typeof draft) => {
    write(next)
    keep(key, next)
  }
  const ready = readyRows(draft)
  const count = api.useDo('dailyCounts.count', {
    whenSafe: ({ rows }) =>
      set(
        without(
          draft,
          rows.map((r) => r.category),
          Date.now(),
        ),
      ),
    onDone: (answer) => notice(say(answer.isSettled ? w.allDone : w.compared)),
  })
  const isCounted = (category: string) => seen.categories.find((c) => c.category === category)?.count != null
  const left = seen.categories.filter(
    (c) => c.count === null && !ready.some((r) => r.category === c.category),
  ).length
  const done = seen.categories.filter((c) => isCounted(c.category)).length
  const asked = seen.categories.find((c) => c.category === explained)
  return (
    <>
      <Board seen={seen} note={say(w.blind)} isShort>
        <ul className="daily-rows">
          {seen.categories.map((c) => (
            <CategoryRow
              key={c.category}
              of={c}
              draft={draft.rows[c.category]}
              onType={(part) => set(typedWith(draft, c.category, part, Date.now()))}
              onExplain={() => explain(c.category)}
              on={{ store: seen.store.id, day: seen.day }}
            />
          ))}
        </ul>
      </Board>
      {count.error ? <FormProblem problem={count.error} /> : null}
      {seen.state === 'done' && ready.length === 0 ? null : (
        <StickyBar
          note={left > 0 ? say(w.left, { n: left }) : say(w.until, { time: f.time(seen.dueAt) })}
          value={say(w.progress, { counted: done, of: seen.categories.length })}
        >
          <Act
            type="primary"
            size="large"
            may="dailyCounts.count"
            loading={count.isPending}
            offBecause={ready.length === 0 ? say(w.fillOne) : undefined}
            onClick={() => count.mutate({ id: draft.id, store: seen.store.id, day: seen.day, rows: ready })}
          >
            {say(w.compare)}
          </Act>
        </StickyBar>
      )}
      {asked?.count ? (
        <ReasonSheet
          on={{ store: seen.store.id, day: seen.day }}
          category={asked.category}
          off={asked.count.off ?? 0}
          onClose={() => explain(undefined)}
        />
      ) : null}
    </>
  )
}

/** How the evening stands, and below it the categories: to be counted, or as they were. */
function Board(props: { seen: Evening; note: string; isShort?: boolean; children?: React.ReactNode }) {
  const { seen, note, isShort, children } = props
  const say = useSay()
  const f = useFormat()
  const tone = seen.state === 'done' ? 'done' : seen.state === 'overdue' ? 'late' : 'plain'
  return (
    <Card
      kind="flush"
      title={
        seen.settledAt
          ? say(w.settledAt, { time: f.time(seen.settledAt) })
          : say(w.until, { time: f.time(seen.dueAt) })
      }
      sub={note}
      extra={<Chip tone={tone}>{say(dailyStateWords[seen.state])}</Chip>}
    >
      {children ?? (
        <ul className="daily-rows">
          {seen.categories.map((c) => (
            <CategoryRow key={c.category} of={c} on={{ store: seen.store.id, day: seen.day }} />
          ))}
        </ul>
      )}
      <footer className="daily-foot">
        {isShort ? (
          <p className="note">
            {say(w.noteDamage)}{' '}
            <Go to="/stock/samples" className="link daily-see">
              {say(w.look)}
            </Go>
          </p>
        ) : null}
        <ul className="weave-legend" aria-label={say(w.lastEvenings)}>
          <li>{say(w.lastEvenings)}</li>
          {(['equal', 'said', 'open'] as const).map((is) => (
            <li key={is}>
              <WeaveSign state={woven[is]} />
              {say({ equal: w.equal, said: w.explained, open: w.open }[is])}
            </li>
          ))}
        </ul>
      </footer>
    </Card>
  )
}
