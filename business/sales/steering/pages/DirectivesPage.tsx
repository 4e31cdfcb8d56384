import { useFormat } from '../../../../platform/web/format.ts'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Tabs } from '../../../../platform/web/parts/Tabs.tsx'
import { useGo, useSearch } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import type { DirectiveState, Side } from '../directives/shape.ts'
import { p } from '../page-words.ts'
import { api, type Row } from './api.ts'
import { DirectiveCard } from './DirectiveCard.tsx'
import { DirectiveSheet } from './DirectiveSheet.tsx'
import './steering.css'
import { titles } from './titles.ts'

const columns = [
  { key: 'toDo', states: ['returned', 'given'] },
  { key: 'toAccept', states: ['answered'] },
  { key: 'done', states: ['accepted', 'withdrawn'] },
] as const satisfies readonly { key: string; states: readonly DirectiveState[] }[]

/** Directives to me, by me and below me, by what they wait for. */
export default function DirectivesPage() {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const [search, change] = useSearch()
  const [receives, gives] = [
    useHolds('operationsDirector', 'areaManager', 'storeManager'),
    useHolds('generalManager', 'operationsDirector', 'areaManager'),
  ]
  const sides: Side[] = [
    ...(receives ? (['received'] as const) : []),
    ...(gives ? (['given', 'below'] as const) : []),
  ]
  const board = api.useSee('directives.board', {}, { every: 60_000 })
  const opened = board.data?.rows.find((r) => r.id === search.directive)
  const waits = (rows: readonly Row[], of: Side): number =>
    rows.filter((r) => r.side === of && r.state !== 'accepted' && r.state !== 'withdrawn').length
  const asked = sides.find((s) => s === search.side) ?? opened?.side
  const side = asked ?? sides.find((s) => waits(board.data?.rows ?? [], s) > 0) ?? sides[0] ?? 'received'
  return (
    <Page
      title={say(titles.directives)}
      sub={board.data ? say(p.rememberedDays, { days: board.data.remembered }) : undefined}
      actions={
        <>
          {gives ? (
            <Button type="primary" onClick={() => go({ to: '/directives/new' })}>
              {say(p.give)}
            </Button>
          ) : null}
          <ExportButton view="directives.board" input={{}} />
        </>
      }
    >
      <Seen of={board}>
        {({ rows }) => (
          <>
            {sides.length > 1 ? (
              <Tabs
                label={say(titles.directives)}
                value={side}
                options={sides.map((key) => ({ key, label: `${say(p[key])} ${f.count(waits(rows, key))}` }))}
                onChange={(key) => change({ side: key, directive: undefined })}
              />
            ) : null}
            <Board
              rows={rows.filter((r) => r.side === side)}
              side={side}
              onOpen={(row) => change({ directive: row.id })}
            />
            {opened ? (
              <DirectiveSheet
                key={opened.id}
                row={opened}
                onClose={() => change({ directive: undefined, side: opened.side })}
              />
            ) : null}
          </>
        )}
      </Seen>
    </Page>
  )
}

function Board(props: { rows: readonly Row[]; side: Side; onOpen: (row: Row) => void }) {
  const { rows, side, onOpen } = props
  const say = useSay()
  const f = useFormat()
  if (rows.length === 0) {
    const [title, next] = {
      received: [p.noneReceived, p.noneReceivedNext],
      given: [p.noneGiven, p.noneGivenNext],
      below: [p.noneBelow, null],
    }[side] as [typeof p.none, typeof p.none | null]
    return <Empty title={say(title)} next={next ? say(next) : undefined} />
  }
  return (
    <div className="directives">
      {columns.map(({ key, states }) => {
        const own = rows.filter((r) => (states as readonly DirectiveState[]).includes(r.state))
        return (
          <section key={key} className="directives-column" aria-label={say(p[key])}>
            <h2>
              {say(p[key])} <span className="num">{f.count(own.length)}</span>
            </h2>
            {own.length === 0 ? <p className="note">{say(p.none)}</p> : null}
            {own.map((row) => (
              <DirectiveCard key={row.id} row={row} onOpen={() => onOpen(row)} />
            ))}
          </section>
        )
      })}
    </div>
  )
}
