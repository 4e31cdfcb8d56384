import { useState } from 'react'
import { addDays, type Day } from '../../../../platform/kinds/day.ts'
import { subtract, sum } from '../../../../platform/kinds/money.ts'
import { useFormat } from '../../../../platform/web/format.ts'
import { Act } from '../../../../platform/web/parts/Act.tsx'
import { Field } from '../../../../platform/web/parts/AskSheet.tsx'
import { Button } from '../../../../platform/web/parts/Button.tsx'
import { Card } from '../../../../platform/web/parts/Card.tsx'
import { Select } from '../../../../platform/web/parts/Choice.tsx'
import { DayInput } from '../../../../platform/web/parts/DayInput.tsx'
import { FormProblem } from '../../../../platform/web/parts/FormProblem.tsx'
import { Input } from '../../../../platform/web/parts/Input.tsx'
import { notice } from '../../../../platform/web/parts/notice.tsx'
import { Page } from '../../../../platform/web/parts/Page.tsx'
import { Sheet } from '../../../../platform/web/parts/Sheet.tsx'
import { Empty, Seen } from '../../../../platform/web/parts/States.tsx'
import { StickyBar } from '../../../../platform/web/parts/StickyBar.tsx'
import { useGo } from '../../../../platform/web/place.tsx'
import { wrongFields } from '../../../../platform/web/problem.ts'
import { useSay } from '../../../../platform/web/say.ts'
import { outlookOf, percents, usual } from '../ladder.ts'
import { w } from '../page-words.ts'
import { api, type Proposal, priceText, whole } from './api.ts'
import { StepsSheet } from './StepsSheet.tsx'
import { StyleCard } from './StyleCard.tsx'
import { type Draft, useDraft } from './useDraft.ts'
import '../../pages/stock.css'
import '../../pages/goods.css'
import '../../reorders/pages/reorders.css'
import './markdowns.css'

/** A season to be sold out: what would be left, which steps bring most, and which styles go into the plan. */
export default function NewPage() {
  const say = useSay()
  const start = api.useSee('markdowns.plans', {})
  return (
    <Page title={say(w.freshTitle)} back={{ to: '/markdowns', label: say(w.all) }}>
      <Seen of={start}>
        {({ today, seasons }) =>
          seasons.length === 0 ? (
            <Card>
              <Empty title={say(w.noSeason)} next={say(w.noSeasonNext)} />
            </Card>
          ) : (
            <Making today={today} seasons={seasons} />
          )
        }
      </Seen>
    </Page>
  )
}

type Seasons = readonly { readonly season: string; readonly styles: number }[]
function Making({ today, seasons }: { today: Day; seasons: Seasons }) {
  const from = addDays(today, 3)
  const made = useDraft({
    season: seasons.reduce((most, s) => (s.styles > most.styles ? s : most)).season,
    from,
    endsOn: addDays(from, 56),
    floor: 50,
    leftPercent: 20,
  })
  const { season, floor, leftPercent } = made.draft
  const asked = { season, from: made.draft.from, endsOn: made.draft.endsOn, floor, leftPercent }
  const seen = api.useSee('markdowns.propose', asked, { keep: true })
  const wrong = wrongFields(seen.error)
  return (
    <>
      <Card>
        <Questions draft={made.draft} ask={made.ask} today={today} seasons={seasons} wrong={wrong} />
      </Card>
      {seen.error && Object.keys(wrong).length > 0 ? null : (
        <Seen of={seen}>{(proposal) => <Styles proposal={proposal} made={made} />}</Seen>
      )}
    </>
  )
}

function Questions(props: {
  draft: Draft
  ask: (part: Partial<Draft>) => void
  today: Day
  seasons: Seasons
  wrong: Readonly<Record<string, string>>
}) {
  const { draft, ask, today, seasons, wrong } = props
  const say = useSay()
  return (
    <div className="markdown-form">
      <Field label={say(w.season)}>
        <Select
          aria-label={say(w.season)}
          value={draft.season}
          options={seasons.map((s) => ({
            value: s.season,
            label: say(w.seasonStyles, { season: s.season, n: s.styles }),
          }))}
          onChange={(season) => ask({ season })}
        />
      </Field>
      <Field label={say(w.from)} wrong={wrong.from}>
        <DayInput
          label={say(w.from)}
          value={draft.from}
          min={addDays(today, 1)}
          onChange={(from) => ask({ from })}
        />
      </Field>
      <Field label={say(w.endsOn)} wrong={wrong.endsOn}>
        <DayInput
          label={say(w.endsOn)}
          value={draft.endsOn}
          min={addDays(draft.from, 14)}
          onChange={(endsOn) => ask({ endsOn })}
        />
      </Field>
      <Field label={say(w.floor)}>
        <Select
          aria-label={say(w.floor)}
          value={String(draft.floor)}
          options={percents.map((p) => ({ value: String(p), label: priceText(p, say) }))}
          onChange={(floor) => ask({ floor: Number(floor) })}
        />
      </Field>
      <Field label={say(w.left)}>
        <Select
          aria-label={say(w.left)}
          value={String(draft.leftPercent)}
          options={[0, 10, 20, 30, 40].map((p) => ({ value: String(p), label: priceText(p, say) }))}
          onChange={(left) => ask({ leftPercent: Number(left) })}
        />
      </Field>
    </div>
  )
}

function Styles({ proposal, made }: { proposal: Proposal; made: ReturnType<typeof useDraft> }) {
  const { draft, set } = made
  const { aim, styles } = proposal
  const say = useSay()
  const f = useFormat()
  const go = useGo()
  const [changing, change] = useState<string>()
  const [isAsking, ask] = useState(false)
  const submit = api.useDo('markdowns.submit', {
    onDone: (done) => {
      made.done()
      notice(say(w.submitted))
      go({ to: '/markdowns/plan', search: { plan: done.id } })
    },
  })
  const rows = styles.map((style) => {
    const steps = draft.changed[style.style] ?? style.steps
    return { style, steps, isTaken: steps.length > 0 && (draft.chosen[style.style] ?? true) }
  })
  const taken = rows.filter((r) => r.isTaken)
  const ends = taken.map(({ style, steps }) => ({
    kept: outlookOf(style.selling, aim, []),
    planned: outlookOf(style.selling, aim, steps),
  }))
  const more = Math.round(ends.reduce((n, e) => n + e.planned.sold - e.kept.sold, 0))
  const net = subtract(sum(ends.map((e) => e.planned.net)), sum(ends.map((e) => e.kept.net)))
  const edited = rows.find((r) => r.style.style === changing)
  if (styles.length === 0)
    return (
      <Card>
        <Empty title={say(w.nothingOver)} />
      </Card>
    )
  return (
    <>
      <div className="reorder-tools">
        <Button type="text" onClick={() => ask(true)}>
          {say(w.how)}
        </Button>
      </div>
      <ul className="reorder-grid">
        {rows.map(({ style, steps, isTaken }) => (
          <li key={style.style}>
            <StyleCard
              style={style}
              steps={steps}
              aim={aim}
              from={draft.from}
              isTaken={isTaken}
              onTake={(take) => set({ chosen: { ...draft.chosen, [style.style]: take } })}
              onChange={() => change(style.style)}
            />
          </li>
        ))}
      </ul>
      <div className="field reorder-words">
        <label htmlFor="markdown-words">{say(w.words)}</label>
        <Input
          id="markdown-words"
          size="large"
          maxLength={300}
          value={draft.words}
          onChange={(event) => set({ words: event.target.value })}
        />
      </div>
      {submit.error ? <FormProblem problem={submit.error} /> : null}
      <StickyBar
        note={
          taken.length === 0
            ? say(w.chooseOne)
            : say(w.sum, { styles: taken.length, more: f.count(more), net: f.money(whole(net)) })
        }
      >
        <Act
          type="primary"
          size="large"
          may="markdowns.submit"
          offBecause={taken.length === 0 ? say(w.chooseOne) : undefined}
          loading={submit.isPending}
          onClick={() =>
            submit.mutate({
              id: draft.id,
              season: draft.season,
              from: draft.from,
              endsOn: draft.endsOn,
              leftPercent: draft.leftPercent,
              words: draft.words.trim() || null,
              lines: taken.map(({ style, steps }) => ({ style: style.style, steps: [...steps] })),
            })
          }
        >
          {say(w.submit)}
        </Act>
      </StickyBar>
      {edited ? (
        <StepsSheet
          key={edited.style.style}
          style={edited.style}
          steps={edited.steps}
          aim={aim}
          from={draft.from}
          onClose={() => change(undefined)}
          onDone={(steps) => {
            set({ changed: { ...draft.changed, [edited.style.style]: steps } })
            change(undefined)
          }}
        />
      ) : null}
      {isAsking ? <How onClose={() => ask(false)} /> : null}
    </>
  )
}

function How({ onClose }: { onClose: () => void }) {
  const say = useSay()
  return (
    <Sheet title={say(w.how)} onClose={onClose}>
      <p>{say(w.howDemand, { decay: usual.decay, elasticity: usual.elasticity })}</p>
      <p>{say(w.howLadder)}</p>
      <p>{say(w.howStock)}</p>
    </Sheet>
  )
}
