import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Moved } from './rules.ts'
import type { DailyReason, Standing } from './shape.ts'

/** Pieces of each category on a store's books, and what moved of them since a moment. */
export interface OfBooks {
  readonly category: string
  readonly onHand: number
  readonly moves: readonly Moved[]
}
export const booksOf = (
  db: Db,
  store: string,
  categories: readonly string[],
  since: Date,
): Promise<OfBooks[]> =>
  db.query<OfBooks>(
    `with held as (
       select y.category, s.sku_id, s.on_hand from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
       where s.store_id = $1 and y.category = any($2::text[])
     ), moved as (
       select h.category, jsonb_agg(jsonb_build_object('at', v.at, 'quantity', v.quantity)) as moves from held h
       join stock_movement v on v.store_id = $1 and v.sku_id = h.sku_id and v.at > $3 and v.quantity <> 0 group by 1
     )
     select h.category, sum(h.on_hand)::int as "onHand", coalesce(m.moves, '[]') as moves from held h
     left join moved m on m.category = h.category group by h.category, m.moves`,
    [store, categories, since.toISOString()],
  )
/** Categories that a store's books hold pieces of, as most of them lie there. */
export const categoriesHeld = async (db: Db, store: string): Promise<string[]> =>
  (
    await db.query<{ category: string }>(
      `select y.category from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
       where s.store_id = $1 and s.on_hand <> 0 group by 1 order by sum(s.on_hand) desc, 1`,
      [store],
    )
  ).map((r) => r.category)

const columns = `c.category, c.n, c.shelf, c.back, c.expected, c.low, c.high, c.off, c.at, p.name as "byName", c.reason, c.words,
  q.name as "saidByName"`
const people = 'join person p on p.id = c.by left join person q on q.id = c.said_by'
export const standingOf = (db: Db, store: string, day: Day): Promise<Standing[]> =>
  db.query<Standing>(
    `select ${columns} from daily_count_standing c ${people} where c.store_id = $1 and c.day = $2 order by c.category`,
    [store, day],
  )
/** Of the evenings before: what each category came to. */
export const eveningsBefore = (
  db: Db,
  store: string,
  from: Day,
  before: Day,
): Promise<{ category: string; day: Day; off: number; reason: DailyReason | null; words: string | null }[]> =>
  db.query(
    `select category, day, off, reason, words from daily_count_standing where store_id = $1 and day >= $2 and day < $3 order by day`,
    [store, from, before],
  )
export const isKnown = async (db: Db, store: string, id: string): Promise<boolean> =>
  (await one(db, 'select 1 from daily_count where store_id = $1 and id = $2 limit 1', [store, id])) !==
  undefined

export const insertCounts = (
  db: Db,
  c: {
    store: string
    day: Day
    id: string
    by: string
    rows: readonly {
      category: string
      shelf: number
      back: number
      expected: number
      low: number
      high: number
      begunAt: Date
      at: Date
    }[]
  },
): Promise<unknown> =>
  db.query(
    `insert into daily_count (store_id, day, category, n, id, shelf, back, expected, low, high, begun_at, at, by)
     select $1, $2, r.category, 1 + coalesce((select max(o.n) from daily_count o where o.store_id = $1 and o.day = $2
         and o.category = r.category), 0), $3, r.shelf, r.back, r.expected, r.low, r.high, r."begunAt", r.at, $4
     from jsonb_to_recordset($5::jsonb) as r (category text, shelf int, back int, expected int, low int, high int,
       "begunAt" timestamptz, at timestamptz)`,
    [c.store, c.day, c.id, c.by, JSON.stringify(c.rows)],
  )
export const insertReasons = (
  db: Db,
  r: {
    store: string
    day: Day
    id: string
    of: readonly { category: string; n: number }[]
    reason: DailyReason
    words: string | null
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    `insert into daily_count_reason (store_id, id, day, category, n, reason, words, by, at)
     select $1, $2, $3, c.category, c.n, $4, $5, $6, $7 from jsonb_to_recordset($8::jsonb) as c (category text, n int)
     on conflict do nothing`,
    [r.store, r.id, r.day, r.reason, r.words, r.by, r.at.toISOString(), JSON.stringify(r.of)],
  )

/** Counts of one evening follow one another. */
export const holdEvening = (db: Db, store: string): Promise<unknown> =>
  db.query('select 1 from stock_book where store_id = $1 for update', [store])

export interface EveningKept {
  readonly categories: number
  readonly counted: number
  readonly differing: number
  readonly open: number
  readonly pieces: number
  readonly short: number
  readonly over: number
  readonly settledAt: string | null
  readonly at: string
}
/**
 * Keeps how an evening stands. Asked for is what the books hold now, and what was counted all the same; who settled it first stays
 * as long as it is settled.
 */
export const keepEvening = async (
  db: Db,
  of: { store: string; day: Day; by: string; now: Date },
): Promise<EveningKept> =>
  (await one<EveningKept>(
    db,
    `with standing as (select * from daily_count_standing where store_id = $1 and day = $2), sums as (
       select (select count(*) from (select y.category from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
           where s.store_id = $1 and s.on_hand <> 0 union select category from standing) x)::int as categories,
         count(*)::int as counted, count(*) filter (where off <> 0)::int as differing,
         count(*) filter (where off <> 0 and reason is null)::int as open, coalesce(sum(shelf + back), 0)::int as pieces,
         coalesce(sum(off) filter (where off < 0), 0)::int as short, coalesce(sum(off) filter (where off > 0), 0)::int as over
       from standing
     )
     insert into daily_count_day as d (store_id, day, categories, counted, differing, open, pieces, short, over, settled_at, by, at)
     select $1, $2, s.categories, s.counted, s.differing, s.open, s.pieces, s.short, s.over,
       case when s.counted = s.categories and s.open = 0 then $4::timestamptz end, $3, $4 from sums s
     on conflict (store_id, day) do update set categories = excluded.categories, counted = excluded.counted,
       differing = excluded.differing, open = excluded.open, pieces = excluded.pieces, short = excluded.short, over = excluded.over,
       settled_at = case when excluded.settled_at is not null then coalesce(d.settled_at, excluded.settled_at) end,
       by = excluded.by, at = excluded.at
     returning categories, counted, differing, open, pieces, short, over, settled_at as "settledAt", at`,
    [of.store, of.day, of.by, of.now.toISOString()],
  ))!

export const eveningKept = (db: Db, store: string, day: Day): Promise<EveningKept | undefined> =>
  one<EveningKept>(
    db,
    `select categories, counted, differing, open, pieces, short, over, settled_at as "settledAt", at from daily_count_day
     where store_id = $1 and day = $2`,
    [store, day],
  )
/** Whether an evening asks for a count, and has got it: a store without a stock book, or with nothing on it, has nothing to count. */
export const countInOrder = async (db: Db, store: string, day: Day): Promise<boolean> =>
  (await one(
    db,
    `select 1 where not exists (select from stock_book where store_id = $1 and begun_on <= $2)
       or exists (select from daily_count_day where store_id = $1 and day = $2 and settled_at is not null)
       or not exists (select from stock where store_id = $1 and on_hand <> 0 union all
         select from daily_count_day where store_id = $1 and day = $2)`,
    [store, day],
  )) !== undefined
