import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { cents, type Money, sum, zero } from '../../../platform/kinds/money.ts'
import { lunarNewYears } from '../../targets/forecast/holidays.ts'
import type { AlignedPeriod, Alignment, LunarNewYears } from '../metrics/alignment.ts'
import { sameStores } from '../metrics/same-store.ts'
import { ratioOf } from './rules.ts'
import type { Compared, DayClock, StoreSeen, YearAlignment, YearCompared } from './shape.ts'
import { closedDaysIn, type HourSeen } from './tables.ts'

export const newYears: LunarNewYears = Object.fromEntries(lunarNewYears)

/** The day against one other: at the same time of day while it runs. */
export function comparedOf(
  alignment: Alignment,
  other: { day: Day; by: Alignment },
  net: Money | null,
  today: Money,
  clock: DayClock,
  hours: readonly HourSeen[],
): Compared {
  const byNow =
    clock.state === 'over'
      ? net
      : net === null
        ? null
        : soFar(
            hours.filter((h) => h.day === other.day),
            net,
            clock,
          )
  return { alignment, by: other.by, day: other.day, net, byNow, ratio: ratioOf(today, byNow) }
}

/** What another day had sold by this time of the day; null where its hours are not all known. */
function soFar(hours: readonly HourSeen[], net: Money, clock: DayClock): Money | null {
  if (sum(hours.map((h) => h.net)) !== net) return null
  const before = hours.filter((h) => h.hour < clock.hour).reduce((total, h) => total + h.net, 0)
  const running = hours.find((h) => h.hour === clock.hour)?.net ?? 0
  return cents(before + Math.round((running * (clock.minutes % 60)) / 60))
}

export interface Aligned {
  readonly alignment: YearAlignment
  /** The month's days before the day asked about, and with it. */
  readonly before: AlignedPeriod
  readonly through: AlignedPeriod
}
type LeftOut = YearCompared['leftOut']

/** The month's days that are over in this store, against the same days a year ago; none, no comparison. */
export function yearOf(
  { alignment, before, through }: Aligned,
  isOver: boolean,
  net: Money,
  past: { before: Money; day: (day: Day) => Money; leftOut: LeftOut },
): YearCompared[] {
  const period = isOver ? through : before
  const days = period.pairs.flatMap((p) => (p.with ? [p.with] : []))
  if (days.length === 0 || period.without.length > 0) return []
  const sum = isOver ? cents(past.before + past.day(days.at(-1)!.day)) : past.before
  const sorted = days.map((d) => d.day).sort()
  return [
    {
      alignment,
      by: days.some((d) => d.by === alignment) ? alignment : days[0]!.by,
      from: sorted[0]!,
      to: sorted.at(-1)!,
      net,
      lastYear: sum,
      ratio: ratioOf(net, sum),
      leftOut: past.leftOut,
    },
  ]
}

/** Which stores did not trade through both periods, by alignment. */
export async function leftOutOf(
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
