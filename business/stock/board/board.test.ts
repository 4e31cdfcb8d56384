import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../platform/database/verify.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { answerOf, whyOf } from '../../../tests/door.ts'
import { isBroken } from '../../goods/rules.ts'
import { now } from '../../sales/boards/chain-for-tests.ts'
import { salesInvariants } from '../../sales/invariants.ts'
import { type StockHouse, stockHouse } from '../house-for-tests.ts'
import { stockReportInvariants } from '../stock-reports/invariants.ts'
import { assemble, bestOf, slowOf } from './assemble.ts'
import { factsOf, paceOf, sellThroughRate, weeksOfSupply } from './rules.ts'
import type { Shade, ShadeIn, StockFacts } from './shape.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
})
afterAll(() => h.house.close())

interface Seen {
  total: StockFacts
  stores: { id: string; facts: StockFacts }[]
  best: { code: string; run: number[]; facts: StockFacts }[]
  slow: unknown[]
}
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('what came is what is there, sold and lost; a transfer between two stores is nothing that came to both', async () => {
  const [first, second] = [h.stores[0], h.stores[1]!]
  await h.open(first, 10)
  await h.open(second, 5)
  const [s, m] = h.skus
  // Of 40 coats eight are sold the next day, one is torn, two go to the other store.
  for (const sku of [s, m]) await h.sellSku(first, sku, 4, later(1))
  const at = (person: string, days: number) => h.as(person, { now: later(days) })
  answerOf(
    await at(first.manager, 1).do('stock.note', {
      id: newId(),
      store: first.id,
      sku: s,
      kind: 'damage',
      quantity: 1,
      why: 'torn',
    }),
  )
  const transfer = newId()
  const on = { store: first.id, transfer }
  answerOf(
    await at(first.manager, 1).do('stock.propose', {
      id: transfer,
      store: first.id,
      to: second.id,
      why: 'sellsBetter',
      lines: [{ sku: m, asked: 2 }],
    }),
  )
  answerOf(await at(h.merchandiser, 1).do('stock.decide', { ...on, approve: true }))
  answerOf(await at(first.manager, 1).do('stock.pick', { ...on, lines: [{ sku: m, picked: 2 }] }))
  answerOf(await at(first.manager, 1).do('stock.ship', { ...on, dueOn: '2026-11-25' }))
  answerOf(await h.receive(second, transfer, { lines: [{ sku: m, arrived: 2 }] }, later(1)))

  const seen = answerOf<Seen>(await at(h.chain.areaManagers[0], 2).see('stockBoard.board'))
  expect(seen.total).toMatchObject({
    onHand: 51,
    sold: 8,
    received: 60,
    soldLately: 8,
    inStock: 2,
    active: 1,
    present: 2,
    broken: 0,
  })
  expect(sellThroughRate(seen.total)).toBeCloseTo(8 / 60)
  const own = answerOf<Seen>(await at(first.manager, 2).see('stockBoard.board', { store: first.id }))
  expect(own.total).toMatchObject({ onHand: 29, sold: 8, received: 38 })
  expect(own.best).toMatchObject([{ run: [5, 4, 10, 10], facts: { soldLately: 8 } }])
  expect(seen.stores.map((x) => x.facts.onHand).reduce((a, b) => a + b)).toBe(51)
  expect(whyOf(await at(first.manager, 2).see('stockBoard.board', { store: second.id }))).toBeDefined()
  expect(whyOf(await at(first.associates[0], 2).see('stockBoard.board', { store: first.id }))).toBeDefined()
})

interface Reported {
  areas: {
    report: { id: string; state: string; version: number; figures: { total: StockFacts } } | null
  }[]
}
test('a submitted report keeps the figures that stood; asked back a new version answers, confirmed it changes no more', async () => {
  const [manager] = h.chain.areaManagers
  const [area] = h.chain.areas
  const at = (person: string, days: number) => h.as(person, { now: later(days) })
  const report = (n: number) => ({
    id: newId(),
    area,
    kind: 'week',
    basedOn: n,
    words: '大衣只够卖两周，先补主码',
  })
  expect(whyOf(await at(manager, 2).do('stockReports.submit', { ...report(0), words: '好' }))).toBe(
    'badShape',
  )
  const first = report(0)
  answerOf(await at(manager, 2).do('stockReports.submit', first))
  answerOf(await at(manager, 2).do('stockReports.submit', first))
  await h.sellSku(h.stores[0], h.skus[2], 3, later(3))
  const all = async () =>
    answerOf<Reported>(await at(h.chain.director, 3).see('stockReports.all', { kind: 'week' })).areas.flatMap(
      (a) => a.report ?? [],
    )
  expect(await all()).toMatchObject([
    { id: first.id, state: 'submitted', figures: { total: { onHand: 51 } } },
  ])
  const on = { area, report: first.id }
  answerOf(await at(h.chain.director, 3).do('stockReports.askBack', { ...on, words: '补哪几家店' }))
  expect(whyOf(await at(h.chain.areaManagers[1], 3).do('stockReports.submit', report(1)))).toBeDefined()
  expect(whyOf(await at(manager, 3).do('stockReports.submit', report(0)))).toBe('changedMeanwhile')
  const second = report(1)
  answerOf(await at(manager, 3).do('stockReports.submit', second))
  expect(whyOf(await at(h.chain.director, 3).do('stockReports.confirm', on))).toBe('superseded')
  answerOf(await at(h.chain.director, 3).do('stockReports.confirm', { area, report: second.id }))
  expect(await all()).toMatchObject([{ state: 'confirmed', version: 2, figures: { total: { onHand: 48 } } }])
  expect(whyOf(await at(manager, 3).do('stockReports.submit', report(2)))).toBe('confirmedAlready')
  const broken = await verify(h.database, [...stockReportInvariants, ...salesInvariants])
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

test('goods are broken on the board as on the goods page; a size sold below nought does not hide the pieces of another', () => {
  const facts = (run: number[]) =>
    factsOf(
      row({ run, onHand: run.reduce((a, b) => a + b, 0) }),
      { launchedOn: '2026-09-01' as Day, tagPrice: null },
      today,
    )
  for (const run of [[1, 1, 0, 1, 1, 1, 0], [1, 0, 1, 1], [0, 1, 1, 0], [0, 0, 0], [2]])
    expect(facts(run).broken).toBe(isBroken(run) ? 1 : 0)
  expect(facts([1, -1, 0, 0])).toMatchObject({ onHand: 0, inStock: 1, present: 1, broken: 1 })
})

test('a chain too large to be reckoned at once offers its areas, and one of them is shown', async () => {
  await h.database.query(
    `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on)
     select gen_random_uuid(), 'Z' || n, '远店' || n, '', '', 'street', 'Asia/Shanghai', '2026-01-01' from generate_series(1, 300) n`,
  )
  const director = h.as(h.chain.director, { now: later(4) })
  const of = async (input: object) =>
    answerOf<Seen & { isTooMany: boolean; areas: { id: string }[] }>(
      await director.see('stockBoard.board', input),
    )
  const seen = await of({})
  expect(seen).toMatchObject({ isTooMany: true, stores: [], total: { onHand: 0 } })
  expect(seen.areas.map((a) => a.id)).toContain(h.chain.areas[0])
  expect(whyOf(await director.see('stockBoard.board', { isFull: true }))).toBe('tooManyStores')
  const one = await of({ area: h.chain.areas[0] })
  expect(one).toMatchObject({ isTooMany: false, total: { onHand: 48 } })
})

const today = '2026-11-23' as Day
const row = (part: Partial<ShadeIn>): ShadeIn => ({
  store: 'a',
  style: 's',
  color: '黑',
  onHand: 0,
  run: [0, 0, 0],
  sold: 0,
  byWeek: [0, 0, 0, 0],
  corrected: 0,
  atStart: [0, 0, 0, 0],
  ...part,
})
test('weeks without anything to sell are left out of the pace, and so are those before the launch', () => {
  const old = '2026-01-01' as Day
  // Came this week: only that one counts.
  expect(paceOf(row({ onHand: 2, byWeek: [6, 0, 0, 0], atStart: [0, 0, 0, 0] }), old, today)).toBe(6)
  // Sold out three weeks ago: one week of selling.
  expect(paceOf(row({ byWeek: [0, 0, 0, 5], atStart: [0, 0, 0, 5] }), old, today)).toBe(5)
  // There all the time, sold twice.
  expect(paceOf(row({ onHand: 4, byWeek: [1, 0, 1, 0], atStart: [5, 5, 6, 6] }), old, today)).toBe(0.5)
  // Before the book nobody knows: those weeks count, from the launch on.
  expect(paceOf(row({ onHand: 4, byWeek: [1, 1, 0, 0], atStart: [5, null, null, null] }), old, today)).toBe(
    0.5,
  )
  expect(
    paceOf(
      row({ onHand: 4, byWeek: [1, 1, 0, 0], atStart: [5, null, null, null] }),
      '2026-11-12' as Day,
      today,
    ),
  ).toBe(1)
  expect(weeksOfSupply({ onHand: 4, pace: 0 } as StockFacts)).toBeUndefined()
})

test('every cut of the same goods comes to the same total, and nothing is both a best and a slow seller by accident', () => {
  const shade = (style: string, n: number): Shade => ({
    style,
    code: style,
    name: style,
    nameEn: null,
    category: ['大衣', '针织'][n % 2]!,
    season: ['26C', '26D', '25D'][n % 3]!,
    launchedOn: (['2026-11-01', '2026-08-01', '2025-11-01'] as const)[n % 3] as Day,
    picture: null,
    tagPrice: 10_000 as Money,
    color: '黑',
    colorEn: null,
    swatch: '#000',
    sizes: ['S', 'M', 'L'],
  })
  const goods = ['a', 'b', 'c', 'd'].map(shade)
  const pieces = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 3, maxLength: 3 })
  const rows = fc.uniqueArray(
    fc.record({
      store: fc.constantFrom('x', 'y', 'z'),
      style: fc.constantFrom('a', 'b', 'c', 'd'),
      run: pieces,
      sold: fc.integer({ min: 0, max: 30 }),
    }),
    { selector: (r) => `${r.store} ${r.style}`, maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, (made) => {
      const all = made.map((r) =>
        row({ ...r, onHand: r.run.reduce((a, b) => a + b, 0), byWeek: [r.sold, 0, 0, 0] }),
      )
      const of = assemble(all, goods, today)
      for (const cut of [
        [...of.byStore.values()],
        of.byCategory.map((c) => c.facts),
        of.bySeason.map((c) => c.facts),
        of.byAge.map((c) => c.facts),
        of.shades.map((c) => c.facts),
      ])
        for (const key of [
          'onHand',
          'value',
          'sold',
          'received',
          'soldLately',
          'inStock',
          'active',
          'present',
          'broken',
        ] as const)
          expect(cut.reduce((sum, f) => sum + f[key], 0)).toBe(of.total[key])
      expect(bestOf(of, 12).every((s) => s.facts.soldLately > 0)).toBe(true)
      expect(slowOf(of, today, 12).every((s) => s.facts.onHand > 16 * s.facts.pace)).toBe(true)
    }),
    { numRuns: 60 },
  )
})
