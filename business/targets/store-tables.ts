import { type Db, one } from '../../platform/database/database.ts'
import type { Day, Month } from '../../platform/kinds/day.ts'
import { firstDay, lastDay } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { DayReason } from './reasons.ts'
import type { PersonPart, StoreTargetOrigin } from './shape.ts'
import type { StoreMonth } from './store-rules.ts'

export interface StoreTargetBasis {
  readonly parts?: readonly PersonPart[]
  readonly lockedDays?: readonly number[]
  /** Day weights (份数) that the days were first split by, and why, in codes of the forecast. */
  readonly weights?: readonly number[]
  readonly why?: readonly DayReason[]
}
export interface StoreTarget extends StoreMonth {
  readonly id: string
  readonly store: string
  readonly month: Month
  readonly version: number
  readonly total: Money
  readonly origin: StoreTargetOrigin
  readonly basis: StoreTargetBasis
  readonly reason: string | null
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: string
  readonly area: string
  readonly areaName: string
  readonly areaVersion: string
}

const storeTargetSql = `
  select t.id, t.store_id as store, t.month, t.version, t.total, t.days, t.origin, t.basis, t.reason,
    t.made_by as "madeBy", coalesce(p.name, '') as "madeByName", t.made_at as "madeAt",
    f.area_id as area, r.name as "areaName", f.area_version_id as "areaVersion",
    (select coalesce(json_agg(json_build_object('person', x.person_id, 'days', x.days) order by x.position), '[]'::json)
     from person_target x where x.store_id = t.store_id and x.target_id = t.id and x.position > 0) as people
  from store_target_in_force f
  join store_target t on t.store_id = f.store_id and t.id = f.target_id
  join area r on r.id = f.area_id
  left join person p on p.id = t.made_by`

export const storeTargetInForce = (db: Db, store: string, month: Month): Promise<StoreTarget | undefined> =>
  one<StoreTarget>(db, `${storeTargetSql} where f.store_id = $1 and f.month = $2`, [store, month])

/** What is in force for these stores in these months. */
export const storeTargetsOf = (
  db: Db,
  stores: readonly string[],
  months: readonly Month[],
): Promise<StoreTarget[]> =>
  db.query<StoreTarget>(
    `${storeTargetSql} where f.store_id = any($1::uuid[]) and f.month = any($2::text[]) order by t.store_id, t.month`,
    [[...stores], [...months]],
  )

/** All versions of a store's month, newest first; without days. */
export const storeTargetVersions = (db: Db, store: string, month: Month) =>
  db.query<{
    id: string
    version: number
    total: Money
    origin: StoreTargetOrigin
    reason: string | null
    people: number | null
    madeByName: string
    madeAt: string
  }>(
    `select t.id, t.version, t.total, t.origin, t.reason, t.people, coalesce(p.name, '') as "madeByName", t.made_at as "madeAt"
     from store_target t left join person p on p.id = t.made_by
     where t.store_id = $1 and t.month = $2 order by t.version desc`,
    [store, month],
  )

export const holdStoreMonth = (db: Db, store: string, month: Month): Promise<unknown> =>
  db.query('select target_id from store_target_in_force where store_id = $1 and month = $2 for update', [
    store,
    month,
  ])

export interface NewStoreTarget {
  readonly id: string
  readonly store: string
  readonly month: Month
  readonly version: number
  readonly origin: StoreTargetOrigin
  readonly days: readonly Money[]
  readonly people: readonly { readonly person: string; readonly days: readonly Money[] }[]
  readonly basis: StoreTargetBasis
}
export interface StoreTargetsContext {
  readonly area: string
  readonly areaVersion: string
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

/** Rows sent with one statement; keeps a message to the database at a few megabytes. */
const batch = 1_500

/**
 * Puts store months in force: version, people, what holds now, and the unrolled days, set by set.
 * False when somebody else saved one of them meanwhile (the transaction is then given up).
 */
export async function putStoreTargets(
  db: Db,
  targets: readonly NewStoreTarget[],
  context: StoreTargetsContext,
): Promise<boolean> {
  for (let from = 0; from < targets.length; from += batch) {
    const some = targets.slice(from, from + batch)
    if (!(await insertStoreTargets(db, some, context))) return false
    await insertPersonTargets(db, some)
    await pointInForce(db, some, context)
    await unroll(db, some)
  }
  return true
}

async function insertStoreTargets(
  db: Db,
  targets: readonly NewStoreTarget[],
  c: StoreTargetsContext,
): Promise<boolean> {
  const rows = await db.query(
    `insert into store_target (store_id, id, month, version, area_version_id, area_months, total, days, people, origin, basis, reason, made_by, made_at)
     select n.store, n.id, n.month, n.version, $2::uuid, l.months, amounts_sum(n.days), n.days, n.people, n.origin, n.basis, $3, $4::uuid, $5::timestamptz
     from jsonb_to_recordset($1::jsonb) as n (store uuid, id uuid, month text, version int, days bigint[], people int, origin text, basis jsonb)
     join target_line l on l.version_id = $2::uuid and l.child_id = n.store
     on conflict (store_id, month, version) do nothing
     returning id`,
    [
      JSON.stringify(
        targets.map((t) => ({
          store: t.store,
          id: t.id,
          month: t.month,
          version: t.version,
          days: t.days,
          people: t.people.length || null,
          origin: t.origin,
          basis: t.basis,
        })),
      ),
      c.areaVersion,
      c.reason,
      c.by,
      c.at.toISOString(),
    ],
  )
  return rows.length === targets.length
}

async function insertPersonTargets(db: Db, targets: readonly NewStoreTarget[]): Promise<void> {
  const lines = targets.flatMap((t) => (t.people.length > 0 ? personChain(t) : []))
  if (lines.length === 0) return
  await db.query(
    `insert into person_target (store_id, target_id, position, people, person_id, before, days, through)
     select n.store, n.target, n.position, n.people, n.person, n.before, n.days, n.through
     from jsonb_to_recordset($1::jsonb) as n (store uuid, target uuid, position int, people int, person uuid, before bigint[], days bigint[], through bigint[])`,
    [JSON.stringify(lines)],
  )
}

function personChain(t: NewStoreTarget) {
  const zeros = t.days.map(() => 0)
  const common = { store: t.store, target: t.id, people: t.people.length }
  let before: readonly number[] = zeros
  return [
    {
      ...common,
      position: 0,
      person: null as string | null,
      before: zeros as readonly number[],
      days: zeros as readonly number[],
      through: zeros as readonly number[],
    },
    ...t.people.map((p, i) => {
      const through = p.days.map((amount, d) => before[d]! + amount)
      const row = { ...common, position: i + 1, person: p.person, before, days: p.days, through }
      before = through
      return row
    }),
  ]
}

const pointInForce = (db: Db, targets: readonly NewStoreTarget[], c: StoreTargetsContext): Promise<unknown> =>
  db.query(
    `insert into store_target_in_force (store_id, month, target_id, total, area_id, area_version_id, area_months, since)
     select t.store_id, t.month, t.id, t.total, $2::uuid, t.area_version_id, t.area_months, $3::timestamptz
     from jsonb_to_recordset($1::jsonb) as n (store uuid, id uuid)
     join store_target t on t.store_id = n.store and t.id = n.id
     on conflict (store_id, month) do update set target_id = excluded.target_id, total = excluded.total, area_id = excluded.area_id,
       area_version_id = excluded.area_version_id, area_months = excluded.area_months, since = excluded.since`,
    [JSON.stringify(targets.map((t) => ({ store: t.store, id: t.id }))), c.area, c.at.toISOString()],
  )

async function unroll(db: Db, targets: readonly NewStoreTarget[]): Promise<void> {
  const keys = JSON.stringify(targets.map((t) => ({ store: t.store, id: t.id })))
  await db.query(
    `insert into store_day_target (store_id, day, amount, month_to_date, month_total)
     select t.store_id, (t.month || '-01')::date + (d.i - 1)::int, d.amount,
       sum(d.amount) over (partition by t.store_id, t.month order by d.i), t.total
     from jsonb_to_recordset($1::jsonb) as n (store uuid, id uuid)
     join store_target t on t.store_id = n.store and t.id = n.id, unnest(t.days) with ordinality as d (amount, i)
     on conflict (store_id, day) do update set amount = excluded.amount, month_to_date = excluded.month_to_date, month_total = excluded.month_total`,
    [keys],
  )
  await db.query(
    `delete from person_day_target p using jsonb_to_recordset($1::jsonb) as n (store uuid, month text)
     where p.store_id = n.store and p.day >= (n.month || '-01')::date and p.day < (n.month || '-01')::date + interval '1 month'`,
    [JSON.stringify(targets.map((t) => ({ store: t.store, month: t.month })))],
  )
  if (!targets.some((t) => t.people.length > 0)) return
  await db.query(
    `insert into person_day_target (store_id, day, person_id, amount, month_to_date, month_total)
     select t.store_id, (t.month || '-01')::date + (d.i - 1)::int, x.person_id, d.amount,
       sum(d.amount) over (partition by t.store_id, t.month, x.person_id order by d.i), amounts_sum(x.days)
     from jsonb_to_recordset($1::jsonb) as n (store uuid, id uuid)
     join store_target t on t.store_id = n.store and t.id = n.id
     join person_target x on x.store_id = t.store_id and x.target_id = t.id and x.position > 0, unnest(x.days) with ordinality as d (amount, i)`,
    [keys],
  )
}

/** Store months whose amount has not changed go on under the area's new version. */
export const moveToAreaVersion = (
  db: Db,
  year: number,
  area: string,
  areaVersion: string,
): Promise<unknown> =>
  db.query(
    `update store_target_in_force f set area_version_id = $3, area_months = l.months
     from target_line l
     where f.year = $1 and f.area_id = $2 and f.area_version_id <> $3 and l.version_id = $3 and l.child_id = f.store_id
       and l.months[substr(f.month, 6, 2)::int] = f.total`,
    [year, area, areaVersion],
  )

export const closedDays = async (db: Db, store: string, month: Month): Promise<Set<Day>> => {
  const rows = await db.query<{ day: Day }>(
    'select day from store_closed_day where store_id = $1 and day between $2 and $3',
    [store, firstDay(month), lastDay(month)],
  )
  return new Set(rows.map((row) => row.day))
}
/** Sales by day so far, from the totals kept with the tickets. */
export const soldByDay = async (db: Db, store: string, month: Month): Promise<Map<Day, Money>> => {
  const rows = await db.query<{ day: Day; net: Money }>(
    'select day, net from sales_store_day where store_id = $1 and day between $2 and $3',
    [store, firstDay(month), lastDay(month)],
  )
  return new Map(rows.map((row) => [row.day, row.net]))
}
