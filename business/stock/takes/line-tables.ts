import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Cause, TakeLine } from './shape.ts'

/** Stock of a take: what the books hold of its categories, and whatever was counted. */
const scope = `select s.sku_id from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
    where s.store_id = $1 and ($3::text[] is null or y.category = any($3::text[]))
  union select e.sku_id from take_entry e where e.store_id = $1 and e.take_id = $2`

/** Rows of stock for all that is in the take, locked in the order of the house. */
export async function holdScope(
  db: Db,
  store: string,
  take: string,
  categories: readonly string[] | null,
): Promise<void> {
  await db.query(
    `insert into stock (store_id, sku_id, on_hand) select $1, x.sku_id, 0 from (${scope}) x order by x.sku_id on conflict do nothing`,
    [store, take, categories],
  )
  await db.query(
    `select 1 from stock where store_id = $1 and sku_id in (select sku_id from (${scope}) x) order by sku_id for update`,
    [store, take, categories],
  )
}

/**
 * Freezes the first count. Each SKU is held against the books of the moment of its last entry: what moved later is no difference.
 * Where the books moved between its first and its last entry nobody can say whether the piece was counted before it went, so the
 * line is unclear. Of what nobody found, the moment is the close, and it is unclear only if the books still hold some.
 */
export const freezeLines = (
  db: Db,
  t: {
    store: string
    take: string
    categories: readonly string[] | null
    begun: string
    now: Date
    day: Day
  },
): Promise<unknown> =>
  db.query(
    `with seen as (
       select e.sku_id, sum(e.pieces)::int as counted, min(e.at) as first_at, max(e.at) as last_at from take_entry e
       where e.store_id = $1 and e.take_id = $2 and e.undoes is null and not exists (select from take_entry u
         where u.store_id = e.store_id and u.take_id = e.take_id and u.undoes = e.id) group by e.sku_id
     ), span as (
       select x.sku_id, coalesce(n.counted, 0) as counted, coalesce(n.first_at, $4::timestamptz) as first_at,
         coalesce(n.last_at, $5::timestamptz) as last_at, n.sku_id is not null as was_seen
       from (${scope}) x left join seen n on n.sku_id = x.sku_id
     ), held as (
       select p.*, s.on_hand - coalesce(m.after, 0)::int as expected, coalesce(m.during, 0) > 0 as moved
       from span p join stock s on s.store_id = $1 and s.sku_id = p.sku_id
       left join lateral (select sum(v.quantity) filter (where v.at > p.last_at) as after,
           count(*) filter (where v.at > p.first_at and v.at <= p.last_at and v.quantity <> 0) as during
         from stock_movement v where v.store_id = $1 and v.sku_id = p.sku_id and v.at > p.first_at) m on true
     )
     insert into take_line (store_id, take_id, sku_id, counted, expected, tag_price, counted_at, unclear)
     select $1, $2, h.sku_id, h.counted, h.expected, coalesce((select t.tag_price from style_price t where t.style_id = k.style_id
         and t.from_day <= $6 order by t.from_day desc limit 1), 0), h.last_at, h.moved and (h.was_seen or h.expected <> 0)
     from held h join sku k on k.id = h.sku_id where h.counted <> 0 or h.expected <> 0`,
    [t.store, t.take, t.categories, t.begun, t.now.toISOString(), t.day],
  )

/** Every line of a take, unchanged ones too. */
export const linesOf = (db: Db, store: string, take: string): Promise<(TakeLine & { sku: string })[]> =>
  db.query(
    `select sku_id as sku, counted, expected, tag_price as "tagPrice", unclear, recount_id is not null as recounted, cause
     from take_line where store_id = $1 and take_id = $2`,
    [store, take],
  )
export const findLine = (db: Db, store: string, take: string, sku: string) =>
  one<TakeLine>(
    db,
    `select counted, expected, tag_price as "tagPrice", unclear, recount_id is not null as recounted, cause
     from take_line where store_id = $1 and take_id = $2 and sku_id = $3`,
    [store, take, sku],
  )
export const knownRecount = (db: Db, store: string, take: string, id: string) =>
  one<{ sku: string; counted: number; expected: number }>(
    db,
    `select r.sku_id as sku, l.counted, l.expected from take_recount r join take_line l on l.store_id = r.store_id
       and l.take_id = r.take_id and l.sku_id = r.sku_id where r.store_id = $1 and r.take_id = $2 and r.id = $3`,
    [store, take, id],
  )
/** A SKU counted anew at one moment: clear, whatever the first count saw. Its cause is asked for anew. */
export const recordRecount = (
  db: Db,
  r: {
    store: string
    take: string
    id: string
    sku: string
    counted: number
    expected: number
    by: string
    at: Date
  },
): Promise<unknown> =>
  db.query(
    `with again as (insert into take_recount (store_id, take_id, id, sku_id, counted, by, at) values ($1, $2, $3, $4, $5, $6, $7))
     update take_line set counted = $5, expected = $8, counted_at = $7, unclear = false, recount_id = $3, cause = null,
       person_id = null, words = null where store_id = $1 and take_id = $2 and sku_id = $4`,
    [r.store, r.take, r.id, r.sku, r.counted, r.by, r.at.toISOString(), r.expected],
  )
/** How many of the SKUs differ, and so have got this cause. */
export async function explain(
  db: Db,
  e: {
    store: string
    take: string
    skus: readonly string[]
    cause: Cause
    person: string | null
    words: string | null
  },
): Promise<number> {
  const rows = await db.query(
    `update take_line set cause = $4, person_id = $5, words = $6 where store_id = $1 and take_id = $2 and sku_id = any($3::uuid[])
       and counted <> expected returning 1`,
    [e.store, e.take, e.skus, e.cause, e.person, e.words],
  )
  return rows.length
}

/** Every line in one text, in the order of SKUs; the seal is its SHA-256, which the database computes and can compute again. */
export const sealSql = (store: string, take: string): string =>
  `(select encode(sha256(convert_to(coalesce(string_agg(concat_ws(':', l.sku_id, l.counted, l.expected, l.tag_price,
      to_char(l.counted_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), coalesce(l.cause, '-')), E'\\n' order by l.sku_id), ''), 'UTF8')), 'hex')
    from take_line l where l.store_id = ${store} and l.take_id = ${take})`
export const sealOf = async (db: Db, store: string, take: string): Promise<string> =>
  (await one<{ seal: string }>(db, `select ${sealSql('$1', '$2')} as seal`, [store, take]))!.seal

/**
 * The whole take becomes one count of the stock books, each line at its own moment, held against the books as they now know that
 * moment: a ticket that arrived since has changed them. Lines that were counted later by somebody else adjust nothing.
 */
export const bookLines = (
  db: Db,
  t: { store: string; take: string; day: Day; by: string; now: Date },
): Promise<{ sku: string; quantity: number; at: string }[]> =>
  db.query(
    `with count as (
       insert into stock_count (store_id, id, day, counted_at, by, at)
       select $1, $2, $3, max(counted_at), $4, $5 from take_line where store_id = $1 and take_id = $2
     ), booked as (
       insert into stock_count_line (store_id, count_id, line, sku_id, expected, counted, reason, superseded, counted_at)
       select $1, $2, row_number() over (order by l.sku_id)::int, l.sku_id, s.on_hand - coalesce((select sum(m.quantity)::int
           from stock_movement m where m.store_id = $1 and m.sku_id = l.sku_id and m.at > l.counted_at), 0), l.counted, l.cause,
         exists (select from stock_count_line c join stock_count k on k.store_id = c.store_id and k.id = c.count_id
           where c.store_id = $1 and c.sku_id = l.sku_id and coalesce(c.counted_at, k.counted_at) > l.counted_at), l.counted_at
       from take_line l join stock s on s.store_id = l.store_id and s.sku_id = l.sku_id where l.store_id = $1 and l.take_id = $2
       returning sku_id, counted - expected as quantity, superseded, counted_at
     )
     select sku_id as sku, quantity, to_char(counted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from booked
     where not superseded and quantity <> 0 order by sku_id`,
    [t.store, t.take, t.day, t.by, t.now.toISOString()],
  )
