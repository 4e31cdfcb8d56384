import { type Db, one } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import type { UsualHour } from './demand-rules.ts'
import type { Worked } from './fairness-rules.ts'
import type { Cell, LimitKind, ReleasedCell, Shift, Wish, WishKind } from './shape.ts'

/** Changes of one store's week follow one another. */
export const holdWeek = (db: Db, store: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301040, hashtext($1))', [store])

/** The shifts that a store made for itself, of the set that holds on a day; none: those shipped hold. */
export const ownShifts = (db: Db, store: string, day: Day): Promise<Shift[]> =>
  db.query<Shift>(
    `select code, name, name_en as "nameEn", from_minute as "from", to_minute as "to", break_minutes as "break", kind
     from roster_shift s where s.store_id = $1 and s.set_id = (
       select id from roster_shifts where store_id = $1 and from_day <= $2 order by from_day desc limit 1) order by no`,
    [store, day],
  )
export async function insertShifts(
  db: Db,
  s: { store: string; id: string; from: Day; shifts: readonly Shift[]; by: string; at: Date },
): Promise<void> {
  await db.query('insert into roster_shifts (store_id, id, from_day, by, at) values ($1, $2, $3, $4, $5)', [
    s.store,
    s.id,
    s.from,
    s.by,
    s.at.toISOString(),
  ])
  await db.query(
    `insert into roster_shift (store_id, set_id, code, no, name, name_en, from_minute, to_minute, break_minutes, kind)
     select $1, $2, code, no, name, name_en, f, t, b, kind
     from unnest($3::text[], $4::text[], $5::text[], $6::int[], $7::int[], $8::int[], $9::text[]) with ordinality
       as x (code, name, name_en, f, t, b, kind, no)`,
    [
      s.store,
      s.id,
      s.shifts.map((x) => x.code),
      s.shifts.map((x) => x.name),
      s.shifts.map((x) => x.nameEn),
      s.shifts.map((x) => x.from),
      s.shifts.map((x) => x.to),
      s.shifts.map((x) => x.break),
      s.shifts.map((x) => x.kind),
    ],
  )
}
export const shiftSetFrom = (db: Db, store: string, from: Day): Promise<{ id: string } | undefined> =>
  one(db, 'select id from roster_shifts where store_id = $1 and from_day = $2', [store, from])

export const rulesOn = (
  db: Db,
  day: Day,
): Promise<{ code: string; value: number; from: Day; source: string }[]> =>
  db.query(
    `select distinct on (code) code, value, from_day as "from", source from roster_rule where from_day <= $1
     order by code, from_day desc`,
    [day],
  )
export async function insertRule(
  db: Db,
  r: { id: string; code: string; from: Day; value: number; source: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(
    `insert into roster_rule (id, code, from_day, value, source, by, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (code, from_day) do nothing returning id`,
    [r.id, r.code, r.from, r.value, r.source, r.by, r.at.toISOString()],
  )
  return rows.length > 0
}

export interface Approval {
  readonly id: string
  readonly period: 'month' | 'quarter' | 'year'
  readonly from: Day
  readonly to: Day
  readonly number: string
}
/** The approval of hours counted over a period that holds in a store on a day. */
export const approvalOn = (db: Db, store: string, day: Day): Promise<Approval | undefined> =>
  one<Approval>(
    db,
    `select id, period, from_day as "from", to_day as "to", number from roster_approval
     where store_id = $1 and from_day <= $2 and to_day >= $2 and (ended_on is null or ended_on > $2)
     order by at desc limit 1`,
    [store, day],
  )
export async function insertApproval(
  db: Db,
  a: Approval & { readonly store: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `insert into roster_approval (store_id, id, period, from_day, to_day, number, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [a.store, a.id, a.period, a.from, a.to, a.number, a.by, a.at.toISOString()],
  )
}

export interface LimitRow {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly kind: LimitKind
  readonly from: Day
  readonly to: Day | null
  readonly weekMinutes: number | null
}
const limitSql = `select l.id, l.person_id as person, p.name, l.kind, l.from_day as "from", l.to_day as "to", l.week_minutes as "weekMinutes"
  from roster_limit l join person p on p.id = l.person_id where l.ended_at is null`
/** Limits of these people that touch a span of days. */
export const limitsOf = (db: Db, people: readonly string[], from: Day, to: Day): Promise<LimitRow[]> =>
  db.query<LimitRow>(
    `${limitSql} and l.person_id = any($1::uuid[]) and l.from_day <= $3 and coalesce(l.to_day, 'infinity') >= $2`,
    [people, from, to],
  )
/** All that hold or will hold, for personnel. */
export const limitsInForce = (db: Db, today: Day): Promise<LimitRow[]> =>
  db.query<LimitRow>(
    `${limitSql} and coalesce(l.to_day, 'infinity') >= $1 order by p.pinyin, l.from_day, l.id limit 500`,
    [today],
  )
export async function insertLimit(
  db: Db,
  l: Omit<LimitRow, 'name'> & { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.query(
    `insert into roster_limit (id, person_id, kind, from_day, to_day, week_minutes, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [l.id, l.person, l.kind, l.from, l.to, l.weekMinutes, l.by, l.at.toISOString()],
  )
}
export const endLimit = (db: Db, id: string, by: string, at: Date): Promise<{ person: string }[]> =>
  db.query(
    'update roster_limit set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null returning person_id as person',
    [id, by, at.toISOString()],
  )

export interface HeldPerson {
  readonly person: string
  readonly name: string
  readonly position: 'storeManager' | 'salesAssociate'
  readonly here: readonly Day[]
}
/** Whoever is of the store on some day of the week, and on which. */
export const peopleOfWeek = (db: Db, store: string, week: Day): Promise<HeldPerson[]> =>
  db.query<HeldPerson>(
    `select p.id as person, p.name, max(a.position) as position, array_agg(distinct d.day::date order by d.day::date) as here
     from appointment a join person p on p.id = a.person_id
     cross join generate_series($2::date, $2::date + 6, interval '1 day') as d (day)
     where a.store_id = $1 and a.position in ('storeManager', 'salesAssociate') and a.from_day <= d.day
       and least(coalesce(a.to_day, 'infinity'), coalesce(p.left_on, 'infinity')) >= d.day
     group by p.id, p.name, p.pinyin order by max(a.position) desc, p.pinyin, p.id`,
    [store, week],
  )
export const awayIn = (
  db: Db,
  people: readonly string[],
  from: Day,
  to: Day,
): Promise<{ person: string; from: Day; to: Day }[]> =>
  db.query(
    `select person_id as person, from_day as "from", to_day as "to" from person_away
     where person_id = any($1::uuid[]) and from_day <= $3 and to_day >= $2`,
    [people, from, to],
  )

/** Days of a week that people have on the rosters of other stores. */
export const elsewhereIn = (
  db: Db,
  store: string,
  people: readonly string[],
  week: Day,
): Promise<{ person: string; day: Day }[]> =>
  db.query(
    `select c.person_id as person, c.day from roster_works c where c.person_id = any($2::uuid[]) and c.week = $3 and c.store_id <> $1`,
    [store, people, week],
  )

export const wishesOf = (db: Db, store: string, from: Day, to: Day): Promise<Wish[]> =>
  db.query<Wish>(
    `select id, person_id as person, day, kind from roster_wish
     where store_id = $1 and day between $2 and $3 and withdrawn_at is null order by day, person_id`,
    [store, from, to],
  )
export async function putWish(
  db: Db,
  w: { store: string; id: string; person: string; day: Day; kind: WishKind | null; at: Date },
): Promise<void> {
  await db.query(
    `update roster_wish set withdrawn_at = $4 where store_id = $1 and person_id = $2 and day = $3 and withdrawn_at is null and id <> $5`,
    [w.store, w.person, w.day, w.at.toISOString(), w.id],
  )
  if (w.kind)
    await db.query(
      `insert into roster_wish (store_id, id, person_id, day, kind, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [w.store, w.id, w.person, w.day, w.kind, w.at.toISOString()],
    )
}

export interface DraftHead {
  readonly revision: number
  readonly origin: 'draft' | 'solver' | 'hand' | 'swap'
  readonly byName: string
  readonly at: string
}
export const draftOf = (db: Db, store: string, week: Day): Promise<DraftHead | undefined> =>
  one<DraftHead>(
    db,
    `select d.revision, d.origin, p.name as "byName", d.at from roster_draft d join person p on p.id = d.by
     where d.store_id = $1 and d.week = $2`,
    [store, week],
  )
export const draftCells = (db: Db, store: string, week: Day): Promise<Cell[]> =>
  db.query<Cell>(
    'select person_id as person, day, code, zone from roster_draft_cell where store_id = $1 and week = $2 order by person_id, day',
    [store, week],
  )
export interface DraftWritten {
  readonly store: string
  readonly week: Day
  readonly revision: number
  readonly origin: DraftHead['origin']
  readonly by: string
  readonly at: Date
}
export async function writeDraft(db: Db, d: DraftWritten, cells: readonly Cell[]): Promise<void> {
  await db.query(
    `insert into roster_draft (store_id, week, revision, origin, by, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (store_id, week) do update set revision = excluded.revision, origin = excluded.origin, by = excluded.by, at = excluded.at`,
    [d.store, d.week, d.revision, d.origin, d.by, d.at.toISOString()],
  )
  await db.query('delete from roster_draft_cell where store_id = $1 and week = $2', [d.store, d.week])
  await db.query(
    `insert into roster_draft_cell (store_id, week, person_id, day, code, zone)
     select $1, $2, person, day, code, zone from unnest($3::uuid[], $4::date[], $5::text[], $6::text[]) as x (person, day, code, zone)`,
    [
      d.store,
      d.week,
      cells.map((c) => c.person),
      cells.map((c) => c.day),
      cells.map((c) => c.code),
      cells.map((c) => c.zone),
    ],
  )
}

export interface VersionSeen {
  readonly version: number
  readonly byName: string
  readonly at: string
  readonly inTime: boolean
  readonly why: string | null
}
export const versionsOf = (db: Db, store: string, week: Day): Promise<VersionSeen[]> =>
  db.query<VersionSeen>(
    `select v.version, p.name as "byName", v.released_at as at, v.in_time as "inTime", v.why
     from roster_version v join person p on p.id = v.released_by where v.store_id = $1 and v.week = $2 order by v.version desc`,
    [store, week],
  )
export async function insertVersion(
  db: Db,
  v: {
    store: string
    week: Day
    version: number
    by: string
    at: Date
    inTime: boolean
    why: string | null
    cells: readonly ReleasedCell[]
  },
): Promise<void> {
  await db.query(
    'insert into roster_version (store_id, week, version, released_by, released_at, in_time, why) values ($1, $2, $3, $4, $5, $6, $7)',
    [v.store, v.week, v.version, v.by, v.at.toISOString(), v.inTime, v.why],
  )
  await db.query(
    `insert into roster_cell (store_id, week, version, person_id, day, code, name, name_en, kind, from_minute, to_minute, break_minutes, zone)
     select $1, $2, $3, * from unnest($4::uuid[], $5::date[], $6::text[], $7::text[], $8::text[], $9::text[], $10::int[], $11::int[], $12::int[], $13::text[])`,
    [
      v.store,
      v.week,
      v.version,
      v.cells.map((c) => c.person),
      v.cells.map((c) => c.day),
      v.cells.map((c) => c.code),
      v.cells.map((c) => c.name),
      v.cells.map((c) => c.nameEn),
      v.cells.map((c) => c.kind),
      v.cells.map((c) => c.from),
      v.cells.map((c) => c.to),
      v.cells.map((c) => c.break),
      v.cells.map((c) => c.zone),
    ],
  )
}

const releasedColumns = `c.person_id as person, c.day, c.code, c.name, c.name_en as "nameEn", c.kind, c.from_minute as "from",
  c.to_minute as "to", c.break_minutes as "break", c.zone`
/** What holds in a week; nothing where nothing was released. */
export const releasedCells = (db: Db, store: string, week: Day): Promise<ReleasedCell[]> =>
  db.query<ReleasedCell>(
    `select ${releasedColumns} from roster_works c where c.store_id = $1 and c.week = $2 order by c.person_id, c.day`,
    [store, week],
  )
/** What holds in the days around a week, of everybody of the store: for rest, runs and fairness. */
export const worksBetween = (db: Db, store: string, from: Day, to: Day): Promise<Worked[]> =>
  db.query<Worked>(
    `select c.person_id as person, c.day, c.from_minute as "from", c.to_minute as "to", c.kind from roster_works c
     where c.store_id = $1 and c.week between $2::date - 6 and $3 and c.day between $2 and $3 order by c.day`,
    [store, from, to],
  )
/** Minutes that each has on released rosters from one day to another, in any store. */
export const minutesBetween = (
  db: Db,
  people: readonly string[],
  from: Day,
  to: Day,
): Promise<{ person: string; week: Day; minutes: number }[]> =>
  db.query(
    `select c.person_id as person, c.week, sum(c.to_minute - c.from_minute - c.break_minutes)::int4 as minutes from roster_works c
     where c.person_id = any($1::uuid[]) and c.day between $2 and $3 group by 1, 2`,
    [people, from, to],
  )
/** Somebody's own shifts, wherever she works, and who else is on that day. */
export const ownWorks = (
  db: Db,
  person: string,
  from: Day,
  to: Day,
): Promise<(ReleasedCell & { store: string; storeName: string; storeNameEn: string | null })[]> =>
  db.query(
    `select ${releasedColumns}, c.store_id as store, s.name as "storeName", s.name_en as "storeNameEn"
     from roster_works c join store s on s.id = c.store_id where c.person_id = $1 and c.day between $2 and $3 order by c.day`,
    [person, from, to],
  )

/** What usually comes by weekday and hour, and on how many days of each weekday it rests. */
export async function usualHours(
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<{ usual: UsualHour[]; counted: Map<number, number> }> {
  const usual = await db.query<UsualHour>(
    `select extract(isodow from day)::int4 as weekday, hour, sum(sale_tickets)::int4 as tickets, sum(traffic)::int4 as traffic
     from sales_store_hour where store_id = $1 and day between $2 and $3 group by 1, 2 order by 1, 2`,
    [store, from, to],
  )
  const counted = await db.query<{ weekday: number; days: number }>(
    `select extract(isodow from day)::int4 as weekday, count(*)::int4 as days from sales_store_day
     where store_id = $1 and day between $2 and $3 and (sale_tickets > 0 or traffic > 0) group by 1`,
    [store, from, to],
  )
  return { usual, counted: new Map(counted.map((c) => [c.weekday, c.days])) }
}
export const specialDays = async (
  db: Db,
  store: string,
  week: Day,
): Promise<{ holidays: Day[]; closed: Day[] }> => {
  const to = addDays(week, 6)
  const holidays = await db.query<{ day: Day }>(
    `select day from calendar_day where kind = 'holiday' and day between $1 and $2 order by day`,
    [week, to],
  )
  const closed = await db.query<{ day: Day }>(
    'select day from store_closed_day where store_id = $1 and day between $2 and $3 order by day',
    [store, week, to],
  )
  return { holidays: holidays.map((h) => h.day), closed: closed.map((c) => c.day) }
}
export const isPerson = async (db: Db, person: string): Promise<boolean> =>
  (await db.query('select 1 from person where id = $1', [person])).length > 0
