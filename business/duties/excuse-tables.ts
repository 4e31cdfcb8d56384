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
