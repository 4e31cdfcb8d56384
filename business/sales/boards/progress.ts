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
import { cents, type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { lunarNewYears } from '../../targets/forecast/holidays.ts'
import { type AlignedPeriod, type Alignment, alignPeriod, comparisonDay, type LunarNewYears } from '../metrics/alignment.ts'
import { splitGapToTarget } from '../metrics/gap.ts'
import { sameStores } from '../metrics/same-store.ts'
import { addSums, clockOf, dayEndOf, figuresOf, inSeason, type MonthDays, monthOf, nothingSold, ratioOf, seasonOf, tradeOf } from './rules.ts'
import type { Known } from './scope-rules.ts'
import { type Compared, type DayClock, type StoreSeen, type TradeSum, type YearAlignment, type YearCompared, yearAlignments } from './shape.ts'
import { chainMonths, closedDaysIn, closedOn, type HourSeen, hoursOnDays, hourSums, monthDays, netOnDays, sumsOf } from './tables.ts'

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

/** For each store whose day still runs, by how much its counted tickets differ from the day's total. */
export async function runningCorrection(
  db: Db,
  stores: readonly StoreSeen[],
  day: Day,
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const closed = new Set((await closedOn(db, stores.map((s) => s.id), day)).map((c) => c.store))
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

interface Aligned {
  readonly alignment: YearAlignment
  /** The month's days before the day asked about, and with it. */
  readonly before: AlignedPeriod
  readonly through: AlignedPeriod
}
type LeftOut = YearCompared['leftOut']

/** The month's days that are over in this store, against the same days a year ago; none, no comparison. */
function yearOf(
  { alignment, before, through }: Aligned,
  isOver: boolean,
  net: Money,
  then: { before: Money; day: (day: Day) => Money; leftOut: LeftOut },
): YearCompared[] {
  const period = isOver ? through : before
  const days = period.pairs.flatMap((p) => (p.with ? [p.with] : []))
  if (days.length === 0 || period.without.length > 0) return []
  const sum = isOver ? cents(then.before + then.day(days.at(-1)!.day)) : then.before
  const sorted = days.map((d) => d.day).sort()
  return [
    {
      alignment,
      by: days.some((d) => d.by === alignment) ? alignment : days[0]!.by,
      from: sorted[0]!,
      to: sorted.at(-1)!,
      net,
      then: sum,
      ratio: ratioOf(net, sum),
      leftOut: then.leftOut,
    },
  ]
}

/** Which stores did not trade through both periods, by alignment. */
async function leftOutOf(
  db: Db,
  stores: readonly StoreSeen[],
  aligned: readonly Aligned[],
  from: Day,
  to: Day,
): Promise<(store: string, alignment: YearAlignment) => LeftOut> {
  const found = new Map<string, LeftOut>()
  const ids = stores.map((s) => s.id)
  for (const { alignment, through } of aligned) {
    const days = through.pairs.flatMap((p) => (p.with ? [p.with.day] : [])).sort()
    if (days.length === 0) continue
    const then = { from: days[0]!, to: days.at(-1)! }
    const closed = new Map((await closedDaysIn(db, ids, { from, to }, then)).map((c) => [c.store, c.days]))
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
  return (store, alignment) => found.get(`${store} ${alignment}`) ?? null
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
