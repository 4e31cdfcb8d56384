import { type Db, one } from '../../../platform/database/database.ts'
import { type Day, firstDay, lastDay, type Month } from '../../../platform/kinds/day.ts'
import type { Entry, EntryKind } from './shape.ts'

const entrySql = `select e.id, e.store_id as store, e.person_id as person, p.name as "personName", e.kind, e.day, e.words, e.by, b.name as "byName",
  e.at, e.answer, e.read_at as "readAt", w.name as "withdrawnByName", e.withdrawn_at as "withdrawnAt", e.withdrawn_why as "withdrawnWhy"
  from discipline_entry e join person p on p.id = e.person_id join person b on b.id = e.by left join person w on w.id = e.withdrawn_by`

export const entriesOf = (db: Db, store: string, since: Day): Promise<Entry[]> =>
  db.query<Entry>(
    `${entrySql} where e.store_id = $1 and e.day >= $2 order by e.day desc, e.at desc, e.id limit 300`,
    [store, since],
  )
/** The latest of several stores. */
export const latestOf = (db: Db, stores: readonly string[], since: Day, most: number): Promise<Entry[]> =>
  db.query<Entry>(
    `${entrySql} where e.store_id = any($1::uuid[]) and e.day >= $2 order by e.day desc, e.at desc, e.id limit $3`,
    [stores, since, most],
  )
export interface StoreCounts {
  readonly store: string
  readonly praised: number
  readonly reminded: number
  readonly warned: number
  /** Not read yet by whom it is about. */
  readonly unread: number
}
/** How often each store praised, reminded and warned since a day; what was taken back does not count. */
export const countsByStore = (db: Db, stores: readonly string[], since: Day): Promise<StoreCounts[]> =>
  db.query<StoreCounts>(
    `select store_id as store, count(*) filter (where kind = 'praise')::int as praised, count(*) filter (where kind = 'reminder')::int as reminded,
       count(*) filter (where kind = 'warning')::int as warned, count(*) filter (where read_at is null)::int as unread
     from discipline_entry where store_id = any($1::uuid[]) and day >= $2 and withdrawn_at is null group by store_id`,
    [stores, since],
  )
export const entriesOfPerson = (db: Db, person: string, since: Day): Promise<Entry[]> =>
  db.query<Entry>(
    `${entrySql} where e.person_id = $1 and e.day >= $2 order by e.day desc, e.at desc, e.id limit 100`,
    [person, since],
  )
export const entryById = (db: Db, store: string, id: string): Promise<Entry | undefined> =>
  one<Entry>(db, `${entrySql} where e.store_id = $1 and e.id = $2`, [store, id])
export const holdEntry = (db: Db, store: string, id: string): Promise<unknown> =>
  db.query('select 1 from discipline_entry where store_id = $1 and id = $2 for update', [store, id])

export const insertEntry = (
  db: Db,
  e: {
    store: string
    id: string
    person: string
    kind: EntryKind
    day: Day
    words: string
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    `insert into discipline_entry (store_id, id, person_id, kind, day, words, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [e.store, e.id, e.person, e.kind, e.day, e.words, e.by, e.at.toISOString()],
  )
export const markRead = (
  db: Db,
  r: { store: string; id: string; answer: string | null; at: Date },
): Promise<unknown> =>
  db.query(
    'update discipline_entry set answer = $3, read_at = $4 where store_id = $1 and id = $2 and read_at is null',
    [r.store, r.id, r.answer, r.at.toISOString()],
  )
export const withdrawEntry = (
  db: Db,
  w: { store: string; id: string; by: string; reason: string; at: Date },
): Promise<unknown> =>
  db.query(
    `update discipline_entry set withdrawn_by = $3, withdrawn_why = $4, withdrawn_at = $5
     where store_id = $1 and id = $2 and withdrawn_at is null`,
    [w.store, w.id, w.by, w.reason, w.at.toISOString()],
  )

/** Who leads the store on a day. */
export const leadersOf = async (db: Db, store: string, day: Day): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await db.query<{ person: string }>(
        `select person_id as person from appointment where store_id = $1 and position = 'storeManager'
           and from_day <= $2 and (to_day is null or to_day >= $2)`,
        [store, day],
      )
    ).map(({ person }) => person),
  )
/** What waits to be read by somebody in a store. */
export const unreadOf = async (db: Db, store: string, person: string): Promise<number> =>
  (
    await one<{ count: number }>(
      db,
      `select count(*)::int as count from discipline_entry
       where store_id = $1 and person_id = $2 and read_at is null and withdrawn_at is null`,
      [store, person],
    )
  )?.count ?? 0

/** How often each was praised, and how often reminded or warned, in a month of a store. */
export const countsOf = (
  db: Db,
  store: string,
  month: Month,
): Promise<{ person: string; praised: number; warned: number }[]> =>
  db.query(
    `select person_id as person, count(*) filter (where kind = 'praise')::int as praised, count(*) filter (where kind <> 'praise')::int as warned
     from discipline_entry where store_id = $1 and day between $2 and $3 and withdrawn_at is null group by 1`,
    [store, firstDay(month), lastDay(month)],
  )
