import { describe, expect, test } from 'vitest'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayOf } from '../../../platform/kinds/day.ts'
import { calendarOf } from './calendar.ts'
import {
  chinesePublicHolidays,
  daysFromLunarNewYear,
  holidayTable,
  lunarNewYears,
  midAutumn,
} from './holidays.ts'

const d = (text: string): Day => dayOf(text)

describe('节日跟着农历走', () => {
  test('2010–2040 年的春节一年一个，都落在 1 月 21 日到 2 月 20 日之间', () => {
    expect([...lunarNewYears.keys()]).toEqual(Array.from({ length: 31 }, (_, i) => 2010 + i))
    for (const day of lunarNewYears.values()) {
      expect(day.slice(5) >= '01-21' && day.slice(5) <= '02-20', day).toBe(true)
    }
    const some = [2012, 2015, 2023, 2024, 2025, 2026, 2027, 2033].map((year) => lunarNewYears.get(year))
    expect(some).toEqual([
      '2012-01-23',
      '2015-02-19',
      '2023-01-22',
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
      '2027-02-06',
      '2033-01-31',
    ])
  })
  test('除夕是 −1，初一是 0，正月十五是 14', () => {
    expect(['2027-02-05', '2027-02-06', '2027-02-20'].map((t) => daysFromLunarNewYear(d(t)))).toEqual([
      -1, 0, 14,
    ])
  })
  test('2025 年中秋 10 月 6 日落在国庆里，国庆的标记在先', () => {
    expect(midAutumn(2025)).toBe('2025-10-06')
    expect(calendarOf('china').marks(d('2025-10-06'))).toContain('nationalSecondHalf')
  })
})

describe('日历读得出每一天为什么不一样', () => {
  const china = calendarOf('china')
  test.each([
    ['2026-03-08', 'womensDay'],
    ['2026-05-02', 'labourDays'],
    ['2026-05-20', 'may20'],
    ['2026-06-18', 'june18'],
    ['2026-08-19', 'doubleSeventhDay'],
    ['2026-09-25', 'midAutumnDays'],
    ['2026-09-20', 'beforeMidAutumn'],
    ['2026-10-01', 'nationalFirstHalf'],
    ['2026-10-07', 'nationalSecondHalf'],
    ['2026-11-11', 'november11'],
    ['2026-12-12', 'december12'],
    ['2026-02-16', 'lunarEve'],
    ['2026-02-18', 'lunarFirstDays'],
    ['2026-01-20', 'lunarMinus30'],
    ['2026-03-09', 'lunarPlus20'],
    ['2026-04-05', 'otherPublicHoliday'],
    ['2026-07-31', 'monthLastDay'],
    ['2025-01-26', 'makeUpWorkday'],
  ])('%s 是 %s', (day, mark) => {
    expect(china.marks(d(day))).toContain(mark)
  })
  test('别的国家只认星期、月头月尾和年底，不认春节', () => {
    const plain = calendarOf('plain')
    expect(plain.marks(d('2026-02-17'))).toEqual([])
    expect(plain.marks(d('2026-06-18'))).toEqual([])
    expect(plain.marks(d('2026-12-24'))).toEqual(['christmas'])
  })
})

describe('没有公布的年份不装作知道', () => {
  test('2027 年没有调休上班日，法定日子按农历和节气算出', () => {
    const table = chinesePublicHolidays(2027)
    expect([...table.values()].some((mark) => mark.kind === 'makeUpWorkday')).toBe(false)
    for (const day of [
      '2027-02-05',
      '2027-02-06',
      '2027-04-05',
      '2027-05-01',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
    ]) {
      expect(table.get(d(day))?.kind, day).toBe('holiday')
    }
  })
  test('已公布的年份连调休都知道', () => {
    expect(chinesePublicHolidays(2025).get(d('2025-01-26'))?.kind).toBe('makeUpWorkday')
  })
  test('总部改过的年份只听总部的', () => {
    const edited = new Map([
      [d('2027-02-20'), { kind: 'makeUpWorkday' as const, name: ['春节', 'Spring Festival'] as const }],
    ])
    const table = holidayTable(2026, 2027, edited)
    expect(table.get(d('2027-02-20'))?.kind).toBe('makeUpWorkday')
    expect(table.get(d('2027-10-01'))).toBeUndefined()
    expect(table.get(d('2026-10-01'))?.kind).toBe('holiday')
    expect(calendarOf('china', table).marks(d('2027-02-20'))).toContain('makeUpWorkday')
  })
})
