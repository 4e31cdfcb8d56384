import { type Examples, example } from '../examples.ts'

export const examples: Examples = {
  'waves.propose': example({
    about: 'company',
    setUp: (world) =>
      world.work.do(world.chain.posts.merchandising, 'reorders.tellDepot', {
        text: `${world.chain.goods.barcode} 5`,
      }),
    input: (world) => ({
      shades: [{ style: world.chain.goods.style, color: '燕麦' }],
      weeks: 4,
      keep: 0,
    }),
  }),
}
