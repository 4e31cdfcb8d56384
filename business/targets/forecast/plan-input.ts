import type { Day } from '../../../platform/kinds/day.ts'
import { addDays, dayNumber, fromDayNumber, weekdayOf, yearOf } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { Calendar } from './calendar.ts'
import { daysFromLunarNewYear, lunarNewYear } from './holidays.ts'
import type { StoreDay, StoreDays } from './store-days.ts'
import { storeDaysOf } from './store-days.ts'

/** A store with its history. A day without an entry is unknown, not zero. */
export interface PlanStore {
  readonly store: string
  readonly name: string
  /** What makes stores alike: concession, leased shop …; city; area. */
  readonly kind: string
  readonly city: string
  readonly area: string
  readonly history: ReadonlyMap<Day, Money>
  /** First trading day of a store that opens, last of one that closes for good. */
  readonly opens?: Day
  readonly closes?: Day
  /** Past and planned closures (装修, 停业), both days included. */
  readonly closures?: readonly { readonly from: Day; readonly to: Day }[]
  /** Growth asked of this store, 0.08 = +8 %; the plan's own where absent. */
  readonly growth?: number
}
export interface PlanCampaign {
  readonly name: Sentence
  readonly from: Day
  readonly to: Day
  /** Stores that take part; absent = all. */
  readonly stores?: readonly string[]
}
export interface PlanInput {
  readonly year: number
  readonly stores: readonly PlanStore[]
  /** Past and planned ones: the effect is learnt from the past and put where the plan has them. */
  readonly campaigns: readonly PlanCampaign[]
  readonly calendar: Calendar
  readonly growth?: number
}

export const isClosed = (store: PlanStore, day: Day): boolean =>
  (store.opens !== undefined && day < store.opens) ||
  (store.closes !== undefined && day > store.closes) ||
  (store.closures ?? []).some(({ from, to }) => day >= from && day <= to)

export const takesPart = (campaign: PlanCampaign, store: PlanStore): boolean =>
  !campaign.stores || campaign.stores.includes(store.store)

/**
 * A store's days from its first record to the end of the plan year, sales where known. Days to come are open
 * unless a closure says otherwise, the weekday is its rest day, or it was shut on that day of lunar new year
 * in every year on record.
 */
export function planDays(store: PlanStore, input: PlanInput): StoreDays {
  const known = [...store.history.keys()].sort()
  const from = Math.min(
    known[0] ? dayNumber(known[0]) : Number.POSITIVE_INFINITY,
    dayNumber(`${input.year - 1}-01-01` as Day),
  )
  const until = dayNumber(`${input.year}-12-31` as Day)
  const lastKnown = known.at(-1)
  const campaigns = input.campaigns.filter((campaign) => takesPart(campaign, store))
  const rests = restDays(store, known)
  const shutLunar = input.calendar.region === 'china' ? shutAtLunarNewYear(store, known) : new Set<number>()
  const lines: StoreDay[] = []
  for (let number = from; number <= until; number++) {
    const day = dayAt(number)
    const sales = store.history.get(day)
    const toCome = lastKnown === undefined || day > lastKnown
    const shut = toCome && (rests.has(weekdayOf(day)) || shutLunar.has(daysFromLunarNewYear(day)))
    lines.push({
      store: store.store,
      day,
      ...(sales !== undefined && sales > 0 ? { sales } : {}),
      open: (sales !== undefined && sales > 0) || !(isClosed(store, day) || shut),
      promotion: campaigns.some((campaign) => day >= campaign.from && day <= campaign.to),
    })
  }
  return storeDaysOf(lines)[0]!
}

/** Every store walks the same few years: each day is written out once. */
const writtenDays = new Map<number, Day>()
function dayAt(number: number): Day {
  let day = writtenDays.get(number)
  if (!day) {
    day = fromDayNumber(number)
    writtenDays.set(number, day)
  }
  return day
}

/** Weekdays without sales in four of five weeks on record (eight weeks at least). */
function restDays(store: PlanStore, known: readonly Day[]): ReadonlySet<number> {
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last || dayNumber(last) - dayNumber(first) < 56) return new Set()
  const seen = new Array<number>(8).fill(0)
  const sold = new Array<number>(8).fill(0)
  let weekday = weekdayOf(first)
  for (let number = dayNumber(first); number <= dayNumber(last); number++) {
    const day = dayAt(number)
    if (!isClosed(store, day)) {
      seen[weekday]!++
      if ((store.history.get(day) ?? 0) > 0) sold[weekday]!++
    }
    weekday = (weekday % 7) + 1
  }
  return new Set([1, 2, 3, 4, 5, 6, 7].filter((w) => seen[w]! > 0 && sold[w]! <= 0.2 * seen[w]!))
}

/** Days around lunar new year (−1 … 6) on which the store sold in no year on record. */
function shutAtLunarNewYear(store: PlanStore, known: readonly Day[]): ReadonlySet<number> {
  const first = known[0]
  const last = known.at(-1)
  const shut = new Set<number>()
  if (!first || !last) return shut
  const sold = new Set<number>()
  const passed = new Set<number>()
  for (let year = yearOf(first); year <= yearOf(last); year++) {
    for (let distance = -1; distance <= 6; distance++) {
      const day = addDays(lunarNewYear(year), distance)
      if (day < first || day > last) continue
      passed.add(distance)
      if ((store.history.get(day) ?? 0) > 0) sold.add(distance)
    }
  }
  for (const distance of passed) if (!sold.has(distance)) shut.add(distance)
  return shut
}
