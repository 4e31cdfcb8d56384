import type { Highs } from 'highs'
import { seeded } from '../../platform/kinds/random.ts'
import { anneal, draftRoster, type NoMonth, plannersOf } from './draft.ts'
import { generate } from './generate.ts'
import { Master } from './master.ts'
import { mend } from './mend.ts'
import { Ground, Plan } from './plan.ts'
import { columnOf, reducedCost, type Search, wholeChoice } from './search.ts'
import type { RosterProblem, RosterProgress, SolvedRoster, SolveSettings } from './shape.ts'

export interface Solving {
  /** Seconds on a clock that only goes forward. */
  readonly now: () => number
  readonly isStopped: () => boolean
  readonly tell: (progress: RosterProgress, plan: Plan) => void
}

/**
 * A draft at once, then a better roster: column generation for a bound and good months, a dive to a whole choice,
 * the best choice among the months met, and mending of a few people at a time until the time is over or the bound
 * is reached. Depends on the seed alone when `rounds` is given and the clock does not end it.
 */
export function solveRoster(
  problem: RosterProblem,
  settings: SolveSettings,
  highs: Highs,
  { now, isStopped, tell }: Solving,
): SolvedRoster | NoMonth {
  const began = now()
  const elapsed = (): number => now() - began
  const isOver = (): boolean => isStopped() || elapsed() >= settings.seconds
  const ground = new Ground(problem)
  const planners = plannersOf(problem)
  const random = seeded(settings.seed)
  const draftUntil = Math.min(settings.seconds * 0.1, 20)
  const draft = draftRoster(ground, planners, {
    random,
    moves: 60 * problem.people.length,
    isOver: () => isStopped() || (settings.rounds === undefined && elapsed() >= draftUntil),
  })
  if ('stuck' in draft) return draft

  const search: Search = {
    highs,
    ground,
    planners,
    random,
    pool: [],
    best: draft,
    bound: ground.floor,
    isOver,
    secondsLeft: () => settings.seconds - elapsed(),
    isProved: () =>
      search.best.cost <= (ground.isWhole ? Math.ceil(search.bound - 1e-4) : search.bound) + 1e-6,
    take(step, plan) {
      if (plan.cost >= search.best.cost - 1e-9) return false
      search.best = plan
      report(step)
      return true
    },
  }
  const report = (step: RosterProgress['step']): void => {
    const bound = Number.isFinite(search.bound) ? { bound: search.bound } : {}
    tell({ step, cost: search.best.cost, seconds: elapsed(), ...bound }, search.best)
  }
  report('draft')
  if (problem.people.length > 0 && !isOver() && !search.isProved()) {
    const rounds = settings.rounds ?? Number.POSITIVE_INFINITY
    if (planners.every((p) => p.isExact)) {
      plan(search, report)
      mend(search, rounds)
    } else cool(search, rounds)
  }
  report('done')
  return {
    grid: search.best.rows.map((row) => [...row]),
    cost: search.best.cost,
    bound: Number.isFinite(search.bound) ? search.bound : null,
    seconds: elapsed(),
    stopped: search.isProved() ? 'proved' : isStopped() ? 'asked' : isOver() ? 'time' : 'rounds',
  }
}

/** Where months cannot be searched exactly, groups of people are out of reach too: one at a time, again and again. */
function cool(search: Search, rounds: number): void {
  const { ground, planners, random, isOver } = search
  for (let round = 0; round < rounds && !isOver(); round++) {
    const moves = 4 * planners.length
    search.take('mend', anneal(ground, planners, search.best, { random, isOver, moves }, 8))
  }
}

/** Everybody at once: the bound, a dive, and the best whole choice of the months met on the way. */
function plan(search: Search, report: (step: RosterProgress['step']) => void): void {
  const { highs, ground, planners, isOver } = search
  const people = [...ground.problem.people.keys()]
  const known = people.map((person) => columnOf(search, person))
  const master = new Master(highs, ground, people, ground.need, known)
  try {
    const until = search.secondsLeft() * 0.5
    const root = generate(ground, planners, master, {
      people,
      rounds: 400,
      perPerson: 3,
      isOver: () => isOver() || search.secondsLeft() < until,
    })
    search.bound = Math.max(search.bound, root.bound)
    report('bound')
    if (root.isComplete || root.objective < 0.85 * search.best.cost) dive(search, master, people)
    if (search.isProved() || isOver()) return
    const gap = search.best.cost - root.objective
    const near = master.columns.filter((c) => reducedCost(ground, c, root) <= gap + 1e-6)
    search.pool.push(...near)
    const limits = { seconds: Math.min(30, search.secondsLeft() * 0.15), nodes: 300 }
    const chosen = wholeChoice(search, people, near, limits)
    if (chosen) search.take('plan', chosen)
  } finally {
    master.dispose()
  }
}

/** Fixes the month chosen most, prices the others again, and so on down to a whole roster. */
function dive(search: Search, master: Master, people: readonly number[]): void {
  const { ground, planners, isOver } = search
  const open = new Set(people)
  const fixed = new Map<number, Int8Array>()
  const until = search.secondsLeft() * 0.6
  while (open.size > 0) {
    const ends = isOver() || search.secondsLeft() < until
    const { objective, value } = generate(ground, planners, master, {
      people: [...open],
      rounds: ends ? 0 : 30,
      perPerson: 2,
      isOver,
    })
    if (objective >= search.best.cost - (ground.isWhole ? 1 - 1e-4 : 1e-6)) break
    const candidates = [...value.entries()]
      .filter(([at]) => open.has(master.columns[at]!.person))
      .sort((a, b) => b[1] - a[1])
    let taken = 0
    for (const [at, share] of candidates) {
      const { person, row } = master.columns[at]!
      if (!open.has(person) || (taken > 0 && share < (ends ? 0 : 0.9))) continue
      master.fix(at)
      open.delete(person)
      fixed.set(person, row)
      taken += 1
    }
  }
  master.free()
  if (open.size === 0)
    search.take(
      'plan',
      new Plan(
        ground,
        people.map((p) => fixed.get(p)!),
      ),
    )
}
