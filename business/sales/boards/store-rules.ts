import type { Day } from '../../../platform/kinds/day.ts'
import { cents, type Money, sum } from '../../../platform/kinds/money.ts'
import { largestRemainder, wholeWeights } from '../../targets/split/one-way.ts'
import { type GapSplit, splitGapToTarget, type Trade } from '../metrics/gap.ts'
import type { PersonSeen } from './people-tables.ts'
import { tradeOf } from './rules.ts'
import type { DayClock, TradeSum } from './shape.ts'
import type { HourSeen } from './tables.ts'

export interface HourRow {
  readonly hour: number
  readonly net: Money
  readonly saleTickets: number
  readonly traffic: number
  /** The day's target split by the usual course of a day; the hours sum to it exactly. */
  readonly target: Money | null
  /** Mean of the same weekday of the last four weeks. */
  readonly usual: Money
}

/** A day by the hour, from the first to the last hour in which anything is usual, aimed at or sold. */
export function hourRows(
  hours: readonly HourSeen[],
  target: Money | null,
  profile: readonly number[],
  sameWeekdays: readonly { hour: number; net: Money }[],
  weekdays: number,
): HourRow[] {
  const targets = target === null ? null : splitByHours(target, profile)
  const rows = Array.from({ length: 24 }, (_, hour): HourRow => {
    const sold = hours.find((h) => h.hour === hour)
    const before = sameWeekdays.find((h) => h.hour === hour)?.net ?? 0
    return {
      hour,
      net: sold?.net ?? cents(0),
      saleTickets: sold?.saleTickets ?? 0,
      traffic: sold?.traffic ?? 0,
      target: targets?.[hour] ?? null,
      usual: cents(weekdays > 0 ? Math.round(before / weekdays) : 0),
    }
  })
  const isUsed = (r: HourRow): boolean =>
    r.net !== 0 || r.usual !== 0 || (r.target ?? 0) !== 0 || r.traffic !== 0
  const first = rows.findIndex(isUsed)
  return first < 0 ? [] : rows.slice(first, rows.findLastIndex(isUsed) + 1)
}

/** The day's target over 24 hours by the usual sales of each; null where no course is known. */
export function splitByHours(target: Money, profile: readonly number[]): Money[] | null {
  const weights = wholeWeights(profile)
  const all = weights.reduce((total, w) => total + w, 0n)
  if (all <= 0n) return null
  return largestRemainder(
    weights.map((w) => w * BigInt(target)),
    all,
    (a, b) => a - b,
  ).map((part) => cents(part))
}

export interface DayGap extends GapSplit {
  readonly target: Money
  readonly actual: Money
  /** The hour up to which both sides count; null when the day is over. */
  readonly until: number | null
}

/**
 * The day's gap to its target. While the day runs, both sides stop at the same full hour: the target's hours so far
 * against the tickets and people of these hours, so that nothing is missing merely because it is early.
 */
export function dayGap(
  day: TradeSum,
  target: Money | null,
  clock: DayClock,
  hours: readonly HourSeen[],
  profile: readonly number[],
  base: TradeSum,
): DayGap | null {
  if (target === null || target <= 0 || clock.state === 'ahead') return null
  if (clock.state === 'over') {
    return { ...splitGapToTarget(tradeOf(day), target, tradeOf(base)), target, actual: day.net, until: null }
  }
  const parts = splitByHours(target, profile)
  if (!parts || sum(hours.map((h) => h.net)) !== day.net) return null
  const lastCounted = Math.max(-1, ...hours.filter((h) => h.traffic > 0).map((h) => h.hour)) + 1
  const isCounted = lastCounted >= clock.hour - 1 && lastCounted > 0
  const until = isCounted ? Math.min(lastCounted, clock.hour) : clock.hour
  const so = hours.filter((h) => h.hour < until)
  const targetSoFar = sum(parts.slice(0, until))
  if (targetSoFar <= 0) return null
  const total = (of: 'saleTickets' | 'units' | 'traffic'): number => so.reduce((n, h) => n + h[of], 0)
  const actual: Trade = {
    netSales: sum(so.map((h) => h.net)),
    saleTickets: total('saleTickets'),
    netUnits: total('units'),
    ...(isCounted ? { traffic: total('traffic') } : {}),
  }
  return {
    ...splitGapToTarget(actual, targetSoFar, tradeOf(base)),
    target: targetSoFar,
    actual: actual.netSales,
    until,
  }
}

export interface PersonProgress extends PersonSeen {
  /** Net ÷ target of the day; null without a target. */
  readonly achieved: number | null
  readonly unitsPerTransaction: number | null
  /** Far behind the time: less than four fifths of what the hour asks for. */
  readonly needsHelp: boolean
}
export function peopleProgress(people: readonly PersonSeen[], clock: DayClock): PersonProgress[] {
  return people.map((p) => {
    const achieved = p.target !== null && p.target > 0 ? p.net / p.target : null
    return {
      ...p,
      achieved,
      unitsPerTransaction: p.saleTickets > 0 ? p.units / p.saleTickets : null,
      // Early in the day a single ticket decides: nobody is called behind before a quarter of it.
      needsHelp:
        clock.state === 'running' &&
        achieved !== null &&
        clock.part !== null &&
        clock.part >= 0.25 &&
        achieved < clock.part * 0.8,
    }
  })
}

export interface OwnStanding {
  /** 1 is first; equal sales share a rank. Null while he has no sale in the period and nobody is behind. */
  readonly rank: number
  readonly of: number
  /** What it takes to pass the one before; null for the first. */
  readonly toNext: { readonly name: string; readonly amount: Money; readonly pieces: number | null } | null
}
/** Where somebody stands among those of his store; pieces at his own average unit retail. */
export function standingOf(
  person: string,
  people: readonly { person: string; name: string; net: Money }[],
  averageUnitRetail: number | null,
): OwnStanding | null {
  const own = people.find((p) => p.person === person)
  if (!own || people.every((p) => p.net === 0)) return null
  const before = people.filter((p) => p.net > own.net)
  const next = before.reduce<(typeof before)[number] | null>((n, p) => (n && n.net <= p.net ? n : p), null)
  const amount = next ? cents(next.net - own.net + 1) : null
  return {
    rank: before.length + 1,
    of: people.length,
    toNext: next && amount ? { name: next.name, amount, pieces: piecesFor(amount, averageUnitRetail) } : null,
  }
}

export const piecesFor = (amount: number, averageUnitRetail: number | null): number | null =>
  averageUnitRetail === null || averageUnitRetail <= 0
    ? null
    : Math.max(0, Math.ceil(amount / averageUnitRetail))

export interface CalendarDay {
  readonly day: Day
  readonly net: Money
  readonly target: Money | null
}
/** A month of one person, all stores together. */
export function calendarOf(
  days: readonly Day[],
  own: readonly { day: Day; net: Money; target: Money | null }[],
): CalendarDay[] {
  return days.map((day) => {
    const rows = own.filter((o) => o.day === day)
    const targets = rows.flatMap((o) => o.target ?? [])
    return { day, net: sum(rows.map((o) => o.net)), target: targets.length > 0 ? sum(targets) : null }
  })
}
