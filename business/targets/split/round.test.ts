import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benchSplits } from './bench.ts'
import { Heap } from './heap.ts'
import { roundToMargins } from './round.ts'

const sums = (cells: Float64Array, n: number, m: number) => ({
  rows: Float64Array.from({ length: n }, (_, i) =>
    cells.slice(i * m, (i + 1) * m).reduce((a, b) => a + b, 0),
  ),
  columns: Float64Array.from({ length: m }, (_, j) =>
    cells.filter((_, at) => at % m === j).reduce((a, b) => a + b, 0),
  ),
})

test('however poor the fit, the margins are met to the cent and no closed cell is used', () => {
  const table = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([n, m]) =>
    fc.record({
      n: fc.constant(n),
      m: fc.constant(m),
      wanted: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: n * m, maxLength: n * m }),
      off: fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: n * m, maxLength: n * m }),
    }),
  )
  fc.assert(
    fc.property(table, ({ n, m, wanted, off }) => {
      const { rows, columns } = sums(Float64Array.from(wanted), n, m)
      const open = Uint8Array.from(wanted, (w) => (w > 0 ? 1 : 0))
      const cells = roundToMargins(Float64Array.from(off), { n, m, rowLeft: rows, columnLeft: columns, open })
      expect(sums(cells, n, m)).toEqual({ rows, columns })
      cells.forEach((amount, at) => {
        expect(amount).toBeGreaterThanOrEqual(0)
        if (!open[at]) expect(amount).toBe(0)
      })
    }),
    { numRuns: 500 },
  )
})

const rounded = (fitted: number[][], rowLeft: number[], columnLeft: number[]): number[][] => {
  const [n, m] = [rowLeft.length, columnLeft.length]
  const cells = roundToMargins(Float64Array.from(fitted.flat()), {
    n,
    m,
    rowLeft: Float64Array.from(rowLeft),
    columnLeft: Float64Array.from(columnLeft),
    open: Uint8Array.from(fitted.flat(), (x) => (Number.isNaN(x) ? 0 : 1)),
  })
  return Array.from({ length: n }, (_, i) => [...cells.slice(i * m, (i + 1) * m)])
}
const closed = Number.NaN

test('a cent passes through a third column where no row leads directly, by the row that minds least', () => {
  // z has one too many and x lacks one; the third row gives z to y, and of the first two the second minds least.
  const fitted = [
    [0.1, 0.9, closed],
    [0.4, 0.6, closed],
    [closed, 0.4, 0.6],
  ]
  expect(rounded(fitted, [1, 1, 1], [1, 2, 0])).toEqual([
    [0, 1, 0],
    [1, 0, 0],
    [0, 1, 0],
  ])
})

test('where a fit is far off, the largest cell gives', () => {
  const fitted = [
    [4, 0],
    [10, 0],
  ]
  expect(rounded(fitted, [4, 10], [9, 5])).toEqual([
    [4, 0],
    [5, 5],
  ])
})

test('1,000 equal stores: nobody gets two odd cents, and the months are met', () => {
  const [n, m] = [1000, 12]
  const rowLeft = new Float64Array(n).fill(8)
  const columnLeft = Float64Array.from({ length: m }, (_, j) => (j < 8 ? 667 : 666))
  const fitted = new Float64Array(n * m).fill(8 / 12)
  const cells = roundToMargins(fitted, { n, m, rowLeft, columnLeft, open: new Uint8Array(n * m).fill(1) })
  expect(Math.max(...cells)).toBe(1)
  expect(sums(cells, n, m)).toEqual({ rows: rowLeft, columns: columnLeft })
})

test('a heap gives its numbers back in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (first, then) => {
      const heap = new Heap()
      for (const n of first) heap.add(n)
      heap.settle()
      for (const n of then) heap.push(n)
      const out: number[] = []
      while (heap.size > 0) {
        out.push(heap.top)
        heap.pop()
      }
      expect(out).toEqual([...first, ...then].sort((a, b) => a - b))
    }),
  )
})

test('a chain of 400 stores with 240 locks splits without a violation, every cell within a cent of its fit', () => {
  for (const bench of benchSplits(400, 240)) {
    expect(bench.violations).toBe(0)
    expect(bench.deviation).toBeLessThan(1)
  }
})
