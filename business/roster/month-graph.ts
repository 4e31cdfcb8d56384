import type { CheapestMonths, Month } from './month.ts'
import { MonthFrame } from './month-frame.ts'
import type { RosterProblem } from './shape.ts'

/** Cells of all graphs, used one graph after another: [state × resource], and where each came from by day. */
let here = new Float64Array(0)
let there = new Float64Array(0)
let from = new Uint16Array(0)

/** Going on to a shift: which resource cells may, and how far they move. */
interface Step {
  readonly minutes: number
  readonly offset: number
  /** Cells of one minute level that may take it. */
  readonly cells: Int32Array
}

/**
 * The days of one person as a layered graph: the states of `MonthFrame`, each with every resource cell: minutes so far ×
 * weekends so far × so many of each watched shift. The cheapest path is the cheapest legal month.
 */
export class MonthGraph {
  readonly cells: number
  private readonly frame: MonthFrame
  private readonly days: number
  private readonly perLevel: number
  private readonly levels: number
  private readonly least: number
  private readonly longest: number
  /** steps[shift × 2 + opens a weekend]. */
  private readonly steps: Step[] = []

  constructor(problem: RosterProblem, p: number, watched: readonly number[]) {
    const person = problem.people[p]!
    this.frame = new MonthFrame(problem, p)
    this.days = problem.days
    const weekends = countWeekends(problem)
    const countsWeekends = person.maxWeekends < weekends
    const mostWeekends = countsWeekends ? Math.max(0, person.maxWeekends) : 0

    const { longestShift, may } = this.frame
    const minutesOf = problem.shifts.map((s, i) => (may[i] ? s.minutes : 0))
    const isTimed = person.minMinutes > 0 || person.maxMinutes < longestShift * problem.days
    const unit = isTimed ? Math.max(1, minutesOf.reduce(gcd, 0)) : 1
    this.longest = isTimed ? longestShift / unit : 0
    this.least = isTimed ? Math.max(0, Math.ceil(person.minMinutes / unit)) : 0
    this.levels = isTimed ? Math.min(Math.floor(person.maxMinutes / unit), this.longest * this.days) + 1 : 1

    const sizes = [mostWeekends + 1, ...watched.map((s) => person.mostOf[s]! + 1)]
    const strides = sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, 1))
    this.perLevel = sizes.reduce((a, b) => a * b, 1)
    this.cells = this.frame.states * this.levels * this.perLevel
    for (let shift = 0; shift < problem.shifts.length; shift++) {
      for (const opens of [0, 1]) {
        const minutes = isTimed ? minutesOf[shift]! / unit : 0
        const moves = sizes.map((_, i) =>
          i === 0 ? (countsWeekends ? opens : 0) : watched[i - 1] === shift ? 1 : 0,
        )
        const cells = Array.from({ length: this.perLevel }, (_, cell) => cell).filter((cell) =>
          moves.every((move, i) => (Math.floor(cell / strides[i]!) % sizes[i]!) + move < sizes[i]!),
        )
        const offset = minutes * this.perLevel + moves.reduce((sum, move, i) => sum + move * strides[i]!, 0)
        this.steps.push({ minutes, offset, cells: Int32Array.from(cells) })
      }
    }
  }

  /** Where a cell came from is kept in two bytes. */
  get isTraceable(): boolean {
    return this.frame.states * this.frame.width <= 65_536
  }

  cheapest(weights: Float64Array, count: number): CheapestMonths {
    const size = this.levels * this.perLevel
    const all = this.frame.states * size
    if (here.length < all) {
      here = new Float64Array(all)
      there = new Float64Array(all)
    }
    if (from.length < all * this.days) from = new Uint16Array(all * this.days)
    here.fill(Number.POSITIVE_INFINITY, 0, all)
    here[this.frame.start * size] = 0
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
    const { frame, perLevel, levels } = this
    const base = day * all
    // Minutes that can have been worked by now, and that still lead to the least by the end.
    const low = Math.max(0, this.least - (this.days - day) * this.longest)
    const high = Math.min(levels - 1, day * this.longest)
    for (let state = 0; state < frame.states; state++) {
      const source = state * size
      for (const shift of frame.allowed[day]!) {
        const next = frame.next(state, day, shift)
        if (next === -1) continue
        const code = state * frame.width + shift + 1
        const weight = weights[day * frame.width + shift + 1]!
        const target = next * size
        if (shift === -1) {
          const end = (high + 1) * perLevel
          for (let i = low * perLevel; i < end; i++) {
            const value = here[source + i]! + weight
            if (value < there[target + i]!) {
              there[target + i] = value
              from[base + target + i] = code
            }
          }
          continue
        }
        const { minutes, offset, cells } = this.steps[shift * 2 + (frame.opensWeekend(day, state) ? 1 : 0)]!
        const into = target + offset
        for (let level = low; level <= high && level + minutes < levels; level++) {
          const at = level * perLevel
          for (let c = 0; c < cells.length; c++) {
            const i = at + cells[c]!
            const value = here[source + i]! + weight
            if (value < there[into + i]!) {
              there[into + i] = value
              from[base + into + i] = code
            }
          }
        }
      }
    }
  }

  private trace(end: number, size: number, all: number): Int8Array {
    const { frame } = this
    const row = new Int8Array(this.days)
    let at = end
    for (let day = this.days - 1; day >= 0; day--) {
      const code = from[day * all + at]!
      const state = Math.floor(code / frame.width)
      const shift = (code % frame.width) - 1
      row[day] = shift
      const step = shift === -1 ? 0 : this.steps[shift * 2 + (frame.opensWeekend(day, state) ? 1 : 0)]!.offset
      at = state * size + (at % size) - step
    }
    return row
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
