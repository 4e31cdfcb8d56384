import type { Money } from '../../../../platform/kinds/money.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { DataTable } from '../../../../platform/web/parts/DataTable.tsx'
import { ExportButton } from '../../../../platform/web/parts/ExportButton.tsx'
import { Figure, FigureStrip } from '../../../../platform/web/parts/Figure.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { Go, useGo } from '../../../../platform/web/place.tsx'
import { useSay } from '../../../../platform/web/say.ts'
import { useHolds } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { explained, openToBuyVersion } from '../explain.ts'
import { w } from '../page-words.ts'
import { overBought, spanOf, total } from '../rules.ts'
import type { Cell } from '../shape.ts'
import { api, type Board, type Head } from './api.ts'
import { MonthTable } from './MonthTable.tsx'
import { VersionLine } from './VersionLine.tsx'
import './open-to-buy.css'

/** What may still be bought, by category and month; what is over-bought stands out. */
export default function OpenToBuyPage() {
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const makes = useHolds('merchandising')
  const board = api.useSee('openToBuy.board', {})
  const seen = board.data
  const plan = makes ? (
    <Act type="primary" may="openToBuy.submit" onClick={() => go({ to: '/open-to-buy/new' })}>
      {say(seen?.plans.length ? w.change : w.fresh)}
    </Act>
  ) : undefined
  const isThere = (seen?.months.length ?? 0) > 0
  return (
    <Page
      title={say(w.title)}
      sub={seen ? say(w.sub, { day: f.dayAndWeekday(seen.today) }) : undefined}
      actions={
        <>
          <Go to="/purchases">{say(w.toPurchases)}</Go>
          {isThere ? (
            <>
              <span className="otb-print">
                <Button onClick={() => window.print()}>{say(w.print)}</Button>
              </span>
              <ExportButton view="openToBuy.board" input={{}} />
            </>
          ) : null}
          {plan}
        </>
      }
    >
      <Seen of={board}>
        {(data) => (
          <div className="otb">
            {data.months.length === 0 ? (
              <Card>
                <Empty title={say(w.none)} next={say(w.noneNext)} action={plan} />
              </Card>
            ) : (
              <Figures seen={data} />
            )}
            {data.came.length > 0 ? <Came came={data.came} /> : null}
            {data.plans.length > 0 ? <Versions plans={data.plans} /> : null}
          </div>
        )}
      </Seen>
    </Page>
  )
}

function Figures({ seen }: { seen: Board }) {
  const { months, rows, lying, today } = seen
  const say = useSay()
  const f = useFormat()
  const isRunning = months[0] === today.slice(0, 7)
  const first = rows.map((r) => r.cells[0]!)
  const [stores, warehouse] = [sum(lying.map((l) => l.stores)), sum(lying.map((l) => l.warehouse))]
  const coming = sum(rows.flatMap((r) => r.cells.map((c) => c.onOrder)))
  const of = total(first)
  const figure = (cell: Omit<Cell, 'month'>, at: Parameters<typeof explained>[1], label: string) => (
    <span className={cell.openToBuy < 0 ? 'otb-over' : undefined}>
      <Figure
        size="small"
        label={label}
        value={f.wanPlain(cell.openToBuy, 1)}
        explain={explained(cell, at, f.language, (m) => f.money(m))}
        note={cell.openToBuy < 0 ? say(w.overBought) : undefined}
      />
    </span>
  )
  const atMonth = (i: number) => ({ now: i === 0, isRunning: i === 0 && isRunning })
  const spans = new Map(rows.map((r) => [r.category, spanOf(r.cells)]))
  const whole = total(rows.map((r) => ({ month: months[0]!, ...spans.get(r.category)! })))
  const span = { now: true, isRunning, isSpan: true }
  // What is over-bought comes first; then where most may be bought.
  const open = (r: Board['rows'][number]): number => r.cells[0]!.openToBuy
  const over = rows.filter((r) => open(r) < 0).sort((a, b) => open(a) - open(b))
  const inOrder = [...over, ...rows.filter((r) => open(r) >= 0).sort((a, b) => open(b) - open(a))]
  return (
    <>
      <div className={over.length > 0 ? 'otb-has-over' : undefined}>
        <FigureStrip>
          <Figure
            size="strip"
            label={say(w.still)}
            value={f.wan(of.openToBuy)}
            note={say(w.stillOf, { month: f.month(months[0]!) })}
            explain={explained(of, atMonth(0), f.language, (m) => f.money(m))}
          />
          <Figure
            size="strip"
            label={say(w.overBought)}
            value={f.wan(sum(over.map((r) => overBought(r.cells[0]!.openToBuy))))}
            note={say(w.overOf, { n: over.length })}
            explain={{
              definition: say(w.overIs),
              rows: over.map((r) => ({
                label: categoryIn(r.category, f.language),
                value: f.money(overBought(r.cells[0]!.openToBuy)),
              })),
              version: openToBuyVersion,
            }}
          />
          <Figure
            size="strip"
            label={say(w.lying)}
            value={f.wan((stores + warehouse) as Money)}
            note={say(w.lyingOf, { stores: f.wan(stores), warehouse: f.wan(warehouse) })}
            explain={{ definition: say(w.lyingIs), version: '1' }}
          />
          <Figure
            size="strip"
            label={say(w.coming)}
            value={f.wan(coming)}
            note={say(w.comingOf, {
              ordered: f.wan(seen.coming.ordered),
              onTheWay: f.wan(seen.coming.onTheWay),
            })}
            explain={{ definition: say(w.comingIs), version: '1' }}
          />
        </FigureStrip>
      </div>
      <Card kind="flush">
        <MonthTable
          label={say(w.title)}
          months={months}
          rows={inOrder}
          cell={(row, month) => {
            const i = months.indexOf(month)
            return figure(
              row.cells[i]!,
              atMonth(i),
              `${categoryIn(row.category, f.language)} ${f.month(month)}`,
            )
          }}
          total={(month) => {
            const i = months.indexOf(month)
            return figure(total(rows.map((r) => r.cells[i]!)), atMonth(i), f.month(month))
          }}
          last={{
            head: say(w.span),
            cell: (row) => figure(spans.get(row.category)!, span, categoryIn(row.category, f.language)),
            total: figure(whole, span, say(w.all)),
          }}
        />
      </Card>
    </>
  )
}

/** What was planned of the months that have begun, and what came. */
function Came({ came }: { came: Board['came'] }) {
  const say = useSay()
  const f = useFormat()
  const amount = (value: number) => f.wanPlain(value as Money, 1)
  return (
    <Card kind="flush" title={say(w.came)} sub={say(w.cameSub)}>
      <DataTable
        label={say(w.came)}
        isFramed={false}
        columns={[
          { key: 'month', head: say(w.month), cell: (r) => f.month(r.month) },
          {
            key: 'plannedSales',
            head: say(w.plannedSales),
            unit: f.wanUnit,
            kind: 'figure',
            cell: (r) => amount(r.planned.sales),
          },
          {
            key: 'sold',
            head: say(w.sold),
            unit: f.wanUnit,
            kind: 'figure',
            cell: (r) => amount(r.sold.sales),
          },
          {
            key: 'rate',
            head: say(w.rate),
            kind: 'figure',
            cell: (r) => (r.planned.sales > 0 ? f.percent(r.sold.sales / r.planned.sales) : '—'),
          },
          {
            key: 'plannedOff',
            head: say(w.plannedOff),
            unit: f.wanUnit,
            kind: 'figure',
            desk: true,
            cell: (r) => amount(r.planned.markdowns),
          },
          {
            key: 'off',
            head: say(w.off),
            unit: f.wanUnit,
            kind: 'figure',
            desk: true,
            cell: (r) => amount(r.sold.markdowns),
          },
        ]}
        rows={came}
        keyOf={(r) => r.month}
      />
    </Card>
  )
}

function Versions({ plans }: { plans: readonly Head[] }) {
  const say = useSay()
  return (
    <Card title={say(w.versions)}>
      <ul className="otb-versions">
        {plans.map((plan) => (
          <li key={plan.id}>
            <Go to="/open-to-buy/plan" search={{ plan: plan.id }} className="otb-version">
              <VersionLine plan={plan} />
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  )
}
