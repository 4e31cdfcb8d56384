import { shuffled } from '../../platform/kinds/random.ts'
import { generate } from './generate.ts'
import { type Column, Master } from './master.ts'
import type { Plan } from './plan.ts'
import { columnOf, needBeside, reducedCost, type Search, wholeChoice } from './search.ts'

/** So many of the months that were near to being chosen are kept a person, the latest first. */
const kept = 120
const smallest = 4
const largest = 14

/**
 * Large-neighbourhood search: a few people are planned anew together, all others as they stand, by the same column
 * generation on the smaller problem and the best whole choice of its months. Rosters of the same cost are accepted,
 * so that the search drifts along plateaus; the number of people grows while nothing better turns up.
 */
export function mend(search: Search, rounds: number): void {
  const count = search.ground.problem.people.length
  const pool = new MonthPool(search.pool)
  const least = Math.min(count, smallest)
  let size = least
  let idle = 0
  for (let round = 0; round < rounds && !search.isOver() && !search.isProved(); round++) {
    drift(search)
    const people = chooseGroup(search, size)
    const made = planAnew(search, people, pool)
    if (made && search.take('mend', made)) idle = 0
    else {
      if (made && made.cost <= search.best.cost + 1e-9) search.best = made
      idle += 1
      if (idle % 20 === 0) size = size >= Math.min(count, largest) ? least : size + 1
    }
  }
}

/** Gives people other months of the same cost, so that the same groups meet in other surroundings. */
function drift(search: Search): void {
  const { ground, planners, random } = search
  const weights = new Float64Array(ground.problem.days * ground.width)
  const made = search.best.copy()
  for (const person of shuffled([...planners.keys()], random)) {
    if (search.isOver()) return
    made.weightsFor(person, weights)
    const noise = 0.4 / ground.problem.days
    for (let i = 0; i < weights.length; i++) weights[i]! += noise * random()
    const found = planners[person]!.cheapest(weights, 1).months[0]
    if (found) made.put(person, found.row)
  }
  if (!search.take('mend', made) && made.cost <= search.best.cost + 1e-9) search.best = made
}

/** Months worth another try, by person. */
class MonthPool {
  private readonly of = new Map<number, Map<string, Column>>()
  constructor(columns: readonly Column[]) {
    this.keep(columns)
  }

  keep(columns: readonly Column[]): void {
    for (const column of columns) {
      const own = this.of.get(column.person) ?? new Map<string, Column>()
      const key = column.row.join()
      own.delete(key)
      own.set(key, column)
      const oldest = own.size > kept ? own.keys().next().value : undefined
      if (oldest !== undefined) own.delete(oldest)
      this.of.set(column.person, own)
    }
  }
  monthsOf(person: number): Iterable<Column> {
    return this.of.get(person)?.values() ?? []
  }
}

function planAnew(search: Search, people: readonly number[], pool: MonthPool): Plan | null {
  const { highs, ground, planners, isOver, best } = search
  const inside = new Set(people)
  const others = best.rows.filter((_, p) => !inside.has(p))
  const known = people.flatMap((person) => [columnOf(search, person), ...pool.monthsOf(person)])
  const master = new Master(highs, ground, people, needBeside(ground, others), known)
  try {
    const gapOf = (objective: number): number => best.cost - outsideCost(search, others) - objective
    const step = ground.isWhole ? 1 - 1e-4 : 1e-6
    const made = generate(ground, planners, master, {
      people,
      rounds: 40,
      perPerson: 4,
      isOver,
      isHopeless: (bound) => gapOf(bound) < step,
    })
    const gap = gapOf(made.objective)
    if (gap < step) return null
    const near = master.columns.filter((c) => reducedCost(ground, c, made) <= gap + 1e-6)
    pool.keep(near)
    return wholeChoice(search, people, near, { seconds: 5, nodes: 200 })
  } finally {
    master.dispose()
  }
}

/** What the wishes of the others cost: not part of the smaller problem. */
function outsideCost({ ground, best }: Search, others: readonly Int8Array[]): number {
  const inside = new Set(others)
  return best.rows.reduce((sum, row, p) => sum + (inside.has(row) ? ground.wishCost(p, row) : 0), 0)
}

/** People by chance, or those who could fill a cell that is short or leave one that is over. */
function chooseGroup({ ground, best, random }: Search, size: number): number[] {
  const everybody = [...best.rows.keys()]
  if (random() < 0.4) return shuffled(everybody, random).slice(0, size)
  const wrong = Array.from({ length: ground.cells }, (_, cell) => ground.coverCost(cell, best.there[cell]!))
  let left = random() * wrong.reduce((sum, cost) => sum + cost, 0)
  if (left === 0) return shuffled(everybody, random).slice(0, size)
  const cell = wrong.findIndex((cost) => {
    left -= cost
    return cost > 0 && left <= 0
  })
  const [day, shift] = [Math.floor(cell / ground.shifts), cell % ground.shifts]
  const can = everybody.filter((p) => ground.problem.people[p]!.mostOf[shift]! > 0)
  const nearby = shuffled(can, random).sort(
    (a, b) => worksNear(best.rows[b]!, day) - worksNear(best.rows[a]!, day),
  )
  const some = nearby.slice(0, Math.ceil(size * 1.5))
  const group = shuffled(some, random).slice(0, size)
  for (const p of shuffled(everybody, random)) if (group.length < size && !group.includes(p)) group.push(p)
  return group
}

/** Has a boundary of work and rest about the day: easy to move. */
function worksNear(row: Int8Array, day: number): number {
  let edges = 0
  for (let d = Math.max(1, day - 1); d <= Math.min(row.length - 1, day + 1); d++)
    if ((row[d] === -1) !== (row[d - 1] === -1)) edges += 1
  return edges
}
