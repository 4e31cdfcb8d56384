import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Briefing, Closing, Help, HelpNote, Plan } from './shape.ts'

/** Versions of one store's day follow one another. */
export const holdDay = (db: Db, store: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301021, hashtext($1))', [store])

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The version that stands. */
export const planOf = (db: Db, store: string, day: Day): Promise<Plan | undefined> =>
  one<Plan>(
    db,
    `select d.id, d.day, d.version, d.things, d.push, p.name as "byName", d.made_at as at from day_plan d join person p on p.id = d.made_by
     where d.store_id = $1 and d.day = $2 order by d.version desc limit 1`,
    [store, day],
  )
export async function insertPlan(
  db: Db,
  p: {
    store: string
    id: string
    day: Day
    version: number
    things: readonly string[]
    push: string | null
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    'insert into day_plan (store_id, id, day, version, things, push, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [p.store, p.id, p.day, p.version, p.things, p.push, p.by, p.at.toISOString()],
  )
}

export const briefingOf = (db: Db, store: string, day: Day): Promise<Briefing | undefined> =>
  one<Briefing>(
    db,
    `select b.id, b.version, b.target, p.name as "byName", b.held_at as at, (
       select coalesce(json_agg(json_build_object('person', x.person_id, 'target', x.target, 'present', x.present) order by x.person_id), '[]'::json)
       from day_briefing_person x where x.store_id = b.store_id and x.briefing_id = b.id) as people
     from day_briefing b join person p on p.id = b.held_by where b.store_id = $1 and b.day = $2 order by b.version desc limit 1`,
    [store, day],
  )
export interface Told {
  readonly person: string
  readonly target: Money | null
  readonly present: boolean
}
export async function insertBriefing(
  db: Db,
  b: {
    store: string
    id: string
    day: Day
    version: number
    plan: string
    target: Money | null
    people: readonly Told[]
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into day_briefing (store_id, id, day, version, plan_id, target, held_by, held_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [b.store, b.id, b.day, b.version, b.plan, b.target, b.by, b.at.toISOString()],
  )
  await db.query(
    `insert into day_briefing_person (store_id, briefing_id, person_id, target, present)
     select $1, $2, person, target, present from unnest($3::uuid[], $4::bigint[], $5::boolean[]) as t (person, target, present)`,
    [
      b.store,
      b.id,
      b.people.map((p) => p.person),
      b.people.map((p) => p.target),
      b.people.map((p) => p.present),
    ],
  )
}

export const closingOf = (db: Db, store: string, day: Day): Promise<Closing | undefined> =>
  one<Closing>(
    db,
    `select c.id, c.version, c.done, c.words, c.net, c.target, p.name as "byName", c.closed_at as at
     from day_closing c join person p on p.id = c.closed_by where c.store_id = $1 and c.day = $2 order by c.version desc limit 1`,
    [store, day],
  )
export async function insertClosing(
  db: Db,
  c: {
    store: string
    id: string
    day: Day
    version: number
    plan: string
    done: readonly boolean[]
    words: string | null
    net: Money
    target: Money | null
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into day_closing (store_id, id, day, version, plan_id, done, words, net, target, closed_by, closed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [c.store, c.id, c.day, c.version, c.plan, c.done, c.words, c.net, c.target, c.by, c.at.toISOString()],
  )
}

export const helpsOf = (db: Db, store: string, day: Day): Promise<HelpNote[]> =>
  db.query<HelpNote>(
    `select h.id, h.person_id as person, q.name, h.how, h.words, h.net, h.target, p.name as "byName", ${instant('h.at')} as at
     from help_note h join person p on p.id = h.by left join person q on q.id = h.person_id
     where h.store_id = $1 and h.day = $2 order by h.at, h.id`,
    [store, day],
  )
export async function insertHelp(
  db: Db,
  h: {
    store: string
    id: string
    day: Day
    person: string | null
    how: Help | null
    words: string | null
    net: Money
    target: Money | null
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into help_note (store_id, id, day, person_id, how, words, net, target, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing`,
    [h.store, h.id, h.day, h.person, h.how, h.words, h.net, h.target, h.by, h.at.toISOString()],
  )
}

/** Notices in force that this store has still to pass on. */
export const noticesToRelay = (
  db: Db,
  store: string,
  today: Day,
): Promise<{ id: string; title: string; titleEn: string | null }[]> =>
  db.query(
    `select n.id, n.title, n.title_en as "titleEn" from notice_store x join notice n on n.id = x.notice_id
     where x.store_id = $1 and x.due_at is not null and x.relayed_at is null and n.withdrawn_at is null and n.superseded_by is null
       and n.valid_from <= $2 and n.valid_to >= $2 order by x.due_at limit 6`,
    [store, today],
  )
/** Of these, who is on leave on the day. */
export async function awayOn(db: Db, people: readonly string[], day: Day): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ person: string }>(
    'select distinct person_id as person from person_away where person_id = any($1::uuid[]) and $2 between from_day and to_day',
    [people, day],
  )
  return new Set(rows.map((r) => r.person))
}

export async function targetOfDay(db: Db, store: string, day: Day): Promise<Money | null> {
  const row = await one<{ amount: Money }>(
    db,
    'select amount from store_day_target where store_id = $1 and day = $2',
    [store, day],
  )
  return row?.amount ?? null
}
