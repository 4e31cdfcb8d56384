import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { StoreMonth } from './forecast/plan-messages.ts'
import { planInThread, type ThreadPlan } from './forecast/plan-thread.ts'
import type { StoreProposal } from './forecast/propose.ts'
import type { DayProposal } from './forecast/propose-days.ts'
import { planFrame, storeHistories, storesInParts } from './history-tables.ts'

/** Stores planned together, lending their history to each other; a larger chain is planned area by area. */
const lendingStores = 300
/** Years kept; each holds the days of a year for every store of the plan. */
const keptPlans = 4

export interface PlannerRequest {
  readonly year: number
  readonly today: Day
  /** Growth asked for, 0.08 = +8 %. */
  readonly growth?: number
  /** Stores that matter; a chain small enough is planned whole. */
  readonly among?: readonly { readonly id: string }[]
}
export interface YearPlanner {
  readonly proposals: readonly StoreProposal[]
  readonly historyUntil: Day | null
  /** Day weights of store months in share units (份数), in the order asked for: an ordinary day is 1, a closed one 0. */
  days(asked: readonly StoreMonth[]): Promise<readonly (readonly DayProposal[])[]>
}

interface Kept {
  readonly fingerprint: string
  /** Who reads the history for it; undefined once it is made. */
  by: Db | undefined
  readonly parts: Promise<readonly ThreadPlan[]>
}
/** By what was asked; the fingerprint tells databases apart, since it carries the ids of their stores. */
const kept = new Map<string, Kept>()

/**
 * The forecast of a year, made in the planning thread. A page that shows reasons asks for it after every change of a
 * plan and every ticket, while it depends on neither: it is computed again only when the history before today, the
 * stores or the calendar differ. Who asks while it is being made waits for the same plan; not so a transaction, for
 * which the reading of others may be waiting.
 */
export async function plannerFor(db: Db, request: PlannerRequest): Promise<YearPlanner> {
  const { year, today, growth, among } = request
  const [count] = await db.query<{ stores: number }>('select count(*)::int as stores from store')
  const stores = among && count!.stores > lendingStores ? among.map((store) => store.id) : undefined
  const key = `${year} ${today} ${growth ?? 0} ${stores ? [...stores].sort().join() : 'all'}`
  const fingerprint = await fingerprintOf(db, today)
  const known = kept.get(key)
  const parts =
    (known?.fingerprint === fingerprint &&
      (known.by === undefined || known.by === db) &&
      (await living(known.parts))) ||
    (await keep(key, { fingerprint, by: db, parts: makePlans(db, request, stores) }))
  return together(parts)
}

async function makePlans(
  db: Db,
  request: PlannerRequest,
  among: readonly string[] | undefined,
): Promise<readonly ThreadPlan[]> {
  const { frame, from, until } = await planFrame(db, request)
  const plans: ThreadPlan[] = []
  for (const stores of await storesInParts(db, among, lendingStores))
    plans.push(await planInThread(frame, storeHistories(db, { from, until, stores })))
  return plans
}

/** A plan that could not be made for another, or whose thread has died since, is made again. */
const living = (parts: Kept['parts']): Promise<readonly ThreadPlan[] | undefined> =>
  parts.then(
    (made) => (made.every((part) => part.isAlive()) ? made : undefined),
    () => undefined,
  )

async function keep(key: string, plan: Kept): Promise<readonly ThreadPlan[]> {
  drop(key)
  kept.set(key, plan)
  const [oldest] = kept.keys()
  if (kept.size > keptPlans && oldest !== undefined) drop(oldest)
  try {
    return await plan.parts
  } catch (fault) {
    if (kept.get(key) === plan) kept.delete(key)
    throw fault
  } finally {
    plan.by = undefined
  }
}

function drop(key: string): void {
  const gone = kept.get(key)
  kept.delete(key)
  gone?.parts.then(
    (parts) => {
      for (const part of parts) if (part.isAlive()) part.forget()
    },
    () => undefined, // whoever made it has been told
  )
}

function together(parts: readonly ThreadPlan[]): YearPlanner {
  const partOf = new Map(parts.flatMap((part, i) => part.proposals.map((p) => [p.store, i] as const)))
  return {
    proposals: parts.flatMap((part) => part.proposals),
    historyUntil: parts.reduce<Day | null>(
      (last, { historyUntil }) => (historyUntil && (!last || historyUntil > last) ? historyUntil : last),
      null,
    ),
    async days(asked) {
      const byPart = parts.map((): number[] => [])
      for (const [i, { store }] of asked.entries()) {
        const part = partOf.get(store)
        if (part === undefined) throw new RangeError(`store not in the plan: ${store}`)
        byPart[part]!.push(i)
      }
      const answer: (readonly DayProposal[])[] = []
      for (const [p, indexes] of byPart.entries()) {
        for (let from = 0; from < indexes.length; from += monthsAtOnce) {
          const some = indexes.slice(from, from + monthsAtOnce)
          const days = await parts[p]!.days(some.map((i) => asked[i]!))
          for (const [n, i] of some.entries()) answer[i] = days[n]!
        }
      }
      return answer
    },
  }
}
/** Store months asked for in one message: about 7,000 days with their reasons. */
const monthsAtOnce = 240

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
