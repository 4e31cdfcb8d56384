import { useState } from 'react'
import { addMonths, type Month, monthOf } from '../../../../platform/kinds/day.ts'
import { cents, type Money, subtract, sum } from '../../../../platform/kinds/money.ts'
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
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { Wrong } from '../../../../platform/web/parts/Wrong.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { useMe } from '../../../../platform/web/session.ts'
import { w } from '../page-words.ts'
import { lacksWhy, monthsFrom } from '../rules.ts'
import { mostMonths, type PlanLine } from '../shape.ts'
import { openToBuyWords } from '../words.ts'
import { api, type Proposal } from './api.ts'
import { CategoryFields } from './CategoryFields.tsx'
import { HeadRow } from './HeadRow.tsx'
import { cellKey, useDraft } from './useDraft.ts'
import './open-to-buy.css'

/** A version of the plan: drafted from targets and last year, changed by hand, handed in. */
export default function NewPage() {
  const say = useSay()
  const thisMonth = monthOf(useMe().today)
  const made = useDraft(thisMonth)
  const { draft } = made
  const [isAsking, ask] = useState(false)
  const { from, months, growth, cover } = draft
  const seen = api.useSee('openToBuy.propose', { from, months, growth, cover }, { keep: true })
  return (
    <Page title={say(w.newTitle)} back={{ to: '/open-to-buy', label: say(w.toBoard) }}>
      <div className="otb">
        <Card>
          <Questions made={made} thisMonth={thisMonth} />
        </Card>
        <div>
          <Button type="text" onClick={() => ask(true)}>
            {say(w.how)}
          </Button>
        </div>
        <Seen of={seen}>{(proposal) => <Making proposal={proposal} made={made} />}</Seen>
      </div>
      {isAsking ? (
        <Sheet title={say(w.how)} onClose={() => ask(false)}>
          <p>{say(w.howSales)}</p>
          <p>{say(w.howOff)}</p>
          <p>{say(w.howClosing)}</p>
        </Sheet>
      ) : null}
    </Page>
  )
}

type Made = ReturnType<typeof useDraft>
function Questions({ made, thisMonth }: { made: Made; thisMonth: Month }) {
  const { draft, ask } = made
  const say = useSay()
  const f = useFormat()
  return (
    <div className="otb-form">
      <Field label={say(w.from)}>
        <Select
          aria-label={say(w.from)}
          value={draft.from}
          options={monthsFrom(thisMonth, 4).map((m) => ({ value: m, label: f.month(m) }))}
          onChange={(from) => ask({ from: from as Month })}
        />
      </Field>
      <Field label={say(w.months)}>
        <Select
          aria-label={say(w.months)}
          value={String(draft.months)}
          options={[3, 4, 6, 9, mostMonths].map((n) => ({ value: String(n), label: say(w.monthsN, { n }) }))}
          onChange={(n) => ask({ months: Number(n) })}
        />
      </Field>
      <Field label={say(w.growth)}>
        <Select
          aria-label={`${say(w.growth)} ${say(w.growthHelp)}`}
          value={String(draft.growth)}
          options={[-20, -10, -5, 0, 5, 10, 15, 20, 30].map((n) => ({
            value: String(n),
            label: f.signedPercent(n / 100, 0),
          }))}
          onChange={(n) => ask({ growth: Number(n) })}
        />
      </Field>
      <Field label={say(w.cover)}>
        <Select
          aria-label={say(w.cover)}
          value={String(draft.cover)}
          options={[5, 10, 15, 20, 25, 30, 40].map((n) => ({
            value: String(n),
            label: say(w.coverOf, { n: n / 10 }),
          }))}
          onChange={(n) => ask({ cover: Number(n) })}
        />
      </Field>
    </div>
  )
}

function Making({ proposal, made }: { proposal: Proposal; made: Made }) {
  const { draft, set } = made
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const submit = api.useDo('openToBuy.submit', {
    onDone: (done) => {
      made.done()
      notice(say(w.submitted))
      go({ to: '/open-to-buy/plan', search: { plan: done.id } })
    },
  })
  const lines = proposal.lines.map(made.with)
  const months = monthsFrom(draft.from, draft.months)
  const categories = [...new Set(lines.map((l) => l.category))]
  const sales = sum(lines.map((l) => l.sales))
  const last = addMonths(draft.from, draft.months - 1)
  const closing = sum(lines.filter((l) => l.month === last).map((l) => l.closing))
  const wrong = wrongFields(submit.error)
  const label = say(proposal.latest ? w.why : w.whyFirst)
  return (
    <>
      <Card title={say(w.all)}>
        <div className="otb-rows">
          <HeadRow unit={f.wanUnit} />
          {months.map((month) => (
            <MonthSum
              key={month}
              month={month}
              lines={lines.filter((l) => l.month === month)}
              target={proposal.targets.find((t) => t.month === month)?.amount}
            />
          ))}
        </div>
      </Card>
      <ul className="otb-categories">
        {categories.map((category) => (
          <li key={category}>
            <CategoryFields
              category={category}
              lines={lines.filter((l) => l.category === category)}
              drafted={proposal.lines}
              onChange={(month, what, amount) =>
                set({ changed: { ...draft.changed, [cellKey(category, month, what)]: amount } })
              }
            />
          </li>
        ))}
      </ul>
      <div className="field">
        <label htmlFor="otb-words">{label}</label>
        <Input
          id="otb-words"
          size="large"
          maxLength={300}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
        />
        <Wrong text={wrong.words} />
      </div>
      {submit.error && !wrong.words ? <FormProblem problem={submit.error} /> : null}
      <StickyBar note={say(w.sum, { sales: f.wan(sales), closing: f.wan(closing) })}>
        <Act
          type="primary"
          size="large"
          may="openToBuy.submit"
          offBecause={lacksWhy(proposal.latest, draft.words) ? say(openToBuyWords.whyMissing) : undefined}
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              id: draft.id,
              basedOn: proposal.latest,
              from: draft.from,
              months: draft.months,
              words: draft.words.trim() || null,
              lines: [...lines],
            })
          }
        >
          {say(w.submit)}
        </Act>
      </StickyBar>
    </>
  )
}

/** A month over all categories, and whether its sales are the target to the cent. */
function MonthSum(props: { month: Month; lines: readonly PlanLine[]; target: Money | undefined }) {
  const { month, lines, target } = props
  const say = useSay()
  const f = useFormat()
  const sales = sum(lines.map((l) => l.sales))
  const off = target === undefined ? undefined : subtract(sales, target)
  return (
    <div className="otb-row">
      <b>{f.shortMonth(month)}</b>
      <span className="num">
        {f.wanPlain(sales, 1)}
        <small className={off ? 'otb-was otb-changed' : 'otb-was'}>
          {off === undefined
            ? say(w.noTarget)
            : off === 0
              ? say(w.equalsTarget)
              : say(off > 0 ? w.aboveTarget : w.belowTarget, { x: f.money(cents(Math.abs(off))) })}
        </small>
      </span>
      <span className="num">{f.wanPlain(sum(lines.map((l) => l.markdowns)), 1)}</span>
      <span className="num">{f.wanPlain(sum(lines.map((l) => l.closing)), 1)}</span>
    </div>
  )
}
