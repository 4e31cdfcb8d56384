import { describe, expect, test } from 'vitest'
import { cents } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { Margin } from './two-way.ts'
import { fittedTwoWay, splitTwoWay } from './two-way.ts'
import { splitRefusals } from './words.ts'

const lines = (totals: Record<string, number>): Margin[] =>
  Object.entries(totals).map(([key, total]) => ({ key, total: cents(total) }))
const lock = (row: string, column: string, amount: number) => ({ row, column, amount: cents(amount) })

describe('who gets the odd cent', () => {
  test('两店两月各一分:第一家拿第一个月,第二家拿第二个月', () => {
    const equal = {
      columns: lines({ m1: 1, m2: 1 }),
      weights: [
        [1, 1],
        [1, 1],
      ],
    }
    expect(splitTwoWay({ rows: lines({ a: 1, b: 1 }), ...equal })).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(splitTwoWay({ rows: lines({ b: 1, a: 1 }), ...equal })).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  test('a row gives its odd cent to the largest remainder', () => {
    // The fit is the weights themselves: 1.2 1.8 | 2.3 1.7 | 1.5 1.5
    const table = {
      rows: lines({ a: 3, b: 4, c: 3 }),
      columns: lines({ x: 5, y: 5 }),
      weights: [
        [12, 18],
        [23, 17],
        [15, 15],
      ],
    }
    expect(splitTwoWay(table)).toEqual([
      [1, 2],
      [2, 2],
      [2, 1],
    ])
  })

  test('when every row wants the same column, the one that minds least gives way', () => {
    // Fit .6 .4 | .7 .3 | .7 .3: all three want x, which holds 2.
    const table = {
      rows: lines({ a: 1, b: 1, c: 1 }),
      columns: lines({ x: 2, y: 1 }),
      weights: [
        [6, 4],
        [7, 3],
        [7, 3],
      ],
    }
    expect(splitTwoWay(table)).toEqual([
      [0, 1],
      [1, 0],
      [1, 0],
    ])
    // The same with the reluctant one elsewhere: .7 .3 | .8 .2 | .5 .5
    expect(
      splitTwoWay({
        ...table,
        weights: [
          [7, 3],
          [8, 2],
          [5, 5],
        ],
      }),
    ).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ])
  })
})

describe('locks', () => {
  test('锁定的格子一分不动,两边合计仍然相等', () => {
    const cells = splitTwoWay({
      rows: lines({ east: 1000, west: 2000 }),
      columns: lines({ m1: 900, m2: 2100 }),
      weights: [
        [1, 1],
        [1, 1],
      ],
      locked: [lock('east', 'm1', 17)],
    })
    expect(cells).toEqual([
      [17, 983],
      [883, 1117],
    ])
  })

  test('a fully locked table that fits is returned as it is', () => {
    const table = {
      rows: lines({ a: 3, b: 4 }),
      columns: lines({ x: 5, y: 2 }),
      weights: [
        [0, 0],
        [0, 0],
      ],
      locked: [lock('a', 'x', 2), lock('a', 'y', 1), lock('b', 'x', 3), lock('b', 'y', 1)],
    }
    expect(splitTwoWay(table)).toEqual([
      [2, 1],
      [3, 1],
    ])
  })

  test('locks above a row are refused with the row, the excess and the cells in conflict', () => {
    const answer = splitTwoWay({
      rows: [
        { key: 's1', label: '静安店', total: cents(100) },
        { key: 's2', total: cents(100) },
      ],
      columns: lines({ m1: 100, m2: 100 }),
      weights: [
        [1, 1],
        [1, 1],
      ],
      locked: [lock('s1', 'm1', 70), lock('s1', 'm2', 55), lock('s2', 'm1', 1)],
    })
    if (!isRefusal(answer)) throw new Error('not refused')
    expect(answer).toMatchObject({
      refused: 'locksExceedMargin',
      facts: { margin: 'row', key: 's1', overCents: 25, conflicts: [{ column: 'm1' }, { column: 'm2' }] },
    })
    expect(say(splitRefusals.locksExceedMargin, 'zh', answer.facts)).toBe(
      '“静安店”锁定了 ¥1.25，比它的合计 ¥1.00 多 ¥0.25；冲突的格子：静安店 × m1, 静安店 × m2',
    )
  })

  test('locks above a column are refused with the column', () => {
    const answer = splitTwoWay({
      rows: lines({ a: 100, b: 100 }),
      columns: lines({ x: 60, y: 140 }),
      weights: [
        [1, 1],
        [1, 1],
      ],
      locked: [lock('a', 'x', 40), lock('b', 'x', 30)],
    })
    expect(answer).toMatchObject({
      refused: 'locksExceedMargin',
      facts: { margin: 'column', key: 'x', overCents: 10 },
    })
  })

  test('a row locked everywhere below its total is refused with what is missing', () => {
    const answer = splitTwoWay({
      rows: lines({ a: 100, b: 100 }),
      columns: lines({ x: 100, y: 100 }),
      weights: [
        [1, 1],
        [1, 1],
      ],
      locked: [lock('a', 'x', 40), lock('a', 'y', 50)],
    })
    expect(answer).toMatchObject({
      refused: 'rowsOutOfReach',
      facts: {
        rowKeys: ['a'],
        columnKeys: [],
        shortCents: 10,
        conflicts: [{ column: 'x' }, { column: 'y' }],
      },
    })
  })

  test('two rows that may only use a column too small for both are named together', () => {
    const answer = splitTwoWay({
      rows: lines({ a: 60, b: 60, c: 80, d: 100 }),
      columns: lines({ x: 100, y: 150, z: 50 }),
      weights: [
        [1, 0, 0],
        [1, 0, 0],
        [1, 1, 1],
        [1, 1, 1],
      ],
    })
    expect(answer).toMatchObject({
      refused: 'rowsOutOfReach',
      facts: { rowKeys: ['a', 'b'], columnKeys: ['x'], needed: '1.20', room: '1.00', shortCents: 20 },
    })
  })

  test('of the locks, those that take up the room are named, and a lock at zero is not', () => {
    const answer = splitTwoWay({
      rows: lines({ a: 60, b: 60, c: 80, d: 100 }),
      columns: lines({ x: 100, y: 150, z: 50 }),
      weights: [
        [1, 0, 0],
        [1, 0, 0],
        [1, 1, 1],
        [1, 1, 1],
      ],
      locked: [lock('c', 'x', 0), lock('d', 'x', 5), lock('d', 'y', 7)],
    })
    expect(answer).toMatchObject({
      refused: 'rowsOutOfReach',
      facts: {
        rowKeys: ['a', 'b'],
        room: '0.95',
        shortCents: 25,
        conflicts: [lock('d', 'x', 5)],
        cells: 'd × x',
      },
    })
  })

  test('a column that nobody may use is named, not the many rows', () => {
    const answer = splitTwoWay({
      rows: lines({ a: 50, b: 50, c: 50 }),
      columns: lines({ x: 100, y: 50 }),
      weights: [
        [1, 0],
        [1, 0],
        [1, 0],
      ],
    })
    expect(answer).toMatchObject({
      refused: 'columnsOutOfReach',
      facts: { columnKeys: ['y'], rowKeys: [], needed: '0.50', room: '0.00', shortCents: 50 },
    })
  })

  test('unknown, doubled and negative locks are refused', () => {
    const table = { rows: lines({ a: 1 }), columns: lines({ x: 1 }), weights: [[1]] }
    expect(splitTwoWay({ ...table, locked: [lock('q', 'x', 1)] })).toMatchObject({ refused: 'lockUnknown' })
    expect(splitTwoWay({ ...table, locked: [lock('a', 'x', 1), lock('a', 'x', 1)] })).toMatchObject({
      refused: 'cellLockedTwice',
    })
    expect(splitTwoWay({ ...table, locked: [lock('a', 'x', -1)] })).toMatchObject({ refused: 'negativeLock' })
  })
})

describe('margins', () => {
  test('rows and columns that do not sum to the same are refused with the difference', () => {
    const answer = splitTwoWay({ rows: lines({ a: 100 }), columns: lines({ x: 97 }), weights: [[1]] })
    expect(answer).toMatchObject({
      refused: 'marginsDiffer',
      facts: { difference: '0.03', differenceCents: 3 },
    })
  })

  test('a negative margin is refused in words', () => {
    const table = { rows: lines({ a: -5, b: 6 }), columns: lines({ x: 1 }), weights: [[1], [1]] }
    expect(splitTwoWay(table)).toMatchObject({ refused: 'negativeMargin', facts: { name: 'a' } })
  })

  test('bad weights and doubled lines are refused', () => {
    expect(splitTwoWay({ rows: lines({ a: 1 }), columns: lines({ x: 1 }), weights: [[-1]] })).toMatchObject({
      refused: 'weightNotUsable',
      facts: { name: 'a × x' },
    })
    const twice = [...lines({ a: 1 }), ...lines({ a: 0 })]
    expect(splitTwoWay({ rows: twice, columns: lines({ x: 1 }), weights: [[1], [1]] })).toMatchObject({
      refused: 'duplicateKey',
    })
  })

  test('a cell that every answer leaves at zero is zero at once, and the others fit exactly', () => {
    // a needs all of x, so b gets nothing of x although its weight is large.
    const table = {
      rows: lines({ a: 10, b: 10 }),
      columns: lines({ x: 10, y: 10 }),
      weights: [
        [1, 0],
        [99, 1],
      ],
    }
    expect(splitTwoWay(table)).toEqual([
      [10, 0],
      [0, 10],
    ])
    expect(fittedTwoWay(table)).toEqual([
      [10, 0],
      [0, 10],
    ])
  })

  test('a table without lines is empty', () => {
    expect(splitTwoWay({ rows: [], columns: [], weights: [] })).toEqual([])
    expect(splitTwoWay({ rows: [], columns: lines({ x: 5 }), weights: [] })).toMatchObject({
      refused: 'marginsDiffer',
    })
  })
})
