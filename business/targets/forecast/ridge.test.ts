import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayNumber, daysThrough } from '../../../platform/kinds/day.ts'
import { calendarOf } from './calendar.ts'
import { coefficientsOf, explain } from './explain.ts'
import { encoderOf } from './features.ts'
import { teach } from './moments.ts'
import { fitForecast, logForecast, startingSettings } from './ridge.ts'
import { chooseSettings, rootMeanSquarePercentageError, shrinkFor } from './settings.ts'
import type { StoreDay } from './store-days.ts'
import { offsetOf, storeDaysOf } from './store-days.ts'
import { dice, inventedSales, knownEffects } from './synthetic.ts'

const from = '2024-01-01' as Day
const to = '2026-06-30' as Day
const until = dayNumber('2026-07-01' as Day)
const campaign = (day: Day) => day.slice(5) >= '05-10' && day.slice(5) <= '05-25'

function chain(stores: number, first: Day = from): StoreDay[] {
  return Array.from({ length: stores }, (_, s) => s + 1).flatMap((seed) => {
    const sales = inventedSales(seed, first, to, knownEffects, campaign)
    return daysThrough(first, to).map((day) => ({
      store: `S${seed}`,
      day,
      ...(sales.has(day) ? { sales: sales.get(day)! } : {}),
      open: sales.has(day),
      promotion: campaign(day),
    }))
  })
}
const encoder = encoderOf(calendarOf('china'))
const learn = (lines: readonly StoreDay[], at = until) => {
  const stores = storeDaysOf(lines)
  return {
    stores,
    model: fitForecast(
      stores.map((s) => teach(s, encoder, at)),
      encoder,
      at,
      startingSettings,
    ),
  }
}
const percentOf = (effects: ReturnType<typeof explain>, feature: string) =>
  effects.find((e) => e.feature === feature)!.percent

describe('种下的影响找得回来', () => {
  const { stores, model } = learn(chain(12))
  const shared = explain(coefficientsOf(model)!)
  const own = explain(coefficientsOf(model, 'S3')!)

  test('周六 +38%、周日 +25%，全体和单店都说得出', () => {
    for (const effects of [shared, own]) {
      expect(percentOf(effects, 'weekday6')).toBeGreaterThan(34)
      expect(percentOf(effects, 'weekday6')).toBeLessThan(42)
      expect(Math.abs(percentOf(effects, 'weekday7') - 25)).toBeLessThan(4)
    }
    const saturday = shared.find((e) => e.feature === 'weekday6')!
    expect(saturday.sentence[0]).toMatch(/^周六 \+3[5-9]%$|^周六 \+4[01]%$/)
    expect(saturday.sentence[1]).toMatch(/^Saturday \+\d\d%$/)
  })
  test('春节前两周 +60%，双十一 +50%，活动 +30%', () => {
    expect(Math.abs(percentOf(shared, 'lunarMinus14') - 60)).toBeLessThan(12)
    expect(Math.abs(percentOf(shared, 'november11') - 50)).toBeLessThan(12)
    expect(Math.abs(percentOf(shared, 'promotion') - 30)).toBeLessThan(10)
  })
  test('来年春节换了日子，高峰跟着走：2027-01-27 是高峰，2-17 已经平常', () => {
    const lines = [
      ...chain(12),
      ...daysThrough('2026-07-01' as Day, '2027-03-01' as Day).map((day) => ({ store: 'S3', day })),
    ]
    const store = storeDaysOf(lines).find((s) => s.store === 'S3')!
    const at = (day: string) => logForecast(model, encoder, store, offsetOf(store, dayNumber(day as Day)))
    // 2026 年春节是 2 月 17 日，2027 年是 2 月 6 日：同样前十天，日子早了十一天。
    expect(at('2027-01-27') - at('2026-12-30')).toBeGreaterThan(0.3)
    expect(at('2027-02-17') - at('2027-01-27')).toBeLessThan(-0.3)
  })
  test('没见过的影响不说', () => {
    expect(shared.some((e) => e.feature === 'schoolHoliday')).toBe(false)
  })
  test('停业的日子是缺，不是零：除夕到初二没有拉低春节后一周', () => {
    expect(percentOf(shared, 'lunarPlus20')).toBeGreaterThan(-10)
    expect(stores.every((s) => [...s.sales].every((x) => Number.isNaN(x) || x > 0))).toBe(true)
  })
})

describe('历史短的店向全体靠', () => {
  test('只有三周历史的店也知道周六', () => {
    const young = chain(10).filter((line) => line.store !== 'S1' || line.day >= '2026-06-10')
    const { model } = learn(young)
    expect(percentOf(explain(coefficientsOf(model, 'S1')!), 'weekday6')).toBeGreaterThan(28)
    expect(model.stores.get('S1')!.weight).toBeLessThan(21)
  })
  test('没有历史的店没有水平，也不乱猜', () => {
    const { model } = learn(chain(3))
    const empty = storeDaysOf([{ store: 'new', day: '2026-07-04' as Day }])[0]!
    expect(logForecast(model, encoder, empty, 0)).toBeNaN()
    expect(coefficientsOf(model, 'new')).toBeUndefined()
  })
})

describe('只向过去学', () => {
  test('分界日之后的数字改成天文数字，学到的一分不变', () => {
    const lines = chain(4)
    const spoilt = lines.map((line) =>
      line.day >= '2026-05-01' && line.sales ? { ...line, sales: line.sales * 1000 } : line,
    )
    const at = dayNumber('2026-05-01' as Day)
    const [clean, dirty] = [lines, spoilt].map((all) => {
      const taught = storeDaysOf(all).map((s) => teach(s, encoder, at))
      const chosen = chooseSettings(taught, encoder, at, 42)
      return { chosen, model: fitForecast(taught, encoder, at, chosen.settings) }
    })
    expect(dirty!.chosen).toEqual(clean!.chosen)
    expect(dirty!.model.pooled).toEqual(clean!.model.pooled)
    for (const window of clean!.chosen.windows) expect(window.from + window.horizon).toBeLessThanOrEqual(at)
  })
  test('一天离谱的数字动不了星期', () => {
    const lines = chain(4)
    const saturday = '2026-06-20'
    const freak = lines.map((line) =>
      line.store === 'S2' && line.day === saturday ? { ...line, sales: line.sales! / 50 } : line,
    )
    const before = percentOf(explain(coefficientsOf(learn(lines).model, 'S2')!), 'weekday6')
    const after = percentOf(explain(coefficientsOf(learn(freak).model, 'S2')!), 'weekday6')
    expect(Math.abs(after - before)).toBeLessThan(2)
  })
})

describe('误差怎么量', () => {
  test('RMSPE 是相对误差平方的均方根', () => {
    expect(
      rootMeanSquarePercentageError([
        { forecast: 110, actual: 100 },
        { forecast: 90, actual: 100 },
      ]),
    ).toBeCloseTo(0.1, 12)
  })
  test('收缩系数使百分误差最小，略小于 1', () => {
    const random = dice(7)
    const pairs = Array.from({ length: 500 }, () => ({ forecast: 100, actual: 100 * (0.7 + 0.6 * random()) }))
    const best = shrinkFor(pairs)
    expect(best).toBeLessThan(1)
    for (const other of [best - 0.01, best + 0.01]) {
      expect(rootMeanSquarePercentageError(pairs, best)).toBeLessThan(
        rootMeanSquarePercentageError(pairs, other),
      )
    }
  })
})
