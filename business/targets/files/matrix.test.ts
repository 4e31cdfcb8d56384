import { expect, test } from 'vitest'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { twelve } from '../rules.ts'
import { fitMonths, monthsOff } from './fit.ts'
import { type MatrixRequest, readMatrix } from './read-matrix.ts'
import type { MatrixFile } from './shape.ts'

const months = twelve.map((m) => `${m}月`)
const children = [
  { id: 'east', names: ['E1', 'East', '华东一区'] },
  { id: 'south', names: ['S1', 'South', '华南区'] },
]
const flat = (yuan: number): Money[] => twelve.map(() => cents(yuan * 100))
const rowsOf = (lines: readonly (readonly (string | number)[])[]) =>
  lines.map((cells, i) => ({ number: i + 1, cells: cells.map(String) }))
const read = (
  lines: readonly (readonly (string | number)[])[],
  more: Partial<MatrixRequest> = {},
): MatrixFile => {
  const found = readMatrix({
    rows: rowsOf(lines),
    sheet: 'Sheet1',
    year: 2027,
    children,
    standing: [],
    frozen: 0,
    about: null,
    ...more,
  })
  if (isRefusal(found)) throw new Error(found.refused)
  return found
}
const line = (file: MatrixFile, child: string) => file.lines.find((l) => l.child === child)!.months

test('标题、合并格、合计行和单位都认得，合计行不当区域', () => {
  const file = read([
    ['2027 年销售目标'],
    ['', '', '单位：万元'],
    ['编号', '区域', ...months, '全年'],
    ['E1', ' 华东 一区', ...twelve.map(() => '100.5'), 1206],
    ['S1', '华南区', ...twelve.map(() => '80'), 960],
    ['', '合计', ...twelve.map(() => '180.5'), 2166],
    ['制表：王芳'],
  ])
  expect(file).toMatchObject({
    unit: 'wan',
    unitFrom: 'file',
    head: 3,
    taken: 24,
    stated: 2_166_000_000,
    sum: 2_166_000_000,
  })
  expect(line(file, 'east')).toEqual(flat(1_005_000))
  expect(file.problems).toEqual([])
  expect(file.missing).toEqual([])
  expect(file.given).toHaveLength(24)
})

test('months down the side are read as well as months across', () => {
  const file = read([
    ['Target (¥)', 'East', 'South', 'Total'],
    ...twelve.map((m) => [
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][m - 1]!,
      1000 * m,
      500,
      1000 * m + 500,
    ]),
    ['Total', 78_000, 6_000, 84_000],
  ])
  expect(line(file, 'east')).toEqual(twelve.map((m) => m * 100_000))
  expect(file.stated).toBe(8_400_000)
  expect(file.problems).toEqual([])
})

test('a cell that cannot be read is told by its place, and the cell keeps what stands', () => {
  const file = read(
    [
      ['区域', ...months],
      ['华东一区', '约30', -1, '', ...Array.from({ length: 9 }, () => 10)],
    ],
    { standing: [{ child: 'east', months: flat(7) }], unit: 'yuan' },
  )
  expect(file.problems).toEqual([
    { row: 2, column: 'B', text: '约30', why: 'notAnAmount', facts: { month: 1 } },
    { row: 2, column: 'C', text: '-1', why: 'negative', facts: { month: 2 } },
  ])
  expect(line(file, 'east').slice(0, 4)).toEqual([700, 700, 700, 1000])
  expect(file.changed).toHaveLength(9)
  expect(file.missing).toEqual(['south'])
})

test('an unknown name, a name twice and a head twice are told; nothing is guessed', () => {
  const file = read(
    [
      ['区域', ...months, '1月'],
      ['华东一区', ...twelve.map(() => 1), 9],
      ['华北区', ...twelve.map(() => 1), 9],
      ['华东一区', ...twelve.map(() => 2), 9],
    ],
    { unit: 'yuan' },
  )
  expect(file.problems.map((p) => [p.row, p.why])).toEqual([
    [1, 'columnTwice'],
    [3, 'unknownRow'],
    [4, 'rowTwice'],
  ])
  expect(line(file, 'east')).toEqual(flat(1))
})

test('two stores of one name need their code', () => {
  const twins = [
    { id: 'a', names: ['N1', '万象店'] },
    { id: 'b', names: ['N2', '万象店'] },
  ]
  const file = read(
    [
      ['编号', '店铺', ...months],
      ['', '万象店', ...twelve.map(() => 1)],
      ['N2', '万象店', ...twelve.map(() => 2)],
    ],
    { children: twins, unit: 'yuan' },
  )
  expect(file.problems.map((p) => p.why)).toEqual(['ambiguousRow'])
  expect(line(file, 'b')).toEqual(flat(2))
  expect(line(file, 'a')).toEqual(flat(0))
})

test('months that are over keep what stands, and months without trade take nothing', () => {
  const file = read(
    [
      ['区域', ...months],
      ['E1', ...twelve.map(() => 9)],
    ],
    {
      unit: 'yuan',
      frozen: 2,
      standing: [{ child: 'east', months: twelve.map((m) => cents(m === 1 ? 900 : 500)) }],
      children: [{ ...children[0]!, trades: twelve.map((m) => m !== 12) }],
    },
  )
  expect(file.problems.map((p) => [p.why, p.facts.month])).toEqual([
    ['over', 2],
    ['notThere', 12],
  ])
  expect(line(file, 'east')).toEqual([900, 500, ...twelve.slice(3).map(() => 900), 500])
})

test('a total that its cells do not sum to is told with what they sum to', () => {
  const file = read([
    ['区域', ...months, '合计（元）'],
    ['E1', ...twelve.map(() => 10), 121],
  ])
  expect(file.problems).toEqual([
    { row: 2, column: 'N', text: '121', why: 'totalOff', facts: { should: '120.00' } },
  ])
})

test('the unit is judged by what stands where the file does not say, and can be chosen', () => {
  const sheet = [
    ['区域', ...months],
    ['E1', ...twelve.map(() => 100)],
  ]
  expect(read(sheet, { about: cents(1_200_000_000) })).toMatchObject({ unit: 'wan', unitFrom: 'size' })
  expect(read(sheet)).toMatchObject({ unit: 'yuan', unitFrom: 'assumed' })
  expect(read(sheet, { unit: 'thousand' })).toMatchObject({
    unit: 'thousand',
    unitFrom: 'chosen',
    sum: 120_000_000,
  })
})

test('a sheet without months, or without a known row, is refused', () => {
  const refusal = (lines: (string | number)[][]) =>
    readMatrix({ rows: rowsOf(lines), sheet: '', year: 2027, children, standing: [], frozen: 0, about: null })
  expect(
    refusal([
      ['区域', '目标'],
      ['华东一区', 5],
    ]),
  ).toMatchObject({ refused: 'noMonths' })
  expect(
    refusal([
      ['区域', ...months],
      ['华北区', ...twelve.map(() => 1)],
    ]),
  ).toMatchObject({ refused: 'noRows' })
})

test('lines that miss what was given are scaled month by month to the cent, past months untouched', () => {
  const lines = [
    { child: 'a', months: flat(1) },
    { child: 'b', months: flat(2) },
  ]
  const given = twelve.map((m) => cents(m === 1 ? 300 : 1_000))
  expect(monthsOff(lines, given).map((m) => m.month)).toEqual(twelve.slice(1))
  const fitted = fitMonths(lines, given, 1)
  if (isRefusal(fitted)) throw new Error(fitted.refused)
  expect(monthsOff(fitted, given)).toEqual([])
  expect(fitted.map((l) => l.months[1])).toEqual([333, 667])
})
