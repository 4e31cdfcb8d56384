import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { styleInput } from '../../goods/shape.ts'
import { writeStyle } from '../../goods/tables.ts'
import { allocateWave } from '../../replenishment/allocation.ts'
import { today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { expectedOf, jobOf, partsOf, type Request, shareOfWave, sizeShares, sumOf } from './rules.ts'
import type { Ready } from './shape.ts'

const shadeOf = (available: readonly number[]): Ready => ({
  ...{ style: newId(), code: 'W', name: '样', nameEn: null, category: '大衣', season: '26D', wave: null },
  ...{ launchedOn: today, picture: null, color: '黑', colorEn: null, swatch: '#000', stores: 0 },
  sizes: available.map((n, i) => ({ sku: `${i}`, size: `${i}`, available: n })),
})
const storesOf = (n: number, traded = 8) => Array.from({ length: n }, (_, i) => ({ id: `s${i}`, traded }))

test('whatever is given out: no more than is there less what stays, whole core sizes or nothing, and nothing where it is already', () => {
  const size = fc.integer({ min: 0, max: 30 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(size, size, size, size), { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 1, max: 12 }),
      (runs, units, keep, weeks) => {
        const shades = runs.map(shadeOf)
        const stores = storesOf(units.length)
        const request: Request = {
          ...{ stores, weeks, keep, sizesSold: [] },
          paces: units.map((n, i) => ({ store: `s${i}`, category: '大衣', units: n, shades: 4 })),
          has: new Set([`${shades[0]!.style} 黑 s0`]),
        }
        const parts = partsOf(shades, request, allocateWave(jobOf(shades, request)))
        for (const [i, shade] of shades.entries()) {
          for (const [z, { available }] of shade.sizes.entries()) {
            const given = sumOf(parts[i]!.map((p) => p.pieces[z]!))
            expect(given).toBeLessThanOrEqual(shareOfWave(available, keep))
          }
          for (const p of parts[i]!) {
            expect(p.pieces[1]! > 0 && p.pieces[2]! > 0).toBe(true)
            expect(p.pace).toBeGreaterThan(0)
          }
        }
        expect(parts[0]!.some((p) => p.store === 's0')).toBe(false)
      },
    ),
  )
})

test('a store is expected to sell one more style-colour as its others sold; a new one as the chain does, one that sells none does not carry it', () => {
  const stores = [...storesOf(3), { id: 'new', traded: 0.5 }]
  const paces = [
    { store: 's0', category: '大衣', units: 64, shades: 4 },
    { store: 's1', category: '大衣', units: 16, shades: 1 },
    { store: 's2', category: '裙', units: 80, shades: 1 },
  ]
  const found = expectedOf(stores, paces, '大衣')
  expect([...found]).toEqual([
    ['s0', { pace: 2, isNew: false }],
    ['s1', { pace: 2, isNew: false }],
    ['new', { pace: 2, isNew: true }],
  ])
  const shares = sizeShares(['S', 'M'], [{ category: '大衣', size: 'M', units: 8 }], '大衣')
  expect(shares).toEqual([0.1, 0.9])
})

let house: StockHouse
let wave: { style: string; skus: string[] }
beforeAll(async () => {
  house = await stockHouse()
  for (const store of house.stores.slice(0, 2)) await house.open(store, 3)
  const skus = ['S', 'M', 'L', 'XL'].map((size) => ({ id: newId(), color: '黑', size }))
  const style = styleInput.parse({
    ...{ id: newId(), code: 'WAVE-1', name: '新大衣', category: '大衣', season: '26D' },
    launchedOn: today,
    prices: [{ fromDay: '2026-01-01', tagPrice: 399_000 }],
    skus,
  })
  await writeStyle(house.database, style, style.prices)
  wave = { style: style.id, skus: skus.map((k) => k.id) }
  for (const [i, units] of [30, 10, 20].entries())
    await house.database.query(
      `insert into sales_style_day (store_id, style, color, day, net, units) values ($1, 'QH26D-1107', '燕麦', $2, 299000, $3)`,
      [house.stores[i]!.id, addDays(today, -10), units],
    )
  for (const sku of wave.skus)
    await house.database.query(
      `insert into depot_stock (sku_id, told, told_at, by) values ($1, 20, '2026-01-01', $2)`,
      [sku, house.merchandiser],
    )
})
afterAll(() => house.database.close())

interface Wave {
  stores: { id: string }[]
  shades: { parts: { store: string; pieces: number[]; pace: number }[] }[]
}
const ask = (more: object = {}) =>
  house.as(house.merchandiser).see('waves.propose', {
    shades: [{ style: wave.style, color: '黑' }],
    weeks: 4,
    keep: 20,
    ...more,
  })

test('what lies in the warehouse is given to the stores that can receive it by what they sell; sent, it is not given twice', async () => {
  const ready = answerOf<{ shades: { code: string; stores: number }[] }>(
    await house.as(house.merchandiser).see('waves.ready', {}),
  )
  expect(ready.shades).toMatchObject([{ code: 'WAVE-1', stores: 0 }])
  const { shades, stores } = answerOf<Wave>(await ask())
  // The third store sells coats too, but keeps no stock book yet: nothing can be received there.
  expect(stores).toHaveLength(2)
  const [first, second] = [0, 1].map((i) => shades[0]!.parts.find((p) => p.store === house.stores[i]!.id)!)
  expect(first!.pace).toBeCloseTo(3 * second!.pace)
  expect(sumOf(first!.pieces)).toBeGreaterThan(sumOf(second!.pieces))
  const lines = wave.skus
    .map((sku, i) => ({ sku, quantity: first!.pieces[i]! }))
    .filter((l) => l.quantity > 0)
  const notices = [{ id: newId(), store: house.stores[0]!.id, lines }]
  answerOf(await house.as(house.merchandiser).do('stock.deliver', { dueOn: today, notices }))
  const again = answerOf<Wave>(await ask())
  expect(again.shades[0]!.parts.map((p) => p.store)).toEqual([house.stores[1]!.id])
})

test('only what the warehouse has is given out, only by merchandising', async () => {
  expect(whyOf(await ask({ shades: [{ style: house.style, color: '燕麦' }] }))).toBe('notInWarehouse')
  expect(whyOf(await ask({ keep: 95 }))).toBe('badShape')
  expect(whyOf(await house.as(house.chain.areaManagers[0]!).see('waves.ready', {}))).toBe('position')
})
