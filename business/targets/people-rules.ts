import { type Day, daysOf, type Month } from '../../platform/kinds/day.ts'
import { cents, type Money, sum } from '../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { PersonPart } from './shape.ts'
import { splitDays } from './split/days.ts'
import type { SplitWhy } from './split/words.ts'
import { elapsedDays, type Presence, type StoreMonth } from './store-rules.ts'

/**
 * Who takes part, unless the manager says otherwise: every associate with one share unit; the manager only where
 * there is nobody else. What was agreed before stays agreed.
 */
export function usualParts(
  presence: readonly (Presence & { readonly manager: boolean })[],
  agreed: readonly PersonPart[],
): PersonPart[] {
  const known = new Map(agreed.map((part) => [part.person, part]))
  const staffed = presence.some((p) => !p.manager)
  return presence.map(
    (p) => known.get(p.person) ?? { person: p.person, factor: p.manager && staffed ? 0 : 1, off: [] },
  )
}

/**
 * People whose days were stated one by one (in a file): taken as they are where they sum to the store's days; days
 * before today keep what each person had.
 */
export function givenToPeople(request: {
  readonly month: Month
  readonly today: Day
  readonly days: readonly Money[]
  readonly given: StoreMonth['people']
  readonly presence: readonly Presence[]
  readonly before: StoreMonth
}): StoreMonth['people'] | Refusal<SplitWhy | 'personNotHere' | 'peopleDoNotAdd'> {
  const { month, today, days, given, presence, before } = request
  const all = daysOf(month)
  const there = new Map(presence.map((p) => [p.person, p.present]))
  const stranger = given.findIndex((p) => !there.has(p.person))
  if (stranger >= 0)
    return refuse('personNotHere', { person: given[stranger]!.person }, `given.${stranger}.person`)
  const past = elapsedDays(month, today)
  const isThere = (person: string, d: number): boolean => there.get(person)![d] ?? false
  const off = all.findIndex(
    (_, d) =>
      d >= past &&
      (sum(given.map((p) => p.days[d] ?? cents(0))) !== days[d] ||
        given.some((p) => (p.days[d] ?? 0) > 0 && !isThere(p.person, d))),
  )
  if (off >= 0) return refuse('peopleDoNotAdd', { day: all[off]! }, 'given')
  const held = new Map(before.people.map((p) => [p.person, p.days]))
  const gone = before.people.filter((p) => !given.some((g) => g.person === p.person))
  return [...given, ...gone.map((p) => ({ person: p.person, days: all.map(() => cents(0)) }))].flatMap(
    (p) => {
      const amounts = all.map((_, d) => (d < past ? (held.get(p.person)?.[d] ?? cents(0)) : p.days[d]!))
      return amounts.some((amount) => amount > 0) ? [{ person: p.person, days: amounts }] : []
    },
  )
}

/** The same people's days scaled so that each day comes to the store's; where nobody has a day, it stays open. */
export function scaleToDays(
  month: Month,
  given: StoreMonth['people'],
  days: readonly Money[],
): StoreMonth['people'] | Refusal<SplitWhy> {
  const split = splitDays({
    days: daysOf(month).map((day, d) => ({ day, amount: days[d]! })),
    people: given.map((p) => ({ key: p.person, weights: p.days })),
  })
  return isRefusal(split) ? split : given.map((p, i) => ({ person: p.person, days: split.cells[i]! }))
}

/**
 * Share units that stated days amount to, for later splits: what a person carries on the days that he works, against
 * an even share of them, in hundredths. A day with nothing on which he is there is a day off.
 */
export function partsOf(
  given: StoreMonth['people'],
  days: readonly Money[],
  presence: readonly Presence[],
): PersonPart[] {
  const there = new Map(presence.map((p) => [p.person, p.present]))
  const working = days.map((_, d) => given.filter((p) => p.days[d]! > 0).length)
  return given.map((p) => {
    const even = p.days.reduce((all, amount, d) => all + (amount > 0 ? days[d]! / working[d]! : 0), 0)
    const own = sum(p.days)
    return {
      person: p.person,
      factor: even > 0 ? Math.min(10, Math.max(0.01, Math.round((100 * own) / even) / 100)) : 0,
      off: days.flatMap((amount, d) =>
        amount > 0 && p.days[d] === 0 && there.get(p.person)?.[d] ? [d + 1] : [],
      ),
    }
  })
}

/** People with targets on days on which they are no longer here, or on leave; and people here without any. */
export function peopleOff(
  target: StoreMonth,
  staff: readonly (Presence & { readonly away: readonly number[] })[],
  parts: readonly PersonPart[],
  month: Month,
  today: Day,
) {
  if (target.people.length === 0) return { gone: [], onLeave: [], joined: [] }
  const past = elapsedDays(month, today)
  const there = new Map(staff.map((p) => [p.person, p.present]))
  const away = new Map(staff.map((p) => [p.person, new Set(p.away)]))
  const carriers = (absent: (person: string, d: number) => boolean) =>
    target.people
      .filter((p) => p.days.some((amount, d) => d >= past && amount > 0 && absent(p.person, d)))
      .map((p) => p.person)
  const isAway = (person: string, d: number): boolean => away.get(person)?.has(d + 1) ?? false
  const joined = parts.filter((part) => {
    const ahead = there.get(part.person)!.some((present, d) => d >= past && present)
    return part.factor > 0 && ahead && !target.people.some((p) => p.person === part.person)
  })
  return {
    gone: carriers((person, d) => !there.get(person)?.[d] && !isAway(person, d)),
    onLeave: carriers(isAway),
    joined: joined.map((p) => p.person),
  }
}
