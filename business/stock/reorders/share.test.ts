import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ask, coverDays, shareOut, sharesOf } from './share.ts'

const ask = fc.record({
  asked: fc.integer({ min: 1, max: 6 }),
  has: fc.integer({ min: -1, max: 5 }),
  weekly: fc.constantFrom(0, 0.3, 0.5, 1, 2.5),
  isCore: fc.boolean(),
})
const asks = fc
  .array(ask, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((a, i): Ask => ({ key: `S${i}`, ...a })))
const there = fc.integer({ min: 0, max: 40 })
const sum = (list: readonly number[]): number => list.reduce((n, one) => n + one, 0)

test('all there is or all that is asked is shared out in whole pieces, and nobody gets more than asked', () => {
  fc.assert(
    fc.property(there, asks, (n, all) => {
      const split = shareOut(n, all)
      expect(sum(split)).toBe(Math.min(n, sum(all.map((a) => a.asked))))
      for (const [i, given] of split.entries()) {
        expect(Number.isInteger(given) && given >= 0).toBe(true)
        expect(given).toBeLessThanOrEqual(all[i]!.asked)
      }
    }),
  )
})

test('one piece more in the warehouse takes nothing from anybody', () => {
  fc.assert(
    fc.property(there, asks, (n, all) => {
      const more = shareOut(n + 1, all)
      for (const [i, given] of shareOut(n, all).entries()) expect(more[i]).toBeGreaterThanOrEqual(given)
    }),
  )
})

test('who asks for more gets no less, and the others no more', () => {
  fc.assert(
    fc.property(there, asks, fc.nat(), (n, all, pick) => {
      const one = pick % all.length
      const greedy = all.map((a, i) => (i === one ? { ...a, asked: a.asked + 1 } : a))
      const [before, after] = [shareOut(n, all), shareOut(n, greedy)]
      for (const [i, given] of after.entries())
        if (i === one) expect(given).toBeGreaterThanOrEqual(before[i]!)
        else expect(given).toBeLessThanOrEqual(before[i]!)
    }),
  )
})

test('in whatever order the stores stand each gets the same', () => {
  fc.assert(
    fc.property(there, asks, (n, all) => {
      const back = [...all].reverse()
      expect(shareOut(n, back).reverse()).toEqual(shareOut(n, all))
    }),
  )
})

test('a missing core size comes first, then the fewest days of cover, then who sells most; what does not sell comes last', () => {
  const of = (key: string, part: Partial<Ask>): Ask => ({
    key,
    asked: 2,
    has: 1,
    weekly: 1,
    isCore: true,
    ...part,
  })
  const gap = of('gap', { has: 0, weekly: 0.2 })
  const short = of('short', { has: 1, weekly: 2 })
  const fast = of('fast', { has: 2, weekly: 2 })
  const slow = of('slow', { has: 1, weekly: 1 })
  const still = of('still', { has: 1, weekly: 0 })
  const order = (n: number) => shareOut(n, [still, slow, fast, short, gap])
  expect(order(1)).toEqual([0, 0, 0, 0, 1])
  expect(order(2)).toEqual([0, 0, 0, 1, 1])
  // Seven days each: the one that sells more first; after it the other.
  expect(order(3)).toEqual([0, 0, 1, 1, 1])
  expect(sharesOf(1, [gap, short, still]).map((s) => s.why)).toEqual([
    'coreMissing',
    'longCover',
    'doesNotSell',
  ])
  expect(sharesOf(1, [gap, { ...gap, key: 'fast', weekly: 3 }]).map((s) => s.why)).toEqual([
    'coreToo',
    'coreMissing',
  ])
  expect(sharesOf(0, [gap])[0]).toMatchObject({ why: 'noneThere', proposed: 0, total: 2 })
  expect(coverDays({ has: 3, weekly: 2 })).toBe(11)
  expect(coverDays(still)).toBeUndefined()
})
