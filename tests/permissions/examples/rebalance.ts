import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

/** An area that is there, with two open stores to move goods between. */
const openStores = (world: World, at: At) => world.chain.areas[at.area.key].stores.filter((s) => !s.closed)
const canMove: Example['where'] = (at, world) => openStores(world, at).length >= 2

interface Made {
  readonly round?: string
}
async function proposed(world: World, at: At): Promise<Made> {
  if (!canMove!(at, world)) return {}
  const stores = openStores(world, at)
  const lines = [{ sku: world.chain.goods.sku, quantity: 7 }]
  for (const { id, manager } of stores)
    await world.work.do(manager, 'stock.open', { id: newId(), store: id, day: today, lines })
  const { id: area, manager } = world.chain.areas[at.area.key]
  const made = (await world.work.do(manager, 'rebalance.again', { area })) as { id: string }
  return { round: made.id }
}
const ofArea = (input: (at: At, made: Made) => object) =>
  example<Made>({
    about: 'area',
    where: canMove,
    setUp: proposed,
    input: (_world, at, _caller, made) => ({ area: at.area.id, ...input(at, made) }),
  })

export const examples: Examples = {
  'rebalance.area': ofArea(() => ({})),
  'rebalance.again': { ...ofArea(() => ({})), anew: ['id'] } as Example,
  'rebalance.decide': ofArea((at, made) => ({ round: at.of(made.round), answers: [] })),
}
