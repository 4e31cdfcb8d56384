import type { CheapestMonths } from './month.ts'
import { MonthFrame } from './month-frame.ts'
import type { RosterProblem } from './shape.ts'

/** Labels of a day side by side: what a row up to that day costs and has used. */
interface Labels {
  readonly cost: Float64Array
  readonly minutes: Int32Array
  readonly weekends: Int16Array
  readonly counts: Uint16Array
}
const minuteBands = 7
const weekendBands = 3

/** Room of all beams, used one after another. */
let here = labelsFor(0, 0)
let there = labelsFor(0, 0)
let from = new Int32Array(0)

/**
 * The months of a person over so many days that the exact graph has no room (half a year and more): the same days and
 * states, but of all rows that reach a state with about the same minutes and weekends, measured against an even pace,
 * only the cheapest is kept. What comes out is legal; that it is the cheapest is not promised, and there is no bound.
 */
export class MonthBeam {
  private readonly frame: MonthFrame
  private readonly problem: RosterProblem
  private readonly person: number
  /** Shifts whose limit can bind. */
  private readonly limited: readonly number[]
  private readonly cells: number
  /** Minutes and weekends a day of an even pace, and bands a minute off it. */
  private readonly pace: number
  private readonly weekendPace: number
  private readonly perMinute: number

  constructor(problem: RosterProblem, person: number, limited: readonly number[]) {
    this.problem = problem
    this.person = person
    this.limited = limited
    this.frame = new MonthFrame(problem, person)
    const { days } = problem
    const { minMinutes, maxMinutes, maxWeekends } = problem.people[person]!
    const { longestShift } = this.frame
    this.pace = (minMinutes + Math.min(maxMinutes, days * longestShift)) / 2 / Math.max(1, days)
    this.weekendPace = Math.min(maxWeekends, days / 7) / Math.max(1, days)
    const half = Math.max(1, 2 * longestShift, (maxMinutes - minMinutes) / 2)
    this.perMinute = (minuteBands - 1) / 2 / half
    this.cells = this.frame.states * minuteBands * weekendBands
  }

  cheapest(weights: Float64Array, count: number): CheapestMonths {
    const { days } = this.problem
    this.makeRoom()
    here.cost.fill(Number.POSITIVE_INFINITY, 0, this.cells)
    const start = this.cellOf(this.frame.start, 0, 0, 0)
    here.cost[start] = 0
    here.minutes[start] = 0
    here.weekends[start] = 0
    here.counts.fill(0, start * this.limited.length, (start + 1) * this.limited.length)
    for (let day = 0; day < days; day++) {
      there.cost.fill(Number.POSITIVE_INFINITY, 0, this.cells)
      this.advance(day, weights)
      ;[here, there] = [there, here]
    }
    const ends: number[] = []
    for (let cell = 0; cell < this.cells; cell++) if (Number.isFinite(here.cost[cell]!)) ends.push(cell)
    ends.sort((a, b) => here.cost[a]! - here.cost[b]!)
    const months = ends.slice(0, count).map((cell) => ({ row: this.trace(cell), value: here.cost[cell]! }))
    return { months, floor: Number.NEGATIVE_INFINITY }
  }

  private advance(day: number, weights: Float64Array): void {
    const { frame } = this
    const perState = minuteBands * weekendBands
    for (let cell = 0; cell < this.cells; cell++) {
      const cost = here.cost[cell]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const state = Math.floor(cell / perState)
      for (const shift of frame.allowed[day]!) {
        const next = frame.next(state, day, shift)
        if (next !== -1)
          this.reach(day, cell, state, shift, next, cost + weights[day * frame.width + shift + 1]!)
      }
    }
  }

  private reach(day: number, cell: number, state: number, shift: number, next: number, cost: number): void {
    const { frame, limited } = this
    const { minMinutes, maxMinutes, maxWeekends, mostOf } = this.problem.people[this.person]!
    const worked = shift === -1 ? 0 : this.problem.shifts[shift]!.minutes
    const minutes = here.minutes[cell]! + worked
    const weekends = here.weekends[cell]! + (shift !== -1 && frame.opensWeekend(day, state) ? 1 : 0)
    const left = this.problem.days - day - 1
    if (minutes > maxMinutes || weekends > maxWeekends || minutes + left * frame.longestShift < minMinutes)
      return
    const watch = shift === -1 ? -1 : limited.indexOf(shift)
    const used = cell * limited.length
    if (watch !== -1 && here.counts[used + watch]! >= mostOf[shift]!) return
    const target = this.cellOf(next, day + 1, minutes, weekends)
    if (target === -1 || cost >= there.cost[target]!) return
    there.cost[target] = cost
    there.minutes[target] = minutes
    there.weekends[target] = weekends
    const to = target * limited.length
    for (let j = 0; j < limited.length; j++) there.counts[to + j] = here.counts[used + j]!
    if (watch !== -1) there.counts[to + watch]! += 1
    from[day * this.cells + target] = cell * frame.width + shift + 1
  }

  /** The place of a label: its state, and how far it is off an even pace. −1 for far too slow or too fast. */
  private cellOf(state: number, day: number, minutes: number, weekends: number): number {
    const band = Math.round((minutes - this.pace * day) * this.perMinute) + (minuteBands - 1) / 2
    if (band < -2 || band > minuteBands + 1) return -1
    const ahead = Math.round(weekends - this.weekendPace * day) + 1
    const minuteBand = band < 0 ? 0 : band >= minuteBands ? minuteBands - 1 : band
    const weekendBand = ahead < 0 ? 0 : ahead >= weekendBands ? weekendBands - 1 : ahead
    return (state * minuteBands + minuteBand) * weekendBands + weekendBand
  }

  private trace(end: number): Int8Array {
    const row = new Int8Array(this.problem.days)
    let cell = end
    for (let day = row.length - 1; day >= 0; day--) {
      const code = from[day * this.cells + cell]!
      row[day] = (code % this.frame.width) - 1
      cell = Math.floor(code / this.frame.width)
    }
    return row
  }

  private makeRoom(): void {
    const { days } = this.problem
    const counts = this.cells * this.limited.length
    if (here.cost.length < this.cells || here.counts.length < counts) {
      here = labelsFor(this.cells, counts)
      there = labelsFor(this.cells, counts)
    }
    if (from.length < this.cells * days) from = new Int32Array(this.cells * days)
  }
}

function labelsFor(cells: number, counts: number): Labels {
  return {
    cost: new Float64Array(cells),
    minutes: new Int32Array(cells),
    weekends: new Int16Array(cells),
    counts: new Uint16Array(counts),
  }
}
