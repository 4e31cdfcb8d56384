import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import { weekdayOf } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { calendarOf } from './calendar.ts'
import type { PlanInput, PlanStore } from './plan-input.ts'
import { groupWeights, proposeYear } from './propose.ts'
import { worthTelling } from './propose-reasons.ts'
import { inventedSales, knownEffects } from './synthetic.ts'

const calendar = calendarOf('china')
const day = (text: string) => text as Day
const month = (text: string) => text as Month
const november = (d: Day) => d.slice(5) >= '11-05' && d.slice(5) <= '11-11'
const campaignOf = (year: number) => ({
  name: ['双十一活动', '11.11 campaign'] as const,
  from: day(`${year}-11-05`),
  to: day(`${year}-11-11`),
})
const campaigns = [2024, 2025, 2026, 2027].map(campaignOf)

function shop(
  seed: number,
  more: Partial<PlanStore> = {},
  from = '2024-01-01',
  to = '2026-12-31',
): PlanStore {
  return {
    store: `S${seed}`,
    name: `${seed} 号店`,
    kind: 'leased',
    city: '杭州',
    area: '华东一区',
    history: inventedSales(seed, day(from), day(to), knownEffects, november),
    ...more,
  }
}
const chain = (): PlanStore[] => [1, 2, 3, 4].map((seed) => shop(seed))
const plan = (stores: readonly PlanStore[], more: Partial<PlanInput> = {}) =>
  proposeYear({ year: 2027, stores, campaigns, calendar, ...more })

describe('从历史建议来年', () => {
  const planner = plan(chain(), { growth: 0.08 })
  const [first] = planner.proposal.stores

  test('十二个月的权重都是正数，合计为 1；月额合计就是年额，一分不差', () => {
    for (const store of planner.proposal.stores) {
      expect(store.months).toHaveLength(12)
      for (const m of store.months) expect(m.weight).toBeGreaterThan(0)
      expect(store.months.reduce((sum, m) => sum + m.weight, 0)).toBeCloseTo(1, 12)
      expect(store.months.reduce((sum, m) => sum + m.expected, 0)).toBe(store.expected)
    }
  })
  test('年额是去年的水平加上要求的 8%', () => {
    const last = [...shop(1).history].filter(([d]) => d.startsWith('2026')).reduce((sum, [, a]) => sum + a, 0)
    expect(first!.expected! / last).toBeGreaterThan(1.05)
    expect(first!.expected! / last).toBeLessThan(1.11)
    expect(first!.reasons).toContainEqual(expect.objectContaining({ what: 'growth', percent: 8 }))
  })
  test('每一条变化连乘起来，正是从上次的实绩到这次的月额', () => {
    for (const [i, store] of planner.proposal.stores.entries()) {
      for (const m of store.months) {
        const then = [...shop(i + 1).history]
          .filter(([d]) => d.startsWith(`2026-${m.month.slice(5)}`))
          .reduce((sum, [, a]) => sum + a, 0)
        const chained = m.changes.reduce((amount, change) => amount * (1 + change.percent! / 100), then)
        expect(Math.abs(chained - m.expected)).toBeLessThanOrEqual(1)
      }
    }
  })
  test('十一月说得出：去年占比，双十一活动带来多少', () => {
    const eleven = first!.months[10]!
    expect(eleven.lastShare!.sentence[0]).toBe('2026 年 11 月占比')
    expect(eleven.lastShare!.percent).toBeGreaterThan(8)
    const held = eleven.holds.find((reason) => reason.what === 'campaign')!
    expect(held.sentence).toEqual(['双十一活动', '11.11 campaign'])
    // 三天 ×1.5×1.3、四天 ×1.3：这个月多出大约 13%。
    expect(Math.abs(held.percent! - 13)).toBeLessThan(4)
  })
  test('2027 年 10 月比去年多一个周日，说得出多出多少', () => {
    // 2026 年 10 月是五个周四、周五、周六；2027 年 10 月是五个周五、周六、周日。
    const october = first!.months[9]!.changes.find((c) => c.what === 'weekdays')!
    expect(october.sentence).toEqual(['周日多 1 天', 'Sunday: 1 more'])
    expect(october.percent).toBeGreaterThan(0.3)
    expect(october.percent).toBeLessThan(1.2)
  })
  test('春节从 2/17 提前到 2/6：一月涨，二月跌，话里写明日期', () => {
    const lunar = (m: number) => first!.months[m]!.changes.find((c) => c.what === 'lunar')!
    expect(lunar(0).sentence).toEqual(['春节移到 2/6', 'Lunar new year moves to 2/6'])
    expect(lunar(0).percent).toBeGreaterThan(5)
    expect(lunar(1).percent).toBeLessThan(-5)
  })
  test('每年除夕到初二都没开门，来年那几天权重为 0', () => {
    const february = planner.dayWeights('S1', month('2027-02'))
    for (const closed of ['2027-02-05', '2027-02-06', '2027-02-07']) {
      expect(february.find((d) => d.day === closed)!.weight, closed).toBe(0)
    }
    expect(february.find((d) => d.day === '2027-02-08')!.weight).toBeGreaterThan(0)
  })
  test('平常日是 1 份，周六约 1.38 份，双十一最重，理由写在旁边', () => {
    const days = planner.dayWeights('S2', month('2027-11'))
    const quiet = days.filter((d) => weekdayOf(d.day) <= 4 && d.day > '2027-11-15')
    for (const d of quiet) expect(Math.abs(d.weight - 1)).toBeLessThan(0.15)
    const saturday = days.find((d) => d.day === '2027-11-20')!
    expect(Math.abs(saturday.weight - 1.38)).toBeLessThan(0.12)
    expect(saturday.reasons[0]!.sentence[0]).toBe('周六')
    const peak = days.reduce((a, b) => (a.weight > b.weight ? a : b))
    expect(peak.day >= '2027-11-09' && peak.day <= '2027-11-11').toBe(true)
    expect(peak.reasons.map((r) => r.sentence[0])).toContain('双十一活动')
  })
  test('区域的月权重是它的店之和', () => {
    const areas = groupWeights(planner.proposal, (store) => (store === 'S1' ? 'A' : 'B'))
    expect(areas.get('A')).toEqual(first!.months.map((m) => m.expected))
    expect(areas.get('B')![0]).toBe(
      planner.proposal.stores.slice(1).reduce((sum, s) => sum + s.months[0]!.expected, 0),
    )
  })
})

describe('停业与取消', () => {
  test('整月装修的月份权重为 0，停几天的说停几天', () => {
    const closed = shop(1, {
      closures: [
        { from: day('2027-03-01'), to: day('2027-03-31') },
        { from: day('2027-06-10'), to: day('2027-06-14') },
      ],
    })
    const { proposal, dayWeights } = plan([closed, shop(2), shop(3)])
    const [store] = proposal.stores
    expect(store!.months[2]!.weight).toBe(0)
    expect(store!.months[2]!.expected).toBe(0)
    const june = store!.months[5]!.changes.find((c) => c.what === 'closures')!
    expect(june.sentence[0]).toBe('停业 5 天')
    expect(june.percent).toBeLessThan(-10)
    expect(dayWeights('S1', month('2027-06')).filter((d) => d.weight === 0)).toHaveLength(5)
  })
  test('来年不办的活动，少掉的那部分说出来', () => {
    const { proposal } = plan(chain(), { campaigns: campaigns.slice(0, 3) })
    const gone = proposal.stores[0]!.months[10]!.changes.find((c) => c.what === 'campaigns')!
    expect(gone.sentence[0]).toBe('去年的双十一活动今年没有')
    expect(gone.percent).toBeLessThan(-3)
  })
  test('小于万分之五的变化不占一行', () => {
    expect(
      worthTelling([
        { what: 'a', sentence: ['一', 'a'], percent: 0.04 },
        { what: 'b', sentence: ['二', 'b'], percent: -0.06 },
      ]),
    ).toHaveLength(1)
  })
})

describe('历史不足就借', () => {
  test('新店没有一天历史：借同类店，说出借谁；不借不相干的', () => {
    const far = shop(5, { kind: 'outlet', city: '广州', area: '华南区', name: '广州奥莱' })
    const fresh = shop(9, { history: new Map<Day, Money>(), opens: day('2027-05-01'), name: '新店' })
    const { proposal, dayWeights } = plan([...chain(), far, fresh])
    const store = proposal.stores.find((s) => s.store === 'S9')!
    expect(store.ownShare).toBe(0)
    expect(store.reasons[0]!.sentence[0]).toMatch(/^历史不足，借鉴 5 家相近店：1 号店 2\d%/)
    expect(store.reasons[0]!.sentence[0]).toMatch(/广州奥莱 0%$/)
    expect(store.months.slice(0, 4).map((m) => m.weight)).toEqual([0, 0, 0, 0])
    expect(store.months.slice(4).every((m) => m.weight > 0)).toBe(true)
    expect(
      Math.abs(dayWeights('S9', month('2027-08')).find((d) => d.day === '2027-08-07')!.weight - 1.38),
    ).toBeLessThan(0.15)
  })
  test('开了两个月的店：水平是自己的，季节是借的', () => {
    const young = shop(7, {
      history: inventedSales(
        7,
        day('2026-11-01'),
        day('2026-12-31'),
        { ...knownEffects, ordinary: cents(2_000_000) },
        november,
      ),
    })
    const { proposal } = plan([...chain(), young])
    const [old, big] = [proposal.stores[0]!, proposal.stores[4]!]
    expect(big.expected! / old.expected!).toBeGreaterThan(3.6)
    expect(big.expected! / old.expected!).toBeLessThan(4.4)
    expect(big.ownShare).toBeCloseTo(61 / 300, 2)
    expect(big.reasons[0]!.sentence[0]).toMatch(/^自有历史 61 天，占 20%；其余借鉴 4 家相近店/)
    expect(Math.abs(big.months[0]!.weight / old.months[0]!.weight - 1)).toBeLessThan(0.1)
  })
  test('谁都没有历史：按天数分，并且承认', () => {
    const { proposal, dayWeights } = plan([shop(1, { history: new Map<Day, Money>() })])
    const [store] = proposal.stores
    expect(store!.expected).toBeUndefined()
    expect(store!.months[0]!.weight).toBeCloseTo(31 / 365, 10)
    expect(store!.reasons[0]!.sentence[0]).toContain('没有任何店的历史')
    expect(dayWeights('S1', month('2027-02')).every((d) => d.weight === 1)).toBe(true)
  })
})

test('随便给什么历史，权重不为负，合计为 1，日权重只在停业日为 0', () => {
  const history = fc
    .record({
      start: fc.integer({ min: 0, max: 600 }),
      gaps: fc.integer({ min: 0, max: 6 }),
      size: fc.integer({ min: 100, max: 9_000_000 }),
      seed: fc.nat(1000),
    })
    .map(({ start, gaps, size, seed }) => {
      const all = [
        ...inventedSales(seed, day('2025-01-01'), day('2026-11-20'), {
          ...knownEffects,
          ordinary: cents(size),
          chance: 0.9,
        }),
      ]
      return new Map(all.slice(start).filter((_, i) => gaps === 0 || i % (gaps + 1) !== 0))
    })
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 3 }), (histories) => {
      const stores = histories.map((h, i) => shop(i + 1, { history: h }))
      const { proposal, dayWeights } = plan(stores)
      for (const store of proposal.stores) {
        expect(store.months.reduce((sum, m) => sum + m.weight, 0)).toBeCloseTo(1, 9)
        expect(store.months.every((m) => m.weight >= 0 && Number.isSafeInteger(m.expected))).toBe(true)
        expect(store.months.reduce((sum, m) => sum + m.expected, 0)).toBe(store.expected)
        for (const d of dayWeights(store.store, month('2027-10'))) {
          expect(d.weight > 0).toBe(d.reasons[0]!.what !== 'closed')
          expect(Number.isFinite(d.weight)).toBe(true)
        }
      }
    }),
    { numRuns: 15 },
  )
})
