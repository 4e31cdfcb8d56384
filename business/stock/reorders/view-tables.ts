import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { SizeReason, SlowFacts } from '../../replenishment/shop-shape.ts'
import { type Piece, pieceColumns } from '../view-tables.ts'
import type { DeclineReason, Measure, RequestHead } from './shape.ts'
import type { Share } from './share.ts'

const order = 'y.code, k.color, k.size_order, k.size'
const price = `(select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= $3 order by p.from_day desc limit 1)`

export interface SizeProposed extends Piece {
  readonly picture: string | null
  readonly proposed: number
  readonly reason: SizeReason
}
/** What was proposed to a store, size by size, style-colours that are most likely to lose a sale first. */
export const sizesProposed = (db: Db, store: string, proposal: string): Promise<SizeProposed[]> =>
  db.query<SizeProposed>(
    `select ${pieceColumns}, y.picture, l.pieces as proposed, l.reason,
       sum(greatest(0, 2 * (l.reason ->> 'weekly')::float - greatest(0, (l.reason ->> 'onHand')::float - (l.reason ->> 'held')::float)
         - (l.reason ->> 'onTheWay')::float)) over (partition by y.id, k.color) as urgent
     from reorder_proposal_line l join sku k on k.id = l.sku_id join style y on y.id = k.style_id
     where l.store_id = $1 and l.proposal_id = $2 order by urgent desc, ${order}`,
    [store, proposal],
  )

/** What associates asked for in their own reports of late, each size with who. */
export interface Wanted extends Piece {
  readonly names: readonly string[]
  readonly onHand: number
}
export const wantedByFloor = (db: Db, store: string, since: Day): Promise<Wanted[]> =>
  db.query<Wanted>(
    `select ${pieceColumns}, w.names, coalesce(s.on_hand, 0) as "onHand" from (
       select w.sku_id, json_agg(distinct p.name) as names from own_report r join own_report_wanted w on w.store_id = r.store_id and w.report_id = r.id
       join person p on p.id = r.person_id
       where r.store_id = $1 and r.to_day >= $2 and not exists (select from own_report n where n.store_id = r.store_id
         and n.person_id = r.person_id and n.kind = r.kind and n.period = r.period and n.version > r.version) group by 1) w
     join sku k on k.id = w.sku_id join style y on y.id = k.style_id left join stock s on s.store_id = $1 and s.sku_id = k.id
     order by json_array_length(w.names) desc, ${order} limit 40`,
    [store, since],
  )

export interface SlowSeen {
  readonly styleId: string
  readonly style: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly picture: string | null
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly tagPrice: Money | null
  readonly facts: SlowFacts
}
const shade = `y.id as "styleId", y.code as style, y.name, y.name_en as "nameEn", y.category, y.picture, x.color,
  (select max(k.color_en) from sku k where k.style_id = y.id and k.color = x.color) as "colorEn",
  coalesce((select min(k.swatch) from sku k where k.style_id = y.id and k.color = x.color), '#D9D1C7') as swatch`
export const slowSeen = (db: Db, store: string, proposal: string, day: Day): Promise<SlowSeen[]> =>
  db.query<SlowSeen>(
    `select ${shade}, ${price} as "tagPrice", x.facts from slow_seller x join style y on y.id = x.style_id
     where x.store_id = $1 and x.proposal_id = $2 order by (x.facts ->> 'onHand')::int desc, y.code, x.color`,
    [store, proposal, day],
  )

const heads = `select r.id, r.week, r.version, r.words, r.day, p.name as "byName", r.at, q.name as "decidedByName", d.at as "decidedAt",
    d.words as decision, d.shipment_id as shipment, l.proposed, l.asked, case when d.request_id is not null then l.granted end as granted,
    exists (select from reorder_request n where n.store_id = r.store_id and n.week = r.week and n.version > r.version) as "isReplaced",
    r.store_id as store, o.code, o.name, o.name_en as "nameEn"
  from reorder_request r join person p on p.id = r.by join store o on o.id = r.store_id
  left join reorder_decision d on d.store_id = r.store_id and d.request_id = r.id left join person q on q.id = d.by
  cross join lateral (select coalesce(sum(x.proposed), 0)::int as proposed, coalesce(sum(x.asked), 0)::int as asked,
      coalesce(sum(x.granted), 0)::int as granted from reorder_request_line x where x.store_id = r.store_id and x.request_id = r.id) l`
export interface RequestSeen extends RequestHead {
  readonly store: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
}
/** Requests of some stores for weeks since one, the latest first. */
export const requestsOf = (
  db: Db,
  stores: readonly string[],
  since: Day,
  limit: number,
): Promise<RequestSeen[]> =>
  db.query<RequestSeen>(
    `${heads} where r.store_id = any($1::uuid[]) and r.week >= $2 order by r.at desc, o.code limit $3`,
    [stores, since, limit],
  )
/** The same for whoever decides: what waits stands first, the oldest of it before all; then the rest, the latest first. */
export const requestsToDecide = (
  db: Db,
  stores: readonly string[],
  since: Day,
  limit: number,
): Promise<RequestSeen[]> =>
  db.query<RequestSeen>(
    `${heads} join (select w.store_id, w.id, w.waits from (select r.store_id, r.id, r.at, exists (select from reorder_request_line x
           where x.store_id = r.store_id and x.request_id = r.id and x.asked > 0) and not exists (select from reorder_decision d
           where d.store_id = r.store_id and d.request_id = r.id) and not exists (select from reorder_request n
           where n.store_id = r.store_id and n.week = r.week and n.version > r.version) as waits
         from reorder_request r where r.store_id = any($1::uuid[]) and r.week >= $2) w
       order by w.waits desc, case when w.waits then w.at end, w.at desc limit $3) c on c.store_id = r.store_id and c.id = r.id
     order by c.waits desc, case when c.waits then r.at end, r.at desc, o.code`,
    [stores, since, limit],
  )
export const requestSeen = async (db: Db, store: string, id: string): Promise<RequestSeen | undefined> =>
  (await db.query<RequestSeen>(`${heads} where r.store_id = $1 and r.id = $2`, [store, id]))[0]

export interface LineSeen extends Piece {
  readonly picture: string | null
  readonly proposed: number
  readonly asked: number
  readonly granted: number | null
  /** Why it got what it got, of a size that too few were there of. */
  readonly share: Share | null
  readonly why: DeclineReason | null
  readonly reason: SizeReason | null
  /** As they are now. */
  readonly onHand: number
  readonly depot: number | null
}
export const linesSeen = (db: Db, store: string, request: string): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `select ${pieceColumns}, y.picture, l.proposed, l.asked, l.granted, nullif(l.share, 'null') as share, l.why, p.reason, coalesce(s.on_hand, 0) as "onHand",
       d.told - d.sent as depot
     from reorder_request_line l join reorder_request r on r.store_id = l.store_id and r.id = l.request_id
     join sku k on k.id = l.sku_id join style y on y.id = k.style_id
     left join reorder_proposal_line p on p.store_id = l.store_id and p.proposal_id = r.proposal_id and p.sku_id = l.sku_id
     left join stock s on s.store_id = l.store_id and s.sku_id = l.sku_id left join depot_stock d on d.sku_id = l.sku_id
     where l.store_id = $1 and l.request_id = $2 order by ${order}`,
    [store, request],
  )

export interface MeasureSeen extends Omit<SlowSeen, 'facts' | 'tagPrice'> {
  readonly week: Day
  readonly measure: Measure
  readonly words: string | null
  readonly day: Day
  /** Before: pieces on hand, and sold in so many days. */
  readonly onHand: number
  readonly sold: number
  readonly days: number
  /** Since: days closed, pieces sold in them and sent to other stores. */
  readonly daysSince: number
  readonly soldSince: number
  readonly movedSince: number
}
/** With what came of them in the four weeks after, until today at most. */
const measures = `select ${shade}, r.week, x.measure, x.words, r.day, x.on_hand as "onHand", x.sold, x.days,
    greatest(0, least(28, $3::date - r.day - 1))::int as "daysSince", coalesce(m.sold, 0)::int as "soldSince",
    coalesce(m.moved, 0)::int as "movedSince"
  from reorder_request r join slow_measure x on x.store_id = r.store_id and x.request_id = r.id join style y on y.id = x.style_id
  left join lateral (select -sum(v.quantity) filter (where v.kind in ('sale', 'return', 'reversal')) as sold,
      -sum(v.quantity) filter (where v.kind = 'transferOut') as moved
    from sku k join stock_movement v on v.store_id = r.store_id and v.sku_id = k.id and v.day > r.day and v.day <= r.day + 28
      and v.day < $3::date
    where k.style_id = x.style_id and k.color = x.color) m on true`
/** Measures of the requests that count. */
export const measuresSince = (db: Db, store: string, since: Day, today: Day): Promise<MeasureSeen[]> =>
  db.query<MeasureSeen>(
    `${measures} where r.store_id = $1 and r.week >= $2 and not exists (select from reorder_request n where n.store_id = r.store_id
       and n.week = r.week and n.version > r.version)
     order by r.week desc, x.on_hand desc, y.code, x.color limit 60`,
    [store, since, today],
  )
/** Those of one request, of whatever week and version it is. */
export const measuresOf = (db: Db, store: string, request: string, today: Day): Promise<MeasureSeen[]> =>
  db.query<MeasureSeen>(
    `${measures} where r.store_id = $1 and r.id = $2 order by x.on_hand desc, y.code, x.color`,
    [store, request, today],
  )
/** When headquarters last told what its warehouse holds, and of how many SKUs. */
export const depotTold = async (db: Db) =>
  (
    await db.query<{ skus: number; pieces: number; at: string | null }>(
      'select count(*)::int as skus, coalesce(sum(greatest(0, told - sent)), 0)::int as pieces, max(told_at) as at from depot_stock',
    )
  )[0]!
/** Stores of a list that keep a stock book, since only they can ask, and whether they have for a week. */
export const keepingBooks = async (
  db: Db,
  stores: readonly string[],
  week: Day,
): Promise<Map<string, boolean>> =>
  new Map(
    (
      await db.query<{ store: string; isIn: boolean }>(
        `select b.store_id as store, exists (select from reorder_request r where r.store_id = b.store_id and r.week = $2) as "isIn"
         from stock_book b where b.store_id = any($1::uuid[])`,
        [stores, week],
      )
    ).map((r) => [r.store, r.isIn]),
  )
