import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { columnSums, rowSums } from './margins.ts'
import type { Margin, TwoWayRequest } from './two-way.ts'
import { fittedTwoWay, splitTwoWay } from './two-way.ts'

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
