import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { MoveKind } from './shape.ts'

/** A SKU as screens show it. */
export interface Piece {
  readonly sku: string
  readonly style: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
  readonly size: string
  readonly barcode: string | null
}
export const pieceColumns = `k.id as sku, y.code as style, y.name, y.name_en as "nameEn", y.category, k.color, k.color_en as "colorEn",
  k.swatch, k.size, k.barcode`
const pieceTables = 'join sku k on k.id = x.sku_id join style y on y.id = k.style_id'
const pieceOrder = 'y.code, k.color, k.size_order, k.size'

/** What a store holds in all, and what is on its way to it. */
export const totalsOf = async (db: Db, store: string) =>
  (
    await db.query<{ pieces: number; skus: number; held: number; onTheWay: number; negatives: number }>(
      `select coalesce(sum(on_hand), 0)::int as pieces, count(*) filter (where on_hand > 0)::int as skus,
         coalesce(sum(held), 0)::int as held, count(*) filter (where on_hand < 0)::int as negatives,
         (select coalesce(sum(in_transit), 0)::int from shipment_line where store_id = $1 and in_transit > 0) as "onTheWay"
       from stock where store_id = $1`,
      [store],
    )
  )[0]!

/** SKUs of which more has left the books than they held, the oldest first. */
export const negativesOf = (db: Db, stores: readonly string[]) =>
  db.query<Piece & { store: string; onHand: number; since: string }>(
    `select x.store_id as store, x.on_hand as "onHand", x.negative_since as since, ${pieceColumns} from stock x ${pieceTables}
     where x.store_id = any($1::uuid[]) and x.on_hand < 0 order by x.negative_since, ${pieceOrder} limit 200`,
    [stores],
  )

export interface EventSeen extends Piece {
  readonly id: string
  readonly kind: MoveKind
  readonly quantity: number
  readonly why: string
  readonly words: string | null
  readonly by: string
  readonly at: string
  readonly takenBack: boolean
}
export const eventsOf = (db: Db, store: string, from: Day): Promise<EventSeen[]> =>
  db.query<EventSeen>(
    `select x.id, x.kind, x.quantity, x.why, x.words, coalesce(p.name, '') as by, x.at, b.id is not null as "takenBack", ${pieceColumns}
     from stock_event x ${pieceTables} left join person p on p.id = x.by
     left join stock_event_taken_back b on b.store_id = x.store_id and b.event_id = x.id
     where x.store_id = $1 and x.day >= $2 order by x.at desc limit 100`,
    [store, from],
  )

export const countsOf = (db: Db, store: string, from: Day) =>
  db.query<{ id: string; at: string; by: string; skus: number; over: number; short: number }>(
    `select c.id, c.counted_at as at, coalesce(p.name, '') as by, count(*)::int as skus,
       coalesce(sum(greatest(l.counted - l.expected, 0)), 0)::int as over, coalesce(sum(least(l.counted - l.expected, 0)), 0)::int as short
     from stock_count c join stock_count_line l on l.store_id = c.store_id and l.count_id = c.id left join person p on p.id = c.by
     where c.store_id = $1 and c.day >= $2 group by c.id, c.counted_at, p.name order by c.counted_at desc limit 30`,
    [store, from],
  )

export interface MovementSeen {
  readonly kind: MoveKind
  readonly quantity: number
  readonly held: number
  readonly at: string
  readonly by: string
  /** The number of the paper that it follows from, where there is one. */
  readonly paper: string | null
}
/** The last movements of a SKU in a store, the newest first. */
export const movementsOf = (db: Db, store: string, sku: string): Promise<MovementSeen[]> =>
  db.query<MovementSeen>(
    `select m.kind, m.quantity, m.held, m.at, coalesce(p.name, '') as by, coalesce(
       (select t.number from ticket t where t.store_id = m.store_id and t.id = m.cause),
       (select s.number from receipt r join shipment s on s.store_id = r.store_id and s.id = r.shipment_id
        where r.store_id = m.store_id and r.id = m.cause),
       (select t.number from transfer t where t.store_id = m.store_id and t.id = m.cause)) as paper
     from stock_movement m left join person p on p.id = m.by
     where m.store_id = $1 and m.sku_id = $2 order by m.at desc, m.cause, m.line limit 60`,
    [store, sku],
  )

export interface ShelfRow {
  readonly sku: string
  readonly onHand: number
  readonly held: number
  readonly onTheWay: number
}
/** What a store has of styles, by SKU, with what is on its way. */
export const shelfOf = (db: Db, store: string, styles: readonly string[]): Promise<ShelfRow[]> =>
  db.query<ShelfRow>(
    `select k.id as sku, coalesce(s.on_hand, 0) as "onHand", coalesce(s.held, 0) as held, coalesce(w.pieces, 0)::int as "onTheWay"
     from sku k left join stock s on s.store_id = $1 and s.sku_id = k.id
     left join lateral (select sum(l.in_transit) as pieces from shipment_line l
       where l.store_id = $1 and l.sku_id = k.id and l.in_transit > 0) w on true
     where k.style_id = any($2::uuid[])`,
    [store, styles],
  )
/** Other stores that have pieces of a style-colour, size by size. */
export const elsewhere = (db: Db, store: string, sku: string, day: Day) =>
  db.query<{
    store: string
    code: string
    name: string
    nameEn: string | null
    isNear: boolean
    sku: string
    onHand: number
  }>(
    `select o.id as store, o.code, o.name, o.name_en as "nameEn", coalesce(area_of.area_id = mine.area_id, false) as "isNear",
       s.sku_id as sku, s.on_hand - s.held as "onHand"
     from sku asked join sku k on k.style_id = asked.style_id and k.color = asked.color
     join stock s on s.sku_id = k.id and s.on_hand > s.held join store o on o.id = s.store_id
     left join lateral (select m.area_id from store_area m where m.store_id = o.id and m.from_day <= $3
       order by m.from_day desc limit 1) area_of on true
     left join lateral (select m.area_id from store_area m where m.store_id = $1 and m.from_day <= $3
       order by m.from_day desc limit 1) mine on true
     where asked.id = $2 and o.id <> $1 and (o.closed_on is null or o.closed_on >= $3)
     order by "isNear" desc, o.code limit 400`,
    [store, sku, day],
  )
