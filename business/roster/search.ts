import type { Highs } from 'highs'
import { type Column, choose } from './master.ts'
import type { MonthPlanner } from './month.ts'
import type { Ground, Plan } from './plan.ts'
import type { RosterProgress } from './shape.ts'

/** What the search knows: the best roster, what none can beat, every month it has met. */
export interface Search {
  readonly highs: Highs
  readonly ground: Ground
  readonly planners: readonly MonthPlanner[]
  readonly random: () => number
  readonly pool: Column[]
  readonly isOver: () => boolean
  readonly secondsLeft: () => number
  /** Nothing better is possible. */
  readonly isProved: () => boolean
  best: Plan
  bound: number
  /** Takes a plan that is better than the best. */
  readonly take: (step: RosterProgress['step'], plan: Plan) => boolean
}

/** The best whole choice for these people among `columns`, the others as in the best roster. */
export function wholeChoice(
  search: Search,
  people: readonly number[],
  columns: readonly Column[],
  limits: { readonly seconds: number; readonly nodes: number },
): Plan | null {
  const { highs, ground, best, isOver } = search
  const inside = new Set(people)
  const others = best.rows.filter((_, p) => !inside.has(p))
  const start = people.map((p) => columnOf(search, p))
  const same = (a: Column, b: Column): boolean =>
    a.person === b.person && a.row.every((s, d) => s === b.row[d])
  const all = [...columns.filter((c) => !start.some((s) => same(s, c))), ...start]
  const answer = choose(highs, ground, {
    people,
    need: needBeside(ground, others),
    columns: all,
    start,
    seconds: Math.min(limits.seconds, search.secondsLeft()),
    nodes: limits.nodes,
    isOver,
  })
  if (!answer) return null
  const made = best.copy()
  for (const { person, row } of answer.columns) made.put(person, row)
  return made
}

/** What is left to cover beside these rows. */
export function needBeside(ground: Ground, rows: readonly Int8Array[]): Int32Array {
  const need = Int32Array.from(ground.need)
  for (const row of rows)
    for (let day = 0; day < row.length; day++)
      if (row[day] !== -1) need[day * ground.shifts + row[day]!]! -= 1
  return need
}

export function columnOf({ ground, best }: Search, person: number): Column {
  const row = best.rows[person]!
  return { person, row, cost: ground.wishCost(person, row) }
}

export function reducedCost(
  ground: Ground,
  { person, row, cost }: Column,
  prices: { personPrice: Float64Array; cellPrice: Float64Array },
): number {
  let left = cost - prices.personPrice[person]!
  for (let day = 0; day < row.length; day++)
    if (row[day] !== -1) left -= prices.cellPrice[day * ground.shifts + row[day]!]!
  return left
}
