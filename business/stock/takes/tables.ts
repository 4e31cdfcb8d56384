import { type Db, one } from '../../../platform/database/database.ts'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { TakeHead, TakeState, TakeStep } from './shape.ts'

const stateOf = `coalesce((select s.step from take_step s where s.store_id = t.store_id and s.take_id = t.id order by s.n desc limit 1),
  'counting')`

export interface HeldTake {
  readonly month: Month
  readonly categories: readonly string[] | null
  readonly at: string
  readonly state: TakeState
}
/** A take held until the transaction ends: many phones may count at once, but nothing else happens meanwhile. */
export const holdTake = async (
  db: Db,
  store: string,
  id: string,
  how: 'share' | 'update',
): Promise<HeldTake | undefined> => {
  const held = await one(db, `select 1 from take where store_id = $1 and id = $2 for ${how}`, [store, id])
  return held
    ? one<HeldTake>(
        db,
        `select t.month, t.categories, t.at, ${stateOf} as state from take t where t.store_id = $1 and t.id = $2`,
        [store, id],
      )
    : undefined
}
export const headColumns = `t.id, t.store_id as store, o.name as "storeName", o.name_en as "storeNameEn", t.month, t.categories, t.words,
  t.day, coalesce(p.name, '') as "byName", t.at, ${stateOf} as state`
export const headTables = 'take t join store o on o.id = t.store_id left join person p on p.id = t.by'
export const findTake = (db: Db, store: string, id: string): Promise<TakeHead | undefined> =>
  one<TakeHead>(db, `select ${headColumns} from ${headTables} where t.store_id = $1 and t.id = $2`, [
    store,
    id,
  ])

/** Whether the month of a store has been counted entirely, and that was approved. */
export const isMonthTaken = async (db: Db, store: string, month: Month): Promise<boolean> =>
  (await one(
    db,
    `select 1 from take t where t.store_id = $1 and t.month = $2 and t.categories is null and t.ended_at is not null
       and ${stateOf} = 'approved'`,
    [store, month],
  )) !== undefined

interface NewTake {
  readonly store: string
  readonly id: string
  readonly month: Month
  readonly categories: readonly string[] | null
  readonly words: string | null
  readonly day: Day
  readonly by: string
  readonly at: Date
  readonly zones: readonly {
    readonly id: string
    readonly name: string
    readonly people: readonly string[]
  }[]
}
/** False where another one runs. */
export async function insertTake(db: Db, t: NewTake): Promise<boolean> {
  const made = await db.query(
    `insert into take (store_id, id, month, categories, words, day, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict do nothing returning 1`,
    [t.store, t.id, t.month, t.categories, t.words, t.day, t.by, t.at.toISOString()],
  )
  if (made.length === 0) return false
  await db.query(
    `insert into take_zone (store_id, take_id, id, line, name, people)
     select $1, $2, z.id, z.line, z.name, array(select jsonb_array_elements_text(z.people)::uuid)
     from jsonb_to_recordset($3::jsonb) as z (id uuid, line int, name text, people jsonb)`,
    [t.store, t.id, JSON.stringify(t.zones.map((z, i) => ({ ...z, line: i + 1 })))],
  )
  return true
}
export const categoriesKnown = async (db: Db, categories: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ category: string }>(
        'select distinct category from style where category = any($1::text[])',
        [categories],
      )
    ).map((r) => r.category),
  )
/** Those of some people who work in a store on a day. */
export const workingIn = async (
  db: Db,
  store: string,
  people: readonly string[],
  day: Day,
): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ id: string }>(
        `select distinct person_id as id from appointment where store_id = $1 and person_id = any($2::uuid[]) and from_day <= $3
           and (to_day is null or to_day >= $3)`,
        [store, people, day],
      )
    ).map((r) => r.id),
  )

export const findZone = (db: Db, store: string, take: string, zone: string) =>
  one<{ name: string }>(db, 'select name from take_zone where store_id = $1 and take_id = $2 and id = $3', [
    store,
    take,
    zone,
  ])
export interface Entry {
  readonly id: string
  readonly sku: string
  readonly pieces: number
  readonly at: string
  readonly undoes: string | null
}
/** Entries of a zone, some of which may be there already: sent again they change nothing. */
export const insertEntries = (
  db: Db,
  e: { store: string; take: string; zone: string; by: string; now: Date; entries: readonly Entry[] },
): Promise<unknown> =>
  db.query(
    `insert into take_entry (store_id, take_id, id, zone_id, sku_id, pieces, undoes, by, at, arrived_at)
     select $1, $2, x.id, $3, x.sku, x.pieces, x.undoes, $4, x.at, $5
     from jsonb_to_recordset($6::jsonb) as x (id uuid, sku uuid, pieces int, undoes uuid, at timestamptz)
     on conflict do nothing`,
    [e.store, e.take, e.zone, e.by, e.now.toISOString(), JSON.stringify(e.entries)],
  )
/** Entries by id, with whether each has been taken back. */
export const entriesKnown = (db: Db, store: string, take: string, ids: readonly string[]) =>
  db.query<Entry & { zone: string; isUndone: boolean }>(
    `select e.id, e.sku_id as sku, e.pieces, e.at, e.undoes, e.zone_id as zone, u.id is not null as "isUndone" from take_entry e
     left join take_entry u on u.store_id = e.store_id and u.take_id = e.take_id and u.undoes = e.id
     where e.store_id = $1 and e.take_id = $2 and e.id = any($3::uuid[])`,
    [store, take, ids],
  )
/** The category of each SKU that there is. */
export const categoriesOf = async (db: Db, skus: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await db.query<{ sku: string; category: string }>(
        'select k.id as sku, y.category from sku k join style y on y.id = k.style_id where k.id = any($1::uuid[])',
        [skus],
      )
    ).map((r) => [r.sku, r.category]),
  )
export const countedIn = async (
  db: Db,
  of: { store: string; take: string; zone: string; by: string },
): Promise<{ own: number; all: number }> =>
  (await one<{ own: number; all: number }>(
    db,
    `select coalesce(sum(pieces) filter (where by = $4), 0)::int as own, coalesce(sum(pieces), 0)::int as "all" from take_entry
     where store_id = $1 and take_id = $2 and zone_id = $3`,
    [of.store, of.take, of.zone, of.by],
  ))!
export const putSheet = (
  db: Db,
  s: { store: string; take: string; zone: string; by: string; pieces: number; at: Date },
): Promise<unknown> =>
  db.query(
    `insert into take_sheet (store_id, take_id, zone_id, by, pieces, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (store_id, take_id, zone_id, by) do update set pieces = excluded.pieces, at = excluded.at`,
    [s.store, s.take, s.zone, s.by, s.pieces, s.at.toISOString()],
  )
/** Who counted in which zone and has not handed that in, or has counted on since; zones where nobody handed anything in. */
export const sheetsMissing = (db: Db, store: string, take: string) =>
  db.query<{ zone: string; person: string | null }>(
    `select z.name as zone, p.name as person from take_zone z
     left join lateral (select e.by, sum(e.pieces) as pieces from take_entry e where e.store_id = z.store_id and e.take_id = z.take_id
       and e.zone_id = z.id group by e.by) c on true
     left join take_sheet s on s.store_id = z.store_id and s.take_id = z.take_id and s.zone_id = z.id and (c.by is null or s.by = c.by)
     left join person p on p.id = c.by
     where z.store_id = $1 and z.take_id = $2 and (s.by is null or c.by is not null and s.pieces <> c.pieces) order by z.line, p.name`,
    [store, take],
  )

export async function recordStep(
  db: Db,
  s: {
    store: string
    take: string
    step: TakeStep
    words: string | null
    seal?: string
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into take_step (store_id, take_id, n, step, words, seal, by, at)
     select $1, $2, coalesce(max(n), 0) + 1, $3, $4, $5, $6, $7 from take_step where store_id = $1 and take_id = $2`,
    [s.store, s.take, s.step, s.words, s.seal ?? null, s.by, s.at.toISOString()],
  )
  if (s.step === 'approved' || s.step === 'cancelled')
    await db.query('update take set ended_at = $3 where store_id = $1 and id = $2', [
      s.store,
      s.take,
      s.at.toISOString(),
    ])
}
