import { type Day, weekdayOf } from '../../../platform/kinds/day.ts'
import { weekDays } from './legal-rules.ts'
import type { Demand, HourNeed, Shift, ShiftNeed } from './shape.ts'

/** What usually comes in one hour of one weekday (1 = Monday), as sums over the days counted. */
export interface UsualHour {
  readonly weekday: number
  readonly hour: number
  readonly tickets: number
  readonly traffic: number
}
export interface DemandOf {
  readonly week: Day
  readonly opens: number
  readonly closes: number
  readonly usual: readonly UsualHour[]
  /** Days counted of each weekday. */
  readonly counted: ReadonlyMap<number, number>
  readonly weeks: number
  /** Public holidays of the week: they go like a Saturday. */
  readonly holidays: readonly Day[]
  readonly closed: readonly Day[]
  /** Working days that the people of the store have to give in the week. */
  readonly personDays: number
  readonly shifts: readonly Shift[]
  readonly service: { readonly ticket: number; readonly visitor: number }
  readonly leastThere: number
}

/**
 * How many a week needs where: the days that people have to give are laid on the days of the week as trade is (largest
 * remainder, never fewer than the least), then each day's people on its shifts so that the emptiest hours are filled first.
 */
export function demandOf(of: DemandOf): Demand {
  const days = weekDays(of.week)
  const hours = days.flatMap((day) => hoursOfDay(of, day))
  const loads = days.map((day) =>
    hours.filter((h) => h.day === day).reduce((sum, h) => sum + loadOf(of, h), 0),
  )
  const isOpen = days.map((day) => !of.closed.includes(day))
  const total = loads.reduce((a, b) => a + b, 0)
  const open = isOpen.filter(Boolean).length
  const shares = days.map((_, i) => (!isOpen[i] ? 0 : total > 0 ? loads[i]! / total : 1 / Math.max(1, open)))
  const people = spread(of.personDays, shares, isOpen, of.leastThere)
  const shifts: ShiftNeed[] = []
  const needed: HourNeed[] = []
  for (const [i, day] of days.entries()) {
    const own = hours.filter((h) => h.day === day)
    const perHour = needPerHour(of, own, people[i]!)
    const counts = coverOf(of.shifts, own, perHour, people[i]!)
    // What no arrangement of so many people on these shifts reaches is not asked of anybody.
    const reached = (hour: number): number =>
      of.shifts.reduce((sum, s) => sum + (covers(s, hour) ? (counts.get(s.code) ?? 0) : 0), 0)
    needed.push(...own.map((h, k) => ({ ...h, need: Math.min(perHour[k]!, reached(h.hour)) })))
    for (const shift of of.shifts) shifts.push({ day, code: shift.code, need: counts.get(shift.code) ?? 0 })
  }
  return {
    hours: needed,
    shifts,
    days: days.map((day, i) => ({ day, share: shares[i]!, people: people[i]! })),
    weeks: of.weeks,
  }
}

type Hour = Omit<HourNeed, 'need'>
function hoursOfDay(of: DemandOf, day: Day): Hour[] {
  if (of.closed.includes(day)) return []
  const weekday = of.holidays.includes(day) ? 6 : weekdayOf(day)
  const counted = of.counted.get(weekday) ?? 0
  const end = of.closes > of.opens ? of.closes : of.closes + 1440
  const all: Hour[] = []
  for (let hour = Math.floor(of.opens / 60); hour * 60 < end; hour++) {
    const seen = of.usual.find((u) => u.weekday === weekday && u.hour === hour % 24)
    const mean = (sum: number): number => (counted > 0 ? Math.round((10 * sum) / counted) / 10 : 0)
    all.push({ day, hour, tickets: mean(seen?.tickets ?? 0), traffic: mean(seen?.traffic ?? 0) })
  }
  return all
}
const loadOf = ({ service }: DemandOf, h: Hour): number =>
  h.tickets * service.ticket + h.traffic * service.visitor

/** Whole people over days by their shares: largest remainder, after each open day has its least. */
export function spread(
  all: number,
  shares: readonly number[],
  isOpen: readonly boolean[],
  least: number,
): number[] {
  const open = isOpen.filter(Boolean).length
  const floor = open === 0 ? 0 : Math.min(least, Math.floor(all / open))
  const wish = shares.map((share, i) => (isOpen[i] ? Math.max(floor, share * all) : 0))
  const sum = wish.reduce((a, b) => a + b, 0)
  const scaled = wish.map((w) => (sum > 0 ? (w * all) / sum : 0))
  const whole = scaled.map((w, i) => (isOpen[i] ? Math.max(floor, Math.floor(w)) : 0))
  let left = all - whole.reduce((a, b) => a + b, 0)
  const order = scaled
    .map((w, i) => ({ i, rest: w - whole[i]! }))
    .filter(({ i }) => isOpen[i])
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (let k = 0; left > 0 && order.length > 0; k = (k + 1) % order.length) {
    whole[order[k]!.i]! += 1
    left -= 1
  }
  // Days lifted to their least are paid for by whoever has most above what is hers, one at a time.
  while (left < 0) {
    const over = (i: number): number =>
      whole[i]! > floor ? whole[i]! - scaled[i]! : Number.NEGATIVE_INFINITY
    const most = order.reduce((best, { i }) => (over(i) > over(best) ? i : best), order[0]!.i)
    if (whole[most]! <= floor) break
    whole[most]! -= 1
    left += 1
  }
  return whole
}

/** People on the floor by the hour: at least one, the rest as the trade of the day goes; never more than the day has. */
function needPerHour(of: DemandOf, own: readonly Hour[], people: number): number[] {
  const span = own.length
  if (span === 0 || people === 0) return own.map(() => 0)
  // So many of the day's people are on the floor at a time, the meal taken off.
  const there = (people * 8) / span
  const loads = own.map((h) => loadOf(of, h))
  const total = loads.reduce((a, b) => a + b, 0)
  return loads.map((load) => {
    const part = total > 0 ? (load / total) * span : 1
    // Half of the floor is always kept: somebody has to be there when nobody comes.
    return Math.max(1, Math.min(people, Math.round(there * (0.5 + 0.5 * part))))
  })
}

/** Puts the day's people on shifts one by one, each where most is still missing. */
function coverOf(
  shifts: readonly Shift[],
  own: readonly Hour[],
  need: readonly number[],
  people: number,
): Map<string, number> {
  const counts = new Map<string, number>()
  const full = shifts.filter((s) => s.kind !== 'short')
  if (own.length === 0 || full.length === 0) return counts
  const there = own.map(() => 0)
  for (let n = 0; n < people; n++) {
    let best = full[0]!
    let most = Number.NEGATIVE_INFINITY
    for (const shift of full) {
      let gain = 0
      for (const [k, h] of own.entries()) {
        if (!covers(shift, h.hour)) continue
        const missing = need[k]! - there[k]!
        gain += missing > 0 ? 1 + missing : missing - 1
        if (there[k] === 0) gain += 4
      }
      if (gain > most + 1e-9) {
        most = gain
        best = shift
      }
    }
    counts.set(best.code, (counts.get(best.code) ?? 0) + 1)
    for (const [k, h] of own.entries()) if (covers(best, h.hour)) there[k]! += 1
  }
  return counts
}

/** Whether a shift is on the floor for the greater part of an hour. */
export const covers = (shift: Pick<Shift, 'from' | 'to'>, hour: number): boolean =>
  shift.from <= hour * 60 + 30 && shift.to >= hour * 60 + 30

/** The busiest quarter of the week's hours, as 'weekday hour'; what is heavy to work and good to sell in. */
export function peakHours(usual: readonly UsualHour[]): ReadonlySet<string> {
  const busy = usual
    .map((u) => ({ key: `${u.weekday} ${u.hour}`, load: u.tickets * 12 + u.traffic * 2 }))
    .filter((u) => u.load > 0)
    .sort((a, b) => b.load - a.load || (a.key < b.key ? -1 : 1))
  return new Set(busy.slice(0, Math.ceil(busy.length / 4)).map((u) => u.key))
}
