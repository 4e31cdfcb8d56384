import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { type Planner, proposeYear } from './forecast/propose.ts'
import { historyFor } from './history-tables.ts'

/** Chains up to this size let every store lend its history to every other; larger ones lend within the area. */
const lendingStores = 300
/** Plans kept a database; each holds the days of a year for every store. */
const keptPlans = 4

export interface PlannerRequest {
  readonly year: number
  readonly today: Day
  /** Growth asked for, 0.08 = +8 %. */
  readonly growth?: number
  /** Stores that matter; a chain small enough is planned whole. */
  readonly among?: readonly { readonly id: string }[]
}

const kept = new WeakMap<
  Db,
  Map<string, { fingerprint: string; planner: Planner; historyUntil: Day | null }>
>()

/**
 * The forecast of a year. A page that shows reasons asks for it after every change of a plan and every ticket, while
 * it depends on neither: it is computed again only when the history before today, the stores or the calendar differ.
 */
export async function plannerFor(
  db: Db,
  request: PlannerRequest,
): Promise<{ planner: Planner; historyUntil: Day | null }> {
  const { year, today, growth, among } = request
  const [count] = await db.query<{ stores: number }>('select count(*)::int as stores from store')
  const stores = among && count!.stores > lendingStores ? among.map((store) => store.id) : undefined
  const key = `${year} ${today} ${growth ?? 0} ${stores ? [...stores].sort().join() : 'all'}`
  const fingerprint = await fingerprintOf(db, today)
  const plans = kept.get(db) ?? new Map()
  kept.set(db, plans)
  const known = plans.get(key)
  if (known?.fingerprint === fingerprint) return known
  const history = await historyFor(db, { year, today, growth, stores })
  const plan = {
    fingerprint,
    planner: proposeYear(history),
    historyUntil: lastDay(history.stores.map((s) => s.history)),
  }
  plans.delete(key)
  plans.set(key, plan)
  if (plans.size > keptPlans) plans.delete(plans.keys().next().value)
  return plan
}

async function fingerprintOf(db: Db, today: Day): Promise<string> {
  const row = await one<{ mark: string }>(
    db,
    `select concat_ws(' ',
       (select concat(count(*), ':', sum(net), ':', max(day)) from sales_store_day where day < $1),
       (select md5(string_agg(concat_ws(',', id, name, kind, city, opened_on, closed_on), ';' order by id)) from store),
       (select md5(string_agg(concat_ws(',', store_id, from_day, area_id), ';' order by store_id, from_day)) from store_area),
       (select md5(string_agg(concat_ws(',', id, name, name_en, from_day, to_day, store_id), ';' order by id)) from calendar_event),
       (select md5(string_agg(concat_ws(',', day, kind), ';' order by day)) from calendar_day),
       (select md5(string_agg(concat_ws(',', store_id, day), ';' order by store_id, day)) from store_closed_day),
       (select concat(count(*), ':', count(*) filter (where open), ':', count(*) filter (where promotion)) from store_day_condition)
     ) as mark`,
    [today],
  )
  return row!.mark
}

function lastDay(histories: readonly ReadonlyMap<Day, unknown>[]): Day | null {
  let last: Day | null = null
  for (const history of histories)
    for (const day of history.keys()) if (last === null || day > last) last = day
  return last
}
