import type { RosterProblem } from './shape.ts'

/** A problem with what the search looks up all the time laid out flat. Cells are day × shifts + shift. */
export class Ground {
  readonly problem: RosterProblem
  readonly shifts: number
  readonly cells: number
  readonly width: number
  readonly need: Int32Array
  readonly under: Float64Array
  readonly over: Float64Array
  /** Of each person, as weights of `MonthPlanner`: what the day costs with this shift (or off), wishes only. */
  readonly wishes: readonly Float64Array[]
  readonly hasCover: Uint8Array
  /** All weights are whole numbers, so that every cost is one. */
  readonly isWhole: boolean
  /** What no roster can cost less than, known before any search: nothing, unless a weight rewards. */
  readonly floor: number

  constructor(problem: RosterProblem) {
    this.problem = problem
    this.shifts = problem.shifts.length
    this.width = this.shifts + 1
    this.cells = problem.days * this.shifts
    this.need = new Int32Array(this.cells)
    this.under = new Float64Array(this.cells)
    this.over = new Float64Array(this.cells)
    this.hasCover = new Uint8Array(this.cells)
    for (const { day, shift, need, under, over } of problem.cover) {
      const cell = day * this.shifts + shift
      this.need[cell] = need
      this.under[cell] = under
      this.over[cell] = over
      this.hasCover[cell] = 1
    }
    this.isWhole =
      problem.cover.every((c) => Number.isInteger(c.under) && Number.isInteger(c.over)) &&
      problem.wishes.every((w) => Number.isInteger(w.weight))
    const rewards = [
      ...problem.cover.flatMap((c) => [c.under, c.over]),
      ...problem.wishes.map((w) => w.weight),
    ]
    this.floor = rewards.some((weight) => weight < 0) ? Number.NEGATIVE_INFINITY : 0
    this.wishes = problem.people.map(() => new Float64Array(problem.days * this.width))
    for (const { person, day, shift, wants, weight } of problem.wishes) {
      const of = this.wishes[person]!
      for (let s = -1; s < this.shifts; s++)
        if ((s === shift) !== wants) of[day * this.width + s + 1]! += weight
    }
  }

  wishCost(person: number, row: Int8Array): number {
    const of = this.wishes[person]!
    let cost = 0
    for (let day = 0; day < row.length; day++) cost += of[day * this.width + row[day]! + 1]!
    return cost
  }

  coverCost(cell: number, there: number): number {
    const short = this.need[cell]! - there
    return short > 0 ? short * this.under[cell]! : -short * this.over[cell]!
  }
}

/** A roster that is being worked on: rows, how many are on each cell, and what it costs. */
export class Plan {
  readonly rows: Int8Array[]
  readonly there: Int32Array
  cost = 0
  private readonly ground: Ground

  constructor(ground: Ground, rows: readonly Int8Array[]) {
    this.ground = ground
    this.rows = rows.map((row) => Int8Array.from(row))
    this.there = new Int32Array(ground.cells)
    for (const row of this.rows) this.count(row, 1)
    this.cost = this.rows.reduce((sum, row, p) => sum + ground.wishCost(p, row), 0)
    for (let cell = 0; cell < ground.cells; cell++) this.cost += ground.coverCost(cell, this.there[cell]!)
  }

  copy(): Plan {
    return new Plan(this.ground, this.rows)
  }

  /** Puts another month in a person's place. */
  put(person: number, row: Int8Array): void {
    const { ground } = this
    const old = this.rows[person]!
    for (let day = 0; day < row.length; day++) {
      const [a, b] = [old[day]!, row[day]!]
      if (a === b) continue
      this.cost +=
        ground.wishes[person]![day * ground.width + b + 1]! -
        ground.wishes[person]![day * ground.width + a + 1]!
      if (a !== -1) this.move(day * ground.shifts + a, -1)
      if (b !== -1) this.move(day * ground.shifts + b, 1)
    }
    this.rows[person] = Int8Array.from(row)
  }

  /** What each day would cost this person's month, all others as they are: exact, since a person fills a cell once. */
  weightsFor(person: number, into: Float64Array): void {
    const { ground } = this
    const own = this.rows[person]!
    into.set(ground.wishes[person]!)
    for (let day = 0; day < own.length; day++) {
      for (let shift = 0; shift < ground.shifts; shift++) {
        const cell = day * ground.shifts + shift
        const others = this.there[cell]! - (own[day] === shift ? 1 : 0)
        into[day * ground.width + shift + 1]! +=
          others < ground.need[cell]! ? -ground.under[cell]! : ground.over[cell]!
      }
    }
  }

  private move(cell: number, by: number): void {
    this.cost -= this.ground.coverCost(cell, this.there[cell]!)
    this.there[cell]! += by
    this.cost += this.ground.coverCost(cell, this.there[cell]!)
  }

  private count(row: Int8Array, by: number): void {
    for (let day = 0; day < row.length; day++)
      if (row[day] !== -1) this.there[day * this.ground.shifts + row[day]!]! += by
  }
}
