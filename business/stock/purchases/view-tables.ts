import { type Db, one } from '../../../platform/database/database.ts'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'

export interface OrderHead {
  readonly id: string
  readonly number: string
  readonly maker: string
  readonly due: Month
  readonly words: string | null
  readonly beyond: Money
  readonly byName: string
  readonly at: string
  readonly categories: readonly string[]
  readonly pieces: number
  readonly open: number
  readonly came: number
  readonly cancelled: number
  /** Of all that is ordered and not cancelled, and of what is still to come. */
  readonly cost: Money
  readonly openCost: Money
  readonly openTag: Money
}
const heads = `select o.id, o.number, o.maker, to_char(o.due_month, 'YYYY-MM') as due, o.words, o.beyond, p.name as "byName", o.at, l.*
  from purchase_order o join person p on p.id = o.by
  join lateral (select array_agg(distinct x.category) as categories, sum(x.pieces)::int as pieces, sum(x.open)::int as open,
    sum(x.came)::int as came, sum(x.cancelled)::int as cancelled, sum((x.pieces - x.cancelled) * x.cost)::int8 as cost,
    sum(x.open * x.cost)::int8 as "openCost", sum(x.open * x.tag)::int8 as "openTag" from purchase_line x where x.order_id = o.id) l on true`
/** All of which something is still to come, the earliest month first. */
export const openOrders = (db: Db): Promise<OrderHead[]> =>
  db.query<OrderHead>(
    `${heads} where o.id in (select x.order_id from purchase_line x where x.open > 0) order by o.due_month, o.at`,
  )
/** The last that are done with. */
export const closedOrders = (db: Db, most: number): Promise<OrderHead[]> =>
  db.query<OrderHead>(
    `${heads} where not exists (select from purchase_line x where x.order_id = o.id and x.open > 0) order by o.at desc limit $1`,
    [most],
  )
export const orderOf = (db: Db, order: string): Promise<OrderHead | undefined> =>
  one<OrderHead>(db, `${heads} where o.id = $1`, [order])

export interface LineSeen {
  readonly line: number
  readonly category: string
  readonly style: string | null
  readonly code: string | null
  readonly name: string | null
  readonly nameEn: string | null
  readonly color: string | null
  readonly colorEn: string | null
  readonly pieces: number
  readonly cost: Money
  readonly tag: Money
  readonly open: number
  readonly came: number
  readonly cancelled: number
  /** Of a style-colour, in the order of its run. */
  readonly sizes: readonly { readonly sku: string; readonly size: string }[]
}
export const linesSeen = (db: Db, order: string): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `select l.line, l.category, l.style_id as style, y.code, y.name, y.name_en as "nameEn", l.color, k.color_en as "colorEn", l.pieces, l.cost,
       l.tag, l.open, l.came, l.cancelled, coalesce(k.sizes, '[]'::json) as sizes
     from purchase_line l left join style y on y.id = l.style_id
     left join lateral (select min(s.color_en) as color_en, json_agg(json_build_object('sku', s.id, 'size', s.size)
       order by s.size_order, s.size) as sizes from sku s where s.style_id = l.style_id and s.color = l.color) k on true
     where l.order_id = $1 order by l.line`,
    [order],
  )
/** What became of it, newest first: deliveries of the maker and what was cancelled. */
export const eventsOf = (db: Db, order: string) =>
  db.query<{
    id: string
    kind: 'arrival' | 'cancelled'
    pieces: number
    words: string | null
    day: Day
    byName: string
    at: string
  }>(
    `select e.*, p.name as "byName" from (
       select a.id, 'arrival' as kind, (select sum(x.pieces)::int from purchase_arrival_line x where x.arrival_id = a.id) as pieces,
         a.note as words, a.day, a.by, a.at from purchase_arrival a where a.order_id = $1
       union all
       select c.id, 'cancelled', sum(c.pieces)::int, min(c.words), c.day, c.by, c.at from purchase_cancellation c where c.order_id = $1
       group by c.id, c.day, c.by, c.at) e
     join person p on p.id = e.by order by e.at desc`,
    [order],
  )
