import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents, formatMoney, subtract } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { forecastWords, percentText } from './words.ts'

/** A target's day: its own weight (share units), and what was sold so far; undefined for a day without a record. */
export interface PaceDay {
  readonly day: Day
  readonly weight: number
  readonly sold?: Money
}
export interface PaceInput {
  readonly target: Money
  /** Every day of the period, in order. */
  readonly days: readonly PaceDay[]
  readonly today: Day
  /**
   * How far today is: part of a day's sales usually made by now (0 … 1), from `partOfDay`. Absent: today is
   * left out on both sides, and pace stands as of yesterday's close.
   */
  readonly partOfToday?: number
  /** Relative standard deviation of a day's sales around its weight, from history; absent: estimated from the period. */
  readonly spread?: number
}
export interface Pace {
  readonly achieved: Money
  /** Achieved ÷ target; undefined without a target. */
  readonly achievedShare: number | undefined
  /** Share of the target's day weights elapsed. */
  readonly elapsedShare: number
  /** Achieved share ÷ elapsed share (时间进度); no value before anything has elapsed. */
  readonly pace: number | undefined
  readonly sentence: Sentence
  readonly facts: Readonly<Record<string, string>>
}
export interface MonthEnd {
  readonly expected: Money
  /** The middle 80 % of what may come. */
  readonly low: Money
  readonly high: Money
  readonly confidence: 0.8
  /** Relative deviation of a day that was used, and on how many days of this period it rests (0: given or assumed). */
  readonly spread: number
  readonly spreadDays: number
  readonly sentence: Sentence
  readonly facts: Readonly<Record<string, string>>
}
export interface Winnable {
  readonly state: 'won' | 'within' | 'winnable' | 'unlikely' | 'lost'
  /** Target − sold so far; negative when over. */
  readonly gap: Money
  /** Needed an ordinary day (weight 1) from now on, and how far that is above the recent level in percent. */
  readonly perUnit: Money | undefined
  readonly above: number | undefined
  /** Chance to reach the target, 0 … 1. */
  readonly chance: number
  readonly sentence: Sentence
  readonly facts: Readonly<Record<string, string>>
}

/** Normal quantile of 90 %: half of an 80 % interval. */
const ninety = 1.2815515655446004
/** Ordinary days that the target's own level weighs against the level of the period so far. */
const targetUnits = 4
/** Relative deviation of a shop's day when nothing is known, and the days that this assumption weighs. */
const assumedSpread = 0.35
const assumedDays = 6
/** Below this chance a target is called unlikely: it lies above the 80 % interval. */
const leastChance = 0.1

/** Part of a day's sales made by `minutes` after midnight, from a profile of 24 hourly sales or shares. */
export function partOfDay(hours: readonly number[], minutes: number): number {
  const all = hours.reduce((sum, h) => sum + h, 0)
  if (all <= 0) return 0
  const whole = Math.min(24, Math.max(0, minutes / 60))
  const full = Math.floor(whole)
  const before = hours.slice(0, full).reduce((sum, h) => sum + h, 0)
  return (before + (hours[full] ?? 0) * (whole - full)) / all
}

export function paceOf(input: PaceInput): Pace {
  const { achieved, elapsed, all } = soFar(input)
  const achievedShare = input.target > 0 ? achieved / input.target : undefined
  const elapsedShare = all > 0 ? elapsed / all : 0
  const pace = achievedShare !== undefined && elapsedShare > 0 ? achievedShare / elapsedShare : undefined
  const off = pace === undefined ? 0 : (pace - 1) * 100
  const sentence =
    pace === undefined
      ? forecastWords.paceUnknown
      : Math.abs(off) < 0.5
        ? forecastWords.paceEven
        : off > 0
          ? forecastWords.paceAhead
          : forecastWords.paceBehind
  return {
    achieved,
    achievedShare,
    elapsedShare,
    pace,
    sentence,
    facts: { percent: percentText(Math.abs(off)).replace('+', '') },
  }
}

/**
 * Sold so far plus the remaining weights at the level of the period so far. The level is a mean of the days sold
 * and of `targetUnits` ordinary days at the target's level, so that two days do not make a month. The range holds
 * the scatter of each remaining day and the uncertainty of the level itself:
 * variance = level² v (Σ w² + R² ÷ (elapsed + targetUnits)), v = spread², R = remaining weight; ± 1.28 deviations.
 */
export function forecastMonthEnd(input: PaceInput): MonthEnd {
  const { sold, level, remaining, squares, units } = outlook(input)
  const { spread, days: spreadDays } = spreadOf(input, level)
  const rest = level * remaining
  const deviation = level * spread * Math.sqrt(squares + remaining ** 2 / (units + targetUnits))
  const expected = cents(Math.round(sold + rest))
  // What is left to come is not below nothing: the range is cut at what is sold already.
  const low = cents(
    Math.min(expected, Math.max(Math.round(sold), Math.round(sold + rest - ninety * deviation))),
  )
  const high = cents(Math.max(expected, Math.round(sold + rest + ninety * deviation)))
  return {
    expected,
    low,
    high,
    confidence: 0.8,
    spread,
    spreadDays,
    sentence: forecastWords.monthEnd,
    facts: { expected: yuan(expected), low: yuan(low), high: yuan(high) },
  }
}

/** What the rest of the period has to bring, how that compares with the level so far, and the chance of it. */
export function whatIsStillWinnable(input: PaceInput): Winnable {
  const { sold, level, remaining, squares, units } = outlook(input)
  const gap = subtract(input.target, cents(Math.round(sold)))
  if (gap <= 0) {
    return {
      state: 'won',
      gap,
      perUnit: undefined,
      above: undefined,
      chance: 1,
      sentence: forecastWords.won,
      facts: { over: yuan(cents(-gap)) },
    }
  }
  if (remaining <= 0) {
    return {
      state: 'lost',
      gap,
      perUnit: undefined,
      above: undefined,
      chance: 0,
      sentence: forecastWords.lost,
      facts: { gap: yuan(gap) },
    }
  }
  const perUnit = cents(Math.ceil(gap / remaining))
  const above = level > 0 ? (gap / remaining / level - 1) * 100 : undefined
  const { spread } = spreadOf(input, level)
  const deviation = level * spread * Math.sqrt(squares + remaining ** 2 / (units + targetUnits))
  const chance =
    deviation > 0 ? normal((level * remaining - gap) / deviation) : level * remaining >= gap ? 1 : 0
  const state = chance >= 0.5 ? 'within' : chance >= leastChance ? 'winnable' : 'unlikely'
  return {
    state,
    gap,
    perUnit,
    above,
    chance,
    sentence: forecastWords[state],
    facts: {
      perUnit: yuan(perUnit),
      percent: above === undefined ? '—' : percentText(above).replace('+', ''),
    },
  }
}

/** What has elapsed: full days before today, and of today the part that is given. */
function soFar(input: PaceInput): { achieved: Money; elapsed: number; all: number } {
  let achieved = 0
  let elapsed = 0
  let all = 0
  for (const { day, weight, sold } of input.days) {
    all += weight
    if (day < input.today || (day === input.today && input.partOfToday !== undefined)) {
      achieved += sold ?? 0
      elapsed += weight * (day === input.today ? input.partOfToday! : 1)
    }
  }
  return { achieved: cents(achieved), elapsed, all }
}

/**
 * What is in the till and what is still to come. Without a profile today counts as far gone as its own sales say
 * at the level up to yesterday: its first tickets are money already and cannot come a second time.
 */
function outlook(input: PaceInput): {
  sold: number
  level: number
  remaining: number
  squares: number
  units: number
} {
  const { achieved, elapsed, all } = soFar(input)
  const byTarget = all > 0 ? input.target / all : 0
  const level = Math.max(0, (achieved + targetUnits * byTarget) / (elapsed + targetUnits))
  let sold: number = achieved
  let squares = 0
  let remaining = 0
  for (const day of input.days) {
    if (day.day < input.today) continue
    let gone = 0
    if (day.day === input.today) {
      const till = day.sold ?? 0
      if (input.partOfToday === undefined) sold += till
      gone =
        input.partOfToday ??
        (day.weight * level > 0 ? Math.min(1, Math.max(0, till) / (day.weight * level)) : 0)
    }
    const left = day.weight * (1 - gone)
    remaining += left
    squares += left * left
  }
  return { sold, level, remaining, squares, units: elapsed }
}

function spreadOf(input: PaceInput, level: number): { spread: number; days: number } {
  if (input.spread !== undefined) return { spread: input.spread, days: 0 }
  let squares = assumedDays * assumedSpread ** 2
  let days = 0
  for (const { day, weight, sold } of input.days) {
    if (day >= input.today || sold === undefined || weight <= 0 || level <= 0) continue
    squares += (sold / (weight * level) - 1) ** 2
    days++
  }
  return { spread: Math.sqrt(squares / (days + assumedDays)), days }
}

/** Standard normal distribution function (Abramowitz & Stegun 26.2.17, error below 7.5e-8). */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}

const yuan = (amount: Money): string => `¥${formatMoney(amount, 'whole')}`
