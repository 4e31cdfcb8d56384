import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'

export interface TransferHead {
  readonly id: string
  readonly number: string
  readonly to: string
  readonly steps: readonly string[]
  /** The other store has everything, or has said what is missing. */
  readonly isReceived: boolean
}
/** A transfer, held until the transaction ends. */
export const holdTransfer = (db: Db, store: string, id: string): Promise<TransferHead | undefined> =>
  one<TransferHead>(
    db,
    `select t.id, t.number, t.to_store as "to",
       (select coalesce(json_agg(s.step), '[]') from transfer_step s where s.store_id = t.store_id and s.transfer_id = t.id) as steps,
       exists (select from shipment p where p.store_id = t.to_store and p.id = t.id) and not exists (select from shipment_line l
         where l.store_id = t.to_store and l.shipment_id = t.id and l.in_transit > 0) as "isReceived"
     from transfer t where t.store_id = $1 and t.id = $2 for update`,
    [store, id],
  )

/** False when this very transfer is there already. */
export async function recordTransfer(
  db: Db,
  t: {
    store: string
    id: string
    number: string
    to: string
    why: string
    words: string | null
    day: Day
    by: string
    at: Date
    lines: readonly { readonly sku: string; readonly asked: number }[]
  },
): Promise<boolean> {
  const made = await db.query(
    `with made as (
       insert into transfer (store_id, id, number, to_store, why, words, day, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (store_id, id) do nothing returning store_id, id
     )
     insert into transfer_line (store_id, transfer_id, sku_id, asked)
     select m.store_id, m.id, x.sku, x.asked from made m, jsonb_to_recordset($10::jsonb) as x (sku uuid, asked int) returning 1`,
    [t.store, t.id, t.number, t.to, t.why, t.words, t.day, t.by, t.at.toISOString(), JSON.stringify(t.lines)],
  )
  return made.length > 0
}
/** Picking may be done again until the goods are on their way; every other step is taken once. */
export const recordStep = (
  db: Db,
  s: { store: string; transfer: string; step: string; words: string | null; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    `insert into transfer_step (store_id, transfer_id, step, words, by, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (store_id, transfer_id, step) do update set words = excluded.words, by = excluded.by, at = excluded.at`,
    [s.store, s.transfer, s.step, s.words, s.by, s.at.toISOString()],
  )
export const transferLines = (db: Db, store: string, transfer: string) =>
  db.query<{ sku: string; asked: number; picked: number | null }>(
    'select sku_id as sku, asked, picked from transfer_line where store_id = $1 and transfer_id = $2 order by sku_id',
    [store, transfer],
  )
export const recordPicked = (
  db: Db,
  store: string,
  transfer: string,
  lines: readonly { readonly sku: string; readonly picked: number }[],
): Promise<unknown> =>
  db.query(
    `update transfer_line l set picked = x.picked from jsonb_to_recordset($3::jsonb) as x (sku uuid, picked int)
     where l.store_id = $1 and l.transfer_id = $2 and l.sku_id = x.sku`,
    [store, transfer, JSON.stringify(lines)],
  )

export interface Promised {
  readonly from: string
  readonly to: string
  readonly sku: string
  readonly pieces: number
}
/**
 * Pieces of approved transfers that have not left yet, from or to some stores, as of a moment: they still lie in the one and are
 * the other's already. Approved for two months and never sent, nobody means it any more.
 */
export const promised = (db: Db, stores: readonly string[], at: Date): Promise<Promised[]> =>
  db.query<Promised>(
    `select t.store_id as "from", t.to_store as "to", l.sku_id as sku, sum(coalesce(l.picked, l.asked))::int as pieces
     from transfer t join transfer_line l on l.store_id = t.store_id and l.transfer_id = t.id
     where (t.store_id = any($1::uuid[]) or t.to_store = any($1)) and t.at between $2::timestamptz - interval '60 days' and $2
       and exists (select from transfer_step s where s.store_id = t.store_id and s.transfer_id = t.id and s.step = 'approved')
       and not exists (select from transfer_step s where s.store_id = t.store_id and s.transfer_id = t.id
         and s.step in ('shipped', 'cancelled', 'refused'))
     group by 1, 2, 3`,
    [stores, at.toISOString()],
  )
