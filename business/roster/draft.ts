import { shuffled } from '../../platform/kinds/random.ts'
import { MonthPlanner, weigh } from './month.ts'
import { type Ground, Plan } from './plan.ts'
import type { RosterProblem } from './shape.ts'

/** People, by index, for whom no legal month was found. */
export interface NoMonth {
  readonly stuck: readonly number[]
  /** The rules leave them none at all; false when the search was not exhaustive. */
  readonly isCertain: boolean
}

export interface Drafting {
  readonly random: () => number
  /** True when it should come to an end. */
  readonly isOver: () => boolean
  /** So many months are planned anew at most. */
  readonly moves: number
}

/**
 * A legal roster at once. Each person in turn gets the month that helps most beside the others; then, annealed, one
 * person at a time is planned anew under weights shaken by a falling temperature. Every month comes out of the
 * person's own rules, so that no draft can be illegal.
 */
export function draftRoster(
  ground: Ground,
  planners: readonly MonthPlanner[],
  { random, isOver, moves }: Drafting,
): Plan | NoMonth {
  const { problem } = ground
  const weights = new Float64Array(problem.days * ground.width)
  const idle = problem.people.map(() => new Int8Array(problem.days).fill(-1))
  const plan = new Plan(ground, idle)
  const stuck: number[] = []
  let isCertain = true
  for (const p of shuffled([...problem.people.keys()], random)) {
    plan.weightsFor(p, weights)
    const { months, floor } = planners[p]!.cheapest(weights, 1)
    if (months[0]) plan.put(p, months[0].row)
    else {
      stuck.push(p)
      if (floor !== Number.POSITIVE_INFINITY) isCertain = false
    }
  }
  if (stuck.length > 0) return { stuck: stuck.sort((a, b) => a - b), isCertain }
  return anneal(ground, planners, plan, { random, isOver, moves }, 30)
}

/** Plans one person at a time anew under shaken weights; the best roster met is the answer. */
export function anneal(
  ground: Ground,
  planners: readonly MonthPlanner[],
  from: Plan,
  { random, isOver, moves }: Drafting,
  hot: number,
): Plan {
  const people = planners.length
  const weights = new Float64Array(ground.problem.days * ground.width)
  let plan = from.copy()
  let best = from.copy()
  let sinceBetter = 0
  for (let move = 0; move < moves && !isOver() && people > 0; move++) {
    const temperature = hot * (1 - move / moves) ** 2
    const p = Math.floor(random() * people)
    plan.weightsFor(p, weights)
    const stays = weigh(plan.rows[p]!, weights, ground.width)
    const shaken = weights.slice()
    if (temperature > 0.5)
      for (let i = 0; i < shaken.length; i++) shaken[i]! -= temperature * Math.log(1 - random())
    const found = planners[p]!.cheapest(shaken, 1).months[0]
    if (!found) continue
    const worse = weigh(found.row, weights, ground.width) - stays
    if (worse > 0 && random() >= Math.exp(-worse / Math.max(temperature, 1e-9))) continue
    plan.put(p, found.row)
    sinceBetter += 1
    if (plan.cost < best.cost - 1e-9) {
      best = plan.copy()
      sinceBetter = 0
    } else if (sinceBetter > 20 * people) {
      plan = best.copy()
      sinceBetter = 0
    }
  }
  return best
}

export function plannersOf(problem: RosterProblem): MonthPlanner[] {
  return problem.people.map((_, p) => new MonthPlanner(problem, p))
}
