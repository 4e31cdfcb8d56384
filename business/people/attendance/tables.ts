import { type Db, one } from '../../../platform/database/database.ts'
import { type Day, firstDay, lastDay, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Exception, MonthLine, Overtime } from './shape.ts'

/** What is pressed and decided in one store follows one another. */
export const holdStore = (db: Db, store: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301041, hashtext($1))', [store])

export interface Punch {
  readonly id: string
  readonly person: string
  readonly day: Day
  readonly kind: 'in' | 'out'
  readonly at: string
  /** It was pressed on a phone without network and came in later. */
  readonly waited: boolean
  /** The store's enrolled device that it came from; null: the person's own phone. */
  readonly device: string | null
}
export const punchesOf = (db: Db, store: string, from: Day, to: Day, person?: string): Promise<Punch[]> =>
  db.query<Punch>(
    `select id, person_id as person, day, kind, at, device_id as device,
       exists (select from waited_act w where w.store_id = p.store_id and w.record = p.id::text) as waited from attendance_punch p
     where store_id = $1 and day between $2 and $3 and ($4::uuid is null or person_id = $4) order by at, id`,
    [store, from, to, person ?? null],
  )
export async function insertPunch(
  db: Db,
  p: {
    store: string
    id: string
    person: string
    day: Day
    kind: 'in' | 'out'
    at: Date
    phoneAt: string | null
    device: string | null
  },
): Promise<void> {
  await db.query(
    `insert into attendance_punch (store_id, id, person_id, day, kind, at, phone_at, device_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [p.store, p.id, p.person, p.day, p.kind, p.at.toISOString(), p.phoneAt, p.device],
  )
}

export type ExceptionRow = Exception & { readonly person: string; readonly day: Day }
export const exceptionsOf = (db: Db, store: string, from: Day, to: Day): Promise<ExceptionRow[]> =>
  db.query<ExceptionRow>(
    `select e.person_id as person, e.day, e.words, e.at, e.accepted, p.name as "decidedByName", e.decided_words as "decidedWords"
     from attendance_exception e left join person p on p.id = e.decided_by
     where e.store_id = $1 and e.day between $2 and $3 order by e.day desc, e.person_id`,
    [store, from, to],
  )
/** What is said anew waits for an answer anew. */
export const putException = (
  db: Db,
  e: { store: string; person: string; day: Day; words: string; at: Date },
): Promise<unknown> =>
  db.query(
    `insert into attendance_exception (store_id, person_id, day, words, at) values ($1, $2, $3, $4, $5)
     on conflict (store_id, person_id, day) do update set words = excluded.words, at = excluded.at,
       decided_by = null, decided_at = null, accepted = null, decided_words = null`,
    [e.store, e.person, e.day, e.words, e.at.toISOString()],
  )
/** Whoever leads the store decides also what nobody has said a word about. */
export const decideException = (
  db: Db,
  d: {
    store: string
    person: string
    day: Day
    accepted: boolean
    words: string | null
    by: string
    at: Date
    unsaid: string
  },
): Promise<unknown> =>
  db.query(
    `insert into attendance_exception (store_id, person_id, day, words, at, decided_by, decided_at, accepted, decided_words)
     values ($1, $2, $3, $8, $7, $6, $7, $4, $5)
     on conflict (store_id, person_id, day) do update set decided_by = excluded.decided_by, decided_at = excluded.decided_at,
       accepted = excluded.accepted, decided_words = excluded.decided_words`,
    [d.store, d.person, d.day, d.accepted, d.words, d.by, d.at.toISOString(), d.unsaid],
  )

const overtimeSql = `select o.id, o.person_id as person, p.name, o.day, o.minutes, o.words, o.approved, d.name as "decidedByName",
  o.decided_words as "decidedWords" from attendance_overtime o join person p on p.id = o.person_id left join person d on d.id = o.decided_by`
export const overtimesOf = (db: Db, store: string, from: Day, to: Day): Promise<Overtime[]> =>
  db.query<Overtime>(
    `${overtimeSql} where o.store_id = $1 and o.day between $2 and $3 order by o.day desc, o.id`,
    [store, from, to],
  )
export const overtimeById = (db: Db, store: string, id: string): Promise<Overtime | undefined> =>
  one<Overtime>(db, `${overtimeSql} where o.store_id = $1 and o.id = $2`, [store, id])
export async function insertOvertime(
  db: Db,
  o: { store: string; id: string; person: string; day: Day; minutes: number; words: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(
    `insert into attendance_overtime (store_id, id, person_id, day, minutes, words, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (store_id, person_id, day) do nothing returning id`,
    [o.store, o.id, o.person, o.day, o.minutes, o.words, o.at.toISOString()],
  )
  return rows.length > 0
}
export const decideOvertime = (
  db: Db,
  d: { store: string; id: string; approved: boolean; words: string | null; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    `update attendance_overtime set approved = $3, decided_words = $4, decided_by = $5, decided_at = $6
     where store_id = $1 and id = $2 and approved is null`,
    [d.store, d.id, d.approved, d.words, d.by, d.at.toISOString()],
  )

export interface ReviewSeen {
  readonly byName: string
  readonly at: string
}
export const reviewOf = (db: Db, store: string, day: Day): Promise<ReviewSeen | undefined> =>
  one<ReviewSeen>(
    db,
    `select p.name as "byName", r.at from attendance_review r join person p on p.id = r.by
     where r.store_id = $1 and r.day = $2 order by r.at desc limit 1`,
    [store, day],
  )
export const insertReview = (
  db: Db,
  r: { store: string; id: string; day: Day; by: string; at: Date; there: number; wrong: number },
): Promise<unknown> =>
  db.query(
    `insert into attendance_review (store_id, id, day, by, at, there, wrong) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [r.store, r.id, r.day, r.by, r.at.toISOString(), r.there, r.wrong],
  )

export interface MonthHead {
  readonly confirmedByName: string
  readonly confirmedAt: string
  readonly lockedByName: string | null
  readonly lockedAt: string | null
}
export const monthHead = (db: Db, store: string, month: Month): Promise<MonthHead | undefined> =>
  one<MonthHead>(
    db,
    `select c.name as "confirmedByName", m.confirmed_at as "confirmedAt", l.name as "lockedByName", m.locked_at as "lockedAt"
     from attendance_month m join person c on c.id = m.confirmed_by left join person l on l.id = m.locked_by
     where m.store_id = $1 and m.month = $2`,
    [store, month],
  )
export const monthLines = (db: Db, store: string, month: Month): Promise<MonthLine[]> =>
  db.query<MonthLine>(
    `select l.person_id as person, p.name, l.rostered, l.worked, l.minutes, l.late, l.late_minutes as "lateMinutes", l.early, l.missing,
       l.away, l.own_phone as "ownPhone", l.praised, l.warned, l.overtime, l.net from attendance_line l join person p on p.id = l.person_id
     where l.store_id = $1 and l.month = $2 order by p.pinyin, p.id`,
    [store, month],
  )
export async function confirmMonth(
  db: Db,
  m: { store: string; month: Month; by: string; at: Date; lines: readonly MonthLine[] },
): Promise<void> {
  await db.query(
    `insert into attendance_month (store_id, month, confirmed_by, confirmed_at) values ($1, $2, $3, $4)
     on conflict (store_id, month) do update set confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at`,
    [m.store, m.month, m.by, m.at.toISOString()],
  )
  await db.query('delete from attendance_line where store_id = $1 and month = $2', [m.store, m.month])
  const column = (of: (l: MonthLine) => number | string) => m.lines.map(of)
  await db.query(
    `insert into attendance_line (store_id, month, person_id, rostered, worked, minutes, late, late_minutes, early, missing, away, own_phone, praised, warned, overtime, net)
     select $1, $2, * from unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[], $9::int[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[], $16::bigint[])`,
    [
      m.store,
      m.month,
      column((l) => l.person),
      column((l) => l.rostered),
      column((l) => l.worked),
      column((l) => l.minutes),
      column((l) => l.late),
      column((l) => l.lateMinutes),
      column((l) => l.early),
      column((l) => l.missing),
      column((l) => l.away),
      column((l) => l.ownPhone),
      column((l) => l.praised),
      column((l) => l.warned),
      column((l) => l.overtime),
      column((l) => l.net),
    ],
  )
}
export const lockMonth = (db: Db, store: string, month: Month, by: string, at: Date): Promise<unknown> =>
  db.query(
    'update attendance_month set locked_by = $3, locked_at = $4 where store_id = $1 and month = $2 and locked_at is null',
    [store, month, by, at.toISOString()],
  )
export const isLocked = async (db: Db, store: string, month: Month): Promise<boolean> =>
  (await monthHead(db, store, month))?.lockedAt != null

/** Stores of an area that traded in a month and whose sheet is not locked yet. */
export const storesUnlocked = (db: Db, area: string, month: Month): Promise<{ store: string }[]> =>
  db.query(
    `select s.id as store from store s
     cross join lateral (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $3 order by m.from_day desc limit 1) a
     where a.area_id = $1 and s.opened_on <= $3 and (s.closed_on is null or s.closed_on >= $4)
       and not exists (select 1 from attendance_month x where x.store_id = s.id and x.month = $2 and x.locked_at is not null)`,
    [area, month, lastDay(month), firstDay(month)],
  )
/** What each was credited with in a month, in this store. */
export const creditsOf = (db: Db, store: string, month: Month): Promise<{ person: string; net: Money }[]> =>
  db.query(
    `select person_id as person, sum(net)::int8 as net from sales_person_day where store_id = $1 and day between $2 and $3 group by 1`,
    [store, firstDay(month), lastDay(month)],
  )
export const weeksReleased = async (db: Db, store: string, from: Day, to: Day): Promise<ReadonlySet<Day>> => {
  const rows = await db.query<{ week: Day }>(
    'select distinct week from roster_version where store_id = $1 and week between $2::date - 6 and $3',
    [store, from, to],
  )
  return new Set(rows.map((r) => r.week))
}
export const isConfirmedBy = async (db: Db, store: string, month: Month, person: string): Promise<boolean> =>
  (
    await db.query(
      'select 1 from attendance_month where store_id = $1 and month = $2 and confirmed_by = $3',
      [store, month, person],
    )
  ).length > 0
