import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { columnSums, rowSums } from './margins.ts'
import type { Kept, Resplit, ResplitRequest } from './resplit.ts'
import { resplit, sayResplit } from './resplit.ts'

const table = (cells: number[][]) => cells.map((row) => row.map((amount) => cents(amount)))
const keys = (...names: string[]) => names.map((key) => ({ key }))
const set = (row: string, column: string, amount: number) => ({ row, column, amount: cents(amount) })
function done(answer: ReturnType<typeof resplit>): Resplit {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer
}

const three: Omit<ResplitRequest, 'change' | 'keep'> = {
  rows: keys('a', 'b'),
  columns: keys('x', 'y', 'z'),
  cells: table([
    [20_000_000, 36_800_000, 18_400_000],
    [10, 20, 30],
  ]),
}

test('改大一格,同一行的另外两格按比例让出,并说让了多少', () => {
  const answer = done(resplit({ ...three, change: set('a', 'x', 38_400_000), keep: 'rows' }))
  expect(answer.cells).toEqual(
    table([
      [38_400_000, 24_533_333, 12_266_667],
      [10, 20, 30],
    ]),
  )
  expect(answer.gave).toEqual({ count: 2, amount: 18_400_000 })
  expect(answer.moved).toEqual([
    { row: 'a', column: 'y', before: 36_800_000, after: 24_533_333 },
    { row: 'a', column: 'z', before: 18_400_000, after: 12_266_667 },
  ])
  expect(answer.locked).toEqual([set('a', 'x', 38_400_000)])
  expect(sayResplit(answer, 'zh')).toBe('2 格随你的修改自动让出 ¥18.40万')
  expect(sayResplit(answer, 'en')).toBe('2 cells gave way by ¥184,000.00 to your change')
})

test('made smaller, the others take the difference on', () => {
  const answer = done(resplit({ ...three, change: set('b', 'z', 0), keep: 'rows' }))
  expect(answer.cells[1]).toEqual([20, 40, 0])
  expect(answer.gave).toEqual({ count: 0, amount: 0 })
  expect(answer.took).toEqual({ count: 2, amount: 30 })
  expect(sayResplit(answer, 'zh')).toBe('2 格随你的修改自动多担 ¥0.30')
})

test('the column is kept when that is chosen, and the other columns do not stir', () => {
  const answer = done(resplit({ ...three, change: set('b', 'y', 1_000_020), keep: 'columns' }))
  expect(answer.cells).toEqual(
    table([
      [20_000_000, 35_800_000, 18_400_000],
      [10, 1_000_020, 30],
    ]),
  )
  expect(answer.moved.map((cell) => cell.row + cell.column)).toEqual(['ay'])
})

test('with both margins kept, what the row and the column give, the rest takes on', () => {
  const cells = table([
    [100, 100],
    [100, 100],
  ])
  const answer = done(
    resplit({
      rows: keys('a', 'b'),
      columns: keys('x', 'y'),
      cells,
      change: set('a', 'x', 130),
      keep: 'both',
    }),
  )
  expect(answer.cells).toEqual(
    table([
      [130, 70],
      [70, 130],
    ]),
  )
  expect(answer.gave).toEqual({ count: 2, amount: 60 })
  expect(answer.took).toEqual({ count: 1, amount: 30 })
  expect(sayResplit(answer, 'zh')).toBe('随你的修改，2 格自动让出 ¥0.60，1 格自动多担 ¥0.30')
})

test('with only the grand total kept, every free cell gives', () => {
  const cells = table([
    [40, 20],
    [20, 20],
  ])
  const answer = done(
    resplit({
      rows: keys('a', 'b'),
      columns: keys('x', 'y'),
      cells,
      change: set('b', 'y', 60),
      keep: 'total',
    }),
  )
  expect(answer.cells).toEqual(
    table([
      [20, 10],
      [10, 60],
    ]),
  )
})

describe('locks', () => {
  test('an earlier lock does not give way; changing it again replaces it', () => {
    const first = done(resplit({ ...three, change: set('b', 'x', 20), keep: 'rows' }))
    expect(first.cells[1]).toEqual([20, 16, 24])
    const second = done(
      resplit({
        ...three,
        cells: first.cells,
        locked: first.locked,
        change: set('b', 'y', 26),
        keep: 'rows',
      }),
    )
    expect(second.cells[1]).toEqual([20, 26, 14])
    const again = done(
      resplit({
        ...three,
        cells: second.cells,
        locked: second.locked,
        change: set('b', 'x', 21),
        keep: 'rows',
      }),
    )
    expect(again.cells[1]).toEqual([21, 26, 13])
    expect(again.locked).toEqual([set('b', 'y', 26), set('b', 'x', 21)])
  })

  test('with the weights it was made from, taking a change back restores the table', () => {
    const weights = [
      [1, 1, 1],
      [1, 2, 3],
    ]
    const all = done(resplit({ ...three, weights, change: set('b', 'x', 60), keep: 'rows' }))
    expect(all.cells[1]).toEqual([60, 0, 0])
    const back = done(
      resplit({ ...three, weights, cells: all.cells, change: set('b', 'x', 10), keep: 'rows' }),
    )
    expect(back.cells).toEqual(three.cells)
  })

  test('a change above the row is refused, and so is one when nobody is left to give', () => {
    expect(resplit({ ...three, change: set('b', 'x', 61), keep: 'rows' })).toMatchObject({
      refused: 'locksExceedMargin',
      facts: { name: 'b', overCents: 1 },
    })
    const locked = [set('b', 'y', 20), set('b', 'z', 30)]
    expect(resplit({ ...three, locked, change: set('b', 'x', 9), keep: 'rows' })).toMatchObject({
      refused: 'nobodyToCarryIn',
      facts: { line: 'b', leftCents: 1 },
    })
    expect(resplit({ ...three, change: set('q', 'x', 9), keep: 'rows' })).toMatchObject({
      refused: 'lockUnknown',
    })
  })
})

test('a change to what it already was moves nothing', () => {
  const answer = done(resplit({ ...three, change: set('a', 'x', 20_000_000), keep: 'rows' }))
  expect(answer.moved).toEqual([])
  expect(sayResplit(answer, 'zh')).toBe('其他格子没有变动')
})

test('whoever changes whatever, what is kept stays to the cent and the moves add up', () => {
  const request = fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 })).chain(([n, m]) =>
    fc.record({
      n: fc.constant(n),
      m: fc.constant(m),
      amounts: fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: n * m, maxLength: n * m }),
      i: fc.nat({ max: n - 1 }),
      j: fc.nat({ max: m - 1 }),
      to: fc.integer({ min: 0, max: 150_000 }),
      keep: fc.constantFrom<Kept>('rows', 'columns', 'both', 'total'),
    }),
  )
  fc.assert(
    fc.property(request, ({ n, m, amounts, i, j, to, keep }) => {
      const cells = table(Array.from({ length: n }, (_, r) => amounts.slice(r * m, (r + 1) * m)))
      const [rows, columns] = [
        cells.map((_, r) => ({ key: `r${r}` })),
        cells[0]!.map((_, c) => ({ key: `c${c}` })),
      ]
      const answer = resplit({ rows, columns, cells, change: set(`r${i}`, `c${j}`, to), keep })
      if (isRefusal(answer)) return
      expect(answer.cells[i]![j]).toBe(to)
      if (keep === 'rows' || keep === 'both') expect(rowSums(answer.cells)).toEqual(rowSums(cells))
      if (keep === 'columns' || keep === 'both') expect(columnSums(answer.cells)).toEqual(columnSums(cells))
      expect(answer.cells.flat().reduce((a: number, b) => a + b, 0)).toBe(amounts.reduce((a, b) => a + b, 0))
      expect(answer.gave.amount - answer.took.amount).toBe(to - cells[i]![j]!)
    }),
  )
})
