import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../../../platform/kinds/money.ts'
import type { GapSplit, Trade } from './gap.ts'
import { splitGap, splitGapToTarget } from './gap.ts'
import { gapWords } from './words.ts'

const trade = (netSales: number, netUnits: number, saleTickets: number, traffic?: number): Trade => ({
  netSales: cents(netSales),
  netUnits,
  saleTickets,
  traffic,
})
const amounts = (split: GapSplit) => Object.fromEntries(split.parts.map((part) => [part.factor, part.amount]))
/** In whole numbers without end: sums on the way may be larger than any money. */
const total = (split: GapSplit) => Number(split.parts.reduce((sum, part) => sum + BigInt(part.amount), 0n))

describe('差额拆成四个原因', () => {
  test('when only traffic fell, all of the gap is traffic', () => {
    const split = splitGap(trade(90_000, 18, 9, 90), trade(100_000, 20, 10, 100))
    expect(split.gap).toBe(-10_000)
    expect(amounts(split)).toEqual({
      traffic: -10_000,
      conversionRate: 0,
      unitsPerTransaction: 0,
      averageUnitRetail: 0,
    })
    expect(split).toMatchObject({ basis: 'traffic', notes: [gapWords.byTraffic] })
  })

  test('two factors that grew alike share their joint effect alike, whichever is named first', () => {
    // Traffic ×2 and price ×2: 100 → 400.
    const split = splitGap(trade(400, 2, 2, 4), trade(100, 1, 1, 2))
    expect(amounts(split)).toEqual({
      traffic: 150,
      conversionRate: 0,
      unitsPerTransaction: 0,
      averageUnitRetail: 150,
    })
  })

  test('an odd cent of two equal parts goes to the earlier factor of the identity', () => {
    // Traffic 1 → 2 and price 1 → 2 cents: 3 cents among two equals.
    expect(amounts(splitGap(trade(4, 2, 2, 2), trade(1, 1, 1, 1)))).toEqual({
      traffic: 2,
      conversionRate: 0,
      unitsPerTransaction: 0,
      averageUnitRetail: 1,
    })
  })

  test('a gain may hide a loss: fewer visitors, better conversion', () => {
    const split = splitGap(trade(100_000, 20, 10, 50), trade(100_000, 20, 10, 100))
    expect(amounts(split)).toEqual({
      traffic: -75_000,
      conversionRate: 75_000,
      unitsPerTransaction: 0,
      averageUnitRetail: 0,
    })
  })

  test('each part shows the factor before and after', () => {
    const split = splitGap(trade(120_000, 24, 10, 50), trade(100_000, 20, 10, 100))
    expect(split.parts.map(({ factor, from, to }) => [factor, from, to])).toEqual([
      ['traffic', 100, 50],
      ['conversionRate', 0.1, 0.2],
      ['unitsPerTransaction', 2, 2.4],
      ['averageUnitRetail', 5000, 5000],
    ])
  })
})

describe('when something was not counted', () => {
  test('客流没有数,就拆三个原因,并且说明', () => {
    const split = splitGap(trade(90_000, 18, 9), trade(100_000, 20, 10, 100))
    expect(amounts(split)).toEqual({ saleTickets: -10_000, unitsPerTransaction: 0, averageUnitRetail: 0 })
    expect(split).toMatchObject({ basis: 'tickets', notes: [gapWords.byTickets] })
  })

  test('a traffic of zero is not a count', () => {
    expect(splitGap(trade(90, 1, 1, 0), trade(100, 1, 1, 9)).basis).toBe('tickets')
  })

  test('a day without tickets or with more returned than sold is not split further', () => {
    for (const actual of [trade(0, 0, 0, 30), trade(-500, -1, 1, 30)]) {
      const split = splitGap(actual, trade(100_000, 20, 10, 100))
      expect(split).toMatchObject({ basis: 'whole', notes: [gapWords.whole] })
      expect(amounts(split)).toEqual({ netSales: actual.netSales - 100_000 })
    }
  })
})

test('two periods so unlike that a part would pass any amount of money are not split', () => {
  const split = splitGap(trade(0, 16, 1, 1), trade(4_687_106_772, 1, 199_991, 841_299))
  expect(split).toMatchObject({ gap: -4_687_106_772, basis: 'whole' })
})

describe('the gap to a target', () => {
  test('the target is read at the rates of the reference period', () => {
    // Rates as in the base, so what is missing is traffic: the target asks for 200 visitors, 150 came.
    const split = splitGapToTarget(trade(150_000, 30, 15, 150), cents(200_000), trade(100_000, 20, 10, 100))
    expect(split.gap).toBe(-50_000)
    expect(amounts(split)).toMatchObject({ traffic: -50_000, conversionRate: 0 })
    expect(split.parts[0]).toMatchObject({ from: 200, to: 150 })
    expect(split.notes).toEqual([gapWords.byTraffic, gapWords.targetByHistory])
  })

  test('without a reference period the gap stays whole', () => {
    expect(splitGapToTarget(trade(1, 1, 1, 1), cents(5), trade(0, 0, 0))).toMatchObject({
      gap: -4,
      basis: 'whole',
      parts: [{ factor: 'netSales', amount: -4, from: 5, to: 1 }],
    })
  })
})

describe('for any two periods', () => {
  // Not only likely ones: a store's first day, a day of returns only, a mistyped count.
  const any = fc
    .record({
      sales: fc.integer({ min: -1_000_000, max: 5_000_000_000 }),
      units: fc.integer({ min: -5, max: 400_000 }),
      tickets: fc.integer({ min: 0, max: 200_000 }),
      traffic: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    })
    .map((one) => trade(one.sales, one.units, one.tickets, one.traffic))

  test('the parts are the gap, to the cent', () => {
    fc.assert(
      fc.property(any, any, (actual, reference) => {
        const split = splitGap(actual, reference)
        expect(split.gap).toBe(actual.netSales - reference.netSales)
        expect(total(split)).toBe(split.gap)
      }),
      { numRuns: 500 },
    )
  })

  test('so are those of the gap to a target', () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 5_000_000_000 }), (actual, base, target) => {
        const split = splitGapToTarget(actual, cents(target), base)
        expect(split.gap).toBe(actual.netSales - target)
        expect(total(split)).toBe(split.gap)
      }),
      { numRuns: 500 },
    )
  })

  test('seen from the other side every part changes its sign, within the odd cent', () => {
    fc.assert(
      fc.property(any, any, (actual, reference) => {
        const [there, back] = [splitGap(actual, reference), splitGap(reference, actual)]
        there.parts.forEach((part, k) => {
          expect(Math.abs(part.amount + back.parts[k]!.amount)).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  test('the exact parts are the average over all orders of change', () => {
    fc.assert(
      fc.property(any, any, (actual, reference) => {
        const split = splitGap(actual, reference)
        fc.pre(split.basis === 'traffic')
        // Floats hold what is to be compared only up to a size.
        fc.pre(split.parts.every((part) => Math.abs(part.amount) < 1e13))
        const expected = averageOverOrders(
          split.parts.map((part) => part.from),
          split.parts.map((part) => part.to),
        )
        const size = Math.max(1, ...expected.map(Math.abs))
        split.parts.forEach((part, k) => {
          expect(Math.abs(part.amount - expected[k]!)).toBeLessThan(2 + size * 1e-4)
        })
      }),
    )
  })
})

/** By the definition: change the factors one after another in each order, and average what each step brought. */
function averageOverOrders(from: number[], to: number[]): number[] {
  const parts = from.map(() => 0)
  const orders = permutations(from.map((_, k) => k))
  for (const order of orders) {
    const now = [...from]
    for (const k of order) {
      const before = now.reduce((product, value) => product * value, 1)
      now[k] = to[k]!
      parts[k]! += (now.reduce((product, value) => product * value, 1) - before) / orders.length
    }
  }
  return parts
}
function permutations(items: number[]): number[][] {
  if (items.length <= 1) return [items]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}
