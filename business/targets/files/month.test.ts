import { expect, test } from 'vitest'
import { dayOf, monthOf } from '../../../platform/kinds/day.ts'
import { cents, sum } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { givenToPeople, partsOf, scaleToDays } from '../people-rules.ts'
import { fitDays } from './fit.ts'
import { type MonthRequest, readMonth } from './read-month.ts'
import type { MonthFile } from './shape.ts'

const month = monthOf('2027-02')
const thirty = Array.from({ length: 28 }, (_, d) => d + 1)
const here = thirty.map(() => true)
const people = [
  { id: 'li', names: ['P1', '李娜'], present: here },
  { id: 'wang', names: ['P2', '王芳'], present: thirty.map((d) => d <= 20) },
]
const standing = { days: thirty.map(() => cents(3_000)), people: [] }
const rowsOf = (lines: readonly (readonly (string | number)[])[]) =>
  lines.map((cells, i) => ({ number: i + 1, cells: cells.map(String) }))
const read = (
  lines: readonly (readonly (string | number)[])[],
  more: Partial<MonthRequest> = {},
): MonthFile => {
  const found = readMonth({
    rows: rowsOf(lines),
    sheet: '',
    month,
    people,
    standing,
    elapsed: 0,
    unit: 'yuan',
    ...more,
  })
  if (isRefusal(found)) throw new Error(found.refused)
  return found
}

test('导出的样子（日期竖排，人横排）填好能读回来', () => {
  const file = read([
    ['日期', '目标 (元)', '李娜 (P1)', '王芳 (P2)', '销售额'],
    ...thirty.map((d) => [
      `2027-02-${String(d).padStart(2, '0')}`,
      30,
      d <= 20 ? 10 : 30,
      d <= 20 ? 20 : 0,
      '',
    ]),
    ['合计', 840, 440, 400, ''],
  ])
  expect(file.problems).toEqual([])
  expect(file.days).toEqual(standing.days)
  expect(file.changed).toEqual([])
  expect(file.people.map((p) => sum([...p.days]))).toEqual([44_000, 40_000])
})

test('people down and days across is read too, and the store follows from its people', () => {
  const file = read([
    ['姓名', ...thirty.map((d) => `${d}日`), '合计'],
    ['李娜', ...thirty.map(() => 25), 700],
    ['P2', ...thirty.map((d) => (d <= 20 ? 15 : '')), 300],
  ])
  expect(file.days.slice(19, 21)).toEqual([4_000, 2_500])
  expect(file.changed).toHaveLength(28)
  expect(file.given).toHaveLength(28)
})

test('a stranger, an amount on a day away and a wrong cell are told by their place in the file', () => {
  const file = read([
    ['姓名', ...thirty],
    ['赵敏', ...thirty.map(() => 1)],
    ['王芳', ...thirty.map((d) => (d === 28 ? 5 : d === 1 ? '？' : 1))],
  ])
  expect(file.problems.map((p) => [p.row, p.column, p.why])).toEqual([
    [2, 'A', 'unknownRow'],
    [3, 'B', 'notAnAmount'],
    ...[21, 22, 23, 24, 25, 26, 27].map((d) => [
      3,
      d < 26 ? String.fromCharCode(65 + d) : `A${String.fromCharCode(65 + d - 26)}`,
      'notThere',
    ]),
    [3, 'AC', 'notThere'],
  ])
})

test('one name twice in a store is not merged: the job number is asked for', () => {
  const twins = [
    { id: 'a', names: ['P1', '李娜'], present: here },
    { id: 'b', names: ['P2', '李娜'], present: here },
  ]
  const file = read(
    [
      ['姓名', ...thirty],
      ['李娜', ...thirty.map(() => 1)],
      ['李娜（P2）', ...thirty.map(() => 2)],
    ],
    { people: twins },
  )
  expect(file.problems.map((p) => p.why)).toEqual(['ambiguousRow'])
  expect(file.people.map((p) => p.person)).toEqual(['b'])
})

test('days that are over keep what stands', () => {
  const file = read(
    [
      ['', ...thirty],
      ['目标', ...thirty.map(() => 50)],
    ],
    { elapsed: 3 },
  )
  expect(file.days.slice(0, 4)).toEqual([3_000, 3_000, 3_000, 5_000])
})

test('days and people that miss their sums can be scaled, each to the cent', () => {
  const days = fitDays(
    month,
    thirty.map((d) => cents(d <= 14 ? 2_000 : 1_000)),
    cents(84_001),
    dayOf('2027-01-20'),
  )
  if (isRefusal(days)) throw new Error(days.refused)
  expect(sum(days)).toBe(84_001)
  const scaled = scaleToDays(
    month,
    [
      { person: 'li', days: thirty.map(() => cents(1)) },
      { person: 'wang', days: thirty.map(() => cents(2)) },
    ],
    days,
  )
  if (isRefusal(scaled)) throw new Error(scaled.refused)
  expect(days.map((_, d) => sum(scaled.map((p) => p.days[d]!)))).toEqual(days)
})

test('stated people are taken as they are, or refused with the day on which they do not sum', () => {
  const request = {
    month,
    today: dayOf('2027-01-20'),
    days: thirty.map(() => cents(300)),
    presence: people.map((p) => ({ person: p.id, present: p.present })),
    before: standing,
  }
  const given = [
    { person: 'li', days: thirty.map((d) => cents(d <= 20 ? 100 : 300)) },
    { person: 'wang', days: thirty.map((d) => cents(d <= 20 ? 200 : 0)) },
  ]
  expect(givenToPeople({ ...request, given })).toEqual(given)
  const off = [given[0]!, { person: 'wang', days: thirty.map(() => cents(200)) }]
  expect(givenToPeople({ ...request, given: off })).toEqual({
    refused: 'peopleDoNotAdd',
    facts: { day: '2027-02-21' },
    field: 'given',
  })
  expect(partsOf(given, request.days, request.presence)).toEqual([
    { person: 'li', factor: 0.81, off: [] },
    { person: 'wang', factor: 1.33, off: [] },
  ])
})
