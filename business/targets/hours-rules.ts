import type { Day } from '../../platform/kinds/day.ts'
import { daysOf, type Month } from '../../platform/kinds/day.ts'
import { type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../platform/kinds/refusal.ts'
import type { PersonPart } from './shape.ts'
import { resplitDays } from './split/days.ts'
import type { SplitWhy } from './split/words.ts'
import { elapsedDays, type Presence, type StoreMonth } from './store-rules.ts'

/** Minutes that each is rostered for, by day of the month in order; null: no roster was released for that day yet. */
export type HoursOfMonth = ReadonlyMap<string, readonly (number | null)[]>

export interface ByHours {
  readonly people: StoreMonth['people']
  /** With the days off that the roster gave, so that a later split keeps to them. */
  readonly parts: PersonPart[]
}

/**
 * The days ahead follow the released rosters: a day goes to those who work on it, in proportion to their minutes × what was agreed of
 * each (0 for who takes no part). A day without a roster, or on which only people without a part work, keeps the proportion it
 * had. Days before today stay; every day sums to the cent.
 */
export function splitByHours(request: {
  readonly month: Month
  readonly today: Day
  readonly before: StoreMonth
  readonly parts: readonly PersonPart[]
  readonly presence: readonly Presence[]
  readonly hours: HoursOfMonth
}): ByHours | Refusal<SplitWhy> {
  const { month, today, before, parts, presence, hours } = request
  const all = daysOf(month)
  const held = new Map(before.people.map((p) => [p.person, p.days]))
  const there = new Map(presence.map((p) => [p.person, p.present]))
  const known = new Set(parts.map((p) => p.person))
  // Somebody with a target who is not among the store's people any more gives it up on the days ahead.
  const everyone = [
    ...parts,
    ...before.people
      .filter((p) => !known.has(p.person))
      .map((p) => ({ person: p.person, factor: 0, off: [] })),
  ]
  const minutesOn = (person: string, d: number): number => hours.get(person)?.[d] ?? 0
  const byHours = all.map((_, d) => everyone.map((p) => p.factor * minutesOn(p.person, d)))
  const asBefore = all.map((_, d) => everyone.map((p) => held.get(p.person)?.[d] ?? 0))
  const agreed = all.map((_, d) => everyone.map((p) => (there.get(p.person)?.[d] ? p.factor : 0)))
  const anything = (weights: readonly number[]): boolean => weights.some((w) => w > 0)
  const weightsOn = all.map((_, d) => [byHours[d]!, asBefore[d]!].find(anything) ?? agreed[d]!)
  const split = resplitDays({
    before: {
      days: all,
      people: before.people.map((p) => p.person),
      cells: before.people.map((p) => p.days),
      locked: [],
    },
    today,
    days: all.map((day, d) => ({ day, amount: before.days[d]! })),
    people: everyone.map((p, i) => ({ key: p.person, weights: all.map((_, d) => weightsOn[d]![i]!) })),
  })
  if (isRefusal(split)) return split
  const past = elapsedDays(month, today)
  return {
    people: split.people.flatMap((person, i) =>
      split.cells[i]!.some((amount) => amount > 0) ? [{ person, days: split.cells[i]! }] : [],
    ),
    parts: parts.map((p) => ({
      ...p,
      off: all.flatMap((_, d) => {
        const isRostered = d >= past && anything(byHours[d]!)
        return (isRostered ? minutesOn(p.person, d) === 0 : p.off.includes(d + 1)) ? [d + 1] : []
      }),
    })),
  }
}

export interface BesideHours {
  readonly person: string
  readonly before: Money
  readonly after: Money
  /** Minutes on released rosters, from today to the end of the month. */
  readonly minutes: number
}
/** The days ahead of each, before and after, with the hours that they rest on; both columns sum to the same. */
export function besideHours(
  month: Month,
  today: Day,
  before: StoreMonth,
  after: StoreMonth['people'],
  hours: HoursOfMonth,
): BesideHours[] {
  const past = elapsedDays(month, today)
  const ahead = (people: StoreMonth['people'], person: string): Money =>
    sum(people.find((p) => p.person === person)?.days.slice(past) ?? [])
  const people = new Set([...before.people, ...after].map((p) => p.person))
  return [...people].map((person) => ({
    person,
    before: ahead(before.people, person),
    after: ahead(after, person),
    minutes: (hours.get(person) ?? []).slice(past).reduce<number>((all, m) => all + (m ?? 0), 0),
  }))
}

/** Whether anybody's day ahead would come to another amount. */
export function changesAnything(before: StoreMonth, after: StoreMonth['people']): boolean {
  const of = (people: StoreMonth['people']): Map<string, string> =>
    new Map(people.map((p) => [p.person, p.days.join()]))
  const [was, is] = [of(before.people), of(after)]
  return was.size !== is.size || [...is].some(([person, days]) => was.get(person) !== days)
}
