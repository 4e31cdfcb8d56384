import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
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
/** Seats below with something overdue now, or missed since `since`; the worst first. */
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
     ${joined} where ${seen} and i.position = any($4::text[]) and i.duty <> all($6::text[]) and d.instance_id is null and e.instance_id is null
       and i.due_at <= $1::timestamptz and (i.missed_at is null or i.missed_at > $5::timestamptz)
     group by i.seat_id, i.store_id
     order by count(*) desc, i.seat_id`,
    [now.toISOString(), among.stores, among.areas, positions, since.toISOString(), without],
  )

export interface UnreadRow {
  readonly duty: string
  readonly count: number
  readonly oldest: Day
  readonly newest: Day
}
/** $2, $3: whom the reader sees. $4: clauses; $5, $6: days. */
const unread = `${seen} and i.duty = any($4::text[]) and i.day between $5 and $6 and d.at <= $1::timestamptz and not exists (
  select from duty_oversight v where v.store_id = i.store_id and v.instance_id = i.id and v.at >= d.at)`
const done = `from duty_instance i join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id`

export interface UnreadOf {
  readonly duties: readonly string[]
  readonly from: Day
  readonly to: Day
}
const values = (among: Seen, { duties, from, to }: UnreadOf, now: Date): unknown[] => [
  now.toISOString(),
  among.stores,
  among.areas,
  duties,
  from,
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
    `select i.store_id as store, i.id ${done} where ${unread} order by i.day, i.duty, i.store_id limit $7`,
    [...values(among, of, now), most],
  )
