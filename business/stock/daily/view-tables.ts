import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Standing } from './shape.ts'
import type { EveningKept } from './tables.ts'

/** Evenings of several stores as they were kept. */
export const eveningsOf = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<(EveningKept & { store: string; day: Day; byName: string })[]> =>
  db.query(
    `select d.store_id as store, d.day, d.categories, d.counted, d.differing, d.open, d.pieces, d.short, d.over,
       d.settled_at as "settledAt", d.at, p.name as "byName" from daily_count_day d join person p on p.id = d.by
     where d.store_id = any($1::uuid[]) and d.day between $2 and $3 order by d.day`,
    [stores, from, to],
  )
/** What differs most in several stores on a day. */
export const worstOf = (
  db: Db,
  stores: readonly string[],
  day: Day,
  most: number,
): Promise<(Standing & { store: string })[]> =>
  db.query(
    `select c.store_id as store, c.category, c.n, c.shelf, c.back, c.expected, c.low, c.high, c.off, c.at, p.name as "byName", c.reason,
       c.words, q.name as "saidByName" from daily_count_standing c join person p on p.id = c.by left join person q on q.id = c.said_by
     where c.store_id = any($1::uuid[]) and c.day = $2 and c.off <> 0
     order by c.reason is not null, abs(c.off) desc, c.category, c.store_id limit $3`,
    [stores, day, most],
  )
/** Which of the stores keep a stock book since when, and which are closed on a day. */
export const booksBegun = async (db: Db, stores: readonly string[], day: Day): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ store: string }>(
        'select store_id as store from stock_book where store_id = any($1::uuid[]) and begun_on <= $2',
        [stores, day],
      )
    ).map((r) => r.store),
  )
export const closedOn = async (db: Db, stores: readonly string[], day: Day): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ store: string }>(
        'select store_id as store from store_closed_day where store_id = any($1::uuid[]) and day = $2',
        [stores, day],
      )
    ).map((r) => r.store),
  )
