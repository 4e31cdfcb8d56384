import type { Day } from '../platform/kinds/day.ts'
import { weekdayOf } from '../platform/kinds/day.ts'
import type { DemoStore } from './chain.ts'
import { hashOf, Random } from './random.ts'

/** How a store hands in a day's report: minutes after closing, or not at all, or excused because its manager is away. */
export type Evening = { readonly minutes: number } | 'forgotten' | 'away'

/**
 * What the month of each store looks like. Most are in time; one is late as a rule and forgets its Sundays; one hands in
 * the same two sentences a minute after closing every day; one had nobody to write for four days; one lost its grip
 * for a week and found it again.
 */
export function eveningOf(store: DemoStore, day: Day, back: number): Evening {
  const random = new Random(hashOf(`report:${store.code}:${day}`))
  if (store.code === 'WX01') return { minutes: 1 }
  if (store.code === 'NJ01')
    return weekdayOf(day) === 7 && random.chance(0.8) ? 'forgotten' : { minutes: random.whole(25, 75) }
  if (store.code === 'FS01' && back >= 9 && back <= 12) return 'away'
  if (store.code === 'SZ01' && back >= 3 && back <= 8)
    return random.chance(0.55) ? 'forgotten' : { minutes: random.whole(33, 200) }
  if (random.chance(0.02)) return 'forgotten'
  return { minutes: random.chance(0.06) ? random.whole(32, 120) : random.whole(2, 28) }
}

/** The store whose reports are word for word the same. */
export const sameEveryEvening = (store: DemoStore): boolean => store.code === 'WX01'

/** Area managers who look at reports every morning; the manager of the south skips some Mondays. */
export const looksToday = (area: string, day: Day): boolean =>
  area !== 'S1' || weekdayOf(day) !== 1 || !new Random(hashOf(`look:${area}:${day}`)).chance(0.7)
