import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { cents, type Money } from '../../platform/kinds/money.ts'
import { type PhotoSeen, photoSeen } from '../../platform/photos/tables.ts'
import type { Terms, ToDeposit } from './shape.ts'

/** Next working day until four in the afternoon; differences up to ten yuan are closed by the store's explanation. */
const ourTerms: Terms = { workingDays: 1, payInBy: '16:00', weekends: false, tolerance: cents(1_000) }
export const findTerms = async (db: Db): Promise<Terms> =>
  (await one<Terms>(
    db,
    'select working_days as "workingDays", pay_in_by as "payInBy", weekends, tolerance from cash_setting',
  )) ?? ourTerms
export const writeTerms = (db: Db, t: Terms): Promise<unknown> =>
  db.query(
    `insert into cash_setting (working_days, pay_in_by, weekends, tolerance) values ($1, $2, $3, $4)
     on conflict (id) do update set working_days = excluded.working_days, pay_in_by = excluded.pay_in_by,
       weekends = excluded.weekends, tolerance = excluded.tolerance`,
    [t.workingDays, t.payInBy, t.weekends, t.tolerance],
  )
export const zoneOf = async (db: Db, store: string): Promise<string> =>
  (await one<{ zone: string }>(db, 'select time_zone as zone from store where id = $1', [store]))!.zone

/** Days counted whose cash lies in the safe and is to be paid in, the oldest first. */
export const daysOwed = (db: Db, store: string): Promise<ToDeposit[]> =>
  db.query<ToDeposit>(
    `select c.day, c.moved as amount, c.due_at as "dueAt" from cash_latest_count c
     where c.store_id = $1 and c.moved > 0 and not exists (
       select from cash_deposit_day x join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id
       where x.store_id = c.store_id and x.day = c.day) order by c.day`,
    [store],
  )

export interface NewDeposit {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly amount: Money
  readonly asked: Money
  readonly slip: string
  readonly photo: string | null
  readonly paidTo: string
  readonly words: string | null
  readonly by: string
  readonly at: Date
  readonly days: readonly ToDeposit[]
}
export async function recordDeposit(db: Db, d: NewDeposit): Promise<void> {
  await db.query(
    `insert into cash_deposit (store_id, id, day, amount, asked, slip, photo_id, paid_to, words, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [d.store, d.id, d.day, d.amount, d.asked, d.slip, d.photo, d.paidTo, d.words, d.by, d.at.toISOString()],
  )
  await db.query(
    `insert into cash_deposit_day (store_id, deposit_id, day, amount, due_at)
     select $1, $2, x.day, x.amount, x."dueAt" from jsonb_to_recordset($3::jsonb) as x (day date, amount bigint, "dueAt" timestamptz)`,
    [d.store, d.id, JSON.stringify(d.days)],
  )
}

export interface DepositSeen {
  readonly id: string
  readonly day: Day
  readonly amount: Money
  readonly asked: Money
  readonly slip: string
  readonly photo: PhotoSeen | null
  readonly paidTo: 'bank' | 'mall'
  readonly words: string | null
  readonly by: string
  readonly at: string
  readonly days: readonly Day[]
  /** When the first of its days was to be paid in. */
  readonly dueAt: string
  readonly isMatched: boolean
  readonly isClosed: boolean
  readonly takenBack: string | null
}
const depositSql = `select d.id, d.day, d.amount, d.asked, d.slip, ${photoSeen('d.store_id', 'd.photo_id')} as photo,
    d.paid_to as "paidTo", d.words, coalesce(p.name, '') as by, d.at,
    (select json_agg(x.day order by x.day) from cash_deposit_day x where x.store_id = d.store_id and x.deposit_id = d.id) as days,
    (select min(x.due_at) from cash_deposit_day x where x.store_id = d.store_id and x.deposit_id = d.id) as "dueAt",
    exists (select from cash_standing_match m where m.store_id = d.store_id and m.deposit_id = d.id) as "isMatched",
    exists (select from cash_closing k where k.store_id = d.store_id and k.kind = 'deposit' and k.about = d.id) as "isClosed",
    b.words as "takenBack"
  from cash_deposit d left join person p on p.id = d.by
  left join cash_deposit_taken_back b on b.store_id = d.store_id and b.deposit_id = d.id`
export const findDeposit = (db: Db, store: string, id: string): Promise<DepositSeen | undefined> =>
  one<DepositSeen>(db, `${depositSql} where d.store_id = $1 and d.id = $2`, [store, id])
export const depositsSince = (db: Db, store: string, from: Day): Promise<DepositSeen[]> =>
  db.query<DepositSeen>(`${depositSql} where d.store_id = $1 and d.day >= $2 order by d.at desc`, [
    store,
    from,
  ])

export const recordTakenBack = (
  db: Db,
  b: { store: string; deposit: string; words: string; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    'insert into cash_deposit_taken_back (store_id, deposit_id, words, by, at) values ($1, $2, $3, $4, $5)',
    [b.store, b.deposit, b.words, b.by, b.at.toISOString()],
  )

/**
 * How a store stands with the cash of each day since: counted, every difference explained, and nothing left in the safe that
 * was to be paid in by that day.
 */
export const daysSettled = (
  db: Db,
  store: string,
  from: Day,
  to: Day,
): Promise<{ day: Day; settled: boolean }[]> =>
  db.query(
    `select c.day, not exists (
         select from cash_count_line l left join cash_explanation e
           on e.store_id = l.store_id and e.count_id = l.count_id and e.tender = l.tender
         where l.store_id = c.store_id and l.count_id = c.id and l.counted <> l.expected and e.why is null)
       and not exists (
         select from cash_latest_count o where o.store_id = c.store_id and o.moved > 0 and o.due_day <= c.day and o.day <= c.day
           and not exists (select from cash_deposit_day x
             join cash_standing_deposit d on d.store_id = x.store_id and d.id = x.deposit_id
             where x.store_id = o.store_id and x.day = o.day)) as settled
     from cash_latest_count c where c.store_id = $1 and c.day between $2 and $3 order by c.day`,
    [store, from, to],
  )
