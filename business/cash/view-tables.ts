import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { Tender } from '../sales/tickets/shape.ts'
import { differencesSql, dueDifference } from './closing-tables.ts'
import type { DifferenceKind, StatementTender } from './shape.ts'

/** How a store stands with the cash of one day. */
export interface DayStanding {
  readonly store: string
  readonly day: Day
  readonly version: number
  readonly cash: Money
  readonly moved: Money
  /** Over and short of all tenders taken together; null: nothing is. */
  readonly over: Money
  readonly short: Money
  readonly unexplained: number
  readonly dueAt: string
  readonly paidAt: string | null
}
export const standingsOf = (db: Db, stores: readonly string[], from: Day, to: Day): Promise<DayStanding[]> =>
  db.query<DayStanding>(
    `select c.store_id as store, c.day, c.version, c.moved, c.due_at as "dueAt", l.cash, l.over, l.short, l.unexplained, p.at as "paidAt"
     from cash_latest_count c
     cross join lateral (select
         coalesce(sum(l.counted) filter (where l.tender = 'cash'), 0)::int8 as cash,
         coalesce(sum(greatest(l.counted - l.expected, 0)), 0)::int8 as over,
         coalesce(sum(least(l.counted - l.expected, 0)), 0)::int8 as short,
         count(*) filter (where l.counted <> l.expected and e.why is null)::int as unexplained
       from cash_count_line l left join cash_explanation e
         on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
       where l.store_id = c.store_id and l.count_id = c.id) l
     left join lateral (select d.at from cash_deposit_day x
       join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id
       where x.store_id = c.store_id and x.day = c.day limit 1) p on true
     where c.store_id = any($1::uuid[]) and c.day between $2 and $3`,
    [stores, from, to],
  )
export const beginnings = (db: Db, stores: readonly string[]): Promise<{ store: string; begunOn: Day }[]> =>
  db.query(
    'select store_id as store, begun_on as "begunOn" from cash_till where store_id = any($1::uuid[])',
    [stores],
  )

export const closedDays = (
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
): Promise<{ store: string; day: Day }[]> =>
  db.query(
    'select store_id as store, day from store_closed_day where store_id = any($1::uuid[]) and day between $2 and $3',
    [stores, from, to],
  )
/** In what a store counts its money. */
export const currencyOf = async (db: Db, store: string): Promise<string> =>
  (
    await db.query<{ currency: string }>(
      'select coalesce(s.currency, c.currency) as currency from store s cross join company c where s.id = $1',
      [store],
    )
  )[0]!.currency

/** How many tickets of a day came after it was counted. */
export const ticketsSince = async (db: Db, store: string, day: Day, at: string): Promise<number> =>
  (
    await db.query<{ n: number }>(
      'select count(*)::int as n from ticket where store_id = $1 and day = $2 and recorded_at > $3',
      [store, day, at],
    )
  )[0]!.n

/** Tenders that the store took in the days before: their fields stand on the count. */
export const tendersUsed = async (db: Db, store: string, from: Day, to: Day): Promise<Tender[]> =>
  (
    await db.query<{ tender: Tender }>(
      `select distinct p.tender from ticket t join ticket_tender p on p.store_id = t.store_id and p.ticket_id = t.id
       where t.store_id = $1 and t.day between $2 and $3`,
      [store, from, to],
    )
  ).map((r) => r.tender)

export interface DifferenceSeen {
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly code: string
  readonly kind: DifferenceKind | 'owed'
  readonly about: string
  readonly tender: Tender
  readonly day: Day
  readonly amount: Money
  readonly why: string | null
  readonly words: string | null
  readonly reference: string | null
}
export const mostDifferences = 400
/** Open differences, and cash that is overdue to be paid in; the oldest first. */
export const openDifferences = (
  db: Db,
  stores: 'all' | readonly string[],
  area: string | null,
  today: Day,
  now: Date,
): Promise<DifferenceSeen[]> =>
  db.query<DifferenceSeen>(
    `select o.*, s.code, s.name as "storeName", s.name_en as "storeNameEn" from (
       select * from (${differencesSql}) d where ${dueDifference('$4')}
       union all
       select c.store_id, 'owed', c.id, 'cash', c.day, c.moved, null, null, null from cash_latest_count c
       where c.moved > 0 and c.due_at < $5 and not exists (select from cash_deposit_day x
         join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id
         where x.store_id = c.store_id and x.day = c.day)) o
     join store s on s.id = o.store
     where ($1::boolean or o.store = any($2::uuid[])) and ($3::uuid is null or $3 = (select m.area_id from store_area m
       where m.store_id = o.store and m.from_day <= $4 order by m.from_day desc limit 1))
     order by o.day, s.code, o.kind limit ${mostDifferences}`,
    [stores === 'all', stores === 'all' ? [] : stores, area, today, now.toISOString()],
  )

export interface ClosedDifference {
  readonly code: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly kind: DifferenceKind
  readonly tender: Tender
  readonly amount: Money
  readonly why: string
  readonly words: string | null
  readonly by: string
  readonly at: string
}
export const lastClosed = (
  db: Db,
  stores: 'all' | readonly string[],
  area: string | null,
  today: Day,
): Promise<ClosedDifference[]> =>
  db.query<ClosedDifference>(
    `select s.code, s.name as "storeName", s.name_en as "storeNameEn", k.kind, k.tender, k.amount, k.why, k.words,
       coalesce(p.name, '') as by, k.at from cash_closing k join store s on s.id = k.store_id left join person p on p.id = k.by
     where k.why <> 'small' and ($1::boolean or k.store_id = any($2::uuid[]))
       and ($3::uuid is null or $3 = (select m.area_id from store_area m
         where m.store_id = k.store_id and m.from_day <= $4 order by m.from_day desc limit 1))
     order by k.at desc limit 20`,
    [stores === 'all', stores === 'all' ? [] : stores, area, today],
  )

export interface LineSeen {
  readonly store: string
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly code: string
  readonly id: string
  readonly tender: StatementTender
  readonly day: Day
  readonly amount: Money
  readonly reference: string | null
  readonly match: string | null
  readonly ours: Money | null
  readonly byHand: boolean
  readonly slip: string | null
  readonly ourDay: Day | null
}
export const mostLines = 400
export const linesSince = (db: Db, from: Day, onlyOpen: boolean): Promise<LineSeen[]> =>
  db.query<LineSeen>(
    `select l.store_id as store, s.name as "storeName", s.name_en as "storeNameEn", s.code, l.id, l.tender, l.day, l.amount,
       l.reference, m.id as match, m.ours, m.by is not null as "byHand", d.slip, coalesce(d.day, m.day) as "ourDay"
     from cash_statement_line l join store s on s.id = l.store_id
     left join cash_standing_match m on m.store_id = l.store_id and m.line_id = l.id
     left join cash_deposit d on d.store_id = m.store_id and d.id = m.deposit_id
     where l.day >= $1 and (not $2 or (m.id is null and not exists (select from cash_closing k
       where k.store_id = l.store_id and k.kind = 'line' and k.about = l.id)))
     order by l.day desc, s.code, l.id limit ${mostLines}`,
    [from, onlyOpen],
  )

export interface WaitingSeen {
  readonly store: string
  readonly code: string
  readonly tender: StatementTender
  readonly day: Day
  readonly amount: Money
  readonly deposit: string | null
  readonly slip: string | null
}
/** Deposits, and takings of the stores that have open lines, that no statement has shown. */
export const waitingSince = (db: Db, from: Day): Promise<WaitingSeen[]> =>
  db.query<WaitingSeen>(
    `with asked as (select distinct l.store_id, l.tender from cash_statement_line l
       where not exists (select from cash_standing_match m where m.store_id = l.store_id and m.line_id = l.id)
         and not exists (select from cash_closing k where k.store_id = l.store_id and k.kind = 'line' and k.about = l.id))
     select d.store_id as store, s.code, 'cash' as tender, d.day, d.amount, d.id as deposit, d.slip
     from cash_standing_deposit d join store s on s.id = d.store_id
     where d.day >= $1 and not exists (select from cash_standing_match m where m.store_id = d.store_id and m.deposit_id = d.id)
       and not exists (select from cash_closing k where k.store_id = d.store_id and k.kind = 'deposit' and k.about = d.id)
     union all
     select c.store_id, s.code, l.tender, c.day, l.counted, null, null from cash_latest_count c
     join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id and l.counted > 0
     join asked a on a.store_id = c.store_id and a.tender = l.tender join store s on s.id = c.store_id
     where c.day >= $1 and l.tender <> 'cash' and not exists (select from cash_standing_match m
       join cash_statement_line x on x.store_id = m.store_id and x.id = m.line_id
       where m.store_id = c.store_id and m.day = c.day and x.tender = l.tender)
     order by day desc, code`,
    [from],
  )

/** What is still to arrive, of the whole company: on its way to the bank, owed by services, owed by malls. */
export const stillToArrive = (
  db: Db,
): Promise<{ place: 'transit' | 'acquirer' | 'mall'; tender: Tender; amount: Money }[]> =>
  db.query(
    `select p.place, e.tender, sum(case when e.to_place = p.place then e.amount else -e.amount end)::int8 as amount
     from cash_entry e join (values ('transit'), ('acquirer'), ('mall')) p (place) on p.place in (e.to_place, e.from_place)
     group by 1, 2 having sum(case when e.to_place = p.place then e.amount else -e.amount end) <> 0 order by 1, 2`,
  )
