import type { Db } from '../../platform/database/database.ts'

/**
 * Marks each deadline that passed without proof, and each that can no longer be made good: that one nobody owes any more.
 * Reads only what is owed, however long the history. In order, so that all of it is found before the first is marked: a
 * table that was empty when the statement was planned would else be read through once for each mark that it gains.
 */
export async function markLapses(db: Db, now: Date): Promise<void> {
  await db.query(
    `insert into duty_lapse (store_id, instance_id, kind, at)
     select i.store_id, i.id, 'overdue', i.due_at from duty_instance i
     where i.settled_at is null and i.due_at <= $1
       and not exists (select from duty_lapse l where l.store_id = i.store_id and l.instance_id = i.id and l.kind = 'overdue')
     order by i.store_id, i.id
     on conflict do nothing`,
    [now.toISOString()],
  )
  await db.query(
    `with missed as (
       insert into duty_lapse (store_id, instance_id, kind, at)
       select i.store_id, i.id, 'missed', i.missed_at from duty_instance i
       where i.settled_at is null and i.due_at <= $1 and i.missed_at <= $1
       on conflict do nothing returning store_id, instance_id, at
     )
     update duty_instance s set settled_at = m.at from missed m where s.store_id = m.store_id and s.id = m.instance_id`,
    [now.toISOString()],
  )
}
