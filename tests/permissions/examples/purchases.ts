import { monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const orderOf = () => ({
  id: newId(),
  maker: '成衣厂',
  due: monthOf(today),
  words: '先订一批',
  lines: [{ category: '大衣', style: null, color: null, pieces: 10, cost: 10_000, tag: 59_900 }],
})
async function placed(world: World): Promise<string> {
  const order = orderOf()
  await world.work.do(world.chain.posts.merchandising, 'purchases.place', order)
  return order.id
}

export const examples: Examples = {
  'purchases.order': example<string>({
    about: 'company',
    setUp: placed,
    input: (_world, _at, _caller, order) => ({ order }),
  }),
  'purchases.place': example({ about: 'company', input: () => orderOf() }),
  'purchases.arrive': example<{ order: string; sku: string }>({
    about: 'company',
    setUp: async (world) => {
      const [known] = await world.database.query<{ sku: string; category: string }>(
        'select k.id as sku, y.category from sku k join style y on y.id = k.style_id where k.barcode = $1',
        [world.chain.goods.barcode],
      )
      const order = orderOf()
      const lines = order.lines.map((l) => ({ ...l, category: known!.category }))
      await world.work.do(world.chain.posts.merchandising, 'purchases.place', { ...order, lines })
      return { order: order.id, sku: known!.sku }
    },
    input: (_world, _at, _caller, { order, sku }) => ({
      id: newId(),
      order,
      note: null,
      lines: [{ line: 1, sku, pieces: 2 }],
    }),
  }),
  'purchases.cancel': example<string>({
    about: 'company',
    setUp: placed,
    input: (_world, _at, _caller, order) => ({ id: newId(), order, line: null, words: '不要了' }),
  }),
}
