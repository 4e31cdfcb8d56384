import { expect, test } from 'vitest'
import { dayOfHead, isTotalHead, monthOfHead, readAmount, unitBySize, unitIn } from './cells.ts'

test.each([
  ['1,234.50', 'yuan', 123_450],
  ['¥ 12', 'yuan', 1_200],
  ['１２００', 'yuan', 120_000],
  ['12.5万', 'yuan', 12_500_000],
  ['12.5', 'wan', 12_500_000],
  ['800元', 'wan', 80_000],
  ['1.2E6', 'yuan', 120_000_000],
  ['3.4', 'thousand', 340_000],
  ['-', 'yuan', 0],
  ['178.5714285714', 'wan', 178_571_429],
] as const)('%s in %s is %d cents', (text, unit, cents) => {
  expect(readAmount(text, unit)).toMatchObject({ kind: 'amount', amount: cents })
})

test('what is finer than a cent is rounded half up and said so', () => {
  expect(readAmount('0.005', 'yuan')).toEqual({ kind: 'amount', amount: 1, isRounded: true })
  expect(readAmount('0.004', 'yuan')).toEqual({ kind: 'amount', amount: 0, isRounded: true })
  expect(readAmount('0.01', 'yuan')).toEqual({ kind: 'amount', amount: 1, isRounded: false })
})

test.each([
  ['约 30', 'notAnAmount'],
  ['#REF!', 'notAnAmount'],
  ['1,2,3', 'notAnAmount'],
  ['-5', 'negative'],
  ['99999999999999', 'tooLarge'],
])('%s is told as %s', (text, why) => {
  expect(readAmount(text, 'yuan')).toEqual({ kind: 'wrong', why })
})

test.each([
  ['1月', 1],
  ['一月', 1],
  ['十二月份', 12],
  ['03', 3],
  ['M4', 4],
  ['Month 5', 5],
  ['Jun', 6],
  ['July 2027', 7],
  ['2027-08', 8],
  ['202709', 9],
  ['2027年10月', 10],
  ['2027/11/1', 11],
  ['2027-12-01', 12],
  ['1月（万元）', 1],
  ['2026-08', undefined],
  ['Aug 2026', undefined],
  ['13月', undefined],
  ['全年', undefined],
  ['Marketing', undefined],
])('a head %s names month %s of 2027', (text, month) => {
  expect(monthOfHead(text, 2027)).toBe(month)
})

test.each([
  ['1', 1],
  ['3日', 3],
  ['03-05', 5],
  ['3月7日', 7],
  ['2027-03-09', 9],
  ['11 周四', 11],
  ['4/2', undefined],
  ['2026-03-09', undefined],
  ['目标', undefined],
])('a head %s names day %s of March 2027', (text, day) => {
  expect(dayOfHead(text, '2027-03')).toBe(day)
})

test('units and sums are recognised in both languages', () => {
  expect(unitIn('单位：万元')).toBe('wan')
  expect(unitIn('销售目标（元）')).toBe('yuan')
  expect(unitIn('2027 plan, CNY thousand')).toBe('thousand')
  expect(unitIn('Year (¥)')).toBe('yuan')
  expect(unitIn('华东一区')).toBeUndefined()
  expect(['合计', '全年（元）', 'Total', 'Grand total'].map(isTotalHead)).toEqual([true, true, true, true])
  expect(isTotalHead('南京店')).toBe(false)
})

test('without a word of the unit, size decides: 100 where a hundred million cents stand is 万元', () => {
  expect(unitBySize(100_00, 100_000_000)).toBe('wan')
  expect(unitBySize(1_000_000_00, 100_000_000)).toBe('yuan')
  expect(unitBySize(100, 0)).toBeUndefined()
})
