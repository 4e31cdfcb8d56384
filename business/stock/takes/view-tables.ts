import type { Db } from '../../../platform/database/database.ts'
import type { Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { type Piece, pieceColumns } from '../view-tables.ts'
import type { Cause, TakeHead, TakeStep, Variance, Zone } from './shape.ts'
import { headColumns, headTables } from './tables.ts'

const order = 'y.code, k.color, k.size_order, k.size'
const value = 'sum((l.counted - l.expected) * l.tag_price)'
const variance = `count(*)::int as skus, coalesce(sum(l.counted), 0)::int as pieces,
  count(*) filter (where l.counted <> l.expected)::int as differing,
  coalesce(sum(l.counted - l.expected) filter (where l.counted < l.expected), 0)::int as short,
  coalesce(sum(l.counted - l.expected) filter (where l.counted > l.expected), 0)::int as over,
  coalesce(${value} filter (where l.counted < l.expected), 0)::bigint as "shortValue",
  coalesce(${value} filter (where l.counted > l.expected), 0)::bigint as "overValue"`

export interface TakeSeen extends TakeHead, Variance {
  readonly entered: number
  readonly submittedAt: string | null
}
const seen = `select ${headColumns}, v.*, (select coalesce(sum(e.pieces), 0)::int from take_entry e where e.store_id = t.store_id and e.take_id = t.id)
    as entered, (select max(s.at) from take_step s where s.store_id = t.store_id and s.take_id = t.id and s.step = 'submitted') as "submittedAt"
  from ${headTables} cross join lateral (select ${variance} from take_line l where l.store_id = t.store_id and l.take_id = t.id) v`
/** Takes of some stores, the latest first. */
export const takesOf = (db: Db, stores: readonly string[], limit: number): Promise<TakeSeen[]> =>
  db.query<TakeSeen>(`${seen} where t.store_id = any($1::uuid[]) order by t.at desc limit $2`, [
    stores,
    limit,
  ])
export const takesOfMonth = async (db: Db, stores: readonly string[], month: Month): Promise<TakeSeen[]> =>
  (
    await db.query<TakeSeen>(
      `${seen} where t.store_id = any($1::uuid[]) and t.month = $2 order by o.code, t.at desc`,
      [stores, month],
    )
  ).filter((t) => t.state !== 'cancelled')
export const takeSeen = async (db: Db, store: string, id: string): Promise<TakeSeen | undefined> =>
  (await db.query<TakeSeen>(`${seen} where t.store_id = $1 and t.id = $2`, [store, id]))[0]
/** The last approved take of a store before one, to hold it against. */
export const takeBefore = async (db: Db, store: string, at: string): Promise<TakeSeen | undefined> =>
  (
    await db.query<TakeSeen>(
      `${seen} where t.store_id = $1 and t.at < $2 and t.ended_at is not null and exists (select from take_step s
         where s.store_id = t.store_id and s.take_id = t.id and s.step = 'approved') order by t.at desc limit 1`,
      [store, at],
    )
  )[0]

export const zonesOf = (db: Db, store: string, take: string): Promise<Zone[]> =>
  db.query<Zone>(
    `select z.id, z.name, (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.job_number), '[]')
         from person p where p.id = any(z.people)) as people, c.pieces, c.counters,
       (select coalesce(json_agg(json_build_object('person', s.by, 'name', p.name, 'pieces', s.pieces, 'at', s.at) order by s.at), '[]')
         from take_sheet s join person p on p.id = s.by where s.store_id = z.store_id and s.take_id = z.take_id and s.zone_id = z.id) as sheets
     from take_zone z cross join lateral (select coalesce(sum(e.pieces), 0)::int as pieces, count(distinct e.by)::int as counters
       from take_entry e where e.store_id = z.store_id and e.take_id = z.take_id and e.zone_id = z.id) c
     where z.store_id = $1 and z.take_id = $2 order by z.line`,
    [store, take],
  )
/** What was counted in a zone by all phones together, SKU by SKU, the last first; never what the books hold. */
export const zoneCount = (db: Db, store: string, take: string, zone: string) =>
  db.query<Piece & { counted: number }>(
    `select ${pieceColumns}, x.counted from (select sku_id, sum(pieces)::int as counted, max(at) as last from take_entry
       where store_id = $1 and take_id = $2 and zone_id = $3 group by sku_id) x
     join sku k on k.id = x.sku_id join style y on y.id = k.style_id where x.counted > 0 order by x.last desc, ${order} limit 300`,
    [store, take, zone],
  )

/** What a store has ever had, for a phone without network to know what it scans; how many there are is not told. */
export const piecesEverHad = (db: Db, store: string): Promise<Piece[]> =>
  db.query<Piece>(
    `select ${pieceColumns} from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
     where s.store_id = $1 and k.barcode is not null order by y.launched_on desc, ${order} limit 6000`,
    [store],
  )

export interface LineSeen extends Piece {
  readonly counted: number
  readonly expected: number
  readonly tagPrice: Money
  readonly unclear: boolean
  readonly recounted: boolean
  readonly cause: Cause | null
  readonly person: string | null
  readonly personName: string | null
  readonly words: string | null
  /** The zones it was counted in. */
  readonly zones: readonly string[]
}
export const mostLines = 400
/** Lines to decide about, what still asks for something first, of it the most valuable difference: more come up as these are settled. */
export const differingLines = (db: Db, store: string, take: string): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `select ${pieceColumns}, l.counted, l.expected, l.tag_price as "tagPrice", l.unclear, l.recount_id is not null as recounted,
       l.cause, l.person_id as person, p.name as "personName", l.words,
       array(select z.name from take_zone z where z.store_id = l.store_id and z.take_id = l.take_id and exists (select from take_entry e
         where e.store_id = z.store_id and e.take_id = z.take_id and e.zone_id = z.id and e.sku_id = l.sku_id) order by z.line) as zones
     from take_line l join sku k on k.id = l.sku_id join style y on y.id = k.style_id left join person p on p.id = l.person_id
     where l.store_id = $1 and l.take_id = $2 and (l.counted <> l.expected or l.unclear or l.recount_id is not null)
     order by (l.unclear or (l.counted <> l.expected and l.cause is null)) desc, abs((l.counted - l.expected) * l.tag_price) desc, ${order}
     limit ${mostLines}`,
    [store, take],
  )

export interface Share {
  readonly key: string | null
  readonly lines: number
  readonly short: number
  readonly over: number
  readonly value: Money
}
const share = `count(*)::int as lines, coalesce(sum(least(l.counted - l.expected, 0)), 0)::int as short,
  coalesce(sum(greatest(l.counted - l.expected, 0)), 0)::int as over, coalesce(${value}, 0)::bigint as value`
/** Differences of takes by cause, by category or by who was in charge, the dearest first. */
export const sharesOf = (
  db: Db,
  takes: readonly { readonly store: string; readonly id: string }[],
  by: 'cause' | 'category' | 'person',
): Promise<Share[]> =>
  db.query<Share>(
    `select ${{ cause: 'l.cause', category: 'y.category', person: 'p.name' }[by]} as key, ${share}
     from unnest($1::uuid[], $2::uuid[]) as t (store, id) join take_line l on l.store_id = t.store and l.take_id = t.id
     join sku k on k.id = l.sku_id join style y on y.id = k.style_id left join person p on p.id = l.person_id
     where l.counted <> l.expected group by 1 order by abs(coalesce(${value}, 0)) desc, 1 limit 30`,
    [takes.map((t) => t.store), takes.map((t) => t.id)],
  )
export const worstLines = (db: Db, takes: readonly { readonly store: string; readonly id: string }[]) =>
  db.query<
    Piece & {
      store: string
      storeName: string
      storeNameEn: string | null
      counted: number
      expected: number
      tagPrice: Money
      cause: Cause | null
    }
  >(
    `select ${pieceColumns}, l.store_id as store, o.name as "storeName", o.name_en as "storeNameEn", l.counted, l.expected, l.tag_price as "tagPrice", l.cause
     from unnest($1::uuid[], $2::uuid[]) as t (store, id) join take_line l on l.store_id = t.store and l.take_id = t.id
     join store o on o.id = l.store_id join sku k on k.id = l.sku_id join style y on y.id = k.style_id
     where l.counted <> l.expected order by abs((l.counted - l.expected) * l.tag_price) desc, o.code, ${order} limit 12`,
    [takes.map((t) => t.store), takes.map((t) => t.id)],
  )
export const stepsOf = (db: Db, store: string, take: string) =>
  db.query<{ step: TakeStep; words: string | null; seal: string | null; byName: string; at: string }>(
    `select s.step, s.words, s.seal, p.name as "byName", s.at from take_step s join person p on p.id = s.by
     where s.store_id = $1 and s.take_id = $2 order by s.n`,
    [store, take],
  )

/** For planning: what a store holds by category, and who works in it. */
export const heldByCategory = (db: Db, store: string) =>
  db.query<{ category: string; pieces: number }>(
    `select y.category, sum(s.on_hand)::int as pieces from stock s join sku k on k.id = s.sku_id join style y on y.id = k.style_id
     where s.store_id = $1 and s.on_hand <> 0 group by 1 order by 2 desc, 1`,
    [store],
  )
export const staffOf = (db: Db, store: string, day: string) =>
  db.query<{ id: string; name: string }>(
    `select distinct p.id, p.name, p.job_number from appointment a join person p on p.id = a.person_id where a.store_id = $1
       and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2) order by p.job_number`,
    [store, day],
  )
