import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents, zero } from '../../../platform/kinds/money.ts'
import type { Refusal } from '../../../platform/kinds/refusal.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { Line, LockedCell } from './locks.ts'
import { nameOf } from './locks.ts'
import { columnSums, rowSums, scaleTo, splitColumns } from './margins.ts'
import { splitOneWay } from './one-way.ts'
import { splitTwoWay } from './two-way.ts'
import type { SplitWhy } from './words.ts'
import { listed, yuan } from './words.ts'

/** One person's month: per day (in the order of the days) rostered hours × the factor agreed; 0 = not there. */
export interface PersonMonth extends Line {
  readonly weights: readonly number[]
  /** Only where the person's month total is agreed; then everyone's must be. */
  readonly total?: Money
}

export interface DayTarget {
  readonly day: Day
  readonly amount: Money
}

/** A store month by person × day. People sum to the day, days to the month, always. */
export interface PersonDays {
  readonly days: readonly Day[]
  readonly people: readonly string[]
  /** people × days */
  readonly cells: readonly (readonly Money[])[]
  readonly locked: readonly LockedCell[]
}

/**
 * A store's month into days by day weight. Days before `today` keep what they were (`elapsed`), so a change of the
 * month changes what lies ahead only. A correction below zero follows `splitOneWay`.
 */
export function splitMonth(request: {
  readonly total: Money
  readonly days: readonly { readonly day: Day; readonly weight: number; readonly locked?: Money }[]
  readonly elapsed?: { readonly today: Day; readonly before: readonly DayTarget[] }
}): DayTarget[] | Refusal<SplitWhy> {
  const { total, days, elapsed } = request
  const past = new Map(
    (elapsed?.before ?? []).flatMap((d) => (d.day < elapsed!.today ? [[d.day, d.amount] as const] : [])),
  )
  const amounts = splitOneWay({
    total,
    shares: days.map(({ day, weight, locked }) => ({ key: day, weight, locked: past.get(day) ?? locked })),
  })
  if (isRefusal(amounts)) return amounts
  return days.map(({ day }, i) => ({ day, amount: amounts[i]! }))
}

/**
 * Person × day with the day amounts exact. People's month totals follow from the roster; where they are agreed,
 * both are met (or refused with who and which days cannot be).
 */
export function splitDays(request: {
  readonly days: readonly DayTarget[]
  readonly people: readonly PersonMonth[]
  readonly locked?: readonly LockedCell[]
}): PersonDays | Refusal<SplitWhy> {
  const { days, people, locked = [] } = request
  const uncovered = daysWithoutAnybody(days, people, locked)
  if (uncovered) return uncovered
  const columns = days.map(({ day, amount }) => ({ key: day as string, total: amount }))
  const weights = people.map((person) => person.weights)
  const agreed = agreedTotals(people)
  if (isRefusal(agreed)) return agreed
  const cells = agreed
    ? splitTwoWay({ rows: agreed, columns, weights, locked })
    : splitColumns({ rows: people, columns, weights, locked })
  if (isRefusal(cells)) return cells
  return { days: days.map((d) => d.day), people: people.map((p) => p.key), cells, locked }
}

/** Only the month is given: the days take what the roster carries. */
export function splitByRoster(request: {
  readonly total: Money
  readonly days: readonly Day[]
  readonly people: readonly PersonMonth[]
  readonly locked?: readonly LockedCell[]
}): PersonDays | Refusal<SplitWhy> {
  const { total, days, people, locked = [] } = request
  const weights = people.map((person) => person.weights)
  const cells = scaleTo({ rows: people, columns: days.map((key) => ({ key })), weights, locked, total })
  if (isRefusal(cells)) return cells
  return { days, people: people.map((p) => p.key), cells, locked }
}

/** What a new roster released: locks of people on days ahead when they are no longer there. */
export interface PersonDaysAgain extends PersonDays {
  readonly released: readonly LockedCell[]
}

/**
 * After a change of roster, of people or of the month: days before `today` stay to the cent, from `today` on the
 * day amounts are split again. Whoever has left keeps a row with what was theirs; whoever joins has 0 before.
 * `people` is the roster now; a lock ahead of somebody no longer there is released and reported.
 */
export function resplitDays(request: {
  readonly before: PersonDays
  readonly today: Day
  readonly days: readonly DayTarget[]
  readonly people: readonly PersonMonth[]
}): PersonDaysAgain | Refusal<SplitWhy> {
  const { before, today, days, people } = request
  const changed = changedPast(before, today, days)
  if (changed) return changed

  const known = new Set(people.map((person) => person.key))
  const beforeTotals = personTotals(before, (day) => day < today)
  const gone: PersonMonth[] = before.people.flatMap((key) =>
    known.has(key) ? [] : [{ key, weights: days.map(() => 0), total: beforeTotals.get(key) }],
  )
  const agreed = people.length > 0 && people.every((person) => person.total !== undefined)
  const everyone = [...people, ...gone.map((p) => (agreed ? p : { key: p.key, weights: p.weights }))]

  const dayAt = new Map(days.map((d, j) => [d.day as string, j]))
  const weightOf = new Map(everyone.map((person) => [person.key, person.weights]))
  const ahead = before.locked.filter((lock) => lock.column >= today)
  const stays = (lock: LockedCell): boolean =>
    (weightOf.get(lock.row)?.[dayAt.get(lock.column) ?? -1] ?? 0) > 0
  const past = everyone.flatMap((person) =>
    days.flatMap(({ day }) =>
      day < today ? [{ row: person.key, column: day, amount: amountOf(before, person.key, day) }] : [],
    ),
  )
  const split = splitDays({ days, people: everyone, locked: [...past, ...ahead.filter(stays)] })
  if (isRefusal(split)) return split
  return {
    ...split,
    locked: [...before.locked.filter((lock) => lock.column < today), ...ahead.filter(stays)],
    released: ahead.filter((lock) => !stays(lock)),
  }
}

/** Month total by person, or the total of the days asked for. */
export function personTotals(
  split: PersonDays,
  when: (day: Day) => boolean = () => true,
): Map<string, Money> {
  const chosen = split.cells.map((row) => row.filter((_, j) => when(split.days[j]!)))
  const sums = rowSums(chosen)
  return new Map(split.people.map((person, i) => [person, sums[i]!]))
}

export const dayTotals = (split: PersonDays): Money[] => columnSums(split.cells)
export const monthTotal = (split: PersonDays): Money =>
  cents(dayTotals(split).reduce((sum: number, amount) => sum + amount, 0))

function amountOf(split: PersonDays, person: string, day: Day): Money {
  return split.cells[split.people.indexOf(person)]?.[split.days.indexOf(day)] ?? zero
}

function daysWithoutAnybody(
  days: readonly DayTarget[],
  people: readonly PersonMonth[],
  locked: readonly LockedCell[],
): Refusal<SplitWhy> | undefined {
  const fixed = new Set(locked.map((lock) => `${lock.row}\u0000${lock.column}`))
  const fixedSum = new Map<string, number>()
  for (const lock of locked) fixedSum.set(lock.column, (fixedSum.get(lock.column) ?? 0) + lock.amount)
  const empty = days.filter(
    ({ day, amount }, j) =>
      amount > (fixedSum.get(day) ?? 0) &&
      !people.some((person) => person.weights[j]! > 0 && !fixed.has(`${person.key}\u0000${day}`)),
  )
  if (empty.length === 0) return undefined
  return refuse('nobodyOnDay', { days: listed(empty.map((d) => d.day)), dayKeys: empty.map((d) => d.day) })
}

function agreedTotals(people: readonly PersonMonth[]) {
  if (people.every((person) => person.total === undefined)) return undefined
  const missing = people.find((person) => person.total === undefined)
  if (missing) return refuse('totalMissing', { name: nameOf(missing), key: missing.key })
  return people.map((person) => ({ key: person.key, label: person.label, total: person.total! }))
}

function changedPast(
  before: PersonDays,
  today: Day,
  days: readonly DayTarget[],
): Refusal<SplitWhy> | undefined {
  const sums = dayTotals(before)
  const now = new Map(days.map((d) => [d.day, d.amount]))
  for (const [j, day] of before.days.entries()) {
    if (day >= today || now.get(day) === sums[j]) continue
    return refuse('elapsedDayChanged', { day, before: yuan(sums[j]!), after: yuan(now.get(day) ?? 0) })
  }
  return undefined
}
