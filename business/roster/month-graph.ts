import type { CheapestMonths, Month } from './month.ts'
import type { RosterProblem } from './shape.ts'

/** Cells of all graphs, used one graph after another: [state × resource], and where each came from by day. */
let here = new Float64Array(0)
let there = new Float64Array(0)
let from = new Uint16Array(0)

/** Going on to a shift: which resource cells may, and how far they move. */
interface Step {
  readonly shift: number
  readonly minutes: number
  readonly offset: number
  /** Cells of one minute level that may take it. */
  readonly cells: Int32Array
}

/**
 * The days of one person as a layered graph. A state is either "off for so many days" or "working for so many days,
 * the last shift of such a kind" (shifts that forbid the same successors are one kind); a resource cell is minutes so
 * far × weekends so far × so many of each watched shift.
 */
export class MonthGraph {
  readonly cells: number
  private readonly days: number
  private readonly width: number
  private readonly rest: number
  private readonly length: number
  private readonly kindOf: number[]
  private readonly states: number
  private readonly perLevel: number
  private readonly levels: number
  private readonly least: number
  private readonly unit: number
  private readonly longest: number
  private readonly start: number
  private readonly isFresh: boolean
  private readonly minRun: number
  private readonly maxRun: number
  private readonly weekend: Uint8Array
  /** allowed[day] = shifts, −1 for off, that the person may have. */
  private readonly allowed: number[][]
  private readonly follows: boolean[][]
  /** steps[shift × 2 + opens a weekend]. */
  private readonly steps: Step[] = []

  constructor(problem: RosterProblem, p: number, watched: readonly number[]) {
    const person = problem.people[p]!
    const { before } = person
    this.days = problem.days
    this.width = problem.shifts.length + 1
    this.minRun = person.minRun
    const carried = before && 'worked' in before ? before.worked : 0
    const isEndless = person.maxRun >= problem.days + carried
    this.maxRun = isEndless ? Number.POSITIVE_INFINITY : person.maxRun
    this.length = Math.max(1, isEndless ? Math.min(person.minRun, problem.days + carried) : person.maxRun)
    this.rest = Math.max(1, person.minRest)
    const may = problem.shifts.map((_, s) => person.mostOf[s]! > 0)
    const kinds = new Map<string, number>()
    this.kindOf = problem.notAfter.map((never) => {
      const key = never
        .filter((s) => may[s])
        .sort()
        .join()
      if (!kinds.has(key)) kinds.set(key, kinds.size)
      return kinds.get(key)!
    })
    this.follows = [...kinds.keys()].map((key) => {
      const never = key === '' ? [] : key.split(',').map(Number)
      return problem.shifts.map((_, s) => !never.includes(s))
    })
    this.states = this.rest + kinds.size * this.length
    this.allowed = allowedOf(problem, p, may)
    this.isFresh = before === undefined
    this.start =
      before === undefined
        ? this.rest - 1
        : 'rested' in before
          ? Math.max(1, Math.min(before.rested, this.rest)) - 1
          : this.worked(this.kindOf[before.shift]!, Math.max(1, Math.min(before.worked, this.length)))

    this.weekend = Uint8Array.from({ length: problem.days }, (_, day) => {
      const weekday = (problem.firstWeekday - 1 + day) % 7
      return weekday === 5 || (weekday === 6 && day === 0) ? 2 : weekday === 6 ? 1 : 0
    })
    const weekends = countWeekends(problem)
    const mostWeekends = person.maxWeekends < weekends ? Math.max(0, person.maxWeekends) : 0
    const countsWeekends = person.maxWeekends < weekends

    const minutesOf = problem.shifts.map((s, i) => (may[i] ? s.minutes : 0))
    const longest = Math.max(0, ...minutesOf)
    const isTimed = person.minMinutes > 0 || person.maxMinutes < longest * problem.days
    this.unit = isTimed ? Math.max(1, minutesOf.reduce(gcd, 0)) : 1
    this.longest = isTimed ? longest / this.unit : 0
    this.least = isTimed ? Math.max(0, Math.ceil(person.minMinutes / this.unit)) : 0
    this.levels = isTimed
      ? Math.min(Math.floor(person.maxMinutes / this.unit), this.longest * this.days) + 1
      : 1

    const sizes = [mostWeekends + 1, ...watched.map((s) => person.mostOf[s]! + 1)]
    const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1))
    this.perLevel = sizes.reduce((a, b) => a * b, 1)
    this.cells = this.states * this.levels * this.perLevel
    for (let shift = 0; shift < problem.shifts.length; shift++) {
      for (const opens of [0, 1]) {
        const minutes = isTimed ? minutesOf[shift]! / this.unit : 0
        const moves = sizes.map((_, i) =>
          i === 0 ? (countsWeekends ? opens : 0) : watched[i - 1] === shift ? 1 : 0,
        )
        const cells = Array.from({ length: this.perLevel }, (_, cell) => cell).filter((cell) =>
          moves.every((move, i) => (Math.floor(cell / strides[i]!) % sizes[i]!) + move < sizes[i]!),
        )
        const offset = minutes * this.perLevel + moves.reduce((sum, move, i) => sum + move * strides[i]!, 0)
        this.steps.push({ shift, minutes, offset, cells: Int32Array.from(cells) })
      }
    }
  }

  cheapest(weights: Float64Array, count: number): CheapestMonths {
    const size = this.levels * this.perLevel
    const all = this.states * size
    if (here.length < all) {
      here = new Float64Array(all)
      there = new Float64Array(all)
    }
    if (from.length < all * this.days) from = new Uint16Array(all * this.days)
    here.fill(Number.POSITIVE_INFINITY, 0, all)
    here[this.start * size] = 0
    for (let day = 0; day < this.days; day++) {
      there.fill(Number.POSITIVE_INFINITY, 0, all)
      this.advance(day, weights, size, all)
      ;[here, there] = [there, here]
    }
    const ends = cheapestEnds(here, all, size, this.least * this.perLevel, count)
    const months = ends.map(({ at, value }): Month => ({ row: this.trace(at, size, all), value }))
    return { months, floor: months[0]?.value ?? Number.POSITIVE_INFINITY }
  }

  private advance(day: number, weights: Float64Array, size: number, all: number): void {
    const allowed = this.allowed[day]!
    const base = day * all
    // Minutes that can have been worked by now, and that still lead to the least by the end.
    const low = Math.max(0, this.least - (this.days - day) * this.longest)
    const high = Math.min(this.levels - 1, day * this.longest)
    for (let state = 0; state < this.states; state++) {
      const source = state * size
      const isWork = state >= this.rest
      const run = isWork ? ((state - this.rest) % this.length) + 1 : 0
      for (const shift of allowed) {
        const code = state * this.width + shift + 1
        const weight = weights[day * this.width + shift + 1]!
        if (shift === -1) {
          if (isWork && run < this.minRun && !(this.isFresh && run === day)) continue
          const target = (isWork ? 0 : Math.min(state + 1, this.rest - 1)) * size
          const end = (high + 1) * this.perLevel
          for (let i = low * this.perLevel; i < end; i++) {
            const value = here[source + i]! + weight
            if (value < there[target + i]!) {
              there[target + i] = value
              from[base + target + i] = code
            }
          }
          continue
        }
        let next = 1
        if (isWork) {
          if (run >= this.maxRun || !this.follows[Math.floor((state - this.rest) / this.length)]![shift])
            continue
          next = Math.min(run + 1, this.length)
        } else if (state < this.rest - 1) continue
        const opens = this.weekend[day] === 2 || (this.weekend[day] === 1 && !isWork) ? 1 : 0
        const step = this.steps[shift * 2 + opens]!
        const target = this.worked(this.kindOf[shift]!, next) * size + step.offset
        const { cells } = step
        for (let level = low; level <= high && level + step.minutes < this.levels; level++) {
          const at = level * this.perLevel
          for (let c = 0; c < cells.length; c++) {
            const i = at + cells[c]!
            const value = here[source + i]! + weight
            if (value < there[target + i]!) {
              there[target + i] = value
              from[base + target + i] = code
            }
          }
        }
      }
    }
  }

  private trace(end: number, size: number, all: number): Int8Array {
    const row = new Int8Array(this.days)
    let at = end
    for (let day = this.days - 1; day >= 0; day--) {
      const code = from[day * all + at]!
      const state = Math.floor(code / this.width)
      const shift = (code % this.width) - 1
      row[day] = shift
      let resource = at % size
      if (shift !== -1) {
        const opens = this.weekend[day] === 2 || (this.weekend[day] === 1 && state < this.rest) ? 1 : 0
        resource -= this.steps[shift * 2 + opens]!.offset
      }
      at = state * size + resource
    }
    return row
  }

  private worked(kind: number, run: number): number {
    return this.rest + kind * this.length + run - 1
  }
}

/** Where the cheapest months end, the best first; a resource below `least` has worked too little. */
function cheapestEnds(
  cells: Float64Array,
  all: number,
  size: number,
  least: number,
  count: number,
): { at: number; value: number }[] {
  const ends: { at: number; value: number }[] = []
  let bar = Number.POSITIVE_INFINITY
  for (let state = 0; state < all; state += size) {
    for (let at = state + least; at < state + size; at++) {
      const value = cells[at]!
      if (value >= bar) continue
      let place = ends.length
      while (place > 0 && ends[place - 1]!.value > value) place -= 1
      ends.splice(place, 0, { at, value })
      if (ends.length > count) ends.pop()
      if (ends.length === count) bar = ends[count - 1]!.value
    }
  }
  return ends
}

function allowedOf(problem: RosterProblem, p: number, may: readonly boolean[]): number[][] {
  const { daysOff, fixed } = problem.people[p]!
  return Array.from({ length: problem.days }, (_, day) => {
    const set = fixed.find((f) => f.day === day)
    if (set && set.shift !== -1) return daysOff.includes(day) || !may[set.shift] ? [] : [set.shift]
    if (set) return [-1]
    if (daysOff.includes(day)) return [-1]
    return [-1, ...may.flatMap((ok, shift) => (ok ? [shift] : []))]
  })
}

function countWeekends({ days, firstWeekday }: RosterProblem): number {
  const weekends = new Set<number>()
  for (let day = 0; day < days; day++) {
    const weekday = (firstWeekday - 1 + day) % 7
    if (weekday >= 5) weekends.add(day - weekday)
  }
  return weekends.size
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
