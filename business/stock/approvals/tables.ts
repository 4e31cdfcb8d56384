import type { Db } from '../../../platform/database/database.ts'
import type { Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'

/** What merchandising has handed in and nobody has decided. */
export interface Waiting {
  readonly kind: 'markdown' | 'openToBuy'
  readonly id: string
  /** Of a markdown plan. */
  readonly season: string | null
  /** Of a plan to buy by. */
  readonly from: Month | null
  readonly months: number | null
  /** Styles, or categories. */
  readonly parts: number
  /** Net sales that are expected or planned. */
  readonly net: Money
  readonly words: string | null
  readonly byName: string
  readonly at: string
}
/** The oldest first: it has waited longest. */
export const waitingNow = (db: Db): Promise<Waiting[]> =>
  db.query<Waiting>(
    `select w.*, n.name as "byName" from (
       select 'markdown' as kind, p.id, p.season, null::text as "from", null::int as months, l.parts, l.net, p.words, p.submitted_by, p.submitted_at as at
       from markdown_plan p join lateral (select count(*)::int as parts, sum(x.expected_net)::int8 as net from markdown_line x
         where x.plan_id = p.id) l on true
       where not exists (select from markdown_decision d where d.plan_id = p.id)
       union all
       select 'openToBuy', p.id, null, to_char(p.from_month, 'YYYY-MM'), p.months, l.parts, l.net, p.words, p.submitted_by, p.submitted_at
       from buy_plan p join lateral (select count(distinct x.category)::int as parts, sum(x.sales)::int8 as net from buy_plan_line x
         where x.plan_id = p.id) l on true
       where not exists (select from buy_plan_decision d where d.plan_id = p.id) and not exists (select from buy_plan x where x.based_on = p.id)
     ) w join person n on n.id = w.submitted_by order by w.at, w.id`,
  )
