import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays, type Day, weekdayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { daysInStock, orderForShop } from '../../replenishment/shop-order.ts'
import type { ShopJob, ShopSize } from '../../replenishment/shop-shape.ts'
import { now, today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { stockInvariants } from '../invariants.ts'
import { reorderInvariants } from './invariants.ts'
import { checkGrant, readDepot, stateOf, weekAsked } from './rules.ts'

const size = (more: Partial<ShopSize>): ShopSize => ({
  sku: 'k',
  size: 'M',
  isCore: true,
  onHand: 0,
  held: 0,
  onTheWay: 0,
  depot: null,
  moves: [],
  ...more,
})
const shop = (sizes: readonly ShopSize[], more: object = {}): ShopJob => ({
  days: 28,
  season: {},
  shades: [{ style: 's', color: 'c', category: '大衣', age: 30, elsewhere: null, sizes, ...more }],
})
const sold = (backs: readonly number[]) => backs.map((back) => ({ back, net: -1, sold: 1 }))

test('a day counts as in stock while a piece could be bought, and not after the last one went', () => {
  // One piece, sold 20 days ago: since then the shelf is empty.
  expect(daysInStock({ onHand: 0, moves: sold([19]) }, 28)).toBe(9)
  expect(daysInStock({ onHand: 1, moves: [] }, 28)).toBe(28)
  expect(daysInStock({ onHand: 0, moves: [] }, 28)).toBe(0)
  // What was sold this morning lay there yesterday.
  expect(daysInStock({ onHand: 0, moves: [{ back: -1, net: -1, sold: 1 }] }, 28)).toBe(28)
})

test('two shops that sold the same order the more the fewer days they had it: days out of stock are no lack of demand', () => {
  const steady = orderForShop(shop([size({ onHand: 0, moves: sold([0, 7, 14, 20, 26]) })]))
  const soldOut = orderForShop(shop([size({ onHand: 0, moves: sold([19, 20, 22, 24, 26]) })]))
  const [a, b] = [steady, soldOut].map((o) => o.shades[0]!.sizes[0]!)
  expect(a!.reason.sold).toBe(b!.reason.sold)
  expect(b!.reason.daysIn).toBeLessThan(a!.reason.daysIn)
  expect(b!.reason.weekly).toBeGreaterThan(a!.reason.weekly)
  expect(b!.pieces).toBeGreaterThan(a!.pieces)
})

test('a core size that is missing from what sells is shown again; the end of the run, old goods and slow ones are not', () => {
  const run = (age: number) =>
    orderForShop(
      shop(
        [
          size({ sku: 'S', size: 'S', isCore: false }),
          size({ sku: 'M' }),
          size({ sku: 'L', size: 'L', onHand: 1, moves: sold([20]) }),
        ],
        { age },
      ),
    )
  const { sizes } = run(30).shades[0]!
  expect(sizes.map((s) => s.pieces > 0)).toEqual([expect.any(Boolean), true, expect.any(Boolean)])
  // What nobody makes any more is asked for only where the warehouse is known to have it.
  const old = (depot: number | null) =>
    orderForShop(shop([size({ depot, moves: sold([9, 12, 15]) })], { age: 400 })).shades.length
  expect([old(null), old(5)]).toEqual([0, 1])
  const slow = orderForShop(shop([size({ onHand: 9 }), size({ sku: 'L', size: 'L' })], { age: 90 }))
  expect(slow.shades).toEqual([])
  expect(slow.slow[0]!.facts).toMatchObject({ onHand: 9, sold: 0, cover: null, hint: 'markdown' })
})

test('never more is proposed than the warehouse has, whatever the shelf; what is wanted beyond is said', () => {
  const anySize = fc.record({
    onHand: fc.integer({ min: -2, max: 6 }),
    onTheWay: fc.integer({ min: 0, max: 3 }),
    depot: fc.option(fc.integer({ min: -1, max: 4 }), { nil: null }),
    sold: fc.array(fc.integer({ min: 0, max: 27 }), { maxLength: 9 }),
  })
  fc.assert(
    fc.property(fc.array(anySize, { minLength: 1, maxLength: 5 }), (sizes) => {
      const job = shop(
        sizes.map((s, i) =>
          size({ ...s, sku: String(i), size: String(i), moves: sold([...new Set(s.sold)]) }),
        ),
      )
      for (const { pieces, reason } of orderForShop(job).shades.flatMap((s) => s.sizes)) {
        expect(pieces).toBeGreaterThanOrEqual(0)
        if (reason.depot !== null) expect(pieces).toBeLessThanOrEqual(Math.max(0, reason.depot))
        expect(reason.shortWith).toBeLessThanOrEqual(reason.shortWithout + 1e-9)
        expect(reason.daysIn).toBeLessThanOrEqual(reason.days)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is granted is never more than was asked for nor than the warehouse has; less has a reason', () => {
  const line = fc.record({
    asked: fc.integer({ min: 0, max: 5 }),
    granted: fc.integer({ min: 0, max: 7 }),
    has: fc.integer({ min: -1, max: 7 }),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, isSaid) => {
      const asked = lines.map((l, i) => ({ sku: String(i), asked: l.asked }))
      const granted = lines.flatMap((l, i) => (l.asked > 0 ? [{ sku: String(i), granted: l.granted }] : []))
      const depot = new Map(lines.map((l, i) => [String(i), l.has]))
      const fits = lines.every((l) => l.asked === 0 || l.granted <= Math.min(l.asked, Math.max(0, l.has)))
      const isCut = lines.some((l) => l.asked > 0 && l.granted < l.asked)
      expect(checkGrant(asked, granted, depot, isSaid ? '总仓不够' : null) === undefined).toBe(
        fits && (isSaid || !isCut),
      )
    }),
    { numRuns: 200 },
  )
})

test('from Friday on it is the coming week that is asked for, on every day a Monday', () => {
  const days = Array.from({ length: 7 }, (_, i) => addDays('2026-11-23' as Day, i))
  expect(days.map(weekAsked)).toEqual([...Array(4).fill('2026-11-23'), ...Array(3).fill('2026-11-30')])
  expect(weekdayOf(weekAsked(today))).toBe(1)
})

test('the warehouse’s sheet is read line by line; heads and footers are named by their row', () => {
  const { lines, unread } = readDepot('条码\t库存\n6970001\t12\n\n6970002, 大衣, 3\n合计 15\n6970003\t1,200')
  expect(lines).toEqual([
    { row: 2, barcode: '6970001', pieces: 12 },
    { row: 4, barcode: '6970002', pieces: 3 },
    // A thousand as sheets write it is one number.
    { row: 6, barcode: '6970003', pieces: 1200 },
  ])
  expect(unread).toEqual([1, 5])
})

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
  await h.open(h.stores[0], 2, addDays(today, -1))
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, [...stockInvariants, ...reorderInvariants])
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const store = () => h.stores[0]
const manager = (minutes: number) => h.as(store().manager, { now: at(minutes) })
const merchandiser = (minutes: number) => h.as(h.merchandiser, { now: at(minutes) })
interface Week {
  week: Day
  proposal: { id: string; engine: string; inputs: { pieces: number } } | null
  sizes: { sku: string; proposed: number }[]
  slow: { styleId: string; color: string }[]
  request: { id: string; asked: number; granted: number | null; version: number } | null
}
const week = async (minutes: number) =>
  answerOf<Week>(await manager(minutes).see('reorders.week', { store: store().id }))

test('the week’s proposal is there at the first look, stays the same, and keeps what it was made from', async () => {
  for (const sku of h.skus.slice(1, 3))
    for (let i = 0; i < 2; i++) await h.sellSku(store(), sku, 1, at(-60 * 24))
  const barcodes = '6970002 5\n6970003\t1'
  expect(
    answerOf(await merchandiser(1).do('reorders.tellDepot', { text: `${barcodes}\n不是条码` })),
  ).toMatchObject({ skus: 2, pieces: 6, unread: [3] })
  const seen = await week(2)
  expect(seen.proposal).toMatchObject({ inputs: { pieces: 4 } })
  expect(seen.sizes.map((s) => s.proposed).reduce((a, b) => a + b, 0)).toBeGreaterThan(0)
  expect(seen.sizes.find((s) => s.sku === h.skus[2])!.proposed).toBeLessThanOrEqual(1)
  expect((await week(3)).proposal!.id).toBe(seen.proposal!.id)
  answerOf(await manager(4).do('reorders.again', { store: store().id }))
  expect((await week(5)).proposal!.id).not.toBe(seen.proposal!.id)
})

const ask = async (
  minutes: number,
  more: (line: { sku: string; proposed: number }) => object = () => ({}),
) => {
  const seen = await week(minutes)
  const lines = seen.sizes
    .filter((s) => s.proposed > 0)
    .map((s) => ({ sku: s.sku, asked: s.proposed, ...more(s) }))
  const slow = seen.slow.map((s) => ({ style: s.styleId, color: s.color, measure: 'front' }))
  return { id: newId(), store: store().id, proposal: seen.proposal!.id, lines, slow }
}

test('a request answers the whole proposal; less than proposed has its reason', async () => {
  const input = await ask(10)
  expect(whyOf(await manager(10).do('reorders.submit', { ...input, lines: input.lines.slice(1) }))).toBe(
    'lineMissing',
  )
  const none = await ask(10, () => ({ asked: 0 }))
  expect(whyOf(await manager(10).do('reorders.submit', none))).toBe('whyMissing')
  expect(
    whyOf(
      await manager(10).do('reorders.submit', {
        ...input,
        slow: [{ style: h.style, color: '燕麦', measure: 'front' }],
      }),
    ),
  ).toBe('notSlow')
  expect(whyOf(await manager(60 * 24 * 7).do('reorders.submit', input))).toBe('proposalOld')
  expect(answerOf(await manager(11).do('reorders.submit', input))).toMatchObject({ version: 1 })
  // Handed in again before it is decided it is another version, and the first no longer counts.
  const second = await ask(12, (line) => ({ asked: line.proposed + 3 }))
  expect(answerOf(await manager(12).do('reorders.submit', second))).toMatchObject({ version: 2 })
  const on = { store: store().id, request: input.id, dueOn: today }
  expect(whyOf(await merchandiser(13).do('reorders.decide', { ...on, lines: [] }))).toBe('replaced')
  // A request tells its own measures, also when it no longer counts.
  await h.database.query(
    `insert into slow_measure (store_id, request_id, style_id, color, measure, on_hand, sold, days) values ($1, $2, $3, '燕麦', 'wait', 5, 0, 7)`,
    [store().id, input.id, h.style],
  )
  const measures = async (request: string) =>
    answerOf<{ measures: { measure: string }[] }>(
      await manager(14).see('reorders.request', { store: store().id, request }),
    ).measures.map((m) => m.measure)
  expect(await measures(input.id)).toEqual(['wait'])
  expect(await measures(second.id)).toEqual([])
})

test('granted in part, within what the warehouse has, it is a delivery notice that the store receives', async () => {
  const { request } = await week(20)
  const on = { store: store().id, request: request!.id, dueOn: today }
  const { lines } = answerOf<{ lines: { sku: string; asked: number }[] }>(
    await merchandiser(20).see('reorders.request', { store: on.store, request: on.request }),
  )
  const all = lines.map((l) => ({ sku: l.sku, granted: l.asked }))
  expect(whyOf(await merchandiser(20).do('reorders.decide', { ...on, lines: all }))).toBe('depotHas')
  const some = lines.map((l) => ({ sku: l.sku, granted: 1 }))
  expect(whyOf(await merchandiser(20).do('reorders.decide', { ...on, lines: some }))).toBe('sayWhy')
  expect(whyOf(await manager(20).do('reorders.decide', { ...on, lines: some }))).toBeDefined()
  const granted = answerOf<{ pieces: number; shipment: string }>(
    await merchandiser(21).do('reorders.decide', { ...on, lines: some, words: '总仓先顾新店' }),
  )
  expect(granted.pieces).toBe(lines.length)
  expect(whyOf(await merchandiser(22).do('reorders.decide', { ...on, lines: some, words: '再批' }))).toBe(
    'decidedAlready',
  )
  const before = await h.onHand(store(), lines[0]!.sku)
  answerOf(
    await h.receive(
      store(),
      granted.shipment,
      { lines: lines.map((l) => ({ sku: l.sku, arrived: 1 })) },
      at(30),
    ),
  )
  expect(await h.onHand(store(), lines[0]!.sku)).toBe((before ?? 0) + 1)
  const seen = await week(31)
  expect(seen.request).toMatchObject({ version: 2, granted: lines.length })
})

test('a store that asks for nothing has handed in, and nobody has to answer it', async () => {
  const other = h.stores[1]!
  await h.open(other, 2, addDays(today, -1))
  const boss = h.as(other.manager, { now: at(35) })
  const on = { store: other.id }
  const { proposal, sizes } = answerOf<Week>(await boss.see('reorders.week', on))
  const lines = sizes.map((s) => ({ sku: s.sku, asked: 0, why: 'enough' }))
  answerOf(await boss.do('reorders.submit', { id: newId(), ...on, proposal: proposal!.id, lines, slow: [] }))
  const board = answerOf<{
    stores: { id: string; isIn: boolean }[]
    requests: { store: string; asked: number; granted: number | null; isReplaced: boolean }[]
  }>(await merchandiser(36).see('reorders.ofStores', {}))
  expect(board.stores.filter((s) => s.isIn).map((s) => s.id)).toEqual(
    expect.arrayContaining([store().id, other.id]),
  )
  const of = board.requests.find((r) => r.store === other.id)!
  expect([of.asked, of.granted, stateOf(of)]).toEqual([0, null, 'nothing'])
  expect(board.requests.map(stateOf)).not.toContain('submitted')
})

test('only the store’s own manager hands in, and stores see nothing of one another', async () => {
  const other = h.as(h.stores[1]!.manager, { now: at(40) })
  expect(whyOf(await other.see('reorders.week', { store: store().id }))).toBeDefined()
  const board = answerOf<{ requests: { store: string }[] }>(
    await h.as(h.chain.areaManagers[0], { now: at(40) }).see('reorders.ofStores', {}),
  )
  expect(board.requests.map((r) => r.store)).toContain(store().id)
})
