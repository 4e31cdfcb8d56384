import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const month = today.slice(0, 7)
const ownId = 'a new id, made where the act happens; it names nothing beyond its own store and stocktake'
const moment = `${today}T09:00:00+08:00`
const zone = (id: string) => ({ id, name: '卖场', people: [] })

interface Made {
  readonly take: string
  readonly zone: string
}
type Step = 'count' | 'close' | 'explain' | 'submit' | 'approve'
const steps = ['count', 'close', 'explain', 'submit', 'approve'] as const
/** A stocktake of a store that has come so far; one piece more was counted than the books hold. */
const upTo =
  (last?: Step) =>
  async (world: World, at: At): Promise<Made> => {
    const made = { take: newId(), zone: newId() }
    if (!trades!(at, world)) return made
    const { id: store, manager, area } = real(world, at)
    const sku = world.chain.goods.sku
    const on = { store, take: made.take }
    const opening = { id: newId(), store, day: today, lines: [{ sku, quantity: 7 }] }
    await world.work.do(manager, 'stock.open', opening)
    await world.work.do(manager, 'takes.plan', { id: made.take, store, month, zones: [zone(made.zone)] })
    for (const step of steps.slice(0, last ? steps.indexOf(last) + 1 : 0)) {
      if (step === 'count') {
        const entries = [{ id: newId(), sku, pieces: 8, at: moment }]
        await world.work.do(manager, 'takes.count', { ...on, zone: made.zone, entries })
        await world.work.do(manager, 'takes.handIn', { ...on, zone: made.zone })
      }
      if (step === 'close') {
        await world.work.do(manager, 'takes.close', on)
        await world.work.do(manager, 'takes.recount', { ...on, id: newId(), sku, counted: 8 })
      }
      if (step === 'explain')
        await world.work.do(manager, 'takes.explain', { ...on, skus: [sku], cause: 'receiving' })
      if (step === 'submit') await world.work.do(manager, 'takes.submit', on)
      if (step === 'approve')
        await world.work.do(world.chain.areas[area].manager, 'takes.decide', { ...on, approve: true })
    }
    return made
  }
const on = (at: At, made: Made) => ({ store: at.store.id, take: at.of(made.take) })
const takeAt = (last: Step | undefined, more: (world: World, made: Made) => object = () => ({})) =>
  example<Made>({
    about: 'store',
    where: trades,
    setUp: upTo(last),
    input: (world, at, _caller, made) => ({ ...on(at, made), ...more(world, made) }),
  })

export const examples: Examples = {
  'takes.plan': {
    about: 'store',
    where: trades,
    setUp: (world, at) =>
      trades!(at, world)
        ? world.work.do(real(world, at).manager, 'stock.open', {
            id: newId(),
            store: real(world, at).id,
            day: today,
            lines: [{ sku: world.chain.goods.sku, quantity: 7 }],
          })
        : Promise.resolve(),
    input: (_world, { store }) => ({ id: newId(), store: store.id, month, zones: [zone(newId())] }),
    free: { 'zones.0.id': ownId },
  },
  'takes.count': {
    ...takeAt(undefined, (world, made) => ({
      zone: made.zone,
      entries: [{ id: newId(), sku: world.chain.goods.sku, pieces: 2, at: moment }],
    })),
    free: { 'entries.0.id': ownId },
  },
  'takes.handIn': takeAt(undefined, (_world, made) => ({ zone: made.zone, isEmpty: true })),
  'takes.close': takeAt('count'),
  'takes.recount': takeAt('close', (world) => ({ id: newId(), sku: world.chain.goods.sku, counted: 7 })),
  'takes.explain': takeAt('close', (world) => ({ skus: [world.chain.goods.sku], cause: 'receiving' })),
  'takes.submit': takeAt('explain'),
  'takes.decide': takeAt('submit', () => ({ approve: true })),
  'takes.cancel': takeAt(undefined, () => ({ words: '改到下周' })),
  'takes.sheet': takeAt('count'),
  'takes.result': takeAt('explain'),
  'takes.analysis': {
    about: 'area',
    input: (_world, { area }) => ({ area: area.id, month }),
  },
  'takes.analyse': {
    about: 'area',
    where: trades,
    setUp: upTo('approve'),
    input: (_world, { area }) => ({
      id: newId(),
      area: area.id,
      month,
      basedOn: 0,
      words: '多出一件，收货时少点了',
    }),
  },
}
