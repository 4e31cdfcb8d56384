import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Shade, ShadeIn } from './shape.ts'
import { weeks } from './shape.ts'

const list = (each: (i: number) => string): string =>
  Array.from({ length: weeks }, (_, i) => each(i)).join(', ')

/**
 * Every style-colour that lies in the stores or sold lately. Read from what is kept: stock on hand, what was sold by day of the last
 * weeks and ever; of the ledger only the last weeks of these SKUs, to see in which of them there was nothing to sell.
 */
export const shadesIn = (db: Db, stores: readonly string[], today: Day): Promise<ShadeIn[]> =>
  db.query<ShadeIn>(
    `with held as (
       select s.store_id, k.style_id, k.color from stock s join sku k on k.id = s.sku_id where s.store_id = any($1::uuid[]) and s.on_hand <> 0
     ), lately as (
       select d.store_id, y.id as style_id, d.color, ${list((i) => `coalesce(sum(d.units) filter (where d.day >= $2::date - ${7 * (i + 1)} and d.day < $2::date - ${7 * i}), 0)::int as w${i}`)}
       from sales_style_day d join style y on y.code = d.style
       where d.store_id = any($1::uuid[]) and d.day >= $2::date - ${7 * weeks} and d.day < $2::date group by 1, 2, 3
     ), shade as (
       select store_id, style_id, color from held union select store_id, style_id, color from lately
     ), sized as (
       select x.store_id, x.style_id, x.color, array_agg(coalesce(s.on_hand, 0) order by k.size_order, k.size) as run,
         coalesce(sum(s.on_hand), 0)::int as on_hand, coalesce(sum(c.pieces), 0)::int as corrected,
         ${list((i) => `coalesce(sum(m.m${i}), 0)::int as m${i}`)}
       from shade x join sku k on k.style_id = x.style_id and k.color = x.color
       left join stock s on s.store_id = x.store_id and s.sku_id = k.id
       left join lateral (select sum(v.quantity) as pieces from stock_movement v where v.store_id = s.store_id and v.sku_id = s.sku_id
         and v.kind in ('count', 'counted', 'damage', 'missing', 'undo')) c on s.sku_id is not null
       left join lateral (select ${list((i) => `sum(v.quantity) filter (where v.day >= $2::date - ${7 * (i + 1)}) as m${i}`)} from stock_movement v
         where v.store_id = s.store_id and v.sku_id = s.sku_id and v.at >= $2::date - ${7 * weeks + 1}) m on s.sku_id is not null
       group by 1, 2, 3
     )
     select z.store_id as store, z.style_id as style, z.color, z.on_hand as "onHand", z.run, coalesce(e.units, 0) as sold, z.corrected,
       array[${list((i) => `coalesce(l.w${i}, 0)`)}] as "byWeek",
       array[${list((i) => `case when b.begun_on <= $2::date - ${7 * (i + 1)} then z.on_hand - z.m${i} end`)}] as "atStart"
     from sized z join stock_book b on b.store_id = z.store_id join style y on y.id = z.style_id
     left join lately l on l.store_id = z.store_id and l.style_id = z.style_id and l.color = z.color
     left join sales_style e on e.store_id = z.store_id and e.style = y.code and e.color = z.color`,
    [stores, today],
  )

/** What the style-colours of these styles are. */
export const shadesOf = (db: Db, styles: readonly string[], today: Day): Promise<Shade[]> =>
  db.query<Shade>(
    `select y.id as style, y.code, y.name, y.name_en as "nameEn", y.category, y.season, y.launched_on as "launchedOn", y.picture,
       (select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= $2 order by p.from_day desc limit 1) as "tagPrice",
       k.color, min(k.color_en) as "colorEn", min(k.swatch) as swatch, array_agg(k.size order by k.size_order, k.size) as sizes
     from style y join sku k on k.style_id = y.id where y.id = any($1::uuid[]) group by y.id, k.color`,
    [styles, today],
  )
