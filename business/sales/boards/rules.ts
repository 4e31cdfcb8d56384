import { type Day, localTime } from '../../../platform/kinds/day.ts'
import { cents, type Money, zero } from '../../../platform/kinds/money.ts'
import {
  forecastMonthEnd,
  type PaceInput,
  paceOf,
  partOfDay,
  whatIsStillWinnable,
} from '../../targets/forecast/pace.ts'
import type { TradeFacts } from '../metrics/facts.ts'
import type { Trade } from '../metrics/gap.ts'
import { compute } from '../metrics/registry.ts'
import type { DayClock, DayEnd, Figures, MonthProgress, StoreSeen, TradeSum } from './shape.ts'

export const nothingSold: TradeSum = {
  net: zero,
  saleTickets: 0,
  units: 0,
  tagValue: zero,
  taggedNet: zero,
  returned: zero,
  traffic: 0,
  tryOns: 0,
  countedTickets: 0,
  days: 0,
  uncounted: 0,
}

export function addSums(parts: Iterable<TradeSum>): TradeSum {
  const total: Record<string, number> = { ...nothingSold }
  for (const part of parts) {
    for (const key of Object.keys(nothingSold) as (keyof TradeSum)[]) total[key] = total[key]! + part[key]
  }
  return total as unknown as TradeSum
}

/** What the registry of metrics computes from; an uncounted traffic is absent, not zero. */
export const factsOf = (sum: TradeSum): TradeFacts => ({
  netSales: sum.net,
  saleTickets: sum.saleTickets,
  netUnits: sum.units,
  tagValue: sum.tagValue,
  taggedSales: sum.taggedNet,
  countedTickets: sum.countedTickets,
  ...(sum.traffic > 0 ? { traffic: sum.traffic, tryOns: sum.tryOns } : {}),
})

export function figuresOf(sum: TradeSum): Figures {
  const facts = factsOf(sum)
  const rate = (code: Parameters<typeof compute>[0]): number | null => compute(code, facts) ?? null
  return {
    ...sum,
    conversionRate: rate('conversionRate'),
    unitsPerTransaction: rate('unitsPerTransaction'),
    averageTransactionValue: rate('averageTransactionValue') as Money | null,
    averageUnitRetail: rate('averageUnitRetail') as Money | null,
    tryOnRate: sum.tryOns > 0 ? rate('tryOnRate') : null,
    priceRealization: rate('priceRealization'),
  }
}

/** One side of a gap; traffic only where every day with sales was counted. */
export const tradeOf = (sum: TradeSum): Trade => ({
  netSales: sum.net,
  saleTickets: sum.saleTickets,
  netUnits: sum.units,
  ...(sum.traffic > 0 && sum.uncounted === 0 ? { traffic: sum.traffic } : {}),
})

/** By how much the whole chain's rates moved against the months before: the season, not the store. */
export interface Season {
  readonly conversionRate: number
  readonly unitsPerTransaction: number
  readonly averageUnitRetail: number
}
/** Fewer stores or tickets than this make no season: the store itself would be most of it. */
const leastStores = 8
const leastTickets = 400

interface ChainSum {
  readonly stores: number
  readonly net: number
  readonly saleTickets: number
  readonly units: number
  readonly traffic: number
  readonly countedTickets: number
}
export function seasonOf(now: ChainSum | undefined, before: readonly ChainSum[]): Season | null {
  if (!now || now.stores < leastStores || now.saleTickets < leastTickets) return null
  const total = (of: keyof ChainSum): number => before.reduce((sum, b) => sum + b[of], 0)
  const moved = (a: keyof ChainSum, b: keyof ChainSum): number => {
    const [then, is] = [total(a) / total(b), now[a] / now[b]]
    return then > 0 && is > 0 && Number.isFinite(is / then) ? is / then : 1
  }
  return {
    conversionRate: moved('countedTickets', 'traffic'),
    unitsPerTransaction: moved('units', 'saleTickets'),
    averageUnitRetail: moved('net', 'units'),
  }
}

/** A store's past weeks at the season's rates, in thousandths so that rounding does not speak. */
export function inSeason(base: TradeSum, season: Season | null): Trade {
  const trade = tradeOf(base)
  if (!season || trade.netSales <= 0) return trade
  const times = (value: number, ...by: number[]): number =>
    Math.round(by.reduce((v, b) => v * b, value * 1000))
  const { conversionRate: c, unitsPerTransaction: u, averageUnitRetail: a } = season
  return {
    netSales: cents(times(trade.netSales, c, u, a)),
    saleTickets: times(trade.saleTickets, c),
    netUnits: times(trade.netUnits, c, u),
    ...(trade.traffic === undefined ? {} : { traffic: trade.traffic * 1000 }),
  }
}

/** How far a business day is in a store, by the store's own clock and its usual hours. */
export function clockOf(
  store: Pick<StoreSeen, 'timeZone' | 'cutOffMinutes'>,
  day: Day,
  now: Date,
  usual: readonly number[],
): DayClock {
  const own = localTime(new Date(now.getTime() - store.cutOffMinutes * 60_000), store.timeZone)
  if (day < own.day) return { state: 'over', part: 1, hour: 24, minutes: 1440 }
  if (day > own.day) return { state: 'ahead', part: 0, hour: 0, minutes: 0 }
  // After midnight and before the cut-off the day is past its last hour.
  const minutes = Math.min(1440, own.minutes + store.cutOffMinutes)
  const isKnown = usual.some((h) => h > 0)
  return {
    state: 'running',
    part: isKnown ? partOfDay(usual, minutes) : null,
    hour: Math.floor(minutes / 60),
    minutes,
  }
}

export interface MonthDays {
  readonly days: readonly Day[]
  readonly targets: readonly (Money | null)[]
  readonly sold: readonly (Money | null)[]
}

/** What `paceOf` and its companions read; undefined without a target. Weights are the target's own days, 1 = its mean. */
export function paceInput(m: MonthDays, day: Day, part: number | null): PaceInput | undefined {
  let total = 0
  let counted = 0
  for (const amount of m.targets) {
    if (amount === null) continue
    total += amount
    if (amount > 0) counted++
  }
  if (total <= 0) return undefined
  const mean = total / counted
  return {
    target: cents(total),
    days: m.days.map((d, i) => ({
      day: d,
      weight: (m.targets[i] ?? 0) / mean,
      ...(d <= day ? { sold: m.sold[i] ?? zero } : {}),
    })),
    today: day,
    ...(part === null ? {} : { partOfToday: part }),
  }
}

export function monthOf(
  m: MonthDays,
  day: Day,
  part: number | null,
  figures: Figures,
): Omit<MonthProgress, 'month'> {
  const input = paceInput(m, day, part)
  if (!input) return { figures, ...withoutTarget }
  const pace = paceOf(input)
  const end = forecastMonthEnd(input)
  const can = whatIsStillWinnable(input)
  const off = cents(end.expected - input.target)
  return {
    figures,
    target: input.target,
    elapsedTarget: cents(Math.round(pace.elapsedShare * input.target)),
    achievedShare: pace.achievedShare ?? null,
    elapsedShare: pace.elapsedShare,
    pace: pace.pace ?? null,
    forecast: { expected: end.expected, low: end.low, high: end.high, off },
    winnable: {
      state: can.state,
      gap: can.gap,
      perUnit: can.perUnit ?? null,
      above: can.above ?? null,
      chance: can.chance,
      sentence: can.sentence,
      facts: can.facts,
    },
    winBack: winBackOf(off, cents(end.high - end.expected)),
  }
}

/**
 * What a running day will close at: the month's own level through the end of the day, less what the days before have
 * sold. Null when the day does not run, has no target, or nobody knows how far it is.
 */
export function dayEndOf(m: MonthDays, day: Day, clock: Pick<DayClock, 'state' | 'part'>): DayEnd | null {
  if (clock.state !== 'running' || clock.part === null) return null
  const input = paceInput(m, day, clock.part)
  if (!input) return null
  const days = input.days.filter((d) => d.day <= day)
  const before = days.reduce((total, d) => total + (d.day < day ? (d.sold ?? 0) : 0), 0)
  // Over a shorter period the target is that of its own days.
  const target = cents(days.reduce((total, _, i) => total + (m.targets[i] ?? 0), 0))
  const { expected, low, high } = forecastMonthEnd({ ...input, target, days })
  return { expected: cents(expected - before), low: cents(low - before), high: cents(high - before) }
}

/** The lack at month end, as far as it lies within what the forecast's range still allows. */
export const winBackOf = (off: Money, room: Money): Money => cents(Math.max(0, Math.min(-off, room)))

export const withoutTarget = {
  target: null,
  elapsedTarget: null,
  achievedShare: null,
  elapsedShare: null,
  pace: null,
  forecast: null,
  winnable: null,
  winBack: zero,
} as const

export const ratioOf = (now: number, then: number | null): number | null =>
  then === null || then <= 0 ? null : (now - then) / then
