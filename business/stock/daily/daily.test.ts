import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { styleInput } from '../../goods/shape.ts'
import { writeStyle } from '../../goods/tables.ts'
import { today } from '../../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { dailyInvariants } from './invariants.ts'
import { booksWhile } from './rules.ts'
import { countInOrder } from './tables.ts'

let h: StockHouse
let scarf: string
const at = (clock: string) => new Date(`${today}T${clock}:00+08:00`)
const store = () => h.stores[0]
const girl = (clock: string) => h.as(store().associates[0], { now: at(clock) })
const boss = (clock: string) => h.as(store().manager, { now: at(clock) })
const head = (clock: string) => h.as(h.chain.areaManagers[0], { now: at(clock) })

beforeAll(async () => {
  h = await stockHouse()
  scarf = newId()
  const style = styleInput.parse({
    id: newId(),
    code: 'QH26D-9001',
    name: '羊绒围巾',
    category: '配饰',
    season: '26D',
    launchedOn: '2026-09-01',
    prices: [{ fromDay: '2026-01-01', tagPrice: 59_000 }],
    skus: [{ id: scarf, color: '燕麦', size: '均码', barcode: '6970009' }],
  })
  await writeStyle(h.database, style, style.prices)
  const lines = [...h.skus, scarf].map((sku) => ({ sku, quantity: 10 }))
  answerOf(await boss('15:30').do('stock.open', { id: newId(), store: store().id, day: today, lines }))
})
afterAll(() => h.house.close())
afterEach(async () => {
  expect((await verify(h.database, dailyInvariants)).filter((b) => b.count > 0)).toEqual([])
})

const row = (category: string, shelf: number, back: number, from: string, to: string) => ({
  category,
  shelf,
  back,
  begunAt: at(from).toISOString(),
  at: at(to).toISOString(),
})
interface Counted {
  isSettled: boolean
  rows: { category: string; agrees: boolean; again: boolean }[]
}
const count = (clock: string, ...rows: object[]) =>
  girl(clock).do('dailyCounts.count', { id: newId(), store: store().id, rows })
interface Seen {
  state: string
  categories: {
    category: string
    count: { off: number | null; expected: number | null } | null
    known: object | null
  }[]
}
const seen = async (who: typeof girl, clock: string) =>
  answerOf<Seen>(await who(clock).see('dailyCounts.ofDay', { store: store().id }))
const one = (of: Seen, category: string) => of.categories.find((c) => c.category === category)!

test('pieces are counted around closing, not at noon, and only of what there is', async () => {
  expect(whyOf(await count('20:00', row('大衣', 40, 0, '19:50', '20:00')))).toBe('tooEarly')
  expect((await seen(girl, '20:00')).state).toBe('notYet')
  expect(whyOf(await count('21:00', row('鞋', 1, 0, '20:50', '21:00')))).toBe('categoryUnknown')
  const twice = [row('大衣', 1, 0, '20:50', '21:00'), row('大衣', 2, 0, '20:50', '21:00')]
  expect(whyOf(await count('21:00', ...twice))).toBe('categoryTwice')
})

test('a coat sold while coats are counted is allowed for, whether or not she had counted it', async () => {
  await h.sellSku(store(), h.skus[0], 1, at('21:05'))
  for (const shelf of [30, 29]) {
    const answer = answerOf<Counted>(await count('21:12', row('大衣', shelf, 10, '21:00', '21:10')))
    expect(answer.rows).toEqual([{ category: '大衣', agrees: true, again: false }])
    expect(answer.isSettled).toBe(false)
  }
  expect(answerOf<Counted>(await count('21:13', row('大衣', 28, 10, '21:00', '21:10'))).rows[0]!.agrees).toBe(
    false,
  )
  // Counted after the sale, only what is left agrees.
  expect(answerOf<Counted>(await count('21:20', row('大衣', 29, 10, '21:12', '21:18'))).rows[0]!.agrees).toBe(
    true,
  )
})

test('a first count is blind in the store, the area manager sees by how much it differs', async () => {
  const first = answerOf<Counted>(await count('21:30', row('配饰', 8, 0, '21:20', '21:29')))
  expect(first.rows).toEqual([{ category: '配饰', agrees: false, again: true }])
  for (const who of [girl, boss])
    expect(one(await seen(who, '21:31'), '配饰').count).toMatchObject({ off: null, expected: null })
  expect(one(await seen(head, '21:31'), '配饰').count).toMatchObject({ off: -2, expected: 10 })
  const why = { id: newId(), store: store().id, categories: ['配饰'], reason: 'stolen' }
  expect(whyOf(await girl('21:31').do('dailyCounts.explain', why))).toBe('countAgain')
})

test('counted twice it is explained and the evening is settled; counted anew it is open again', async () => {
  const again = answerOf<Counted>(await count('21:40', row('配饰', 9, 0, '21:32', '21:38')))
  expect(again).toMatchObject({ isSettled: false, rows: [{ agrees: false, again: false }] })
  expect(one(await seen(girl, '21:41'), '配饰').count).toMatchObject({ off: -1, expected: 10 })
  const why = { id: newId(), store: store().id, categories: ['配饰'], reason: 'unknown' }
  expect(whyOf(await boss('21:42').do('dailyCounts.explain', why))).toBe('sayMore')
  expect(
    whyOf(await boss('21:42').do('dailyCounts.explain', { ...why, categories: ['大衣'], reason: 'stolen' })),
  ).toBe('noDifference')
  const said = { ...why, words: '监控看到一位客人试戴没放回' }
  expect(answerOf(await boss('21:42').do('dailyCounts.explain', said))).toMatchObject({ isSettled: true })
  expect((await seen(girl, '21:43')).state).toBe('done')
  const board = answerOf<{
    stores: { id: string; state: string; evening: { short: number } }[]
    lines: { off: number }[]
  }>(await head('21:50').see('dailyCounts.area'))
  expect(board.stores.find((s) => s.id === store().id)).toMatchObject({
    state: 'done',
    evening: { short: -1, pieces: 48 },
  })
  expect(board.lines).toMatchObject([{ category: '配饰', off: -1, reason: 'unknown' }])
  expect(answerOf<Counted>(await count('21:55', row('配饰', 7, 0, '21:50', '21:54'))).isSettled).toBe(false)
  expect(answerOf<Counted>(await count('21:59', row('配饰', 10, 0, '21:56', '21:58'))).isSettled).toBe(true)
})

test('sent twice over a bad network a count is one count', async () => {
  const sent = { id: newId(), store: store().id, rows: [row('配饰', 10, 0, '22:00', '22:01')] }
  for (let i = 0; i < 2; i++) answerOf(await girl('22:02').do('dailyCounts.count', sent))
  const [n] = await h.database.query<{ n: number }>(
    'select count(*)::int as n from daily_count where id = $1',
    [sent.id],
  )
  expect(n).toEqual({ n: 1 })
})

test('a store whose books hold nothing has nothing to count: its closing waits for no count', async () => {
  const empty = h.stores[1]!
  const [sku] = h.skus
  const lines = [{ sku, quantity: 1 }]
  answerOf(
    await h
      .as(empty.manager, { now: at('21:30') })
      .do('stock.open', { id: newId(), store: empty.id, day: today, lines }),
  )
  expect(await countInOrder(h.database, empty.id, today)).toBe(false)
  await h.sellSku(empty, sku, 1, at('21:45'))
  expect(await countInOrder(h.database, empty.id, today)).toBe(true)
})

test('whatever was or was not counted of the pieces that moved meanwhile, the figure agrees', () => {
  const move = fc.record({
    minute: fc.integer({ min: 0, max: 40 }),
    quantity: fc.integer({ min: -3, max: 3 }),
    wasSeen: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 99 }), fc.array(move, { maxLength: 8 }), (atStart, moves) => {
      const clock = (minute: number) => new Date(at('21:00').getTime() + minute * 60_000)
      const onHand = atStart + moves.reduce((sum, m) => sum + m.quantity, 0)
      const span = { begunAt: clock(10), at: clock(20) }
      const { low, high, expected } = booksWhile(
        onHand,
        moves.map((m) => ({ at: clock(m.minute).toISOString(), quantity: m.quantity })),
        span,
      )
      let counted = atStart
      for (const m of moves) {
        if (m.minute <= 10) counted += m.quantity
        // What left was counted if she saw it before; what came, if she saw it after.
        else if (m.minute <= 20 && (m.quantity > 0 ? m.wasSeen : !m.wasSeen)) counted += m.quantity
      }
      expect(counted).toBeGreaterThanOrEqual(low)
      expect(counted).toBeLessThanOrEqual(high)
      if (!moves.some((m) => m.minute > 10 && m.minute <= 20))
        expect([low, high]).toEqual([expected, expected])
    }),
    { numRuns: 200 },
  )
})
