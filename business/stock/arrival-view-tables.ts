import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type PhotoSeen, photoSeen } from '../../platform/photos/tables.ts'
import type { Answer, DifferenceKind } from './shape.ts'
import { type Piece, pieceColumns } from './view-tables.ts'

/** A shipment in one line: what of it is where, and whether it came in time. */
export interface ShipmentSeen {
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly code: string
  readonly id: string
  readonly number: string
  readonly from: { readonly name: string; readonly nameEn: string | null } | null
  readonly isBack: boolean
  readonly dueOn: Day
  readonly carrier: string | null
  readonly words: string | null
  readonly at: string
  readonly styles: number
  readonly shipped: number
  readonly inTransit: number
  readonly received: number
  readonly rejected: number
  readonly missing: number
  readonly surplus: number
  /** What the store took in (实收): received and surplus; what every page says has come. */
  readonly taken: number
  /** Pieces of differences that nobody has answered. */
  readonly open: number
  /** The business day of its last receipt. */
  readonly cameOn: Day | null
}
const shipments = `select s.store_id as store, o.name as "storeName", o.name_en as "storeNameEn", o.code, s.id, s.number,
    case when f.id is not null then json_build_object('name', f.name, 'nameEn', f.name_en) end as "from",
    s.sent_back_by is not null as "isBack", s.due_on as "dueOn", s.carrier, s.words, s.at, l.*,
    (select max(r.day) from receipt r where r.store_id = s.store_id and r.shipment_id = s.id) as "cameOn"
  from shipment s join store o on o.id = s.store_id left join store f on f.id = s.from_store
  cross join lateral (select count(distinct k.style_id)::int as styles, sum(x.shipped)::int as shipped, sum(x.in_transit)::int as "inTransit",
      sum(x.received)::int as received, sum(x.rejected)::int as rejected, sum(x.missing)::int as missing, sum(x.surplus)::int as surplus,
      sum(x.received + x.surplus)::int as taken,
      sum(x.rejected - x.rejected_settled + x.missing - x.missing_settled + x.surplus - x.surplus_settled)::int as open
    from shipment_line x join sku k on k.id = x.sku_id where x.store_id = s.store_id and x.shipment_id = s.id) l`

/** As many as a page shows at once; more are cut off, the oldest of those that are over first. */
export const mostShipments = 600
/** Shipments to some stores that were due since a day, and however old those that have not come or wait for an answer. */
export const shipmentsTo = (db: Db, stores: readonly string[], since: Day): Promise<ShipmentSeen[]> =>
  db.query<ShipmentSeen>(
    `with current as (
       select store_id, id from shipment where store_id = any($1::uuid[]) and due_on >= $2
       union select store_id, shipment_id from shipment_line where store_id = any($1::uuid[]) and in_transit > 0
       union select store_id, shipment_id from shipment_line where store_id = any($1::uuid[])
         and (rejected > rejected_settled or missing > missing_settled or surplus > surplus_settled)
     )
     ${shipments} join current c on c.store_id = s.store_id and c.id = s.id
     order by l."inTransit" + l.open = 0, s.due_on desc, o.code, s.number limit ${mostShipments}`,
    [stores, since],
  )
export const shipmentSeen = async (db: Db, store: string, id: string): Promise<ShipmentSeen | undefined> =>
  (await db.query<ShipmentSeen>(`${shipments} where s.store_id = $1 and s.id = $2`, [store, id]))[0]

export interface LineSeen extends Piece {
  readonly shipped: number
  readonly inTransit: number
  readonly received: number
  readonly rejected: number
  readonly missing: number
  readonly surplus: number
  readonly open: number
  readonly reason: string | null
  readonly words: string | null
  /** Of the last difference that was photographed. */
  readonly photo: PhotoSeen | null
}
export const linesSeen = (db: Db, store: string, shipment: string): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `select ${pieceColumns}, x.shipped, x.in_transit as "inTransit", x.received, x.rejected, x.missing, x.surplus,
       x.rejected - x.rejected_settled + x.missing - x.missing_settled + x.surplus - x.surplus_settled as open, d.reason, d.words,
       ${photoSeen('x.store_id', 'q.photo_id')} as photo
     from shipment_line x join sku k on k.id = x.sku_id join style y on y.id = k.style_id
     left join lateral (select r.reason, r.words from receipt_line r join receipt t on t.store_id = r.store_id and t.id = r.receipt_id
       where r.store_id = x.store_id and r.shipment_id = x.shipment_id and r.sku_id = x.sku_id and r.reason is not null
       order by t.at desc limit 1) d on true
     left join lateral (select r.photo_id from receipt_line r join receipt t on t.store_id = r.store_id and t.id = r.receipt_id
       where r.store_id = x.store_id and r.shipment_id = x.shipment_id and r.sku_id = x.sku_id and r.photo_id is not null
       order by t.at desc limit 1) q on true
     where x.store_id = $1 and x.shipment_id = $2 order by y.code, k.color, k.size_order, k.size`,
    [store, shipment],
  )
export const receiptsSeen = (db: Db, store: string, shipment: string) =>
  db.query<{ at: string; by: string; taken: number; words: string | null; last: boolean }>(
    `select r.at, coalesce(p.name, '') as by, coalesce(sum(l.taken), 0)::int as taken, r.words, r.last from receipt r
     left join receipt_line l on l.store_id = r.store_id and l.receipt_id = r.id left join person p on p.id = r.by
     where r.store_id = $1 and r.shipment_id = $2 group by r.id, r.at, p.name, r.words, r.last order by r.at`,
    [store, shipment],
  )

export interface OpenDifference extends Piece {
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly code: string
  readonly shipment: string
  readonly number: string
  readonly from: { readonly name: string; readonly nameEn: string | null } | null
  readonly about: DifferenceKind
  readonly quantity: number
  readonly reason: string | null
  readonly words: string | null
  readonly since: string
  readonly by: string
  readonly photo: PhotoSeen | null
}
export const mostDifferences = 300
/** Differences that nobody has answered, the oldest first. */
export const openDifferences = (db: Db, stores: readonly string[]): Promise<OpenDifference[]> =>
  db.query<OpenDifference>(
    `select x.store_id as store, o.name as "storeName", o.name_en as "storeNameEn", o.code, x.shipment_id as shipment, s.number,
       case when f.id is not null then json_build_object('name', f.name, 'nameEn', f.name_en) end as "from", ${pieceColumns},
       v.about, v.quantity, d.reason, d.words, d.at as since, coalesce(p.name, '') as by,
       ${photoSeen('x.store_id', 'd.photo_id')} as photo
     from shipment_line x join shipment s on s.store_id = x.store_id and s.id = x.shipment_id
     join store o on o.id = x.store_id left join store f on f.id = s.from_store
     join sku k on k.id = x.sku_id join style y on y.id = k.style_id
     cross join lateral (values ('rejected', x.rejected - x.rejected_settled), ('missing', x.missing - x.missing_settled),
       ('surplus', x.surplus - x.surplus_settled)) v (about, quantity)
     left join lateral (select r.reason, r.words, r.photo_id, t.at, t.by from receipt_line r join receipt t on t.store_id = r.store_id and t.id = r.receipt_id
       where r.store_id = x.store_id and r.shipment_id = x.shipment_id and r.sku_id = x.sku_id
         and case v.about when 'rejected' then r.rejected when 'missing' then r.missing else r.surplus end > 0
       order by t.at desc limit 1) d on true
     left join person p on p.id = d.by
     where x.store_id = any($1::uuid[]) and (x.rejected > x.rejected_settled or x.missing > x.missing_settled
       or x.surplus > x.surplus_settled) and v.quantity > 0
     order by d.at, o.code, s.number, v.about limit ${mostDifferences}`,
    [stores],
  )
export const lastAnswers = (db: Db, stores: readonly string[], since: Day) =>
  db.query<{
    id: string
    code: string
    storeName: string
    storeNameEn: string | null
    number: string
    style: string
    color: string
    size: string
    about: DifferenceKind
    quantity: number
    answer: Answer
    words: string | null
    by: string
    at: string
  }>(
    `select a.id, o.code, o.name as "storeName", o.name_en as "storeNameEn", s.number, y.code as style, k.color, k.size, a.about, a.quantity,
       a.answer, a.words, coalesce(p.name, '') as by, a.at
     from shipment_answer a join store o on o.id = a.store_id join shipment s on s.store_id = a.store_id and s.id = a.shipment_id
     join sku k on k.id = a.sku_id join style y on y.id = k.style_id left join person p on p.id = a.by
     where a.store_id = any($1::uuid[]) and a.day >= $2 order by a.at desc limit 30`,
    [stores, since],
  )
