import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { cents } from '../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../tests/door.ts'
import { today } from '../sales/boards/chain-for-tests.ts'
import { freightOf } from './freight-rules.ts'
import { type StockHouse, stockHouse } from './house-for-tests.ts'

test('whole parcels are paid; a piece more never costs less, and two transfers never less than one of both', () => {
  const pieces = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(pieces, pieces, fc.integer({ min: 1, max: 60 }), fc.boolean(), (a, b, parcel, isNear) => {
      const terms = { fromDay: today, near: cents(1_500), far: cents(3_200), parcel }
      const cost = (n: number) => freightOf(n, isNear, terms)
      expect(cost(a) % (isNear ? 1_500 : 3_200)).toBe(0)
      expect(cost(a + 1)).toBeGreaterThanOrEqual(cost(a))
      expect(cost(a) + cost(b)).toBeGreaterThanOrEqual(cost(a + b))
      expect(cost(0)).toBe(0)
    }),
  )
})

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
  await h.open(h.stores[0], 30)
})
afterAll(() => h.database.close())

const terms = (more: object = {}) => ({ fromDay: today, near: 1_500, far: 3_200, parcel: 20, ...more })
const propose = async (to: number): Promise<string> => {
  const id = newId()
  const lines = [
    { sku: h.skus[0], asked: 15 },
    { sku: h.skus[1], asked: 6 },
  ]
  const input = { id, store: h.stores[0].id, to: h.stores[to]!.id, why: 'brokenSizes', lines }
  answerOf(await h.as(h.stores[0].manager).do('stock.propose', input))
  return id
}
interface Seen {
  freight: { amount: number; parcels: number; isNear: boolean } | null
  worth: { pieces: number; amount: number; margin: number | null }
}
const see = async (person: string, transfer: string): Promise<Seen> =>
  answerOf<Seen>(await h.as(person).see('stock.transfer', { store: h.stores[0].id, transfer }))

test('headquarters say what a parcel costs from a day on; a transfer says it beside what it carries, the margin only to those who know costs', async () => {
  await h.open(h.stores[1], 1)
  await h.open(h.stores[2], 1)
  await h.database.query('insert into style_cost (style_id, from_day, cost) values ($1, $2, 90000)', [
    h.style,
    '2026-01-01',
  ])
  const near = await propose(1)
  expect((await see(h.merchandiser, near)).freight).toBeNull()
  expect(whyOf(await h.as(h.chain.areaManagers[0]).do('stock.setFreight', terms()))).toBe('position')
  expect(
    whyOf(await h.as(h.merchandiser).do('stock.setFreight', terms({ fromDay: addDays(today, -1) }))),
  ).toBe('freightInPast')
  answerOf(await h.as(h.merchandiser).do('stock.setFreight', terms()))
  expect(await see(h.chain.areaManagers[0], near)).toMatchObject({
    freight: { amount: 3_000, parcels: 2, isNear: true },
    worth: { pieces: 21, amount: 21 * 299_000, margin: null },
  })
  expect((await see(h.merchandiser, near)).worth.margin).toBe(21 * (299_000 - 90_000))
  const far = await propose(2)
  expect((await see(h.merchandiser, far)).freight).toEqual({ amount: 6_400, parcels: 2, isNear: false })
  // Dearer from tomorrow on: what was proposed today keeps today's rate.
  answerOf(
    await h.as(h.merchandiser).do('stock.setFreight', terms({ fromDay: addDays(today, 1), near: 9_900 })),
  )
  expect((await see(h.merchandiser, near)).freight?.amount).toBe(3_000)
})
