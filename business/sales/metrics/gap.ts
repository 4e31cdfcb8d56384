import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { largestRemainder } from '../../targets/split/one-way.ts'
import { factorNames, gapWords } from './words.ts'

/** One side of a comparison: sums over one scope and period. `traffic` only where every day was counted. */
export interface Trade {
  readonly netSales: Money
  readonly saleTickets: number
  readonly netUnits: number
  readonly traffic?: number
}

export type Factor = keyof typeof factorNames

export interface GapPart {
  readonly factor: Factor
  readonly name: Sentence
  /** The part of the gap that this factor makes, whole cents. */
  readonly amount: Money
  /** The factor on the reference side and on the actual side, for display; prices and sales in cents. */
  readonly from: number
  readonly to: number
}

export interface GapSplit {
  /** actual − reference; below zero is what is missing. */
  readonly gap: Money
  /** Sum to `gap` to the cent. */
  readonly parts: readonly GapPart[]
  readonly basis: 'traffic' | 'tickets' | 'whole'
  /** What was done, to be said beside the figure. */
  readonly notes: readonly Sentence[]
}

/**
 * Splits actual − reference among traffic × conversionRate × unitsPerTransaction × averageUnitRetail by the Shapley
 * value: each factor's effect averaged over every order in which the factors could change, so that none profits from
 * being named first. Exact rationals; odd cents by largest remainder, then in the order of the identity.
 * Without traffic on both sides three factors remain; without tickets or pieces the gap stays whole. Both are said.
 */
export function splitGap(actual: Trade, reference: Trade): GapSplit {
  return split(side(actual), side(reference), [])
}

/**
 * The gap to a target. A target has no factors of its own: it is read at the rates of `base` (a comparable period),
 * so its traffic (or tickets) is what it would need at those rates.
 */
export function splitGapToTarget(actual: Trade, target: Money, base: Trade): GapSplit {
  if (base.netSales <= 0 || target <= 0) return split(side(actual), whole(target), [])
  const scale = ratio(target, base.netSales)
  const at = side(base)
  const reference: Side = {
    netSales: multiply(at.netSales, scale),
    units: at.units && multiply(at.units, scale),
    tickets: at.tickets && multiply(at.tickets, scale),
    traffic: at.traffic && multiply(at.traffic, scale),
  }
  return split(side(actual), reference, [gapWords.targetByHistory])
}

/** numerator / denominator, denominator > 0. */
interface Ratio {
  readonly n: bigint
  readonly d: bigint
}
const ratio = (n: number, d = 1): Ratio => ({ n: BigInt(n), d: BigInt(d) })
const multiply = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d })
const divide = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d, d: a.d * b.n })
/** For display: twelve places are plenty, and a big integer division cannot overflow. */
const asNumber = ({ n, d }: Ratio): number => Number((n * 1_000_000_000_000n) / d) / 1e12

interface Side {
  readonly netSales: Ratio
  readonly units?: Ratio
  readonly tickets?: Ratio
  readonly traffic?: Ratio
}
function side({ netSales, netUnits, saleTickets, traffic }: Trade): Side {
  const counted = (count: number | undefined) => (count !== undefined && count > 0 ? ratio(count) : undefined)
  return {
    netSales: ratio(netSales),
    units: counted(netUnits),
    tickets: counted(saleTickets),
    traffic: counted(traffic),
  }
}
const whole = (netSales: Money): Side => ({ netSales: ratio(netSales) })

function split(actual: Side, reference: Side, notes: Sentence[]): GapSplit {
  const [to, from] = [factorsOf(actual), factorsOf(reference)]
  if (to.traffic && from.traffic) {
    const parts = partsOf(to.traffic, from.traffic)
    if (parts) return { ...parts, basis: 'traffic', notes: [gapWords.byTraffic, ...notes] }
  } else if (to.tickets && from.tickets) {
    const parts = partsOf(to.tickets, from.tickets)
    if (parts) return { ...parts, basis: 'tickets', notes: [gapWords.byTickets, ...notes] }
  }
  const parts = partsOf(to.whole, from.whole)
  if (!parts) throw new RangeError('the gap is not a safe number of cents')
  return { ...parts, basis: 'whole', notes: [gapWords.whole] }
}

/** Undefined where the two sides are so unlike that a part is larger than any money: they cannot be compared. */
function partsOf(now: Factors, then: Factors): Pick<GapSplit, 'gap' | 'parts'> | undefined {
  const { parts, denominator } = shapley(
    now.map(([, value]) => value),
    then.map(([, value]) => value),
  )
  const amounts = largestRemainder(parts, denominator, (a, b) => a - b)
  if (!amounts.every((amount) => Number.isSafeInteger(Number(amount)))) return undefined
  return {
    gap: cents(amounts.reduce((sum, amount) => sum + amount, 0n)),
    parts: now.map(([factor, value], k) => ({
      factor,
      name: factorNames[factor],
      amount: cents(amounts[k]!),
      from: asNumber(then[k]![1]),
      to: asNumber(value),
    })),
  }
}

type Factors = readonly (readonly [Factor, Ratio])[]

/** The product of each list is net sales. */
function factorsOf({ netSales, units, tickets, traffic }: Side): {
  whole: Factors
  tickets?: Factors
  traffic?: Factors
} {
  const all: Factors = [['netSales', netSales]]
  if (!units || !tickets) return { whole: all }
  const rates: Factors = [
    ['unitsPerTransaction', divide(units, tickets)],
    ['averageUnitRetail', divide(netSales, units)],
  ]
  return {
    whole: all,
    tickets: [['saleTickets', tickets], ...rates],
    traffic: traffic && [['traffic', traffic], ['conversionRate', divide(tickets, traffic)], ...rates],
  }
}

/** Shapley values of a product of k factors, over one common denominator. */
function shapley(now: readonly Ratio[], then: readonly Ratio[]): { parts: bigint[]; denominator: bigint } {
  const k = now.length
  // Over the product of all denominators, each factor is a whole number on either side.
  const high = now.map((value, i) => value.n * then[i]!.d)
  const low = then.map((value, i) => value.n * now[i]!.d)
  const common = now.reduce((product, value, i) => product * value.d * then[i]!.d, 1n)
  const parts = high.map((_, i) => {
    let part = 0n
    for (let changed = 0; changed < 2 ** k; changed++) {
      if (changed & (1 << i)) continue
      let product = high[i]! - low[i]!
      let size = 0
      for (let j = 0; j < k; j++) {
        if (j === i) continue
        const isChanged = (changed & (1 << j)) !== 0
        if (isChanged) size++
        product *= isChanged ? high[j]! : low[j]!
      }
      part += factorial(size) * factorial(k - 1 - size) * product
    }
    return part
  })
  return { parts, denominator: common * factorial(k) }
}

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1))
