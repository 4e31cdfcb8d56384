import { type Db, one } from '../../../platform/database/database.ts'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import { firstDay } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Coming, Lying, PlanLine, Sold } from './shape.ts'

const tag = (day: string) =>
  `(select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= ${day} order by p.from_day desc limit 1)`
const asMonth = (day: string) => `to_char(${day}, 'YYYY-MM')`

/** Versions follow one another. */
export const holdPlans = async (db: Db): Promise<void> => {
  await db.query(`select pg_advisory_xact_lock(hashtext('buy plans'))`)
}

export interface PlanHead {
  readonly id: string
  readonly basedOn: string | null
  readonly from: Month
  readonly months: number
  readonly words: string | null
  readonly submittedBy: string
  readonly submittedByName: string
  readonly submittedAt: string
  readonly approved: boolean | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly isReplaced: boolean
  readonly categories: number
  readonly sales: Money
  readonly markdowns: Money
  /** At the end of its last month. */
  readonly closing: Money
}
const heads = `select p.id, p.based_on as "basedOn", ${asMonth('p.from_month')} as "from", p.months, p.words, p.submitted_by as "submittedBy",
    n.name as "submittedByName", p.submitted_at as "submittedAt", d.approved, o.name as "decidedByName", d.at as "decidedAt", d.words as decision,
    exists (select from buy_plan x where x.based_on = p.id) as "isReplaced", l.*
  from buy_plan p join person n on n.id = p.submitted_by left join buy_plan_decision d on d.plan_id = p.id left join person o on o.id = d.by
  join lateral (select count(distinct x.category)::int as categories, sum(x.sales)::int8 as sales, sum(x.markdowns)::int8 as markdowns,
    (sum(x.closing) filter (where x.month = p.from_month + (p.months - 1) * interval '1 month'))::int8 as closing
    from buy_plan_line x where x.plan_id = p.id) l on true`
/** The latest versions, newest first. */
export const lastPlans = (db: Db, most: number): Promise<PlanHead[]> =>
  db.query<PlanHead>(`${heads} order by p.submitted_at desc, p.id desc limit $1`, [most])
export const planOf = (db: Db, plan: string): Promise<PlanHead | undefined> =>
  one<PlanHead>(db, `${heads} where p.id = $1`, [plan])
/** The version that no other goes on from. */
export const latestPlan = async (db: Db): Promise<string | null> =>
  (
    await one<{ id: string }>(
      db,
      'select p.id from buy_plan p where not exists (select from buy_plan x where x.based_on = p.id)',
    )
  )?.id ?? null

const lineColumns = `l.category, ${asMonth('l.month')} as month, l.sales, l.markdowns, l.closing`
export const linesOf = (db: Db, plan: string): Promise<PlanLine[]> =>
  db.query<PlanLine>(
    `select ${lineColumns} from buy_plan_line l where l.plan_id = $1 order by l.category, l.month`,
    [plan],
  )
/** What holds of each month: all its lines of the version that was approved last of those that hold the month. */
export const linesInForce = (db: Db, from: Month, until: Month): Promise<PlanLine[]> =>
  db.query<PlanLine>(
    `with holds as (
       select distinct on (m.month) m.month, d.plan_id from buy_plan_decision d join buy_plan p on p.id = d.plan_id
       join lateral (select distinct l.month from buy_plan_line l where l.plan_id = p.id and l.month between $1 and $2) m on true
       where d.approved order by m.month, d.at desc, p.submitted_at desc, p.id desc
     )
     select ${lineColumns} from holds h join buy_plan_line l on l.plan_id = h.plan_id and l.month = h.month order by l.category, l.month`,
    [firstDay(from), firstDay(until)],
  )

/** Stock by category at the tag price of a day: in the stores as the stock board has it, and in the warehouse as it was told. */
export const lyingNow = (db: Db, today: Day): Promise<Lying[]> =>
  db.query<Lying>(
    `with pieces as (
       select k.style_id, sum(s.on_hand)::int as stores, 0 as warehouse from stock s join sku k on k.id = s.sku_id where s.on_hand <> 0 group by 1
       union all
       select k.style_id, 0, sum(d.told - d.sent)::int from depot_stock d join sku k on k.id = d.sku_id where d.told > d.sent group by 1
     ), styles as (
       select style_id, sum(stores) as stores, sum(warehouse) as warehouse from pieces group by 1
     )
     select y.category, sum(x.stores * coalesce(${tag('$1')}, 0))::int8 as stores, sum(x.warehouse * coalesce(${tag('$1')}, 0))::int8 as warehouse
     from styles x join style y on y.id = x.style_id group by 1 order by 1`,
    [today],
  )
/** What was noticed and has not come, by the month in which it is due; what is overdue is still to come now. */
export const comingNow = (db: Db, today: Day): Promise<Coming[]> =>
  db.query<Coming>(
    `with pieces as (
       select k.style_id, ${asMonth('greatest(h.due_on, $1::date)')} as month, sum(l.in_transit)::int as pieces
       from shipment_line l join shipment h on h.store_id = l.store_id and h.id = l.shipment_id join sku k on k.id = l.sku_id
       where l.in_transit > 0 group by 1, 2
     )
     select y.category, x.month, sum(x.pieces * coalesce(${tag('$1')}, 0))::int8 as amount
     from pieces x join style y on y.id = x.style_id group by 1, 2 order by 1, 2`,
    [today],
  )
/** Net sales of months by category, and what they were below the tag price of the month's end. */
export const soldIn = (db: Db, from: Day, to: Day): Promise<Sold[]> =>
  db.query<Sold>(
    `with sold as (
       select d.style, date_trunc('month', d.day)::date as month, sum(d.net) as net, sum(d.units) as units from sales_style_day d
       where d.day between $1 and $2 group by 1, 2
     )
     select y.category, ${asMonth('x.month')} as month, sum(x.net)::int8 as net,
       sum(case when t.tag is null then 0 else x.units * t.tag - x.net end)::int8 as markdowns
     from sold x join style y on y.code = x.style
     left join lateral (select ${tag(`(x.month + interval '1 month' - interval '1 day')::date`)} as tag) t on true group by 1, 2 order by 1, 2`,
    [from, to],
  )
/** The company's sales targets in force, by month. */
export async function targetsOf(db: Db, years: readonly number[]): Promise<Map<Month, Money>> {
  const rows = await db.query<{ month: Month; amount: Money }>(
    `select f.year || '-' || lpad(m.n::text, 2, '0') as month, m.amount from target_in_force f, unnest(f.months) with ordinality m (amount, n)
     where f.year = any($1::int[]) and f.scope_id = f.company`,
    [years],
  )
  return new Map(rows.map((r) => [r.month, r.amount]))
}

export async function recordPlan(
  db: Db,
  p: {
    id: string
    basedOn: string | null
    from: Month
    months: number
    words: string | null
    day: Day
    by: string
    at: Date
    lines: readonly PlanLine[]
  },
): Promise<void> {
  await db.query(
    `with plan as (
       insert into buy_plan (id, based_on, from_month, months, words, day, submitted_by, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
     )
     insert into buy_plan_line (plan_id, category, month, sales, markdowns, closing)
     select p.id, l.category, (l.month || '-01')::date, l.sales, l.markdowns, l.closing
     from plan p, jsonb_to_recordset($9::jsonb) as l (category text, month text, sales bigint, markdowns bigint, closing bigint)`,
    [
      p.id,
      p.basedOn,
      firstDay(p.from),
      p.months,
      p.words,
      p.day,
      p.by,
      p.at.toISOString(),
      JSON.stringify(p.lines),
    ],
  )
}
export const recordDecision = (
  db: Db,
  d: { plan: string; approved: boolean; words: string | null; day: Day; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    'insert into buy_plan_decision (plan_id, approved, words, day, by, at) values ($1, $2, $3, $4, $5, $6)',
    [d.plan, d.approved, d.words, d.day, d.by, d.at.toISOString()],
  )
