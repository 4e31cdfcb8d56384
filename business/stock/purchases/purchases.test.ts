import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addMonths, monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { now, today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import type { Cell } from '../open-to-buy/shape.ts'
import { purchaseInvariants } from './invariants.ts'
import { beyondOf, sumBeyond } from './rules.ts'

const month = monthOf(today)

test('an order goes beyond by what of each category is too much; what another may still buy is not set against it', () => {
  const none = {
    closing: cents(0),
    sales: cents(0),
    markdowns: cents(0),
    opening: cents(0),
    onOrder: cents(0),
  }
  const row = (category: string, openToBuy: number) => ({
    category,
    cells: [{ ...none, month, openToBuy: cents(openToBuy) }],
  })
  const of = (category: string, pieces: number) => ({ category, pieces, tag: cents(100) })
  const limits = { months: [month], rows: [row('a', 1_000), row('b', -500)] }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (a, b) => {
      const all = beyondOf([of('a', a), of('b', b)], month, limits)
      expect(sumBeyond(all)).toBe(Math.max(0, a * 100 - 1_000) + b * 100)
      expect(sumBeyond(beyondOf([of('c', a)], month, limits))).toBe(a * 100)
      expect(sumBeyond(beyondOf([of('a', 10_000)], addMonths(month, 1), limits))).toBe(0)
    }),
  )
})

let house: StockHouse
beforeAll(async () => {
  house = await stockHouse()
  await house.open(house.stores[0]!, 12)
})
afterEach(async () => {
  const broken = await verify(house.database, purchaseInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
afterAll(() => house.database.close())

const buyer = () => house.as(house.merchandiser)
const director = () => house.as(house.chain.director)
const coat = (pieces: number) => ({
  category: '大衣',
  style: house.style,
  color: '燕麦',
  pieces,
  cost: 90_000,
  tag: 1,
})
const skirts = (pieces: number) => ({
  category: '裙',
  style: null,
  color: null,
  pieces,
  cost: 30_000,
  tag: 99_900,
})
const orderOf = (lines: object[], more: object = {}) => ({
  id: newId(),
  maker: '江南成衣厂',
  due: month,
  words: null as string | null,
  lines,
  ...more,
})
const place = (input: object) => buyer().do('purchases.place', input)
const board = async () => {
  const seen = answerOf<{
    coming: { ordered: number; onTheWay: number }
    lying: { category: string; warehouse: number }[]
    rows: { category: string; cells: Cell[] }[]
  }>(await director().see('openToBuy.board', {}))
  return {
    ...seen.coming,
    warehouse: seen.lying.reduce((n, l) => n + l.warehouse, 0),
    coats: seen.rows.find((r) => r.category === '大衣')?.cells[0],
  }
}
interface Seen {
  order: { state: string; open: number; came: number; cancelled: number; beyond: number; number: string }
  lines: { line: number; pieces: number; open: number; came: number; cancelled: number }[]
  events: { kind: string; pieces: number; words: string | null }[]
}
const see = async (order: string): Promise<Seen> =>
  answerOf<Seen>(await director().see('purchases.order', { order }))

test('what is ordered of a maker is on order until it comes; counted into the warehouse, sent to a store and received each piece is in one place', async () => {
  const order = orderOf([coat(40), skirts(100)])
  answerOf(await place(order))
  answerOf(await place(order))
  const tag = 299_000
  expect(await board()).toMatchObject({ ordered: 40 * tag + 100 * 99_900, onTheWay: 0, warehouse: 0 })
  const arrival = {
    id: newId(),
    order: order.id,
    note: '送 0712',
    lines: [
      { line: 1, sku: house.skus[0], pieces: 10 },
      { line: 1, sku: house.skus[1], pieces: 15 },
    ],
  }
  const earlier = house.as(house.merchandiser, { now: new Date(now.getTime() - 3_600_000) })
  answerOf(await earlier.do('purchases.arrive', arrival))
  answerOf(await earlier.do('purchases.arrive', arrival))
  expect(await board()).toMatchObject({
    ordered: 15 * tag + 100 * 99_900,
    onTheWay: 0,
    warehouse: 25 * tag,
  })
  const shipment = await house.deliver(house.stores[0]!, [[house.skus[0], 4]])
  expect(await board()).toMatchObject({ onTheWay: 4 * tag, warehouse: 21 * tag })
  answerOf(
    await house.receive(house.stores[0]!, shipment, {
      lines: [{ sku: house.skus[0], arrived: 4, rejected: 0, reason: null, words: null }],
    }),
  )
  expect(await board()).toMatchObject({ ordered: 15 * tag + 100 * 99_900, onTheWay: 0, warehouse: 21 * tag })
  expect((await see(order.id)).order).toMatchObject({ state: 'partly', open: 115, came: 25 })
  // More than ordered, or what the line did not order, is not taken in.
  const came = async (line: number, sku: string, pieces: number) =>
    whyOf(
      await buyer().do('purchases.arrive', {
        id: newId(),
        order: order.id,
        note: null,
        lines: [{ line, sku, pieces }],
      }),
    )
  expect(await came(1, house.skus[2], 16)).toBe('moreThanOrdered')
  expect(await came(2, house.skus[2], 1)).toBe('notOfLine')
  expect(await came(3, house.skus[2], 1)).toBe('lineUnknown')
})

test('what does not come is cancelled with its reason, and may be bought again', async () => {
  const order = orderOf([coat(8), skirts(5)])
  answerOf(await place(order))
  const before = (await board()).ordered
  const cancel = (more: object) => buyer().do('purchases.cancel', { id: newId(), order: order.id, ...more })
  expect(whyOf(await cancel({ line: 2, words: '' }))).toBe('badShape')
  answerOf(await cancel({ line: 2, words: '面料断货' }))
  expect((await board()).ordered).toBe(before - 5 * 99_900)
  expect(whyOf(await cancel({ line: 2, words: '面料断货' }))).toBe('nothingOpen')
  answerOf(await cancel({ words: '厂家不做了' }))
  const seen = await see(order.id)
  expect(seen.order).toMatchObject({ state: 'cancelled', open: 0, came: 0, cancelled: 13 })
  expect(seen.events.map((e) => [e.kind, e.pieces, e.words])).toEqual([
    ['cancelled', 8, '厂家不做了'],
    ['cancelled', 5, '面料断货'],
  ])
})

test('where a plan is approved, an order beyond what may be bought says why and keeps by how much', async () => {
  const plan = {
    id: newId(),
    basedOn: null,
    from: month,
    months: 1,
    words: null,
    lines: [{ category: '大衣', month, sales: 0, markdowns: 0, closing: 40_000_000 }],
  }
  answerOf(await buyer().do('openToBuy.submit', plan))
  answerOf(await director().do('openToBuy.decide', { plan: plan.id, approve: true }))
  const may = (await board()).coats!.openToBuy
  const fits = Math.floor(may / 299_000)
  expect(fits).toBeGreaterThan(0)
  expect(whyOf(await place(orderOf([coat(fits + 1)])))).toBe('beyondWhyMissing')
  const within = orderOf([coat(fits)])
  answerOf(await place(within))
  expect((await see(within.id)).order.beyond).toBe(0)
  expect((await board()).coats!.openToBuy).toBe(may - fits * 299_000)
  const beyond = orderOf([coat(2)], { words: '面料只有这一批' })
  answerOf(await place(beyond))
  expect((await see(beyond.id)).order.beyond).toBe(2 * 299_000 - (may - fits * 299_000))
  // A category that nobody planned may not be bought at all without a word.
  expect(whyOf(await place(orderOf([skirts(1)])))).toBe('beyondWhyMissing')
})

test('an order names goods that are there, a month that is not over, and each thing once', async () => {
  const why = async (lines: object[], more: object = {}) =>
    whyOf(await place(orderOf(lines, { words: '试', ...more })))
  expect(await why([coat(1)], { due: addMonths(month, -1) })).toBe('dueInPast')
  expect(await why([coat(1), coat(2)])).toBe('lineTwice')
  expect(await why([{ ...coat(1), color: '没有的颜色' }])).toBe('styleUnknown')
  expect(await why([{ ...coat(1), color: null }])).toBe('colorMissing')
  expect(whyOf(await house.as(house.stores[0]!.manager).see('purchases.all', {}))).toBe('position')
  expect(whyOf(await director().do('purchases.place', orderOf([coat(1)])))).toBe('position')
})

test('a piece ordered is open, came or was cancelled: the database refuses it in two places', async () => {
  const set = (sql: string) => house.database.query(`update purchase_line set ${sql} where open > 0`)
  await expect(set('came = came + 1')).rejects.toThrow(/ordered_is_somewhere_once/)
  await expect(set('cancelled = cancelled + 1')).rejects.toThrow(/ordered_is_somewhere_once/)
})
