import type { Db } from '../../../../platform/database/database.ts'
import type { Day } from '../../../../platform/kinds/day.ts'
import { newId } from '../../../../platform/kinds/id.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import type { SteeredFactor } from '../shape.ts'
import type { Note, WeekFigures } from './shape.ts'

const noteSql = `
  select n.id, n.store_id as store, n.week, n.day, n.factor, n.change, n.from_day as "from", n.expected, n.figures,
    coalesce(p.name, '') as "writtenByName", n.written_at as "writtenAt"
  from adjustment n left join person p on p.id = n.written_by`

/** A store's notes, the last first. */
export const notesOf = (db: Db, store: string, most: number): Promise<Note[]> =>
  db.query<Note>(
    `${noteSql} where n.store_id = $1 order by n.week desc, n.written_at desc, n.id desc limit $2`,
    [store, most],
  )
/** The last note of each store from a week on. */
export const lastNotes = (db: Db, stores: readonly string[], since: Day): Promise<Note[]> =>
  db.query<Note>(
    `select distinct on (x.store) x.* from (${noteSql} where n.store_id = any($1::uuid[]) and n.week >= $2) x
     order by x.store, x.week desc, x."writtenAt" desc, x.id desc`,
    [stores, since],
  )

export interface NewNote {
  readonly store: string
  readonly week: Day
  readonly day: Day
  readonly factor: SteeredFactor
  readonly change: string
  readonly from: Day
  readonly expected: number
  readonly figures: WeekFigures
  readonly by: string
  readonly at: Date
}
export async function recordNote(db: Db, n: NewNote): Promise<string> {
  const id = newId()
  await db.query(
    `insert into adjustment (store_id, id, week, day, factor, change, from_day, expected, figures, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)`,
    [
      n.store,
      id,
      n.week,
      n.day,
      n.factor,
      n.change,
      n.from,
      n.expected,
      JSON.stringify(n.figures),
      n.by,
      n.at.toISOString(),
    ],
  )
  return id
}

/** What was asked of a store over some days; null where no target was in force. */
export async function targetBetween(db: Db, store: string, from: Day, to: Day): Promise<Money | null> {
  const rows = await db.query<{ target: Money | null }>(
    'select sum(amount)::int8 as target from store_day_target where store_id = $1 and day between $2 and $3',
    [store, from, to],
  )
  return rows[0]?.target ?? null
}
