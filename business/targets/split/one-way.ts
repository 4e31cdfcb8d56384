import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { SplitWhy } from './words.ts'
import { yuan } from './words.ts'

/** One who takes part: `weight` in share units (份数), any unit, ≥ 0; a `locked` share keeps its amount. */
export interface Share {
  readonly key: string
  readonly weight: number
  readonly locked?: Money
  /** What a refusal calls it; the key where there is none. */
  readonly label?: string
}

/**
 * Splits a total in whole cents by weight, exactly: largest remainder (Hamilton), the odd cents going to the
 * largest remainders and, among equal ones, to the smaller key, whatever the order of the lines.
 * A weight is read as the decimal it prints as and worked on as an integer, so no float error can enter.
 * A negative total (a correction) is the mirror image: −T undoes T to the cent; its locks are ≤ 0.
 * Answers amounts in the order of `shares`; the sum is the total.
 */
export function splitOneWay(request: {
  readonly total: Money
  readonly shares: readonly Share[]
}): Money[] | Refusal<SplitWhy> {
  const { total, shares } = request
  const no = unusable(shares, total)
  if (no) return no

  let locked = 0
  for (const share of shares) locked += share.locked ?? 0
  const sign = total < 0 ? -1 : 1
  const left = sign * (total - locked)
  if (left < 0) {
    return refuse('locksExceedTotal', {
      total: yuan(total),
      locked: yuan(locked),
      over: yuan(-left),
      overCents: -left,
    })
  }
  const free = shares.flatMap((share, i) => (share.locked === undefined && share.weight > 0 ? [i] : []))
  if (left > 0 && free.length === 0) {
    return refuse('nobodyToCarry', { left: yuan(left), leftCents: left })
  }

  const amounts = shares.map((share) => share.locked ?? cents(0))
  if (left === 0) return amounts
  const weights = wholeWeights(free.map((i) => shares[i]!.weight))
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  const parts = largestRemainder(
    weights.map((weight) => BigInt(left) * weight),
    all,
    (a, b) => byKey(shares[free[a]!]!.key, shares[free[b]!]!.key),
  )
  free.forEach((i, k) => {
    amounts[i] = cents(BigInt(sign) * parts[k]!)
  })
  return amounts
}

/** Code-unit order: the same on every machine, whatever its language. */
export const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Rounds exact fractions numerators[i]/denominator to whole numbers of the same sum, which must be whole:
 * down first, then one up for the largest remainders; `tie` orders equal ones.
 */
export function largestRemainder(
  numerators: readonly bigint[],
  denominator: bigint,
  tie: (a: number, b: number) => number,
): bigint[] {
  const all = numerators.reduce((sum, n) => sum + n, 0n)
  if (all % denominator !== 0n) throw new RangeError('the parts do not sum to a whole number')
  const parts = numerators.map((n) => floorDivide(n, denominator))
  const rests = numerators.map((n, i) => n - parts[i]! * denominator)
  const odd = Number(all / denominator - parts.reduce((sum, p) => sum + p, 0n))
  const order = numerators.map((_, i) => i)
  order.sort((a, b) => (rests[a]! > rests[b]! ? -1 : rests[a]! < rests[b]! ? 1 : tie(a, b)))
  for (const i of order.slice(0, odd)) parts[i]! += 1n
  return parts
}

const floorDivide = (n: bigint, d: bigint): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n)

/** Decimals to integers in the same proportion, exactly. */
export function wholeWeights(weights: readonly number[]): bigint[] {
  if (weights.every(Number.isSafeInteger)) return weights.map(BigInt)
  const decimals = weights.map(readDecimal)
  const least = decimals.reduce((min, d) => Math.min(min, d.exponent), 0)
  return decimals.map((d) => d.digits * 10n ** BigInt(d.exponent - least))
}

function readDecimal(weight: number): { digits: bigint; exponent: number } {
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(weight))
  if (!match) throw new RangeError(`not a weight: ${weight}`)
  const [, whole = '', fraction = '', power = '0'] = match
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

function unusable(shares: readonly Share[], total: Money): Refusal<SplitWhy> | undefined {
  const seen = new Set<string>()
  for (const share of shares) {
    const name = share.label ?? share.key
    if (seen.has(share.key)) return refuse('duplicateKey', { name, key: share.key })
    seen.add(share.key)
    if (!usableWeight(share.weight)) {
      return refuse('weightNotUsable', { name, key: share.key, weight: share.weight })
    }
    const lock = share.locked ?? 0
    if (total < 0 ? lock > 0 : lock < 0) {
      return refuse('lockOfOtherSign', { name, key: share.key, locked: yuan(lock), total: yuan(total) })
    }
  }
  return undefined
}

export const usableWeight = (weight: number): boolean => Number.isFinite(weight) && weight >= 0
