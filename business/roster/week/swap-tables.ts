import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Swap } from './shape.ts'

const swapSql = `select w.id, w.week, w.from_person as "fromPerson", f.name as "fromName", w.from_day as "fromDay", w.to_person as "toPerson",
  t.name as "toName", w.to_day as "toDay", w.words, w.asked_at as "askedAt", w.taken, w.approved, d.name as "decidedByName",
  w.decided_words as "decidedWords", w.withdrawn_at as "withdrawnAt"
  from roster_swap w join person f on f.id = w.from_person join person t on t.id = w.to_person left join person d on d.id = w.decided_by`

export const swapById = (db: Db, store: string, id: string): Promise<Swap | undefined> =>
  one<Swap>(db, `${swapSql} where w.store_id = $1 and w.id = $2`, [store, id])
/** Of the weeks from one on, the latest first. */
export const swapsOf = (db: Db, store: string, from: Day): Promise<Swap[]> =>
  db.query<Swap>(
    `${swapSql} where w.store_id = $1 and w.week >= $2 order by w.asked_at desc, w.id limit 60`,
    [store, from],
  )
export async function insertSwap(
  db: Db,
  s: {
    store: string
    id: string
    week: Day
    fromPerson: string
    fromDay: Day
    toPerson: string
    toDay: Day
    words: string | null
    at: Date
  },
): Promise<void> {
  await db.query(
    `insert into roster_swap (store_id, id, week, from_person, from_day, to_person, to_day, words, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [s.store, s.id, s.week, s.fromPerson, s.fromDay, s.toPerson, s.toDay, s.words, s.at.toISOString()],
  )
}
export const answerSwap = (db: Db, store: string, id: string, taken: boolean, at: Date): Promise<unknown> =>
  db.query(
    'update roster_swap set taken = $3, answered_at = $4 where store_id = $1 and id = $2 and taken is null',
    [store, id, taken, at.toISOString()],
  )
export const withdrawSwap = (db: Db, store: string, id: string, at: Date): Promise<unknown> =>
  db.query('update roster_swap set withdrawn_at = $3 where store_id = $1 and id = $2', [
    store,
    id,
    at.toISOString(),
  ])
export const decideSwap = (
  db: Db,
  d: {
    store: string
    id: string
    approved: boolean
    words: string | null
    by: string
    at: Date
    version: number | null
  },
): Promise<unknown> =>
  db.query(
    `update roster_swap set approved = $3, decided_words = $4, decided_by = $5, decided_at = $6, version = $7
     where store_id = $1 and id = $2 and approved is null`,
    [d.store, d.id, d.approved, d.words, d.by, d.at.toISOString(), d.version],
  )
