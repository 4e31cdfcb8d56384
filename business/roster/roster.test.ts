import fc from 'fast-check'
import highsLoader from 'highs'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../platform/kinds/random.ts'
import { checkRoster } from './check.ts'
import { draftRoster, plannersOf } from './draft.ts'
import { MonthPlanner, weigh } from './month.ts'
import { MonthBeam } from './month-beam.ts'
import { Ground } from './plan.ts'
import { anybody, earlyLate, leastCost, legalRows, smallProblem } from './problems-for-tests.ts'
import type { RosterGrid, RosterProblem } from './shape.ts'
import { solveRoster } from './solve.ts'
import { solveInThread } from './solve-thread.ts'

const highs = await highsLoader()
let ticks = 0
const calm = {
  now: () => {
    ticks += 1e-6
    return ticks
  },
  isStopped: () => false,
  tell: () => undefined,
}
const byRounds = { seed: 7, seconds: 1000, rounds: 10 }

/** A store month: 12 people, 28 days, early, middle and late. */
const storeMonth: RosterProblem = {
  days: 28,
  firstWeekday: 1,
  shifts: ['E', 'M', 'L'].map((id) => ({ id, minutes: 480 })),
  notAfter: [[], [0], [0, 1]],
  people: Array.from({ length: 12 }, (_, p) => ({
    id: `P${p}`,
    mostOf: [28, 28, p % 4 === 0 ? 0 : 10],
    minMinutes: 480 * 16,
    maxMinutes: 480 * 20,
    minRun: 2,
    maxRun: 5,
    minRest: 2,
    maxWeekends: 3,
    daysOff: [p],
    fixed: [],
  })),
  wishes: Array.from({ length: 12 }, (_, p) => ({
    person: p,
    day: 20,
    shift: p % 3,
    wants: p % 2 === 0,
    weight: 3,
  })),
  cover: Array.from({ length: 84 }, (_, i) => ({
    day: Math.floor(i / 3),
    shift: i % 3,
    need: Math.floor(i / 3) % 7 >= 5 ? 4 : 3,
    under: 100,
    over: 1,
  })),
}

describe('一个人的一个月', () => {
  test('the cheapest month is the cheapest of all legal ones, whatever the rules and prices', () => {
    let feasible = 0
    fc.assert(
      fc.property(
        smallProblem,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 18, maxLength: 18 }),
        (problem, prices) => {
          const weights = Float64Array.from({ length: problem.days * 3 }, (_, i) => prices[i]!)
          for (const [p, planner] of plannersOf(problem).entries()) {
            const worth = (row: readonly number[]): number =>
              row.reduce((sum, s, day) => sum + weights[day * 3 + s + 1]!, 0)
            const rows = legalRows(problem, p)
            const { months, floor } = planner.cheapest(weights, 3)
            expect(months.length > 0).toBe(rows.length > 0)
            if (rows.length === 0) continue
            feasible += 1
            const least = Math.min(...rows.map(worth))
            expect(months[0]!.value).toBe(least)
            expect(floor).toBe(least)
            for (const { row, value } of months) {
              expect(worth([...row])).toBe(value)
              expect(rows.some((legal) => legal.join() === row.join())).toBe(true)
            }
          }
        },
      ),
      { numRuns: 150 },
    )
    expect(feasible).toBeGreaterThan(100)
  })
})

describe('班次很多', () => {
  test('limits hold for every shift, however many shifts have one', () => {
    const shifts = Array.from({ length: 34 }, (_, s) => ({ id: `s${s}`, minutes: 480 }))
    const person = { ...anybody, mostOf: shifts.map(() => 1), maxRun: 4, maxMinutes: 4 * 480, minRest: 1 }
    const problem: RosterProblem = {
      days: 4,
      firstWeekday: 1,
      shifts,
      notAfter: shifts.map(() => []),
      people: [person],
      wishes: [],
      cover: [],
    }
    const weights = new Float64Array(4 * 35)
    // The two dearest to leave out are the last two, of which one day each may be had.
    for (let day = 0; day < 4; day++) [weights[day * 35 + 33], weights[day * 35 + 34]] = [-5, -9]
    const { months, floor } = new MonthPlanner(problem, 0).cheapest(weights, 1)
    expect([months[0]!.value, floor]).toEqual([-14, -14])
  })
})

describe('日子太长，没法搜遍', () => {
  test('what the beam finds is legal and weighs what it says, and it rarely misses that there is a month', () => {
    let [found, missed] = [0, 0]
    fc.assert(
      fc.property(
        smallProblem,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 18, maxLength: 18 }),
        (problem, prices) => {
          const weights = Float64Array.from({ length: problem.days * 3 }, (_, i) => prices[i]!)
          for (const p of problem.people.keys()) {
            const rows = legalRows(problem, p).map((row) => row.join())
            const { months, floor } = new MonthBeam(problem, p, [0, 1]).cheapest(weights, 2)
            expect(floor).toBe(Number.NEGATIVE_INFINITY)
            for (const { row, value } of months) {
              expect(rows).toContain(row.join())
              expect(weigh(row, weights, 3)).toBe(value)
            }
            if (months.length > 0) found += 1
            else if (rows.length > 0) missed += 1
          }
        },
      ),
      { numRuns: 200 },
    )
    expect(found).toBeGreaterThan(100)
    expect(missed).toBeLessThan(found / 10)
  })
})

describe('初稿', () => {
  test('every draft is legal, and tells the people to whom the rules leave nothing', () => {
    let drafts = 0
    fc.assert(
      fc.property(smallProblem, fc.nat(99), (problem, seed) => {
        const ground = new Ground(problem)
        const draft = draftRoster(ground, plannersOf(problem), {
          random: seeded(seed),
          moves: 20,
          isOver: () => false,
        })
        const without = problem.people.flatMap((_, p) => (legalRows(problem, p).length === 0 ? [p] : []))
        if ('stuck' in draft) {
          expect(draft.stuck).toEqual(without)
          return
        }
        expect(without).toEqual([])
        const judged = checkRoster(
          problem,
          draft.rows.map((row) => [...row]),
        )
        expect(judged.breaches).toEqual([])
        expect(judged.cost).toBe(draft.cost)
        drafts += 1
      }),
      { numRuns: 120 },
    )
    expect(drafts).toBeGreaterThan(20)
  })

  test('a store month has its legal draft, and what the solver makes of it costs no more', () => {
    const ground = new Ground(storeMonth)
    const draft = draftRoster(ground, plannersOf(storeMonth), {
      random: seeded(1),
      moves: 300,
      isOver: () => false,
    })
    if ('stuck' in draft) throw new Error('stuck')
    expect(
      checkRoster(
        storeMonth,
        draft.rows.map((row) => [...row]),
      ).breaches,
    ).toEqual([])
    const solved = solveRoster(storeMonth, { ...byRounds, rounds: 3 }, highs, calm)
    if ('stuck' in solved) throw new Error('stuck')
    expect(checkRoster(storeMonth, solved.grid)).toMatchObject({ breaches: [], cost: solved.cost })
    expect(solved.cost).toBeLessThanOrEqual(draft.cost)
    expect(solved.bound).toBeLessThanOrEqual(solved.cost)
    expect((solved.cost - solved.bound!) / solved.cost).toBeLessThan(0.01)
  })
})

describe('求解', () => {
  test('the cost lies between the bound and nothing that trying all rosters could beat', () => {
    let exact = 0
    let all = 0
    fc.assert(
      fc.property(
        smallProblem.filter((p) => p.people.length <= 2 && p.days <= 5),
        (problem) => {
          const least = leastCost(problem)
          const solved = solveRoster(problem, byRounds, highs, calm)
          if (least === null) {
            expect('stuck' in solved).toBe(true)
            return
          }
          if ('stuck' in solved) throw new Error('a legal roster was missed')
          expect(checkRoster(problem, solved.grid)).toMatchObject({ breaches: [], cost: solved.cost })
          expect(solved.cost).toBeGreaterThanOrEqual(least)
          expect(solved.bound!).toBeLessThanOrEqual(least + 1e-6)
          all += 1
          if (solved.cost === least) exact += 1
        },
      ),
      { numRuns: 60, seed: 5 },
    )
    expect(all).toBeGreaterThan(10)
    expect(exact).toBe(all)
  })

  test('two people, five in a row at most, one needed a day: nobody is short and it is proved', () => {
    const problem: RosterProblem = {
      days: 7,
      firstWeekday: 1,
      ...earlyLate,
      people: ['A', 'B'].map((id) => ({ ...anybody, id, maxRun: 5, minRun: 2, minRest: 2 })),
      wishes: [{ person: 0, day: 6, shift: 0, wants: true, weight: 4 }],
      cover: Array.from({ length: 7 }, (_, day) => ({ day, shift: 0, need: 1, under: 100, over: 1 })),
    }
    const solved = solveRoster(problem, byRounds, highs, calm)
    expect(solved).toMatchObject({ cost: 0, stopped: 'proved' })
  })

  test('the same seed gives the same roster', () => {
    const once = solveRoster(storeMonth, { ...byRounds, rounds: 2 }, highs, calm)
    const again = solveRoster(storeMonth, { ...byRounds, rounds: 2 }, highs, calm)
    expect(again).toMatchObject({ grid: (once as { grid: RosterGrid }).grid })
  })

  test('in its thread it tells each better roster, and ends with the best when it is stopped', async () => {
    const costs: number[] = []
    const hard = {
      ...storeMonth,
      cover: storeMonth.cover.map((c, i) => ({ ...c, need: c.need + ((i * 7) % 3) })),
    }
    const running = solveInThread(hard, { seed: 1, seconds: 600 }, ({ cost }, grid) => {
      costs.push(cost)
      expect(checkRoster(hard, grid).breaches).toEqual([])
      if (costs.length === 1) running.stop()
    })
    const solved = await running.answer
    if ('stuck' in solved) throw new Error('stuck')
    expect(solved.cost).toBe(Math.min(...costs))
    expect(['asked', 'proved']).toContain(solved.stopped)
  })
})
