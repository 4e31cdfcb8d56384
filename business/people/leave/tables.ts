import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { PositionName } from '../../organization/shape.ts'
import type { Leave, LeaveKind, SeatHeld } from './shape.ts'

const leaveSql = `
  select l.id, l.person_id as person, p.name, l.from_day as "from", coalesce(l.kept_until, l.to_day) as "to", l.to_day as "askedTo",
    l.kind, l.why, l.stand_in as "standIn", s.name as "standInName",
    l.asked_by as "askedBy", a.name as "askedByName", l.asked_at as "askedAt",
    l.decided_by as "decidedBy", d.name as "decidedByName", l.decided_at as "decidedAt", l.approved, l.words,
    w.name as "withdrawnByName", l.withdrawn_at as "withdrawnAt", l.withdrawn_why as "withdrawnWhy", l.kept_until as "keptUntil"
  from leave l join person p on p.id = l.person_id join person a on a.id = l.asked_by
  left join person s on s.id = l.stand_in left join person d on d.id = l.decided_by left join person w on w.id = l.withdrawn_by`
const holds = `l.approved and (l.withdrawn_at is null or l.kept_until is not null)`
const waits = `l.decided_at is null and l.withdrawn_at is null`

export const findLeave = (db: Db, id: string): Promise<Leave | undefined> =>
  one<Leave>(db, `${leaveSql} where l.id = $1`, [id])

/** Somebody's leave whose last asked day is not before `since`, latest first. */
export const leavesOf = (db: Db, person: string, since: Day): Promise<Leave[]> =>
  db.query<Leave>(
    `${leaveSql} where l.person_id = $1 and l.to_day >= $2 order by l.from_day desc, l.asked_at desc`,
    [person, since],
  )

/** One person's requests follow one another, so that two for the same days meet. */
export const holdPerson = (db: Db, person: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301012, hashtext($1))', [person])

export async function insertLeave(
  db: Db,
  l: {
    id: string
    person: string
    from: Day
    to: Day
    kind: LeaveKind
    why: string | null
    standIn: string | null
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into leave (id, person_id, from_day, to_day, kind, why, stand_in, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [l.id, l.person, l.from, l.to, l.kind, l.why ?? '', l.standIn, l.by, l.at.toISOString()],
  )
}

export async function writeDecision(
  db: Db,
  d: { id: string; approved: boolean; words: string | null; by: string; at: Date },
): Promise<void> {
  await db.query(
    'update leave set decided_by = $2, decided_at = $3, approved = $4, words = $5 where id = $1 and decided_at is null',
    [d.id, d.by, d.at.toISOString(), d.approved, d.words],
  )
}

export async function writeWithdrawal(
  db: Db,
  w: { id: string; keptUntil: Day | null; why: string | null; by: string; at: Date },
): Promise<void> {
  await db.query(
    'update leave set withdrawn_by = $2, withdrawn_at = $3, withdrawn_why = $4, kept_until = $5 where id = $1',
    [w.id, w.by, w.at.toISOString(), w.why, w.keptUntil],
  )
}

export const linkDelegation = (db: Db, leave: string, delegation: string): Promise<unknown> =>
  db.query('insert into leave_delegation (leave_id, delegation_id) values ($1, $2)', [leave, delegation])

/** Delegations that were made with the leave and still stand. */
export const delegationsOfLeave = (db: Db, leave: string): Promise<{ id: string; from: Day; to: Day }[]> =>
  db.query(
    `select d.id, d.from_day as "from", d.to_day as "to" from leave_delegation l join delegation d on d.id = l.delegation_id
     where l.leave_id = $1 and d.ended_at is null`,
    [leave],
  )

/** The seats somebody holds on a day. */
export const seatsOf = (db: Db, person: string, day: Day): Promise<SeatHeld[]> =>
  db.query(
    `select position, store_id as store, area_id as area from appointment
     where person_id = $1 and from_day <= $2 and (to_day is null or to_day >= $2) order by from_day`,
    [person, day],
  )

/** A person-day on leave, with what an excuse needs to say: who approved it and when. */
export interface OnLeave {
  readonly leave: string
  readonly person: string
  readonly from: Day
  readonly to: Day
  readonly kind: LeaveKind
  readonly approvedBy: string
  readonly approvedAt: string
}
/**
 * Approved leave that touches the days `from` … `to` (both included): of these people, or of everybody appointed to
 * these stores on some day of it. `from` and `to` of a row are the leave's own days, not cut.
 */
export const peopleOnLeave = (
  db: Db,
  whom: { readonly people: readonly string[] } | { readonly stores: readonly string[] },
  from: Day,
  to: Day,
): Promise<OnLeave[]> =>
  db.query<OnLeave>(
    `select l.id as leave, l.person_id as person, l.from_day as "from", coalesce(l.kept_until, l.to_day) as "to", l.kind,
       l.decided_by as "approvedBy", l.decided_at as "approvedAt"
     from leave l
     where ${holds} and l.from_day <= $4 and l.to_day >= $3 and coalesce(l.kept_until, l.to_day) >= $3
       and (l.person_id = any($1::uuid[]) or exists (select 1 from appointment a where a.person_id = l.person_id
         and a.store_id = any($2::uuid[]) and a.from_day <= coalesce(l.kept_until, l.to_day) and (a.to_day is null or a.to_day >= l.from_day)))
     order by l.person_id, l.from_day`,
    ['people' in whom ? whom.people : [], 'stores' in whom ? whom.stores : [], from, to],
  )

export interface Waiting extends Leave {
  readonly seats: readonly SeatHeld[]
  readonly storeName: string | null
  readonly storeNameEn: string | null
}
/** Requests that nobody has decided yet, of people who stand in these stores today, or of everybody. */
export const waitingLeaves = (
  db: Db,
  stores: 'all' | readonly string[],
  today: Day,
  most: number,
): Promise<Waiting[]> =>
  db.query<Waiting>(
    `select x.*, s.name as "storeName", s.name_en as "storeNameEn" from (
       select y.*, (select coalesce(json_agg(json_build_object('position', h.position, 'store', h.store_id, 'area', h.area_id)), '[]'::json)
           from appointment h where h.person_id = y.person and h.from_day <= $3 and (h.to_day is null or h.to_day >= $3)) as seats
       from (${leaveSql} where ${waits}) y
     ) x left join store s on s.id::text = x.seats -> 0 ->> 'store'
     where $1::boolean or exists (select 1 from json_array_elements(x.seats) e where (e ->> 'store')::uuid = any($2::uuid[]))
     order by x."from", x."askedAt" limit $4`,
    [stores === 'all', stores === 'all' ? [] : stores, today, most],
  )

export interface Absence {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly position: PositionName
  readonly store: string | null
  readonly storeName: string | null
  readonly storeNameEn: string | null
  readonly area: string | null
  readonly from: Day
  readonly to: Day
  readonly kind: LeaveKind
  readonly approved: boolean | null
}
/** Who is away, or has asked to be, on some day of the span, with the seat that he held then. */
export const absencesIn = (
  db: Db,
  at: { readonly stores: 'all' | readonly string[]; readonly area?: string | undefined },
  from: Day,
  to: Day,
  most: number,
): Promise<Absence[]> =>
  db.query<Absence>(
    `select l.id, l.person_id as person, p.name, h.position, h.store_id as store, h.area_id as area,
       s.name as "storeName", s.name_en as "storeNameEn", l.from_day as "from", coalesce(l.kept_until, l.to_day) as "to", l.kind, l.approved
     from leave l join person p on p.id = l.person_id
     join lateral (select a.position, a.store_id, coalesce(a.area_id, (select m.area_id from store_area m where m.store_id = a.store_id
           and m.from_day <= l.from_day order by m.from_day desc limit 1)) as area_id
         from appointment a where a.person_id = l.person_id and a.from_day <= l.to_day and (a.to_day is null or a.to_day >= l.from_day)
         order by a.store_id is null, a.from_day desc limit 1) h on true
     left join store s on s.id = h.store_id
     where ((${holds}) or (${waits})) and l.from_day <= $4 and l.to_day >= $3 and coalesce(l.kept_until, l.to_day) >= $3
       and ($1::boolean or h.store_id = any($2::uuid[])) and ($5::uuid is null or h.area_id = $5)
     order by l.from_day, p.pinyin limit $6`,
    [at.stores === 'all', at.stores === 'all' ? [] : at.stores, from, to, at.area ?? null, most],
  )

/** How many associates and managers a store has on a day. */
export const staffCounts = (
  db: Db,
  stores: readonly string[],
  day: Day,
): Promise<{ store: string; people: number }[]> =>
  db.query(
    `select store_id as store, count(distinct person_id)::int as people from appointment
     where store_id = any($1::uuid[]) and from_day <= $2 and (to_day is null or to_day >= $2) group by 1`,
    [stores, day],
  )

/** Who could stand in: of the same store, of the same area, or at headquarters. */
export const possibleStandIns = (
  db: Db,
  seat: SeatHeld,
  except: string,
  day: Day,
): Promise<
  {
    person: string
    name: string
    position: PositionName
    store: string | null
    storeName: string | null
    storeNameEn: string | null
  }[]
> =>
  db.query(
    `with near as (
       select case when $1::uuid is not null then (select m.area_id from store_area m where m.store_id = $1 and m.from_day <= $4
         order by m.from_day desc limit 1) else $2::uuid end as area
     )
     select person, name, position, store, "storeName", "storeNameEn" from (
     select distinct on (p.id) p.id as person, p.name, p.pinyin, a.position, a.store_id as store,
       s.name as "storeName", s.name_en as "storeNameEn"
     from appointment a join person p on p.id = a.person_id left join store s on s.id = a.store_id, near
     where a.from_day <= $4 and (a.to_day is null or a.to_day >= $4) and p.id <> $3 and (p.left_on is null or p.left_on >= $4)
       and (case when $1::uuid is null and $2::uuid is null then a.store_id is null
         else (a.store_id = $1 or a.position = 'areaManager' and ($2::uuid is not null or a.area_id = near.area)
           or a.position = 'storeManager' and (select m.area_id from store_area m where m.store_id = a.store_id and m.from_day <= $4
             order by m.from_day desc limit 1) = near.area) end)
     order by p.id, a.store_id is not distinct from $1 desc) x order by store is not distinct from $1 desc, pinyin, person limit 60`,
    [seat.store, seat.area, except, day],
  )
