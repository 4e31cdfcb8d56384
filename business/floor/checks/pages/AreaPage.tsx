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
import { useSay } from '../../../../platform/web/say.ts'
import { useMe, useName } from '../../../../platform/web/session.ts'
import type { Zone } from '../../../organization/plans/shape.ts'
import { zoneWords } from '../../../organization/plans/words.ts'
import { useSays } from '../../editions/pages/says.ts'
import type { BoardCell } from '../board-rules.ts'
import { p } from '../page-words.ts'
import { kinds } from '../shape.ts'
import { kindWords, stateWords } from '../words.ts'
import { api, type Board } from './api.ts'
import { SheetView } from './SheetView.tsx'
import './checks.css'

const woven: Readonly<Record<BoardCell['state'], WeaveState | undefined>> = {
  notYet: undefined,
  open: 'open',
  done: 'done',
  doneLate: 'late',
  overdue: 'overdue',
  missed: 'missed',
  sentBack: 'overdue',
  closed: 'excused',
}
/** At most so many sheets and findings to be looked at first. */
const first = 6

/** Stores are the warp, the kinds of sheets the weft; what is flagged or still to be mended stands before it. */
export default function AreaPage() {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const me = useMe()
  const go = useGo()
  const [search, change] = useSearch()
  const asked = {
    ...(search.day && isDay(search.day) ? { day: search.day } : {}),
    ...(search.area ? { area: search.area } : {}),
  }
  const board = api.useSee('checks.area', asked, { keep: true, every: 60_000 })
  return (
    <Page
      title={say(p.area)}
      sub={board.data ? f.dayAndWeekday(board.data.day) : undefined}
      actions={
        <>
          <DayInput
            label={say(p.chooseDay)}
            value={board.data?.day ?? me.today}
            max={me.today}
            onChange={(day) => change({ day: day === me.today ? undefined : day })}
          />
          <ExportButton view="checks.area" input={asked} />
        </>
      }
    >
      <Seen of={board}>
        {(seen) =>
          seen.stores.length === 0 ? (
            <Empty title={say(p.noStores)} />
          ) : (
            <>
              <Sums seen={seen} />
              <ToLook seen={seen} onOpen={(store, sheet) => change({ store, sheet })} />
              <Card>
                <WeaveGrid
                  label={say(p.area)}
                  heads={kinds.map((kind) => ({ key: kind, text: say(kindWords[kind]) }))}
                  endHead={say(p.findings)}
                  rows={[...seen.stores]
                    .sort(
                      (a, b) =>
                        b.late * 10 + b.toLook - (a.late * 10 + a.toLook) || (a.code < b.code ? -1 : 1),
                    )
                    .map((s) => ({
                      key: s.id,
                      name: name(s),
                      spoken: name(s),
                      note: say(p.doneOf, { done: s.done, of: s.due }),
                      end: s.open > 0 ? f.count(s.open) : '',
                      cells: s.cells.map((cell) => {
                        const state = woven[cell.state]
                        return { key: cell.kind, ...(state ? { state } : {}), words: wordsOf(cell) }
                      }),
                    }))}
                  legend={(['done', 'late', 'open', 'overdue', 'missed'] as const).map((state) => ({
                    state,
                    words: say(stateWords[state === 'late' ? 'doneLate' : state]),
                  }))}
                  onOpen={(store, kind) => {
                    const sheet = seen.stores
                      .find((s) => s.id === store)
                      ?.cells.find((c) => c.kind === kind)?.sheet
                    if (sheet) change({ store, sheet })
                    else go({ to: '/checks', search: { store, day: seen.day } })
                  }}
                />
              </Card>
            </>
          )
        }
      </Seen>
      {search.store && search.sheet ? (
        <SheetView
          store={search.store}
          id={search.sheet}
          onClose={() => change({ store: undefined, sheet: undefined })}
        />
      ) : null}
    </Page>
  )

  function wordsOf(cell: BoardCell): string {
    const { kind, state, done, of, wrong, flagged } = cell
    return [
      say(p.boardCell, { kind: say(kindWords[kind]), state: say(stateWords[state]), done, of }),
      wrong > 0 ? say(p.cellWrong, { wrong }) : '',
      flagged > 0 ? say(p.cellFlagged) : '',
    ].join('')
  }
}

function Sums({ seen }: { seen: Board }) {
  const say = useSay()
  const f = useFormat()
  const sum = (of: (s: Board['stores'][number]) => number): number =>
    seen.stores.reduce((n, s) => n + of(s), 0)
  const [late, toLook] = [sum((s) => s.late), sum((s) => s.toLook)]
  const open = sum((s) => s.open)
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(p.boardDone)}
        value={f.count(sum((s) => s.done))}
        note={say(p.boardOf, { of: f.count(sum((s) => s.due)) })}
      />
      <Figure
        size="strip"
        label={say(p.boardLate)}
        value={f.count(late)}
        tone={late > 0 ? 'missed' : 'plain'}
      />
      <Figure
        size="strip"
        label={say(p.boardFlagged)}
        value={f.count(toLook)}
        tone={toLook > 0 ? 'late' : 'plain'}
        note={say(p.boardFlaggedNote)}
      />
      <Figure size="strip" label={say(p.boardFindings)} value={f.count(open)} />
    </FigureStrip>
  )
}

/** Where one look is worth most: sheets too good or too quick, and what has been waiting to be mended longest. */
function ToLook({ seen, onOpen }: { seen: Board; onOpen: (store: string, sheet: string) => void }) {
  const say = useSay()
  const f = useFormat()
  const name = useName()
  const says = useSays()
  const flagged = seen.stores.flatMap((store) => {
    const cells = store.cells.filter((c) => c.toLook > 0)
    return cells[0]?.sheet
      ? [{ store, sheet: cells[0].sheet, of: cells.map((c) => say(kindWords[c.kind])).join(say(p.comma)) }]
      : []
  })
  const storeOf = new Map(seen.stores.map((s) => [s.id, s]))
  const open = seen.findings.filter((one) => one.mendedAt === null)
  const drawn = seen.drawn.filter(({ state }) => state === 'handedIn' || state === 'opened')
  if (flagged.length + open.length + drawn.length === 0) return null
  return (
    <Card title={say(p.toLook)}>
      <ul className="check-look">
        {flagged.slice(0, first).map(({ store, sheet, of }) => (
          <li key={sheet}>
            <button type="button" onClick={() => onOpen(store.id, sheet)}>
              <span className="check-sign tone-late" aria-hidden="true">
                !
              </span>
              <span className="check-what">
                <b>{name(store)}</b>
                <small>
                  {of} · {say(p.boardFlaggedNote)}
                </small>
              </span>
            </button>
          </li>
        ))}
        {drawn.slice(0, first).map(({ store, kind, sheet }) => (
          <li key={sheet}>
            <button type="button" onClick={() => onOpen(store, sheet)}>
              <span className="check-sign tone-late" aria-hidden="true">
                ?
              </span>
              <span className="check-what">
                <b>{name(storeOf.get(store)!)}</b>
                <small>
                  {say(kindWords[kind])} · {say(p.recheck)}
                </small>
              </span>
            </button>
          </li>
        ))}
        {open.slice(0, first).map((one) => (
          <li key={one.id}>
            <Go to="/checks" search={{ store: one.store }}>
              <span className="check-sign tone-missed" aria-hidden="true">
                ✕
              </span>
              <span className="check-what" translate="no">
                <b>{name(storeOf.get(one.store)!)}</b>
                <small>
                  {one.wrong} · {one.zone ? `${say(zoneWords[one.zone as Zone])} · ` : ''}
                  {says(one)} · {f.day(one.day)}
                </small>
              </span>
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}
