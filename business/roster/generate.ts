import type { Master, Relaxed } from './master.ts'
import type { MonthPlanner } from './month.ts'
import type { Ground } from './plan.ts'

export interface Generated extends Relaxed {
  /** No choice of months of these people can cost less (cover of the cells included). */
  readonly bound: number
  /** No month is missing that could make the relaxation cheaper. */
  readonly isComplete: boolean
}

/**
 * Column generation: prices of the relaxed master → for each person the cheapest months under them → new columns,
 * until none is missing, the clock ends it or `rounds` are over. The bound is Lagrange's: the objective plus the
 * reduced cost of everybody's cheapest month.
 */
export function generate(
  ground: Ground,
  planners: readonly MonthPlanner[],
  master: Master,
  settings: {
    /** Whose months are still open. */
    readonly people: readonly number[]
    readonly rounds: number
    readonly perPerson: number
    readonly isOver: () => boolean
    /** A bound with which nothing better can come of it. */
    readonly isHopeless?: (bound: number) => boolean
  },
): Generated {
  const weights = new Float64Array(ground.problem.days * ground.width)
  let bound = Number.NEGATIVE_INFINITY
  let relaxed = master.relax()
  for (let round = 0; round < settings.rounds; round++) {
    let added = 0
    let reduced = 0
    for (const person of settings.people) {
      if (settings.isOver()) return { ...relaxed, bound, isComplete: false }
      priced(ground, person, relaxed.cellPrice, weights)
      const { months, floor } = planners[person]!.cheapest(weights, settings.perPerson)
      const price = relaxed.personPrice[person]!
      reduced += Math.min(0, floor - price)
      for (const { row, value } of months)
        if (value < price - 1e-6 && master.add({ person, row, cost: ground.wishCost(person, row) }))
          added += 1
    }
    bound = Math.max(bound, relaxed.objective + reduced)
    if (settings.isHopeless?.(bound)) return { ...relaxed, bound, isComplete: false }
    if (added === 0) return { ...relaxed, bound, isComplete: true }
    relaxed = master.relax()
  }
  return { ...relaxed, bound, isComplete: false }
}

/** Weights of a person's days under the prices of the cells. */
export function priced(ground: Ground, person: number, cellPrice: Float64Array, into: Float64Array): void {
  into.set(ground.wishes[person]!)
  for (let day = 0; day < ground.problem.days; day++)
    for (let shift = 0; shift < ground.shifts; shift++)
      into[day * ground.width + shift + 1]! -= cellPrice[day * ground.shifts + shift]!
}
