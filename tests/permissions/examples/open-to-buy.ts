import { addMonths, monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const from = monthOf(today)
const planOf = () => ({
  id: newId(),
  basedOn: null,
  from,
  months: 2,
  words: null,
  lines: [from, addMonths(from, 1)].map((month) => ({
    category: '大衣',
    month,
    sales: 1_000_000,
    markdowns: 0,
    closing: 2_000_000,
  })),
})
/** Handed in, and still to be decided. */
async function planned(world: World): Promise<string> {
  const plan = planOf()
  await world.work.do(world.chain.posts.merchandising, 'openToBuy.submit', plan)
  return plan.id
}

export const examples: Examples = {
  'openToBuy.propose': example({
    about: 'company',
    // Something lies in the warehouse to plan for.
    setUp: (world) =>
      world.work.do(world.chain.posts.merchandising, 'reorders.tellDepot', {
        text: `${world.chain.goods.barcode} 5`,
      }),
    input: () => ({ from, months: 3, growth: 5, cover: 20 }),
  }),
  'openToBuy.plan': example<string>({
    about: 'company',
    setUp: planned,
    input: (_world, _at, _caller, plan) => ({ plan }),
  }),
  'openToBuy.submit': example({ about: 'company', input: () => planOf() }),
  'openToBuy.decide': example<string>({
    about: 'company',
    setUp: planned,
    input: (_world, _at, _caller, plan) => ({ plan, approve: true, words: null }),
  }),
}
