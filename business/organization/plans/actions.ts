import type { WhoTable } from '../../../platform/access/who.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { readyPlan } from './ready.ts'
import { checkPlan } from './rules.ts'
import { drawInput, planInput } from './shape.ts'
import { insertPlan, kindOfStore, planById, planOn, plansOf } from './tables.ts'
import { planWords } from './words.ts'

const drawers = {
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  training: 'company',
} as const satisfies WhoTable
const viewers = {
  ...drawers,
  salesAssociate: 'store',
  generalManager: 'company',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  administrator: 'company',
} as const satisfies WhoTable
/** Plans shown of those that were drawn. */
const most = 12

export const planOperations = operations(planWords, {
  'floorPlans.draw': action({
    summary: ['画店铺平面图', 'Draw the plan of a store’s floor'],
    who: drawers,
    about: (_db, { store }) => ({ store }),
    input: drawInput,
    async run({ db, actor, today, now, note }, { id, store, from, basedOn, zones }) {
      if (await planById(db, store, id)) return { id }
      const no = checkPlan(from, zones, today)
      if (no) return no
      const isIn = await insertPlan(db, {
        store,
        id,
        no: basedOn + 1,
        from,
        by: actor.person,
        at: now,
        zones,
      })
      if (!isIn) return refuse('drawnMeanwhile')
      note({ record: id, day: from, after: { from, zones: zones.map((z) => z.zone) } })
      return { id }
    },
  }),
  'floorPlans.ofStore': view({
    summary: ['一家店的平面图', 'The plan of a store’s floor'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: planInput,
    async run({ db, today }, { store }) {
      const seen = await kindOfStore(db, store)
      if (!seen) return refuse('notFound')
      const drawn = await plansOf(db, store, most)
      return {
        today,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        kind: seen.kind,
        /** How many were drawn: what the next one is based on. */
        count: drawn[0]?.no ?? 0,
        current: await planOn(db, store, seen.kind, today),
        ready: readyPlan(seen.kind),
        drawn,
      }
    },
  }),
})
