import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { type Seen, seen } from './view-tables.ts'

export interface TroubleCounts {
  readonly overdue: number
  readonly missed: number
}
export interface BelowRow extends TroubleCounts {
  readonly seat: string
  readonly store: string
  readonly area: string | null
  /** The clauses concerned. */
  readonly duties: string[]
}
/** All seats of an area, or those of headquarters and of stores without one (null). */
export interface AreaTrouble extends TroubleCounts {
  readonly area: string | null
  readonly seats: number
}
export interface Trouble {
  /** The worst seats, most first, as many as asked for. */
  readonly worst: readonly BelowRow[]
  readonly areas: readonly AreaTrouble[]
}
/**
 * Seats below with something overdue now, or missed since `since`. An instance that nobody settled is neither done nor excused,
 * and one that its lapse settled was missed and nothing else (invariants): only what is owed or was just missed is read. Sums
 * are made where the rows are, so that ten thousand stores answer in a page.
 */
export async function troubleBelow(
  db: Db,
  among: Seen,
  positions: readonly string[],
  without: readonly string[],
  { now, since, day, most }: { now: Date; since: Date; day: Day; most: number },
): Promise<Trouble> {
  const sees =
    among.stores === null
      ? '$2::uuid[] is null and $3::uuid[] is null'
      : 'seat_id = any($2::uuid[] || $3::uuid[])'
  const [found] = await db.query<Trouble>(
    `with red as materialized (
       select seat_id, store_id, duty, coalesce(missed_at <= $1::timestamptz, false) as missed from duty_instance
       where settled_at is null and due_at <= $1::timestamptz and (missed_at is null or missed_at > $5::timestamptz) and ${shown} and ${sees}
       union all
       select i.seat_id, i.store_id, i.duty, true from duty_lapse l join duty_instance i on i.store_id = l.store_id and i.id = l.instance_id
       where l.kind = 'missed' and l.at > $5::timestamptz and l.at <= $1::timestamptz and i.settled_at = l.at and ${shown} and ${sees}
     ), by_seat as (
       select seat_id, store_id, count(*) filter (where not missed) as overdue, count(*) filter (where missed) as missed
       from red group by seat_id, store_id
     ), placed as materialized (
       select s.*, case when s.store_id = '${companyWide}' then nullif(s.seat_id, '${companyWide}') else (
         select m.area_id from store_area m where m.store_id = s.store_id and m.from_day <= $7 order by m.from_day desc limit 1) end as area
       from by_seat s
     ), worst as (
       select * from placed order by overdue + missed desc, seat_id limit $8)
     select
       coalesce((select json_agg(json_build_object('seat', seat_id, 'store', store_id, 'area', area, 'overdue', overdue, 'missed', missed, 'duties', (
           select json_agg(distinct r.duty) from red r where r.seat_id = w.seat_id and r.store_id = w.store_id)) order by overdue + missed desc, seat_id)
         from worst w), '[]') as worst,
       coalesce((select json_agg(json_build_object('area', area, 'seats', seats, 'overdue', overdue, 'missed', missed) order by overdue + missed desc, area)
         from (select area, count(*) as seats, sum(overdue) as overdue, sum(missed) as missed from placed group by area) a), '[]') as areas`,
    [now.toISOString(), among.stores, among.areas, positions, since.toISOString(), without, day, most],
  )
  return found ?? { worst: [], areas: [] }
}
/** What the reader is never shown: it is most of what is owed. */
const shown = 'position = any($4::text[]) and duty <> all($6::text[])'

export interface VacantSeat {
  readonly seat: string
  readonly name: string
  readonly nameEn: string | null
  /** The last day on which somebody held it; null where nobody ever did. */
  readonly since: Day | null
}
const seatOf = `coalesce(a.store_id, a.area_id, '${companyWide}'::uuid)`
/** As the index of those who lead has it. */
const leading = `a.position in ('storeManager', 'areaManager')`
/** Stores without a store manager and areas without an area manager on a day: nothing falls due there, and nobody does it. */
export const vacantSeats = (db: Db, among: Seen, day: Day): Promise<VacantSeat[]> =>
  db.query<VacantSeat>(
    `with held as materialized (
       select ${seatOf} as seat, a.position from appointment a where ${leading} and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3))
     select x.id as seat, x.name, x.name_en as "nameEn", (select max(a.to_day) from appointment a
         where ${seatOf} = x.id and a.position = x.position and ${leading} and a.to_day < $3) as since
     from (
       select id, code, name, name_en, opened_on, closed_on, 'storeManager' as position from store where $1::uuid[] is null or id = any($1::uuid[])
       union all
       select id, code, name, name_en, opened_on, closed_on, 'areaManager' from area where $2::uuid[] is null or id = any($2::uuid[])) x
     where x.opened_on <= $3 and (x.closed_on is null or x.closed_on >= $3)
       and not exists (select from held h where h.seat = x.id and h.position = x.position)
     order by x.position, x.code`,
    [among.stores, among.areas, day],
  )

export interface UnreadRow {
  readonly duty: string
  readonly count: number
  readonly oldest: Day
  readonly newest: Day
}
/** $2, $3: whom the reader sees; $4, $5: clauses that stores hold, each with the day since when it waits; $6, $7: those above; $8: until. */
const unread = `i.day <= $8 and d.at <= $1::timestamptz and not exists (
  select from duty_oversight v where v.store_id = i.store_id and v.instance_id = i.id and v.at >= d.at)`
/**
 * What areas and headquarters did is found among the company's own rows, not among all that ten thousand stores did. A part
 * that nothing is asked of is cut before it is planned, or it would be looked for everywhere.
 */
const done = `from (
    select i.* from duty_instance i where cardinality($4::text[]) > 0 and i.duty = any($4::text[]) and ${seen}
    union all
    select i.* from duty_instance i where cardinality($6::text[]) > 0 and i.store_id = '${companyWide}' and i.duty = any($6::text[])
      and ($3::uuid[] is null or i.seat_id = any($3::uuid[]))
  ) i join unnest($4::text[] || $6::text[], $5::date[] || $7::date[]) as c (duty, since) on c.duty = i.duty and i.day >= c.since
  join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id`

/** A clause, and the day since when what was done of it waits for a look. */
export interface Waiting {
  readonly duty: string
  readonly since: Day
}
export interface UnreadOf {
  readonly ofStores: readonly Waiting[]
  /** Held by areas and headquarters. */
  readonly above: readonly Waiting[]
  readonly to: Day
}
const values = (among: Seen, { ofStores, above, to }: UnreadOf, now: Date): unknown[] => [
  now.toISOString(),
  among.stores,
  among.areas,
  ofStores.map((w) => w.duty),
  ofStores.map((w) => w.since),
  above.map((w) => w.duty),
  above.map((w) => w.since),
  to,
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
