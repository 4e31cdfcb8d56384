import { newId } from '../../../platform/kinds/id.ts'
import { yesterday } from '../chain.ts'
import type { At, Example, Examples } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const moment = `${yesterday}T21:50:00+08:00`

/** Of the one piece that the store's book holds. */
const category = '大衣'

async function book(world: World, at: At): Promise<void> {
  if (!trades!(at, world)) return
  const { id: store, manager } = real(world, at)
  const lines = [{ sku: world.chain.goods.sku, quantity: 7 }]
  await world.work.do(manager, 'stock.open', { id: newId(), store, day: yesterday, lines })
}
const counted = (store: string, shelf: number) => ({
  id: newId(),
  store,
  day: yesterday,
  rows: [{ category, shelf, back: 0, begunAt: moment, at: moment }],
})

export const examples: Examples = {
  'dailyCounts.count': {
    about: 'store',
    where: trades,
    setUp: book,
    input: (_world, at) => counted(at.store.id, 7),
  },
  'dailyCounts.explain': {
    about: 'store',
    where: trades,
    setUp: async (world, at) => {
      await book(world, at)
      if (!trades!(at, world)) return
      const { id, manager } = real(world, at)
      for (let i = 0; i < 2; i++) await world.work.do(manager, 'dailyCounts.count', counted(id, 40))
    },
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      day: yesterday,
      categories: [category],
      reason: 'receiving',
    }),
  },
}
