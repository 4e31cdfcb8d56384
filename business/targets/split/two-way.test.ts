import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { columnSums, rowSums, scaleTo, splitColumns, splitRows } from './margins.ts'
import type { Margin, TwoWayRequest } from './two-way.ts'
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
      '“静安店”锁定了 ¥1.25,比它的合计 ¥1.00 多 ¥0.25;冲突的格子:静安店 × m1, 静安店 × m2',
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

describe('for any table that can be met', () => {
  // A wanted table proves that the margins and the locks can be met; the weights are another table.
  const request = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([n, m]) =>
    fc
      .array(
        fc.record({
          wanted: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 3 }), fc.constant(0)),
          weight: fc.integer({ min: 1, max: 1000 }),
          never: fc.boolean(),
          lock: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
        }),
        { minLength: n * m, maxLength: n * m },
      )
      .map((cells): TwoWayRequest => {
        const at = (i: number, j: number) => cells[i * m + j]!
        const wanted = Array.from({ length: n }, (_, i) =>
          Array.from({ length: m }, (_, j) => cents(at(i, j).wanted)),
        )
        return {
          rows: rowSums(wanted).map((total, i) => ({ key: `r${i}`, total })),
          columns: columnSums(wanted).map((total, j) => ({ key: `c${j}`, total })),
          weights: wanted.map((row, i) =>
            row.map((w, j) => (w === 0 && at(i, j).never ? 0 : at(i, j).weight)),
          ),
          locked: wanted.flatMap((row, i) =>
            row.flatMap((amount, j) => (at(i, j).lock ? [{ row: `r${i}`, column: `c${j}`, amount }] : [])),
          ),
        }
      }),
  )

  test('every row and every column is met to the cent, locks stay, zero weights get nothing', () => {
    fc.assert(
      fc.property(request, (table) => {
        const cells = splitTwoWay(table)
        const fitted = fittedTwoWay(table)
        if (isRefusal(cells) || isRefusal(fitted)) throw new Error('refused')
        expect(rowSums(cells)).toEqual(table.rows.map((r) => r.total))
        expect(columnSums(cells)).toEqual(table.columns.map((c) => c.total))
        const locks = new Map(table.locked!.map((l) => [`${l.row} ${l.column}`, l.amount]))
        cells.forEach((row, i) => {
          row.forEach((amount, j) => {
            const locked = locks.get(`r${i} c${j}`)
            if (locked !== undefined) expect(amount).toBe(locked)
            else if (table.weights[i]![j] === 0) expect(amount).toBe(0)
            expect(amount).toBeGreaterThanOrEqual(0)
            expect(Math.abs(amount - fitted[i]![j]!)).toBeLessThan(1)
          })
        })
      }),
      { numRuns: 300 },
    )
  })

  test('every cell that may hold something holds some of it, in proportion to its weight', () => {
    // Wanted above zero exactly where a cell is open: so no cell has to be zero, and the fit is the one table whose
    // cross ratios are those of the weights.
    const inner = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([n, m]) => {
      const grid = <T>(cell: fc.Arbitrary<T>) =>
        fc.array(fc.array(cell, { minLength: m, maxLength: m }), { minLength: n, maxLength: n })
      return fc.record({
        wanted: grid(fc.integer({ min: 1, max: 400 })),
        open: grid(fc.boolean()),
        weight: grid(fc.integer({ min: 1, max: 100 })),
      })
    })
    fc.assert(
      fc.property(inner, ({ wanted, open, weight }) => {
        const amounts = wanted.map((row, i) => row.map((amount, j) => cents(open[i]![j] ? amount : 0)))
        const fitted = fittedTwoWay({
          rows: rowSums(amounts).map((total, i) => ({ key: `r${i}`, total })),
          columns: columnSums(amounts).map((total, j) => ({ key: `c${j}`, total })),
          weights: weight.map((row, i) => row.map((w, j) => (open[i]![j] ? w : 0))),
        })
        if (isRefusal(fitted)) throw new Error('refused')
        const per = fitted.map((row, i) => row.map((x, j) => x / weight[i]![j]!))
        for (const [i, row] of per.entries()) {
          for (const [j, x] of row.entries()) {
            if (!open[i]![j]) continue
            expect(x).toBeGreaterThan(0)
            for (let k = 0; k < i; k++) {
              for (let l = 0; l < j; l++) {
                if (!open[i]![l] || !open[k]![j] || !open[k]![l]) continue
                expect((x * per[k]![l]!) / (row[l]! * per[k]![j]!)).toBeCloseTo(1, 6)
              }
            }
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  test('no other rounding of a small table lies nearer to the fit', () => {
    fc.assert(
      fc.property(request, (table) => {
        fc.pre(table.rows.length <= 3 && table.columns.length <= 3)
        const cells = splitTwoWay(table)
        const fitted = fittedTwoWay(table)
        if (isRefusal(cells) || isRefusal(fitted)) throw new Error('refused')
        const distance = (t: readonly (readonly number[])[]): number =>
          t.reduce((sum, row, i) => row.reduce((s, a, j) => s + Math.abs(a - fitted[i]![j]!), sum), 0)
        const least = Math.min(...roundings(fitted, table).map(distance))
        expect(distance(cells)).toBeLessThan(least + 1e-4)
      }),
      { numRuns: 400 },
    )
  })

  test('the order of rows and columns changes no cell', () => {
    fc.assert(
      fc.property(request, (table) => {
        const cells = splitTwoWay(table)
        const turned = splitTwoWay({
          rows: [...table.rows].reverse(),
          columns: [...table.columns].reverse(),
          weights: [...table.weights].reverse().map((row) => [...row].reverse()),
          locked: table.locked!,
        })
        if (isRefusal(cells) || isRefusal(turned)) throw new Error('refused')
        expect(turned.reverse().map((row) => row.reverse())).toEqual(cells)
      }),
    )
  })

  test('a lock raised above what its row or column holds is always refused', () => {
    fc.assert(
      fc.property(request, fc.nat(), fc.integer({ min: 1, max: 50 }), (table, pick, over) => {
        fc.pre(table.locked!.length > 0)
        const chosen = table.locked![pick % table.locked!.length]!
        const row = table.rows.find((r) => r.key === chosen.row)!
        const locked = table.locked!.map((l) =>
          l === chosen ? { ...l, amount: cents(row.total + over) } : l,
        )
        expect(splitTwoWay({ ...table, locked })).toMatchObject({ refused: 'locksExceedMargin' })
      }),
    )
  })

  test('whatever is asked, the answer is exact or a refusal whose shortage is real', () => {
    fc.assert(
      fc.property(request, fc.array(fc.nat({ max: 48 }), { maxLength: 12 }), (table, closed) => {
        const m = table.columns.length
        const weights = table.weights.map((row, i) => row.map((w, j) => (closed.includes(i * m + j) ? 0 : w)))
        const cells = splitTwoWay({ ...table, weights })
        if (!isRefusal(cells)) {
          expect(rowSums(cells)).toEqual(table.rows.map((r) => r.total))
          expect(columnSums(cells)).toEqual(table.columns.map((c) => c.total))
          return
        }
        expect(['rowsOutOfReach', 'columnsOutOfReach']).toContain(cells.refused)
        expect(shortageByHand({ ...table, weights }, cells.facts, cells.refused)).toBe(cells.facts.shortCents)
        expect(cells.facts.shortCents).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})

/** Every rounding down or up of the fit that meets the margins. */
function roundings(fitted: number[][], { rows, columns }: TwoWayRequest): number[][][] {
  const m = columns.length
  const flat = fitted.flat().map((x) => (Math.abs(x - Math.round(x)) < 1e-7 ? Math.round(x) : x))
  const odd = flat.flatMap((x, at) => (Number.isInteger(x) ? [] : [at]))
  const found: number[][][] = []
  for (let mask = 0; mask < 2 ** odd.length; mask++) {
    const whole = flat.map(Math.floor)
    odd.forEach((at, bit) => {
      if (mask & (1 << bit)) whole[at]! += 1
    })
    const table = rows.map((_, i) => whole.slice(i * m, (i + 1) * m) as Money[])
    if (
      rowSums(table).every((sum, i) => sum === rows[i]!.total) &&
      columnSums(table).every((sum, j) => sum === columns[j]!.total)
    ) {
      found.push(table)
    }
  }
  return found
}

/** Need of the lines named minus what the cells open to them could take, counted afresh from the request. */
function shortageByHand(table: TwoWayRequest, facts: Readonly<Record<string, unknown>>, why: string): number {
  const byRows = why === 'rowsOutOfReach'
  const [needy, side] = byRows ? [facts.rowKeys, table.rows] : [facts.columnKeys, table.columns]
  const [other, otherSide] = byRows ? [facts.columnKeys, table.columns] : [facts.rowKeys, table.rows]
  const keysOf = (keys: unknown): Set<string> => new Set(keys as string[])
  const left = (lines: readonly Margin[], keys: Set<string>, at: 'row' | 'column'): number =>
    lines.reduce((sum, l) => (keys.has(l.key) ? sum + l.total : sum), 0) -
    table.locked!.reduce((sum, l) => (keys.has(l[at]) ? sum + l.amount : sum), 0)
  const [needyKeys, otherKeys] = [keysOf(needy), keysOf(other)]
  // No open cell leads from a needy line to a line that is not named.
  for (const [i, row] of table.rows.entries()) {
    for (const [j, column] of table.columns.entries()) {
      const [mine, theirs] = byRows ? [row.key, column.key] : [column.key, row.key]
      if (!needyKeys.has(mine) || otherKeys.has(theirs) || table.weights[i]![j] === 0) continue
      if (table.locked!.some((l) => l.row === row.key && l.column === column.key)) continue
      expect(left(otherSide, new Set([theirs]), byRows ? 'column' : 'row')).toBe(0)
    }
  }
  return (
    left(side, needyKeys, byRows ? 'row' : 'column') - left(otherSide, otherKeys, byRows ? 'column' : 'row')
  )
}
