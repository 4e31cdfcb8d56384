import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import {
  applyTransfers,
  type ChainStock,
  proposeTransfers,
  sizeRuns,
  type TransferBundle,
} from '../../replenishment/transfers.ts'
import { now, today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { stockInvariants } from '../invariants.ts'
import { rebalanceInvariants } from './invariants.ts'
import { freightOfLines, goneAmong, parcelsOf, runsOf, worthTheirFreight } from './rules.ts'

/** Four stores, three style-colours of four sizes, any pieces. */
const anyStock = fc
  .record({
    pieces: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 48, maxLength: 48 }),
    sold: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
  })
  .map(
    ({ pieces, sold }): ChainStock => ({
      stores: ['a', 'b', 'c', 'd'],
      styles: [0, 1, 2].map((i) => ({
        style: String(i),
        line: 0,
        sizes: ['S', 'M', 'L', 'XL'],
        first: 16 * i,
      })),
      pieces: Int32Array.from(pieces),
      sold: Float64Array.from(sold),
      lines: ['all'],
      carries: Uint8Array.of(1, 1, 1, 1),
    }),
  )
const sizesOf = (bundles: readonly TransferBundle[]): Map<string, number> => {
  const parcels = new Map<string, number>()
  for (const m of bundles.flatMap((b) => b.moves))
    parcels.set(`${m.from} ${m.to}`, (parcels.get(`${m.from} ${m.to}`) ?? 0) + m.pieces)
  return parcels
}

test('no parcel is smaller than its freight is worth, nothing is left out that needs none, and the rest still mends', () => {
  fc.assert(
    fc.property(anyStock, fc.integer({ min: 1, max: 4 }), (stock, least) => {
      const all = proposeTransfers(stock, 60)
      const kept = worthTheirFreight(all, least, 12)
      expect(kept.every((b) => all.includes(b))).toBe(true)
      for (const pieces of sizesOf(kept).values()) expect(pieces).toBeGreaterThanOrEqual(least)
      const sum = (of: readonly TransferBundle[]) => of.reduce((n, b) => n + b.pieces, 0)
      expect(sum(kept)).toBeLessThanOrEqual(12)
      if (least === 1 && sum(all) <= 12) expect(kept).toEqual(all)
      const after = applyTransfers(stock, kept)
      expect(Math.min(...after.pieces)).toBeGreaterThanOrEqual(0)
      expect(sizeRuns(after).broken).toBeLessThanOrEqual(sizeRuns(stock).broken)
    }),
    { numRuns: 150 },
  )
})

test('size runs drawn before and after hold the same pieces, and the last picture is what the moves come to', () => {
  fc.assert(
    fc.property(anyStock, (stock) => {
      const bundles = proposeTransfers(stock, 60)
      for (const runs of runsOf(stock, bundles)) {
        const sum = (of: 'before' | 'after') => runs.flatMap((r) => r[of]).reduce((a, b) => a + b, 0)
        expect(sum('after')).toBe(sum('before'))
        expect(Math.min(...runs.flatMap((r) => r.after))).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 80 },
  )
})

const anyLines = fc.array(
  fc.record({
    n: fc.integer({ min: 1, max: 4 }),
    sku: fc.constantFrom('k', 'l'),
    from: fc.constantFrom('a', 'b'),
    to: fc.constantFrom('c', 'd'),
    pieces: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 8 },
)
test('one transfer a pair of stores carries every accepted piece once; what a store no longer has is never taken', () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: 0, max: 5 }), (lines, has) => {
      const parcels = parcelsOf(lines)
      const pairs = parcels.map((p) => `${p.from} ${p.to}`)
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const p of parcels)
        for (const l of p.lines)
          expect(l.asked).toBe(
            lines
              .filter((x) => x.from === p.from && x.to === p.to && x.sku === l.sku)
              .reduce((n, x) => n + x.pieces, 0),
          )
      const gone = goneAmong(lines, () => has)
      const taken = new Map<string, number>()
      for (const l of lines.filter((x) => !gone.has(x.n)))
        taken.set(`${l.from} ${l.sku}`, (taken.get(`${l.from} ${l.sku}`) ?? 0) + l.pieces)
      for (const pieces of taken.values()) expect(pieces).toBeLessThanOrEqual(has)
    }),
    { numRuns: 200 },
  )
})

let h: StockHouse
let area: string
beforeAll(async () => {
  h = await stockHouse()
  const sql = 'select area_id as id from store_area where store_id = $1'
  area = (await h.database.query<{ id: string }>(sql, [h.stores[0].id]))[0]!.id
  await h.open(h.stores[0], 2, addDays(today, -1))
  await h.open(h.stores[1]!, 3, addDays(today, -1))
  // S, M and L are sold out in the first store; the other has them to spare.
  for (const sku of h.skus.slice(0, 3)) for (let i = 0; i < 2; i++) await h.sellSku(h.stores[0], sku, 1)
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, [...stockInvariants, ...rebalanceInvariants])
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const head = (minutes: number) => h.as(h.chain.areaManagers[0], { now: at(minutes) })
interface Week {
  round: { id: string; inputs: { before: { broken: number }; after: { broken: number } } } | null
  bundles: {
    n: number
    isGone: boolean
    accepted: boolean | null
    lines: { sku: string; from: string; to: string; pieces: number; transfer: string | null }[]
  }[]
  came: { arrived: number; sold: number; pieces: number }[]
}
const week = async (minutes: number) => answerOf<Week>(await head(minutes).see('rebalance.area', { area }))

test('pieces between the same two stores share their parcels, those between others pay their own', () => {
  const terms = { fromDay: today, near: cents(1_200), far: cents(9_900), parcel: 3 }
  const line = (to: string, pieces: number, sku: string) => ({ n: 1, sku, from: 'a', to, pieces })
  expect(freightOfLines([], terms)).toBe(0)
  expect(freightOfLines([line('b', 2, 'S'), line('b', 1, 'M')], terms)).toBe(1_200)
  expect(freightOfLines([line('b', 2, 'S'), line('c', 1, 'M')], terms)).toBe(2_400)
  expect(freightOfLines([line('b', 3, 'S'), line('b', 1, 'S')], terms)).toBe(2_400)
})

test('the week’s moves are there at the first look; what has gone meanwhile cannot be accepted', async () => {
  const { round, bundles } = await week(1)
  expect(round!.inputs.before.broken).toBeGreaterThan(round!.inputs.after.broken)
  expect(bundles.flatMap((b) => b.lines.map((l) => l.pieces))).toEqual([1, 1, 1])
  const answers = bundles.map((b) => ({ n: b.n, accept: true }))
  const on = { area, round: round!.id }
  expect(whyOf(await head(2).do('rebalance.decide', { ...on, answers: [] }))).toBe('answerAll')
  const refused = answers.map((a) => ({ ...a, accept: false }))
  expect(whyOf(await head(2).do('rebalance.decide', { ...on, answers: refused }))).toBe('whyMissing')
  expect(whyOf(await head(2).do('rebalance.decide', { ...on, round: newId(), answers }))).toBe('roundOld')
  const manager = h.as(h.stores[1]!.manager, { now: at(2) })
  expect(whyOf(await manager.do('rebalance.decide', { ...on, answers }))).toBeDefined()
  // All of one size is put aside for customers: the set can no longer be made.
  const aside = { store: h.stores[1]!.id, sku: h.skus[0], kind: 'hold', quantity: 3, why: 'customer' }
  answerOf(await manager.do('stock.note', { id: newId(), ...aside }))
  expect((await week(3)).bundles.map((b) => b.isGone)).toEqual([true])
  expect(whyOf(await head(3).do('rebalance.decide', { ...on, answers }))).toBe('stockMoved')
  answerOf(await manager.do('stock.note', { id: newId(), ...aside, kind: 'release' }))
})

test('accepted, a set is one approved transfer that the store picks and sends; later it is told what of it sold', async () => {
  const { round, bundles } = await week(10)
  const answers = bundles.map((b) => ({ n: b.n, accept: true }))
  const on = { area, round: round!.id, answers }
  expect(answerOf(await head(10).do('rebalance.decide', on))).toMatchObject({ pieces: 3, transfers: 1 })
  expect(whyOf(await head(11).do('rebalance.decide', on))).toBe('decidedAlready')
  const decided = await week(12)
  const { lines } = decided.bundles[0]!
  const { transfer, from, to } = lines[0]!
  // Approved is not sent: nothing has arrived, and what was promised is not proposed a second time.
  expect(decided.came).toMatchObject([{ pieces: 3, shipped: 0, arrived: 0, sold: 0 }])
  const again = async (minutes: number) => {
    answerOf(await head(minutes).do('rebalance.again', { area }))
    return (await week(minutes)).bundles
  }
  expect(await again(13)).toEqual([])
  const giver = h.as(h.stores[1]!.associates[0], { now: at(20) })
  const the = { store: from, transfer }
  const picked = lines.map((l) => ({ sku: l.sku, picked: l.pieces }))
  answerOf(await giver.do('stock.pick', { ...the, lines: picked }))
  answerOf(await giver.do('stock.ship', { ...the, dueOn: today }))
  expect(await again(21)).toEqual([])
  const arrived = lines.map((l) => ({ sku: l.sku, arrived: l.pieces }))
  expect(to).toBe(h.stores[0].id)
  answerOf(await h.receive(h.stores[0], transfer!, { lines: arrived }, at(30)))
  await h.sellSku(h.stores[0], lines[0]!.sku, 1, at(40))
  expect((await week(50)).came).toMatchObject([{ pieces: 3, arrived: 3, sold: 1 }])
})

test('proposed anew there is another round; refused with its reason nothing moves', async () => {
  answerOf(await head(60).do('rebalance.again', { area }))
  const { round, bundles } = await week(61)
  const answers = bundles.map((b) => ({ n: b.n, accept: false, why: 'sellsHere' }))
  expect(answerOf(await head(61).do('rebalance.decide', { area, round: round!.id, answers }))).toMatchObject({
    transfers: 0,
  })
  const board = answerOf<{ areas: { area: string; decidedAt: string | null }[] }>(
    await h.as(h.merchandiser, { now: at(62) }).see('rebalance.areas', {}),
  )
  expect(board.areas.find((a) => a.area === area)!.decidedAt).not.toBeNull()
})
