import type { Day, Month } from '../../../platform/kinds/day.ts'
import {
  dayNumber,
  dayOfMonth,
  daysOf,
  daysThrough,
  monthFrom,
  monthNumber,
} from '../../../platform/kinds/day.ts'
import type { Basis } from './borrow.ts'
import type { Contributions, Group } from './contributions.ts'
import { noParts, total } from './contributions.ts'
import { trendOn } from './features.ts'
import type { PlanInput, PlanStore } from './plan-input.ts'
import type { StoreDays } from './store-days.ts'
import { isOpen, offsetOf } from './store-days.ts'

/** A day as planned or as it was: whether the store trades, and what the model makes of it, in cents. */
export interface PlannedDay {
  readonly day: Day
  readonly number: number
  readonly open: boolean
  readonly parts: Contributions
  /** 0 when closed. */
  readonly amount: number
}
/** The month of an earlier year that a plan month is compared with. */
export interface ReferenceMonth {
  readonly month: Month
  /** What was really sold, cents, and its share of the twelve reference months. */
  readonly actual: number
  readonly share: number
  readonly days: readonly PlannedDay[]
}
export interface StorePlan {
  readonly store: string
  readonly basis: Basis | undefined
  readonly days: readonly PlannedDay[]
  /** By month number 1 … 12; absent where history holds no complete such month. */
  readonly references: ReadonlyMap<number, ReferenceMonth>
  /** Model amount of a day with these parts. */
  readonly amountOf: (parts: Readonly<Record<Group, number>>) => number
}
/** A reference month has sales on this part of the days on which the store was not closed. */
const completeShare = 0.8

type TakeApart = (store: StoreDays, at: number, trendAt?: number) => Contributions

export function storePlan(
  store: PlanStore,
  days: StoreDays,
  input: PlanInput,
  basis: Basis | undefined,
  takeApart: TakeApart | undefined,
  lastKnown: number,
): StorePlan {
  const trendAt = trendOn(lastKnown)
  const level = basis ? basis.intercept + basis.variance / 2 : 0
  const amountOf = (parts: Readonly<Record<Group, number>>): number => Math.exp(level + total(parts))
  const planned = (day: Day, open: boolean, trend?: number): PlannedDay => {
    const number = dayNumber(day)
    const parts = takeApart ? takeApart(days, offsetOf(days, number), trend) : nothing
    return { day, number, open, parts, amount: open ? amountOf(parts.byGroup) : 0 }
  }
  const year = daysThrough(`${input.year}-01-01` as Day, `${input.year}-12-31` as Day).map((day) =>
    planned(day, isOpen(days, offsetOf(days, dayNumber(day))), trendAt),
  )
  return {
    store: store.store,
    basis,
    days: year,
    references: referencesOf(store, days, input.year, planned),
    amountOf,
  }
}

export const monthDays = (plan: Pick<StorePlan, 'days'>, month: Month): readonly PlannedDay[] =>
  plan.days.filter((d) => d.day.startsWith(month))

/** For each month its latest complete instance before the plan year. */
function referencesOf(
  store: PlanStore,
  days: StoreDays,
  year: number,
  planned: (day: Day, open: boolean) => PlannedDay,
): ReadonlyMap<number, ReferenceMonth> {
  const found: { month: Month; actual: number; days: PlannedDay[] }[] = []
  for (let m = 1; m <= 12; m++) {
    for (const back of [1, 2, 3]) {
      const month = monthFrom(year - back, m)
      const all = daysOf(month)
      const sold = all.filter((day) => (store.history.get(day) ?? 0) > 0)
      const mayTrade = all.filter((day) => isOpen(days, offsetOf(days, dayNumber(day))))
      if (sold.length === 0 || sold.length < completeShare * mayTrade.length) continue
      found.push({
        month,
        actual: sold.reduce((sum, day) => sum + store.history.get(day)!, 0),
        days: all.map((day) => planned(day, (store.history.get(day) ?? 0) > 0)),
      })
      break
    }
  }
  const sum = found.reduce((all, month) => all + month.actual, 0)
  // A share of the year needs a whole year to be a share of.
  return new Map(
    found.map((r) => [
      monthNumber(r.month),
      { ...r, share: found.length === 12 ? r.actual / sum : Number.NaN },
    ]),
  )
}

/** Day with the same date in a month of another year; undefined for 29 February against a common year. */
export const sameDate = (days: readonly PlannedDay[], day: Day): PlannedDay | undefined =>
  days[dayOfMonth(day) - 1]

const nothing: Contributions = { byGroup: noParts, set: [] }
