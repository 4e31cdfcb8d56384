import type { RosterProblem } from './shape.ts'

/**
 * The states of a person from day to day, without what adds up over the days: "off for so many days" (the last number
 * stands for enough), then "working for so many days, the last shift of such a kind". Shifts that forbid the same
 * successors are one kind.
 */
export class MonthFrame {
  readonly width: number
  readonly states: number
  /** States below are days off. */
  readonly rest: number
  /** Working days told apart. */
  readonly length: number
  readonly start: number
  /** Shifts that the person may have on a day, −1 for off. */
  readonly allowed: readonly (readonly number[])[]
  readonly longestShift: number
  readonly may: readonly boolean[]
  private readonly isFresh: boolean
  private readonly minRun: number
  private readonly maxRun: number
  private readonly kindOf: readonly number[]
  private readonly follows: readonly (readonly boolean[])[]
  /** 2: work opens a weekend; 1: it does unless the day before was worked. */
  private readonly weekend: Uint8Array

  constructor(problem: RosterProblem, p: number) {
    const person = problem.people[p]!
    const { before } = person
    this.width = problem.shifts.length + 1
    this.minRun = person.minRun
    const carried = before && 'worked' in before ? before.worked : 0
    const isEndless = person.maxRun >= problem.days + carried
    this.maxRun = isEndless ? Number.POSITIVE_INFINITY : person.maxRun
    this.length = Math.max(1, isEndless ? Math.min(person.minRun, problem.days + carried) : person.maxRun)
    this.rest = Math.max(1, person.minRest)
    this.may = problem.shifts.map((_, s) => person.mostOf[s]! > 0)
    const kinds = new Map<string, number>()
    this.kindOf = problem.notAfter.map((never) => {
      const key = never
        .filter((s) => this.may[s])
        .sort((a, b) => a - b)
        .join()
      if (!kinds.has(key)) kinds.set(key, kinds.size)
      return kinds.get(key)!
    })
    this.follows = [...kinds.keys()].map((key) => {
      const never = key === '' ? [] : key.split(',').map(Number)
      return problem.shifts.map((_, s) => !never.includes(s))
    })
    this.states = this.rest + kinds.size * this.length
    this.allowed = allowedOf(problem, p, this.may)
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
    this.longestShift = Math.max(0, ...problem.shifts.map((s, i) => (this.may[i] ? s.minutes : 0)))
  }

  /** The state after having this shift on this day; −1 where a rule forbids it. */
  next(state: number, day: number, shift: number): number {
    const isWork = state >= this.rest
    const run = isWork ? ((state - this.rest) % this.length) + 1 : 0
    if (shift === -1) {
      if (isWork && run < this.minRun && !(this.isFresh && run === day)) return -1
      return isWork ? 0 : Math.min(state + 1, this.rest - 1)
    }
    if (!isWork) return state < this.rest - 1 ? -1 : this.worked(this.kindOf[shift]!, 1)
    if (run >= this.maxRun || !this.follows[Math.floor((state - this.rest) / this.length)]![shift]) return -1
    return this.worked(this.kindOf[shift]!, Math.min(run + 1, this.length))
  }

  /** Whether work on the day counts a weekend more, coming from this state. */
  opensWeekend(day: number, state: number): boolean {
    return this.weekend[day] === 2 || (this.weekend[day] === 1 && state < this.rest)
  }

  private worked(kind: number, run: number): number {
    return this.rest + kind * this.length + run - 1
  }
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
