import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]

interface Made {
  readonly proposal?: string
  readonly request?: string
}
/** A store with its book begun and the week's proposal made, and handed in where that is wanted. */
const upTo =
  (isAsked: boolean) =>
  async (world: World, at: At): Promise<Made> => {
    if (!trades!(at, world)) return {}
    const { id: store, manager } = real(world, at)
    const sku = world.chain.goods.sku
    const opening = { id: newId(), store, day: today, lines: [{ sku, quantity: 7 }] }
    await world.work.do(manager, 'stock.open', opening)
    const made = (await world.work.do(manager, 'reorders.again', { store })) as { id: string }
    if (!isAsked) return { proposal: made.id }
    const request = newId()
    const lines = [{ sku, asked: 1 }]
    await world.work.do(manager, 'reorders.submit', {
      id: request,
      store,
      proposal: made.id,
      lines,
      slow: [],
    })
    return { proposal: made.id, request }
  }
const asked = (input: (world: World, at: At, made: Made) => object) =>
  example<Made>({
    about: 'store',
    where: trades,
    setUp: upTo(true),
    input: (world, at, _caller, made) => ({
      store: at.store.id,
      request: at.of(made.request),
      ...input(world, at, made),
    }),
  })

export const examples: Examples = {
  'reorders.again': example<Made>({
    about: 'store',
    where: trades,
    setUp: upTo(false),
    input: (_world, at) => ({ store: at.store.id }),
    anew: ['id'],
  }),
  'reorders.submit': example<Made>({
    about: 'store',
    where: trades,
    setUp: upTo(false),
    input: (world, at, _caller, made) => ({
      id: newId(),
      store: at.store.id,
      proposal: at.of(made.proposal),
      lines: [{ sku: world.chain.goods.sku, asked: 1 }],
      slow: [],
    }),
  }),
  'reorders.request': asked(() => ({})),
  'reorders.decide': asked((world) => ({
    dueOn: today,
    lines: [{ sku: world.chain.goods.sku, granted: 1 }],
  })),
  'reorders.shareOut': example<Made & { readonly store?: string }>({
    about: 'company',
    setUp: async (world) => {
      const store = Object.values(world.chain.stores).find((s) => world.records.cash[s.key] !== undefined)!
      const at = { store: { key: store.key } } as unknown as At
      return { ...(await upTo(true)(world, at)), store: store.id }
    },
    input: (_world, _at, _caller, made) => ({
      dueOn: today,
      requests: [{ store: made.store, request: made.request, lines: [] }],
    }),
  }),
  'reorders.tellDepot': {
    about: 'company',
    input: (world) => ({ text: `${world.chain.goods.barcode} 5` }),
  },
}
