import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Pace, Ready, SizeSold } from './shape.ts'

/** Style-colours that lie in the warehouse, those that the fewest stores have first, then the newest. */
export const readyShades = (
  db: Db,
  most: number,
  shades: readonly string[] | null = null,
): Promise<Ready[]> =>
  db.query<Ready>(
    `with shade as (
       select k.style_id, k.color, sum(d.told - d.sent) as pieces from depot_stock d join sku k on k.id = d.sku_id where d.told > d.sent
         and ($2::text[] is null or k.style_id || ' ' || k.color = any($2)) group by 1, 2
     )
     select y.id as style, y.code, y.name, y.name_en as "nameEn", y.category, y.season, y.wave, y.launched_on as "launchedOn", y.picture, x.color,
       min(k.color_en) as "colorEn", min(k.swatch) as swatch, json_agg(json_build_object('sku', k.id, 'size', k.size,
         'available', greatest(coalesce(d.told - d.sent, 0), 0)) order by k.size_order, k.size) as sizes,
       (select count(*)::int from (
         select s.store_id from stock s join sku o on o.id = s.sku_id where o.style_id = x.style_id and o.color = x.color and s.on_hand > 0
         union select l.store_id from shipment_line l join sku o on o.id = l.sku_id where o.style_id = x.style_id and o.color = x.color
           and l.in_transit > 0) h) as stores
     from shade x join style y on y.id = x.style_id join sku k on k.style_id = x.style_id and k.color = x.color
     left join depot_stock d on d.sku_id = k.id
     group by y.id, x.style_id, x.color order by stores, y.launched_on desc, y.code, x.color limit $1`,
    [most, shades],
  )
/** Which of these style-colours which store has, or is to get: `style color store`. */
export async function placesOf(
  db: Db,
  shades: readonly string[],
  stores: readonly string[],
): Promise<Set<string>> {
  const rows = await db.query<{ place: string }>(
    `with wanted as (select id, style_id || ' ' || color as shade from sku where style_id || ' ' || color = any($1::text[])
       and style_id = any(select distinct split_part(x, ' ', 1)::uuid from unnest($1::text[]) as x))
     select distinct w.shade || ' ' || s.store_id as place from wanted w join stock s on s.sku_id = w.id
       where s.store_id = any($2::uuid[]) and s.on_hand > 0
     union select w.shade || ' ' || l.store_id from wanted w join shipment_line l on l.sku_id = w.id
       where l.store_id = any($2::uuid[]) and l.in_transit > 0`,
    [shades, stores],
  )
  return new Set(rows.map((r) => r.place))
}
/** What the stores sold of these categories between two days. */
export const pacesOf = (
  db: Db,
  stores: readonly string[],
  categories: readonly string[],
  from: Day,
  until: Day,
): Promise<Pace[]> =>
  db.query<Pace>(
    `select d.store_id as store, y.category, sum(d.units)::int as units, count(distinct (d.style, d.color))::int as shades
     from sales_style_day d join style y on y.code = d.style and y.category = any($2::text[])
     where d.store_id = any($1::uuid[]) and d.day >= $3 and d.day < $4 group by 1, 2`,
    [stores, categories, from, until],
  )
/** Which sizes of these categories the stores sold. */
export const sizesSold = (
  db: Db,
  stores: readonly string[],
  categories: readonly string[],
  from: Day,
  until: Day,
): Promise<SizeSold[]> =>
  db.query<SizeSold>(
    `select y.category, k.size, -sum(m.quantity)::int as units from stock_movement m join sku k on k.id = m.sku_id
     join style y on y.id = k.style_id and y.category = any($2::text[])
     where m.store_id = any($1::uuid[]) and m.day >= $3 and m.day < $4 and m.kind in ('sale', 'return', 'reversal') group by 1, 2`,
    [stores, categories, from, until],
  )
/** Those of the stores that keep a stock book: only they can receive. */
export const keepingBooks = async (db: Db, stores: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ id: string }>(
        'select store_id as id from stock_book where store_id = any($1::uuid[])',
        [stores],
      )
    ).map((r) => r.id),
  )
