import type { Db } from '../../../../platform/database/database.ts'
import { addDays, type Day, firstDay, lastDay, type Month } from '../../../../platform/kinds/day.ts'
import { companyWide } from '../../../../platform/kinds/id.ts'
import { type ScopeStanding, standingOf } from '../figures.ts'
import { asOfOn, byWinBack, sinceOf } from '../rules.ts'
import type { Standing } from '../shape.ts'
import { hasReached, isShort, monthTogether } from './rules.ts'
import type { ChaseList, FiledLine } from './shape.ts'
import { findClose, findList, findListBefore, listsOn, storeMonths } from './tables.ts'

/** How far back the last list is looked for: over a holiday, not over a season. */
const lookBack = 14

/** One store or area of the list, with what is written about it. */
export interface Chased extends Standing {
  readonly line: FiledLine | null
}

export interface Read {
  readonly asOf: Day | null
  readonly standing: ScopeStanding
  /** The seats that the list is about: the stores of the area, or the areas of the company. */
  readonly seats: readonly Standing[]
}
const nothing: ScopeStanding = { figures: null, stores: [], areas: [] }

/** How the seats of a list stand on its day. `area` null: the director's list over areas. */
export async function readSeats(db: Db, area: string | null, day: Day, now: Date): Promise<Read> {
  const asOf = asOfOn(day)
  // On the first of the month nothing has run yet: the seats are known, and none of them is behind.
  const standing = await standingOf(db, { stores: null, area }, asOf ?? addDays(day, -1), now)
  if (asOf !== null) return { asOf, standing, seats: area === null ? standing.areas : standing.stores }
  const fresh = (s: Standing): Standing => ({ ...s, figures: null, behind: false })
  return { asOf, standing: nothing, seats: (area === null ? standing.areas : standing.stores).map(fresh) }
}

/** Who is behind, what is written about it, and what came of the last list. */
export async function listSeen(db: Db, area: string | null, day: Day, today: Day, now: Date) {
  const { asOf, standing, seats } = await readSeats(db, area, day, now)
  const seat = area ?? companyWide
  const filed = await findList(db, seat, day)
  const before = await findListBefore(db, seat, day, addDays(day, -lookBack))
  const besides = new Set(
    area === null ? standing.stores.flatMap((s) => (s.behind ? (s.area ?? []) : [])) : [],
  )
  const chased = chasedOf(seats, filed, besides)
  return {
    day,
    today,
    asOf,
    figures: filed ? filed.figures : standing.figures,
    filed: filed ? headOf(filed) : null,
    lines: chased,
    /** Seats with a target that keep pace, and those without one. */
    onPace: seats.filter((s) => s.figures !== null && !s.behind).length,
    withoutTarget: asOf === null ? 0 : seats.filter((s) => s.figures === null).length,
    seats: seats.length,
    before: before ? { ...headOf(before), lines: broughtOf(before, seats) } : null,
    standing,
  }
}

const headOf = ({ id, day, version, madeByName, madeAt, behind, asOf }: ChaseList) => ({
  id,
  day,
  version,
  madeByName,
  madeAt,
  behind,
  asOf,
})

/** A filed list keeps the figures with which it was filed. An area that keeps pace is shown where a store of it does not. */
function chasedOf(
  seats: readonly Standing[],
  filed: ChaseList | undefined,
  besides: ReadonlySet<string>,
): Chased[] {
  const lines = new Map((filed?.lines ?? []).map((l) => [l.seat, l]))
  return seats
    .filter((s) => s.behind || lines.has(s.seat) || besides.has(s.seat))
    .map((s): Chased => {
      const line = lines.get(s.seat) ?? null
      return { ...s, ...(line ? { figures: line.figures, behind: line.behind } : {}), line }
    })
    .sort((a, b) => Number(b.behind) - Number(a.behind) || byWinBack(a, b))
}

/** The lines of the last list with how their seats stood then and stand now. */
const broughtOf = (before: ChaseList, seats: readonly Standing[]) =>
  before.lines.map((line) => {
    const now = seats.find((s) => s.seat === line.seat)
    return { ...line, behindNow: now?.behind ?? false, since: sinceOf(line.figures, now?.figures ?? null) }
  })

/** Areas that lag, and those with a store that does: under each these stores, and whether its manager has handed in his own list. */
export async function companySeen(db: Db, day: Day, today: Day, now: Date) {
  const { standing, ...seen } = await listSeen(db, null, day, today, now)
  const areas = await listsOn(
    db,
    standing.areas.map((a) => a.seat),
    day,
  )
  return {
    ...seen,
    lines: seen.lines.map((line) => ({
      ...line,
      stores: standing.stores.filter((s) => s.area === line.seat && s.behind).sort(byWinBack),
      list: areas.find((l) => l.seat === line.seat) ?? null,
    })),
    /** Areas whose manager has handed in the day’s list, of all areas. */
    handedIn: areas.length,
  }
}

/** The stores of an area and their month: who reached it, who did not, and what was said. */
export async function monthSeen(db: Db, area: string, month: Month) {
  const stores = await storeMonths(db, area, firstDay(month), lastDay(month))
  const filed = (await findClose(db, area, month)) ?? null
  return {
    month,
    filed,
    total: monthTogether(stores),
    stores: [...stores]
      .map((s) => ({
        ...s,
        reached: hasReached(s),
        short: isShort(s),
        words: filed?.lines.find((l) => l.seat === s.seat)?.words ?? null,
      }))
      .sort((a, b) => Number(b.short) - Number(a.short) || shareOf(a) - shareOf(b)),
  }
}
const shareOf = (s: { net: number; target: number | null }): number =>
  s.target ? s.net / s.target : Number.POSITIVE_INFINITY
