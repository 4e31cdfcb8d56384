import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { Tender } from '../sales/tickets/shape.ts'
import type { CashPlace, Entry } from './shape.ts'

export interface Till {
  readonly begunOn: Day
  readonly float: Money
  readonly lastSeq: number
}
const tillSql = `select begun_on as "begunOn", float, last_seq as "lastSeq" from cash_till where store_id = $1`
export const findTill = (db: Db, store: string): Promise<Till | undefined> => one<Till>(db, tillSql, [store])
/** Whoever writes in a store's cash books holds its till until he is done. */
export const holdTill = (db: Db, store: string): Promise<Till | undefined> =>
  one<Till>(db, `${tillSql} for update`, [store])

export const beginTill = (db: Db, store: string, day: Day): Promise<unknown> =>
  db.query('insert into cash_till (store_id, begun_on, float) values ($1, $2, 0) on conflict do nothing', [
    store,
    day,
  ])
export const setFloat = (db: Db, store: string, float: Money): Promise<unknown> =>
  db.query('update cash_till set float = $2 where store_id = $1', [store, float])

/** Who enters, when, and the record that the entries follow from. */
export interface Cause {
  readonly cause: string
  readonly by: string
  readonly at: Date
}
/** Appends to a store's books; the till is held. Each entry's hash follows from the one before it. */
export async function enter(
  db: Db,
  store: string,
  entries: readonly Entry[],
  { cause, by, at }: Cause,
): Promise<void> {
  if (entries.length === 0) return
  await db.query(
    `with recursive new as materialized (
       select * from jsonb_to_recordset($2::jsonb)
         as e (n int, day date, tender text, "from" text, "to" text, amount bigint, kind text)
     ), chained as (
       select 0 as n, last_seq as seq, head as hash from cash_till where store_id = $1
       union all
       select e.n, c.seq + 1,
         cash_entry_hash(c.hash, $1, c.seq + 1, e.day, e.tender, e."from", e."to", e.amount, e.kind, $3, $4, $5)
       from chained c join new e on e.n = c.n + 1
     ), entered as (
       insert into cash_entry (store_id, seq, day, tender, from_place, to_place, amount, kind, cause, by, at, hash)
       select $1, c.seq, e.day, e.tender, e."from", e."to", e.amount, e.kind, $3, $4, $5, c.hash
       from chained c join new e on e.n = c.n
     )
     update cash_till t set last_seq = c.seq, head = c.hash from chained c
     where t.store_id = $1 and c.n = $6`,
    [
      store,
      JSON.stringify(entries.map((e, i) => ({ n: i + 1, ...e }))),
      cause,
      by,
      at.toISOString(),
      entries.length,
    ],
  )
}

/** What lies in a place, by tender: all that came in less all that went out. */
export async function balances(db: Db, store: string, place: CashPlace): Promise<Map<Tender, Money>> {
  const rows = await db.query<{ tender: Tender; amount: Money }>(
    `select tender, sum(case when to_place = $2 then amount else -amount end)::int8 as amount
     from cash_entry where store_id = $1 and (to_place = $2 or from_place = $2) group by tender`,
    [store, place],
  )
  return new Map(rows.map((r) => [r.tender, r.amount]))
}

export const entriesOf = (db: Db, store: string, cause: string): Promise<Entry[]> =>
  db.query<Entry>(
    `select tender, from_place as "from", to_place as "to", amount, kind, day from cash_entry
     where store_id = $1 and cause = $2 and kind <> 'takings' order by seq`,
    [store, cause],
  )

interface Taken {
  readonly day: Day
  readonly tender: Tender
  readonly amount: Money
}
/** What the tickets of these days say was taken, by tender. Waits for tickets of the last day that are on their way. */
export async function takingsSold(db: Db, store: string, from: Day, to: Day): Promise<Taken[]> {
  await db.query('select day from sales_store_day where store_id = $1 and day = $2 for update', [store, to])
  return db.query<Taken>(
    `select t.day, p.tender, sum(p.amount)::int8 as amount from ticket t
     join ticket_tender p on p.store_id = t.store_id and p.ticket_id = t.id
     where t.store_id = $1 and t.day between $2 and $3 group by 1, 2 having sum(p.amount) <> 0`,
    [store, from, to],
  )
}
export const takingsEntered = (db: Db, store: string, from: Day, to: Day): Promise<Taken[]> =>
  db.query<Taken>(
    `select day, tender, sum(case when to_place = 'till' then amount else -amount end)::int8 as amount from cash_entry
     where store_id = $1 and kind = 'takings' and day between $2 and $3 group by 1, 2`,
    [store, from, to],
  )
