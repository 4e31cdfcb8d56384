import { MonthBeam } from './month-beam.ts'
import { MonthGraph } from './month-graph.ts'
import type { RosterProblem } from './shape.ts'

/** A legal row of the grid for one person and what it weighs. */
export interface Month {
  readonly row: Int8Array
  readonly value: number
}
export interface CheapestMonths {
  /** Legal months, the cheapest first. */
  readonly months: readonly Month[]
  /**
   * No legal month weighs less; equal to the first month's value when the search was exact, infinite when it is
   * certain that there is none.
   */
  readonly floor: number
}

/** Graphs above so many cells are not searched exactly for the limits on single shifts. */
const largestGraph = 200_000
/** Cells × days above which there is no exact search at all. */
const largestSearch = 16_000_000

/**
 * The best months of one person under weights for each (day, shift): exact dynamic programming over the days with the
 * person's rules in the state. Limits on single shifts are left out of the state until a best month breaks one of
 * them, since nearly all of them never bind (state-space relaxation, made exact step by step).
 */
export class MonthPlanner {
  /** False where the search leaves rows out: the months are legal, but there is no floor. */
  readonly isExact: boolean
  private beam: MonthBeam | null
  /** By the shifts whose limit they watch. */
  private readonly graphs = new Map<string, MonthGraph>()
  /** Shifts whose limit can be broken at all. */
  private readonly limited: readonly number[]
  private readonly problem: RosterProblem
  private readonly person: number

  constructor(problem: RosterProblem, person: number) {
    this.problem = problem
    this.person = person
    const { mostOf, maxMinutes } = problem.people[person]!
    this.limited = problem.shifts.flatMap(({ minutes }, shift) => {
      const most = mostOf[shift]!
      const possible = Math.min(problem.days, minutes > 0 ? Math.floor(maxMinutes / minutes) : problem.days)
      return most > 0 && most < possible ? [shift] : []
    })
    const { cells, isTraceable } = this.graph([])
    this.isExact = isTraceable && cells * problem.days <= largestSearch
    this.beam = null
  }

  /** `weights[day × (shifts + 1) + shift + 1]`, the first of a day for a day off. At most `count` months. */
  cheapest(weights: Float64Array, count: number): CheapestMonths {
    if (!this.isExact) return this.roughly(weights, count)
    let active: readonly number[] = []
    let floor = Number.NEGATIVE_INFINITY
    for (;;) {
      const graph = this.graph(active)
      if (active.length > 0 && graph.cells > largestGraph) return this.penalized(weights, count, floor)
      const { months, floor: bound } = graph.cheapest(weights, count)
      floor = bound
      const best = months[0]
      if (!best) return { months: [], floor: Number.POSITIVE_INFINITY }
      const broken = this.brokenLimits(best.row)
      if (broken.length === 0)
        return { months: months.filter((m) => this.brokenLimits(m.row).length === 0), floor }
      active = this.limited.filter((shift) => active.includes(shift) || broken.includes(shift))
    }
  }

  /** Too large to search exactly: the shifts over their limit are made dearer until a legal month comes out. */
  private penalized(weights: Float64Array, count: number, floor: number): CheapestMonths {
    const width = this.problem.shifts.length + 1
    const dearer = Float64Array.from(weights)
    const graph = this.graph([])
    let step = 1
    for (let round = 0; round < 24; round++) {
      const { months } = graph.cheapest(dearer, count)
      const legal = months
        .filter((m) => this.brokenLimits(m.row).length === 0)
        .map(({ row }) => ({ row, value: weigh(row, weights, width) }))
        .sort((a, b) => a.value - b.value)
      if (legal.length > 0) return { months: legal, floor }
      if (months.length === 0) break
      for (const shift of this.brokenLimits(months[0]!.row))
        for (let day = 0; day < this.problem.days; day++) dearer[day * width + shift + 1]! += step
      step *= 1.6
    }
    return { months: this.roughly(weights, count).months, floor }
  }

  private roughly(weights: Float64Array, count: number): CheapestMonths {
    this.beam ??= new MonthBeam(this.problem, this.person, this.limited)
    return this.beam.cheapest(weights, count)
  }

  /** Shifts that a row has more often than the person may. */
  private brokenLimits(row: Int8Array): number[] {
    const { mostOf } = this.problem.people[this.person]!
    return this.limited.filter((shift) => {
      let there = 0
      for (const s of row) if (s === shift) there += 1
      return there > mostOf[shift]!
    })
  }

  private graph(active: readonly number[]): MonthGraph {
    const key = active.join()
    let graph = this.graphs.get(key)
    if (!graph) {
      graph = new MonthGraph(this.problem, this.person, active)
      this.graphs.set(key, graph)
    }
    return graph
  }
}

export function weigh(row: Int8Array, weights: Float64Array, width: number): number {
  let value = 0
  for (let day = 0; day < row.length; day++) value += weights[day * width + row[day]! + 1]!
  return value
}
