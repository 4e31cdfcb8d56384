import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateStyle, type StyleDelivery } from './allocation.ts'
import { allocateInThread } from './stock-thread.ts'

const delivered = (
  rules: Partial<StyleDelivery> & Pick<StyleDelivery, 'available' | 'demand'>,
): number[][] => {
  const sizes = rules.available.length
  const stores = rules.demand.length / sizes
  const into = new Uint16Array(rules.demand.length)
  allocateStyle({ carries: new Uint8Array(stores).fill(1), core: [], leastChance: 0, ...rules }, into)
  return Array.from({ length: stores }, (_, s) => [...into.subarray(s * sizes, (s + 1) * sizes)])
}
/** Expected sales of a Poisson demand with so many pieces. */
const expected = (mean: number, pieces: number): number => {
  let [sum, chance, below] = [0, Math.exp(-mean), 0]
  for (let k = 0; k < pieces; k++) {
    below += chance
    sum += 1 - below
    chance *= mean / (k + 1)
  }
  return sum
}

describe('配货', () => {
  test('no other way to give out the same pieces is expected to sell more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 4, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.nat(7),
        (means, pieces) => {
          const got = delivered({ available: Int32Array.of(pieces), demand: Float64Array.from(means) }).map(
            (r) => r[0]!,
          )
          const worth = (give: readonly number[]): number =>
            give.reduce((sum, q, s) => sum + expected(means[s]!, q), 0)
          let best = 0
          const tryAll = (store: number, left: number, give: number[]): void => {
            if (store === means.length) {
              best = Math.max(best, worth(give))
              return
            }
            for (let q = 0; q <= left; q++) tryAll(store + 1, left - q, [...give, q])
          }
          tryAll(0, pieces, [])
          expect(got.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(pieces)
          expect(worth(got)).toBeCloseTo(best, 9)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('a store gets a whole core run or nothing, the stores that sell best first', () => {
    const rows = delivered({
      available: Int32Array.of(5, 2, 1),
      demand: Float64Array.of(1, 1, 1, 3, 3, 3, 2, 2, 2),
      core: [0, 1],
    })
    expect(rows[0]).toEqual([0, 0, 0])
    expect(rows[1]!.slice(0, 2).every((n) => n > 0)).toBe(true)
    expect(rows[2]!.slice(0, 2).every((n) => n > 0)).toBe(true)
  })

  test('a store without the line gets nothing, and no piece goes where it hardly sells', () => {
    const rows = delivered({
      available: Int32Array.of(50),
      demand: Float64Array.of(2, 2),
      carries: Uint8Array.of(1, 0),
      leastChance: 0.3,
    })
    expect(rows).toEqual([[3], [0]])
  })

  test('a wave of several styles in its thread gives what is there and no more', async () => {
    const wave = {
      stores: 3,
      styles: 2,
      sizes: 2,
      demand: Float32Array.from({ length: 12 }, (_, i) => 1 + (i % 3)),
      available: Int32Array.of(4, 0, 3, 9),
      carries: Uint8Array.of(1, 1, 1, 1, 1, 0),
      core: [],
      leastChance: 0,
    }
    const { pieces, given } = await allocateInThread(wave)
    const sum = (style: number, size: number): number =>
      [0, 1, 2].reduce((s, store) => s + pieces[(style * 3 + store) * 2 + size]!, 0)
    expect([sum(0, 0), sum(0, 1), sum(1, 0), sum(1, 1)]).toEqual([4, 0, 3, 9])
    expect(given).toBe(16)
    expect(pieces[10]! + pieces[11]!).toBe(0)
  })
})
