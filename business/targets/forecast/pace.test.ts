import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import { daysOf, weekdayOf } from '../../../platform/kinds/day.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { PaceDay, PaceInput } from './pace.ts'
import { forecastMonthEnd, paceOf, partOfDay, whatIsStillWinnable } from './pace.ts'
import { dice } from './synthetic.ts'

const june = daysOf('2026-06' as Month)
const weightOf = (day: Day) => (weekdayOf(day) >= 6 ? 1.5 : 1)
const all = june.reduce((sum, day) => sum + weightOf(day), 0)
const target = cents(all * 100_000)
/** June, sold at `level` times the target's day until `today`. */
const month = (today: string, level: number, more: Partial<PaceInput> = {}): PaceInput => ({
  target,
  today: today as Day,
  days: june.map(
    (day): PaceDay => ({
      day,
      weight: weightOf(day),
      ...(day < today ? { sold: cents(Math.round(100_000 * weightOf(day) * level)) } : {}),
    }),
  ),
  ...more,
})
const spoken = (answer: { sentence: readonly [string, string]; facts: Readonly<Record<string, string>> }) =>
  say(answer.sentence, 'zh', answer.facts)

describe('时间进度按目标自己的日权重', () => {
  test('每天都做到当天份额，进度就是 1，不管过了几个周末', () => {
    for (const today of ['2026-06-02', '2026-06-08', '2026-06-20'])
      expect(paceOf(month(today, 1)).pace).toBeCloseTo(1, 12)
    expect(spoken(paceOf(month('2026-06-20', 1)))).toBe('与进度持平')
  })
  test('每天少做一成，进度 0.9；话里说慢 10%', () => {
    const pace = paceOf(month('2026-06-15', 0.9))
    expect(pace.pace).toBeCloseTo(0.9, 12)
    expect(spoken(pace)).toBe('比进度慢 10%')
  })
  test('第一天开门前没有进度可比，是没有，不是 0', () => {
    expect(paceOf(month('2026-06-01', 1)).pace).toBeUndefined()
    expect(paceOf({ ...month('2026-06-15', 1), target: cents(0) }).pace).toBeUndefined()
  })
  test('没有时段表，今天两边都不算；有时段表，今天过去的那一部分两边都算', () => {
    const base = month('2026-06-10', 1)
    const days = base.days.map((d) => (d.day === '2026-06-10' ? { ...d, sold: cents(40_000) } : d))
    expect(paceOf({ ...base, days }).achieved).toBe(paceOf(base).achieved)
    const hours = Array.from({ length: 24 }, (_, h) => (h >= 10 && h < 20 ? 1 : 0))
    const part = partOfDay(hours, 14 * 60)
    expect(part).toBeCloseTo(0.4, 12)
    expect(paceOf({ ...base, days, partOfToday: part }).pace).toBeCloseTo(1, 12)
  })
  test('一天的时段从 0 走到 1，不回头', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 24, maxLength: 24 }),
        fc.nat(1440),
        fc.nat(1440),
        (hours, a, b) => {
          const [early, late] = [partOfDay(hours, Math.min(a, b)), partOfDay(hours, Math.max(a, b))]
          expect(early).toBeGreaterThanOrEqual(0)
          expect(late).toBeLessThanOrEqual(1 + 1e-12)
          expect(early).toBeLessThanOrEqual(late + 1e-12)
        },
      ),
    )
  })
})

describe('月底预计带着范围', () => {
  test('照常做，预计就是目标；范围随日子收窄，月底只剩一个数', () => {
    const widths = ['2026-06-05', '2026-06-15', '2026-06-25', '2026-06-30'].map((today) => {
      const end = forecastMonthEnd(month(today, 1, { spread: 0.3 }))
      expect(Math.abs(end.expected - target)).toBeLessThan(10)
      expect(end.low).toBeLessThan(end.expected)
      return end.high - end.low
    })
    expect(widths).toEqual([...widths].sort((a, b) => b - a))
    const over = forecastMonthEnd(month('2026-07-01', 1))
    expect([over.low, over.expected, over.high]).toEqual([target, target, target])
  })
  test('日子波动 30% 的店，一千次月底里约八成落在范围内', () => {
    const random = dice(11)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    let inside = 0
    for (let run = 0; run < 1000; run++) {
      const sold = new Map(
        june.map((day) => [
          day,
          cents(Math.round(100_000 * weightOf(day) * Math.max(0, 1 + 0.3 * normal()))),
        ]),
      )
      const days = june.map(
        (day): PaceDay => ({
          day,
          weight: weightOf(day),
          ...(day < '2026-06-16' ? { sold: sold.get(day)! } : {}),
        }),
      )
      const end = forecastMonthEnd({ target, today: '2026-06-16' as Day, days, spread: 0.3 })
      const real = [...sold.values()].reduce((sum, a) => sum + a, 0)
      if (real >= end.low && real <= end.high) inside++
    }
    expect(inside / 1000).toBeGreaterThan(0.76)
    expect(inside / 1000).toBeLessThan(0.88)
  })
  test('已经进了收银机的钱，不会因为今天没过完而算两次或不算', () => {
    const base = month('2026-06-30', 1)
    const days = base.days.map((d) => (d.day === '2026-06-30' ? { ...d, sold: cents(300_000) } : d))
    const end = forecastMonthEnd({ ...base, days })
    expect(end.expected).toBe(target + 200_000)
    expect(end.low).toBe(target + 200_000)
  })
})

describe('还能追回什么', () => {
  test.each([
    ['做过头了', 1.2, '2026-06-28', 'won'],
    ['照常走', 1, '2026-06-15', 'within'],
    ['差一点', 0.95, '2026-06-15', 'winnable'],
    ['差得多，只剩两天', 0.8, '2026-06-29', 'unlikely'],
  ])('%s', (_, level, today, state) => {
    expect(whatIsStillWinnable(month(today, level, { spread: 0.3 })).state).toBe(state)
  })
  test('月底过了还差，就是差', () => {
    const answer = whatIsStillWinnable(month('2026-07-01', 0.9))
    expect([answer.state, answer.chance]).toEqual(['lost', 0])
    expect(answer.gap).toBe(target - 0.9 * target)
  })
  test('说得出余下每个平常日要做多少', () => {
    const answer = whatIsStillWinnable(month('2026-06-15', 0.95, { spread: 0.3 }))
    expect(spoken(answer)).toMatch(/^还能追回：余下每个平常日要做 ¥1,0\d\d，比近来高 \d/)
  })
  test('卖得越多，机会越大，进度越快，范围始终含着预计', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (d, level, more) => {
          const today = june[d - 1]!
          const [less, better] = [
            month(today, level, { spread: 0.3 }),
            month(today, level + more, { spread: 0.3 }),
          ]
          expect(whatIsStillWinnable(better).gap).toBeLessThanOrEqual(whatIsStillWinnable(less).gap)
          expect(forecastMonthEnd(better).expected).toBeGreaterThanOrEqual(forecastMonthEnd(less).expected)
          const [slow, fast] = [paceOf(less).pace, paceOf(better).pace]
          if (slow !== undefined && fast !== undefined) expect(fast).toBeGreaterThan(slow)
          for (const input of [less, better]) {
            const end = forecastMonthEnd(input)
            expect(end.low).toBeLessThanOrEqual(end.expected)
            expect(end.high).toBeGreaterThanOrEqual(end.expected)
            const { chance } = whatIsStillWinnable(input)
            expect(chance >= 0 && chance <= 1).toBe(true)
          }
        },
      ),
    )
  })
})
