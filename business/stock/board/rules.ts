import { type Day, daysBetween } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { isBroken } from '../../goods/rules.ts'
import type { Shade, ShadeIn, StockFacts } from './shape.ts'

/**
 * Net units a week over the weeks in which there was something to sell: a week that began and ended without a piece and sold none is
 * left out, as is one that ended before the launch.
 */
export function paceOf(shade: ShadeIn, launchedOn: Day, today: Day): number {
  let [units, counted] = [0, 0]
  let atEnd: number | null = shade.onHand
  for (const [i, sold] of shade.byWeek.entries()) {
    const atStart = shade.atStart[i] ?? null
    const ended = daysBetween(launchedOn, today) - 7 * i
    const isEmpty = sold === 0 && atStart !== null && atStart <= 0 && atEnd !== null && atEnd <= 0
    if ((ended > 0 && !isEmpty) || sold !== 0) {
      units += sold
      counted++
    }
    atEnd = atStart
  }
  return counted === 0 ? 0 : Math.max(0, units) / counted
}

export const noFacts: StockFacts = {
  onHand: 0,
  value: 0 as Money,
  sold: 0,
  received: 0,
  soldLately: 0,
  pace: 0,
  inStock: 0,
  active: 0,
  present: 0,
  broken: 0,
}
/**
 * What came is what is there, what was sold and what was lost: so it holds also for goods that came before the stock book began, and
 * among several stores a transfer cancels out.
 */
export function factsOf(shade: ShadeIn, of: Pick<Shade, 'launchedOn' | 'tagPrice'>, today: Day): StockFacts {
  const soldLately = shade.byWeek.reduce((sum, n) => sum + n, 0)
  const isThere = shade.run.some((pieces) => pieces > 0)
  const isActive = soldLately > 0
  return {
    onHand: shade.onHand,
    value: (shade.onHand * (of.tagPrice ?? 0)) as Money,
    sold: shade.sold,
    received: shade.onHand + shade.sold - shade.corrected,
    soldLately,
    pace: paceOf(shade, of.launchedOn, today),
    inStock: isThere ? 1 : 0,
    active: isActive ? 1 : 0,
    present: isThere || isActive ? 1 : 0,
    broken: isBroken(shade.run) ? 1 : 0,
  }
}
export const added = (a: StockFacts, b: StockFacts): StockFacts => ({
  onHand: a.onHand + b.onHand,
  value: (a.value + b.value) as Money,
  sold: a.sold + b.sold,
  received: a.received + b.received,
  soldLately: a.soldLately + b.soldLately,
  pace: a.pace + b.pace,
  inStock: a.inStock + b.inStock,
  active: a.active + b.active,
  present: a.present + b.present,
  broken: a.broken + b.broken,
})

const share = (a: number, b: number): number | undefined => (b > 0 ? a / b : undefined)
/** The figures themselves; none where there is nothing to divide by. */
export const sellThroughRate = (f: StockFacts): number | undefined => share(f.sold, f.received)
export const weeksOfSupply = (f: StockFacts): number | undefined => share(f.onHand, f.pace)
export const activeSkuRate = (f: StockFacts): number | undefined => share(f.active, f.present)
export const brokenSizeRate = (f: StockFacts): number | undefined => share(f.broken, f.inStock)

/** How old goods are, in days since their launch. */
export const ages = [30, 60, 90, 180] as const
export type Age = (typeof ages)[number] | 'older'
export const ageOf = (launchedOn: Day, today: Day): Age =>
  ages.find((most) => daysBetween(launchedOn, today) <= most) ?? 'older'

/** A style-colour over all stores looked at. */
export interface ShadeSum {
  readonly facts: StockFacts
  readonly run: readonly number[]
  readonly launchedOn: Day
}
/** Best sellers by pieces sold lately; at the same number what runs out first. */
export const bestFirst = (a: ShadeSum, b: ShadeSum): number =>
  b.facts.soldLately - a.facts.soldLately || a.facts.onHand - b.facts.onHand
/** Slow: new enough to be judged no longer, and there for longer than the season lasts. Those that hold most come first. */
export const isSlow = (s: ShadeSum, today: Day): boolean =>
  s.facts.onHand > 0 &&
  daysBetween(s.launchedOn, today) > 28 &&
  (weeksOfSupply(s.facts) ?? Number.POSITIVE_INFINITY) > slowFrom
export const slowFrom = 16
export const slowFirst = (a: ShadeSum, b: ShadeSum): number => b.facts.value - a.facts.value
