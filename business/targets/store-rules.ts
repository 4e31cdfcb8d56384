import { type Day, daysOf, type Month } from '../../platform/kinds/day.ts'
import { cents, formatMoney, type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { PersonPart } from './shape.ts'
import { type PersonDays, resplitDays, splitDays, splitMonth } from './split/days.ts'
import type { SplitWhy } from './split/words.ts'

/** A store's month as it stands: day amounts in order, and each person's where it was split to people. */
export interface StoreMonth {
  readonly days: readonly Money[]
  readonly people: readonly { readonly person: string; readonly days: readonly Money[] }[]
}
/** Somebody with the store in the month, and on which of its days (in order). */
export interface Presence {
  readonly person: string
  readonly present: readonly boolean[]
}

/** Days of a month that lie before today: their targets are history. */
export const elapsedDays = (month: Month, today: Day): number =>
  daysOf(month).filter((day) => day < today).length

export function checkDays(
  month: Month,
  days: readonly Money[],
  total: Money,
  before: readonly Money[],
  today: Day,
) {
  const all = daysOf(month)
  if (days.length !== all.length)
    return refuse('dayCount', { month, days: all.length, given: days.length }, 'days')
  const given = sum(days)
  if (given !== total) {
    return refuse(
      'daysDoNotAdd',
      {
        sum: formatMoney(given),
        should: formatMoney(total),
        difference: formatMoney(cents(Math.abs(given - total))),
      },
      'days',
    )
  }
  for (let d = 0; d < elapsedDays(month, today); d++) {
    if (days[d] === before[d]) continue
    return refuse(
      'elapsedDayChanged',
      { day: all[d]!, before: formatMoney(before[d]!), after: formatMoney(days[d]!) },
      `days.${d}`,
    )
  }
  return undefined
}

/**
 * A month whose amount changed: days before today keep what they were, the rest follow what they were in
 * proportion (evenly where they were all 0).
 */
export function daysForTotal(
  month: Month,
  before: readonly Money[],
  total: Money,
  today: Day,
  name: string,
): Money[] | Refusal<SplitWhy | 'belowElapsed'> {
  const all = daysOf(month)
  const past = elapsedDays(month, today)
  const elapsed = sum(before.slice(0, past))
  if (total < elapsed || (past === all.length && total !== elapsed)) {
    return refuse('belowElapsed', { name, month, elapsed: formatMoney(elapsed), after: formatMoney(total) })
  }
  const flat = before.slice(past).every((amount) => amount === 0)
  const split = splitMonth({
    total,
    days: all.map((day, d) => ({ day, weight: flat ? 1 : before[d]! })),
    elapsed: { today, before: all.map((day, d) => ({ day, amount: before[d]! })) },
  })
  return isRefusal(split) ? split : split.map((d) => d.amount)
}

/** Day weights (份数) into the amounts of a month. A month without any weight is split evenly. */
export function daysByWeight(
  month: Month,
  total: Money,
  weights: readonly number[],
  locked?: ReadonlyMap<number, Money>,
) {
  const flat = weights.every((w) => !(w > 0))
  const split = splitMonth({
    total,
    days: daysOf(month).map((day, d) => ({ day, weight: flat ? 1 : weights[d]!, locked: locked?.get(d) })),
  })
  return isRefusal(split) ? split : split.map((d) => d.amount)
}

/**
 * One day is set by hand: elapsed and locked days keep, the others ahead give way in proportion to what they had
 * (evenly where they had nothing). `locked` holds days of the month, 1 ….
 */
export function editDay(
  month: Month,
  days: readonly Money[],
  change: { readonly day: number; readonly amount: Money },
  locked: ReadonlySet<number>,
  today: Day,
): Money[] | Refusal<SplitWhy> {
  const past = elapsedDays(month, today)
  const kept = (d: number): boolean => d < past || locked.has(d + 1)
  const flat = days.every((amount, d) => kept(d) || d + 1 === change.day || amount === 0)
  const split = splitMonth({
    total: sum(days),
    days: daysOf(month).map((day, d) => ({
      day,
      weight: flat ? 1 : days[d]!,
      locked: d + 1 === change.day ? change.amount : kept(d) ? days[d]! : undefined,
    })),
  })
  return isRefusal(split) ? split : split.map((d) => d.amount)
}

/**
 * The month's days to people: each day among those who are there, in proportion to their share units; a day off
 * or before joining or after leaving is 0. Days before today keep what each person had, where the month was
 * split before; somebody who is gone keeps the row of the days that have passed. Every day sums to the cent.
 */
export function splitToPeople(request: {
  readonly month: Month
  readonly today: Day
  readonly days: readonly Money[]
  readonly parts: readonly PersonPart[]
  readonly presence: readonly Presence[]
  readonly before?: StoreMonth
}): StoreMonth['people'] | Refusal<SplitWhy | 'personNotHere'> {
  const { month, today, parts, presence, before } = request
  const all = daysOf(month)
  const there = new Map(presence.map((p) => [p.person, p.present]))
  const stranger = parts.findIndex((part) => !there.has(part.person))
  if (stranger >= 0)
    return refuse('personNotHere', { person: parts[stranger]!.person }, `people.${stranger}.person`)
  const people = parts.map((part) => {
    const off = new Set(part.off)
    const present = there.get(part.person)!
    return { key: part.person, weights: all.map((_, d) => (present[d] && !off.has(d + 1) ? part.factor : 0)) }
  })
  const days = all.map((day, d) => ({ day, amount: request.days[d]! }))
  const split =
    before && before.people.length > 0
      ? resplitDays({ before: personDays(all, before), today, days, people })
      : splitDays({ days, people })
  if (isRefusal(split)) return split
  // Somebody without any amount has no target: no row, rather than a row of zeros.
  return split.people.flatMap((person, i) => {
    const amounts = split.cells[i]!
    return amounts.some((amount) => amount > 0) ? [{ person, days: amounts }] : []
  })
}

/**
 * People follow changed days without anybody being asked: on a changed day each in proportion to what he had on it
 * (in the month, where the day was 0); days before today stay.
 */
export function followDays(
  before: StoreMonth,
  days: readonly Money[],
  month: Month,
  today: Day,
): StoreMonth['people'] | Refusal<SplitWhy> {
  if (before.people.length === 0) return []
  const all = daysOf(month)
  const split = resplitDays({
    before: personDays(all, before),
    today,
    days: all.map((day, d) => ({ day, amount: days[d]! })),
    people: before.people.map((p) => ({
      key: p.person,
      weights: p.days.map((amount, d) => (before.days[d]! > 0 ? amount : sum(p.days))),
    })),
  })
  if (isRefusal(split)) return split
  return split.people.flatMap((person, i) => {
    const amounts = split.cells[i]!
    return amounts.some((amount) => amount > 0) ? [{ person, days: amounts }] : []
  })
}

const personDays = (days: readonly Day[], month: StoreMonth): PersonDays => ({
  days,
  people: month.people.map((p) => p.person),
  cells: month.people.map((p) => p.days),
  locked: [],
})
