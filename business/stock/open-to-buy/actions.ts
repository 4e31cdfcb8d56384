import { monthOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { merchandisers } from '../reach.ts'
import { checkPlan, monthsFrom, stateOf } from './rules.ts'
import { decideInput, submitInput } from './shape.ts'
import { holdPlans, latestPlan, planOf, recordDecision, recordPlan } from './tables.ts'
import { openToBuyViews } from './views.ts'
import { openToBuyWords } from './words.ts'

const approvers = { operationsDirector: 'company', generalManager: 'company' } as const

const openToBuyActions = operations(openToBuyWords, {
  'openToBuy.submit': action({
    summary: ['交采购计划待批', 'Hand a plan to buy by in for approval'],
    who: merchandisers,
    about: 'company',
    input: submitInput,
    async run({ db, actor, today, now, note }, input) {
      await holdPlans(db)
      const no = checkPlan(input, await latestPlan(db), today)
      if (no) return no
      await recordPlan(db, { ...input, day: today, by: actor.person, at: now })
      const sales = input.lines.reduce((n, l) => n + l.sales, 0)
      note({
        record: input.id,
        after: { from: input.from, months: input.months, sales },
        ...(input.words ? { reason: input.words } : {}),
      })
      return { id: input.id, replaces: input.basedOn }
    },
  }),
  'openToBuy.decide': action({
    summary: ['批采购计划，或退回', 'Approve a plan to buy by, or return it'],
    who: approvers,
    about: 'company',
    input: decideInput,
    async run({ db, actor, today, now, note }, { plan, approve, words }) {
      await holdPlans(db)
      const head = await planOf(db, plan)
      if (!head) return refuse('notFound')
      const state = stateOf(head)
      if (state === 'replaced') return refuse('replaced')
      if (state !== 'waiting') return refuse('decidedAlready')
      if (head.submittedBy === actor.person) return refuse('ownPlan')
      if (!approve && !words) return refuse('returnWhyMissing', {}, 'words')
      const months = monthsFrom(head.from, head.months)
      if (approve && months.at(-1)! < monthOf(today)) return refuse('planOver')
      await recordDecision(db, { plan, approved: approve, words, day: today, by: actor.person, at: now })
      note({
        record: plan,
        after: { approved: approve, from: head.from, months: head.months },
        ...(words ? { reason: words } : {}),
      })
      return { id: plan, approved: approve, months }
    },
  }),
})

export const openToBuyOperations = { ...openToBuyActions, ...openToBuyViews }
