import { isDay } from '../../../../platform/kinds/day.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { WeaveGrid, type WeaveState } from '../../../../platform/web/parts/WeaveGrid.tsx'
import { Go, useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useLanguage, useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { dailyStateWords, reasonWords } from '../words.ts'
import { api, type Board, signed, woven } from './api.ts'
import '../../pages/stock.css'
import './daily.css'

type StoreSeen = Board['stores'][number]
const tonight = ({ state, evening, isLate }: StoreSeen): WeaveState | undefined => {
  if (state === 'done') return isLate || (evening?.differing ?? 0) > 0 ? 'late' : 'done'
  return ({ open: 'open', overdue: 'overdue', closed: 'excused' } as const)[state as 'open']
}

/** Stores are the warp, evenings the weft; what differs and nobody has explained stands before it. */
export default function AreaPage() {
  const say = useSay()
  const f = useFormat()
  const me = useMe()
  const name = useName()
  const go = useGo()
  const [search, change] = useSearch()
  const asked = {
    ...(search.day && isDay(search.day) ? { day: search.day } : {}),
    ...(search.area ? { area: search.area } : {}),
  }
  const board = api.useSee('dailyCounts.area', asked, { keep: true, every: 60_000 })
  return (
    <Page
      title={say(w.dailyArea)}
      sub={board.data ? f.dayAndWeekday(board.data.day) : undefined}
      actions={
        <>
          <DayInput
            label={say(w.chooseDay)}
            value={board.data?.day ?? me.today}
            max={me.today}
            onChange={(day) => change({ day: day === me.today ? undefined : day })}
          />
          <ExportButton view="dailyCounts.area" input={asked} />
        </>
      }
    >
      <Seen of={board}>
        {(seen) =>
          seen.stores.length === 0 ? (
            <Empty title={say(w.noStores)} />
          ) : (
            <>
              <Sums seen={seen} />
              <Differences seen={seen} />
              <Card>
                <WeaveGrid
                  label={say(w.dailyArea)}
                  heads={[
                    ...seen.evenings.map((day) => ({ key: day, text: day.slice(8) })),
                    {
                      key: seen.day,
                      text: seen.day === seen.today ? say(w.tonight) : seen.day.slice(8),
                      tone: 'today' as const,
                    },
                  ]}
                  endHead={say(w.net)}
                  rows={seen.stores.map((s) => {
                    const state = tonight(s)
                    return {
                      key: s.id,
                      name: name(s),
                      spoken: name(s),
                      note: s.evening
                        ? say(w.progress, { counted: s.evening.counted, of: s.evening.categories })
                        : '',
                      end: s.evening ? signed(f, s.evening.short + s.evening.over) : '',
                      cells: [
                        ...seen.evenings.map((day) => {
                          const is = s.before.find((b) => b.day === day)?.is
                          const words = say(
                            is ? { equal: w.equal, said: w.explained, open: w.open }[is] : w.notCounted,
                          )
                          return {
                            key: day,
                            ...(is ? { state: woven[is] } : {}),
                            words: say(w.cell, { day: f.day(day), state: words }),
                          }
                        }),
                        { key: seen.day, ...(state ? { state } : {}), words: say(dailyStateWords[s.state]) },
                      ],
                    }
                  })}
                  legend={[
                    { state: 'done', words: say(w.equal) },
                    { state: 'late', words: say(w.explained) },
                    { state: 'missed', words: say(w.open) },
                    { state: 'open', words: say(dailyStateWords.open) },
                    { state: 'overdue', words: say(dailyStateWords.overdue) },
                  ]}
                  onOpen={(store, day) => go({ to: '/daily-count', search: { store, day } })}
                />
              </Card>
            </>
          )
        }
      </Seen>
    </Page>
  )
}

function Sums({ seen }: { seen: Board }) {
  const say = useSay()
  const f = useFormat()
  const asked = seen.stores.filter((s) => s.state !== 'noBook' && s.state !== 'closed')
  const sum = (of: (e: NonNullable<StoreSeen['evening']>) => number) =>
    asked.reduce((n, s) => n + (s.evening ? of(s.evening) : 0), 0)
  const [short, over, unsaid] = [sum((e) => e.short), sum((e) => e.over), sum((e) => e.open)]
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(w.settledStores)}
        value={f.count(asked.filter((s) => s.state === 'done').length)}
        note={say(w.ofStores, { of: f.count(asked.length) })}
      />
      <Figure size="strip" label={say(w.pieces)} value={f.count(sum((e) => e.pieces))} />
      <Figure
        size="strip"
        label={say(w.net)}
        value={signed(f, short + over)}
        note={say(w.netNote, { short: f.count(-short), over: f.count(over) })}
      />
      <Figure
        size="strip"
        label={say(w.unsaid)}
        value={f.count(unsaid)}
        tone={unsaid > 0 ? 'missed' : 'plain'}
      />
    </FigureStrip>
  )
}

/** What differs: first what nobody has explained, then the largest. */
function Differences({ seen }: { seen: Board }) {
  const say = useSay()
  const language = useLanguage()
  const f = useFormat()
  const name = useName()
  const stores = new Map(seen.stores.map((s) => [s.id, s]))
  return (
    <Card kind="flush" title={say(w.toLook)}>
      {seen.lines.length === 0 ? (
        <Empty title={say(w.noDifferences)} />
      ) : (
        <ul className="stock-list">
          {seen.lines.map((l) => (
            <li key={`${l.store} ${l.category}`}>
              <Go to="/daily-count" search={{ store: l.store, day: seen.day }} className="stock-line">
                <span>
                  <b>
                    {name(stores.get(l.store)!)} · {categoryIn(l.category, language)}
                  </b>
                  <small>
                    {say(w.differs, { expected: f.count(l.expected), counted: f.count(l.shelf + l.back) })} ·{' '}
                    {l.reason ? (
                      <>
                        {say(reasonWords[l.reason])}
                        {l.words ? <span translate="no">：{l.words}</span> : null}
                      </>
                    ) : (
                      <span className="tone-missed">{say(w.unsaidYet)}</span>
                    )}
                  </small>
                </span>
                <b className={`num ${l.off < 0 ? 'tone-missed' : 'tone-late'}`}>{signed(f, l.off)}</b>
              </Go>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
