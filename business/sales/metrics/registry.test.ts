import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { TradeFacts } from './facts.ts'
import { compute, explain, metricCodes, tooFewToRank } from './registry.ts'
import { sameStores } from './same-store.ts'
import { showCounts, showMetric, showValue } from './show.ts'
import { metricDefinitions, metricExclusions, metricNames } from './words.ts'

/** A day of one store: 10 sale tickets, 18 pieces, ¥5,400 of ¥6,000 on the tags, 40 people came in. */
const day: TradeFacts = {
  netSales: cents(540_000),
  target: cents(600_000),
  elapsedWeight: 12,
  totalWeight: 30,
  saleTickets: 10,
  netUnits: 18,
  traffic: 40,
  tryOns: 22,
  tagValue: cents(600_000),
  sellingArea: 85.5,
  people: 3,
  laborHours: 22.5,
  memberSales: cents(405_000),
  lastYear: { netSales: cents(500_000), alignment: 'weekday' },
  previous: { netSales: cents(600_000) },
}

describe('一天的各项指标', () => {
  test.each([
    ['netSales', 540_000, '¥5,400.00'],
    ['achievementRate', 0.9, '90.0%'],
    ['pace', 2.25, '225.0%'],
    ['averageTransactionValue', 54_000, '¥540.00'],
    ['unitsPerTransaction', 1.8, '1.80'],
    ['averageUnitRetail', 30_000, '¥300.00'],
    ['traffic', 40, '40'],
    ['tryOnRate', 0.55, '55.0%'],
    ['conversionRate', 0.25, '25.0%'],
    ['priceRealization', 0.9, '9折'],
    ['discountRate', 0.1, '10.0%'],
    ['salesPerSquareMeter', 6_316, '¥63.16'],
    ['salesPerHead', 180_000, '¥1,800.00'],
    ['salesPerLaborHour', 24_000, '¥240.00'],
    ['memberSalesShare', 0.75, '75.0%'],
    ['yearOnYear', 0.08, '+8.0%'],
    ['periodOnPeriod', -0.1, '−10.0%'],
  ] as const)('%s is %d, shown as %s', (code, value, shown) => {
    expect(compute(code, day)).toBeCloseTo(value, 10)
    expect(showMetric(code, compute(code, day), 'zh')).toBe(shown)
  })

  test('the identity holds: traffic × conversion × units per ticket × price per unit is net sales', () => {
    const product =
      compute('traffic', day)! *
      compute('conversionRate', day)! *
      compute('unitsPerTransaction', day)! *
      compute('averageUnitRetail', day)!
    expect(product).toBeCloseTo(540_000, 6)
  })
})

describe('no value is not zero', () => {
  test('分母为零的比率没有数值,显示为 —', () => {
    expect(compute('conversionRate', { ...day, traffic: 0 })).toBeUndefined()
    expect(compute('achievementRate', { ...day, target: cents(0) })).toBeUndefined()
    expect(showMetric('achievementRate', undefined, 'zh')).toBe('—')
  })

  test('a fact that nobody recorded leaves the metrics that need it without a value, never the others', () => {
    const { traffic: _, ...uncounted } = day
    expect(compute('traffic', uncounted)).toBeUndefined()
    expect(compute('conversionRate', uncounted)).toBeUndefined()
    expect(compute('unitsPerTransaction', uncounted)).toBe(1.8)
  })

  test('a day without a sale against a target is 0 %, which is a value', () => {
    expect(compute('achievementRate', { netSales: cents(0), target: cents(100) })).toBe(0)
  })

  test('growth over a year that lost money, and a price over returned pieces, mean nothing', () => {
    expect(
      compute('yearOnYear', { ...day, lastYear: { netSales: cents(-5), alignment: 'calendar' } }),
    ).toBeUndefined()
    expect(compute('averageUnitRetail', { ...day, netUnits: -2 })).toBeUndefined()
  })

  test('pace needs elapsed day weights, and is not the calendar', () => {
    expect(compute('pace', { ...day, elapsedWeight: 0 })).toBeUndefined()
    expect(
      compute('pace', { netSales: cents(50), target: cents(100), elapsedWeight: 15, totalWeight: 30 }),
    ).toBe(1)
  })
})

test('tickets of days without a traffic count do not raise the conversion rate', () => {
  expect(compute('conversionRate', { ...day, saleTickets: 100, countedTickets: 10 })).toBe(0.25)
})

describe('the card of a figure', () => {
  test('names numerator, denominator, what is excluded and the version', () => {
    expect(explain('conversionRate', day)).toMatchObject({
      code: 'conversionRate',
      name: ['成交率', 'Conversion rate'],
      value: 0.25,
      numerator: { value: 10, unit: 'count' },
      denominator: { label: ['客流', 'Traffic'], value: 40 },
      excluded: metricExclusions.conversionRate,
      version: 1,
    })
    expect(showCounts(explain('conversionRate', day), 'zh')).toBe('10 / 40')
    expect(explain('netSales', day).denominator).toBeUndefined()
  })

  test('year on year says how it was aligned', () => {
    expect(explain('yearOnYear', day)).toMatchObject({ alignment: 'weekday' })
    expect(explain('netSales', day).alignment).toBeUndefined()
  })

  test('more sale tickets than visitors is shown with a doubt', () => {
    expect(say(explain('conversionRate', { ...day, traffic: 9 }).doubt!, 'zh')).toBe(
      '销售小票比客流还多，请核对客流登记',
    )
    expect(explain('conversionRate', { ...day, traffic: 10 }).doubt).toBeUndefined()
    expect(explain('tryOnRate', { ...day, tryOns: 41 }).doubt).toBeDefined()
  })

  test('every metric has its name, definition and exclusion in both languages', () => {
    for (const code of metricCodes) {
      for (const sentence of [metricNames[code], metricDefinitions[code], metricExclusions[code]]) {
        expect(sentence.every((half) => half.length > 0)).toBe(true)
      }
    }
  })
})

test('四张小票的店不和四百张的店比成交率', () => {
  const few = tooFewToRank('conversionRate', { ...day, saleTickets: 4, traffic: 16 })!
  expect(say(few.reason, 'zh', few.facts)).toBe('只有 16 个，不参加排名（至少 100 个）')
  expect(tooFewToRank('conversionRate', { ...day, saleTickets: 25, traffic: 100 })).toBeUndefined()
  expect(tooFewToRank('unitsPerTransaction', { ...day, saleTickets: 29 })).toBeDefined()
  expect(tooFewToRank('netSales', day)).toBeUndefined()
})

test('values read as the shop says them', () => {
  expect(showValue(0.85, 'discount', 'zh')).toBe('8.5折')
  expect(showValue(0.85, 'discount', 'en')).toBe('85.0%')
  expect(showValue(12_345, 'count', 'zh')).toBe('12,345')
  expect(showValue(1_234.5, 'quantity', 'en')).toBe('1,234.5')
  expect(showValue(-0.034, 'growth', 'zh')).toBe('−3.4%')
  expect(showValue(0, 'growth', 'zh')).toBe('0.0%')
})

test('a money metric is whole cents, whatever it is divided by', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      (sales, area) => {
        const value = compute('salesPerSquareMeter', { netSales: cents(sales), sellingArea: area })!
        expect(Number.isSafeInteger(value)).toBe(true)
      },
    ),
  )
})

describe('same stores', () => {
  const now = { from: '2026-05-01' as Day, to: '2026-05-31' as Day }
  const then = { from: '2025-05-01' as Day, to: '2025-05-31' as Day }
  const store = (name: string, openedOn: string, closedOn?: string, daysClosed = 0) => ({
    store: name,
    openedOn: openedOn as Day,
    closedOn: closedOn as Day | undefined,
    daysClosed,
    netSales: cents(110),
    lastYear: cents(100),
  })

  test('只比两年都完整营业的店,其余列明原因', () => {
    const found = sameStores(
      [
        store('old', '2020-01-01'),
        store('opened that morning', '2025-05-01'),
        store('new', '2025-05-02'),
        store('closed', '2020-01-01', '2026-05-31'),
        store('closes after', '2020-01-01', '2026-06-01'),
        store('refit', '2020-01-01', undefined, 9),
      ],
      now,
      then,
    )
    expect(found.stores).toEqual(['old', 'opened that morning', 'closes after'])
    expect(found.netSales).toBe(330)
    expect(found.lastYear).toBe(300)
    expect(found.leftOut.map((one) => `${one.store}: ${say(one.reason, 'zh', one.facts)}`)).toEqual([
      'new: 2025-05-02 才开业',
      'closed: 2026-05-31 已闭店',
      'refit: 期间停业 9 天',
    ])
    const facts = { sameStores: found }
    expect(compute('sameStoreGrowth', facts)).toBeCloseTo(0.1)
    expect(explain('sameStoreGrowth', facts).leftOut).toHaveLength(3)
    expect(explain('yearOnYear', facts).leftOut).toEqual([])
  })

  test('short closures may be allowed, by a stated number of days', () => {
    const refit = [store('refit', '2020-01-01', undefined, 3)]
    expect(sameStores(refit, now, then, 3).stores).toEqual(['refit'])
    expect(sameStores(refit, now, then, 2).stores).toEqual([])
  })
})
