import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { SlowFacts } from '../../replenishment/shop-shape.ts'
import type { Measure } from './shape.ts'

/** Requests of a store follow one another: its book is held until the transaction ends. */
export const holdStore = (db: Db, store: string): Promise<unknown> =>
  db.query('select 1 from stock_book where store_id = $1 for update', [store])

export interface Held {
  readonly id: string
  readonly week: Day
  readonly version: number
  readonly isDecided: boolean
  readonly isReplaced: boolean
}
export const findRequest = (db: Db, store: string, id: string): Promise<Held | undefined> =>
  one<Held>(
    db,
    `select r.id, r.week, r.version, exists (select from reorder_decision d where d.store_id = r.store_id and d.request_id = r.id)
       as "isDecided", exists (select from reorder_request l where l.store_id = r.store_id and l.week = r.week
       and l.version > r.version) as "isReplaced"
     from reorder_request r where r.store_id = $1 and r.id = $2`,
    [store, id],
  )
export const lastVersion = async (db: Db, store: string, week: Day): Promise<number> =>
  (await one<{ version: number }>(
    db,
    'select coalesce(max(version), 0)::int as version from reorder_request where store_id = $1 and week = $2',
    [store, week],
  ))!.version

export interface NewRequest {
  readonly store: string
  readonly id: string
  readonly proposal: string
  readonly week: Day
  readonly version: number
  readonly words: string | null
  readonly day: Day
  readonly by: string
  readonly at: Date
  readonly lines: readonly { sku: string; proposed: number; asked: number; why: string | null }[]
  readonly slow: readonly {
    style: string
    color: string
    measure: Measure
    words: string | null
    facts: SlowFacts
  }[]
}
export async function recordRequest(db: Db, r: NewRequest): Promise<void> {
  await db.query(
    `with made as (
       insert into reorder_request (store_id, id, proposal_id, week, version, words, day, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ), lined as (
       insert into reorder_request_line (store_id, request_id, sku_id, proposed, asked, why)
       select $1, $2, x.sku, x.proposed, x.asked, x.why
       from jsonb_to_recordset($10::jsonb) as x (sku uuid, proposed int, asked int, why text)
     )
     insert into slow_measure (store_id, request_id, style_id, color, measure, words, on_hand, sold, days)
     select $1, $2, x.style, x.color, x.measure, x.words, (x.facts ->> 'onHand')::int, (x.facts ->> 'sold')::int,
       (x.facts ->> 'days')::int
     from jsonb_to_recordset($11::jsonb) as x (style uuid, color text, measure text, words text, facts jsonb)`,
    [
      r.store,
      r.id,
      r.proposal,
      r.week,
      r.version,
      r.words,
      r.day,
      r.by,
      r.at.toISOString(),
      JSON.stringify(r.lines),
      JSON.stringify(r.slow),
    ],
  )
}
export const askedLines = (db: Db, store: string, request: string) =>
  db.query<{ sku: string; proposed: number; asked: number }>(
    'select sku_id as sku, proposed, asked from reorder_request_line where store_id = $1 and request_id = $2 order by sku_id',
    [store, request],
  )
export async function recordDecision(
  db: Db,
  d: {
    store: string
    request: string
    shipment: string | null
    words: string | null
    day: Day
    by: string
    at: Date
    lines: readonly { readonly sku: string; readonly granted: number; readonly share?: unknown }[]
  },
): Promise<void> {
  await db.query(
    `with granted as (
       update reorder_request_line l set granted = coalesce(x.granted, 0), share = x.share from reorder_request_line o
       left join jsonb_to_recordset($8::jsonb) as x (sku uuid, granted int, share jsonb) on x.sku = o.sku_id
       where o.store_id = $1 and o.request_id = $2 and l.store_id = $1 and l.request_id = $2 and l.sku_id = o.sku_id
     )
     insert into reorder_decision (store_id, request_id, shipment_id, words, day, by, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [d.store, d.request, d.shipment, d.words, d.day, d.by, d.at.toISOString(), JSON.stringify(d.lines)],
  )
}
