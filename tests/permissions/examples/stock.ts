import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

const words = '按实物核对'
const style = '01a218c0-0000-7000-8000-000000000010'
const [small, medium] = ['01a218c0-0000-7000-8000-000000000011', '01a218c0-0000-7000-8000-000000000012']
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
/** Another open store to give goods to, of the same area where there is one. */
const neighbour = (world: World, at: At) => {
  const others = Object.values(world.chain.stores).filter((s) => !s.closed && s.key !== at.store.key)
  return others.find((s) => s.area === real(world, at).area) ?? others[0]!
}

async function goods(world: World): Promise<void> {
  const sku = (id: string, size: string) => ({ id, color: '燕麦', size })
  const coat = {
    id: style,
    code: 'QX-1107',
    name: '双面呢大衣',
    category: '大衣',
    season: '26D',
    launchedOn: '2026-09-01',
  }
  const { merchandising } = world.chain.posts
  await world.work.do(merchandising, 'goods.save', {
    ...coat,
    prices: [],
    skus: [sku(small, 'S'), sku(medium, 'M')],
  })
}
async function book(world: World, at: At): Promise<void> {
  await goods(world)
  if (!trades!(at, world)) return
  for (const store of [real(world, at), neighbour(world, at)])
    await world.work.do(store.manager, 'stock.open', openingOf(store.id))
}
const openingOf = (store: string) => ({
  id: newId(),
  store,
  day: today,
  lines: [
    { sku: small, quantity: 7 },
    { sku: medium, quantity: 9 },
  ],
})
async function notice(world: World, at: At): Promise<string> {
  await book(world, at)
  const id = newId()
  const notices = [{ id, store: real(world, at).id, lines: [{ sku: small, quantity: 3 }] }]
  await world.work.do(world.chain.posts.merchandising, 'stock.deliver', { dueOn: today, notices })
  return id
}
async function received(world: World, at: At): Promise<string> {
  const shipment = await notice(world, at)
  const store = real(world, at)
  const came = {
    id: newId(),
    store: store.id,
    shipment,
    last: true,
    lines: [{ sku: small, arrived: 2, reason: 'short' }],
  }
  if (trades!(at, world)) await world.work.do(store.manager, 'stock.receive', came)
  return shipment
}
async function noted(world: World, at: At): Promise<string> {
  await book(world, at)
  const id = newId()
  const event = { id, store: real(world, at).id, sku: small, kind: 'damage', quantity: 1, why: 'torn' }
  if (trades!(at, world)) await world.work.do(real(world, at).manager, 'stock.note', event)
  return id
}
const proposed =
  (...steps: ('decide' | 'pick')[]) =>
  async (world: World, at: At): Promise<string> => {
    await book(world, at)
    const id = newId()
    if (!trades!(at, world)) return id
    const store = real(world, at)
    await world.work.do(store.manager, 'stock.propose', {
      id,
      store: store.id,
      to: neighbour(world, at).id,
      why: 'brokenSizes',
      lines: [{ sku: small, asked: 2 }],
    })
    const on = { store: store.id, transfer: id }
    if (steps.includes('decide'))
      await world.work.do(world.chain.posts.merchandising, 'stock.decide', { ...on, approve: true })
    if (steps.includes('pick'))
      await world.work.do(store.manager, 'stock.pick', { ...on, lines: [{ sku: small, picked: 2 }] })
    return id
  }

export const examples: Examples = {
  'stock.open': { about: 'store', setUp: goods, input: (_world, at) => openingOf(at.store.id) },
  'stock.note': {
    about: 'store',
    where: trades,
    setUp: book,
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      sku: small,
      kind: 'hold',
      quantity: 1,
      why: 'customer',
    }),
  },
  'stock.takeBack': example<string>({
    about: 'store',
    where: trades,
    setUp: noted,
    input: (_world, at, _caller, event) => ({ id: newId(), store: at.store.id, event: at.of(event), words }),
  }),
  'stock.count': {
    about: 'store',
    where: trades,
    setUp: book,
    input: (_world, at) => ({
      id: newId(),
      store: at.store.id,
      lines: [{ sku: small, counted: 6, reason: 'notFound' }],
    }),
  },
  'stock.piece': {
    about: 'store',
    setUp: book,
    input: (_world, at) => ({ store: at.store.id, sku: small }),
    shows: {
      stock:
        'which other stores have the size is told to everybody on the floor, so that a customer can be helped',
    },
  },
  'stock.deliver': {
    about: 'company',
    setUp: goods,
    input: (_world, at) => ({
      dueOn: today,
      notices: [{ id: newId(), store: at.store.id, lines: [{ sku: small, quantity: 2 }] }],
    }),
    free: { 'notices.0.store': 'headquarters sends to whichever store it likes' },
    spills: 'goods on their way to a store are what it sees of its arrivals',
  },
  'stock.receive': example<string>({
    about: 'store',
    where: trades,
    setUp: notice,
    input: (_world, at, _caller, shipment) => ({
      id: newId(),
      store: at.store.id,
      shipment: at.of(shipment),
      last: true,
      lines: [{ sku: small, arrived: 3 }],
    }),
  }),
  'stock.answer': example<string>({
    about: 'store',
    where: trades,
    setUp: received,
    input: (_world, at, _caller, shipment) => ({
      id: newId(),
      store: at.store.id,
      shipment: at.of(shipment),
      sku: small,
      about: 'missing',
      answer: 'lost',
      words,
    }),
  }),
  'stock.propose': {
    about: 'store',
    where: trades,
    setUp: book,
    input: (world, at) => ({
      id: newId(),
      store: at.store.id,
      to: neighbour(world, at).id,
      why: 'sellsBetter',
      lines: [{ sku: medium, asked: 2 }],
    }),
    free: { to: 'a store proposes to give to any other; whoever reaches both decides' },
  },
  'stock.decide': example<string>({
    about: 'store',
    where: trades,
    setUp: proposed(),
    input: (_world, at, _caller, transfer) => ({
      store: at.store.id,
      transfer: at.of(transfer),
      approve: true,
    }),
  }),
  'stock.pick': example<string>({
    about: 'store',
    where: trades,
    setUp: proposed('decide'),
    input: (_world, at, _caller, transfer) => ({
      store: at.store.id,
      transfer: at.of(transfer),
      lines: [{ sku: small, picked: 1 }],
    }),
  }),
  'stock.ship': example<string>({
    about: 'store',
    where: trades,
    setUp: proposed('decide', 'pick'),
    input: (_world, at, _caller, transfer) => ({
      store: at.store.id,
      transfer: at.of(transfer),
      dueOn: today,
    }),
    spills: 'what leaves one store is on its way to the other, and stands among its arrivals',
  }),
  'stock.cancel': example<string>({
    about: 'store',
    where: trades,
    setUp: proposed(),
    input: (_world, at, _caller, transfer) => ({ store: at.store.id, transfer: at.of(transfer), words }),
  }),
  'stock.readOpening': {
    about: 'store',
    input: (_world, at) => ({ store: at.store.id, text: '条码,数量\n690001,3\n' }),
  },
}
