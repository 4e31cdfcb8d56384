import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { EventKind, Move } from './shape.ts'

/** The clock and the day's end of a store, by which a day begins. */
export const clockOf = (db: Db, store: string) =>
  one<{ timeZone: string; cutOffMinutes: number }>(
    db,
    'select time_zone as "timeZone", cut_off_minutes as "cutOffMinutes" from store where id = $1',
    [store],
  )

export interface StockEvent {
  readonly id: string
  readonly sku: string
  readonly kind: EventKind
  readonly quantity: number
  readonly why: string
  readonly words: string | null
}
/** False when this very event is there already: it was only sent again. */
export async function recordEvent(
  db: Db,
  e: StockEvent & { store: string; day: Day; by: string; at: Date },
): Promise<boolean> {
  const made = await db.query(
    `insert into stock_event (store_id, id, sku_id, kind, quantity, why, words, day, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [e.store, e.id, e.sku, e.kind, e.quantity, e.why, e.words, e.day, e.by, e.at.toISOString()],
  )
  return made.length === 1
}
/** A stock matter with the movement it made, locked; `takenBack` names the record that undid it. */
export const findEvent = (db: Db, store: string, id: string) =>
  one<Move & { takenBack: string | null }>(
    db,
    `select m.sku_id as sku, m.kind, m.quantity, m.held,
       (select b.id from stock_event_taken_back b where b.store_id = e.store_id and b.event_id = e.id) as "takenBack"
     from stock_event e join stock_movement m on m.store_id = e.store_id and m.cause = e.id
     where e.store_id = $1 and e.id = $2 for update of e`,
    [store, id],
  )
export const recordEventTakenBack = (
  db: Db,
  b: { store: string; event: string; id: string; words: string; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    'insert into stock_event_taken_back (store_id, event_id, id, words, by, at) values ($1, $2, $3, $4, $5, $6)',
    [b.store, b.event, b.id, b.words, b.by, b.at.toISOString()],
  )

export interface CountedLine {
  readonly sku: string
  readonly expected: number
  readonly counted: number
  readonly reason: string | null
  /** The same SKU had been counted later already. */
  readonly superseded: boolean
}
/** Those of the SKUs that somebody counted after a moment. */
export const countedAfter = async (
  db: Db,
  store: string,
  skus: readonly string[],
  at: Date,
): Promise<Set<string>> =>
  new Set(
    (
      await db.query<{ sku: string }>(
        `select distinct l.sku_id as sku from stock_count c join stock_count_line l on l.store_id = c.store_id and l.count_id = c.id
         where c.store_id = $1 and coalesce(l.counted_at, c.counted_at) > $2 and l.sku_id = any($3::uuid[])`,
        [store, at.toISOString(), skus],
      )
    ).map((r) => r.sku),
  )
export const knownCount = (db: Db, store: string, id: string): Promise<CountedLine[]> =>
  db.query<CountedLine>(
    `select sku_id as sku, expected, counted, reason, superseded from stock_count_line where store_id = $1 and count_id = $2 order by line`,
    [store, id],
  )
export const recordCount = (
  db: Db,
  c: {
    store: string
    id: string
    day: Day
    countedAt: Date
    words: string | null
    by: string
    at: Date
    lines: readonly CountedLine[]
  },
): Promise<unknown> =>
  db.query(
    `with count as (
       insert into stock_count (store_id, id, day, counted_at, words, by, at) values ($1, $2, $3, $4, $5, $6, $7)
     )
     insert into stock_count_line (store_id, count_id, line, sku_id, expected, counted, reason, superseded)
     select $1, $2, x.line, x.sku, x.expected, x.counted, x.reason, x.superseded
     from jsonb_to_recordset($8::jsonb) as x (line int, sku uuid, expected int, counted int, reason text, superseded boolean)`,
    [
      c.store,
      c.id,
      c.day,
      c.countedAt.toISOString(),
      c.words,
      c.by,
      c.at.toISOString(),
      JSON.stringify(c.lines.map((l, i) => ({ line: i + 1, ...l }))),
    ],
  )

/** SKUs as files name them: by barcode, and by style code, colour and size. */
export const skusNamed = (db: Db, barcodes: readonly string[], styles: readonly string[]) =>
  db.query<{ sku: string; barcode: string | null; style: string; color: string; size: string }>(
    `select k.id as sku, k.barcode, y.code as style, k.color, k.size from sku k join style y on y.id = k.style_id
     where k.barcode = any($1::text[]) or upper(y.code) = any($2::text[])`,
    [barcodes, styles],
  )
