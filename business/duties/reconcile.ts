import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { appendAudit } from '../../platform/server/audit.ts'
import { grouped } from './grouping.ts'
import { discharge, reopen } from './proof-tables.ts'

/** Days back to which imported tickets still turn a day target. */
const lookBack = 14
const action = 'duties.reconcile'

/**
 * Whether files brought stores or people since duties were last made, and whether tickets came in by a file, or an import
 * was undone, in the last day.
 */
export async function importedLately(db: Db, now: Date): Promise<{ lists: boolean; tickets: boolean }> {
  const [found] = await db.query<{ lists: boolean; tickets: boolean }>(
    `select exists (select from import where kind in ('stores', 'people')
         and finished_at > (select at from duty_reach where store_id = $1 and seat_id = $1)) as lists,
       exists (select from import where kind in ('ticketLines', 'storeDays')
         and coalesce(undone_at, finished_at, at) > $2::timestamptz - interval '1 day') as tickets`,
    [companyWide, now.toISOString()],
  )
  return found ?? { lists: false, tickets: false }
}

interface Turned {
  readonly store: string
  readonly person: string
  readonly day: Day
  readonly reached: boolean
  /** When the last ticket that counts was sold. */
  readonly soldAt: string | null
}

/**
 * Tickets that came in by a file, and imports that were undone, pass no act at the till: what they turn of day targets is
 * settled here, with an audit line of the system's own in the store's chain. Reached counts from when the last ticket was sold.
 */
export async function reconcileOwnTargets(db: Db, today: Day, now: Date): Promise<void> {
  const turned = await db.query<Turned>(
    `select store, person, day, reached, sold_at as "soldAt" from (
       select i.store_id as store, i.holder_id as person, i.day, coalesce(p.net, 0) >= t.amount as reached, d.instance_id is not null as discharged,
         (select max(k.sold_at) from ticket_credit c join ticket k on k.store_id = c.store_id and k.id = c.ticket_id
           where c.store_id = i.store_id and c.person_id = i.holder_id and k.day = i.day) as sold_at
       from duty_instance i
       join person_day_target t on t.store_id = i.store_id and t.day = i.day and t.person_id = i.holder_id and t.amount > 0
       left join sales_person_day p on p.store_id = i.store_id and p.day = i.day and p.person_id = i.holder_id
       left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
       where i.duty = 'SA-1.1' and i.day >= $1) x
     where reached <> discharged order by store, day, person`,
    [addDays(today, -lookBack)],
  )
  for (const [store, own] of grouped(turned, (t) => t.store)) {
    await appendAudit(db, {
      store,
      at: now,
      day: today,
      actor: null,
      onBehalfOf: null,
      device: 'system',
      action,
      record: null,
      detail: { after: own.map(({ person, day, reached }) => ({ person, day, reached })) },
    })
    for (const { person, day, reached, soldAt } of own) {
      const key = { store, duty: 'SA-1.1', seat: store, holder: person, periods: [day] }
      if (!reached) {
        await reopen(db, key, { at: now, by: companyWide, action, why: null })
        continue
      }
      const at = soldAt && new Date(soldAt) < now ? new Date(soldAt) : now
      const by = { by: person, onBehalfOf: null, role: 'holder' as const }
      await discharge(db, key, { at, ...by, action, record: null, proofStore: store })
    }
  }
}
