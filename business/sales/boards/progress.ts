import type { Db } from '../../../platform/database/database.ts'
import {
  addDays,
  type Day,
  daysOf,
  daysThrough,
  firstDay,
  lastDay,
  type Month,
  monthOf as monthOfDay,
} from '../../../platform/kinds/day.ts'
import { cents, type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { lunarNewYears } from '../../targets/forecast/holidays.ts'
import { type AlignedPeriod, type Alignment, alignPeriod, comparisonDay, type LunarNewYears } from '../metrics/alignment.ts'
import { splitGapToTarget } from '../metrics/gap.ts'
import { sameStores } from '../metrics/same-store.ts'
import { addSums, clockOf, figuresOf, type MonthDays, monthOf, nothingSold, ratioOf, tradeOf } from './rules.ts'
import type { Known } from './scope-rules.ts'
import { type Compared, type DayClock, type StoreProgress, type StoreSeen, type TradeSum, type YearAlignment, type YearCompared, yearAlignments } from './shape.ts'
import { closedDaysIn, type HourSeen, hoursOnDays, hourSums, monthDays, netOnDays, sumsOf } from './tables.ts'

/** Weeks before that the factors of a gap are compared with. */
export const baseDays = 56
/** Days whose hours make the usual course of a day. */
export const usualDays = 14
const dayAlignments = ['yesterday', 'lastWeek', ...yearAlignments] as const satisfies readonly Alignment[]

export const newYears: LunarNewYears = Object.fromEntries(lunarNewYears)

/** A store's progress with what the gap and the hours of its board are made of. */
export interface StoreKnown extends Known {
  /** Net by hour over the usual days, 24 sums. */
  readonly usual: readonly number[]
  /** Days of the month that are over, the target of those days, and the eight weeks before the month. */
  readonly over: TradeSum
  readonly overTarget: Money
  readonly base: TradeSum
  readonly hours: readonly HourSeen[]
}

/**
 * The one place where a store's progress is computed: every board, report and sheet reads it, so that no two screens
 * can differ. Reads totals only, a fixed number of statements whatever the number of stores.
 */
export async function progressOf(
  db: Db,
  stores: readonly StoreSeen[],
  day: Day,
  now: Date,
): Promise<StoreKnown[]> {
  if (stores.length === 0) return []
  const ids = stores.map((s) => s.id)
  const month = monthOfDay(day)
  const [start, end] = [firstDay(month), lastDay(month)]
  const usual = byStore(await hourSums(db, ids, addDays(day, -usualDays), addDays(day, -1)))
  const clocks = new Map(stores.map((s) => [s.id, clockOf(s, day, now, profileOf(usual.get(s.id)))]))
  const isRunning = [...clocks.values()].some((c) => c.state !== 'over')
  // Stores of several time zones may be a day apart: what is over is over everywhere.
  const lastOver = isRunning ? addDays(day, -1) : day
  const overDays = daysThrough(start, lastOver)
  const aligned = yearAlignments.map((alignment) => ({
    alignment,
    period: alignPeriod(overDays, alignment, newYears),
  }))
  const others = dayAlignments.map((alignment) => ({
    alignment,
    found: comparisonDay(day, alignment, newYears),
  }))
  const otherDays = others.flatMap((o) => (o.found ? [o.found.day] : []))
  const daysByStore = new Map((await monthDays(db, ids, start, end)).map((d) => [d.store, d]))
  const sums = new Map(
    (
      await sumsOf(db, ids, [
        { key: 'day', from: day, to: day },
        { key: 'over', from: start, to: lastOver },
        { key: 'base', from: addDays(start, -baseDays), to: addDays(start, -1) },
        ...[...new Set(otherDays)].map((d) => ({ key: d, from: d, to: d })),
      ])
    ).map((s) => [`${s.store} ${s.key}`, s]),
  )
  const then = new Map(
    (
      await netOnDays(
        db,
        ids,
        aligned.flatMap(({ alignment, period }) =>
          period.pairs.flatMap((p) => (p.with ? [{ key: alignment, day: p.with.day }] : [])),
        ),
      )
    ).map((n) => [`${n.store} ${n.key}`, n.net]),
  )
  const hours = byStore(isRunning ? await hoursOnDays(db, ids, [day, ...otherDays]) : [])
  const leftOut = await leftOutOf(db, stores, aligned, start, lastOver)

  return stores.map((store): StoreKnown => {
    const clock = clocks.get(store.id)!
    const own = hours.get(store.id) ?? []
    const found = daysByStore.get(store.id)
    const days: MonthDays = { days: daysOf(month), targets: found?.targets ?? [], sold: found?.sold ?? [] }
    const sumAt = (key: string): TradeSum => sums.get(`${store.id} ${key}`) ?? nothingSold
    const today = counted(sumAt('day'), own.filter((h) => h.day === day), clock)
    const target = days.targets[days.days.indexOf(day)] ?? null
    const [over, base] = [sumAt('over'), sumAt('base')]
    const overTarget = sum(days.targets.slice(0, overDays.length).flatMap((t) => t ?? []))
    const part = clock.state === 'over' ? 1 : clock.part
    return {
      days,
      usual: profileOf(usual.get(store.id)),
      over,
      overTarget,
      base,
      hours: own.filter((h) => h.day === day),
      progress: {
        ...whoOf(store),
        clock,
        day: figuresOf(today),
        target,
        achieved: target !== null && target > 0 ? today.net / target : null,
        month: {
          month,
          ...monthOf(days, day, part, figuresOf(lastOver === day ? over : addSums([over, today]))),
        },
        compared: others.flatMap(({ alignment, found: other }) =>
          other ? [comparedOf(alignment, other, sums.get(`${store.id} ${other.day}`)?.net ?? null, today.net, clock, own)] : [],
        ),
        years: yearsOf(aligned, over.net, (alignment) => then.get(`${store.id} ${alignment}`) ?? zero, leftOut(store.id)),
        gap: overTarget > 0 ? splitGapToTarget(tradeOf(over), overTarget, tradeOf(base)) : null,
      },
    }
  })
}

const whoOf = ({ id, code, name, nameEn, pinyin, kind, area }: StoreSeen) => ({
  store: id,
  code,
  name,
  nameEn,
  pinyin,
  kind,
  area,
})

function byStore<Row extends { store: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const all = new Map<string, Row[]>()
  for (const row of rows) {
    const own = all.get(row.store)
    if (own) own.push(row)
    else all.set(row.store, [row])
  }
  return all
}

function profileOf(rows: readonly { hour: number; net: Money }[] = []): number[] {
  const hours = new Array<number>(24).fill(0)
  for (const { hour, net } of rows) hours[hour] = Math.max(0, net)
  return hours
}

/**
 * While a day runs, people are counted later than tickets are written: conversion reads the tickets up to the last
 * hour that has a count.
 */
function counted(day: TradeSum, hours: readonly HourSeen[], clock: DayClock): TradeSum {
  if (clock.state !== 'running' || day.traffic <= 0) return day
  const last = Math.max(-1, ...hours.filter((h) => h.traffic > 0).map((h) => h.hour))
  const tickets = hours.filter((h) => h.hour <= last).reduce((n, h) => n + h.saleTickets, 0)
  return { ...day, countedTickets: Math.min(tickets, day.saleTickets) }
}

function comparedOf(
  alignment: Alignment,
  other: { day: Day; by: Alignment },
  net: Money | null,
  today: Money,
  clock: DayClock,
  hours: readonly HourSeen[],
): Compared {
  const byNow = clock.state === 'over' ? net : net === null ? null : soFar(hours.filter((h) => h.day === other.day), net, clock)
  return { alignment, by: other.by, day: other.day, net, byNow, ratio: ratioOf(today, byNow) }
}

/** What another day had sold by this time of the day; null where its hours are not all known. */
function soFar(hours: readonly HourSeen[], net: Money, clock: DayClock): Money | null {
  if (sum(hours.map((h) => h.net)) !== net) return null
  const before = hours.filter((h) => h.hour < clock.hour).reduce((total, h) => total + h.net, 0)
  const running = hours.find((h) => h.hour === clock.hour)?.net ?? 0
  return cents(before + Math.round((running * (clock.minutes % 60)) / 60))
}

type Aligned = readonly { readonly alignment: YearAlignment; readonly period: AlignedPeriod }[]
type LeftOut = YearCompared['leftOut']

function yearsOf(
  aligned: Aligned,
  net: Money,
  then: (alignment: YearAlignment) => Money,
  leftOut: (alignment: YearAlignment) => LeftOut,
): YearCompared[] {
  return aligned.flatMap(({ alignment, period }) => {
    const days = period.pairs.flatMap((p) => (p.with ? [p.with] : []))
    if (days.length === 0 || period.without.length > 0) return []
    const before = then(alignment)
    const sorted = days.map((d) => d.day).sort()
    return [
      {
        alignment,
        by: days.some((d) => d.by === alignment) ? alignment : days[0]!.by,
        from: sorted[0]!,
        to: sorted.at(-1)!,
        net,
        then: before,
        ratio: ratioOf(net, before),
        leftOut: leftOut(alignment),
      },
    ]
  })
}

/** Which stores did not trade through both periods, by alignment. */
async function leftOutOf(
  db: Db,
  stores: readonly StoreSeen[],
  aligned: Aligned,
  from: Day,
  to: Day,
): Promise<(store: string) => (alignment: YearAlignment) => LeftOut> {
  const found = new Map<string, LeftOut>()
  for (const { alignment, period } of to < from ? [] : aligned) {
    const days = period.pairs.flatMap((p) => (p.with ? [p.with.day] : [])).sort()
    if (days.length === 0) continue
    const then = { from: days[0]!, to: days.at(-1)! }
    const closed = new Map(
      (await closedDaysIn(db, stores.map((s) => s.id), { from, to }, then)).map((c) => [c.store, c.days]),
    )
    const { leftOut } = sameStores(
      stores.map((s) => ({
        store: s.id,
        openedOn: s.openedOn,
        ...(s.closedOn ? { closedOn: addDays(s.closedOn, 1) } : {}),
        daysClosed: closed.get(s.id) ?? 0,
        netSales: zero,
        lastYear: zero,
      })),
      { from, to },
      then,
    )
    for (const { store, reason, facts } of leftOut) found.set(`${store} ${alignment}`, { reason, facts })
  }
  return (store) => (alignment) => found.get(`${store} ${alignment}`) ?? null
}

/** One store's, for its board, its people and its report. */
export async function progressOfStore(
  db: Db,
  store: StoreSeen,
  day: Day,
  now: Date,
): Promise<StoreKnown> {
  const [known] = await progressOf(db, [store], day, now)
  return known!
}
export const monthOfProgress = (p: StoreProgress): Month => monthOfDay(`${p.month.month}-01`)
