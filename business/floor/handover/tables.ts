import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import type { Handover, HandoverLine, SignedHow } from './shape.ts'

export const holdHandovers = (db: Db, store: string): Promise<unknown> =>
  db.query('select pg_advisory_xact_lock(7301042, hashtext($1))', [store])

const handoverSql = `select h.id, h.day, h.given_by as "givenBy", g.name as "givenByName", h.given_at as "givenAt", h.taker, t.name as "takerName",
  h.cash, h.books, h.keys, h.words, h.taken_at as "takenAt", h.taken_cash as "takenCash", h.taken_keys as "takenKeys",
  h.taken_words as "takenWords", h.withdrawn_at as "withdrawnAt",
  h.given_how as "givenHow", h.taken_how as "takenHow", b.name as "takenBesideName",
  (select coalesce(json_agg(json_build_object('kind', l.kind, 'words', l.words, 'until', l.until_day) order by l.no), '[]'::json)
   from handover_line l where l.store_id = h.store_id and l.handover_id = h.id) as lines
  from handover h join person g on g.id = h.given_by join person t on t.id = h.taker
  left join person b on b.id = h.taken_beside`
export const handoversOf = (db: Db, store: string, since: Day): Promise<Handover[]> =>
  db.query<Handover>(
    `${handoverSql} where h.store_id = $1 and h.day >= $2 and h.withdrawn_at is null order by h.given_at desc, h.id limit 60`,
    [store, since],
  )
export const handoverById = (db: Db, store: string, id: string): Promise<Handover | undefined> =>
  one<Handover>(db, `${handoverSql} where h.store_id = $1 and h.id = $2`, [store, id])

export async function insertHandover(
  db: Db,
  h: {
    store: string
    id: string
    day: Day
    by: string
    how: 'own' | 'pin'
    at: Date
    to: string
    cash: number
    books: Money | null
    keys: number
    words: string | null
    lines: readonly HandoverLine[]
  },
): Promise<void> {
  await db.query(
    `insert into handover (store_id, id, day, given_by, given_at, taker, cash, books, keys, words, given_how)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [h.store, h.id, h.day, h.by, h.at.toISOString(), h.to, h.cash, h.books, h.keys, h.words, h.how],
  )
  await db.query(
    `insert into handover_line (store_id, handover_id, no, kind, words, until_day)
     select $1, $2, no, kind, words, until from unnest($3::text[], $4::text[], $5::date[]) with ordinality as x (kind, words, until, no)`,
    [h.store, h.id, h.lines.map((l) => l.kind), h.lines.map((l) => l.words), h.lines.map((l) => l.until)],
  )
}
export const takeHandover = (
  db: Db,
  t: {
    store: string
    id: string
    cash: number
    keys: number
    words: string | null
    at: Date
    how: SignedHow
    /** Whose phone it was. */
    beside: string | null
  },
): Promise<unknown> =>
  db.query(
    `update handover set taken_at = $3, taken_cash = $4, taken_keys = $5, taken_words = $6, taken_how = $7, taken_beside = $8
     where store_id = $1 and id = $2 and taken_at is null and withdrawn_at is null`,
    [t.store, t.id, t.at.toISOString(), t.cash, t.keys, t.words, t.how, t.beside],
  )
export const withdrawHandover = (db: Db, store: string, id: string, at: Date): Promise<unknown> =>
  db.query(
    'update handover set withdrawn_at = $3 where store_id = $1 and id = $2 and taken_at is null and withdrawn_at is null',
    [store, id, at.toISOString()],
  )

/** Whether a day's handover was signed by both. */
export const isSigned = async (db: Db, store: string, day: Day): Promise<boolean> =>
  (
    await db.query(
      'select 1 from handover where store_id = $1 and day = $2 and taken_at is not null limit 1',
      [store, day],
    )
  ).length > 0
