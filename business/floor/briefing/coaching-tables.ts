import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Associate } from './rules.ts'
import type { Coaching, Skill } from './shape.ts'

const coachingSql = `select c.id, c.store_id as store, c.person_id as person, c.day, c.skill, c.observed, c.next_step as "nextStep", p.name as "byName", c.at,
  c.seen_at as "seenAt", c.seen_words as "seenWords" from coaching c join person p on p.id = c.by`

/** The latest of each associate of a store. */
export const coachingsOfStore = (db: Db, store: string, since: Day): Promise<Coaching[]> =>
  db.query<Coaching>(
    `${coachingSql} where c.store_id = $1 and c.day >= $2 order by c.day desc, c.at desc, c.id limit 200`,
    [store, since],
  )
export const coachingsOfPerson = (db: Db, person: string, most: number): Promise<Coaching[]> =>
  db.query<Coaching>(`${coachingSql} where c.person_id = $1 order by c.day desc, c.at desc, c.id limit $2`, [
    person,
    most,
  ])
export const findCoaching = (db: Db, store: string, id: string): Promise<Coaching | undefined> =>
  one<Coaching>(db, `${coachingSql} where c.store_id = $1 and c.id = $2`, [store, id])

export async function insertCoaching(
  db: Db,
  c: {
    store: string
    id: string
    person: string
    day: Day
    skill: Skill
    observed: string
    nextStep: string
    by: string
    at: Date
  },
): Promise<void> {
  await db.query(
    'insert into coaching (store_id, id, person_id, day, skill, observed, next_step, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing',
    [c.store, c.id, c.person, c.day, c.skill, c.observed, c.nextStep, c.by, c.at.toISOString()],
  )
}
export const markSeen = (
  db: Db,
  store: string,
  id: string,
  at: Date,
  words: string | null,
): Promise<unknown> =>
  db.query(
    'update coaching set seen_at = coalesce(seen_at, $3), seen_words = coalesce($4, seen_words) where store_id = $1 and id = $2',
    [store, id, at.toISOString(), words],
  )

/** Associates of a store on a day, whether leave covers their days of the span so far, and whether each was coached in it. */
export const associatesToCoach = (
  db: Db,
  store: string,
  { from, day, to }: { from: Day; day: Day; to: Day },
): Promise<Associate[]> =>
  db.query<Associate>(
    `select p.id as person, p.name,
       exists (select 1 from person_away w where w.person_id = p.id and w.from_day <= greatest($2, h.since) and w.to_day >= $3) as "isAway",
       exists (select 1 from coaching c where c.store_id = $1 and c.person_id = p.id and c.day between $2 and $4) as coached
     from (select a.person_id, min(a.from_day) as since from appointment a where a.store_id = $1 and a.position = 'salesAssociate'
       and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3) group by 1) h
     join person p on p.id = h.person_id where p.left_on is null or p.left_on >= $3 order by p.pinyin, p.id`,
    [store, from, day, to],
  )
