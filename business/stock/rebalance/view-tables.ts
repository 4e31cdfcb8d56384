import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { promised } from '../transfer-tables.ts'
import { lessPromised } from './rules.ts'
import type { RefusalReason, RunSeen } from './shape.ts'

export interface BundleSeen {
  readonly n: number
  readonly style: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly picture: string | null
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly aim: 'completes' | 'clears'
  readonly target: string
  readonly cells: number
  readonly runs: readonly RunSeen[]
  readonly sizes: readonly string[]
  readonly lines: readonly {
    readonly sku: string
    readonly size: string
    readonly from: string
    readonly to: string
    readonly pieces: number
    readonly transfer: string | null
  }[]
  readonly accepted: boolean | null
  readonly why: RefusalReason | null
}
export const bundlesSeen = (db: Db, round: string): Promise<BundleSeen[]> =>
  db.query<BundleSeen>(
    `select b.n, y.code as style, y.name, y.name_en as "nameEn", y.category, y.picture, b.color, k.color_en as "colorEn", k.swatch,
       b.aim, b.target, b.cells, b.runs, k.sizes, l.lines, b.accepted, b.why
     from rebalance_bundle b join style y on y.id = b.style_id
     cross join lateral (select max(x.color_en) as color_en, min(x.swatch) as swatch,
         json_agg(x.size order by x.size_order, x.size) as sizes from sku x where x.style_id = b.style_id and x.color = b.color) k
     cross join lateral (select json_agg(json_build_object('sku', l.sku_id, 'size', s.size, 'from', l.from_store, 'to', l.to_store,
         'pieces', l.pieces, 'transfer', l.transfer_id) order by s.size_order, s.size, l.from_store) as lines
       from rebalance_line l join sku s on s.id = l.sku_id where l.round_id = b.round_id and l.n = b.n) l
     where b.round_id = $1 order by b.n`,
    [round],
  )
/** What stores can give now of some SKUs: what is promised elsewhere is not theirs to give. */
export async function freeNow(
  db: Db,
  lines: readonly { readonly from: string; readonly sku: string }[],
  at: Date,
): Promise<(store: string, sku: string) => number> {
  const givers = [...new Set(lines.map((l) => l.from))]
  const rows = await db.query<{ store: string; sku: string; free: number }>(
    `select s.store_id as store, s.sku_id as sku, s.on_hand - s.held as free from stock s
     where s.store_id = any($1::uuid[]) and s.sku_id = any($2::uuid[])`,
    [givers, [...new Set(lines.map((l) => l.sku))]],
  )
  return lessPromised(
    new Map(rows.map((r) => [`${r.store} ${r.sku}`, r.free])),
    await promised(db, givers, at),
  )
}

export interface RoundCame {
  readonly id: string
  readonly week: Day
  readonly decidedAt: string
  readonly byName: string
  readonly bundles: number
  readonly accepted: number
  /** Pieces of accepted bundles: approved, on their way, arrived. */
  readonly pieces: number
  readonly shipped: number
  readonly arrived: number
  /** Of what arrived: sold where it went, at most as many as arrived, and days since by the first arrival. */
  readonly sold: number
  readonly days: number | null
  /** Pieces of the same sizes that the giving stores sold in the four weeks before. */
  readonly soldBefore: number
  readonly transfers: number
}
/**
 * Decided rounds of an area with what came of them: of each piece moved whether it is sold where it went. Of pieces that came to a
 * store from several others each sale is told once, of what came first; what the giving store sold, once as well.
 */
export const roundsCame = (db: Db, area: string, since: Day, today: Day): Promise<RoundCame[]> =>
  db.query<RoundCame>(
    `with moved as (
       select l.round_id, r.week, l.sku_id, l.from_store, l.to_store, l.transfer_id, sum(l.pieces)::int as pieces
       from rebalance_round r join rebalance_line l on l.round_id = r.id
       where r.area_id = $1 and r.week between $2 and $3 and l.transfer_id is not null group by 1, 2, 3, 4, 5, 6
     ), gone as (
       select m.*, w.came, w.at, least(m.pieces, coalesce(w.shipped, 0)) as shipped, least(m.pieces, coalesce(w.taken, 0)) as arrived
       from moved m left join lateral (select x.shipped, x.received + x.surplus as taken, e.day as came, e.at
           from shipment_line x left join lateral (select min(e.day) as day, min(e.at) as at from receipt e where e.store_id = x.store_id
             and e.shipment_id = x.shipment_id) e on true
           where x.store_id = m.to_store and x.shipment_id = m.transfer_id and x.sku_id = m.sku_id) w on true
     ), told as (
       select g.*, least(g.arrived, s.sold, max(s.sold) over same - coalesce(sum(g.arrived) over (same order by g.at, g.round_id, g.from_store
           rows between unbounded preceding and 1 preceding), 0)) as sold,
         case when row_number() over (partition by g.round_id, g.from_store, g.sku_id order by g.to_store) = 1 then b.sold end as before
       from gone g
       cross join lateral (select greatest(0, coalesce(-sum(m.quantity), 0))::int as sold from stock_movement m where m.store_id = g.to_store
           and m.sku_id = g.sku_id and m.kind in ('sale', 'return', 'reversal') and m.at > g.at) s
       cross join lateral (select greatest(0, coalesce(-sum(m.quantity), 0))::int as sold from stock_movement m where m.store_id = g.from_store
           and m.sku_id = g.sku_id and m.kind in ('sale', 'return', 'reversal') and m.day >= g.week - 28 and m.day < g.week) b
       window same as (partition by g.to_store, g.sku_id)
     )
     select r.id, r.week, d.at as "decidedAt", p.name as "byName",
       (select count(*)::int from rebalance_bundle b where b.round_id = r.id) as bundles,
       (select count(*)::int from rebalance_bundle b where b.round_id = r.id and b.accepted) as accepted,
       coalesce(sum(t.pieces), 0)::int as pieces, coalesce(sum(t.shipped), 0)::int as shipped, coalesce(sum(t.arrived), 0)::int as arrived,
       coalesce(sum(greatest(0, t.sold)), 0)::int as sold, ($3::date - min(t.came))::int as days, coalesce(sum(t.before), 0)::int as "soldBefore",
       count(distinct t.transfer_id)::int as transfers
     from rebalance_round r join rebalance_decision d on d.round_id = r.id join person p on p.id = d.by
     left join told t on t.round_id = r.id
     where r.area_id = $1 and r.week between $2 and $3 group by r.id, r.week, d.at, p.name order by r.week desc, d.at desc limit 20`,
    [area, since, today],
  )
export const areasSeen = (db: Db, areas: readonly string[] | null, week: Day) =>
  db.query<{
    area: string
    name: string
    nameEn: string | null
    bundles: number | null
    pieces: number | null
    accepted: number | null
    decidedAt: string | null
  }>(
    `select a.id as area, a.name, a.name_en as "nameEn", b.bundles, b.pieces, b.accepted, d.at as "decidedAt" from area a
     left join lateral (select id from rebalance_round r where r.area_id = a.id and r.week = $2 order by r.made_at desc, r.id desc limit 1)
       r on true
     left join rebalance_decision d on d.round_id = r.id
     left join lateral (select count(*)::int as bundles, count(*) filter (where x.accepted)::int as accepted,
         (select coalesce(sum(l.pieces), 0)::int from rebalance_line l where l.round_id = r.id) as pieces
       from rebalance_bundle x where x.round_id = r.id having r.id is not null) b on true
     where $1::uuid[] is null or a.id = any($1) order by a.code`,
    [areas, week],
  )
