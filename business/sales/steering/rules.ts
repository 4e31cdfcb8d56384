import { addDays, type Day, daysBetween, monthOf } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import type { MonthProgress } from '../boards/shape.ts'
import type { GapPart } from '../metrics/gap.ts'
import { factors, type SeatFigures, type Standing, type SteeredFactor } from './shape.ts'

/** Below this pace a store or an area is called behind (落后): two hundredths are the noise of a day. */
export const behindPace = 0.98

/**
 * Steering reads the month at the close of the day before: what stands still while one writes about it. Null on the
 * first of the month, when no day of it is over yet.
 */
export function asOfOn(today: Day): Day | null {
  const before = addDays(today, -1)
  return monthOf(before) === monthOf(today) ? before : null
}

/** Null where no target is in force. */
export function figuresOf(
  asOf: Day,
  month: MonthProgress,
  gap: { readonly parts: readonly GapPart[] } | null,
): SeatFigures | null {
  const { target, forecast, achievedShare, elapsedShare } = month
  if (target === null || forecast === null || achievedShare === null || elapsedShare === null) return null
  const parts = gap?.parts ?? []
  return {
    asOf,
    // Of the stores with a target, so that a scope's share is what its amounts say.
    net: cents(Math.round(achievedShare * target)),
    target,
    achievedShare,
    elapsedShare,
    pace: month.pace,
    expected: forecast.expected,
    low: forecast.low,
    high: forecast.high,
    off: forecast.off,
    winBack: month.winBack,
    chance: month.winnable?.chance ?? 0,
    parts,
    cause: worstOf(parts),
  }
}

/** The factor that pulls down most; null when none does, or the gap could not be split. */
export const worstOf = (parts: readonly GapPart[]): GapPart | null =>
  parts
    .filter((p) => p.amount < 0 && isSteered(p.factor))
    .reduce<GapPart | null>((worst, p) => (worst && worst.amount <= p.amount ? worst : p), null)

export const isSteered = (factor: string): factor is SteeredFactor =>
  (factors as readonly string[]).includes(factor)

export const isBehind = (figures: SeatFigures | null): boolean =>
  figures !== null && figures.pace !== null && figures.pace < behindPace

/** What will lack at month end; nothing where the forecast is at or above the target. */
export const lackOf = (figures: Pick<SeatFigures, 'off'>): Money => cents(Math.max(0, -figures.off))

/** First where most can be won back, then where most will lack. */
export const byWinBack = (a: Standing, b: Standing): number =>
  (b.figures?.winBack ?? 0) - (a.figures?.winBack ?? 0) ||
  (a.figures?.off ?? 0) - (b.figures?.off ?? 0) ||
  (a.code < b.code ? -1 : 1)

export interface Since {
  readonly days: number
  readonly net: Money
  readonly target: Money
  readonly pace: { readonly from: number; readonly to: number } | null
}
/** What has happened between two closes of one month; null where there is nothing to compare. */
export function sinceOf(then: SeatFigures | null, now: SeatFigures | null): Since | null {
  if (!then || !now || monthOf(then.asOf) !== monthOf(now.asOf) || then.asOf >= now.asOf) return null
  const aimed = (f: SeatFigures): number => Math.round(f.elapsedShare * f.target)
  return {
    days: daysBetween(then.asOf, now.asOf),
    net: cents(now.net - then.net),
    target: cents(aimed(now) - aimed(then)),
    pace: then.pace === null || now.pace === null ? null : { from: then.pace, to: now.pace },
  }
}
