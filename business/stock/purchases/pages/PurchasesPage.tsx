import type { Money } from '../../../../platform/kinds/money.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Chip } from '../../../../platform/web/parts/Steps.tsx'
import { Go, useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { stateWords, w } from '../page-words.ts'
import { api, type Head, tones } from './api.ts'
import './purchases.css'

/** What makers have still to deliver, the earliest month first; then what came last. */
export default function PurchasesPage() {
  const say = useSay()
  const go = useGo()
  const buys = useHolds('merchandising')
  const seen = api.useSee('purchases.all', {})
  const fresh = buys ? (
    <Act type="primary" may="purchases.place" onClick={() => go({ to: '/purchases/new' })}>
      {say(w.fresh)}
    </Act>
  ) : undefined
  return (
    <Page
      title={say(w.title)}
      actions={
        <>
          <Go to="/open-to-buy">{say(w.toBoard)}</Go>
          {seen.data?.orders.length ? <ExportButton view="purchases.all" input={{}} /> : null}
          {fresh}
        </>
      }
    >
      <Seen of={seen}>
        {({ orders }) =>
          orders.length === 0 ? (
            <Card>
              <Empty title={say(w.none)} next={say(w.noneNext)} action={fresh} />
            </Card>
          ) : (
            <div className="purchases">
              <Sums orders={orders} />
              <Orders orders={orders} />
            </div>
          )
        }
      </Seen>
    </Page>
  )
}

function Sums({ orders }: { orders: readonly Head[] }) {
  const say = useSay()
  const f = useFormat()
  const open = orders.filter((o) => o.open > 0)
  const late = open.filter((o) => o.state === 'late')
  const pieces = (of: readonly Head[]) => of.reduce((n, o) => n + o.open, 0)
  return (
    <FigureStrip>
      <Figure
        size="strip"
        label={say(w.openPieces)}
        value={f.count(pieces(open))}
        unit={say(w.pieces)}
        note={say(w.openPiecesNote, { n: open.length })}
      />
      <Figure
        size="strip"
        label={say(w.openTag)}
        value={f.wan(sum(open.map((o) => o.openTag)))}
        note={say(w.openCostNote, { cost: f.wan(sum(open.map((o) => o.openCost))) })}
      />
      <Figure
        size="strip"
        label={say(w.late)}
        value={f.count(pieces(late))}
        unit={say(w.pieces)}
        note={say(w.openPiecesNote, { n: late.length })}
        tone={late.length > 0 ? 'late' : 'plain'}
      />
    </FigureStrip>
  )
}

function Orders({ orders }: { orders: readonly Head[] }) {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  return (
    <Card kind="flush">
      <DataTable
        label={say(w.title)}
        isFramed={false}
        rows={orders}
        keyOf={(o) => o.id}
        onOpen={(o) => go({ to: '/purchases/order', search: { order: o.id } })}
        columns={[
          {
            key: 'maker',
            head: say(w.maker),
            cell: (o) => (
              <span className="purchase-name">
                <b translate="no">{o.maker}</b>
                <small>{o.categories.map((c) => categoryIn(c, f.language)).join(' · ')}</small>
                <Chip tone={tones[o.state]}>{say(stateWords[o.state])}</Chip>
              </span>
            ),
          },
          { key: 'due', head: say(w.due), cell: (o) => f.shortMonth(o.due), sortBy: (o) => o.due },
          { key: 'number', head: say(w.number), desk: true, cell: (o) => o.number },
          { key: 'ordered', head: say(w.ordered), kind: 'figure', cell: (o) => f.count(o.pieces) },
          { key: 'came', head: say(w.came), kind: 'figure', desk: true, cell: (o) => f.count(o.came) },
          {
            key: 'open',
            head: say(w.open),
            kind: 'figure',
            cell: (o) => f.count(o.open),
            sortBy: (o) => o.open,
            total: f.count(orders.reduce((n, o) => n + o.open, 0)),
          },
          {
            key: 'cost',
            head: say(w.cost),
            unit: f.wanUnit,
            kind: 'figure',
            desk: true,
            cell: (o) => f.wanPlain(o.cost as Money, 1),
            total: f.wanPlain(sum(orders.map((o) => o.cost)), 1),
          },
        ]}
      />
    </Card>
  )
}
