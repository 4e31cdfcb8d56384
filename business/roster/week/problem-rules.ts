import { type Day, weekdayOf } from '../../../platform/kinds/day.ts'
import type { RosterGrid, RosterPerson, RosterProblem, RosterWish } from '../shape.ts'
import { mostOf, weekDays } from './legal-rules.ts'
import type { Cell, Demand, Fair, RuleValues, Shift, Wish, Worker } from './shape.ts'
import { workedMinutes } from './shape.ts'

/** What a roster costs where it is not what one would wish. One person missing weighs more than all wishes of a day. */
export const weights = { under: 100, over: 12, off: 40, prefers: 8, fair: 3, opener: 4 } as const

export interface WeekProblem {
  readonly week: Day
  readonly workers: readonly Worker[]
  readonly shifts: readonly Shift[]
  readonly rules: RuleValues
  readonly demand: Demand
  readonly wishes: readonly Wish[]
  readonly fair: readonly Fair[]
  /** Days before this one stay as they are. */
  readonly fixedBefore: Day
  readonly cells: readonly Cell[]
}

/** The week as the solver takes it. Leave, limits, rest and runs are hard; cover, wishes and fairness are weighed. */
export function problemOf(of: WeekProblem): RosterProblem {
  const days = weekDays(of.week)
  const minutes = of.shifts.map(workedMinutes)
  const average = averages(of.fair)
  const wishes: RosterWish[] = []
  const people = of.workers.map((worker, p): RosterPerson => {
    const off = new Set<number>()
    for (const [d, day] of days.entries())
      if (worker.away.includes(day) || worker.notHere.includes(day)) off.add(d)
    const fixed = days.flatMap((day, d) => {
      if (day >= of.fixedBefore || off.has(d)) return []
      const cell = of.cells.find((c) => c.person === worker.person && c.day === day)
      const shift = cell ? of.shifts.findIndex((s) => s.code === cell.code) : -1
      if (shift < 0) off.add(d)
      return shift < 0 ? [] : [{ day: d, shift }]
    })
    wishes.push(...wishesOf(of, worker, p, days, average))
    const mostOfShift = of.shifts.map((s, i) => (mayWork(worker, s, minutes[i]!) ? 7 : 0))
    // Somebody who must rest on the first day for a run that the week before began.
    if (worker.before.run >= of.rules.runDays) off.add(0)
    const free = 7 - off.size
    const longest = Math.max(0, ...minutes.filter((_, i) => mostOfShift[i]! > 0))
    const most = Math.min(worker.limits.week, mostOf(worker.limits))
    const reach = Math.min(most, Math.max(0, free - Math.max(0, of.rules.restDays - off.size)) * longest)
    const done = fixed.reduce((sum, f) => sum + minutes[f.shift]!, 0)
    const least = worker.limits.partTime ? 0 : Math.max(0, Math.floor(reach / Math.max(1, longest)) * longest)
    return {
      id: worker.person,
      mostOf: mostOfShift,
      minMinutes: Math.max(0, Math.min(least, done + (reach - done))),
      maxMinutes: Math.max(most, done),
      minRun: 1,
      maxRun: Math.max(1, Math.min(of.rules.runDays, 7)),
      minRest: 1,
      maxWeekends: 9,
      daysOff: [...off].filter((d) => !fixed.some((f) => f.day === d)).sort((a, b) => a - b),
      fixed,
      ...beforeOf(worker, of.shifts),
    }
  })
  return {
    days: 7,
    firstWeekday: 1,
    shifts: of.shifts.map((s, i) => ({ id: s.code, minutes: minutes[i]! })),
    notAfter: of.shifts.map((a) =>
      of.shifts.flatMap((b, i) => (b.from + 1440 - a.to < of.rules.restBetween ? [i] : [])),
    ),
    people,
    wishes,
    cover: of.demand.shifts.map(({ day, code, need }) => ({
      day: days.indexOf(day),
      shift: of.shifts.findIndex((s) => s.code === code),
      need,
      under: weights.under,
      // A short shift is had where somebody works short ones; nobody counts it as too many.
      over: of.shifts.find((s) => s.code === code)?.kind === 'short' ? 0 : weights.over,
    })),
  }
}

function mayWork({ limits }: Worker, shift: Shift, minutes: number): boolean {
  if (limits.partTime !== (shift.kind === 'short')) return false
  if (minutes > limits.dayMost) return false
  return limits.notAfter === null || shift.to <= limits.notAfter
}

function beforeOf({ before }: Worker, shifts: readonly Shift[]): Pick<RosterPerson, 'before'> {
  if (!before.last || before.run === 0) return {}
  const { from, to } = before.last
  // The shift of today that ends as late as hers did: what rest it asks for is the same.
  const at = shifts.findIndex((s) => s.from === from && s.to === to)
  const alike = at >= 0 ? at : shifts.findIndex((s) => s.to >= to)
  return { before: { worked: before.run, shift: alike >= 0 ? alike : shifts.length - 1 } }
}

function wishesOf(
  of: WeekProblem,
  worker: Worker,
  person: number,
  days: readonly Day[],
  average: { weekends: number; lates: number },
): RosterWish[] {
  const all: RosterWish[] = []
  const not = (day: number, shift: number, weight: number): void => {
    if (weight > 0) all.push({ person, day, shift, wants: false, weight })
  }
  for (const wish of of.wishes.filter((w) => w.person === worker.person)) {
    const day = days.indexOf(wish.day)
    if (day < 0) continue
    for (const [s, shift] of of.shifts.entries())
      if (wish.kind === 'off') not(day, s, weights.off)
      else if (shift.kind !== wish.kind && shift.kind !== 'short') not(day, s, weights.prefers)
  }
  const own = of.fair.find((f) => f.person === worker.person)
  const perWeek = (n: number): number => (own && own.weeks > 0 ? n / own.weeks : 0)
  const weekends = Math.round(weights.fair * (perWeek(own?.weekends ?? 0) - average.weekends))
  const lates = Math.round(weights.fair * (perWeek(own?.lates ?? 0) - average.lates))
  for (const [d, day] of days.entries())
    for (const [s, shift] of of.shifts.entries()) {
      if (weekdayOf(day) > 5) not(d, s, weekends)
      if (shift.kind === 'late') not(d, s, lates)
    }
  return all
}

function averages(fair: readonly Fair[]): { weekends: number; lates: number } {
  const there = fair.filter((f) => f.weeks > 0)
  const mean = (of: (f: Fair) => number): number =>
    there.length === 0 ? 0 : there.reduce((sum, f) => sum + of(f) / f.weeks, 0) / there.length
  return { weekends: mean((f) => f.weekends), lates: mean((f) => f.lates) }
}

/** A grid of the solver as cells. */
export function cellsOf(
  week: Day,
  people: readonly string[],
  shifts: readonly Shift[],
  grid: RosterGrid,
  zones: readonly Cell[],
): Cell[] {
  const days = weekDays(week)
  return grid.flatMap((row, p) =>
    row.flatMap((s, d) => {
      const [person, day] = [people[p]!, days[d]!]
      const zone = zones.find((z) => z.person === person && z.day === day)?.zone ?? null
      return s < 0 ? [] : [{ person, day, code: shifts[s]!.code, zone }]
    }),
  )
}
