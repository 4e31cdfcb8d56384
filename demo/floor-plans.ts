import { readyPlan } from '../business/organization/plans/ready.ts'
import { addDays, type Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import type { Chain } from './chain.ts'
import { instant } from './moments.ts'

/** Two stores have drawn their floor, one is moving its till; the others go by the ready layout of their kind. */
export async function makeFloorPlans(acts: Acts, chain: Chain, today: Day): Promise<void> {
  const drawn = chain.stores.filter((s) => (s.code === 'NJ02' || s.code === 'HZ01') && s.openedOn < today)
  for (const store of drawn) {
    const manager = acts.holder('storeManager', { store: store.id })
    const on = addDays(today, -6)
    const zones = readyPlan('leased')
    const plan = { store: store.id, from: on, basedOn: 0 }
    await acts.do(manager, instant(on, 16 * 60), 'floorPlans.draw', { ...plan, id: newId(), zones })
    if (store.code !== 'NJ02') continue
    // The till comes to the wall beside the door once the fixtures are moved.
    const moved = zones.map((z) =>
      z.zone === 'till' ? { ...z, x: 2 } : z.zone === 'front' ? { ...z, x: 5, wide: 5 } : z,
    )
    const next = { store: store.id, from: addDays(today, 9), basedOn: 1 }
    await acts.do(manager, instant(addDays(today, -1), 17 * 60), 'floorPlans.draw', {
      ...next,
      id: newId(),
      zones: moved,
    })
  }
}
