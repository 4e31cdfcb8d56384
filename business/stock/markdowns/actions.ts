import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { priceAt } from '../../goods/rules.ts'
import { merchandisers, shopFloor } from '../reach.ts'
import { outlookOf } from './ladder.ts'
import { answersToPrice, proposeFor } from './propose.ts'
import { aimOf, checkDays, checkPlan, dayOfStep, sellingOf, stateOf } from './rules.ts'
import {
  decideInput,
  type Facts,
  nothing,
  planInput,
  proposeInput,
  type SubmitInput,
  stopInput,
  storeInput,
  submitInput,
} from './shape.ts'
import {
  factsOf,
  holdPlans,
  type LineToKeep,
  lastPlans,
  type PlanHead,
  planOf,
  recordDecision,
  recordPlan,
  recordStop,
} from './tables.ts'
import { changesOf, linesSeen, seasonsLying } from './view-tables.ts'
import { markdownWords } from './words.ts'

/** Who buys, plans and accounts for goods: cost and margin are their business. */
const planners = {
  ...merchandisers,
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const
const approvers = { operationsDirector: 'company', generalManager: 'company' } as const
const plansTold = 30
/** A store sees what changes in the next fortnight, and what has changed in the last. */
const daysTold = 14

const seenAs = (head: PlanHead, today: Day) => ({ ...head, state: stateOf(head, today) })

export const markdownOperations = operations(markdownWords, {
  'markdowns.plans': view({
    summary: ['降价方案：待批、执行中、结束的', 'Markdown plans: waiting, running, ended'],
    who: planners,
    about: 'company',
    input: nothing,
    async run({ db, today }) {
      const plans = await lastPlans(db, plansTold)
      return { today, plans: plans.map((p) => seenAs(p, today)), seasons: await seasonsLying(db, today) }
    },
  }),
  'markdowns.propose': view({
    summary: ['按季末清货算降价阶梯', 'Propose ladders that sell a season out'],
    who: planners,
    about: 'company',
    input: proposeInput,
    async run({ db, today }, { season, from, endsOn, floor, leftPercent }) {
      const no = checkDays({ from, endsOn }, today)
      if (no) return no
      const aim = aimOf(from, endsOn, leftPercent)
      return { today, aim, styles: await proposeFor(db, { season, aim, floor, today }) }
    },
  }),
  'markdowns.plan': view({
    summary: ['一个降价方案：预计与实际', 'One markdown plan: what was expected and what came'],
    who: planners,
    about: 'company',
    input: planInput,
    async run({ db, today }, { plan }) {
      const head = await planOf(db, plan)
      if (!head) return refuse('notFound')
      return { today, plan: seenAs(head, today), lines: await linesSeen(db, plan, addDays(today, -1)) }
    },
  }),
  'markdowns.ofStore': view({
    summary: ['店里要换的价签', 'Labels that a store has to change'],
    who: { ...shopFloor, ...planners },
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    run: async ({ db, today }, { store }) => ({
      today,
      changes: await changesOf(db, store, addDays(today, -daysTold), addDays(today, daysTold)),
    }),
  }),
  'markdowns.submit': action({
    summary: ['交降价方案待批', 'Hand a markdown plan in for approval'],
    who: merchandisers,
    about: 'company',
    input: submitInput,
    async run({ db, actor, today, now, note }, input) {
      await holdPlans(db)
      const styles = input.lines.map((l) => l.style)
      const facts = new Map(
        (await factsOf(db, { season: input.season, styles, today })).map((f) => [f.style, f] as const),
      )
      const no = checkPlan(input, facts, today)
      if (no) return no
      const answered = await answersToPrice(db, today)
      const lines = input.lines.map((line) => {
        const style = facts.get(line.style)!
        return lineOf(style, line.steps, input, answered(style.category).elasticity)
      })
      const by = { by: actor.person, at: now, day: today }
      await recordPlan(db, { ...input, ...by, lines })
      const pieces = lines.reduce((n, l) => n + l.pieces, 0)
      note({ record: input.id, after: { season: input.season, styles: lines.length, pieces } })
      return { id: input.id, styles: lines.length }
    },
  }),
  'markdowns.decide': action({
    summary: ['批降价方案，或退回', 'Approve a markdown plan, or return it'],
    who: approvers,
    about: 'company',
    input: decideInput,
    async run({ db, actor, today, now, note }, { plan, approve, words }) {
      await holdPlans(db)
      const head = await planOf(db, plan)
      if (!head) return refuse('notFound')
      if (head.approved !== null) return refuse('decidedAlready')
      if (head.submittedBy === actor.person) return refuse('ownPlan')
      if (!approve && !words) return refuse('whyMissing', {}, 'words')
      if (approve && head.from <= today) return refuse('beganAlready')
      await recordDecision(db, { plan, approved: approve, words, day: today, by: actor.person, at: now })
      note({
        record: plan,
        after: { approved: approve, styles: head.styles },
        ...(words ? { reason: words } : {}),
      })
      return { id: plan, approved: approve }
    },
  }),
  'markdowns.stop': action({
    summary: ['停掉一款后面的降价', 'Stop further markdowns of a style'],
    who: { ...merchandisers, ...approvers },
    about: 'company',
    input: stopInput,
    async run({ db, actor, today, now, note }, { plan, style, why }) {
      await holdPlans(db)
      const head = await planOf(db, plan)
      if (!head) return refuse('notFound')
      if (stateOf(head, today) !== 'running') return refuse('notRunning')
      const steps = await recordStop(db, { plan, style, why, day: today, by: actor.person, at: now })
      if (steps === 0) return refuse('noneLeft')
      note({ record: plan, after: { style, steps }, reason: why })
      return { id: plan, steps }
    },
  }),
})

/** A style of a plan as it is kept: what was known, what is expected of the steps and without them. */
function lineOf(
  f: Facts,
  steps: SubmitInput['lines'][number]['steps'],
  { from, endsOn, leftPercent }: SubmitInput,
  elasticity: number,
): LineToKeep {
  const selling = sellingOf(f, elasticity)
  const aim = aimOf(from, endsOn, leftPercent)
  const kept = outlookOf(selling, aim, [])
  const expected = outlookOf(selling, aim, steps)
  const { pieces, pace, decay, percent } = selling
  return {
    style: f.style,
    tag: f.tag,
    cost: f.cost,
    percent,
    pieces,
    pace,
    elasticity,
    decay,
    keptSold: Math.round(kept.sold),
    keptNet: kept.net,
    sold: Math.round(expected.sold),
    net: expected.net,
    steps: steps.map((s) => ({
      day: dayOfStep(from, s),
      percent: s.percent,
      price: priceAt(f.tag, s.percent),
    })),
  }
}
