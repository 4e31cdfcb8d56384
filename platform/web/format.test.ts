import { afterEach, expect, test } from 'vitest'
import { dayOf, monthOf } from '../kinds/day.ts'
import { cents } from '../kinds/money.ts'
import { formatIn, setCurrency } from './format.ts'

afterEach(() => setCurrency('CNY'))

test('amounts are written as people write them', () => {
  const f = formatIn('zh')
  expect(f.money(cents(1_286_000))).toBe('¥12,860')
  expect(f.money(cents(1_286_050))).toBe('¥12,860.50')
  expect(f.money(cents(-38_000))).toBe('−¥380')
  expect(f.wan(cents(214_600_000))).toBe('¥214.6万')
  expect(f.wan(cents(-9_000_000))).toBe('−¥9.0万')
  expect(f.wan(cents(999_900))).toBe('¥9,999')
  expect(`${f.wanPlain(cents(38_000_000_000))} ${f.wanUnit}`).toBe('38,000.00 万元')
})

test('in English millions and thousands stand for 万', () => {
  const f = formatIn('en')
  expect(f.wan(cents(214_600_000))).toBe('¥2.15M')
  expect(f.wan(cents(9_000_000))).toBe('¥90.0K')
  expect(f.wanPlain(cents(214_600_000))).toBe('2,146.0')
  expect(f.wanUnit).toBe('¥ thousand')
})

test('a company that trades in another currency sees its own sign', () => {
  setCurrency('VND')
  expect(formatIn('en').money(cents(100_000))).toBe('₫1,000')
})

test('ratios carry their sign only when they are not nothing', () => {
  const f = formatIn('zh')
  expect(f.percent(0.694)).toBe('69%')
  expect(f.signedPercent(0.064)).toBe('+6.4%')
  expect(f.signedPercent(-0.021)).toBe('−2.1%')
  expect(f.signedPercent(0)).toBe('0.0%')
  expect(f.signedPercent(-0.0001)).toBe('0.0%')
})

test('days carry their weekday', () => {
  expect(formatIn('zh').dayAndWeekday(dayOf('2026-11-23'))).toBe('11月23日 周一')
  expect(formatIn('en').dayAndWeekday(dayOf('2026-11-23'))).toBe('Mon, Nov 23')
  expect(formatIn('zh').month(monthOf('2026-11'))).toBe('2026年11月')
})
