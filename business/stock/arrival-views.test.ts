import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf } from '../../tests/door.ts'
import { now, today } from '../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from './house-for-tests.ts'
import { routesOf } from './pages/route-sums.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
  await h.open(h.stores[0], 10)
  await h.open(h.stores[1], 10)
})
afterAll(() => h.house.close())

async function twoMovedThreeCame(): Promise<string> {
  const id = newId()
  const [from, to] = h.stores
  const floor = h.as(from.associates[0])
  const lines = [{ sku: h.skus[0], asked: 2 }]
  const about = { store: from.id, transfer: id }
  answerOf(
    await h
      .as(h.chain.areaManagers[0])
      .do('stock.propose', { id, store: from.id, to: to.id, why: 'brokenSizes', lines }),
  )
  answerOf(await floor.do('stock.pick', { ...about, lines: [{ sku: h.skus[0], picked: 2 }] }))
  answerOf(await floor.do('stock.ship', { ...about, dueOn: today }))
  answerOf(await h.receive(to, id, { lines: [{ sku: h.skus[0], arrived: 3, reason: 'over' }] }))
  return id
}

test('what a store took in is the same figure on every page, and what has not come stays in sight however old it is', async () => {
  const moved = await twoMovedThreeCame()
  const forgotten = await h.deliver(h.stores[1], [[h.skus[0], 3]])
  const short = await h.deliver(h.stores[1], [[h.skus[0], 2]])
  answerOf(await h.receive(h.stores[1], short, { lines: [{ sku: h.skus[0], arrived: 1, reason: 'short' }] }))
  const done = await h.deliver(h.stores[1], [[h.skus[0], 1]])
  answerOf(await h.receive(h.stores[1], done, { lines: [{ sku: h.skus[0], arrived: 1 }] }))
  type Seen = { id: string; taken: number; inTransit: number; open: number }
  const see = async (who: string, view: string, input: object, days = 0) =>
    answerOf<{ shipments: Seen[]; transfers: Seen[] }>(
      await h.as(who, { now: new Date(now.getTime() + days * 86_400_000) }).see(view, input),
    )
  const [store, manager] = [h.stores[1].id, h.stores[1].manager]
  const pages = async (id: string, days = 0) => {
    const arrivals = await see(manager, 'stock.arrivals', { store }, days)
    const deliveries = await see(h.merchandiser, 'stock.deliveries', {}, days)
    return [arrivals, deliveries].map((p) => p.shipments.find((s) => s.id === id))
  }
  for (const seen of await pages(moved)) expect(seen).toMatchObject({ taken: 3 })
  const transfers = await see(manager, 'stock.transfers', { store })
  expect(transfers.transfers.find((t) => t.id === moved)).toMatchObject({ taken: 3 })
  for (const seen of await pages(forgotten, 40)) expect(seen).toMatchObject({ inTransit: 3 })
  for (const seen of await pages(short, 40)) expect(seen).toMatchObject({ open: 1 })
  expect(await pages(done, 40)).toEqual([undefined, undefined])
})

test('a route is one route however it is spaced; the one that is late most often stands first', () => {
  const way = (carrier: string | null, cameOn: string | null, inTransit = 0) => ({
    carrier,
    cameOn: cameOn as typeof today | null,
    inTransit,
    dueOn: today,
  })
  const [early, later] = ['2026-01-01', '2027-01-01']
  const all = [
    way('顺丰 A 线', early),
    way('顺丰a线', later),
    way(null, early),
    way('德邦', null, 3),
    way('德邦', early),
  ]
  expect(routesOf(all, today)).toEqual([
    { carrier: '顺丰 A 线', came: 2, inTime: 1, late: 0 },
    { carrier: null, came: 1, inTime: 1, late: 0 },
    { carrier: '德邦', came: 1, inTime: 1, late: 0 },
  ])
  expect(routesOf(all, later)[0]).toEqual({ carrier: '顺丰 A 线', came: 2, inTime: 1, late: 0 })
  expect(routesOf([way('德邦', null, 3)], later)).toEqual([{ carrier: '德邦', came: 0, inTime: 0, late: 1 }])
})
