import { z } from 'zod'
import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, monthOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { associatesToCoach } from '../briefing/coaching-tables.ts'
import { weekAround } from '../briefing/rules.ts'
import { checkStep, isTouched, monthStands } from './rules.ts'
import { nobodyInput, ofStoreInput, planInput, reviewInput, seenInput } from './shape.ts'
import {
  findPlan,
  holdPlan,
  insertNobody,
  insertPlan,
  insertReview,
  markSeen,
  nobodyIn,
  plansForPerson,
  plansOf,
} from './tables.ts'
import { growthWords } from './words.ts'

const leads = { storeManager: 'store' } as const satisfies WhoTable
const viewers = {
  ...leads,
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  personnel: 'company',
} as const satisfies WhoTable
/** Plans that ended are shown for so long; of one's own so many. */
const endedFor = 180
const mostOwn = 20

export const growthOperations = operations(growthWords, {
  'growth.plan': action({
    summary: ['写一份成长计划', 'Write a development plan'],
    who: leads,
    about: (_db, { store }) => ({ store }),
    input: planInput,
    async run({ db, actor, today, now, note }, { id, store, person, skill, goal, nextStep, by }) {
      if (await findPlan(db, store, id)) return standing(db, store, id, today)
      if (person === actor.person) return refuse('oneself', {}, 'person')
      const here = await associatesToCoach(db, store, { ...weekAround(today), day: today })
      if (!here.some((a) => a.person === person)) return refuse('notHere', {}, 'person')
      const no = checkStep(by, today, 'by')
      if (no) return no
      const maker = actor.person
      const isIn = await insertPlan(db, {
        store,
        id,
        person,
        skill,
        goal,
        nextStep,
        by,
        maker,
        day: today,
        at: now,
      })
      if (!isIn) return refuse('hasOne', {}, 'person')
      note({ record: id, day: today, after: { person, skill, goal, nextStep, by } })
      return standing(db, store, id, today)
    },
  }),
  'growth.review': action({
    summary: ['每月看一次成长计划', 'Look at a development plan, once a month'],
    who: leads,
    about: (_db, { store }) => ({ store }),
    input: reviewInput,
    async run({ db, actor, today, now, note }, { id, store, plan, words, next }) {
      await holdPlan(db, store, plan)
      const found = await findPlan(db, store, plan)
      if (!found) return refuse('notFound')
      if (found.outcome !== null) return refuse('ended')
      if (found.person === actor.person) return refuse('oneself')
      const no = next.by && checkStep(next.by, today, 'next.by')
      if (no) return no
      const reviewer = actor.person
      await insertReview(db, { store, id, plan, day: today, words, ...next, reviewer, at: now })
      note({ record: plan, day: today, after: { ...next }, reason: words })
      return standing(db, store, plan, today)
    },
  }),
  'growth.nobody': action({
    summary: ['本月没有要写成长计划的人，写明原因', 'Say why nobody needs a development plan this month'],
    who: leads,
    about: (_db, { store }) => ({ store }),
    input: nobodyInput,
    async run({ db, actor, today, now, note }, { store, words }) {
      const month = monthOf(today)
      if ((await plansOf(db, store, today)).some((p) => p.outcome === null)) return refuse('plansOpen')
      await insertNobody(db, { store, month, words, by: actor.person, at: now })
      note({ day: today, after: { month }, reason: words })
      return standing(db, store, null, today)
    },
  }),
  'growth.seen': action({
    summary: ['看过自己的成长计划', 'Read one’s own development plan'],
    mayWait: true,
    who: { salesAssociate: 'store' },
    about: (_db, { store }) => ({ store }),
    input: seenInput,
    async run({ db, actor, now, note }, { store, id, words }) {
      const found = await findPlan(db, store, id)
      if (!found) return refuse('notFound')
      if (found.person !== actor.person) return refuse('notYours')
      await markSeen(db, store, id, now, words)
      note({ record: id, day: found.day })
      return { id }
    },
  }),
  'growth.ofStore': view({
    summary: [
      '全店成长计划：谁在带，本月还差谁',
      'Development plans of a store: who is brought on, which are left this month',
    ],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: ofStoreInput,
    async run({ db, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const month = monthOf(today)
      const plans = await plansOf(db, store, addDays(today, -endedFor))
      const nobody = (await nobodyIn(db, store, month)) ?? null
      const here = await associatesToCoach(db, store, { ...weekAround(today), day: today })
      return {
        today,
        month,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        ...monthStands(plans, month, nobody !== null),
        nobody,
        plans: plans.map((p) => ({ ...p, isTouched: isTouched(p, month) })),
        /** Who has no open plan. */
        others: here
          .filter((a) => !plans.some((p) => p.person === a.person && p.outcome === null))
          .map(({ person, name }) => ({ person, name })),
      }
    },
  }),
  'growth.mine': view({
    summary: ['我的成长计划', 'My development plans'],
    who: { salesAssociate: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: z.strictObject({}),
    run: async ({ db, actor, today }) => ({ today, plans: await plansForPerson(db, actor.person, mostOwn) }),
  }),
})

/** How the store's month stands after an act. */
async function standing(db: Db, store: string, id: string | null, today: Day) {
  const month = monthOf(today)
  const plans = await plansOf(db, store, `${month}-01` as Day)
  const nobody = await nobodyIn(db, store, month)
  return { id, store, month, ...monthStands(plans, month, nobody !== undefined) }
}
