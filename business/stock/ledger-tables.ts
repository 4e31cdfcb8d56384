import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { keepSold, keepStock } from '../goods/kept-stock.ts'
import type { Move, OnHand } from './shape.ts'

export interface Book {
  readonly openingId: string
  readonly begunAt: string
  readonly begunOn: Day
}
export const findBook = (db: Db, store: string): Promise<Book | undefined> =>
  one<Book>(
    db,
    'select opening_id as "openingId", begun_at as "begunAt", begun_on as "begunOn" from stock_book where store_id = $1',
    [store],
  )
/** False where the store keeps one already. */
export async function beginBook(
  db: Db,
  b: {
    store: string
    id: string
    begunAt: Date
    begunOn: Day
    source: 'file' | 'count'
    by: string
    at: Date
  },
): Promise<boolean> {
  const made = await db.query(
    `insert into stock_book (store_id, opening_id, begun_at, begun_on, source, by, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning 1`,
    [b.store, b.id, b.begunAt.toISOString(), b.begunOn, b.source, b.by, b.at.toISOString()],
  )
  return made.length === 1
}

/** The record that movements follow from, by whom and when it happened. */
export interface Cause {
  readonly cause: string
  readonly by: string
  readonly at: Date
  readonly day: Day
}
/** What is put aside is of stock that is there: its row exists. */
const keepHeld = `update stock s set held = s.held + x.held from (select store_id, sku_id, sum(held)::int as held from moved group by 1, 2) x
  where s.store_id = x.store_id and s.sku_id = x.sku_id`
/** Writes movements of a store and keeps its stock, in one statement; either all move the hand, or all what is put aside. */
export async function post(db: Db, store: string, moves: readonly Move[], c: Cause): Promise<void> {
  if (moves.length === 0) return
  const aside = moves.some((m) => m.held !== 0)
  if (aside && moves.some((m) => m.quantity !== 0))
    throw new Error('one record moves the hand and what is put aside')
  await db.query(
    `with moved as (
       insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, held, receipt_id, day, by, at)
       select $1, $2, m.line, m.sku, m.kind, m.quantity, m.held, case when m.kind = 'receipt' then $2::uuid end, $3, $4, coalesce(m.at, $5::timestamptz)
       from jsonb_to_recordset($6::jsonb) as m (line int, sku uuid, kind text, quantity int, held int, at timestamptz)
       returning store_id, sku_id, quantity, held, at
     ) ${aside ? keepHeld : keepStock('moved')}`,
    [
      store,
      c.cause,
      c.day,
      c.by,
      c.at.toISOString(),
      JSON.stringify(moves.map((m, i) => ({ line: i + 1, ...m }))),
    ],
  )
}

/** A row for each SKU that is to be counted or noted, though nothing of it was ever there. */
export const beginSkus = (db: Db, store: string, skus: readonly string[]): Promise<unknown> =>
  db.query(
    `insert into stock (store_id, sku_id, on_hand) select $1, k, 0 from (select distinct unnest($2::uuid[]) as k) x order by k
     on conflict do nothing`,
    [store, skus],
  )

/**
 * Moves what tickets sold since the book began and has not moved yet: those entered before the opening balance was, on the same
 * day, or at the very moment. Only tickets of days since `from` are looked at.
 */
export const catchUp = (db: Db, stores: readonly string[], from: Day): Promise<unknown> =>
  db.query(
    `with moved as (
       insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, day, by, at)
       select t.store_id, t.id, l.line, l.sku_id, case when t.kind = 'reversal' then 'reversal' when l.quantity > 0 then 'sale'
         else 'return' end, -l.quantity, t.day, t.made_by, t.sold_at
       from stock_book b join ticket t on t.store_id = b.store_id and t.day >= $2::date
       join ticket_line l on l.store_id = t.store_id and l.ticket_id = t.id and l.sku_id is not null
       left join ticket o on o.store_id = t.store_id and o.id = t.reverses
       where b.store_id = any($1::uuid[]) and coalesce(o.sold_at, t.sold_at) >= b.begun_at and not exists (select from stock_movement m
         where m.store_id = t.store_id and m.cause = t.id and m.line = l.line)
       returning store_id, cause, line, sku_id, quantity, day, by, at
     )${keepSold('moved')} ${keepStock('all_moved')}`,
    [stores, from],
  )

/** Stock of SKUs, locked in the order of the house until the transaction ends; a SKU never there is not among them. */
export async function holdStock(
  db: Db,
  store: string,
  skus: readonly string[],
): Promise<Map<string, OnHand>> {
  const rows = await db.query<OnHand & { sku: string }>(
    `select sku_id as sku, on_hand as "onHand", held from stock where store_id = $1 and sku_id = any($2::uuid[])
     order by sku_id for update`,
    [store, skus],
  )
  return new Map(rows.map((r) => [r.sku, { onHand: r.onHand, held: r.held }]))
}
/** What moved of SKUs after a moment, in pieces. */
export async function movedSince(
  db: Db,
  store: string,
  skus: readonly string[],
  at: Date,
): Promise<Map<string, number>> {
  const rows = await db.query<{ sku: string; pieces: number }>(
    `select sku_id as sku, sum(quantity)::int as pieces from stock_movement
     where store_id = $1 and sku_id = any($2::uuid[]) and at > $3 group by 1`,
    [store, skus, at.toISOString()],
  )
  return new Map(rows.map((r) => [r.sku, r.pieces]))
}
/** Those of the ids that are no SKU. */
export async function unknownSkus(db: Db, skus: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ sku: string }>(
    'select k as sku from unnest($1::uuid[]) as x (k) where not exists (select from sku where id = k)',
    [skus],
  )
  return rows.map((r) => r.sku)
}
