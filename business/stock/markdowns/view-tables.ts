import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { StyleSeen } from './shape.ts'
import { firstColor, styleColumns } from './tables.ts'

export interface LineSeen extends StyleSeen {
  readonly tag: Money
  readonly cost: Money | null
  readonly percent: number
  readonly pieces: number
  readonly pace: number
  readonly elasticity: number
  readonly decay: number
  readonly keptSold: number
  readonly keptNet: Money
  readonly sold: number
  readonly net: Money
  readonly steps: readonly { readonly day: Day; readonly percent: number; readonly price: Money }[]
  readonly stop: { readonly day: Day; readonly why: string; readonly byName: string } | null
  /** Net pieces and net sales since the plan began, by its weeks. */
  readonly came: readonly { readonly week: number; readonly units: number; readonly net: Money }[]
}
/** The styles of a plan, those with most to sell first, with what has been sold since it began. */
export const linesSeen = (db: Db, plan: string, until: Day): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `with plan as materialized (select * from markdown_plan where id = $1), came as materialized (
       select y.id as style_id, (d.day - p.from_day) / 7 as week, sum(d.units)::int as units, sum(d.net)::int8 as net
       from plan p join markdown_line l on l.plan_id = p.id join style y on y.id = l.style_id join sales_style_day d on d.style = y.code
       where d.day between p.from_day and least($2::date, p.ends_on) group by 1, 2
     )
     select ${styleColumns}, l.tag_price as tag, l.cost, l.percent,
       l.pieces, l.pace_thousandths / 1000.0::float8 as pace, l.elasticity_thousandths / 1000.0::float8 as elasticity,
       l.decay_thousandths / 1000.0::float8 as decay, l.kept_sold as "keptSold", l.kept_net as "keptNet", l.expected_sold as sold, l.expected_net as net,
       (select json_agg(json_build_object('day', s.from_day, 'percent', s.percent, 'price', s.price) order by s.from_day) from markdown_step s
        where s.plan_id = l.plan_id and s.style_id = l.style_id) as steps,
       (select json_build_object('day', t.day, 'why', t.why, 'byName', n.name) from markdown_stop t join person n on n.id = t.by
        where t.plan_id = l.plan_id and t.style_id = l.style_id) as stop,
       coalesce((select json_agg(json_build_object('week', c.week, 'units', c.units, 'net', c.net) order by c.week) from came c
        where c.style_id = l.style_id), '[]') as came
     from markdown_line l join style y on y.id = l.style_id
     ${firstColor}
     where l.plan_id = $1 order by l.tag_price * l.pieces desc, y.code`,
    [plan, until],
  )

/** Seasons with goods that lie somewhere and came four weeks ago or earlier, and how many styles of each; the newest first. */
export const seasonsLying = (
  db: Db,
  today: Day,
): Promise<{ readonly season: string; readonly styles: number }[]> =>
  db.query(
    `select y.season, count(*)::int as styles from style y where y.launched_on <= $1::date - 28
       and exists (select from sku k join stock s on s.sku_id = k.id where k.style_id = y.id and s.on_hand > 0)
     group by y.season order by max(y.launched_on) desc`,
    [today],
  )

export interface PriceChange extends StyleSeen {
  readonly day: Day
  readonly tag: Money
  readonly before: Money
  readonly price: Money
  readonly percent: number
  /** Pieces that lie in the store: so many labels. */
  readonly pieces: number
}
/** What changes its price in a store between two days, of what lies there. */
export const changesOf = (db: Db, store: string, from: Day, to: Day): Promise<PriceChange[]> =>
  db.query<PriceChange>(
    `select m.from_day as day, ${styleColumns},
       p.tag_price as tag, coalesce((select b.price from style_markdown b where b.style_id = y.id and b.from_day < m.from_day
         order by b.from_day desc limit 1), p.tag_price) as before, m.price, m.percent, l.pieces
     from style_markdown m join style y on y.id = m.style_id
     join lateral (select sum(s.on_hand)::int as pieces from stock s join sku k on k.id = s.sku_id
       where s.store_id = $1 and k.style_id = y.id and s.on_hand > 0) l on l.pieces > 0
     ${firstColor}
     join lateral (select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= m.from_day order by p.from_day desc limit 1) p on true
     where m.from_day between $2 and $3 order by m.from_day, y.code`,
    [store, from, to],
  )
