import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { differencesSql, dueDifference } from '../cash/closing-tables.ts'
import type { KeptBooks, MatterKind, Overseen } from './shape.ts'

/** As many as a list holds; the oldest come first, the others move up as these are put right. */
export const mostMatters = 300
/** How far back a till or pieces without a count are looked for, and how long an approved transfer may wait. Days. */
const countedSince = 7
const sendWithin = 2

const piece = `json_build_object('style', y.code, 'name', y.name, 'nameEn', y.name_en, 'color', k.color, 'colorEn', k.color_en, 'size', k.size)`
/** The business day of an instant at the store `o`. */
const dayThere = (instant: string): string =>
  `((${instant} at time zone o.time_zone) - interval '1 minute' * o.cut_off_minutes)::date`
/** $1 the stores, $2 the day, $3 the instant. */
const matters = `
  select s.store_id as store, 'negativeStock' as kind, s.sku_id::text as about,
    ${dayThere('s.negative_since')} as since, null::int8 as amount, s.on_hand as pieces, ${piece} as subject
  from stock s join store o on o.id = s.store_id join sku k on k.id = s.sku_id join style y on y.id = k.style_id where s.store_id = any($1::uuid[]) and s.on_hand < 0
  union all
  select d.store, case when d.kind = 'variance' then 'overShort' else 'statement' end, d.about || ' ' || d.tender, d.day, d.amount, null,
    json_build_object('tender', d.tender, 'why', d.why, 'said', d.words)
  from (${differencesSql}) d where d.store = any($1::uuid[]) and ${dueDifference('$2')}
  union all
  select c.store_id, 'cashOwed', c.id::text, c.day, c.moved, null, json_build_object('tender', 'cash') from cash_latest_count c
  where c.store_id = any($1::uuid[]) and c.moved > 0 and c.due_at < $3 and not exists (select from cash_deposit_day x
    join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id where x.store_id = c.store_id and x.day = c.day)
  union all
  select t.store_id, 'notCounted', d.day::text, d.day, null, null, json_build_object() from cash_till t
  join sales_store_day d on d.store_id = t.store_id and d.day >= greatest(t.begun_on, $2::date - ${countedSince}) and d.day < $2 and d.sale_tickets > 0
  where t.store_id = any($1::uuid[]) and not exists (select from cash_latest_count c where c.store_id = t.store_id and c.day = d.day)
  union all
  select b.store_id, 'piecesOpen', coalesce(l.day::text, 'never'), min(d.day), null, null, json_build_object() from stock_book b
  left join lateral (select max(c.day) as day from daily_count_day c where c.store_id = b.store_id and c.day <= $2 and c.settled_at is not null) l on true
  join sales_store_day d on d.store_id = b.store_id and d.day >= greatest(b.begun_on, $2::date - ${countedSince}) and d.day < $2
    and d.sale_tickets > 0 and (l.day is null or d.day > l.day)
  where b.store_id = any($1::uuid[]) and exists (select from stock s where s.store_id = b.store_id and s.on_hand <> 0) group by 1, 3
  union all
  select h.store_id, 'notArrived', h.id::text, h.due_on, null, l.pieces, json_build_object('number', h.number)
  from (select store_id, shipment_id, sum(in_transit)::int as pieces from shipment_line
    where store_id = any($1::uuid[]) and in_transit > 0 group by 1, 2) l
  join shipment h on h.store_id = l.store_id and h.id = l.shipment_id where h.due_on < $2
  union all
  select t.store_id, 'notShipped', t.id::text, ${dayThere('p.at')}, null, l.pieces, json_build_object('number', t.number)
  from transfer t join store o on o.id = t.store_id join transfer_step p on p.store_id = t.store_id and p.transfer_id = t.id and p.step = 'approved'
  cross join lateral (select sum(x.asked)::int as pieces from transfer_line x where x.store_id = t.store_id and x.transfer_id = t.id) l
  where t.store_id = any($1::uuid[]) and p.at < $3::timestamptz - interval '${sendWithin} days' and not exists (
    select from transfer_step x where x.store_id = t.store_id and x.transfer_id = t.id and x.step in ('shipped', 'cancelled'))`

const stores = `select s.id from store s where (s.closed_on is null or s.closed_on >= $2) and s.opened_on <= $2
  and ($1::uuid is null or $1 = (select m.area_id from store_area m where m.store_id = s.id and m.from_day <= $2 order by m.from_day desc limit 1))`
/** The stores of an area on a day, and how many of them keep the books in which something can be found. */
export async function storesIn(
  db: Db,
  area: string,
  day: Day,
): Promise<{ stores: string[]; kept: KeptBooks }> {
  const all = await db.query<{ id: string; till: boolean; book: boolean }>(
    `select x.id, exists (select from cash_till t where t.store_id = x.id and t.begun_on <= $2) as till,
       exists (select from stock_book b where b.store_id = x.id and b.begun_on <= $2) as book from (${stores}) x`,
    [area, day],
  )
  return {
    stores: all.map((s) => s.id),
    kept: {
      stores: all.length,
      tills: all.filter((s) => s.till).length,
      books: all.filter((s) => s.book).length,
    },
  }
}

/** What does not add up in these stores, the oldest first, each with what was said of it since a day. */
export const openMatters = (
  db: Db,
  at: readonly string[],
  day: Day,
  now: Date,
  saidSince: Day,
): Promise<Overseen[]> =>
  db.query<Overseen>(
    `select x.*, o.code, o.name as "storeName", o.name_en as "storeNameEn", n.said from (${matters}) x join store o on o.id = x.store
     left join lateral (select json_build_object('day', l.day, 'cause', n.cause, 'words', n.words) as said
       from oversight_line n join oversight_list l on l.store_id = n.store_id and l.id = n.list_id
       where n.at_store = x.store and n.kind = x.kind and n.about = x.about and l.day between $4 and $2
       order by l.day desc, l.version desc limit 1) n on true
     where x.since <= $2 order by x.since, o.code, x.kind, x.about limit ${mostMatters}`,
    [at, day, now.toISOString(), saidSince],
  )

export interface AreaMatters {
  readonly area: string
  readonly matters: number
  readonly oldest: Day
  /** How many of each kind, the most frequent first. */
  readonly kinds: readonly { readonly kind: MatterKind; readonly n: number }[]
}
/** How many are open in each area, and since when; counted in the database however many they are. */
export const mattersByArea = async (db: Db, day: Day, now: Date): Promise<AreaMatters[]> =>
  db.query<AreaMatters>(
    `with place as (select s.id, m.area_id from store s cross join lateral (select area_id from store_area
         where store_id = s.id and from_day <= $2 order by from_day desc limit 1) m
       where (s.closed_on is null or s.closed_on >= $2) and s.opened_on <= $2)
     select area, sum(n)::int as matters, min(oldest) as oldest, json_agg(json_build_object('kind', kind, 'n', n) order by n desc, kind) as kinds
     from (select p.area_id as area, x.kind, count(*)::int as n, min(x.since) as oldest from (${matters}) x join place p on p.id = x.store
       where x.since <= $2 group by 1, 2) k group by 1`,
    [await everyStore(db, day), day, now.toISOString()],
  )
const everyStore = async (db: Db, day: Day): Promise<string[]> =>
  (await db.query<{ id: string }>(stores, [null, day])).map((s) => s.id)
