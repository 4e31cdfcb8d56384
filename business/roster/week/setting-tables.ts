import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { LimitKind } from './setting-shape.ts'
import type { Shift } from './shape.ts'

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

export const isPerson = async (db: Db, person: string): Promise<boolean> =>
  (await db.query('select 1 from person where id = $1', [person])).length > 0
