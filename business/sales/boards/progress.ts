import type { Db } from '../../../platform/database/database.ts'
import {
  addDays,
  addMonths,
  type Day,
  daysOf,
  daysThrough,
  firstDay,
  lastDay,
  monthOf as monthOfDay,
} from '../../../platform/kinds/day.ts'
import { type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { type Alignment, alignPeriod, comparisonDay } from '../metrics/alignment.ts'
import { splitGapToTarget } from '../metrics/gap.ts'
import { comparedOf, leftOutOf, newYears, yearOf } from './comparisons.ts'
import {
  addSums,
  clockOf,
  dayEndOf,
  figuresOf,
  inSeason,
  type MonthDays,
  monthOf,
  nothingSold,
  seasonOf,
  tradeOf,
} from './rules.ts'
import type { Known } from './scope-rules.ts'
import { type DayClock, type StoreSeen, type TradeSum, yearAlignments } from './shape.ts'
import {
  chainMonths,
  closedOn,
  type HourSeen,
  hourSums,
  hoursOnDays,
  monthDays,
  netOnDays,
  sumsOf,
} from './tables.ts'

/** Weeks before that the factors of a gap are compared with. */
export const baseDays = 56
/** Days whose hours make the usual course of a day. */
export const usualDays = 14
const dayAlignments = ['yesterday', 'lastWeek', ...yearAlignments] as const satisfies readonly Alignment[]

/** A store's progress with what the gap and the hours of its board are made of. */
export interface StoreKnown extends Known {
  /** Net by hour over the usual days, 24 sums. */
  readonly usual: readonly number[]
  /** Days of the month that are over, the target of those days, and the eight weeks before the month. */
  readonly over: TradeSum
  readonly overTarget: Money
  readonly base: TradeSum
  /** The same weekdays of last year, for the days of this month before today. */
  readonly lastYear: TradeSum
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
  const closed = new Set((await closedOn(db, ids, day)).map((c) => c.store))
  const clocks = new Map(
    stores.map((s) => [
      s.id,
      closed.has(s.id) ? dayIsOver : clockOf(s, day, now, profileOf(usual.get(s.id))),
    ]),
  )
  const isRunning = [...clocks.values()].some((c) => c.state !== 'over')
  const before = daysThrough(start, addDays(day, -1))
  const aligned = yearAlignments.map((alignment) => ({
    alignment,
    before: alignPeriod(before, alignment, newYears),
    through: alignPeriod([...before, day], alignment, newYears),
  }))
  const others = dayAlignments.map((alignment) => ({
    alignment,
    found: comparisonDay(day, alignment, newYears),
  }))
  const otherDays = others.flatMap((o) => (o.found ? [o.found.day] : []))
  const daysByStore = new Map((await monthDays(db, ids, start, end)).map((d) => [d.store, d]))
  const spans = [
    { key: 'day', from: day, to: day },
    { key: 'before', from: start, to: addDays(day, -1) },
    { key: 'base', from: addDays(start, -baseDays), to: addDays(start, -1) },
    { key: 'lastYear', from: addDays(start, -364), to: addDays(day, -365) },
    ...[...new Set(otherDays)].map((d) => ({ key: d, from: d, to: d })),
  ]
  const sums = new Map((await sumsOf(db, ids, spans)).map((s) => [`${s.store} ${s.key}`, s]))
  const thenDays = aligned.flatMap((a) =>
    a.before.pairs.flatMap((p) => (p.with ? [{ key: a.alignment, day: p.with.day }] : [])),
  )
  const then = new Map((await netOnDays(db, ids, thenDays)).map((n) => [`${n.store} ${n.key}`, n.net]))
  const hours = byStore(isRunning ? await hoursOnDays(db, ids, [day, ...otherDays]) : [])
  const leftOut = await leftOutOf(db, stores, aligned, start, day)
  const months = [addMonths(month, -2), addMonths(month, -1), month]
  const chain = await chainMonths(db, months)
  const season = seasonOf(
    chain.find((c) => c.month === month),
    chain.filter((c) => c.month !== month),
  )

  return stores.map((store): StoreKnown => {
    const clock = clocks.get(store.id)!
    const own = hours.get(store.id) ?? []
    const found = daysByStore.get(store.id)
    const days: MonthDays = { days: daysOf(month), targets: found?.targets ?? [], sold: found?.sold ?? [] }
    const sumAt = (key: string): TradeSum => sums.get(`${store.id} ${key}`) ?? nothingSold
    const today = counted(
      sumAt('day'),
      own.filter((h) => h.day === day),
      clock,
    )
    const target = days.targets[days.days.indexOf(day)] ?? null
    const isOver = clock.state === 'over'
    const monthSum = addSums([sumAt('before'), today])
    const [over, base] = [isOver ? monthSum : sumAt('before'), sumAt('base')]
    const overTarget = sum(days.targets.slice(0, before.length + (isOver ? 1 : 0)).flatMap((t) => t ?? []))
    const netOn = (d: Day): Money | null => sums.get(`${store.id} ${d}`)?.net ?? null
    return {
      days,
      usual: profileOf(usual.get(store.id)),
      over,
      overTarget,
      base,
      lastYear: sumAt('lastYear'),
      hours: own.filter((h) => h.day === day),
      progress: {
        ...whoOf(store),
        clock,
        day: figuresOf(today),
        target,
        achieved: target !== null && target > 0 ? today.net / target : null,
        dayEnd: dayEndOf(days, day, clock),
        month: { month, ...monthOf(days, day, clock.part, figuresOf(monthSum)) },
        compared: others.flatMap(({ alignment, found: other }) =>
          other ? [comparedOf(alignment, other, netOn(other.day), today.net, clock, own)] : [],
        ),
        years: aligned.flatMap((a) =>
          yearOf(a, isOver, over.net, {
            before: then.get(`${store.id} ${a.alignment}`) ?? zero,
            day: (d) => netOn(d) ?? zero,
            leftOut: leftOut(store.id, a.alignment),
          }),
        ),
        gap: overTarget > 0 ? splitGapToTarget(tradeOf(over), overTarget, inSeason(base, season)) : null,
      },
    }
  })
}

const dayIsOver: DayClock = { state: 'over', part: 1, hour: 24, minutes: 1440 }

const whoOf = ({ id, code, name, nameEn, pinyin, kind, area }: StoreSeen) => ({
  store: id,
  code,
  name,
  nameEn,
  pinyin,
  kind,
  area,
})

export function byStore<Row extends { store: string }>(rows: readonly Row[]): Map<string, Row[]> {
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

/** For each store whose day still runs, by how much its counted tickets differ from the day's total. */
export async function runningCorrection(
  db: Db,
  stores: readonly StoreSeen[],
  day: Day,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const closed = new Set(
    (
      await closedOn(
        db,
        stores.map((s) => s.id),
        day,
      )
    ).map((c) => c.store),
  )
  const running = stores.filter((s) => !closed.has(s.id) && clockOf(s, day, now, []).state === 'running')
  if (running.length === 0) return new Map()
  const ids = running.map((s) => s.id)
  const hours = byStore(await hoursOnDays(db, ids, [day]))
  const sums = await sumsOf(db, ids, [{ key: 'day', from: day, to: day }])
  const byId = new Map(running.map((s) => [s.id, s]))
  return new Map(
    sums.map((s) => {
      const clock = clockOf(byId.get(s.store)!, day, now, [])
      return [s.store, counted(s, hours.get(s.store) ?? [], clock).countedTickets - s.countedTickets]
    }),
  )
}

/** One store's, for its board, its people and its report. */
export async function progressOfStore(db: Db, store: StoreSeen, day: Day, now: Date): Promise<StoreKnown> {
  const [known] = await progressOf(db, [store], day, now)
  return known!
}
