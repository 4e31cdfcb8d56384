import { seeded } from '../../../platform/kinds/random.ts'
import { draftRoster, plannersOf } from '../draft.ts'
import { Ground } from '../plan.ts'
import type { RosterProblem } from '../shape.ts'
import { cellsOf, problemOf, type WeekProblem } from './problem-rules.ts'
import type { Cell } from './shape.ts'

/**
 * A legal roster at once: a few milliseconds a person. Who has no legal week with her full hours (a run that the week before
 * began, leave) gets fewer; who has none at all stays off.
 */
export function draftWeek(of: WeekProblem, seed: number): Cell[] {
  const problem = easedProblem(of, seed)
  const plan = draftOf(problem, seed, 40)
  if ('stuck' in plan) return []
  return cellsOf(
    of.week,
    of.workers.map((w) => w.person),
    of.shifts,
    plan.rows.map((row) => [...row]),
    of.cells,
  )
}

/** The problem with the least hours taken off whoever cannot reach them, so that everybody has a legal week. */
export function easedProblem(of: WeekProblem, seed: number): RosterProblem {
  const problem = problemOf(of)
  const first = draftOf(problem, seed, 0)
  if (!('stuck' in first)) return problem
  const stuck = new Set(first.stuck)
  const eased = {
    ...problem,
    people: problem.people.map((p, i) => (stuck.has(i) ? { ...p, minMinutes: 0 } : p)),
  }
  const second = draftOf(eased, seed, 0)
  if (!('stuck' in second)) return eased
  const none = new Set(second.stuck)
  // Nothing that is fixed fits any more: these days were worked, the rules cannot judge them.
  return {
    ...eased,
    people: eased.people.map((p, i) =>
      none.has(i) ? { ...p, minMinutes: 0, fixed: [], maxRun: 7, daysOff: [0, 1, 2, 3, 4, 5, 6] } : p,
    ),
  }
}

function draftOf(problem: RosterProblem, seed: number, rounds: number) {
  const ground = new Ground(problem)
  return draftRoster(ground, plannersOf(problem), {
    random: seeded(seed),
    isOver: () => false,
    moves: rounds * problem.people.length,
  })
}
