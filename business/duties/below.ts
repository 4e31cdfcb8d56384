import type { Actor, Position } from '../../platform/access/who.ts'
import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import {
  type AreaTrouble,
  type BelowRow,
  troubleBelow,
  type UnreadOf,
  unreadByClause,
  vacantSeats,
  type Waiting,
} from './below-tables.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import type { Duty } from './catalogue/types.ts'
import { outranks } from './rules.ts'
import { type SeatRow, type Seen, seatsNamed } from './view-tables.ts'

/** Rows shown of what is red below; the totals count all. */
const mostBelow = 12
/** How long what was missed stays red. */
export const justNow = 20 * 3_600_000
/** What is done before its time waits for a look from then on: days ahead in which it may fall due. */
const ahead = 30

/** What is overdue or was just missed below a superior, and what waits for his own look; null for who has nobody below. */
export async function belowOf(db: Db, actor: Actor, today: Day, now: Date, duties: Duties = shipped) {
  const positions = positionsBelow(actor, duties)
  if (positions.length === 0) return null
  const among = seenFrom(actor, duties)
  const red = await troubleBelow(db, among, positions, notRedFor(actor, duties), {
    now,
    since: new Date(now.getTime() - justNow),
    day: today,
    most: mostBelow,
  })
  const areas = red.areas.length > 1 ? red.areas : []
  const ids = [...red.worst.map((r) => r.seat), ...areas.flatMap((a) => a.area ?? [])]
  const named = new Map((await seatsNamed(db, ids, today)).map((s) => [s.id, s]))
  const sum = (of: (a: AreaTrouble) => number) => red.areas.reduce((all, a) => all + of(a), 0)
  return {
    overdue: sum((a) => a.overdue),
    missed: sum((a) => a.missed),
    seats: red.worst.map((row) => seatOf(row, named.get(row.seat), duties)),
    seatsLeftOff: sum((a) => a.seats) - red.worst.length,
    /** One level up, for who sees more than one area. */
    areas: areas.slice(0, mostBelow).map((a) => areaOf(a, named.get(a.area ?? ''))),
    areasLeftOff: Math.max(0, areas.length - mostBelow),
    unread: await unreadOf(db, actor, among, today, now, duties),
    /** Where nobody holds the position, so that nothing falls due and nobody does it. */
    vacant: await vacantOf(db, among, today),
  }
}

export async function vacantOf(db: Db, among: Seen, today: Day) {
  const vacant = await vacantSeats(db, among, today)
  return { count: vacant.length, seats: vacant.slice(0, mostBelow) }
}

/** Done by his own people and not looked at by anybody above: by clause, red once its time has passed. */
export async function unreadOf(
  db: Db,
  actor: Actor,
  among: Seen,
  today: Day,
  now: Date,
  duties: Duties = shipped,
) {
  const rows = await unreadByClause(db, among, waitingFor(actor, today, duties), now)
  return rows.map(({ duty, count, oldest, newest }) => ({
    duty,
    title: titleOf(duty, duties),
    count,
    oldest,
    newest,
    isLate: addDays(oldest, longest[duties.byId.get(duty)!.lookedAfter.every]) < today,
  }))
}
export function waitingFor(
  actor: Actor,
  today: Day,
  { all, live, results }: Duties = shipped,
  only?: string,
): UnreadOf {
  const his = all.filter(
    (d) =>
      (only === undefined || d.id === only) &&
      !results.includes(d.id) &&
      actor.appointments.some((a) => a.position === d.lookedAfter.by),
  )
  const sampled = live.flatMap((d) => d.checks?.duty ?? [])
  const waits = (d: Duty): Waiting => ({
    duty: d.id,
    // Of what a sample is looked at, the others wait no longer than the day after.
    since: addDays(today, sampled.some((id) => id === d.id) ? -1 : -1 - longest[d.lookedAfter.every]),
  })
  /** Seats of an area or of headquarters only. */
  const isAbove = (d: Duty) => d.position === 'areaManager' || d.position === 'operationsDirector'
  return {
    ofStores: his.filter((d) => !isAbove(d)).map(waits),
    above: his.filter(isAbove).map(waits),
    to: addDays(today, ahead),
  }
}
/**
 * Days that a superior who looks every day, week … may take. What was done waits so long and one day more, on which it is late:
 * afterwards it was not looked at, which the weave keeps, and no pile of old days stands on a page.
 */
const longest = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const

export const titleOf = (duty: string, { byId }: Duties = shipped) =>
  byId.get(duty)?.title ?? ([duty, duty] as const)

/**
 * What is never red on somebody's page: results, which no diligence alone brings about; and what each person owes himself,
 * but for who looks after it: from further above it is seen in the weave, and in whether he looks.
 */
const notRedFor = (actor: Actor, { live }: Duties): readonly string[] =>
  live
    .filter((d) => d.isResult || (d.each && !actor.appointments.some((a) => a.position === d.lookedAfter.by)))
    .map((d) => d.id)

const positionsBelow = (actor: Actor, { profiles }: Duties): string[] =>
  profiles
    .map((p) => p.position)
    .filter((position) => actor.appointments.some((a) => outranks(a.position, position)))

/** Everything at and below the places where he leads. */
export function seenFrom(actor: Actor, { profiles }: Duties = shipped): Seen {
  const below = (position: Position) => profiles.some((p) => outranks(position, p.position))
  const leads = actor.appointments.filter((a) => below(a.position))
  return leads.some((a) => a.store === undefined && a.area === undefined)
    ? { stores: null, areas: null }
    : {
        stores: leads.flatMap((a) => [...(a.store ? [a.store] : []), ...a.areaStores]),
        areas: leads.flatMap((a) => a.area ?? []),
      }
}

const seatOf = (
  { seat, store, area, overdue, missed, duties }: BelowRow,
  named: SeatRow | undefined,
  all: Duties,
) => ({
  seat,
  store,
  area,
  name: named?.name ?? null,
  nameEn: named?.nameEn ?? null,
  holder: named?.holder ?? null,
  overdue,
  missed,
  duties: duties.map((duty) => ({ duty, title: titleOf(duty, all) })),
})
const areaOf = ({ area, seats, overdue, missed }: AreaTrouble, named: SeatRow | undefined) => ({
  area,
  name: named?.name ?? null,
  nameEn: named?.nameEn ?? null,
  holder: named?.holder ?? null,
  seats,
  overdue,
  missed,
})
