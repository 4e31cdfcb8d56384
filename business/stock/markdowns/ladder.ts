import { cents, type Money } from '../../../platform/kinds/money.ts'
import { priceAt } from '../../goods/rules.ts'

/** Prices that a style may be marked down to, in percent of its tag price (9 折, 8 折 …). */
export const percents = [90, 80, 70, 60, 50, 40, 30] as const
/** A proposed step stands so many weeks at least: before, nobody sees what it brings. */
const weeksHeld = 2
export const mostSteps = 5
export const mostWeeks = 16

/** What is known of a style that is to be sold out. */
export interface Selling {
  readonly pieces: number
  /** Net pieces a week at the price that stands. */
  readonly pace: number
  readonly tag: Money
  /** The price that stands, in percent of the tag price. */
  readonly percent: number
  /** By how much demand answers to price: demand ~ price ^ −elasticity. */
  readonly elasticity: number
  /** What is left of a week’s demand a week later, at the same price. */
  readonly decay: number
}
/** By when, and what a piece that is left then is still worth in percent of its tag price. */
export interface Aim {
  readonly weeks: number
  readonly leftPercent: number
}
export interface Step {
  /** Weeks after the plan begins. */
  readonly week: number
  readonly percent: number
}
export interface Outlook {
  readonly sold: number
  readonly left: number
  readonly net: Money
  /** Net sales and what the pieces left are worth: what a ladder is chosen by. */
  readonly value: Money
  /** Pieces left at the end of each week. */
  readonly byWeek: readonly number[]
}

/** Demand of a week at a price: pace × decay ^ week × (price that stands / price) ^ elasticity. */
export const demandOf = (s: Selling, week: number, percent: number): number =>
  s.pace * s.decay ** week * (s.percent / percent) ** s.elasticity

/** What becomes of a style under these steps; none: it keeps the price that stands. No more is sold than there is. */
export function outlookOf(s: Selling, { weeks, leftPercent }: Aim, steps: readonly Step[]): Outlook {
  let [left, net] = [s.pieces, 0]
  const byWeek: number[] = []
  for (let week = 0; week < weeks; week++) {
    const percent = steps.findLast((step) => step.week <= week)?.percent ?? s.percent
    const sold = Math.min(left, demandOf(s, week, percent))
    left -= sold
    net += sold * priceAt(s.tag, percent)
    byWeek.push(left)
  }
  const sold = s.pieces - left
  const worth = (left * s.tag * leftPercent) / 100
  return { sold, left, net: cents(Math.round(net)), value: cents(Math.round(net + worth)), byWeek }
}

/**
 * The ladder that brings most, of all that go down only, hold each step two weeks and take five steps at most: every one of
 * them is tried. Of two that bring the same, the one with fewer steps; none where keeping the price brings as much.
 */
export function bestLadder(s: Selling, { weeks, leftPercent }: Aim, floor: number): readonly Step[] {
  const levels = [s.percent, ...percents.filter((p) => p < s.percent && p >= floor)]
  const demand = levels.map((p) => Array.from({ length: weeks }, (_, week) => demandOf(s, week, p)))
  const price = levels.map((p) => priceAt(s.tag, p))
  const worth = (s.tag * leftPercent) / 100
  let best: { value: number; steps: readonly Step[] } = { value: Number.NEGATIVE_INFINITY, steps: [] }
  const grow = (
    week: number,
    level: number,
    since: number,
    left: number,
    net: number,
    steps: Step[],
  ): void => {
    if (week === weeks) {
      const value = net + left * worth
      const more = value - best.value
      if (more > 1 || (more > -1 && steps.length < best.steps.length)) best = { value, steps: [...steps] }
      return
    }
    sell(week, level, since, left, net, steps)
    if (steps.length === mostSteps || week - since < weeksHeld) return
    for (let lower = level + 1; lower < levels.length; lower++)
      sell(week, lower, week, left, net, [...steps, { week, percent: levels[lower]! }])
  }
  const sell = (
    week: number,
    level: number,
    since: number,
    left: number,
    net: number,
    steps: Step[],
  ): void => {
    const sold = Math.min(left, demand[level]![week]!)
    grow(week + 1, level, since, left - sold, net + sold * price[level]!, steps)
  }
  grow(0, 0, -weeksHeld, s.pieces, 0, [])
  return best.steps
}

/** Where a chain has marked nothing down yet: ten percent off bring about a fifth more pieces, and each week a twentieth fewer. */
export const usual = { elasticity: 1.8, decay: 0.95 }
/** So many markdowns of one’s own weigh as much as what is usual. */
const trusted = 4

/** What a step brought: pieces of two weeks before and after it, at two prices. */
export interface Taken {
  readonly before: number
  readonly after: number
  readonly priceBefore: Money
  readonly priceAfter: Money
}
/**
 * How a category’s customers have answered to price, from the steps taken in it: ln(after ÷ before ÷ decay²) ÷ ln(price before ÷ price
 * after), each within 0.2 and 5, drawn towards the usual answer where there are few. Steps with no sales before or after tell nothing.
 */
export function elasticityFrom(steps: readonly Taken[]): { elasticity: number; from: number } {
  const seen = steps
    .filter((t) => t.before > 0 && t.after > 0 && t.priceAfter < t.priceBefore)
    .map((t) => Math.log(t.after / t.before / usual.decay ** 2) / Math.log(t.priceBefore / t.priceAfter))
    .map((e) => Math.min(5, Math.max(0.2, e)))
  const sum = seen.reduce((a, b) => a + b, usual.elasticity * trusted)
  return { elasticity: Math.round((sum / (seen.length + trusted)) * 1000) / 1000, from: seen.length }
}
