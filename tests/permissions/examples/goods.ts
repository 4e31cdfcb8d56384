import { type Examples, example } from '../examples.ts'

export const examples: Examples = {
  'goods.tellPoints': example({
    about: 'company',
    input: (world) => ({ style: world.chain.goods.style, zh: '双面呢，不起球', en: null }),
  }),
}
