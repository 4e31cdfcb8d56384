import { newId } from '../../../platform/kinds/id.ts'
import { today } from '../chain.ts'
import { type At, type Example, type Examples, example } from '../examples.ts'
import { photoExamples } from '../photos.ts'
import type { World } from '../world.ts'

const words = '按实物核对'
const piece = (world: World): string => world.chain.goods.sku
/** The store itself, also where the place is one that does not exist. */
const real = (world: World, at: At) => world.chain.stores[at.store.key]
const trades: Example['where'] = (at, world) => world.records.cash[at.store.key] !== undefined
/** Another open store to give goods to, of the same area where there is one. */
const neighbour = (world: World, at: At) => {
  const others = Object.values(world.chain.stores).filter((s) => !s.closed && s.key !== at.store.key)
  return others.find((s) => s.area === real(world, at).area) ?? others[0]!
}

async function book(world: World, at: At): Promise<void> {
  if (!trades!(at, world)) return
  for (const store of [real(world, at), neighbour(world, at)])
    await world.work.do(store.manager, 'stock.open', openingOf(world, store.id))
}
const openingOf = (world: World, store: string) => ({
  id: newId(),
  store,
  day: today,
  lines: [{ sku: piece(world), quantity: 7 }],
})
async function notice(world: World, at: At): Promise<string> {
  await book(world, at)
  const id = newId()
  const notices = [{ id, store: real(world, at).id, lines: [{ sku: piece(world), quantity: 3 }] }]
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
    lines: [{ sku: piece(world), arrived: 2, reason: 'short' }],
  }
  if (trades!(at, world)) await world.work.do(store.manager, 'stock.receive', came)
  return shipment
}
async function noted(world: World, at: At): Promise<string> {
  await book(world, at)
  const id = newId()
  const event = { id, store: real(world, at).id, sku: piece(world), kind: 'damage', quantity: 1, why: 'torn' }
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
      lines: [{ sku: piece(world), asked: 2 }],
    })
    const on = { store: store.id, transfer: id }
    if (steps.includes('decide'))
      await world.work.do(world.chain.posts.merchandising, 'stock.decide', { ...on, approve: true })
    if (steps.includes('pick'))
      await world.work.do(store.manager, 'stock.pick', { ...on, lines: [{ sku: piece(world), picked: 2 }] })
    return id
  }

const stores = (because: string) => ({ 'store.id': because, 'store.code': because, 'store.name': because })

export const examples: Examples = {
  ...photoExamples('stock'),
  'stock.setFreight': {
    about: 'company',
    input: () => ({ fromDay: today, near: 1_500, far: 3_200, parcel: 20 }),
  },
  'stock.open': { about: 'store', input: (world, at) => openingOf(world, at.store.id) },
  'stock.note': {
    about: 'store',
    where: trades,
    setUp: book,
    input: (world, at) => ({
      id: newId(),
      store: at.store.id,
      sku: piece(world),
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
    input: (world, at) => ({
      id: newId(),
      store: at.store.id,
      lines: [{ sku: piece(world), counted: 6, reason: 'notFound' }],
    }),
  },
  'stock.piece': {
    about: 'store',
    setUp: book,
    input: (world, at) => ({ store: at.store.id, sku: piece(world) }),
    shows: stores(
      'which other stores have the size is told to everybody on the floor, so that a customer can be helped',
    ),
  },
  'stock.deliver': {
    about: 'company',
    input: (world, at) => ({
      dueOn: today,
      notices: [{ id: newId(), store: at.store.id, lines: [{ sku: piece(world), quantity: 2 }] }],
    }),
    free: { 'notices.0.store': 'headquarters sends to whichever store it likes' },
    spills: 'goods on their way to a store are what it sees of its arrivals',
  },
  'stock.receive': example<string>({
    about: 'store',
    where: trades,
    setUp: notice,
    input: (world, at, _caller, shipment) => ({
      id: newId(),
      store: at.store.id,
      shipment: at.of(shipment),
      last: true,
      lines: [{ sku: piece(world), arrived: 3 }],
    }),
  }),
  'stock.answer': example<string>({
    about: 'store',
    where: trades,
    setUp: received,
    input: (world, at, _caller, shipment) => ({
      id: newId(),
      store: at.store.id,
      shipment: at.of(shipment),
      sku: piece(world),
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
      lines: [{ sku: piece(world), asked: 2 }],
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
    input: (world, at, _caller, transfer) => ({
      store: at.store.id,
      transfer: at.of(transfer),
      lines: [{ sku: piece(world), picked: 1 }],
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
  'stock.transfers': {
    about: 'store',
    where: trades,
    setUp: proposed(),
    input: (_world, at) => ({ store: at.store.id }),
    shows: stores('which stores one may give to, and who gives to whom, is known to both'),
  },
  'stock.transfer': example<string>({
    about: 'store',
    where: trades,
    setUp: proposed(),
    input: (_world, at, _caller, transfer) => ({ store: at.store.id, transfer: at.of(transfer) }),
    shows: stores('a transfer names the store that it goes to'),
  }),
  'stock.arrival': example<string>({
    about: 'store',
    where: trades,
    setUp: received,
    input: (_world, at, _caller, shipment) => ({ store: at.store.id, shipment: at.of(shipment) }),
  }),
  'stock.readOpening': {
    about: 'store',
    input: (_world, at) => ({ store: at.store.id, text: '条码,数量\n690001,3\n' }),
  },
}
