import { z } from 'zod'
import { type Day, isDay } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Sentence } from '../../../platform/kinds/words.ts'
import type { StoreKind } from '../../organization/shape.ts'
import type { Alignment } from '../metrics/alignment.ts'
import type { GapSplit } from '../metrics/gap.ts'
import { type MetricCode, metricCodes } from '../metrics/registry.ts'

export const dayInput = z.custom<Day>((value) => typeof value === 'string' && isDay(value), {
  error: 'dayWrong',
})
/** Absent day: today. */
export const progressInput = z.strictObject({ area: z.guid().optional(), day: dayInput.optional() })
export const storeBoardInput = z.strictObject({ store: z.guid(), day: dayInput.optional() })
export const mineInput = z.strictObject({ day: dayInput.optional() })

export const yearAlignments = ['calendar', 'weekday', 'lunarFestival'] as const satisfies readonly Alignment[]
export type YearAlignment = (typeof yearAlignments)[number]
export const explainInput = z.strictObject({
  metric: z.enum(metricCodes as [MetricCode, ...MetricCode[]]),
  /** Neither store nor area: every store in reach. */
  store: z.guid().optional(),
  area: z.guid().optional(),
  from: dayInput,
  to: dayInput,
  alignment: z.enum(yearAlignments).default('weekday'),
})

export interface StoreSeen {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly pinyin: string
  readonly kind: StoreKind
  readonly openedOn: Day
  readonly closedOn: Day | null
  readonly timeZone: string
  readonly cutOffMinutes: number
  /** '10:00' */
  readonly opensAt: string
  readonly closesAt: string
  readonly area: string | null
  readonly areaName: string | null
  readonly areaNameEn: string | null
  readonly squareCentimetres: number | null
}

/** Sums over one scope and span. Traffic counts as known only where somebody counted. */
export interface TradeSum {
  readonly net: Money
  readonly saleTickets: number
  readonly units: number
  readonly tagValue: Money
  readonly taggedNet: Money
  readonly returned: Money
  readonly traffic: number
  readonly tryOns: number
  /** Sale tickets of the days with traffic; of a running day, of the hours up to the last counted one. */
  readonly countedTickets: number
  /** Days with a sale or a count, and of these the ones with sales but without traffic. */
  readonly days: number
  readonly uncounted: number
}

/** A sum with the rates that the registry of metrics makes of it; null is no value (—), never 0. */
export interface Figures extends TradeSum {
  readonly conversionRate: number | null
  readonly unitsPerTransaction: number | null
  readonly averageTransactionValue: Money | null
  readonly averageUnitRetail: Money | null
  readonly tryOnRate: number | null
  readonly priceRealization: number | null
}

/** How far a day is in a store. */
export interface DayClock {
  readonly state: 'ahead' | 'running' | 'over'
  /** Part of a day's sales usually made by now, 0 … 1; null while it runs and no profile is known. */
  readonly part: number | null
  /** The hour that runs, 0 … 23; 24 when the day is over. */
  readonly hour: number
  readonly minutes: number
}

export interface Compared {
  readonly alignment: Alignment
  /** How the day was found; a lunar comparison far from the festival is found by weekday. */
  readonly by: Alignment
  readonly day: Day
  readonly net: Money | null
  /** The other day's sales up to the same time, where today still runs and hours are known. */
  readonly byNow: Money | null
  /** (this − that) ÷ that; of a running day against `byNow`. */
  readonly ratio: number | null
}

/** Days of the month that are over, against the same days a year ago. */
export interface YearCompared {
  readonly alignment: YearAlignment
  readonly by: Alignment
  readonly from: Day
  readonly to: Day
  readonly net: Money
  readonly lastYear: Money
  readonly ratio: number | null
  /** Why this store takes no part in same-store growth. */
  readonly leftOut: { readonly reason: Sentence; readonly facts: Readonly<Record<string, unknown>> } | null
}

export interface Winnable {
  readonly state: 'won' | 'within' | 'winnable' | 'unlikely' | 'lost'
  readonly gap: Money
  readonly perUnit: Money | null
  readonly above: number | null
  readonly chance: number
  readonly sentence: Sentence
  readonly facts: Readonly<Record<string, string>>
}
export interface MonthEnd {
  readonly expected: Money
  readonly low: Money
  readonly high: Money
  /** expected − target: below zero is what will lack. */
  readonly off: Money
}

export interface MonthProgress {
  readonly month: string
  /** Through the day asked about. */
  readonly figures: Figures
  /** Null where no target is in force. */
  readonly target: Money | null
  /** Of the month's target, what the day weights say should be in by now. */
  readonly elapsedTarget: Money | null
  readonly achievedShare: number | null
  readonly elapsedShare: number | null
  readonly pace: number | null
  readonly forecast: MonthEnd | null
  readonly winnable: Winnable | null
  /** Of what will lack at month end, the part that lies within the forecast's range: it can still be won back. */
  readonly winBack: Money
}

/** What the running day will likely close at. */
export interface DayEnd {
  readonly expected: Money
  readonly low: Money
  readonly high: Money
}

/** Everything that any screen says about one store's day. */
export interface StoreProgress {
  readonly store: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly pinyin: string
  readonly kind: StoreKind
  readonly area: string | null
  readonly clock: DayClock
  readonly day: Figures
  readonly target: Money | null
  readonly achieved: number | null
  readonly dayEnd: DayEnd | null
  readonly month: MonthProgress
  readonly compared: readonly Compared[]
  readonly years: readonly YearCompared[]
  /** Days of the month that are over, against their targets. */
  readonly gap: GapSplit | null
}

/** An area's or the company's sum of its stores. */
export interface ScopeProgress {
  readonly stores: number
  readonly withTarget: number
  readonly day: Figures
  readonly target: Money | null
  /** Only of the stores with a target. */
  readonly achieved: number | null
  /** Part of the day that is usually sold by now, over its stores. */
  readonly part: number | null
  readonly dayEnd: DayEnd | null
  readonly month: MonthProgress
  readonly compared: readonly Compared[]
  readonly years: readonly {
    readonly alignment: YearAlignment
    readonly by: Alignment
    readonly from: Day | null
    readonly to: Day | null
    readonly net: Money
    readonly lastYear: Money
    readonly ratio: number | null
    readonly stores: number
  }[]
}
