import type { Database, Db } from '../../platform/database/database.ts'
import { addDays, businessDayAt, type Day } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import { generateDuties } from './generate.ts'
import { reconcileOwnTargets } from './reconcile.ts'
import { companyPlace } from './tables.ts'

/** How far back the calendar may still excuse, and deadlines be marked. Days. */
const lookBack = 62

/** The standing job of this area: makes what is due, states samples, excuses by the calendar, marks deadlines. */
export async function keepDuties(database: Database, now: Date, duties: Duties = shipped): Promise<void> {
  await generateDuties(database, now, duties)
  const company = await companyPlace(database)
  if (!company) return
  const today = businessDayAt(now, company.timeZone, company.cutOffMinutes)
  await database.transaction(async (db) => {
    await reconcileOwnTargets(db, today, now)
    await chooseSamples(db, duties, today, now)
    await excuseByCalendar(db, duties, today, now)
    await markLapses(db, today, now)
  })
}

/**
 * States the sample that a superior looks through: of what his stores did the day before and nobody has looked at yet, a
 * share chosen at random, weighted by how often the store was late or missed in the last 30 days (A-Res of Efraimidis
 * and Spirakis, 2006: the keys −ln(u)/weight in ascending order). Chosen once every store's deadline has passed, or
 * four hours before the superior's own.
 */
async function chooseSamples(db: Db, duties: Duties, today: Day, now: Date): Promise<void> {
  for (const { id, checks } of duties.live) {
    if (!checks) continue
    await db.query(
      `with superior as (
         select s.id, s.seat_id, s.day, s.due_at from duty_instance s
         where s.store_id = $1 and s.duty = $2 and s.day = $3 and s.opens_at <= $5::timestamptz
           and not exists (select 1 from duty_check c where c.by_instance = s.id)
           and not exists (select 1 from duty_discharge d where d.store_id = s.store_id and d.instance_id = s.id)
           and not exists (select 1 from duty_excuse e where e.store_id = s.store_id and e.instance_id = s.id)
       ), theirs as (
         select s.id as by_instance, s.due_at as by_due, i.store_id, i.id, i.due_at, d.instance_id is not null
             and not exists (select 1 from duty_oversight v where v.store_id = i.store_id and v.instance_id = i.id and v.kind <> 'opened') as done
         from superior s join duty_instance i on i.duty = $4 and i.day = s.day - 1
         left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
         where s.seat_id = (select m.area_id from store_area m where m.store_id = i.store_id and m.from_day <= i.day
           order by m.from_day desc limit 1)
       ), ready as (
         select t.* from theirs t where t.done and (t.by_due - interval '4 hours' <= $5::timestamptz
           or not exists (select 1 from theirs o where o.by_instance = t.by_instance and o.due_at > $5::timestamptz))
       ), weighed as (
         select r.*, (select 1 + 4.0 * count(*) filter (where d.at is null or d.at > h.due_at) / greatest(count(*), 1)
           from duty_instance h left join duty_discharge d on d.store_id = h.store_id and d.instance_id = h.id
           where h.store_id = r.store_id and h.duty = $4 and h.day between $3::date - 30 and $3::date - 1) as risk
         from ready r
       ), drawn as (
         select w.*, row_number() over (partition by by_instance order by -ln(1 - random()) / risk) as place,
           count(*) over (partition by by_instance) as among from weighed w
       )
       insert into duty_check (store_id, instance_id, by_instance, risk, chosen_at)
       select store_id, id, by_instance, risk, $5 from drawn where place <= greatest($6::int, ceil(among * $7::float8))
       on conflict do nothing`,
      [companyWide, id, today, checks.duty, now.toISOString(), checks.least, checks.share],
    )
  }
}

async function excuseByCalendar(db: Db, duties: Duties, today: Day, now: Date): Promise<void> {
  const since = addDays(today, -lookBack)
  await db.query(
    `delete from duty_excuse e using duty_instance i where e.kind = 'storeClosed' and e.by is null and i.store_id = e.store_id
       and i.id = e.instance_id and i.day >= $1
       and not exists (select 1 from store_closed_day c where c.store_id = i.store_id and c.day = i.day)`,
    [since],
  )
  await db.query(
    `insert into duty_excuse (store_id, instance_id, kind, at, why)
     select i.store_id, i.id, 'storeClosed', $2, c.reason from store_closed_day c
     join duty_instance i on i.store_id = c.store_id and i.day = c.day and i.cadence = 'day'
     where c.day >= $1 and not exists (select 1 from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
     on conflict do nothing`,
    [since, now.toISOString()],
  )
  await db.query(
    `insert into duty_excuse (store_id, instance_id, kind, at, why)
     select i.store_id, i.id, 'notHolder', $2, '' from duty_instance i
     where i.day >= $1 and i.holder_id <> $3
       and not exists (select 1 from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
       and not exists (select 1 from appointment a where a.person_id = i.holder_id and a.position = i.position
         and a.store_id = i.seat_id and a.from_day <= i.day and (a.to_day is null or a.to_day >= i.day))
     on conflict do nothing`,
    [since, now.toISOString(), companyWide],
  )
  for (const { id, checks } of duties.live) {
    if (!checks) continue
    await db.query(
      `insert into duty_excuse (store_id, instance_id, kind, at, why)
       select i.store_id, i.id, 'nothingToCheck', $2, '' from duty_instance i
       where i.duty = $3 and i.store_id = $4 and i.day >= $1 and i.due_at <= $2
         and not exists (select 1 from duty_check c where c.by_instance = i.id)
         and not exists (select 1 from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
       on conflict do nothing`,
      [since, now.toISOString(), id, companyWide],
    )
  }
}

/** Each deadline that passes without proof is marked, and each that can no longer be made good. */
async function markLapses(db: Db, today: Day, now: Date): Promise<void> {
  for (const [kind, column] of [
    ['overdue', 'due_at'],
    ['missed', 'missed_at'],
  ] as const) {
    await db.query(
      `insert into duty_lapse (store_id, instance_id, kind, at)
       select i.store_id, i.id, '${kind}', i.${column} from duty_instance i
       where i.${column} <= $2 and i.day >= $1
         and not exists (select 1 from duty_discharge d where d.store_id = i.store_id and d.instance_id = i.id)
         and not exists (select 1 from duty_excuse e where e.store_id = i.store_id and e.instance_id = i.id)
       on conflict do nothing`,
      [addDays(today, -lookBack), now.toISOString()],
    )
  }
}
