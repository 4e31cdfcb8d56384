import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Counts, Due, DutyState, ExcuseKind, Role } from './shape.ts'

/** The one place where a state is told from the records; `now` is the parameter that holds the instant. */
export const stateAt = (now: string): string => `case
  when d.instance_id is not null then case
    when d.at <= i.due_at then 'inTime' when i.missed_at is null or d.at <= i.missed_at then 'late' else 'missed' end
  when e.instance_id is not null then 'excused'
  when i.missed_at <= ${now}::timestamptz then 'missed'
  when i.due_at <= ${now}::timestamptz then 'overdue'
  when i.opens_at <= ${now}::timestamptz then 'open' else 'ahead' end`
const joinedTo = (instances: string): string => `from ${instances} i
  left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
  left join duty_excuse e on e.store_id = i.store_id and e.instance_id = i.id`
export const joined = joinedTo('duty_instance')
export const countsOf = (state: string): string =>
  ['inTime', 'late', 'missed', 'overdue', 'open', 'excused']
    .map((s) => `count(*) filter (where ${state} = '${s}')::int as "${s}"`)
    .join(', ')

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export interface InstanceRow {
  readonly store: string
  readonly id: string
  readonly duty: string
  readonly edition: string
  readonly position: string
  readonly seat: string
  readonly seatName: string | null
  readonly seatNameEn: string | null
  readonly timeZone: string
  readonly holder: string | null
  readonly holderName: string | null
  readonly cadence: Due['cadence']
  readonly period: string
  readonly day: Day
  readonly opensAt: string
  readonly dueAt: string
  readonly missedAt: string | null
  readonly minutes: number
  readonly state: DutyState
  readonly proof: {
    at: string
    by: string
    byName: string
    onBehalfOf: string | null
    onBehalfOfName: string | null
    role: Role
    action: string
    record: string | null
    /** Of what waited on a phone without network: when it came in, and whether the phone's clock was moved meanwhile. */
    waited: { arrivedAt: string; isDoubtful: boolean } | null
  } | null
  readonly excuse: { kind: ExcuseKind; byName: string | null; at: string; why: string } | null
  /** How many of the stated sample have been looked through; null where none is stated. */
  readonly sample: { of: number; checked: number } | null
  readonly reopened: number
}
/**
 * Instances with their state, proof and excuse. $1 is the instant that states are told for. So many tables are joined that
 * the planner keeps the order written: what narrows the instances must stand first, as a named query of its own.
 */
const instancesFrom = (
  instances: string,
): string => `select i.store_id as store, i.id, i.duty, i.edition_id as edition, i.position, i.seat_id as seat,
    coalesce(s.name, a.name) as "seatName", coalesce(s.name_en, a.name_en) as "seatNameEn",
    coalesce(s.time_zone, (select time_zone from company)) as "timeZone",
    nullif(i.holder_id, '${companyWide}') as holder, h.name as "holderName", i.cadence, i.period, i.day,
    i.opens_at as "opensAt", i.due_at as "dueAt", i.missed_at as "missedAt", i.minutes, ${stateAt('$1')} as state,
    case when d.instance_id is null then null else json_build_object('at', ${instant('d.at')}, 'by', d.by, 'byName', coalesce(p.name, ''),
      'onBehalfOf', d.on_behalf_of, 'onBehalfOfName', o.name, 'role', d.role, 'action', d.action, 'record', d.record,
      'waited', (select json_build_object('arrivedAt', ${instant('w.arrived_at')}, 'isDoubtful', w.is_doubtful) from waited_act w
        where w.store_id = d.store_id and w.seq = d.proof_seq and d.proof_store = d.store_id)) end as proof,
    case when e.instance_id is null or d.instance_id is not null then null else json_build_object('kind', e.kind, 'byName', q.name, 'at', ${instant('e.at')},
      'why', e.why) end as excuse,
    (select case when count(*) = 0 then null else json_build_object('of', count(*)::int, 'checked', count(*) filter (where exists (
        select 1 from duty_oversight v where v.store_id = c.store_id and v.instance_id = c.instance_id and v.kind <> 'opened'))::int) end
      from duty_check c where c.by_instance = i.id) as sample,
    (select count(*)::int from duty_reopening r where r.store_id = i.store_id and r.instance_id = i.id) as reopened
  ${joinedTo(instances)}
  left join store s on s.id = i.seat_id left join area a on a.id = i.seat_id
  left join person h on h.id = i.holder_id left join person p on p.id = d.by left join person o on o.id = d.on_behalf_of
  left join person q on q.id = e.by`
const instanceSql = instancesFrom('duty_instance')

export interface SeatHeld {
  readonly position: string
  readonly seat: string
  /** Whose own duties count: the person, or whoever he stands in for. */
  readonly person: string
}
/**
 * What concerns somebody just now: everything still to be made good, what became done since `since`, and what was missed or
 * excused since then. What perished before he came is not his; a debt stays with the seat. Reads what is owed, what was
 * settled since, and what falls due about now: never the whole history.
 */
export const instancesOfSeats = (
  db: Db,
  seats: readonly SeatHeld[],
  now: Date,
  since: Date,
): Promise<InstanceRow[]> =>
  db.query<InstanceRow>(
    `with found as materialized (
       select store_id, id from duty_instance where seat_id = any($3::uuid[]) and settled_at is null
       union select store_id, id from duty_instance where seat_id = any($3::uuid[]) and settled_at >= $5::timestamptz
       union select store_id, id from duty_instance where seat_id = any($3::uuid[])
         and day between $5::timestamptz::date - 2 and $1::timestamptz::date + 2
     ), mine as materialized (
       select n.*, m.person as mine from found f join duty_instance n on n.store_id = f.store_id and n.id = f.id
       join unnest($2::text[], $3::uuid[], $4::uuid[]) as m (position, seat, person)
         on m.position = n.position and m.seat = n.seat_id and n.holder_id in ('${companyWide}', m.person)
     ) ${instancesFrom('mine')}
     where case when d.instance_id is not null then d.at >= $5::timestamptz or i.due_at between $5::timestamptz and $1::timestamptz + interval '1 day'
         when e.instance_id is not null then i.due_at >= $5::timestamptz
         else i.missed_at is null or i.missed_at >= $5::timestamptz end
       and i.opens_at <= $1::timestamptz + interval '14 days'
       and (i.missed_at is null or i.day >= coalesce((
         select min(t.from_day) from appointment t where t.person_id = i.mine and t.position = i.position
           and coalesce(t.store_id, t.area_id, '${companyWide}'::uuid) = i.seat_id
           and coalesce(t.to_day, 'infinity') >= $1::timestamptz::date), i.day))
     order by i.due_at, i.duty, i.id`,
    [
      now.toISOString(),
      seats.map((s) => s.position),
      seats.map((s) => s.seat),
      seats.map((s) => s.person),
      since.toISOString(),
    ],
  )

export const findInstance = (
  db: Db,
  store: string,
  id: string,
  now: Date,
): Promise<InstanceRow | undefined> =>
  one<InstanceRow>(db, `${instanceSql} where i.store_id = $2 and i.id = $3`, [now.toISOString(), store, id])

/** What records discharge: one, or all versions of one matter. */
export const instancesOfRecord = (db: Db, records: readonly string[], now: Date): Promise<InstanceRow[]> =>
  db.query<InstanceRow>(
    `${instanceSql} where d.record = any($2::text[]) order by i.duty, i.period limit 20`,
    [now.toISOString(), records],
  )

/** What a clause brought about: the latest instances that have opened, newest first, within reach of the reader. */
export const instancesOfClause = (
  db: Db,
  duty: string,
  among: Seen,
  only: { state: DutyState | null; area: string | null },
  now: Date,
  most: number,
): Promise<InstanceRow[]> =>
  db.query<InstanceRow>(
    `${instanceSql} where i.duty = $4 and ${seen} and i.opens_at <= $1::timestamptz and ($5::text is null or ${stateAt('$1')} = $5)
       and ($6::uuid is null or ${areaOfSeat} = $6)
     order by i.due_at desc, i.id limit $7`,
    [now.toISOString(), among.stores, among.areas, duty, only.state, only.area, most],
  )

/** Where an instance is held, for the guard. */
export const seatOfInstance = (
  db: Db,
  store: string,
  id: string,
): Promise<{ store: string; seat: string; position: string } | undefined> =>
  one(
    db,
    'select store_id as store, seat_id as seat, position from duty_instance where store_id = $1 and id = $2',
    [store, id],
  )

export interface SampleRow {
  readonly byInstance: string
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly instance: string
  readonly duty: string
  readonly period: string
  readonly day: Day
  readonly risk: number
  readonly checked: boolean
}
/** The stated samples of superiors' instances. */
export const samplesOf = (db: Db, byInstances: readonly string[]): Promise<SampleRow[]> =>
  db.query<SampleRow>(
    `select c.by_instance as "byInstance", c.store_id as store, s.name as "storeName", s.name_en as "storeNameEn", c.instance_id as instance,
       i.duty, i.period, i.day, c.risk, exists (select 1 from duty_oversight v where v.store_id = c.store_id
         and v.instance_id = c.instance_id and v.kind <> 'opened') as checked
     from duty_check c join duty_instance i on i.store_id = c.store_id and i.id = c.instance_id join store s on s.id = c.store_id
     where c.by_instance = any($1::uuid[]) order by c.risk desc, s.code`,
    [byInstances],
  )

/** Which area a seat counts for: a store's on that day, an area itself, none for headquarters. */
export const areaOfSeat = `case when i.store_id = '${companyWide}' then nullif(i.seat_id, '${companyWide}') else (
  select m.area_id from store_area m where m.store_id = i.store_id and m.from_day <= i.day order by m.from_day desc limit 1) end`
/** $2: stores seen, null for all; $3: areas seen, null for all. Headquarters' own only to who sees all. */
export const seen = `($2::uuid[] is null or i.store_id = any($2::uuid[]) or i.store_id = '${companyWide}' and i.seat_id = any($3::uuid[]))`

export interface Seen {
  readonly stores: readonly string[] | null
  readonly areas: readonly string[] | null
}

export interface ClauseCount extends Counts {
  readonly duty: string
  readonly area: string | null
}
/** By clause and area, of the instances that fell due on these days or have opened and fall due later. */
export const countsByClause = (db: Db, among: Seen, from: Day, to: Day, now: Date): Promise<ClauseCount[]> =>
  db.query<ClauseCount>(
    `select duty, area, ${countsOf('state')} from (
       select i.duty, ${areaOfSeat} as area, ${stateAt('$1')} as state ${joined}
       where i.day >= $4 and (i.day <= $5 or i.opens_at <= $1::timestamptz) and ${seen}) x
     where state <> 'ahead' group by duty, area`,
    [now.toISOString(), among.stores, among.areas, from, to],
  )

export interface SeatRow {
  readonly id: string
  readonly kind: 'store' | 'area'
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly area: string | null
  readonly areaName: string | null
  readonly areaNameEn: string | null
  readonly storeKind: string | null
  readonly holder: string | null
}
/** Stores and areas by name, with who manages them on the day. */
export const seatsNamed = (db: Db, ids: readonly string[], day: Day): Promise<SeatRow[]> =>
  db.query<SeatRow>(
    `with manager as (
       select distinct on (1) coalesce(a.store_id, a.area_id, '${companyWide}'::uuid) as seat, p.name from appointment a
       join person p on p.id = a.person_id where a.position in ('storeManager', 'areaManager')
         and coalesce(a.store_id, a.area_id, '${companyWide}'::uuid) = any($1::uuid[])
         and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2) order by 1, a.from_day desc)
     select s.id, 'store' as kind, s.code, s.name, s.name_en as "nameEn", r.id as area, r.name as "areaName", r.name_en as "areaNameEn",
       s.kind as "storeKind", m.name as holder
     from store s left join area r on r.id = (select n.area_id from store_area n where n.store_id = s.id and n.from_day <= $2
       order by n.from_day desc limit 1)
     left join manager m on m.seat = s.id where s.id = any($1::uuid[])
     union all
     select a.id, 'area', a.code, a.name, a.name_en, a.id, a.name, a.name_en, null, m.name from area a left join manager m on m.seat = a.id
     where a.id = any($1::uuid[])`,
    [ids, day],
  )

/** What a seat owes on a day, or without a day what is overdue there now or was missed since. */
export const instancesOfSeat = (
  db: Db,
  of: { store: string; seat: string; day: Day | null },
  now: Date,
  since: Date,
): Promise<InstanceRow[]> =>
  db.query<InstanceRow>(
    `${instanceSql} where i.store_id = $2 and i.seat_id = $3 and ${of.day === null ? wrongNow : 'i.day = $4::date'}
     order by i.due_at, i.duty, i.id`,
    [now.toISOString(), of.store, of.seat, of.day ?? since.toISOString()],
  )

const wrongNow = `(i.settled_at is null or i.settled_at > $4::timestamptz) and d.instance_id is null and e.instance_id is null
  and i.due_at <= $1::timestamptz and (i.missed_at is null or i.missed_at > $4::timestamptz)`

export const findInstances = (
  db: Db,
  ids: readonly { store: string; id: string }[],
  now: Date,
): Promise<InstanceRow[]> =>
  db.query<InstanceRow>(
    `with found as materialized (
       select x.* from unnest($2::uuid[], $3::uuid[]) as n (store, id) join duty_instance x on x.store_id = n.store and x.id = n.id
     ) ${instancesFrom('found')}
     order by i.day, i.duty, i.id`,
    [now.toISOString(), ids.map((n) => n.store), ids.map((n) => n.id)],
  )

export const areaNames = (db: Db): Promise<{ id: string; name: string; nameEn: string | null }[]> =>
  db.query('select id, name, name_en as "nameEn" from area order by code')

export const areaIs = async (db: Db, id: string): Promise<boolean> =>
  (await db.query('select 1 from area where id = $1', [id])).length > 0
