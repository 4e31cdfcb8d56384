import { type Db, one } from '../../../platform/database/database.ts'
import type { OwnStock, Span } from './shape.ts'

/** Sizes told at most. */
const mostShort = 8

/**
 * Of what somebody sold in a span: sizes of the same colour that are gone from sale in the store, or of which the last piece is left
 * after she sold one; and what she counted for a stocktake. null where the store keeps no stock book. It is told as the books have it:
 * no rule of theirs is here.
 */
export async function ownStock(
  db: Db,
  store: string,
  person: string,
  { from, to }: Span,
): Promise<OwnStock | null> {
  const row = await one<OwnStock>(
    db,
    `with mine as (
       select l.sku_id, sum(l.quantity)::int as sold from ticket t join ticket_credit c on c.store_id = t.store_id and c.ticket_id = t.id
         and c.person_id = $2 join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id
       where t.store_id = $1 and t.day between $3 and $4 and l.sku_id is not null group by 1 having sum(l.quantity) > 0
     ), shade as (
       select distinct k.style_id, k.color from mine m join sku k on k.id = m.sku_id
     ), size as (
       select k.id as sku, y.code as style, y.name, y.name_en as "nameEn", k.color, k.color_en as "colorEn", k.size, k.size_order,
         coalesce(m.sold, 0) as sold, greatest(0, coalesce(s.on_hand - s.held, 0)) as left, coalesce(w.pieces, 0)::int as "onTheWay"
       from shade h join style y on y.id = h.style_id join sku k on k.style_id = h.style_id and k.color = h.color
       left join mine m on m.sku_id = k.id left join stock s on s.store_id = $1 and s.sku_id = k.id
       left join lateral (select sum(t.in_transit) as pieces from shipment_line t where t.store_id = $1 and t.sku_id = k.id
         and t.in_transit > 0) w on true
     ), short as (
       select * from size where size.left = 0 or (size.sold > 0 and size.left <= 1)
       order by sold desc, "left", style, color, size_order limit ${mostShort}
     ), sheet as (
       select count(*)::int as sheets, coalesce(sum(z.pieces), 0)::int as counted from take_sheet z join store o on o.id = z.store_id
       where z.store_id = $1 and z.by = $2
         and ((z.at at time zone o.time_zone) - make_interval(mins => o.cut_off_minutes))::date between $3 and $4
     )
     select coalesce((select json_agg(json_build_object('sku', x.sku, 'style', x.style, 'name', x.name, 'nameEn', x."nameEn", 'color', x.color,
         'colorEn', x."colorEn", 'size', x.size, 'sold', x.sold, 'left', x."left", 'onTheWay', x."onTheWay")
         order by x.sold desc, x."left", x.style, x.color, x.size_order) from short x), '[]') as short, h.sheets, h.counted
     from sheet h where exists (select from stock_book b where b.store_id = $1)`,
    [store, person, from, to],
  )
  return row ?? null
}

/** Of these those that the goods file knows. */
export const skusKnown = async (db: Db, skus: readonly string[]): Promise<number> =>
  (await db.query('select id from sku where id = any($1::uuid[])', [skus])).length
export const recordWanted = (
  db: Db,
  store: string,
  report: string,
  skus: readonly string[],
): Promise<unknown> =>
  db.query(
    'insert into own_report_wanted (store_id, report_id, sku_id) select $1, $2, x from unnest($3::uuid[]) x',
    [store, report, skus],
  )
