import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { addMonths, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents, type Money, zero } from '../../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { openToBuyInvariants } from './invariants.ts'
import { boardOf, monthsFrom, overBought, proposePlan, reckon, spanOf, total } from './rules.ts'
import type { Cell, PlanLine } from './shape.ts'

const month = '2026-11' as Month
const amount = fc.integer({ min: 0, max: 5_000_000 }).map(cents)
const line = fc.record({ sales: amount, markdowns: amount, closing: amount })
const plan = fc
  .array(line, { minLength: 1, maxLength: 12 })
  .map((lines) => lines.map((l, i) => ({ month: addMonths(month, i), ...l })))
const nothingSold = { net: zero, markdowns: zero }

test('what may be bought over the months is what is wanted at the end and sold between, less what is there and comes; over-bought is carried once', () => {
  fc.assert(
    fc.property(plan, amount, fc.array(amount, { minLength: 12, maxLength: 12 }), (lines, lying, coming) => {
      const cells = reckon(lying, lines, nothingSold, (m) => coming[monthsFrom(month, 12).indexOf(m)]!)
      for (const c of cells)
        expect(c.openToBuy).toBe(c.closing + c.sales + c.markdowns - c.opening - c.onOrder)
      const carried = cells.slice(0, -1).reduce((n, c) => n + overBought(c.openToBuy), 0)
      expect(spanOf(cells).openToBuy).toBe(cells.reduce((n, c) => n + c.openToBuy, 0) + carried)
    }),
  )
})

test('the more is on order the less may be bought, and what is bought too much this month is missing in the next', () => {
  fc.assert(
    fc.property(plan, amount, amount, amount, (lines, lying, coming, more) => {
      const with_ = (n: number) =>
        reckon(lying, lines, nothingSold, (m) => cents(m === month ? n : 0)).map((c) => c.openToBuy)
      const [less, full] = [with_(coming), with_(coming + more)]
      for (const [i, open] of full.entries()) expect(open).toBeLessThanOrEqual(less[i]!)
    }),
  )
})

test('a total is the sum of its cells, whatever lies there unplanned; that is over-bought', () => {
  const lines: PlanLine[] = ['大衣', '针织'].flatMap((category) =>
    monthsFrom(month, 3).map((m) => ({
      category,
      month: m,
      sales: cents(100),
      markdowns: cents(20),
      closing: cents(300),
    })),
  )
  const { months, rows } = boardOf(
    month,
    lines,
    [
      { category: '大衣', stores: cents(200), warehouse: cents(30) },
      { category: '鞋', stores: cents(70), warehouse: zero },
    ],
    [{ category: '大衣', month: addMonths(month, 1), amount: cents(50) }],
    [{ category: '大衣', month, net: cents(40), markdowns: cents(25) }],
  )
  expect(months).toEqual(monthsFrom(month, 3))
  const of = (category: string): readonly Cell[] => rows.find((r) => r.category === category)!.cells
  // 300 wanted, 60 still to be sold and none to be marked down, of 230 that lie there.
  expect(of('大衣')[0]).toMatchObject({ sales: 60, markdowns: 0, opening: 230, openToBuy: 130 })
  expect(of('大衣')[1]).toMatchObject({ opening: 300, onOrder: 50, openToBuy: 70 })
  expect(of('针织')[0]).toMatchObject({ opening: 0, openToBuy: 420 })
  expect(of('鞋').map((c) => c.openToBuy)).toEqual([-70, -70, -70])
  const all = total(rows.map((r) => r.cells[0]!))
  expect(all.openToBuy).toBe(130 + 420 - 70)
  expect(all.openToBuy).toBe(all.closing + all.sales + all.markdowns - all.opening - all.onOrder)
})

test('a draft splits each month’s target over the categories to the cent, and keeps stock for the months that follow', () => {
  const sold = fc.array(amount, { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(
      fc.array(sold, { minLength: 6, maxLength: 6 }),
      fc.array(amount, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 20 }),
      (months, wanted, cover) => {
        const categories = ['a', 'b', 'c']
        const past = months.flatMap((m, i) =>
          m.map((net, c) => ({
            category: categories[c]!,
            month: addMonths(month, i - 12),
            net,
            markdowns: cents(Math.floor(net / 3)),
          })),
        )
        const targets = new Map(wanted.map((w, i) => [addMonths(month, i), w]))
        const lines = proposePlan({ from: month, months: 4, growth: 0, cover, categories, targets, past })
        expect(lines).toHaveLength(12)
        const isKnown = past.some((p) => p.net > 0)
        for (const [m, target] of targets)
          expect(lines.filter((l) => l.month === m).reduce((n, l) => n + l.sales, 0)).toBe(
            isKnown ? target : 0,
          )
        for (const l of lines) expect(l.markdowns).toBeLessThanOrEqual(l.sales)
        if (cover === 10)
          for (const l of lines.filter((x) => x.month < addMonths(month, 3))) {
            const next = lines.find((x) => x.category === l.category && x.month === addMonths(l.month, 1))!
            expect(l.closing).toBe(next.sales + next.markdowns)
          }
      },
    ),
    { numRuns: 60 },
  )
})

let house: StockHouse
beforeAll(async () => {
  house = await stockHouse()
  await house.open(house.stores[0]!, 12)
  await house.open(house.stores[1]!, 8)
})
afterEach(async () => {
  const broken = await verify(house.database, openToBuyInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})
afterAll(() => house.database.close())

const from = monthOf(today)
const buyer = () => house.as(house.merchandiser)
const director = () => house.as(house.chain.director)
const lines = (sales = 20_000_000) =>
  monthsFrom(from, 3).map((m) => ({
    category: '大衣',
    month: m,
    sales,
    markdowns: 1_000_000,
    closing: 30_000_000,
  }))
const made = (more: object = {}) => ({
  id: newId(),
  basedOn: null as string | null,
  from,
  months: 3,
  words: null as string | null,
  lines: lines(),
  ...more,
})
interface Board {
  rows: { category: string; cells: Cell[] }[]
  lying: { category: string; stores: Money; warehouse: Money }[]
  plans: { id: string; state: string }[]
  came: { month: Month; planned: { sales: number }; sold: { sales: number } }[]
}
const board = async (): Promise<Board> => answerOf<Board>(await director().see('openToBuy.board', {}))

test('handed in by merchandising and approved by the director it says what may be bought, of what lies there and comes', async () => {
  expect((await board()).rows).toEqual([])
  const first = made()
  const why = async (input: object) => whyOf(await buyer().do('openToBuy.submit', input))
  expect(await why({ ...first, lines: first.lines.slice(1) })).toBe('lineMissing')
  expect(await why({ ...first, lines: [...first.lines, first.lines[0]] })).toBe('lineTwice')
  expect(await why({ ...first, from: addMonths(from, -1) })).toBe('fromPast')
  expect(await why({ ...first, basedOn: newId() })).toBe('changedMeanwhile')
  answerOf(await buyer().do('openToBuy.submit', first))
  expect((await board()).rows).toEqual([])
  expect(whyOf(await buyer().do('openToBuy.decide', { plan: first.id, approve: true }))).toBe('position')
  expect(whyOf(await director().do('openToBuy.decide', { plan: first.id, approve: false }))).toBe(
    'returnWhyMissing',
  )
  answerOf(await director().do('openToBuy.decide', { plan: first.id, approve: true }))
  expect(whyOf(await director().do('openToBuy.decide', { plan: first.id, approve: true }))).toBe(
    'decidedAlready',
  )
  // Two coats are on their way, due today; one is sold at its tag price.
  await house.deliver(house.stores[0]!, [[house.skus[0], 2]])
  await house.sellSku(house.stores[0]!, house.skus[1], 1)
  const seen = await board()
  const coats = seen.rows.find((r) => r.category === '大衣')!
  const there = (48 + 32 - 1) * 299_000
  expect(coats.cells[0]).toMatchObject({
    opening: there,
    onOrder: 2 * 299_000,
    sales: 20_000_000 - 299_000,
    openToBuy: 30_000_000 + 20_000_000 - 299_000 + 1_000_000 - there - 2 * 299_000,
  })
  expect(seen.came).toMatchObject([{ month: from, planned: { sales: 20_000_000 } }])
})

test('stock is valued as the stock board values it', async () => {
  const stock = answerOf<{ total: { value: number } }>(await director().see('stockBoard.board', {}))
  const { lying } = await board()
  expect(lying.reduce((n, l) => n + l.stores, 0)).toBe(stock.total.value)
})

test('a further version says why; until it is approved the one before holds, and of two the newer is decided', async () => {
  const latest = (await board()).plans[0]!.id
  expect(whyOf(await buyer().do('openToBuy.submit', made({ basedOn: latest, lines: lines(0) })))).toBe(
    'whyMissing',
  )
  const second = made({ basedOn: latest, lines: lines(25_000_000), words: '双十二加单' })
  answerOf(await buyer().do('openToBuy.submit', second))
  expect((await board()).rows[0]!.cells[1]!.sales).toBe(20_000_000)
  const third = made({ basedOn: second.id, lines: lines(24_000_000), words: '少加一点' })
  expect(whyOf(await buyer().do('openToBuy.submit', { ...third, basedOn: latest }))).toBe('changedMeanwhile')
  answerOf(await buyer().do('openToBuy.submit', third))
  expect(whyOf(await director().do('openToBuy.decide', { plan: second.id, approve: true }))).toBe('replaced')
  answerOf(await director().do('openToBuy.decide', { plan: third.id, approve: true }))
  expect((await board()).rows[0]!.cells[1]!.sales).toBe(24_000_000)
  expect((await board()).plans.map((p) => p.state)).toEqual(['approved', 'replaced', 'approved'])
  expect(whyOf(await house.as(house.stores[0]!.manager).see('openToBuy.board', {}))).toBe('position')
})

test('a draft rests on what was sold a year ago', async () => {
  const seen = answerOf<{ lines: PlanLine[]; latest: string | null }>(
    await buyer().see('openToBuy.propose', { from, months: 2, growth: 10, cover: 20 }),
  )
  expect(seen.lines.length).toBeGreaterThan(0)
  expect(seen.latest).toBe((await board()).plans[0]!.id)
})
