import type { Day, Month } from '../../../platform/kinds/day.ts'
import { cents, type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { type GapPart, type GapSplit, splitGapToTarget } from '../metrics/gap.ts'
import { addSums, dayEndOf, figuresOf, type MonthDays, monthOf, ratioOf, tradeOf } from './rules.ts'
import type { DayEnd, MonthProgress, ScopeProgress, StoreProgress, TradeSum, YearAlignment } from './shape.ts'

/** A store's progress with the days it rests on, which sums over stores need and screens do not. */
export interface Known {
  readonly progress: StoreProgress
  readonly days: MonthDays
}

/** Sums of stores. Every amount is the sum of the stores' own, so that a total row always adds up. */
export function together(all: readonly Known[], day: Day, month: Month): ScopeProgress {
  const stores = all.map((k) => k.progress)
  const aimed = stores.filter((s) => s.target !== null)
  const target = aimed.length > 0 ? sum(aimed.map((s) => s.target!)) : null
  return {
    stores: stores.length,
    withTarget: aimed.length,
    day: figuresOf(addSums(stores.map((s) => s.day))),
    target,
    achieved: target && target > 0 ? sum(aimed.map((s) => s.day.net)) / target : null,
    part: partTogether(all),
    dayEnd: dayEndTogether(all, day),
    month: monthTogether(all, day, month),
    compared: comparedTogether(stores),
    years: yearsTogether(stores),
  }
}

function monthTogether(all: readonly Known[], day: Day, month: Month): MonthProgress {
  const figures = figuresOf(addSums(all.map((k) => k.progress.month.figures)))
  const aimed = all.filter((k) => k.progress.month.target !== null)
  const own = monthOf(daysTogether(aimed), day, partTogether(aimed), figures)
  if (own.target === null || own.forecast === null || aimed.length === 0) return { month, ...own }
  const months = aimed.map((k) => k.progress.month)
  const target = sum(months.map((m) => m.target!))
  const elapsedTarget = sum(months.map((m) => m.elapsedTarget!))
  const achieved = sum(months.map((m) => cents(Math.round(m.achievedShare! * m.target!))))
  const expected = sum(months.map((m) => m.forecast!.expected))
  // The width is the scope's own: stores of one area have their weather and campaigns in common.
  const { low, high, expected: middle } = own.forecast
  return {
    month,
    figures,
    target,
    elapsedTarget,
    achievedShare: target > 0 ? achieved / target : null,
    elapsedShare: target > 0 ? elapsedTarget / target : null,
    pace: elapsedTarget > 0 ? achieved / elapsedTarget : null,
    forecast: {
      expected,
      low: cents(expected - (middle - low)),
      high: cents(expected + (high - middle)),
      off: cents(expected - target),
    },
    winnable: own.winnable,
    winBack: sum(months.map((m) => m.winBack)),
  }
}

/** Sum of what the stores' days will close at; those that are over, and those without a target, as they stand. */
function dayEndTogether(all: readonly Known[], day: Day): DayEnd | null {
  const running = all.filter((k) => k.progress.dayEnd !== null)
  if (running.length === 0) return null
  const own = dayEndOf(daysTogether(running), day, { state: 'running', part: partTogether(running) })
  const expected = sum(all.map((k) => k.progress.dayEnd?.expected ?? k.progress.day.net))
  return (
    own && {
      expected,
      low: cents(expected - (own.expected - own.low)),
      high: cents(expected + (own.high - own.expected)),
    }
  )
}

function daysTogether(all: readonly Known[]): MonthDays {
  const days = all[0]?.days.days ?? []
  const column = (of: 'targets' | 'sold', i: number): Money | null => {
    const given = all.flatMap((k) => k.days[of][i] ?? [])
    return given.length > 0 ? sum(given) : null
  }
  return {
    days,
    targets: days.map((_, i) => column('targets', i)),
    sold: days.map((_, i) => column('sold', i)),
  }
}

/** How far the day is over stores of different hours, weighed by their targets. */
function partTogether(all: readonly Known[]): number | null {
  let done = 0
  let whole = 0
  for (const { progress } of all) {
    if (progress.clock.part === null) continue
    const weight = progress.target ?? 0
    done += weight * progress.clock.part
    whole += weight
  }
  return whole > 0 ? done / whole : (all[0]?.progress.clock.part ?? null)
}

function comparedTogether(stores: readonly StoreProgress[]): ScopeProgress['compared'] {
  return (stores[0]?.compared ?? []).map((first, i) => {
    const all = stores.map((s) => ({ now: s.day.net, ...s.compared[i]! }))
    const known = all.filter((c) => c.net !== null)
    const timed = known.filter((c) => c.byNow !== null)
    return {
      alignment: first.alignment,
      by: first.by,
      day: first.day,
      net: known.length > 0 ? sum(known.map((c) => c.net!)) : null,
      byNow: timed.length > 0 ? sum(timed.map((c) => c.byNow!)) : null,
      // Like with like: only stores that traded on both days.
      ratio: timed.length > 0 ? ratioOf(sum(timed.map((c) => c.now)), sum(timed.map((c) => c.byNow!))) : null,
    }
  })
}

function yearsTogether(stores: readonly StoreProgress[]): ScopeProgress['years'] {
  const alignments = [...new Set(stores.flatMap((s) => s.years.map((y) => y.alignment)))] as YearAlignment[]
  return alignments.map((alignment) => {
    const all = stores.flatMap((s) => s.years.filter((y) => y.alignment === alignment))
    const same = all.filter((y) => y.leftOut === null)
    const net = sum(same.map((y) => y.net))
    const lastYear = sum(same.map((y) => y.lastYear))
    return {
      alignment,
      by: all.some((y) => y.by === 'lunarFestival') ? 'lunarFestival' : (all[0]?.by ?? alignment),
      from: all[0]?.from ?? null,
      to: all[0]?.to ?? null,
      net,
      lastYear,
      ratio: ratioOf(net, lastYear),
      stores: same.length,
    }
  })
}

export interface Help {
  readonly store: string
  readonly winBack: Money
  /** What will lack at month end. */
  readonly lack: Money
  readonly chance: number
  readonly cause: GapPart | null
}
/** Where to look first (先帮谁): by what can still be won back, each with the largest cause of its gap. */
export const helpFirst = (stores: readonly StoreProgress[], most = 8): Help[] =>
  stores
    .filter((s) => s.month.winBack > 0)
    .sort((a, b) => b.month.winBack - a.month.winBack || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map((s) => ({
      store: s.store,
      winBack: s.month.winBack,
      lack: cents(-(s.month.forecast?.off ?? zero)),
      chance: s.month.winnable?.chance ?? 0,
      cause: causeOf(s),
    }))

/** The factor that pulls down most; null when nothing does, or there is nothing to compare with yet. */
export function causeOf(store: Pick<StoreProgress, 'gap'>): GapPart | null {
  const down = (store.gap?.parts ?? []).filter((p) => p.amount < 0 && p.factor !== 'netSales')
  return down.reduce<GapPart | null>((worst, p) => (worst && worst.amount <= p.amount ? worst : p), null)
}

/** Fewer tickets than this last year are no measure of a scope’s usual rates. */
const leastTickets = 400

export interface ScopeGap extends GapSplit {
  /** Whose rates the target is read at: the same weekdays of last year, or the eight weeks before the month. */
  readonly reference: 'lastYear' | 'weeks'
  readonly target: Money
  readonly actual: Money
}
/** The gap of a scope: the sum of its stores with targets against these, at the rates of their own past weeks. */
export function gapTogether(
  stores: readonly { over: TradeSum; base: TradeSum; lastYear: TradeSum; overTarget: Money }[],
): ScopeGap | null {
  const aimed = stores.filter((s) => s.overTarget > 0)
  const over = addSums(aimed.map((s) => s.over))
  const target = sum(aimed.map((s) => s.overTarget))
  if (target <= 0) return null
  const lastYear = addSums(aimed.map((s) => s.lastYear))
  const isKnown = lastYear.saleTickets >= leastTickets && lastYear.traffic > 0 && lastYear.uncounted === 0
  const reference = isKnown ? lastYear : addSums(aimed.map((s) => s.base))
  return {
    ...splitGapToTarget(tradeOf(over), target, tradeOf(reference)),
    target,
    actual: over.net,
    reference: isKnown ? 'lastYear' : 'weeks',
  }
}
