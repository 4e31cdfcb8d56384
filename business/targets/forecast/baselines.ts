import { isOpen, offsetOf, onPromotion, type StoreDays } from './store-days.ts'

/** The plain ways a planner would do it, which the model has to beat. Forecasts are in the unit of the sales. */
export type Baseline = (store: StoreDays, at: number) => number

const weekdayAt = (store: StoreDays, at: number): number => ((store.first + at + 3) % 7) + 1

/** Median of a store's days of the same weekday with or without promotion; coarser groups where that is empty. */
export function medianBaseline(stores: readonly StoreDays[], until: number): Baseline {
  const groups = new Map<string, number[]>()
  eachTaught(stores, until, (store, at) => {
    for (const key of keysOf(store, at)) {
      const list = groups.get(key)
      if (list) list.push(store.sales[at]!)
      else groups.set(key, [store.sales[at]!])
    }
  })
  const medians = new Map([...groups].map(([key, list]) => [key, middle(list)]))
  return lookUp(medians)
}

/** The same groups, as a geometric mean in which a day `halfLife` days old counts half. */
export function decayedMeanBaseline(stores: readonly StoreDays[], until: number, halfLife: number): Baseline {
  const groups = new Map<string, { weight: number; total: number }>()
  eachTaught(stores, until, (store, at) => {
    const w = 2 ** (-(until - store.first - at) / halfLife)
    for (const key of keysOf(store, at)) {
      const group = groups.get(key) ?? { weight: 0, total: 0 }
      group.weight += w
      group.total += w * Math.log(store.sales[at]!)
      groups.set(key, group)
    }
  })
  return lookUp(new Map([...groups].map(([key, { weight, total }]) => [key, Math.exp(total / weight)])))
}

function lookUp(known: ReadonlyMap<string, number>): Baseline {
  return (store, at) => {
    for (const key of keysOf(store, at)) {
      const value = known.get(key)
      if (value !== undefined) return value
    }
    return Number.NaN
  }
}

const keysOf = (store: StoreDays, at: number): string[] => {
  const promotion = onPromotion(store, at) ? 'p' : ''
  return [
    `${store.store} ${weekdayAt(store, at)}${promotion}`,
    `${store.store} ${weekdayAt(store, at)} any`,
    store.store,
  ]
}

function eachTaught(
  stores: readonly StoreDays[],
  until: number,
  use: (store: StoreDays, at: number) => void,
): void {
  for (const store of stores) {
    const end = Math.min(store.length, offsetOf(store, until))
    for (let at = 0; at < end; at++) if (isOpen(store, at) && store.sales[at]! > 0) use(store, at)
  }
}

function middle(list: number[]): number {
  list.sort((a, b) => a - b)
  const half = list.length >> 1
  return list.length % 2 === 1 ? list[half]! : (list[half - 1]! + list[half]!) / 2
}
