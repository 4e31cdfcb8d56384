import type { Day } from '../../../platform/kinds/day.ts'
import { daysThrough, weekdayOf } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { cents } from '../../../platform/kinds/money.ts'
import { daysFromLunarNewYear } from './holidays.ts'

/** Effects put into an invented shop, to be found again: factors on an ordinary day. */
export interface KnownEffects {
  readonly ordinary: Money
  readonly saturday: number
  readonly sunday: number
  /** Two weeks before lunar new year. */
  readonly beforeLunarNewYear: number
  readonly campaign: number
  readonly november11: number
  /** Half-width of the day's chance factor, 0.05 = ±5 %. */
  readonly chance: number
}
export const knownEffects: KnownEffects = {
  ordinary: cents(500_000),
  saturday: 1.38,
  sunday: 1.25,
  beforeLunarNewYear: 1.6,
  campaign: 1.3,
  november11: 1.5,
  chance: 0.06,
}

/** A small multiplicative generator: the same seed, the same shop. */
export function dice(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** Daily sales of an invented shop; closed from the eve to the second day of lunar new year. */
export function inventedSales(
  seed: number,
  from: Day,
  to: Day,
  effects: KnownEffects = knownEffects,
  onCampaign: (day: Day) => boolean = () => false,
): Map<Day, Money> {
  const random = dice(seed)
  const sales = new Map<Day, Money>()
  for (const day of daysThrough(from, to)) {
    const luck = 1 + effects.chance * (2 * random() - 1)
    const distance = daysFromLunarNewYear(day)
    if (distance >= -1 && distance <= 1) continue
    let factor = luck
    if (weekdayOf(day) === 6) factor *= effects.saturday
    if (weekdayOf(day) === 7) factor *= effects.sunday
    if (distance >= -14 && distance <= -2) factor *= effects.beforeLunarNewYear
    if (onCampaign(day)) factor *= effects.campaign
    if (day.slice(5) >= '11-09' && day.slice(5) <= '11-11') factor *= effects.november11
    sales.set(day, cents(Math.round(effects.ordinary * factor)))
  }
  return sales
}
