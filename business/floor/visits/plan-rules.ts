import { addDays, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { longUnvisited } from './rules.ts'

/** Planned so many days ahead at most. */
export const longestPlanned = 120
/** A visit so many days before or after the day for which it was planned is the planned one, moved. */
export const movedWithin = 3

/** A visit is planned from today on, once for a store, a day and a person. */
export function checkPlan(day: Day, today: Day) {
  const latest = addDays(today, longestPlanned)
  return day < today || day > latest ? refuse('planBetween', { from: today, to: latest }, 'day') : undefined
}

interface Planned {
  readonly store: string
  readonly day: Day
  readonly person: string
}
interface Made {
  readonly id: string
  readonly store: string
  readonly day: Day
  readonly by: string
}
export type PlanState = 'planned' | 'made' | 'moved' | 'missed'
/** How a plan came out, and by which visit: each visit answers one plan, that of its own day before others. */
export function planned<P extends Planned>(
  plans: readonly P[],
  visits: readonly Made[],
  today: Day,
): (P & { readonly state: PlanState; readonly visit: string | null })[] {
  const taken = new Set<string>()
  const isOf = (plan: Planned, visit: Made): boolean =>
    visit.store === plan.store && visit.by === plan.person && !taken.has(visit.id)
  const found = new Map<P, Made>()
  for (const near of [0, movedWithin])
    for (const plan of plans) {
      if (found.has(plan)) continue
      const visit = visits.find(
        (made) => isOf(plan, made) && Math.abs(daysBetween(plan.day, made.day)) <= near,
      )
      if (!visit) continue
      taken.add(visit.id)
      found.set(plan, visit)
    }
  return plans.map((plan) => {
    const visit = found.get(plan)
    const state = visit
      ? visit.day === plan.day
        ? 'made'
        : 'moved'
      : plan.day < today
        ? 'missed'
        : 'planned'
    return { ...plan, state, visit: visit?.id ?? null }
  })
}

/** Since when nobody was there: of a store never visited, since it opened. */
export const daysUnvisited = (last: Day | null, openedOn: Day, today: Day): number =>
  Math.max(0, daysBetween(last ?? openedOn, today))
export const isLongUnvisited = (days: number): boolean => days > longUnvisited
