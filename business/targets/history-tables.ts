import { type Db, one } from '../../platform/database/database.ts'
import { addDays, type Day, dayOf, type Month, monthFrom } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { featureNames } from './forecast/features.ts'
import type { HolidayMark } from './forecast/holidays.ts'
import type { PlanCampaign } from './forecast/plan-input.ts'
import type { PlanFrame, StoreHistory } from './forecast/plan-messages.ts'

export interface StoreOfArea {
  readonly id: string
  readonly area: string
  readonly name: string
  readonly nameEn: string | null
  readonly code: string
  /** Per month of the year: does it trade, and in this area? */
  readonly trades: readonly boolean[]
}

/**
 * Stores by area and the months of a year in which they trade there. A store that changes area within a month
 * counts for the area in which it began the month.
 */
export const storesOfYear = (db: Db, year: number, area?: string): Promise<StoreOfArea[]> =>
  db.query<StoreOfArea>(
    `with month as (
       select m, make_date($1::int, m, 1) as first, (make_date($1::int, m, 1) + interval '1 month' - interval '1 day')::date as last
       from generate_series(1, 12) as m
     ), placed as (
       select s.id, m.m, coalesce(
           (select a.area_id from store_area a where a.store_id = s.id and a.from_day <= m.first order by a.from_day desc limit 1),
           (select a.area_id from store_area a where a.store_id = s.id and a.from_day <= m.last order by a.from_day limit 1)
         ) as area
       from store s, month m
       where s.opened_on <= m.last and (s.closed_on is null or s.closed_on >= m.first)
     )
     select s.id, p.area, s.name, s.name_en as "nameEn", s.code,
       (select array_agg(g.m = any (p.months) order by g.m) from generate_series(1, 12) as g (m)) as trades
     from (
       select id, area, array_agg(m) as months from placed
       where area is not null and ($2::uuid is null or area = $2) group by id, area
     ) p
     join store s on s.id = p.id
     order by s.code`,
    [year, area ?? null],
  )

export const areasOfYear = (db: Db, year: number) =>
  db.query<{ id: string; code: string; name: string; nameEn: string | null }>(
    `select id, code, name, name_en as "nameEn" from area
     where opened_on <= make_date($1::int, 12, 31) and (closed_on is null or closed_on >= make_date($1::int, 1, 1)) order by code`,
    [year],
  )

/** Years of history that a proposal reads: two to compare, one more for festivals that move. */
const yearsOfHistory = 3

/** What the forecast reads of the past beside the stores, and the days of history that it reads: up to yesterday. */
export async function planFrame(
  db: Db,
  { year, today, growth }: { year: number; today: Day; growth?: number },
): Promise<{ frame: PlanFrame; from: Day; until: Day }> {
  const from = dayOf(`${Math.min(year, Number(today.slice(0, 4))) - yearsOfHistory}-01-01`)
  return {
    from,
    until: addDays(today, -1),
    frame: {
      year,
      region: await regionOf(db),
      holidays: await editedHolidays(db),
      campaigns: [...(await eventsOf(db, from)), ...(await promotionsOf(db, from))],
      ...(growth === undefined ? {} : { growth }),
    },
  }
}

/** Stores to plan together, at most `most`, neighbours in area and code; all of them where none are given. */
export async function storesInParts(
  db: Db,
  among: readonly string[] | undefined,
  most: number,
): Promise<string[][]> {
  const rows = await db.query<{ id: string; area: string }>(
    `select s.id, ${latestArea} as area from store s where $1::uuid[] is null or s.id = any($1::uuid[]) order by area, s.code, s.id`,
    [among ? [...among] : null],
  )
  if (rows.length <= most) return [rows.map((row) => row.id)]
  const parts: string[][] = []
  let area: string | undefined
  for (const row of rows) {
    const last = parts.at(-1)
    if (!last || row.area !== area || last.length >= most) parts.push([row.id])
    else last.push(row.id)
    area = row.area
  }
  return parts
}

const storesAtOnce = 50
const latestArea =
  "coalesce((select a.area_id::text from store_area a where a.store_id = s.id order by a.from_day desc limit 1), '')"

/** Sales a day from the totals kept with the tickets, and closures; some stores at a time, so that other work goes on between. */
export async function* storeHistories(
  db: Db,
  { from, until, stores }: { from: Day; until: Day; stores: readonly string[] },
): AsyncGenerator<StoreHistory[]> {
  for (let i = 0; i < stores.length; i += storesAtOnce) {
    const among = stores.slice(i, i + storesAtOnce)
    const rows = await db.query<StoreRow>(
      `select s.id, s.name, s.kind, coalesce(s.city, '') as city, s.opened_on as opens, s.closed_on as closes, ${latestArea} as area,
         h.days, h.nets
       from store s
       left join (
         select store_id, array_agg(day - date '1970-01-01') as days, array_agg(net) as nets from sales_store_day
         where day between $1 and $2 and net > 0 and store_id = any($3::uuid[]) group by store_id
       ) h on h.store_id = s.id
       where s.id = any($3::uuid[])
       order by s.id`,
      [from, until, among],
    )
    const closures = await closuresOf(db, from, among)
    yield rows.map((row) => storeHistory(row, closures.get(row.id) ?? []))
  }
}

interface StoreRow {
  id: string
  name: string
  kind: string
  city: string
  opens: Day
  closes: Day | null
  area: string
  days: number[] | null
  nets: Money[] | null
}
interface Stretch {
  readonly from: Day
  readonly to: Day
}

const storeHistory = (row: StoreRow, closures: readonly Stretch[]): StoreHistory => ({
  store: row.id,
  name: row.name,
  kind: row.kind,
  city: row.city,
  area: row.area,
  days: row.days ?? [],
  nets: row.nets ?? [],
  opens: row.opens,
  ...(row.closes ? { closes: row.closes } : {}),
  closures,
})

async function closuresOf(db: Db, from: Day, stores: readonly string[]): Promise<Map<string, Stretch[]>> {
  const rows = await db.query<{ store: string; day: Day }>(
    `select store_id as store, day from store_closed_day where day >= $1 and store_id = any($2::uuid[])
     union
     select store_id, day from store_day_condition where not open and day >= $1 and store_id = any($2::uuid[])
     order by store, day`,
    [from, stores],
  )
  return stretches(rows)
}

/** Consecutive days of a store as one stretch. */
function stretches(rows: readonly { store: string; day: Day }[]): Map<string, Stretch[]> {
  const byStore = new Map<string, Stretch[]>()
  for (const { store, day } of rows) {
    const list = byStore.get(store) ?? []
    byStore.set(store, list)
    const last = list.at(-1)
    if (last && addDays(last.to, 1) === day) list[list.length - 1] = { from: last.from, to: day }
    else list.push({ from: day, to: day })
  }
  return byStore
}

async function eventsOf(db: Db, from: Day): Promise<PlanCampaign[]> {
  const rows = await db.query<{
    name: string
    nameEn: string | null
    from: Day
    to: Day
    store: string | null
  }>(
    `select name, name_en as "nameEn", from_day as "from", to_day as "to", store_id as store
     from calendar_event where to_day >= $1 order by from_day, id`,
    [from],
  )
  return rows.map((row) => ({
    name: [row.name, row.nameEn ?? row.name],
    from: row.from,
    to: row.to,
    ...(row.store ? { stores: [row.store] } : {}),
  }))
}

/** Promotions that a sales file stated day by day, as stretches; stores with the same stretch take part together. */
async function promotionsOf(db: Db, from: Day): Promise<PlanCampaign[]> {
  const rows = await db.query<{ store: string; day: Day }>(
    `select store_id as store, day from store_day_condition
     where promotion and day >= $1 order by store_id, day`,
    [from],
  )
  const together = new Map<string, { stretch: Stretch; stores: string[] }>()
  for (const [store, list] of stretches(rows)) {
    for (const stretch of list) {
      const key = `${stretch.from} ${stretch.to}`
      const entry = together.get(key) ?? { stretch, stores: [] }
      entry.stores.push(store)
      together.set(key, entry)
    }
  }
  return [...together.values()].map(({ stretch, stores }) => ({
    name: featureNames.promotion!,
    ...stretch,
    stores,
  }))
}

/** Chinese festivals and shopping days apply where the company counts in yuan. */
async function regionOf(db: Db): Promise<'china' | 'plain'> {
  const company = await one<{ currency: string }>(db, 'select currency from company')
  return company === undefined || company.currency === 'CNY' ? 'china' : 'plain'
}

async function editedHolidays(db: Db): Promise<Map<Day, HolidayMark>> {
  const rows = await db.query<{ day: Day; kind: 'holiday' | 'makeUpWorkday'; name: string; nameEn: string }>(
    'select day, kind, name, name_en as "nameEn" from calendar_day',
  )
  return new Map(rows.map((row) => [row.day, { kind: row.kind, name: [row.name, row.nameEn] }]))
}

/** What was really sold: store × month of a year, from the totals kept with the tickets. */
export const soldByMonth = (db: Db, year: number, stores?: readonly string[]) =>
  db.query<{ store: string; month: Month; net: Money }>(
    `select store_id as store, month, net from sales_store_month
     where month between $1 and $2 and ($3::uuid[] is null or store_id = any($3::uuid[]))`,
    [monthFrom(year, 1), monthFrom(year, 12), stores ? [...stores] : null],
  )
