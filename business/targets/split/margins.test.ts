import { describe, expect, test } from 'vitest'
import { cents } from '../../../platform/kinds/money.ts'
import { scaleTo, splitColumns, splitRows } from './margins.ts'
import type { Margin } from './two-way.ts'

const lines = (totals: Record<string, number>): Margin[] =>
  Object.entries(totals).map(([key, total]) => ({ key, total: cents(total) }))
const lock = (row: string, column: string, amount: number) => ({ row, column, amount: cents(amount) })

describe('one margin given', () => {
  test('按月给定合计:每个月各自分到各店', () => {
    const cells = splitColumns({
      rows: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
      columns: lines({ m1: 100, m2: 50 }),
      weights: [
        [1, 2],
        [1, 0],
        [1, 1],
      ],
      locked: [lock('c', 'm2', 20)],
    })
    expect(cells).toEqual([
      [34, 30],
      [33, 0],
      [33, 20],
    ])
  })

  test('by rows: each row among its columns', () => {
    const cells = splitRows({
      rows: lines({ a: 100, b: 7 }),
      columns: [{ key: 'z' }, { key: 'y' }, { key: 'x' }],
      weights: [
        [1, 1, 1],
        [1, 0, 1],
      ],
    })
    expect(cells).toEqual([
      [33, 33, 34],
      [3, 0, 4],
    ])
  })

  test('a column without anybody, or locked above its total, is refused by name', () => {
    const table = { rows: [{ key: 'a' }], columns: lines({ m1: 100 }) }
    expect(splitColumns({ ...table, weights: [[0]] })).toMatchObject({
      refused: 'nobodyToCarryIn',
      facts: { line: 'm1', leftCents: 100 },
    })
    expect(splitColumns({ ...table, weights: [[1]], locked: [lock('a', 'm1', 101)] })).toMatchObject({
      refused: 'locksExceedMargin',
      facts: { name: 'm1', overCents: 1, cells: 'a × m1' },
    })
  })

  test('only a grand total: odd cents by row, then by column', () => {
    const cells = scaleTo({
      rows: [{ key: 'b' }, { key: 'a' }],
      columns: [{ key: 'y' }, { key: 'x' }],
      weights: [
        [1, 1],
        [1, 1],
      ],
      total: cents(6),
    })
    expect(cells).toEqual([
      [1, 1],
      [2, 2],
    ])
  })
})
