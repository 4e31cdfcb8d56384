import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
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
/** What stores can give now of some SKUs. */
export async function freeNow(
  db: Db,
  lines: readonly { readonly from: string; readonly sku: string }[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ store: string; sku: string; free: number }>(
    `select s.store_id as store, s.sku_id as sku, s.on_hand - s.held as free from stock s
     where s.store_id = any($1::uuid[]) and s.sku_id = any($2::uuid[])`,
    [[...new Set(lines.map((l) => l.from))], [...new Set(lines.map((l) => l.sku))]],
  )
  return new Map(rows.map((r) => [`${r.store} ${r.sku}`, r.free]))
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
/** Decided rounds of an area with what came of them: of each piece moved whether it is sold where it went. */
export const roundsCame = (db: Db, area: string, since: Day, today: Day): Promise<RoundCame[]> =>
  db.query<RoundCame>(
    `select r.id, r.week, d.at as "decidedAt", p.name as "byName",
       (select count(*)::int from rebalance_bundle b where b.round_id = r.id) as bundles,
       (select count(*)::int from rebalance_bundle b where b.round_id = r.id and b.accepted) as accepted,
       coalesce(sum(l.pieces), 0)::int as pieces, coalesce(sum(least(l.pieces, c.shipped)), 0)::int as shipped,
       coalesce(sum(least(l.pieces, c.taken)), 0)::int as arrived, coalesce(sum(least(l.pieces, c.taken, s.sold)), 0)::int as sold,
       ($4::date - min(c.came))::int as days, coalesce(sum(b.sold), 0)::int as "soldBefore", count(distinct l.transfer_id)::int as transfers
     from rebalance_round r join rebalance_decision d on d.round_id = r.id join person p on p.id = d.by
     left join (select round_id, sku_id, from_store, to_store, transfer_id, sum(pieces)::int as pieces from rebalance_line
         where transfer_id is not null group by 1, 2, 3, 4, 5) l on l.round_id = r.id
     left join lateral (select w.shipped, w.received + w.surplus as taken, e.day as came, e.at
         from shipment_line w left join lateral (select min(e.day) as day, min(e.at) as at from receipt e where e.store_id = w.store_id
           and e.shipment_id = w.shipment_id) e on true where w.store_id = l.to_store and w.shipment_id = l.transfer_id and w.sku_id = l.sku_id) c on true
     left join lateral (select greatest(0, -sum(m.quantity))::int as sold from stock_movement m where m.store_id = l.to_store
         and m.sku_id = l.sku_id and m.kind in ('sale', 'return', 'reversal') and m.at > c.at) s on true
     left join lateral (select greatest(0, -sum(m.quantity))::int as sold from stock_movement m where m.store_id = l.from_store
         and m.sku_id = l.sku_id and m.kind in ('sale', 'return', 'reversal') and m.day >= r.week - 28 and m.day < r.week) b on true
     where r.area_id = $1 and r.week >= $2 and r.week <= $3 group by r.id, r.week, d.at, p.name order by r.week desc, d.at desc limit 20`,
    [area, since, today, today],
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
