import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../../platform/kinds/day.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from '../../../tests/door.ts'
import { makeChain, now, type TestChain, today } from './chain-for-tests.ts'
import type { ScopeProgress, StoreProgress } from './shape.ts'
import type { HourRow, PersonProgress } from './store-rules.ts'

let at: TestDoor
let chain: TestChain
beforeAll(async () => {
  at = await testDoor(now)
  chain = await makeChain(at.database)
})
afterAll(() => at.house.close())

interface Board {
  total: ScopeProgress
  gap: { gap: number; parts: { amount: number }[] } | null
  areas: { id: string; progress: ScopeProgress }[]
  stores: StoreProgress[]
  help: { store: string; winBack: number; lack: number; cause: { factor: string; amount: number } | null }[]
}
interface StoreBoard {
  progress: StoreProgress
  hours: HourRow[]
  people: PersonProgress[]
  gap: {
    gap: number
    target: number
    actual: number
    until: number | null
    basis: string
    parts: { factor: string; amount: number }[]
  } | null
  monthGap: { gap: number; target: number; actual: number; parts: { amount: number }[] } | null
}
const board = async (input: object = {}, who = chain.director, moment = now) =>
  answerOf<Board>(await at.as(who, { now: moment }).see('boards.progress', input))
const storeBoard = async (store: string, input: object = {}, moment = now) =>
  answerOf<StoreBoard>(await at.as(chain.director, { now: moment }).see('boards.store', { store, ...input }))
const total = (all: readonly { amount: number }[]): number => all.reduce((sum, p) => sum + p.amount, 0)
const ticketSum = async (where: string, parameters: readonly unknown[]): Promise<number> =>
  (
    await at.database.query<{ net: number }>(
      `select coalesce(sum(net), 0)::int8 as net from ticket where ${where}`,
      parameters,
    )
  )[0]!.net

test('the board says what the tickets sum to: the day, the month, every store and area', async () => {
  const { total: all, stores, areas } = await board()
  expect(all.day.net).toBe(await ticketSum('day = $1', [today]))
  expect(all.month.figures.net).toBe(await ticketSum('day between $1 and $2', ['2026-11-01', today]))
  for (const s of stores)
    expect(s.day.net).toBe(await ticketSum('store_id = $1 and day = $2', [s.store, today]))
  expect(areas.reduce((sum, a) => sum + a.progress.month.figures.net, 0)).toBe(all.month.figures.net)
  expect(all.month.forecast!.expected).toBe(
    stores.reduce((sum, s) => sum + (s.month.forecast?.expected ?? 0), 0),
  )
})

test('director, area manager and store manager read the same figures of a store', async () => {
  const store = chain.stores[0]
  const ofCompany = (await board()).stores.find((s) => s.store === store.id)
  const ofArea = (await board({ area: chain.areas[0] }, chain.areaManagers[0])).stores.find(
    (s) => s.store === store.id,
  )
  const own = answerOf<StoreBoard>(await at.as(store.manager).see('boards.store', { store: store.id }))
  expect(ofArea).toEqual(ofCompany)
  expect(own.progress).toEqual(ofCompany)
})

test('figures stay the same when one store has closed its day and another has not', async () => {
  const [first, second] = chain.stores
  await at.database.query('update sales_store_day set closed = true where store_id = $1 and day = $2', [
    first.id,
    today,
  ])
  const seen = await board()
  for (const store of [first, second]) {
    expect((await storeBoard(store.id)).progress).toEqual(seen.stores.find((s) => s.store === store.id))
  }
  expect(seen.stores.find((s) => s.store === first.id)!.clock.state).toBe('over')
  expect(seen.stores.find((s) => s.store === second.id)!.clock.state).toBe('running')
  await at.database.query('update sales_store_day set closed = false where store_id = $1 and day = $2', [
    first.id,
    today,
  ])
})

test('nobody sees beyond his own part of the chain', async () => {
  const own = await board({}, chain.areaManagers[1])
  expect(own.stores.map((s) => s.code).sort()).toEqual(['S01', 'S02'])
  expect(whyOf(await at.as(chain.areaManagers[1]).see('boards.progress', { area: chain.areas[0] }))).toBe(
    'scope',
  )
  expect(whyOf(await at.as(chain.areaManagers[1]).see('boards.store', { store: chain.stores[0].id }))).toBe(
    'scope',
  )
  expect(whyOf(await at.as(chain.stores[0].manager).see('boards.store', { store: chain.stores[1].id }))).toBe(
    'scope',
  )
  expect(whyOf(await at.as(chain.stores[0].manager).see('boards.progress', {}))).toBe('position')
  expect(
    whyOf(await at.as(chain.stores[0].associates[0]).see('boards.store', { store: chain.stores[0].id })),
  ).toBe('position')
  expect((await board({}, chain.finance)).total.stores).toBe(4)
})

test('the gap of a day that is over and of the month so far are split to the cent', async () => {
  const day = addDays(today, -1)
  const seen = await storeBoard(chain.stores[0].id, { day })
  const sold = await ticketSum('store_id = $1 and day = $2', [chain.stores[0].id, day])
  expect(seen.gap!.until).toBeNull()
  expect(seen.gap!.basis).toBe('traffic')
  expect(total(seen.gap!.parts)).toBe(sold - seen.progress.target!)
  const month = await ticketSum('store_id = $1 and day between $2 and $3', [
    chain.stores[0].id,
    '2026-11-01',
    day,
  ])
  expect(seen.monthGap!.actual).toBe(month)
  expect(total(seen.monthGap!.parts)).toBe(month - seen.monthGap!.target)
})

test('while the day runs the gap stops at a full hour on both sides', async () => {
  const { gap, progress, hours } = await storeBoard(chain.stores[0].id)
  expect(gap!.until).toBeLessThanOrEqual(15)
  expect(gap!.target).toBe(hours.filter((h) => h.hour < gap!.until!).reduce((sum, h) => sum + h.target!, 0))
  expect(gap!.target).toBeLessThan(progress.target!)
  expect(total(gap!.parts)).toBe(gap!.actual - gap!.target)
  expect(hours.reduce((sum, h) => sum + h.target!, 0)).toBe(progress.target)
})

test('without traffic three factors remain, and conversion has no value', async () => {
  const store = chain.stores[2]
  await at.database.query('update sales_store_day set traffic = 0 where store_id = $1 and day = $2', [
    store.id,
    addDays(today, -2),
  ])
  const seen = await storeBoard(store.id, { day: addDays(today, -2) })
  expect(seen.progress.day.conversionRate).toBeNull()
  expect(seen.gap!.parts.map((p) => p.factor)).toEqual([
    'saleTickets',
    'unitsPerTransaction',
    'averageUnitRetail',
  ])
  expect(total(seen.gap!.parts)).toBe(seen.gap!.actual - seen.gap!.target)
})

test('pace follows the weights of the target’s own days', async () => {
  const day = addDays(today, -1)
  const { month } = (await storeBoard(chain.stores[0].id, { day })).progress
  const [due] = await at.database.query<{ share: number }>(
    'select (sum(amount) / max(month_total))::float8 as share from store_day_target where store_id = $1 and day between $2 and $3',
    [chain.stores[0].id, '2026-11-01', day],
  )
  expect(month.elapsedShare).toBeCloseTo(due!.share, 9)
  expect(month.pace).toBeCloseTo(month.achievedShare! / due!.share, 9)
})

test('a store without a target has no rate and no rank by it; it is not at nought', async () => {
  const { stores, total: all } = await board()
  const bare = stores.find((s) => s.code === 'S02')!
  expect([bare.target, bare.achieved, bare.month.pace, bare.month.forecast]).toEqual([null, null, null, null])
  expect(stores.at(-1)!.code).toBe('S02')
  expect([all.stores, all.withTarget]).toEqual([4, 3])
  const aimed = stores.filter((s) => s.target !== null)
  expect(all.achieved).toBeCloseTo(
    aimed.reduce((sum, s) => sum + s.day.net, 0) / aimed.reduce((sum, s) => sum + s.target!, 0),
    9,
  )
})

test('a year ago is named by its alignment, and a store that opened since is left out with the reason', async () => {
  const { stores, total: all } = await board()
  const years = stores.find((s) => s.code === 'E01')!.years
  expect(years.map((y) => [y.alignment, y.by])).toEqual([
    ['calendar', 'calendar'],
    ['weekday', 'weekday'],
    ['lunarFestival', 'weekday'],
  ])
  expect(years[0]!.lastYear).toBe(
    await ticketSum('store_id = $1 and day between $2 and $3', [
      chain.stores[0].id,
      '2025-11-01',
      '2025-11-22',
    ]),
  )
  expect(years[1]!.lastYear).toBe(
    await ticketSum('store_id = $1 and day between $2 and $3', [
      chain.stores[0].id,
      '2025-11-02',
      '2025-11-23',
    ]),
  )
  const young = stores.find((s) => s.code === 'S02')!.years[0]!
  expect(young.leftOut!.facts).toEqual({ day: '2026-08-01' })
  expect(all.years[0]!.stores).toBe(3)
})

test('first help goes where most can be won back, with the factor that pulls down most', async () => {
  const { help, stores } = await board()
  expect(help.map((h) => h.winBack)).toEqual(help.map((h) => h.winBack).sort((a, b) => b - a))
  for (const h of help) {
    const store = stores.find((s) => s.store === h.store)!
    expect(h.winBack).toBeLessThanOrEqual(h.lack)
    const lowest = Math.min(...store.gap!.parts.map((p) => p.amount))
    if (h.cause) expect(h.cause.amount).toBe(lowest)
  }
})

test('an associate sees what is missing to the target and to the next rank', async () => {
  const [me] = chain.stores[0].associates
  const own = answerOf<{
    net: number
    target: number
    missing: { amount: number; pieces: number }
    averageUnitRetail: number
    calendar: { day: string; net: number }[]
    monthNet: number
    standing: { month: { rank: number; of: number; toNext: { amount: number; pieces: number } | null } }
  }>(await at.as(me).see('boards.mine', {}))
  expect(own.net).toBe(
    await ticketSum('store_id = $1 and day = $2 and made_by = $3', [chain.stores[0].id, today, me]),
  )
  expect(own.missing.amount).toBe(Math.max(0, own.target - own.net))
  expect(own.missing.pieces).toBe(Math.ceil(own.missing.amount / own.averageUnitRetail))
  expect(own.monthNet).toBe(own.calendar.reduce((sum, d) => sum + d.net, 0))
  const [other] = await at.database.query<{ net: number }>(
    'select sum(net)::int8 as net from ticket where store_id = $1 and made_by = $2 and day between $3 and $4',
    [chain.stores[0].id, chain.stores[0].associates[1], '2026-11-01', today],
  )
  expect(own.standing.month.rank).toBe(own.monthNet >= other!.net ? 1 : 2)
  expect(own.standing.month.toNext?.amount ?? 0).toBe(
    own.monthNet >= other!.net ? 0 : other!.net - own.monthNet + 1,
  )
})

test('every figure explains itself with the same value, and its rows sum to its numerator', async () => {
  for (const day of [addDays(today, -1), today]) {
    const { total: all } = await board({ day })
    const span = { from: day, to: day }
    for (const metric of [
      'netSales',
      'saleTickets',
      'netUnits',
      'conversionRate',
      'unitsPerTransaction',
      'averageUnitRetail',
      'achievementRate',
    ] as const) {
      const explained = answerOf<{
        explanation: { value: number; numerator: { value: number } }
        rows: { numerator?: number }[]
      }>(await at.as(chain.director).see('boards.explain', { metric, ...span }))
      const shown = {
        netSales: all.day.net,
        saleTickets: all.day.saleTickets,
        netUnits: all.day.units,
        conversionRate: all.day.conversionRate,
        unitsPerTransaction: all.day.unitsPerTransaction,
        averageUnitRetail: all.day.averageUnitRetail,
        achievementRate: all.achieved,
      }[metric]
      expect(explained.explanation.value, metric).toBe(shown)
      if (metric !== 'achievementRate') {
        expect(
          explained.rows.reduce((sum, r) => sum + (r.numerator ?? 0), 0),
          metric,
        ).toBe(explained.explanation.numerator.value)
      }
    }
  }
  const refused = await at
    .as(chain.director)
    .see('boards.explain', { metric: 'netSales', from: today, to: addDays(today, -1) })
  expect(whyOf(refused)).toBe('fromAfterTo')
})

test('pace explains itself by the target’s own day weights', async () => {
  const { total: all } = await board()
  const { explanation } = answerOf<{ explanation: { value: number } }>(
    await at.as(chain.director).see('boards.explain', { metric: 'pace', from: '2026-11-01', to: today }),
  )
  expect(explanation.value).toBeCloseTo(all.month.pace!, 4)
})

test('the sheet of the board carries every store and its total', async () => {
  const seen = await board()
  const sheet = (
    at.house.door.operations['boards.progress'] as unknown as {
      sheet: (b: unknown, l: 'zh' | 'en') => { rows: unknown[][]; totals: unknown[] }
    }
  ).sheet(seen, 'zh')
  expect(sheet.rows).toHaveLength(4)
  expect(sheet.totals[3]).toBe(seen.total.day.net)
  expect(sheet.rows.reduce((sum, row) => sum + (row[3] as number), 0)).toBe(sheet.totals[3])
})

test('nobody is asked about tomorrow', async () => {
  expect(whyOf(await at.as(chain.director).see('boards.progress', { day: addDays(today, 1) }))).toBe(
    'dayAhead',
  )
})
