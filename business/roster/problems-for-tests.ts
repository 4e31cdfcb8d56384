import fc from 'fast-check'
import { checkRoster } from './check.ts'
import type { RosterGrid, RosterPerson, RosterProblem } from './shape.ts'

/** Early and late; early may not follow late. */
export const earlyLate = {
  shifts: [
    { id: 'E', minutes: 480 },
    { id: 'L', minutes: 480 },
  ],
  notAfter: [[], [0]],
}

export const anybody: RosterPerson = {
  id: 'A',
  mostOf: [14, 14],
  minMinutes: 0,
  maxMinutes: 100_000,
  minRun: 1,
  maxRun: 14,
  minRest: 1,
  maxWeekends: 9,
  daysOff: [],
  fixed: [],
}

/** Small problems of every kind of rule, also such as leave somebody no legal row. */
export const smallProblem: fc.Arbitrary<RosterProblem> = fc
  .record({
    days: fc.integer({ min: 3, max: 6 }),
    firstWeekday: fc.integer({ min: 1, max: 7 }),
    late: fc.constantFrom(480, 600),
    people: fc.array(personArbitrary(), { minLength: 1, maxLength: 3 }),
    wishes: fc.array(
      fc.record({
        person: fc.nat(9),
        day: fc.nat(9),
        shift: fc.nat(1),
        wants: fc.boolean(),
        weight: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 6 },
    ),
    needs: fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
  })
  .map(({ days, firstWeekday, late, people, wishes, needs }) => ({
    days,
    firstWeekday,
    shifts: [earlyLate.shifts[0]!, { id: 'L', minutes: late }],
    notAfter: earlyLate.notAfter,
    people: people.map((p, i) => ({
      ...p,
      minRun: Math.min(p.minRun, p.maxRun),
      id: String.fromCharCode(65 + i),
      daysOff: p.daysOff.filter((d) => d < days),
      fixed: p.fixed.filter((f) => f.day < days && !p.daysOff.includes(f.day)).slice(0, 1),
    })),
    wishes: wishes.map((w) => ({ ...w, person: w.person % people.length, day: w.day % days })),
    cover: Array.from({ length: days * 2 }, (_, i) => ({
      day: Math.floor(i / 2),
      shift: i % 2,
      need: needs[i]!,
      under: 10,
      over: 1,
    })),
  }))

function personArbitrary(): fc.Arbitrary<RosterPerson> {
  return fc.record({
    id: fc.constant(''),
    mostOf: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })),
    minMinutes: fc.constantFrom(0, 480, 960, 1000),
    maxMinutes: fc.constantFrom(960, 1500, 2400, 9000),
    minRun: fc.integer({ min: 1, max: 3 }),
    maxRun: fc.integer({ min: 1, max: 7 }),
    minRest: fc.integer({ min: 1, max: 3 }),
    maxWeekends: fc.integer({ min: 0, max: 2 }),
    daysOff: fc.array(fc.nat(5), { maxLength: 1 }),
    fixed: fc.array(fc.record({ day: fc.nat(5), shift: fc.nat(1) }), { maxLength: 1 }),
    before: fc.oneof(
      fc.constant(undefined),
      fc.record({ worked: fc.integer({ min: 1, max: 8 }), shift: fc.nat(1) }),
      fc.record({ rested: fc.integer({ min: 1, max: 4 }) }),
    ),
  })
}

/** Every legal row of a person, judged by the checker alone. */
export function legalRows(problem: RosterProblem, person: number): number[][] {
  const alone = { ...problem, people: [problem.people[person]!], wishes: [], cover: [] }
  const rows: number[][] = []
  const row = Array.from({ length: problem.days }, () => -1)
  const fill = (day: number): void => {
    if (day === problem.days) {
      if (checkRoster(alone, [row]).breaches.length === 0) rows.push([...row])
      return
    }
    for (let shift = -1; shift < problem.shifts.length; shift++) {
      row[day] = shift
      fill(day + 1)
    }
  }
  fill(0)
  return rows
}

/** The least cost of all legal rosters, by trying each one; null when there is none. For two people at most. */
export function leastCost(problem: RosterProblem): number | null {
  const rows = problem.people.map((_, p) => legalRows(problem, p))
  let least: number | null = null
  const grids = (p: number, grid: RosterGrid): void => {
    if (p === rows.length) {
      const { cost } = checkRoster(problem, grid)
      if (least === null || cost < least) least = cost
      return
    }
    for (const row of rows[p]!) grids(p + 1, [...grid, row])
  }
  grids(0, [])
  return least
}
