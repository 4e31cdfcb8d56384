import type { Distribution } from './shape.ts'

/** Chances beyond this sum to less than a cent of a piece and are cut. */
const tail = 1e-5
const longest = 4_000

/**
 * Negative binomial with a mean and a variance of mean + dispersion × mean² (a Poisson whose rate varies from week
 * to week); a Poisson for a dispersion of 0.
 */
export function negativeBinomial(mean: number, dispersion: number): Distribution {
  if (mean <= 1e-9) return Float64Array.of(1)
  const chances: number[] = []
  const size = dispersion > 1e-6 ? 1 / dispersion : 0
  let chance = size > 0 ? Math.exp(-size * Math.log1p(mean / size)) : Math.exp(-Math.min(mean, 700))
  // A mean so large that the chance of nothing underflows is laid out from its logarithm.
  let log = size > 0 ? -size * Math.log1p(mean / size) : -mean
  const ratio = size > 0 ? mean / (size + mean) : mean
  let sum = 0
  for (let k = 0; k < longest && sum < 1 - tail; k++) {
    chance = Math.exp(log)
    chances.push(chance)
    sum += chance
    log += size > 0 ? Math.log((ratio * (size + k)) / (k + 1)) : Math.log(ratio / (k + 1))
  }
  return Float64Array.from(chances, (c) => c / sum)
}

/** What is left on the shelf after a week's demand (what cannot be sold is lost), then what arrives is added. */
export function afterWeek(shelf: Distribution, demand: Distribution, arriving: number): Distribution {
  const next = new Float64Array(shelf.length + arriving)
  for (let have = 0; have < shelf.length; have++) {
    const chance = shelf[have]!
    if (chance === 0) continue
    let kept = 0
    for (let sold = 0; sold < have && sold < demand.length; sold++) {
      next[have - sold + arriving]! += chance * demand[sold]!
      kept += demand[sold]!
    }
    next[arriving]! += chance * Math.max(0, 1 - kept)
  }
  return next
}

/** Exactly so many. */
export function certain(pieces: number): Distribution {
  const all = new Float64Array(pieces + 1)
  all[pieces] = 1
  return all
}

export function meanOf(distribution: Distribution): number {
  return distribution.reduce((sum, chance, k) => sum + chance * k, 0)
}
