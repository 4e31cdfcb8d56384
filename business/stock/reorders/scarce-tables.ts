import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type Piece, pieceColumns } from '../view-tables.ts'

/** A size that a store asks for and nobody has decided, with all that a split rests on. */
export interface AskSeen extends Piece {
  readonly store: string
  readonly code: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly request: string
  readonly asked: number
  readonly onHand: number
  readonly onTheWay: number
  readonly weekly: number | null
  /** The sizes of its colour, in their order. */
  readonly run: readonly string[]
  /** null: nobody has told. */
  readonly depot: number | null
}
/** What waits of requests since a day: of these requests, or of all. */
export const asksWaiting = (db: Db, since: Day, requests: readonly string[] | null): Promise<AskSeen[]> =>
  db.query<AskSeen>(
    `select ${pieceColumns}, r.store_id as store, o.code, o.name as "storeName", o.name_en as "storeNameEn", r.id as request, l.asked,
       coalesce(s.on_hand - s.held, 0)::int as "onHand", coalesce(w.pieces, 0)::int as "onTheWay", (p.reason ->> 'weekly')::float8 as weekly,
       (select json_agg(x.id order by x.size_order, x.size) from sku x where x.style_id = k.style_id and x.color = k.color) as run,
       d.told - d.sent as depot
     from reorder_request r join reorder_request_line l on l.store_id = r.store_id and l.request_id = r.id and l.asked > 0
     join store o on o.id = r.store_id join sku k on k.id = l.sku_id join style y on y.id = k.style_id
     left join stock s on s.store_id = l.store_id and s.sku_id = l.sku_id left join depot_stock d on d.sku_id = l.sku_id
     left join reorder_proposal_line p on p.store_id = r.store_id and p.proposal_id = r.proposal_id and p.sku_id = l.sku_id
     left join lateral (select sum(t.in_transit) as pieces from shipment_line t where t.store_id = l.store_id and t.sku_id = l.sku_id
       and t.in_transit > 0) w on true
     where r.week >= $1 and ($2::uuid[] is null or r.id = any($2))
       and not exists (select from reorder_decision e where e.store_id = r.store_id and e.request_id = r.id)
       and not exists (select from reorder_request n where n.store_id = r.store_id and n.week = r.week and n.version > r.version)
     order by y.code, k.color, k.size_order, k.size, o.code`,
    [since, requests],
  )
