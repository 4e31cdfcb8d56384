import { type Db, one } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import type { UsualHour } from './demand-rules.ts'
import type { Cell, ReleasedCell, Wish, WishKind } from './shape.ts'

/** Changes of one store's week follow one another. */
export const holdWeek = (db: Db, store: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301040, hashtext($1))', [store])

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
/** Whoever is of the store on some day of a span. */
export const staffBetween = (
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<{ person: string; name: string }[]> =>
  db.query(
    `select p.id as person, p.name from person p where exists (select 1 from appointment a where a.person_id = p.id and a.store_id = $1
       and a.position in ('storeManager', 'salesAssociate') and a.from_day <= $3
       and least(coalesce(a.to_day, 'infinity'), coalesce(p.left_on, 'infinity')) >= $2) order by p.pinyin, p.id`,
    [store, from, to],
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
/** What holds in a span of days, of everybody of the store. */
export const worksBetween = (db: Db, store: string, from: Day, to: Day): Promise<ReleasedCell[]> =>
  db.query<ReleasedCell>(
    `select ${releasedColumns} from roster_works c
     where c.store_id = $1 and c.week between $2::date - 6 and $3 and c.day between $2 and $3 order by c.day, c.person_id`,
    [store, from, to],
  )
/** Mondays of the weeks with a released roster that touch a span of days. */
export const releasedWeeks = async (db: Db, store: string, from: Day, to: Day): Promise<Day[]> =>
  (
    await db.query<{ week: Day }>(
      'select distinct week from roster_version where store_id = $1 and week between $2::date - 6 and $3',
      [store, from, to],
    )
  ).map(({ week }) => week)
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
/**
 * What usually comes by weekday and hour, and on how many days of each weekday it rests. Where visitors were counted once for a
 * whole day, they came as its tickets did, not all in the hour of counting.
 */
export async function usualHours(
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<{ usual: UsualHour[]; counted: Map<number, number> }> {
  const usual = await db.query<UsualHour>(
    `with seen as (
       select day, hour, sale_tickets, traffic, count(*) filter (where traffic > 0) over d as counts, sum(traffic) over d as visitors,
         sum(sale_tickets) over d as sold
       from sales_store_hour where store_id = $1 and day between $2 and $3 window d as (partition by day))
     select extract(isodow from day)::int4 as weekday, hour, sum(sale_tickets)::int4 as tickets,
       round(sum(case when counts > 1 or sold <= 0 then traffic else visitors * sale_tickets::numeric / sold end))::int4 as traffic
     from seen group by 1, 2 order by 1, 2`,
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
