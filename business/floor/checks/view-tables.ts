import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'

/** Associates who keep a zone of their store on a day, being there and with a target; and stores that are shut. */
export async function owingOn(db: Db, stores: readonly string[], day: Day) {
  const people = await db.query<{ store: string; id: string; name: string }>(
    `select t.store_id as store, p.id, p.name from person_day_target t join person p on p.id = t.person_id
     where t.store_id = any($1::uuid[]) and t.day = $2 and t.amount > 0
       and exists (select from appointment a where a.person_id = p.id and a.store_id = t.store_id and a.position = 'salesAssociate'
         and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2))
       and not exists (select from person_away w where w.person_id = p.id and $2::date between w.from_day and w.to_day)
     order by p.pinyin, p.id`,
    [stores, day],
  )
  const closed = await db.query<{ store: string }>(
    'select store_id as store from store_closed_day where store_id = any($1::uuid[]) and day = $2',
    [stores, day],
  )
  return { people, closed: new Set(closed.map((c) => c.store)) }
}
