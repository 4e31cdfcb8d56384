import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents, negate } from '../../../platform/kinds/money.ts'
import { isRefusal } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import type { Share } from './one-way.ts'
import { largestRemainder, splitOneWay, wholeWeights } from './one-way.ts'
import { splitRefusals } from './words.ts'

const share = (key: string, weight: number, locked?: number): Share =>
  locked === undefined ? { key, weight } : { key, weight, locked: cents(locked) }
const split = (total: number, ...shares: Share[]) => splitOneWay({ total: cents(total), shares })

describe('who gets the odd cent', () => {
  test('三人分一元,一分不多一分不少', () => {
    const amounts = split(100, share('李', 1), share('王', 1), share('张', 1))
    expect(amounts).toEqual([33, 33, 34])
  })

  test('among equals the smaller key gets it, in whatever order the lines stand', () => {
    expect(split(100, share('a', 1), share('b', 1), share('c', 1))).toEqual([34, 33, 33])
    expect(split(100, share('c', 1), share('b', 1), share('a', 1))).toEqual([33, 33, 34])
    expect(split(101, share('c', 1), share('a', 1), share('b', 1))).toEqual([33, 34, 34])
  })

  test('the largest remainders get it, not the largest shares', () => {
    // 10 by 1:2:4 is 1.43, 2.86, 5.71
    expect(split(10, share('a', 1), share('b', 2), share('c', 4))).toEqual([1, 3, 6])
    // 9 by 10:1:1 is 7.5, 0.75, 0.75: the two small ones
    expect(split(9, share('a', 10), share('b', 1), share('c', 1))).toEqual([7, 1, 1])
    // 6 by 10:1:1 is 5, 0.5, 0.5: the first of the two small ones
    expect(split(6, share('a', 10), share('c', 1), share('b', 1))).toEqual([5, 0, 1])
  })

  test('0.7 and 0.1 are what a person typed: their halves tie, whatever a float makes of them', () => {
    // 5 by 0.7:0.2:0.1 is 3.5, 1, 0.5
    expect(split(5, share('a', 0.7), share('b', 0.2), share('c', 0.1))).toEqual([4, 1, 0])
    expect(split(5, share('c', 0.7), share('b', 0.2), share('a', 0.1))).toEqual([3, 1, 1])
  })

  test('a correction below zero is the mirror image: the same person gives the odd cent back', () => {
    expect(split(-100, share('a', 1), share('b', 1), share('c', 1))).toEqual([-34, -33, -33])
  })
})

describe('locks', () => {
  test('a locked share keeps its amount, the others share the rest', () => {
    expect(split(1000, share('a', 5, 301), share('b', 1), share('c', 1))).toEqual([301, 350, 349])
  })

  test('the weight of a locked share counts no more', () => {
    expect(split(100, share('a', 1_000_000, 10), share('b', 2), share('c', 1))).toEqual([10, 60, 30])
  })

  test('locks that use the total up leave zero to the others, and that is allowed', () => {
    expect(split(100, share('a', 1, 60), share('b', 1, 40), share('c', 3))).toEqual([60, 40, 0])
  })

  test('locks above the total are refused, and the sentence says by how much', () => {
    const answer = split(10_000, share('a', 1, 10_250), share('b', 1))
    expect(answer).toMatchObject({ refused: 'locksExceedTotal', facts: { overCents: 250 } })
    if (!isRefusal(answer)) throw new Error('not refused')
    expect(say(splitRefusals.locksExceedTotal, 'zh', answer.facts)).toBe(
      '锁定的合计 ¥102.50 比总额 ¥100.00 多 ¥2.50，请先放开一部分',
    )
  })

  test('a lock against the direction of the total is refused', () => {
    expect(split(100, share('a', 1, -1), share('b', 1))).toMatchObject({ refused: 'lockOfOtherSign' })
    expect(split(-100, share('a', 1, 1), share('b', 1))).toMatchObject({ refused: 'lockOfOtherSign' })
    expect(split(-100, share('a', 1, -40), share('b', 1))).toEqual([-40, -60])
  })
})

describe('who can carry', () => {
  test('份数为零的人一分不担', () => {
    expect(split(101, share('a', 0), share('b', 1), share('c', 1))).toEqual([0, 51, 50])
  })

  test('money without anybody to carry it is refused with the amount', () => {
    expect(split(100, share('a', 0), share('b', 9, 30))).toMatchObject({
      refused: 'nobodyToCarry',
      facts: { left: '0.70', leftCents: 70 },
    })
    expect(split(1)).toMatchObject({ refused: 'nobodyToCarry' })
  })

  test('nothing among nobody is nothing', () => {
    expect(split(0)).toEqual([])
    expect(split(0, share('a', 0))).toEqual([0])
  })

  test('a weight below zero, infinite or not a number is refused by name', () => {
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const answer = splitOneWay({
        total: cents(5),
        shares: [share('a', 1), { key: 'b', label: '张晓燕', weight }],
      })
      expect(answer).toMatchObject({ refused: 'weightNotUsable', facts: { name: '张晓燕', weight } })
    }
  })

  test('the same key twice is refused', () => {
    expect(split(5, share('a', 1), share('a', 1))).toMatchObject({
      refused: 'duplicateKey',
      facts: { key: 'a' },
    })
  })

  test('weights as far apart as a number can hold still split exactly', () => {
    expect(split(100, share('a', 5e-324), share('b', 1.7e308))).toEqual([0, 100])
    expect(wholeWeights([0.25, 1.5e-7, 3])).toEqual([2_500_000_0n, 15n, 300_000_000n])
  })
})

test('parts that do not sum to a whole number are a fault, not a rounding', () => {
  expect(() => largestRemainder([1n, 1n], 3n, () => 0)).toThrow(RangeError)
  expect(largestRemainder([-5n, 2n, 3n], 3n, (a, b) => a - b)).toEqual([-2n, 1n, 1n])
})

describe('for any shares', () => {
  const weight = fc.oneof(
    fc.integer({ min: 0, max: 1000 }),
    fc.double({ min: 0, max: 1e6, noNaN: true }),
    fc.constant(0),
  )
  const shares = fc
    .array(fc.record({ weight, lock: fc.option(fc.integer({ min: 0, max: 50_000 }), { freq: 3 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((lines) =>
      lines.map(({ weight, lock }, i) => share(`k${String(i).padStart(2, '0')}`, weight, lock ?? undefined)),
    )
  const lockSum = (lines: readonly Share[]): number => lines.reduce((sum, s) => sum + (s.locked ?? 0), 0)

  test('the parts are the total, to the cent; locks stay; nobody is off their quota by a cent', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 2_000_000_000 }), (lines, extra) => {
        const total = cents(lockSum(lines) + extra)
        const amounts = splitOneWay({ total, shares: lines })
        const carriers = lines.filter((s) => s.locked === undefined && s.weight > 0)
        if (carriers.length === 0 && extra > 0) {
          expect(amounts).toMatchObject({ refused: 'nobodyToCarry', facts: { leftCents: extra } })
          return
        }
        if (isRefusal(amounts)) throw new Error(amounts.refused)
        expect(amounts.reduce((sum: number, a) => sum + a, 0)).toBe(total)
        const all = carriers.reduce((sum, s) => sum + s.weight, 0)
        lines.forEach((s, i) => {
          if (s.locked !== undefined) expect(amounts[i]).toBe(s.locked)
          else if (s.weight === 0) expect(amounts[i]).toBe(0)
          else expect(Math.abs(amounts[i]! - (extra * s.weight) / all)).toBeLessThan(1.001)
        })
      }),
    )
  })

  test('more weight is never less money', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 100_000 }), (lines, extra) => {
        const amounts = splitOneWay({ total: cents(lockSum(lines) + extra), shares: lines })
        if (isRefusal(amounts)) return
        const free = lines.flatMap((s, i) =>
          s.locked === undefined ? [{ weight: s.weight, amount: amounts[i]! }] : [],
        )
        free.sort((a, b) => a.weight - b.weight || a.amount - b.amount)
        for (let i = 1; i < free.length; i++)
          expect(free[i]!.amount).toBeGreaterThanOrEqual(free[i - 1]!.amount)
      }),
    )
  })

  test('the order of the lines changes nothing, and minus the total undoes it', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 1_000_000 }), (lines, extra) => {
        const total = cents(lockSum(lines) + extra)
        const amounts = splitOneWay({ total, shares: lines })
        const turned = splitOneWay({ total, shares: [...lines].reverse() })
        const undone = splitOneWay({ total: negate(total), shares: lines.map(mirrored) })
        if (isRefusal(amounts) || isRefusal(turned) || isRefusal(undone)) {
          expect([amounts, turned, undone].every(isRefusal)).toBe(true)
          return
        }
        expect(turned.reverse()).toEqual(amounts)
        expect(undone).toEqual(amounts.map(negate))
      }),
    )
    function mirrored(s: Share): Share {
      return s.locked === undefined ? s : { ...s, locked: negate(s.locked as Money) }
    }
  })

  test('locks above the total are always refused by exactly what is too much', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 1000 }), (lines, over) => {
        const locked = lockSum(lines)
        fc.pre(locked >= over)
        expect(splitOneWay({ total: cents(locked - over), shares: lines })).toMatchObject({
          refused: 'locksExceedTotal',
          facts: { overCents: over },
        })
      }),
    )
  })
})
