import type { Db } from '../../platform/database/database.ts'
import type { ExcuseKind } from './shape.ts'

/** False when it is excused already. */
export async function insertExcuse(
  db: Db,
  e: { store: string; instance: string; kind: ExcuseKind; why: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(
    `insert into duty_excuse (store_id, instance_id, kind, by, at, why) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning instance_id`,
    [e.store, e.instance, e.kind, e.by, e.at.toISOString(), e.why],
  )
  return rows.length === 1
}

/** What a record raised at a seat; holder null: whoever owes it there. */
export interface RaisedKey {
  readonly store: string
  readonly seat: string
  readonly holder: string | null
  readonly period: string
}
/** $1: the duty, $2 … $5: the keys. */
const raisedInstances = `duty_instance i join unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as n (store, seat, holder, period)
  on i.store_id = n.store and i.duty = $1 and i.seat_id = n.seat and i.period = n.period and (n.holder is null or i.holder_id = n.holder)`
const keyValues = (duty: string, keys: readonly RaisedKey[]): unknown[] => [
  duty,
  keys.map((k) => k.store),
  keys.map((k) => k.seat),
  keys.map((k) => k.holder),
  keys.map((k) => k.period),
]

/** Nobody owes these any more. What is done stays done, and comes to nothing should its proof be taken back. */
export async function withdraw(
  db: Db,
  duty: string,
  keys: readonly RaisedKey[],
  w: { by: string; at: Date },
): Promise<void> {
  if (keys.length === 0) return
  await db.query(
    `insert into duty_excuse as e (store_id, instance_id, kind, by, at, why)
     select i.store_id, i.id, 'withdrawn', $6, $7, '' from ${raisedInstances}
     on conflict (store_id, instance_id) do update set kind = 'withdrawn', by = excluded.by, at = excluded.at, why = '', leave_id = null
       where e.kind not in ('withdrawn', 'other')`,
    [...keyValues(duty, keys), w.by, w.at.toISOString()],
  )
}

/** Raised once more after it was withdrawn. */
export async function liftWithdrawal(db: Db, duty: string, keys: readonly RaisedKey[]): Promise<void> {
  if (keys.length === 0) return
  await db.query(
    `delete from duty_excuse where kind = 'withdrawn' and (store_id, instance_id) in (select i.store_id, i.id from ${raisedInstances})`,
    keyValues(duty, keys),
  )
}
