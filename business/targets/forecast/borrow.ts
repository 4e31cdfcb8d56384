import type { TaughtDays } from './moments.ts'
import type { PlanStore } from './plan-input.ts'
import type { ForecastModel } from './ridge.ts'

/** Open days after which a store's own seasons are believed in full. */
export const enoughDays = 300
/** Open days after which its own level is believed. */
const enoughForLevel = 14
const lenders = 5

/** The effects a store is planned with, and from whom they come. */
export interface Basis {
  readonly intercept: number
  readonly coefficients: Float64Array
  readonly variance: number
  readonly ownDays: number
  /** Part of the effects that is its own, 0 … 1. */
  readonly ownShare: number
  readonly lenders: readonly { readonly store: string; readonly name: string; readonly share: number }[]
}

/**
 * Own effects where history suffices; else mixed with those of up to five like stores (same kind counts 2, same
 * city 2, same area 1, squared, times their history). The level stays its own from two weeks of sales on.
 * Undefined when nobody has history.
 */
export function basisOf(
  store: PlanStore,
  stores: readonly PlanStore[],
  taught: ReadonlyMap<string, TaughtDays>,
  model: ForecastModel,
): Basis | undefined {
  const own = model.stores.get(store.store)
  const days = taught.get(store.store)
  const ownDays = days?.rows ?? 0
  const ownShare = own ? Math.min(1, ownDays / enoughDays) : 0
  if (own && ownShare === 1) return { ...own, ownDays, ownShare, lenders: [] }

  const like = likeStores(store, stores, taught, model)
  if (like.length === 0) return own && { ...own, ownDays, ownShare: 1, lenders: [] }
  const coefficients = new Float64Array(model.features.length)
  let intercept = 0
  let variance = 0
  const mix = (
    source: { coefficients: Float64Array; intercept: number; variance: number },
    share: number,
  ) => {
    for (let i = 0; i < coefficients.length; i++)
      coefficients[i] = coefficients[i]! + share * source.coefficients[i]!
    intercept += share * source.intercept
    variance += share * source.variance
  }
  for (const lender of like) mix(model.stores.get(lender.store)!, (1 - ownShare) * lender.share)
  if (own) mix(own, ownShare)
  if (days && ownDays >= enoughForLevel) intercept = levelOf(days, coefficients)
  return { intercept, coefficients, variance, ownDays, ownShare, lenders: like }
}

function likeStores(
  store: PlanStore,
  stores: readonly PlanStore[],
  taught: ReadonlyMap<string, TaughtDays>,
  model: ForecastModel,
) {
  const candidates = stores
    .filter((other) => other.store !== store.store && model.stores.has(other.store))
    .map((other) => {
      const likeness =
        (other.kind === store.kind ? 2 : 0) +
        (other.city === store.city ? 2 : 0) +
        (other.area === store.area ? 1 : 0)
      const history = Math.min(1, (taught.get(other.store)?.rows ?? 0) / enoughDays)
      // Where nobody is alike, everybody is a little.
      return { store: other.store, name: other.name, weight: (likeness ** 2 + 0.01) * history }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.store < b.store ? -1 : 1))
    .slice(0, lenders)
  const sum = candidates.reduce((all, { weight }) => all + weight, 0)
  return candidates.map(({ store: id, name, weight }) => ({ store: id, name, share: weight / sum }))
}

/** Mean log sales of its own days after the mixed effects. */
function levelOf(days: TaughtDays, coefficients: Float64Array): number {
  let sum = 0
  for (let r = 0; r < days.rows; r++) {
    sum += days.logSales[r]!
    for (let k = days.start[r]!; k < days.start[r + 1]!; k++)
      sum -= coefficients[days.index[k]!]! * days.value[k]!
  }
  return sum / days.rows
}
