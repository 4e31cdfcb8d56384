import type { RosterGrid, RosterProblem } from './shape.ts'

/**
 * Judges a roster from the rules alone. It shares nothing with the solver on purpose: it reads the grid day by day
 * the way a person would, so that a mistake in one is not repeated in the other.
 */
export interface RosterBreach {
  readonly rule:
    | 'mostOf'
    | 'rest'
    | 'minRun'
    | 'maxRun'
    | 'minRest'
    | 'minMinutes'
    | 'maxMinutes'
    | 'weekends'
    | 'dayOff'
    | 'fixed'
    | 'grid'
  readonly person: string
  /** The day at which it shows, where there is one. */
  readonly day?: number
}
export interface RosterJudgement {
  readonly breaches: readonly RosterBreach[]
  readonly cost: number
  readonly wishCost: number
  readonly underCost: number
  readonly overCost: number
}

export function checkRoster(problem: RosterProblem, grid: RosterGrid): RosterJudgement {
  const breaches: RosterBreach[] = []
  for (const [p, person] of problem.people.entries()) {
    const row = grid[p]
    if (!row || row.length !== problem.days || row.some((s) => s < -1 || s >= problem.shifts.length)) {
      breaches.push({ rule: 'grid', person: person.id })
      continue
    }
    breaches.push(...breachesOf(problem, p, row))
  }
  if (grid.length !== problem.people.length) breaches.push({ rule: 'grid', person: '' })
  let wishCost = 0
  for (const wish of problem.wishes) {
    const has = grid[wish.person]?.[wish.day] === wish.shift
    if (has !== wish.wants) wishCost += wish.weight
  }
  let underCost = 0
  let overCost = 0
  for (const { day, shift, need, under, over } of problem.cover) {
    const there = grid.filter((row) => row[day] === shift).length
    if (there < need) underCost += under * (need - there)
    if (there > need) overCost += over * (there - need)
  }
  return { breaches, cost: wishCost + underCost + overCost, wishCost, underCost, overCost }
}

function breachesOf(problem: RosterProblem, p: number, row: readonly number[]): RosterBreach[] {
  const person = problem.people[p]!
  const found: RosterBreach[] = []
  const breach = (rule: RosterBreach['rule'], day?: number) =>
    found.push({ rule, person: person.id, ...(day === undefined ? {} : { day }) })
  const worked = (day: number): boolean => row[day] !== undefined && row[day] !== -1

  for (const day of person.daysOff) if (worked(day)) breach('dayOff', day)
  for (const { day, shift } of person.fixed) if (row[day] !== shift) breach('fixed', day)
  for (let shift = 0; shift < problem.shifts.length; shift++) {
    if (row.filter((s) => s === shift).length > person.mostOf[shift]!) breach('mostOf')
  }
  const minutes = row.reduce((sum, s) => sum + (s === -1 ? 0 : problem.shifts[s]!.minutes), 0)
  if (minutes < person.minMinutes) breach('minMinutes')
  if (minutes > person.maxMinutes) breach('maxMinutes')
  const yesterday = person.before && 'worked' in person.before ? person.before.shift : -1
  for (const [day, shift] of row.entries()) {
    const last = day === 0 ? yesterday : row[day - 1]!
    if (last !== -1 && shift !== -1 && problem.notAfter[last]!.includes(shift)) breach('rest', day)
  }

  const weekends = new Set<number>()
  for (let day = 0; day < problem.days; day++) {
    const weekday = (problem.firstWeekday - 1 + day) % 7
    if (weekday >= 5 && worked(day)) weekends.add(day - weekday)
  }
  if (weekends.size > person.maxWeekends) breach('weekends')

  for (const stretch of stretchesOf(row)) {
    const atStart = stretch.from === 0
    const atEnd = stretch.from + stretch.length === problem.days
    let length = stretch.length
    if (atStart && person.before) {
      if (stretch.works && 'worked' in person.before) length += person.before.worked
      if (!stretch.works && 'rested' in person.before) length += person.before.rested
    }
    const mayBeShort = atEnd || (atStart && !person.before)
    if (stretch.works) {
      if (length > person.maxRun) breach('maxRun', stretch.from)
      if (length < person.minRun && !mayBeShort) breach('minRun', stretch.from)
    } else if (length < person.minRest && !mayBeShort) breach('minRest', stretch.from)
  }
  return found.concat(cutShort(problem, p, row))
}

/** What was begun before the first day and ended on it, too short. */
function cutShort(problem: RosterProblem, p: number, row: readonly number[]): RosterBreach[] {
  const person = problem.people[p]!
  if (!person.before || problem.days === 0) return []
  const worksNow = row[0] !== -1
  if ('worked' in person.before && !worksNow && person.before.worked < person.minRun)
    return [{ rule: 'minRun', person: person.id, day: 0 }]
  if ('rested' in person.before && worksNow && person.before.rested < person.minRest)
    return [{ rule: 'minRest', person: person.id, day: 0 }]
  return []
}

function stretchesOf(row: readonly number[]): { works: boolean; from: number; length: number }[] {
  const stretches: { works: boolean; from: number; length: number }[] = []
  for (const [day, shift] of row.entries()) {
    const last = stretches.at(-1)
    if (last && last.works === (shift !== -1)) last.length += 1
    else stretches.push({ works: shift !== -1, from: day, length: 1 })
  }
  return stretches
}
