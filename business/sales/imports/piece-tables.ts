import type { Db } from '../../../platform/database/database.ts'
import { keepSold, keepStock } from '../../goods/kept-stock.ts'
import type { BookedTicket } from './booking-tables.ts'

/** Pieces of stores that keep a stock book leave their stock. A file of stores that keep none asks once a batch and does no more. */
export async function movePieces(db: Db, by: string, tickets: readonly BookedTicket[]): Promise<void> {
  const keeping = await db.query<{ store: string; begun: string }>(
    'select store_id as store, begun_at as begun from stock_book where store_id = any($1::uuid[])',
    [[...new Set(tickets.map((t) => t.store))]],
  )
  const begun = new Map(keeping.map((k) => [k.store, new Date(k.begun)]))
  const moving = tickets.filter((t) => {
    const from = begun.get(t.store)
    return from !== undefined && new Date(t.soldAt) >= from
  })
  if (moving.length === 0) return
  await db.query(
    `with moved as (
       insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, day, by, at)
       select l.store_id, l.ticket_id, l.line, l.sku_id, case when l.quantity > 0 then 'sale' else 'return' end, -l.quantity, t.day, $3, t.at
       from unnest($1::uuid[], $2::uuid[], $4::date[], $5::timestamptz[]) as t (store, id, day, at)
       join ticket_line l on l.store_id = t.store and l.ticket_id = t.id where l.sku_id is not null
       returning store_id, cause, line, sku_id, quantity, day, by, at
     )${keepSold('moved')} ${keepStock('all_moved')}`,
    [
      moving.map((t) => t.store),
      moving.map((t) => t.id),
      by,
      moving.map((t) => t.day),
      moving.map((t) => t.soldAt),
    ],
  )
}
