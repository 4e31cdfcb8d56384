import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Answer, DifferenceKind, ShipmentLine, Taking } from './shape.ts'

export interface NewShipment {
  readonly store: string
  readonly id: string
  readonly number: string
  readonly from: string | null
  readonly sentBackBy: string | null
  readonly dueOn: Day
  readonly carrier: string | null
  readonly words: string | null
  readonly by: string
  readonly at: Date
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
}
/** False when this very shipment is there already. */
export async function recordShipment(db: Db, s: NewShipment): Promise<boolean> {
  const made = await db.query(
    `with made as (
       insert into shipment (store_id, id, number, from_store, sent_back_by, due_on, carrier, words, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (store_id, id) do nothing returning store_id, id
     )
     insert into shipment_line (store_id, shipment_id, sku_id, shipped, in_transit)
     select m.store_id, m.id, x.sku, x.quantity, x.quantity from made m, jsonb_to_recordset($11::jsonb) as x (sku uuid, quantity int)
     returning 1`,
    [
      s.store,
      s.id,
      s.number,
      s.from,
      s.sentBackBy,
      s.dueOn,
      s.carrier,
      s.words,
      s.by,
      s.at.toISOString(),
      JSON.stringify(s.lines),
    ],
  )
  return made.length > 0
}
export interface ShipmentHead {
  readonly id: string
  readonly number: string
  readonly from: string | null
  readonly dueOn: Day
}
/** A shipment, held until the transaction ends: receipts and answers of it follow one another. */
export const holdShipment = (db: Db, store: string, id: string): Promise<ShipmentHead | undefined> =>
  one<ShipmentHead>(
    db,
    `select id, number, from_store as "from", due_on as "dueOn" from shipment where store_id = $1 and id = $2 for update`,
    [store, id],
  )
export const linesOf = (db: Db, store: string, shipment: string): Promise<ShipmentLine[]> =>
  db.query<ShipmentLine>(
    `select sku_id as sku, shipped, in_transit as "inTransit", received, rejected, missing, surplus from shipment_line
     where store_id = $1 and shipment_id = $2 order by sku_id`,
    [store, shipment],
  )
export const knownReceipt = (db: Db, store: string, id: string) =>
  one<{ shipment: string }>(
    db,
    'select shipment_id as shipment from receipt where store_id = $1 and id = $2',
    [store, id],
  )

/** A receipt with its lines, and what it adds to the shipment’s; SKUs that were not shipped get a line of their own. */
export async function recordReceipt(
  db: Db,
  r: {
    store: string
    id: string
    shipment: string
    day: Day
    last: boolean
    words: string | null
    by: string
    at: Date
    lines: readonly Taking[]
  },
): Promise<void> {
  const lines = JSON.stringify(r.lines)
  await db.query(
    `insert into shipment_line as l (store_id, shipment_id, sku_id, shipped, in_transit, surplus)
     select $1, $2, x.sku, 0, 0, x.surplus
     from jsonb_to_recordset($3::jsonb) as x (sku uuid, received int, rejected int, missing int, surplus int) order by x.sku
     on conflict (store_id, shipment_id, sku_id) do update set surplus = l.surplus + excluded.surplus`,
    [r.store, r.shipment, lines],
  )
  await db.query(
    `update shipment_line l set in_transit = l.in_transit - x.received - x.rejected - x.missing, received = l.received + x.received,
       rejected = l.rejected + x.rejected, missing = l.missing + x.missing
     from jsonb_to_recordset($3::jsonb) as x (sku uuid, received int, rejected int, missing int)
     where l.store_id = $1 and l.shipment_id = $2 and l.sku_id = x.sku`,
    [r.store, r.shipment, lines],
  )
  await db.query(
    `with made as (
       insert into receipt (store_id, id, shipment_id, day, last, words, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
     )
     insert into receipt_line (store_id, receipt_id, shipment_id, sku_id, received, rejected, missing, surplus, taken, reason, words, photo_id)
     select $1, $2, $3, x.sku, x.received, x.rejected, x.missing, x.surplus, x.taken, x.reason, x.words, x.photo
     from jsonb_to_recordset($9::jsonb) as x (sku uuid, received int, rejected int, missing int, surplus int, taken int, reason text,
       words text, photo uuid)`,
    [r.store, r.id, r.shipment, r.day, r.last, r.words, r.by, r.at.toISOString(), lines],
  )
}

/** How many pieces of a line’s difference nobody has answered yet. */
export const openPieces = async (
  db: Db,
  store: string,
  shipment: string,
  sku: string,
  about: DifferenceKind,
): Promise<number> =>
  (
    await one<{ pieces: number }>(
      db,
      `select case $4 when 'rejected' then rejected - rejected_settled when 'missing' then missing - missing_settled
         else surplus - surplus_settled end as pieces
       from shipment_line where store_id = $1 and shipment_id = $2 and sku_id = $3 for update`,
      [store, shipment, sku, about],
    )
  )?.pieces ?? 0
export const knownAnswer = async (db: Db, store: string, id: string): Promise<boolean> =>
  (await db.query('select 1 from shipment_answer where store_id = $1 and id = $2', [store, id])).length > 0
export async function recordAnswer(
  db: Db,
  a: {
    store: string
    id: string
    shipment: string
    sku: string
    about: DifferenceKind
    quantity: number
    answer: Answer
    words: string | null
    day: Day
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into shipment_answer (store_id, id, shipment_id, sku_id, about, quantity, answer, words, day, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      a.store,
      a.id,
      a.shipment,
      a.sku,
      a.about,
      a.quantity,
      a.answer,
      a.words,
      a.day,
      a.by,
      a.at.toISOString(),
    ],
  )
  await db.query(
    `update shipment_line set rejected_settled = rejected_settled + case when $4 = 'rejected' then $5::int else 0 end,
       missing_settled = missing_settled + case when $4 = 'missing' then $5::int else 0 end,
       surplus_settled = surplus_settled + case when $4 = 'surplus' then $5::int else 0 end
     where store_id = $1 and shipment_id = $2 and sku_id = $3`,
    [a.store, a.shipment, a.sku, a.about, a.quantity],
  )
}
