import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { ShopOrder, SizeReason, SlowFacts } from '../../replenishment/shop-shape.ts'

export interface ShelfSize {
  readonly sku: string
  readonly styleId: string
  readonly style: string
  readonly color: string
  readonly size: string
  readonly category: string
  readonly launchedOn: Day
  readonly onHand: number
  readonly held: number
  readonly onTheWay: number
  readonly depot: number | null
}
/** Style-colours that lie in a store or were sold there since a day, with all their sizes, as of a moment. */
export const shelfAt = (db: Db, store: string, since: Day, at: Date): Promise<ShelfSize[]> =>
  db.query<ShelfSize>(
    `with shade as (
       select distinct k.style_id, k.color from stock s join sku k on k.id = s.sku_id where s.store_id = $1 and (s.on_hand > 0
         or exists (select from stock_movement m where m.store_id = $1 and m.sku_id = s.sku_id and m.day >= $2 and m.kind = 'sale'))
     )
     select k.id as sku, y.id as "styleId", y.code as style, k.color, k.size, y.category, y.launched_on as "launchedOn",
       (coalesce(s.on_hand, 0) - coalesce(later.pieces, 0))::int as "onHand", coalesce(s.held, 0) as held,
       coalesce(w.pieces, 0)::int as "onTheWay", d.told - d.sent as depot
     from shade h join sku k on k.style_id = h.style_id and k.color = h.color join style y on y.id = k.style_id
     left join stock s on s.store_id = $1 and s.sku_id = k.id left join depot_stock d on d.sku_id = k.id
     left join lateral (select sum(m.quantity) as pieces from stock_movement m where m.store_id = $1 and m.sku_id = k.id and m.at > $3)
       later on true
     left join lateral (select sum(l.in_transit) as pieces from shipment_line l where l.store_id = $1 and l.sku_id = k.id
       and l.in_transit > 0) w on true
     order by y.code, k.color, k.size_order, k.size`,
    [store, since, at.toISOString()],
  )
export const movesSince = (db: Db, store: string, since: Day, at: Date) =>
  db.query<{ sku: string; day: Day; net: number; sold: number }>(
    `select sku_id as sku, day, sum(quantity)::int as net,
       coalesce(-sum(quantity) filter (where kind in ('sale', 'return', 'reversal')), 0)::int as sold
     from stock_movement where store_id = $1 and day >= $2 and at <= $3 group by 1, 2`,
    [store, since, at.toISOString()],
  )
/** What the other stores of its area sold of each style-colour since a day, in pieces, and how many stores they are. */
export const soldElsewhere = (db: Db, store: string, since: Day, until: Day) =>
  db.query<{ style: string; color: string; pieces: number; stores: number }>(
    `with near as (select o.store_id from (select distinct on (store_id) store_id, area_id from store_area where from_day <= $3
         order by store_id, from_day desc) o
       where o.store_id <> $1 and o.area_id = (select area_id from store_area where store_id = $1 and from_day <= $3
         order by from_day desc limit 1))
     select d.style, d.color, sum(d.units)::int as pieces, count(distinct d.store_id)::int as stores from sales_style_day d
     where d.store_id in (select store_id from near) and d.day between $2 and $3 group by 1, 2 having sum(d.units) > 0`,
    [store, since, until],
  )
/** What its area sold a year ago by category: in the four weeks before the same day, and in the two after. */
export const soldLastYear = (db: Db, store: string, today: Day) =>
  db.query<{ category: string; before: number; after: number }>(
    `with near as (select o.store_id from (select distinct on (store_id) store_id, area_id from store_area where from_day <= $2::date
         order by store_id, from_day desc) o
       where o.area_id = (select area_id from store_area where store_id = $1 and from_day <= $2::date order by from_day desc limit 1))
     select y.category, coalesce(sum(d.units) filter (where d.day < $2::date - 364), 0)::int as before,
       coalesce(sum(d.units) filter (where d.day >= $2::date - 364), 0)::int as after
     from sales_style_day d join style y on y.code = d.style
     where d.store_id in (select store_id from near) and d.day between $2::date - 392 and $2::date - 351 group by 1`,
    [store, today],
  )

export const hasProposal = async (db: Db, store: string, week: Day): Promise<boolean> =>
  (await db.query('select 1 from reorder_proposal where store_id = $1 and week = $2 limit 1', [store, week]))
    .length > 0

export interface Proposal {
  readonly id: string
  readonly week: Day
  readonly engine: string
  readonly inputs: Inputs
  readonly madeAt: string
}
/** What a proposal was made from, so that its figures can be told again. */
export interface Inputs {
  readonly from: Day
  readonly until: Day
  readonly shades: number
  readonly sizes: number
  readonly pieces: number
  /** Style-colours that other stores of the area sell, and what the coming weeks were last year by category. */
  readonly elsewhere: number
  readonly season: Readonly<Record<string, number>>
  readonly depotKnown: number
}
export async function recordProposal(
  db: Db,
  p: { store: string; id: string; week: Day; engine: string; inputs: Inputs; at: Date },
  order: ShopOrder,
): Promise<void> {
  const lines = order.shades.flatMap((s) => s.sizes)
  await db.query(
    `with made as (
       insert into reorder_proposal (store_id, id, week, engine, inputs, made_at) values ($1, $2, $3, $4, $5::jsonb, $6)
     ), sized as (
       insert into reorder_proposal_line (store_id, proposal_id, sku_id, pieces, reason)
       select $1, $2, x.sku, x.pieces, x.reason from jsonb_to_recordset($7::jsonb) as x (sku uuid, pieces int, reason jsonb)
     )
     insert into slow_seller (store_id, proposal_id, style_id, color, facts)
     select $1, $2, x.style, x.color, x.facts from jsonb_to_recordset($8::jsonb) as x (style uuid, color text, facts jsonb)`,
    [
      p.store,
      p.id,
      p.week,
      p.engine,
      JSON.stringify(p.inputs),
      p.at.toISOString(),
      JSON.stringify(lines),
      JSON.stringify(order.slow),
    ],
  )
}

export const lastProposal = async (db: Db, store: string, week: Day): Promise<Proposal | undefined> =>
  (
    await db.query<Proposal>(
      `select id, week, engine, inputs, made_at as "madeAt" from reorder_proposal where store_id = $1 and week = $2
       order by made_at desc, id desc limit 1`,
      [store, week],
    )
  )[0]
export const findProposal = async (db: Db, store: string, id: string): Promise<{ week: Day } | undefined> =>
  (
    await db.query<{ week: Day }>('select week from reorder_proposal where store_id = $1 and id = $2', [
      store,
      id,
    ])
  )[0]
export const proposedSizes = (db: Db, store: string, proposal: string) =>
  db.query<{ sku: string; proposed: number; reason: SizeReason }>(
    'select sku_id as sku, pieces as proposed, reason from reorder_proposal_line where store_id = $1 and proposal_id = $2 order by sku_id',
    [store, proposal],
  )
export const slowSellers = (db: Db, store: string, proposal: string) =>
  db.query<{ style: string; color: string; facts: SlowFacts }>(
    'select style_id as style, color, facts from slow_seller where store_id = $1 and proposal_id = $2',
    [store, proposal],
  )
