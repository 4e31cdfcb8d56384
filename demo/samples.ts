import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Acts } from './acts.ts'
import { instant } from './moments.ts'
import { hashOf } from './random.ts'

/** Before the doors open associates look through the samples; one in eight does not come to it, some are late. */
export async function lookAtSamples(database: Database, acts: Acts, day: Day, now: Date): Promise<void> {
  const working = await database.query<{ store: string; person: string; number: string }>(
    `select t.store_id as store, t.person_id as person, p.job_number as number from person_day_target t join person p on p.id = t.person_id
     where t.day = $1 and t.amount > 0 and exists (select from appointment a where a.person_id = t.person_id and a.store_id = t.store_id
       and a.position = 'salesAssociate' and a.from_day <= $1 and (a.to_day is null or a.to_day >= $1)) order by p.job_number`,
    [day],
  )
  for (const { store, person, number } of working) {
    const luck = hashOf(`${number} ${day}`) % 16
    const at = instant(day, 9 * 60 + 32 + luck * 2 + (luck === 5 ? 70 : 0))
    if (luck < 2 || at > now) continue
    await acts.do(person, at, 'stock.checkSamples', { id: newId(), store, words: null })
  }
}
