import type { Day, Month } from '../../../platform/kinds/day.ts'
import { dayNumber, firstDay, monthsOf } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { add, cents, zero } from '../../../platform/kinds/money.ts'
import type { Basis } from './borrow.ts'
import { basisOf } from './borrow.ts'
import { contributionsOf } from './contributions.ts'
import { encoderOf } from './features.ts'
import { teach } from './moments.ts'
import type { PlanInput, PlanStore } from './plan-input.ts'
import { planDays } from './plan-input.ts'
import type { DayProposal } from './propose-days.ts'
import { proposeDays } from './propose-days.ts'
import type { MonthReasons, Reason } from './propose-reasons.ts'
import { basisReason, growthReason, reasonsOf } from './propose-reasons.ts'
import type { ForecastSettings } from './ridge.ts'
import { fitForecast, startingSettings } from './ridge.ts'
import type { PlannedDay, StorePlan } from './store-plan.ts'
import { storePlan } from './store-plan.ts'

/** A month of a store: its weight in the year (0 only when it is closed throughout) and why. */
export interface MonthProposal extends MonthReasons {
  readonly month: Month
  /** Share of the store's year, 0 … 1; the twelve sum to 1. */
  readonly weight: number
  readonly expected: Money
}
export interface StoreProposal {
  readonly store: string
  /** The year's expected amount with the growth asked for; undefined when no store has any history. */
  readonly expected: Money | undefined
  readonly months: readonly MonthProposal[]
  readonly reasons: readonly Reason[]
  /** Open days of history of its own, and how much of the effects they decide. */
  readonly ownDays: number
  readonly ownShare: number
}
export interface Proposal {
  readonly year: number
  readonly stores: readonly StoreProposal[]
}
export interface Planner {
  readonly proposal: Proposal
  /** Day weights of a store's month in share units (份数): an ordinary day is 1, a closed one 0. */
  dayWeights(store: string, month: Month): readonly DayProposal[]
}

/**
 * Proposes a year from history: months of every store, the year's amount, and days on demand. The trend is not
 * carried on past the last known day: growth is a wish, stated apart. What comes out are weights for the split
 * rules; anybody may put another number in their place.
 */
export function proposeYear(input: PlanInput, settings: ForecastSettings = startingSettings): Planner {
  const encoder = encoderOf(input.calendar)
  const days = new Map(input.stores.map((store) => [store.store, planDays(store, input)]))
  const planStart = dayNumber(`${input.year}-01-01` as Day)
  const taught = new Map(input.stores.map((s) => [s.store, teach(days.get(s.store)!, encoder, planStart)]))
  const lastKnown = Math.max(
    ...[...taught.values()].map((t) => t.days[t.rows - 1] ?? Number.NEGATIVE_INFINITY),
  )
  const until = Number.isFinite(lastKnown) ? lastKnown + 1 : planStart
  const model = fitForecast([...taught.values()], encoder, until, settings)

  const plans = new Map<string, Pick<StorePlan, 'basis' | 'days'>>()
  const proposals = input.stores.map((store): StoreProposal => {
    const basis = basisOf(store, input.stores, taught, model)
    const apart = basis && contributionsOf(encoder, basis.coefficients)
    const plan = storePlan(store, days.get(store.store)!, input, basis, apart, until - 1)
    plans.set(store.store, { basis: plan.basis, days: plan.days })
    return proposeStore(store, plan, basis, input)
  })
  return {
    proposal: { year: input.year, stores: proposals },
    dayWeights(store, month) {
      const plan = plans.get(store)
      if (!plan) throw new RangeError(`store not in the plan: ${store}`)
      return proposeDays(plan, month, input.campaigns)
    },
  }
}

/** Weights of groups of stores × months (an area's months), the sum of what its stores expect, in cents. */
export function groupWeights(
  proposal: Proposal,
  groupOf: (store: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>()
  for (const store of proposal.stores) {
    const row = rows.get(groupOf(store.store)) ?? new Array<number>(12).fill(0)
    store.months.forEach((month, i) => {
      row[i]! += store.expected === undefined ? month.weight : month.expected
    })
    rows.set(groupOf(store.store), row)
  }
  return rows
}

function proposeStore(
  store: PlanStore,
  plan: StorePlan,
  basis: Basis | undefined,
  input: PlanInput,
): StoreProposal {
  const growth = store.growth ?? input.growth ?? 0
  const months = monthsOf(input.year)
  const amounts = months.map((month) => sumOf(plan, month))
  const year = amounts.reduce((sum, a) => sum + a, 0)
  const expected = amounts.map((a) => (basis ? cents(Math.round(a * (1 + growth))) : zero))
  return {
    store: store.store,
    expected: basis ? add(...expected) : undefined,
    months: months.map((month, i) => ({
      month,
      weight: year > 0 ? amounts[i]! / year : 0,
      expected: expected[i]!,
      ...reasonsOf(plan, store, month, input, growth),
    })),
    reasons: [...basisReason(basis), ...growthReason(growth)],
    ownDays: basis?.ownDays ?? 0,
    ownShare: basis?.ownShare ?? 0,
  }
}

const sumOf = (plan: StorePlan, month: Month): number => {
  const from = dayNumber(firstDay(month))
  return plan.days
    .filter((d: PlannedDay) => d.number >= from && d.day.startsWith(month))
    .reduce((sum, d) => sum + d.amount, 0)
}
