import { afterWeek, certain, meanOf } from './distribution.ts'
import type { Distribution, StockCosts, StockPosition } from './shape.ts'

export interface SizedOrder {
  readonly pieces: number
  /** Pieces expected on the shelf in the week of arrival, before the order. */
  readonly shelf: number
  readonly shortWithout: number
  readonly shortWith: number
}

/**
 * The order whose last piece still pays: the shelf is rolled forward through what is on the way, week by week with
 * lost sales, as an exact distribution; then the smallest quantity with which the chance of running short in the week
 * of arrival is at most holding / (holding + lost). `demand` holds one distribution for each week up to and including
 * the week of arrival.
 */
export function sizeOrder(
  position: StockPosition,
  demand: readonly Distribution[],
  { holding, lost }: StockCosts,
): SizedOrder {
  const [first = 0, ...later] = position.arriving
  let shelf = certain(position.onHand + first)
  for (let week = 0; week < demand.length - 1; week++)
    shelf = afterWeek(shelf, demand[week]!, later[week] ?? 0)
  const arrival = demand.at(-1)!
  const allowed = holding / (holding + lost)
  const above = tailsOf(arrival)
  const short = (pieces: number): number => {
    let chance = 0
    for (let have = 0; have < shelf.length; have++)
      chance += shelf[have]! * (above[Math.min(have + pieces, above.length - 1)] ?? 0)
    return chance
  }
  let pieces = 0
  while (short(pieces) > allowed && pieces < arrival.length) pieces += 1
  return { pieces, shelf: meanOf(shelf), shortWithout: short(0), shortWith: short(pieces) }
}

/** Chance of more than k, for every k. */
function tailsOf(demand: Distribution): Float64Array {
  const above = new Float64Array(demand.length)
  let sum = 0
  for (let k = demand.length - 1; k >= 0; k--) {
    above[k] = sum
    sum += demand[k]!
  }
  return above
}
