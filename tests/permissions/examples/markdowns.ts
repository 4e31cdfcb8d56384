import { addDays, dayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const from = addDays(dayOf(today), 3)
const days = { from, endsOn: addDays(from, 56), leftPercent: 20 }
const season = async (world: World): Promise<string> =>
  (
    await world.database.query<{ season: string }>('select season from style where id = $1', [
      world.chain.goods.style,
    ])
  )[0]!.season
/** The warehouse has five pieces of the one style there is. */
async function lying(world: World): Promise<{ season: string }> {
  const { merchandising } = world.chain.posts
  await world.work.do(merchandising, 'reorders.tellDepot', { text: `${world.chain.goods.barcode} 5` })
  return { season: await season(world) }
}
const planOf = (world: World, of: { season: string }) => ({
  id: newId(),
  words: null,
  ...of,
  ...days,
  lines: [{ style: world.chain.goods.style, steps: [{ week: 2, percent: 80 }] }],
})
/** Handed in, and approved where it is to run. */
const planned =
  (isApproved: boolean) =>
  async (world: World): Promise<string> => {
    const plan = planOf(world, await lying(world))
    const { merchandising, operationsDirector } = world.chain.posts
    await world.work.do(merchandising, 'markdowns.submit', plan)
    if (isApproved)
      await world.work.do(operationsDirector, 'markdowns.decide', {
        plan: plan.id,
        approve: true,
        words: null,
      })
    return plan.id
  }

export const examples: Examples = {
  'markdowns.propose': example({
    about: 'company',
    setUp: lying,
    input: (_world, _at, _caller, of) => ({ ...(of as object), ...days, floor: 50 }),
  }),
  'markdowns.plan': example<string>({
    about: 'company',
    setUp: planned(false),
    input: (_world, _at, _caller, plan) => ({ plan }),
  }),
  'markdowns.submit': example<{ season: string }>({
    about: 'company',
    setUp: lying,
    input: (world, _at, _caller, of) => planOf(world, of),
  }),
  'markdowns.decide': example<string>({
    about: 'company',
    setUp: planned(false),
    input: (_world, _at, _caller, plan) => ({ plan, approve: true, words: null }),
  }),
  'markdowns.stop': example<string>({
    about: 'company',
    setUp: planned(true),
    input: (world, _at, _caller, plan) => ({ plan, style: world.chain.goods.style, why: '卖得动了' }),
  }),
}
