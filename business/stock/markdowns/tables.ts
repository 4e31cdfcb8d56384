import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Taken } from './ladder.ts'
import type { Facts } from './shape.ts'

/** Of a style `y` in its first colour `k`: what its card shows. */
export const styleColumns = `y.id as style, y.code, y.name, y.name_en as "nameEn", y.category, y.picture, k.color, k.color_en as "colorEn", k.swatch`
export const firstColor = `join lateral (select k.color, k.color_en, k.swatch from sku k where k.style_id = y.id order by k.color, k.size_order limit 1) k on true`

/** A day's plans are made one after the other, so that no style comes into two. */
export const holdPlans = async (db: Db): Promise<void> => {
  await db.query(`select pg_advisory_xact_lock(hashtext('markdown plans'))`)
}

/**
 * Styles of a season that lie somewhere, with what is known of them over the company: those named, or all that came four weeks ago or
 * earlier. Reads the stock that is kept, and four weeks of what was sold by day.
 */
export const factsOf = (
  db: Db,
  { season, styles, today }: { season: string; styles: readonly string[] | null; today: Day },
): Promise<Facts[]> =>
  db.query<Facts>(
    `with asked as materialized (
       select y.* from style y where y.season = $1 and y.launched_on <= $2::date - 28 and ($3::uuid[] is null or y.id = any($3))
     ), lying as (
       select k.style_id, sum(s.on_hand)::int as pieces, count(distinct s.store_id)::int as stores
       from asked y join sku k on k.style_id = y.id join stock s on s.sku_id = k.id where s.on_hand > 0 group by 1
     ), depot as (
       select k.style_id, sum(d.told - d.sent)::int as pieces from asked y join sku k on k.style_id = y.id join depot_stock d on d.sku_id = k.id
       where d.told > d.sent group by 1
     ), lately as (
       select y.id as style_id, sum(d.units)::int as units from sales_style_day d join asked y on y.code = d.style
       where d.day >= $2::date - 28 and d.day < $2::date group by 1
     ), asking as (
       select m.style_id, count(distinct m.store_id)::int as stores from slow_measure m
       join reorder_request r on r.store_id = m.store_id and r.id = m.request_id
       where m.measure = 'markdown' and r.day >= $2::date - 28 group by 1
     )
     select ${styleColumns}, y.launched_on as "launchedOn",
       p.tag_price as tag, (select c.cost from style_cost c where c.style_id = y.id and c.from_day <= $2 order by c.from_day desc limit 1) as cost,
       coalesce((select m.percent from style_markdown m where m.style_id = y.id and m.from_day <= $2 order by m.from_day desc limit 1), 100) as percent,
       coalesce(l.pieces, 0) + coalesce(w.pieces, 0) as pieces, coalesce(l.stores, 0) as stores, coalesce(n.units, 0) as lately,
       coalesce(q.stores, 0) as asking,
       exists (select from markdown_line o join markdown_plan x on x.id = o.plan_id left join markdown_decision e on e.plan_id = x.id
         left join markdown_stop t on t.plan_id = x.id and t.style_id = o.style_id
         where o.style_id = y.id and x.ends_on >= $2 and e.approved is distinct from false and t.style_id is null) as elsewhere
     from asked y
     join lateral (select p.tag_price from style_price p where p.style_id = y.id and p.from_day <= $2 order by p.from_day desc limit 1) p on p.tag_price > 0
     ${firstColor}
     left join lying l on l.style_id = y.id left join depot w on w.style_id = y.id left join lately n on n.style_id = y.id
     left join asking q on q.style_id = y.id
     where coalesce(l.pieces, 0) + coalesce(w.pieces, 0) > 0 order by y.code`,
    [season, today, styles],
  )

/** Steps taken a fortnight ago or more, within a year, with the pieces of two weeks before and after each. */
export const stepsTaken = (db: Db, today: Day): Promise<(Taken & { readonly category: string })[]> =>
  db.query(
    `select y.category, m.price as "priceAfter", coalesce(
         (select b.price from style_markdown b where b.style_id = m.style_id and b.from_day < m.from_day order by b.from_day desc limit 1),
         (select p.tag_price from style_price p where p.style_id = m.style_id and p.from_day <= m.from_day order by p.from_day desc limit 1), m.price) as "priceBefore",
       coalesce(sum(d.units) filter (where d.day < m.from_day), 0)::int as before,
       coalesce(sum(d.units) filter (where d.day >= m.from_day), 0)::int as after
     from style_markdown m join style y on y.id = m.style_id
     left join sales_style_day d on d.style = y.code and d.day >= m.from_day - 14 and d.day < m.from_day + 14
     where m.from_day between $1::date - 365 and $1::date - 14 group by y.category, m.style_id, m.from_day, m.price`,
    [today],
  )

export interface LineToKeep {
  readonly style: string
  readonly tag: Money
  readonly cost: Money | null
  readonly percent: number
  readonly pieces: number
  readonly pace: number
  readonly elasticity: number
  readonly decay: number
  readonly keptSold: number
  readonly keptNet: Money
  readonly sold: number
  readonly net: Money
  readonly steps: readonly { readonly day: Day; readonly percent: number; readonly price: Money }[]
}
export async function recordPlan(
  db: Db,
  plan: {
    id: string
    season: string
    from: Day
    endsOn: Day
    leftPercent: number
    words: string | null
    day: Day
    by: string
    at: Date
    lines: readonly LineToKeep[]
  },
): Promise<void> {
  await db.query(
    `with plan as (
       insert into markdown_plan (id, season, from_day, ends_on, left_percent, words, day, submitted_by, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id
     ), lines as (
       insert into markdown_line (plan_id, style_id, tag_price, cost, percent, pieces, pace_thousandths, elasticity_thousandths,
         decay_thousandths, kept_sold, kept_net, expected_sold, expected_net)
       select p.id, l.style, l.tag, l.cost, l.percent, l.pieces, round(l.pace * 1000), round(l.elasticity * 1000), round(l.decay * 1000),
         l."keptSold", l."keptNet", l.sold, l.net
       from plan p, jsonb_to_recordset($10::jsonb) as l (style uuid, tag bigint, cost bigint, percent int, pieces int, pace numeric,
         elasticity numeric, decay numeric, "keptSold" int, "keptNet" bigint, sold int, net bigint)
       returning plan_id, style_id
     )
     insert into markdown_step (plan_id, style_id, from_day, percent, price)
     select n.plan_id, n.style_id, s.day, s.percent, s.price
     from jsonb_to_recordset($10::jsonb) as l (style uuid, steps jsonb) join lines n on n.style_id = l.style,
       jsonb_to_recordset(l.steps) as s (day date, percent int, price bigint)`,
    [
      plan.id,
      plan.season,
      plan.from,
      plan.endsOn,
      plan.leftPercent,
      plan.words,
      plan.day,
      plan.by,
      plan.at.toISOString(),
      JSON.stringify(plan.lines),
    ],
  )
}

export interface PlanHead {
  readonly id: string
  readonly season: string
  readonly from: Day
  readonly endsOn: Day
  readonly leftPercent: number
  readonly words: string | null
  readonly submittedBy: string
  readonly submittedByName: string
  readonly submittedAt: string
  readonly approved: boolean | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly styles: number
  readonly pieces: number
  readonly keptSold: number
  readonly keptNet: Money
  readonly sold: number
  readonly net: Money
}
const heads = `select p.id, p.season, p.from_day as "from", p.ends_on as "endsOn", p.left_percent as "leftPercent", p.words,
    p.submitted_by as "submittedBy", n.name as "submittedByName", p.submitted_at as "submittedAt", d.approved,
    o.name as "decidedByName", d.at as "decidedAt", d.words as decision, l.*
  from markdown_plan p join person n on n.id = p.submitted_by left join markdown_decision d on d.plan_id = p.id left join person o on o.id = d.by
  join lateral (select count(*)::int as styles, sum(x.pieces)::int as pieces, sum(x.kept_sold)::int as "keptSold", sum(x.kept_net)::int8 as "keptNet",
    sum(x.expected_sold)::int as sold, sum(x.expected_net)::int8 as net from markdown_line x where x.plan_id = p.id) l on true`
/** The latest plans, newest first. */
export const lastPlans = (db: Db, most: number): Promise<PlanHead[]> =>
  db.query<PlanHead>(`${heads} order by p.submitted_at desc, p.id limit $1`, [most])
export const planOf = (db: Db, plan: string): Promise<PlanHead | undefined> =>
  one<PlanHead>(db, `${heads} where p.id = $1`, [plan])

/** Approved: each step is a price that the style is sold for from its day on. */
export async function recordDecision(
  db: Db,
  d: { plan: string; approved: boolean; words: string | null; day: Day; by: string; at: Date },
): Promise<void> {
  await db.query(
    `with decided as (
       insert into markdown_decision (plan_id, approved, words, day, by, at) values ($1, $2, $3, $4, $5, $6) returning plan_id, approved
     )
     insert into style_markdown (style_id, from_day, percent, price, plan_id)
     select s.style_id, s.from_day, s.percent, s.price, s.plan_id from markdown_step s join decided d on d.plan_id = s.plan_id and d.approved`,
    [d.plan, d.approved, d.words, d.day, d.by, d.at.toISOString()],
  )
}

/** How many steps to come were taken back with it; nothing is written where there are none. */
export async function recordStop(
  db: Db,
  s: { plan: string; style: string; why: string; day: Day; by: string; at: Date },
): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    `with gone as (
       delete from style_markdown where plan_id = $1 and style_id = $2 and from_day > $3 returning 1
     ), stopped as (
       insert into markdown_stop (plan_id, style_id, day, why, by, at)
       select $1, $2, $3, $4, $5, $6 where exists (select from gone)
     )
     select count(*)::int as n from gone`,
    [s.plan, s.style, s.day, s.why, s.by, s.at.toISOString()],
  )
  return row!.n
}
