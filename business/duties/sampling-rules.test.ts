import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, type Record30, riskOf } from './sampling-rules.ts'

const clean: Record30 = { of: 30, late: 0, missing: 0, sameMinute: 3, sameWords: 0, worded: 30 }

test('a store that is late, or does not hand in, wants more looking at than one that is in time', () => {
  expect(riskOf(clean)).toBe(1)
  expect(riskOf({ ...clean, late: 15 })).toBe(3)
  expect(riskOf({ ...clean, missing: 30, sameMinute: 0, worded: 0 })).toBe(5)
})

test('the same words every evening, and always the same minute, are too perfect', () => {
  expect(riskOf({ ...clean, sameWords: 30 })).toBe(4)
  expect(riskOf({ ...clean, sameMinute: 30 })).toBe(3)
  expect(riskOf({ ...clean, sameWords: 30, sameMinute: 30 })).toBe(6)
  // A quarter of the same is chance, and five evenings make no habit.
  expect(riskOf({ ...clean, sameMinute: 7 })).toBe(1)
  expect(riskOf({ ...clean, of: 5, sameWords: 5, worded: 5, sameMinute: 5 })).toBe(1)
})

test('a newcomer without a past is looked at like anybody, and more trouble never means less risk', () => {
  expect(riskOf({ of: 0, late: 0, missing: 0, sameMinute: 0, sameWords: 0, worded: 0 })).toBe(1)
  const past = fc
    .record({ of: fc.nat(31), late: fc.nat(31), missing: fc.nat(31), minute: fc.nat(31), words: fc.nat(31) })
    .filter((p) => p.late + p.missing <= p.of && p.minute <= p.of - p.missing && p.words <= p.of - p.missing)
  fc.assert(
    fc.property(past, ({ of, late, missing, minute, words }) => {
      const r = { of, late, missing, sameMinute: minute, sameWords: words, worded: of - missing }
      const risk = riskOf(r)
      expect(risk).toBeGreaterThanOrEqual(1)
      expect(risk).toBeLessThanOrEqual(10)
      if (late + missing < of) expect(riskOf({ ...r, late: late + 1 })).toBeGreaterThan(risk)
    }),
  )
})

test('a sample holds its share and never fewer than the least, none twice, and all where there are few', () => {
  const some = fc.array(
    fc.record({ risk: fc.double({ min: 1, max: 10 }), u: fc.double({ min: 0, max: 0.999 }) }),
  )
  fc.assert(
    fc.property(some, (among) => {
      const taken = draw(among, { share: 0.3, least: 3 })
      expect(taken).toHaveLength(Math.min(among.length, Math.max(3, Math.ceil(among.length * 0.3))))
      expect(new Set(taken).size).toBe(taken.length)
    }),
  )
})

test('of ten stores the one at five times the risk is drawn far more often than the others', () => {
  let state = 7
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const times = [0, 0]
  for (let run = 0; run < 2_000; run++) {
    const among = Array.from({ length: 10 }, (_, i) => ({ i, risk: i === 0 ? 5 : 1, u: random() }))
    for (const { i } of draw(among, { share: 0.1, least: 1 })) times[i === 0 ? 0 : 1]!++
  }
  // 5 of 14 against 1 of 14 each.
  expect(times[0]! / 2_000).toBeGreaterThan(0.3)
  expect(times[0]! / 2_000).toBeLessThan(0.42)
})
