import { z } from 'zod'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { approvalState, checkSpan, overlapsIn } from './approval-rules.ts'
import { approvalInput, endApprovalInput } from './approval-shape.ts'
import * as t from './approval-tables.ts'
import { keepers } from './reach.ts'
import { weekWords } from './words.ts'

/** What is over is shown for so many days. */
const overFor = 400

/** Approvals of hours counted over a period (综合计算工时): what the authority wrote, and where and for whom it holds. */
export const approvalActions = operations(weekWords, {
  'rosters.addApproval': action({
    summary: ['登记综合计算工时批准', 'Enter an approval of hours counted over a period'],
    who: keepers,
    about: () => 'company',
    input: approvalInput,
    async run({ db, actor, today, now, note }, { stores: given, ...terms }) {
      const { id } = terms
      const no = checkSpan(terms)
      if (no) return no
      await t.holdApprovals(db)
      if ((await t.approvalById(db, id)).length > 0) return { id }
      const stores = [...new Set(given)]
      if ((await t.tradingOf(db, stores, today)).length !== stores.length)
        return refuse('notFound', {}, 'stores')
      const standing = await t.approvalsOf(db, stores)
      const over = stores.flatMap((store) => {
        const found = overlapsIn(
          terms,
          standing.filter((a) => a.store === store),
        )
        return found ? [found] : []
      })
      if (over[0]) return refuse('approvalOverlaps', { number: over[0].number, count: over.length }, 'from')
      await t.insertApproval(db, { ...terms, stores, by: actor.person, at: now })
      note({ record: id, day: terms.from, after: { ...terms, stores } })
      return { id }
    },
  }),
  'rosters.endApproval': action({
    summary: ['提前结束综合计算工时批准', 'End an approval of hours counted over a period early'],
    who: keepers,
    about: () => 'company',
    input: endApprovalInput,
    async run({ db, actor, today, now, note }, { id, store, on, reason }) {
      const all = await t.approvalById(db, id)
      const here = all.filter((a) => store === null || a.store === store)
      if (here.length === 0) return refuse('notFound')
      const open = here.filter((a) => a.endedOn === null)
      if (open.length === 0) return refuse('approvalEnded')
      // Days that are over were worked under it.
      const [one] = open as [(typeof open)[number]]
      if (on < today || on > one.to) return refuse('endBetween', { from: today, to: one.to }, 'on')
      const stores = open.map((a) => a.store)
      await t.endApproval(db, { id, stores, on, by: actor.person, at: now, why: reason })
      note({ record: id, day: on, before: { to: one.to }, after: { endedOn: on, stores }, reason })
      return { id }
    },
  }),
  'rosters.approvals': view({
    summary: [
      '综合计算工时批准：哪些店、到哪天',
      'Approvals of hours counted over a period: where, and until when',
    ],
    who: { ...keepers, operationsDirector: 'company', generalManager: 'company' },
    about: () => 'company',
    input: z.strictObject({}),
    async run({ db, today }) {
      const rows = await t.approvalsSince(db, addDays(today, -overFor))
      const ids = [...new Set(rows.map((r) => r.id))]
      return {
        today,
        approvals: ids.map((id) =>
          documentOf(
            rows.filter((r) => r.id === id),
            today,
          ),
        ),
      }
    },
  }),
})

/** One document with its stores: it stands as the one of them where it holds longest. */
function documentOf(rows: readonly t.ApprovalOfStore[], today: Day) {
  const states = rows.map((r) => approvalState(r, today))
  const [{ id, period, from, to, number, positions, byName, at }] = rows as [t.ApprovalOfStore]
  const state = (['holds', 'ending', 'coming', 'over'] as const).find((s) => states.includes(s))!
  return {
    ...{ id, period, from, to, number, positions, byName, at, state },
    stores: rows.map((r, i) => ({
      id: r.store,
      code: r.code,
      name: r.name,
      nameEn: r.nameEn,
      endedOn: r.endedOn,
      endedWhy: r.endedWhy,
      state: states[i]!,
    })),
  }
}
