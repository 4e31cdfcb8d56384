import { addMonths, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { cents, sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import { categoryIn } from '../../../goods/category-names.ts'
import { w } from '../page-words.ts'
import { beyondOf, lacksWhy, sumBeyond } from '../rules.ts'
import { purchaseWords } from '../words.ts'
import { api, type Board, limitsApi } from './api.ts'
import { LineAdder, LineName } from './LineAdder.tsx'
import { useOrder } from './useOrder.ts'
import '../../pages/stock.css'
import './purchases.css'

const monthsAhead = 12

/** An order of a maker, held against what may still be bought while it is written. */
export default function NewPage() {
  const say = useSay()
  const made = useOrder(monthOf(useMe().today))
  const limits = limitsApi.useSee('openToBuy.board', {})
  return (
    <Page title={say(w.fresh)} back={{ to: '/purchases', label: say(w.title) }}>
      <Seen of={limits}>{(board) => <Making made={made} board={board} />}</Seen>
    </Page>
  )
}

function Making({ made, board }: { made: ReturnType<typeof useOrder>; board: Board }) {
  const { draft, set } = made
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const thisMonth = monthOf(useMe().today)
  const place = api.useDo('purchases.place', {
    onDone: (done) => {
      made.done()
      notice(say(w.placed, { number: done.number }))
      go({ to: '/purchases/order', search: { order: done.id } })
    },
  })
  const wrong = wrongFields(place.error)
  const over = beyondOf(draft.lines, draft.due, board)
  const off =
    draft.maker.trim() === ''
      ? w.makerNot
      : draft.lines.length === 0
        ? w.lineNot
        : lacksWhy(sumBeyond(over), draft.words)
          ? purchaseWords.beyondWhyMissing
          : undefined
  const categories = [...new Set([...board.rows, ...board.lying].map((r) => r.category))].sort()
  return (
    <div className="purchases">
      <Card>
        <div className="purchase-form">
          <Field label={say(w.maker)} wrong={wrong.maker}>
            <Input
              aria-label={say(w.maker)}
              size="large"
              maxLength={60}
              value={draft.maker}
              onChange={(event) => set({ maker: event.target.value })}
            />
          </Field>
          <Field label={say(w.due)} wrong={wrong.due}>
            <Select
              aria-label={say(w.due)}
              size="large"
              value={draft.due}
              options={Array.from({ length: monthsAhead }, (_, i) => addMonths(thisMonth, i)).map((m) => ({
                value: m,
                label: f.month(m),
              }))}
              onChange={(due) => set({ due: due as Month })}
            />
          </Field>
        </div>
      </Card>
      {draft.lines.length > 0 ? (
        <Card>
          <ul className="purchase-lines">
            {draft.lines.map((line, i) => (
              <li key={`${line.category} ${line.style} ${line.color}`} className="purchase-line">
                <LineName line={line} />
                <span className="num">
                  {say(w.sum, { n: line.pieces })}
                  <small>{say(w.eachPrices, { cost: f.money(line.cost), tag: f.money(line.tag) })}</small>
                </span>
                <Button
                  aria-label={`${say(w.remove)} ${line.name ?? categoryIn(line.category, f.language)}`}
                  onClick={() => set({ lines: draft.lines.filter((_, at) => at !== i) })}
                >
                  {say(w.remove)}
                </Button>
              </li>
            ))}
          </ul>
          <Limits over={over} due={draft.due} board={board} />
        </Card>
      ) : null}
      <LineAdder
        categories={categories}
        lines={draft.lines}
        onAdd={(line) => set({ lines: [...draft.lines, line] })}
      />
      <Field label={say(w.words)} wrong={wrong.words}>
        <Input
          aria-label={say(w.words)}
          size="large"
          maxLength={300}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
        />
      </Field>
      {place.error && !wrong.words && !wrong.maker && !wrong.due ? (
        <FormProblem problem={place.error} />
      ) : null}
      <StickyBar
        note={`${say(w.sum, { n: draft.lines.reduce((n, l) => n + l.pieces, 0) })} · ${say(w.sumCost, {
          x: f.money(sum(draft.lines.map((l) => cents(l.pieces * l.cost)))),
        })}`}
      >
        <Act
          type="primary"
          size="large"
          may="purchases.place"
          offBecause={off ? say(off) : undefined}
          loading={place.isPending}
          onClick={() =>
            place.mutate({
              id: draft.id,
              maker: draft.maker.trim(),
              due: draft.due,
              words: draft.words.trim() || null,
              lines: draft.lines.map(({ category, style, color, pieces, cost, tag }) => ({
                ...{ category, style, color, pieces, cost, tag },
              })),
            })
          }
        >
          {say(w.place)}
        </Act>
      </StickyBar>
    </div>
  )
}

/** Each category of the order beside what of it may still be bought in that month. */
function Limits(props: { over: ReturnType<typeof beyondOf>; due: Month; board: Board }) {
  const { over, due, board } = props
  const say = useSay()
  const f = useFormat()
  if (!board.months.includes(due))
    return <p className="stock-note">{say(w.noLimit, { month: f.month(due) })}</p>
  return (
    <ul className="purchase-limits">
      {over.map(({ category, ordered, beyond }) => {
        const cell = board.rows.find((r) => r.category === category)?.cells.find((c) => c.month === due)
        return (
          <li key={category} className={beyond > 0 ? 'purchase-over' : undefined}>
            {say(beyond > 0 ? w.beyond : w.within, {
              category: categoryIn(category, f.language),
              month: f.month(due),
              may: f.wan(cents(Math.max(0, cell?.openToBuy ?? 0))),
              x: f.wan(ordered),
              over: f.wan(beyond),
            })}
          </li>
        )
      })}
    </ul>
  )
}
