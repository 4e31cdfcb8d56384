import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import type { Examples } from '../examples.ts'

export const examples: Examples = {
  'floorPlans.draw': {
    about: 'store',
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      from: today,
      basedOn: 0,
      zones: [{ zone: 'till', x: 0, y: 0, wide: 3, deep: 2 }],
    }),
    before: (world, at) =>
      world.database
        .query('delete from floor_plan_zone where store_id = $1', [at.store.id])
        .then(() => world.database.query('delete from floor_plan where store_id = $1', [at.store.id])),
  },
  'floorPlans.ofStore': { about: 'store', input: (_world, at) => ({ store: at.store.id }) },
}
