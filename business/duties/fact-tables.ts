import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { companyWide, isId } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { eventPeriod } from './catalogue/codes.ts'

/** The one fact of a duty that matters now; figures are those of the boards and of the plans, read from the same rows. */
export type Fact =
  /** A store's business day. */
  | { readonly kind: 'storeDay'; readonly net: Money; readonly target: Money | null }
  /** A person's own business day. */
  | { readonly kind: 'ownDay'; readonly net: Money; readonly target: Money | null }
  /** A store's month: what was given, and over how many people it is split. */
  | { readonly kind: 'storeMonth'; readonly given: Money | null; readonly people: number | null }
  /** A year (or month) of the company or an area: what was given or drafted, and the newest version there is. */
  | {
      readonly kind: 'plan'
      readonly level: 'year' | 'area'
      readonly given: Money | null
      readonly version: number | null
    }
  /** What happened, in the words of who asked for it: a directive, a notice to pass on. */
  | {
      readonly kind: 'matter'
      readonly measure: string | null
      readonly words: string | null
      readonly wordsEn: string | null
    }

export interface FactAsked {
  readonly id: string
  readonly duty: string
  readonly store: string
  readonly seat: string
  readonly holder: string | null
  readonly day: Day
  readonly cadence: string
  readonly period: string
}
interface FactRow {
  readonly id: string
  readonly duty: string
  readonly net: Money | null
  readonly target: Money | null
  readonly given: Money | null
  readonly count: number | null
}

const kinds: Readonly<Record<string, Fact['kind']>> = {
  'SM-1.5': 'storeDay',
  'SA-1.1': 'ownDay',
  'SM-1.1': 'storeMonth',
  'AM-1.1': 'plan',
  'AM-2.1': 'plan',
  'OD-3.1': 'plan',
}

/** Facts of instances by their id: a statement each for figures and for what happened, a few rows by key for each instance. */
export async function factsOf(db: Db, asked: readonly FactAsked[]): Promise<ReadonlyMap<string, Fact>> {
  const raised = asked.flatMap((a) =>
    a.cadence === 'event' ? [{ ...a, matter: a.period.slice(eventPeriod('').length) }] : [],
  )
  const matters = raised.length === 0 ? [] : await mattersOf(db, raised)
  return new Map([...(await figuresOf(db, asked)), ...matters])
}

async function mattersOf(
  db: Db,
  asked: readonly { id: string; store: string; matter: string }[],
): Promise<readonly (readonly [string, Fact])[]> {
  // Not everything that raises a duty has an id of its own: a vacancy is named by its seat and day.
  const some = asked.filter((a) => isId(a.matter))
  const rows = await db.query<{ id: string; measure: string | null; words: string; wordsEn: string | null }>(
    `select a.id, d.measure, coalesce(d.words, n.title, o.name || ' ' || p.number, case when f.store_id = a.store then f.wrong else e.name || '：' || f.wrong end,
         m.season || ' 清货降价方案', '采购计划 ' || to_char(b.from_month, 'YYYY-MM') || ' 起 ' || b.months || ' 个月') as words, coalesce(n.title_en, o.name_en || ' ' || p.number,
       case when f.store_id = a.store then f.wrong else coalesce(e.name_en, e.name) || ': ' || f.wrong end,
         'Plan to sell out ' || m.season, 'Plan to buy by, ' || b.months || ' months from ' || to_char(b.from_month, 'YYYY-MM')) as "wordsEn"
     from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as a (id, store, matter)
     left join directive d on d.store_id = a.store and d.id = a.matter
     left join notice n on n.id = a.matter
     left join shipment p on p.id = a.matter left join store o on o.id = p.store_id
     left join visit_finding f on f.id = a.matter left join store e on e.id = f.store_id
     left join markdown_plan m on m.id = a.matter left join buy_plan b on b.id = a.matter
     where d.id is not null or n.id is not null or p.id is not null or f.id is not null or m.id is not null or b.id is not null`,
    [some.map((a) => a.id), some.map((a) => a.store), some.map((a) => a.matter)],
  )
  return rows.map(({ id, ...said }) => [id, { kind: 'matter', ...said }] as const)
}

async function figuresOf(db: Db, asked: readonly FactAsked[]): Promise<ReadonlyMap<string, Fact>> {
  const some = asked.filter((a) => kinds[a.duty] !== undefined && /^\d{4}/.test(a.period))
  if (some.length === 0) return new Map()
  const rows = await db.query<FactRow>(
    `select a.id, a.duty, coalesce(sd.net, pd.net, case when a.duty in ('SM-1.5', 'SA-1.1') then 0 end)::int8 as net,
       coalesce(st.amount, pt.amount)::int8 as target,
       coalesce(m.total, y.total, case a.duty when 'AM-2.1' then l.months[substr(a.period, 6, 2)::int] else amounts_sum(l.months) end)::int8 as given,
       coalesce(m.people, v.version)::int as count
     from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::text[])
       as a (id, duty, store, seat, holder, day, period)
     left join sales_store_day sd on a.duty = 'SM-1.5' and sd.store_id = a.store and sd.day = a.day
     left join store_day_target st on a.duty = 'SM-1.5' and st.store_id = a.store and st.day = a.day
     left join sales_person_day pd on a.duty = 'SA-1.1' and pd.store_id = a.store and pd.day = a.day and pd.person_id = a.holder
     left join person_day_target pt on a.duty = 'SA-1.1' and pt.store_id = a.store and pt.day = a.day and pt.person_id = a.holder
     left join lateral (select t.total, t.people from store_target_in_force f join store_target t on t.store_id = f.store_id and t.id = f.target_id
       where a.duty = 'SM-1.1' and f.store_id = a.store and f.month = a.period) m on true
     left join target_in_force c on a.duty in ('AM-1.1', 'AM-2.1') and c.year = left(a.period, 4)::int and c.scope_id = $8
     left join target_line l on l.version_id = c.version_id and l.child_id = a.seat
     left join lateral (select max(t.version) as version from target_version t where a.duty in ('AM-1.1', 'AM-2.1', 'OD-3.1')
       and t.level = case a.duty when 'OD-3.1' then 'year' else 'area' end and t.year = left(a.period, 4)::int and t.scope_id = a.seat) v on true
     left join target_version y on a.duty = 'OD-3.1' and y.level = 'year' and y.year = left(a.period, 4)::int and y.scope_id = a.seat
       and y.version = v.version`,
    [
      some.map((a) => a.id),
      some.map((a) => a.duty),
      some.map((a) => a.store),
      some.map((a) => a.seat),
      some.map((a) => a.holder ?? companyWide),
      some.map((a) => a.day),
      some.map((a) => a.period),
      companyWide,
    ],
  )
  return new Map(rows.map((row) => [row.id, factFrom(row)]))
}

function factFrom({ duty, net, target, given, count }: FactRow): Fact {
  const kind = kinds[duty]!
  switch (kind) {
    case 'storeDay':
    case 'ownDay':
      return { kind, net: net!, target }
    case 'storeMonth':
      return { kind, given, people: count }
    case 'matter':
      throw new Error(`${duty} has no figures`)
    case 'plan':
      return { kind, level: duty === 'OD-3.1' ? 'year' : 'area', given, version: count }
  }
}
