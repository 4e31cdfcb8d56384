import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { areaOfSeat, joined, type Seen, seen } from './view-tables.ts'

export interface BelowRow {
  readonly seat: string
  readonly store: string
  readonly area: string | null
  readonly overdue: number
  readonly missed: number
  /** The clauses concerned. */
  readonly duties: string[]
}
/**
 * Seats below with something overdue now, or missed since `since`; the worst first. Who sees everything reads all that is
 * overdue in the chain; who sees some seats what is owed, or was settled since, at these.
 */
export const troubleBelow = (
  db: Db,
  among: Seen,
  positions: readonly string[],
  without: readonly string[],
  now: Date,
  since: Date,
): Promise<BelowRow[]> =>
  db.query<BelowRow>(
    `select i.seat_id as seat, i.store_id as store, min((${areaOfSeat})::text) as area,
       count(*) filter (where i.missed_at is null or i.missed_at > $1::timestamptz)::int as overdue,
       count(*) filter (where i.missed_at <= $1::timestamptz)::int as missed, array_agg(distinct i.duty order by i.duty) as duties
     ${joined} where (i.store_id, i.id) in (${among.stores === null ? troubleAnywhere : troubleAtSeats})
       and ${seen} and i.position = any($4::text[]) and i.duty <> all($6::text[]) and d.instance_id is null and e.instance_id is null
       and i.due_at <= $1::timestamptz and (i.missed_at is null or i.missed_at > $5::timestamptz)
     group by i.seat_id, i.store_id
     order by count(*) desc, i.seat_id`,
    [now.toISOString(), among.stores, among.areas, positions, since.toISOString(), without],
  )
/** What the reader is never shown is left out before anything is joined: it is most of what is owed. */
const shown = 'position = any($4::text[]) and duty <> all($6::text[])'
const troubleAnywhere = `
  select store_id, id from duty_instance where settled_at is null and due_at <= $1::timestamptz and ${shown}
  union select store_id, instance_id from duty_lapse where kind = 'missed' and at > $5::timestamptz`
const troubleAtSeats = `
  select store_id, id from duty_instance where seat_id = any($2::uuid[] || $3::uuid[]) and settled_at is null and due_at <= $1::timestamptz and ${shown}
  union select store_id, id from duty_instance where seat_id = any($2::uuid[] || $3::uuid[]) and settled_at > $5::timestamptz and ${shown}`

export interface VacantSeat {
  readonly seat: string
  readonly name: string
  readonly nameEn: string | null
  /** The last day on which somebody held it; null where nobody ever did. */
  readonly since: Day | null
}
/** Stores without a store manager and areas without an area manager on a day: nothing falls due there, and nobody does it. */
export const vacantSeats = (db: Db, among: Seen, day: Day): Promise<VacantSeat[]> =>
  db.query<VacantSeat>(
    `select x.id as seat, x.name, x.name_en as "nameEn", (select max(a.to_day) from appointment a
         where coalesce(a.store_id, a.area_id, '${companyWide}'::uuid) = x.id and a.position = x.position and a.to_day < $3) as since
     from (
       select id, code, name, name_en, opened_on, closed_on, 'storeManager' as position from store where $1::uuid[] is null or id = any($1::uuid[])
       union all
       select id, code, name, name_en, opened_on, closed_on, 'areaManager' from area where $2::uuid[] is null or id = any($2::uuid[])) x
     where x.opened_on <= $3 and (x.closed_on is null or x.closed_on >= $3) and not exists (
       select from appointment a where coalesce(a.store_id, a.area_id, '${companyWide}'::uuid) = x.id and a.position = x.position
         and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3))
     order by x.position, x.code`,
    [among.stores, among.areas, day],
  )

export interface UnreadRow {
  readonly duty: string
  readonly count: number
  readonly oldest: Day
  readonly newest: Day
}
/** $2, $3: whom the reader sees. $4: clauses; $5, $6: days; $7: those of which only a sample is looked at, since $8. */
const unread = `${seen} and i.duty = any($4::text[]) and i.day between $5 and $6 and (i.duty <> all($7::text[]) or i.day >= $8) and d.at <= $1::timestamptz and not exists (
  select from duty_oversight v where v.store_id = i.store_id and v.instance_id = i.id and v.at >= d.at)`
const done = `from duty_instance i join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id`

export interface UnreadOf {
  readonly duties: readonly string[]
  readonly from: Day
  readonly to: Day
  /** Clauses of which a stated sample is looked at: the others of a day wait no longer than the day after. */
  readonly sampled: readonly string[]
  readonly sampledFrom: Day
}
const values = (among: Seen, of: UnreadOf, now: Date): unknown[] => [
  now.toISOString(),
  among.stores,
  among.areas,
  of.duties,
  of.from,
  of.to,
  of.sampled,
  of.sampledFrom,
]
/** What was done on these days and nobody above has looked at since, by clause. */
export const unreadByClause = (db: Db, among: Seen, of: UnreadOf, now: Date): Promise<UnreadRow[]> =>
  db.query<UnreadRow>(
    `select i.duty, count(*)::int as count, min(i.day) as oldest, max(i.day) as newest ${done} where ${unread}
     group by i.duty order by min(i.day), i.duty`,
    values(among, of, now),
  )
/** Their instances, the oldest first. */
export const unreadInstances = (
  db: Db,
  among: Seen,
  of: UnreadOf,
  most: number,
  now: Date,
): Promise<{ store: string; id: string }[]> =>
  db.query(
    `select i.store_id as store, i.id ${done} where ${unread} order by i.day, i.duty, i.store_id limit $9`,
    [...values(among, of, now), most],
  )
