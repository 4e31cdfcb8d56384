import type { Db } from '../../../platform/database/database.ts'
import type { Cadence } from '../catalogue/types.ts'

export interface OwnOpen {
  readonly cadence: Exclude<Cadence, 'event' | 'standing'>
  readonly period: string
  readonly opensAt: string
}
export interface OwnKey {
  readonly store: string
  readonly seat: string
  readonly holder: string
  readonly duty: string
}
/** What is still to be made good of one own duty at one seat, the longest-owed first; proved as the edition says that made it. */
export const openOwn = (db: Db, key: OwnKey, way: string, now: Date): Promise<OwnOpen[]> =>
  db.query<OwnOpen>(
    `select i.cadence, i.period, i.opens_at as "opensAt" from duty_instance i
     join duty_clause c on c.edition_id = i.edition_id and c.duty = i.duty and c.proved_by = $5
     where i.store_id = $1 and i.duty = $4 and i.seat_id = $2 and i.holder_id = $3 and i.cadence <> 'event'
       and (i.missed_at is null or i.missed_at > $6)
       and not exists (select 1 from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
     order by i.due_at, i.id`,
    [key.store, key.seat, key.holder, key.duty, way, now.toISOString()],
  )

/** Which of the company's own duties a record has discharged. */
export const dischargedBy = (
  db: Db,
  action: string,
  record: string,
): Promise<(OwnKey & { readonly period: string })[]> =>
  db.query(
    `select i.store_id as store, i.seat_id as seat, i.holder_id as holder, i.duty, i.period from duty_discharge d
     join duty_instance i on i.store_id = d.store_id and i.id = d.instance_id
     where d.record = $1 and d.action = $2 and i.duty ~ '^[A-Z]{2}-C'`,
    [record, action],
  )
