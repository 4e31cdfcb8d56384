import { type Db, one } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import type { Money } from '../../platform/kinds/money.ts'
import type { Ours, Theirs } from './match-rules.ts'
import type { StatementTender } from './shape.ts'

export const storesNamed = (
  db: Db,
  names: readonly string[],
): Promise<{ id: string; code: string; name: string; begunOn: Day | null }[]> =>
  db.query(
    `select s.id, s.code, s.name, t.begun_on as "begunOn" from store s left join cash_till t on t.store_id = s.id
     where s.code = any($1::text[]) or s.name = any($1::text[])`,
    [names],
  )
export const recordStatement = async (
  db: Db,
  s: { id: string; name: string; by: string; at: Date },
): Promise<boolean> =>
  (
    await db.query(
      'insert into cash_statement (id, name, by, at) values ($1, $2, $3, $4) on conflict do nothing returning id',
      [s.id, s.name, s.by, s.at.toISOString()],
    )
  ).length === 1

/** Lines with a reference that were entered before are left out. Answers how many were new. */
export async function recordLines(db: Db, statement: string, lines: readonly Theirs[]): Promise<number> {
  const made = await db.query(
    `insert into cash_statement_line (store_id, id, statement_id, tender, day, amount, reference)
     select x.store, x.id, $1, x.tender, x.day, x.amount, x.reference
     from jsonb_to_recordset($2::jsonb) as x (store uuid, id uuid, tender text, day date, amount bigint, reference text)
     where x.reference is null or not exists (select from cash_statement_line l where l.store_id = x.store
       and l.tender = x.tender and l.day = x.day and l.amount = x.amount and l.reference = x.reference)
     returning id`,
    [statement, JSON.stringify(lines)],
  )
  return made.length
}

const lineSql = `select l.store_id as store, l.id, l.tender, l.day, l.amount, l.reference from cash_statement_line l`
export const openLines = (db: Db, store: string): Promise<Theirs[]> =>
  db.query<Theirs>(
    `${lineSql} where l.store_id = $1
       and not exists (select from cash_standing_match m where m.store_id = l.store_id and m.line_id = l.id)
       and not exists (select from cash_closing k where k.store_id = l.store_id and k.kind = 'line' and k.about = l.id)`,
    [store],
  )
export const findLine = (db: Db, store: string, id: string): Promise<Theirs | undefined> =>
  one<Theirs>(db, `${lineSql} where l.store_id = $1 and l.id = $2`, [store, id])
export const isLineMatched = async (db: Db, store: string, line: string): Promise<boolean> =>
  (await one(db, 'select id from cash_standing_match where store_id = $1 and line_id = $2', [
    store,
    line,
  ])) !== undefined

/** Deposits, and what other tenders took, that no statement has shown yet and nobody has closed. */
export const oursOpen = (db: Db, store: string, from: Day): Promise<Ours[]> =>
  db.query<Ours>(
    `select d.store_id as store, 'cash' as tender, d.day, d.amount, d.id as deposit, d.slip from cash_standing_deposit d
     where d.store_id = $1 and d.day >= $2
       and not exists (select from cash_standing_match m where m.store_id = d.store_id and m.deposit_id = d.id)
       and not exists (select from cash_closing k where k.store_id = d.store_id and k.kind = 'deposit' and k.about = d.id)
     union all
     select c.store_id, l.tender, c.day, l.counted, null, null from cash_latest_count c
     join cash_count_line l on l.store_id = c.store_id and l.count_id = c.id
     where c.store_id = $1 and c.day >= $2 and l.counted > 0 and l.tender in ('card', 'wechat', 'alipay', 'mallTill')
       and not exists (select from cash_standing_match m join cash_statement_line s on s.store_id = m.store_id and s.id = m.line_id
         where m.store_id = c.store_id and m.day = c.day and s.tender = l.tender)
     order by day, tender, deposit`,
    [store, from],
  )

export interface Match {
  readonly id: string
  readonly line: string
  readonly tender: StatementTender
  readonly ours: Money
  readonly theirs: Money
  readonly isClosed: boolean
}
export const findMatch = (db: Db, store: string, id: string): Promise<Match | undefined> =>
  one<Match>(
    db,
    `select m.id, m.line_id as line, l.tender, m.ours, m.theirs, exists (select from cash_closing k
       where k.store_id = m.store_id and k.kind = 'match' and k.about = m.id) as "isClosed"
     from cash_standing_match m join cash_statement_line l on l.store_id = m.store_id and l.id = m.line_id
     where m.store_id = $1 and m.id = $2`,
    [store, id],
  )
export const recordMatch = (
  db: Db,
  m: { id: string; line: Theirs; ours: Ours; words: string | null; by: string | null; at: Date },
): Promise<unknown> =>
  db.query(
    `insert into cash_match (store_id, id, line_id, deposit_id, day, ours, theirs, words, by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      m.line.store,
      m.id,
      m.line.id,
      m.ours.deposit,
      m.ours.deposit ? null : m.ours.day,
      m.ours.amount,
      m.line.amount,
      m.words,
      m.by,
      m.at.toISOString(),
    ],
  )
export const recordUnmatch = (
  db: Db,
  u: { store: string; match: string; words: string; by: string; at: Date },
): Promise<unknown> =>
  db.query('insert into cash_unmatch (store_id, match_id, words, by, at) values ($1, $2, $3, $4, $5)', [
    u.store,
    u.match,
    u.words,
    u.by,
    u.at.toISOString(),
  ])

export interface Closing {
  readonly store: string
  readonly id: string
  readonly kind: string
  readonly about: string
  readonly tender: string
  readonly amount: Money
  readonly why: string
  readonly words: string | null
  readonly by: string
  readonly at: Date
}
/** False where it is closed already. */
export const recordClosing = async (db: Db, c: Closing): Promise<boolean> =>
  (
    await db.query(
      `insert into cash_closing (store_id, id, kind, about, tender, amount, why, words, by, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (store_id, kind, about, tender) do nothing returning id`,
      [c.store, c.id, c.kind, c.about, c.tender, c.amount, c.why, c.words, c.by, c.at.toISOString()],
    )
  ).length === 1
