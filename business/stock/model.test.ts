import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf } from '../../tests/door.ts'
import { styleInput } from '../goods/shape.ts'
import { writeStyle } from '../goods/tables.ts'
import { now, today } from '../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from './house-for-tests.ts'
import { stockInvariants } from './invariants.ts'
import { DoorBooks } from './model-door-for-tests.ts'
import { commands, compare, type Drawn, play } from './model-for-tests.ts'
import { RuleBooks } from './model-rules-for-tests.ts'
import { Shelf } from './shelf-for-tests.ts'

const [stores, skus, each] = [3, 2, 6]
const drawn = fc.tuple(fc.nat(commands - 1), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
const sequences = fc.array(drawn, { minLength: 60, maxLength: 80, size: 'max' })

test('two thousand histories of sixty and more acts: the books say what lies there, less what nobody has seen go', async () => {
  const done = new Set<number>()
  let acts = 0
  await fc.assert(
    fc.asyncProperty(sequences, async (all) => {
      const [shelf, books] = [new Shelf(stores, skus, each), new RuleBooks(stores, skus, each)]
      for (const one of all) {
        books.step++
        await play(shelf, books, one)
        await compare(shelf, books)
        done.add(one[0])
        acts++
      }
    }),
    { numRuns: 2_000 },
  )
  expect(acts).toBeGreaterThanOrEqual(120_000)
  expect(done.size).toBe(commands)
})

/** `JINGWEI_HISTORIES=2000 npx vitest run business/stock/model.test.ts` plays so many through the door; 2,000 take an hour or two. */
const throughTheDoor = Number(process.env.JINGWEI_HISTORIES ?? 10)

test(
  'the same through the door with a real database: after every act books, movements and shipments agree with the shelf',
  async () => {
    const h = await stockHouse()
    const clock = { at: now.getTime() }
    const histories: Drawn[][] = []
    fc.assert(
      fc.property(sequences, (all) => void histories.push(all.slice(0, 60))),
      { numRuns: throughTheDoor },
    )
    const goods = await Promise.all(histories.map((_, i) => newGoods(h, i)))
    for (let s = 0; s < stores; s++) {
      const lines = goods.flat().map((sku) => ({ sku, quantity: each }))
      const open = { id: newId(), store: h.stores[s]!.id, day: today, lines }
      answerOf(await h.as(h.stores[s]!.manager).do('stock.open', open))
    }
    for (const [i, all] of histories.entries()) {
      const [shelf, books] = [new Shelf(stores, skus, each), new DoorBooks(h, clock, goods[i]!)]
      for (const one of all) {
        books.tick()
        await play(shelf, books, one)
        await compare(shelf, books)
      }
    }
    expect(histories).toHaveLength(throughTheDoor)
    expect((await verify(h.database, stockInvariants)).filter((b) => b.count > 0)).toEqual([])
    await h.house.close()
  },
  60_000 + throughTheDoor * 20_000,
)

async function newGoods(h: StockHouse, n: number): Promise<string[]> {
  const pieces = ['S', 'M'].map((size) => ({ id: newId(), color: '黑', size }))
  const prices = [{ fromDay: '2026-01-01', tagPrice: 100 }]
  const style = {
    id: newId(),
    code: `MODEL-${n}`,
    name: '样',
    category: '大衣',
    season: '26D',
    launchedOn: '2026-09-01',
    prices,
    skus: pieces,
  }
  const parsed = styleInput.parse(style)
  await writeStyle(h.database, parsed, parsed.prices)
  return pieces.map((p) => p.id)
}
