import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { FreightTerms } from './freight-rules.ts'

export const termsOn = async (db: Db, day: Day): Promise<FreightTerms | null> =>
  (await one<FreightTerms>(
    db,
    'select from_day as "fromDay", near, far, parcel from transfer_freight where from_day <= $1 order by from_day desc limit 1',
    [day],
  )) ?? null
/** Set anew for the same day it is the later word. */
export const recordTerms = (db: Db, t: FreightTerms & { by: string; at: Date }): Promise<unknown> =>
  db.query(
    `insert into transfer_freight (from_day, near, far, parcel, by, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (from_day) do update set near = excluded.near, far = excluded.far, parcel = excluded.parcel, by = excluded.by, at = excluded.at`,
    [t.fromDay, t.near, t.far, t.parcel, t.by, t.at.toISOString()],
  )

/** Of a style `y` on a day: what a piece of it is sold for, marked down or by its tag. */
export const sellingPriceOn = (day: string): string =>
  `least((select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= ${day} order by p.from_day desc limit 1),
    (select m.price from style_markdown m where m.style_id = y.id and m.from_day <= ${day} order by m.from_day desc limit 1))`

export interface TransferWorth {
  readonly pieces: number
  /** At what they are sold for on the day. */
  readonly worth: Money
  /** Over their cost; null where the cost of a piece is not known. */
  readonly margin: Money | null
  /** Both stores belong to one area. */
  readonly isNear: boolean
  readonly day: Day
}
/** What a transfer carries, by the prices and areas of the day of its proposal. */
export const worthOf = (db: Db, store: string, transfer: string): Promise<TransferWorth | undefined> =>
  one<TransferWorth>(
    db,
    `select t.day, sum(x.pieces)::int as pieces, coalesce(sum(x.pieces * x.price), 0)::int8 as worth,
       case when count(*) = count(x.cost) and count(*) = count(x.price) then sum(x.pieces * (x.price - x.cost))::int8 end as margin,
       (select a.area_id from store_area a where a.store_id = t.store_id and a.from_day <= t.day order by a.from_day desc limit 1)
         is not distinct from (select a.area_id from store_area a where a.store_id = t.to_store and a.from_day <= t.day
           order by a.from_day desc limit 1) as "isNear"
     from transfer t cross join lateral (select coalesce(l.picked, l.asked) as pieces, ${sellingPriceOn('t.day')} as price,
         (select c.cost from style_cost c where c.style_id = y.id and c.from_day <= t.day order by c.from_day desc limit 1) as cost
       from transfer_line l join sku k on k.id = l.sku_id join style y on y.id = k.style_id
       where l.store_id = t.store_id and l.transfer_id = t.id) x
     where t.store_id = $1 and t.id = $2 group by t.store_id, t.id, t.day, t.to_store`,
    [store, transfer],
  )
