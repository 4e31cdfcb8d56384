import { type Db, one } from '../../platform/database/database.ts'
import { type Day, isDay } from '../../platform/kinds/day.ts'
import { companyWide, newId } from '../../platform/kinds/id.ts'
import { daysSettled } from '../cash/deposit-tables.ts'
import { isClosingHandedIn } from '../floor/checks/tables.ts'
import { isSigned } from '../floor/handover/tables.ts'
import { areasNotInspected, inspectionsIn } from '../floor/visits/tables.ts'
import { reviewOf } from '../people/attendance/tables.ts'
import { countInOrder } from '../stock/daily/tables.ts'
import type { Deed, Find } from './catalogue/proofs.ts'
import { periodsHolding } from './editions/period-rules.ts'
import type { OversightKind, Role } from './shape.ts'

/** Looking up the records that acts leave, inside the transaction of the act. */
export const finder = (db: Db): Find => ({
  targetVersion: (id) =>
    one(db, 'select level, year, scope_id as scope from target_version where id = $1', [id]),
  ownTargetsTurned: (store, day) => ownTargetsTurned(db, store, day),
  samplesFinished: (by, of) => samplesFinished(db, by, of),
  cashDays: (store, from, to) => daysSettled(db, store, from, to),
  shipmentDifferences: (store, shipment) =>
    one(
      db,
      `select m.area_id as area, coalesce(sum(l.rejected - l.rejected_settled + l.missing - l.missing_settled
           + l.surplus - l.surplus_settled), 0)::int as open
       from shipment_line l cross join lateral (select a.area_id from store_area a where a.store_id = l.store_id
         order by a.from_day desc limit 1) m
       where l.store_id = $1 and l.shipment_id = $2 group by 1`,
      [store, shipment],
    ),
  closingInOrder: async (store, day) => ({
    sheet: await isClosingHandedIn(db, store, day),
    count: await countInOrder(db, store, day),
  }),
  inspected: async (from, to) => ({
    made: await inspectionsIn(db, from, to),
    areasLeft: await areasNotInspected(db, from, to),
  }),
  shiftsPlaced: (store, week) => shiftsPlaced(db, store, week),
  shiftsInOrder: async (store, day) => ({
    reviewed: (await reviewOf(db, store, day)) !== undefined,
    handedOver: await isSigned(db, store, day),
  }),
  storesTrading: (day) =>
    db.query(
      `select id as store, (($1::date + 3)::timestamp + make_interval(mins => cut_off_minutes)) at time zone time_zone as "thirdDay" from store
       where opened_on <= $1 and (closed_on is null or closed_on > $1) order by id`,
      [day],
    ),
  noticeStores: (notice) =>
    db.query(
      'select store_id as store, due_at as "dueAt" from notice_store where notice_id = $1 and due_at is not null',
      [notice],
    ),
  noticePassedOn: (store, notice) =>
    one(
      db,
      `select r.by as person, r.on_behalf_of as "onBehalfOf" from notice_store x
       join notice_relay r on r.store_id = x.store_id and r.notice_id = x.notice_id
       where x.store_id = $1 and x.notice_id = $2 and x.complete_at is not null order by r.at desc limit 1`,
      [store, notice],
    ),
})

const shiftsPlaced = async (
  db: Db,
  store: string,
  week: Day,
): Promise<{ shifts: number; unplaced: number }> =>
  (await one<{ shifts: number; unplaced: number }>(
    db,
    `select count(*)::int as shifts, count(*) filter (where c.zone is null)::int as unplaced from roster_works c
     where c.store_id = $1 and c.week = $2
       and exists (select from appointment a where a.person_id = c.person_id and a.store_id = c.store_id and a.position = 'salesAssociate'
         and a.from_day <= c.day and (a.to_day is null or a.to_day >= c.day))`,
    [store, week],
  ))!

/** Only those whose discharge no longer says what the day's credited sales say. */
const ownTargetsTurned = (db: Db, store: string, day: Day): Promise<{ person: string; reached: boolean }[]> =>
  db.query(
    `select person, reached from (
       select i.holder_id as person, coalesce(p.net, 0) >= t.amount as reached, d.instance_id is not null as discharged
       from person_day_target t
       join duty_instance i on i.store_id = t.store_id and i.duty = 'SA-1.1' and i.seat_id = t.store_id and i.holder_id = t.person_id
         and i.period = $3
       left join sales_person_day p on p.store_id = t.store_id and p.day = t.day and p.person_id = t.person_id
       left join duty_discharge d on d.store_id = i.store_id and d.instance_id = i.id
       where t.store_id = $1 and t.day = $2 and t.amount > 0) x
     where reached <> discharged`,
    [store, day, day],
  )

async function samplesFinished(
  db: Db,
  by: string,
  of: Parameters<Find['samplesFinished']>[1],
): Promise<{ seat: Deed['seat']; period: string }[]> {
  const [store, duty, period, instance] =
    'instance' in of ? [null, null, null, of.instance] : [of.store, of.duty, of.period, null]
  const rows = await db.query<{ store: string; seat: string; period: string }>(
    `select b.store_id as store, b.seat_id as seat, b.period from duty_check c
     join duty_instance i on i.store_id = c.store_id and i.id = c.instance_id
     join duty_instance b on b.id = c.by_instance and b.store_id in ('${companyWide}', c.store_id) and b.duty = $1
     where c.instance_id = any(case when $5::uuid is not null then array[$5::uuid] else array(
         select x.id from duty_instance x where x.store_id = $2::uuid and x.duty = $3 and x.seat_id = $2::uuid and x.period = any($4::text[])) end)
       and not exists (select 1 from duty_check o where o.by_instance = c.by_instance and not exists (
         select 1 from duty_oversight v where v.store_id = o.store_id and v.instance_id = o.instance_id and v.kind <> 'opened'))`,
    [by, store, duty, period && isDay(period) ? periodsHolding(period) : [period], instance],
  )
  return rows.map((row) => ({ seat: seatFrom(row), period: row.period }))
}
const seatFrom = ({ store, seat }: { store: string; seat: string }): Deed['seat'] => {
  if (store !== companyWide) return { store }
  return seat === companyWide ? 'company' : { area: seat }
}

export interface InstanceKey {
  readonly store: string
  readonly duty: string
  readonly seat: string
  readonly holder: string
  readonly periods: readonly string[]
}
const keyed = `i.store_id = $1 and i.duty = $2 and i.seat_id = $3 and i.holder_id = $4 and i.period = any($5::text[])`
const keyValues = (k: InstanceKey): unknown[] => [k.store, k.duty, k.seat, k.holder, k.periods]

export interface ProvedBy {
  readonly at: Date
  readonly by: string
  readonly onBehalfOf: string | null
  readonly role: Role
  readonly action: string
  readonly record: string | null
  /** Whose chain of audit lines has the act's: inside the act's transaction it is the last one there. */
  readonly proofStore: string
}
/** One discharge an instance: what is discharged already stays as it is. Answers those that this act discharged. */
export const discharge = (db: Db, key: InstanceKey, p: ProvedBy): Promise<{ id: string }[]> =>
  db.query(
    `with made as (
       insert into duty_discharge (store_id, instance_id, at, by, on_behalf_of, role, action, record, proof_store, proof_seq)
       select i.store_id, i.id, $6, $7, $8, $9, $10, $11, $12, (select h.seq from audit_head h where h.store_id = $12) from duty_instance i where ${keyed}
       on conflict (store_id, instance_id) do nothing returning store_id, instance_id, at
     ), settled as (
       update duty_instance s set settled_at = m.at from made m where s.store_id = m.store_id and s.id = m.instance_id
     ) select instance_id as id from made`,
    [...keyValues(key), p.at.toISOString(), p.by, p.onBehalfOf, p.role, p.action, p.record, p.proofStore],
  )

/** Takes discharges back; each is kept as it stood, with who took it back and why. */
export async function reopen(
  db: Db,
  key: InstanceKey,
  because: { at: Date; by: string; action: string; why: string | null },
): Promise<number> {
  const gone = await db.query<{ store_id: string; instance_id: string; was: unknown }>(
    `with gone as (
       delete from duty_discharge d using duty_instance i where ${keyed} and d.store_id = i.store_id and d.instance_id = i.id
       returning d.store_id, d.instance_id, to_jsonb(d) as was
     ), owed as (
       update duty_instance s set settled_at = coalesce(
           (select e.at from duty_excuse e where e.store_id = s.store_id and e.instance_id = s.id),
           (select l.at from duty_lapse l where l.store_id = s.store_id and l.instance_id = s.id and l.kind = 'missed'))
         from gone g where s.store_id = g.store_id and s.id = g.instance_id
     ) select * from gone`,
    keyValues(key),
  )
  for (const { store_id, instance_id, was } of gone) {
    await db.query(
      'insert into duty_reopening (store_id, id, instance_id, at, by, action, why, was) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)',
      [
        store_id,
        newId(),
        instance_id,
        because.at.toISOString(),
        because.by,
        because.action,
        because.why,
        JSON.stringify(was),
      ],
    )
  }
  return gone.length
}

/** Opening is recorded once a person for what was done; done again it is opened again. Whoever confirms in another area's own review has opened it there. */
export async function recordOversight(
  db: Db,
  v: { store: string; instance: string; kind: OversightKind; by: string; at: Date; words: string | null },
): Promise<void> {
  await db.query(
    `insert into duty_oversight (store_id, id, instance_id, kind, by, at) select $1, $2, $3, 'opened', $4, $5
     where not exists (select 1 from duty_oversight o where o.store_id = $1 and o.instance_id = $3 and o.by = $4 and o.kind = 'opened'
       and o.at >= coalesce((select d.at from duty_discharge d where d.store_id = $1 and d.instance_id = $3), o.at))`,
    [v.store, newId(), v.instance, v.by, v.at.toISOString()],
  )
  if (v.kind === 'opened') return
  await db.query(
    'insert into duty_oversight (store_id, id, instance_id, kind, by, at, words) values ($1, $2, $3, $4, $5, $6, $7)',
    [v.store, newId(), v.instance, v.kind, v.by, v.at.toISOString(), v.words],
  )
}

/** Of several periods the one that falls due first. */
export const instanceOf = (db: Db, key: InstanceKey): Promise<{ id: string } | undefined> =>
  one(db, `select i.id from duty_instance i where ${keyed} order by i.due_at limit 1`, keyValues(key))

export const hasDayTarget = async (db: Db, store: string, person: string, day: string): Promise<boolean> =>
  (
    await db.query(
      'select 1 from person_day_target where store_id = $1 and person_id = $2 and day = $3 and amount > 0',
      [store, person, day],
    )
  ).length > 0

export const isClosed = async (db: Db, store: string, day: string): Promise<boolean> =>
  (await db.query('select 1 from store_closed_day where store_id = $1 and day = $2', [store, day])).length > 0
