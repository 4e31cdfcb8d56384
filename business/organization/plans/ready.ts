import type { StoreKind } from '../shape.ts'
import type { Placed, Zone } from './shape.ts'

type Line = readonly [zone: Zone, x: number, y: number, wide: number, deep: number]

/** A shop with its own walls: storeroom and fitting rooms at the back, the till on the way out. */
const walled: readonly Line[] = [
  ['storeroom', 0, 0, 4, 2],
  ['back', 4, 0, 4, 2],
  ['fitting', 8, 0, 4, 2],
  ['left', 0, 2, 2, 6],
  ['right', 10, 2, 2, 6],
  ['floor', 2, 2, 8, 3],
  ['front', 2, 5, 5, 3],
  ['till', 7, 5, 3, 3],
  ['door', 0, 8, 12, 2],
]
const ready: Readonly<Record<StoreKind, readonly Line[]>> = {
  // A counter is open to the mall's aisle, and its storeroom lies elsewhere in the mall.
  concession: [
    ['fitting', 0, 0, 3, 3],
    ['back', 3, 0, 6, 2],
    ['till', 9, 0, 3, 3],
    ['left', 0, 3, 2, 5],
    ['floor', 2, 3, 8, 3],
    ['right', 10, 3, 2, 5],
    ['front', 2, 6, 8, 2],
    ['door', 0, 8, 12, 2],
  ],
  leased: walled,
  street: walled,
  // Everything stands in the middle, one pays at the door.
  outlet: [
    ['storeroom', 0, 0, 5, 2],
    ['back', 5, 0, 4, 2],
    ['fitting', 9, 0, 3, 3],
    ['left', 0, 2, 2, 6],
    ['floor', 2, 3, 8, 4],
    ['right', 10, 3, 2, 5],
    ['front', 2, 7, 4, 3],
    ['door', 6, 8, 3, 2],
    ['till', 9, 8, 3, 2],
  ],
}

/** Before a store has drawn its own, the plan of its kind holds. */
export const readyPlan = (kind: StoreKind): readonly Placed[] =>
  ready[kind].map(([zone, x, y, wide, deep]) => ({ zone, x, y, wide, deep }))
