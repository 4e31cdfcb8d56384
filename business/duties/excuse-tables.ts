import type { Db } from '../../platform/database/database.ts'
import type { ExcuseKind } from './shape.ts'

/** Excuses what a query finds (store_id, instance_id, kind, by, at, why, leave_id), where nothing excuses it yet. */
export const excusing = (found: string): string => `
  with made as (
    insert into duty_excuse (store_id, instance_id, kind, by, at, why, leave_id) ${found}
    on conflict (store_id, instance_id) do nothing returning store_id, instance_id, at
  ), settled as (
    update duty_instance s set settled_at = m.at from made m where s.store_id = m.store_id and s.id = m.instance_id
      and not exists (select from duty_discharge d where d.store_id = s.store_id and d.instance_id = s.id)
  ) select instance_id as id from made`

/** Takes excuses back that a condition on e (duty_excuse) and further tables names: what is not done is owed again, or missed. */
export const owedAgain = (using: string, condition: string): string => `
  with freed as (
    delete from duty_excuse e using ${using} where ${condition} returning e.store_id, e.instance_id
  )
  update duty_instance s set settled_at = coalesce(
      (select d.at from duty_discharge d where d.store_id = s.store_id and d.instance_id = s.id),
      (select l.at from duty_lapse l where l.store_id = s.store_id and l.instance_id = s.id and l.kind = 'missed'))
    from freed f where s.store_id = f.store_id and s.id = f.instance_id`

/** False when it is excused already. */
export async function insertExcuse(
  db: Db,
  e: { store: string; instance: string; kind: ExcuseKind; why: string; by: string; at: Date },
): Promise<boolean> {
  const rows = await db.query(
    excusing('values ($1::uuid, $2::uuid, $3::text, $4::uuid, $5::timestamptz, $6::text, null::uuid)'),
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
const keyedBy = 'unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as n (store, seat, holder, period)'
const isKeyed = `i.store_id = n.store and i.duty = $1 and i.seat_id = n.seat and i.period = n.period
  and (n.holder is null or i.holder_id = n.holder)`
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
  const values = keyValues(duty, keys)
  // Leave and the like give way: the record itself is gone.
  await db.query(
    owedAgain(
      `duty_instance i, ${keyedBy}`,
      `${isKeyed} and e.store_id = i.store_id and e.instance_id = i.id and e.kind not in ('withdrawn', 'other')`,
    ),
    values,
  )
  await db.query(
    excusing(
      `select i.store_id, i.id, 'withdrawn', $6::uuid, $7::timestamptz, '', null::uuid from duty_instance i join ${keyedBy} on ${isKeyed}`,
    ),
    [...values, w.by, w.at.toISOString()],
  )
}

/** Raised once more after it was withdrawn. */
export async function liftWithdrawal(db: Db, duty: string, keys: readonly RaisedKey[]): Promise<void> {
  if (keys.length === 0) return
  await db.query(
    owedAgain(
      `duty_instance i, ${keyedBy}`,
      `${isKeyed} and e.store_id = i.store_id and e.instance_id = i.id and e.kind = 'withdrawn'`,
    ),
    keyValues(duty, keys),
  )
}
