import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { VisitorPosition } from './shape.ts'

export interface Plan {
  readonly id: string
  readonly store: string
  readonly day: Day
  readonly person: string
  readonly personName: string
  readonly as: VisitorPosition
}
const seen = `l.id, l.store_id as store, l.day, l.person_id as person, p.name as "personName", l.acted_as as "as"`
const from = 'from visit_plan l join person p on p.id = l.person_id where l.withdrawn_at is null'

export const planById = (db: Db, store: string, id: string): Promise<Plan | undefined> =>
  one<Plan>(db, `select ${seen} ${from} and l.store_id = $1 and l.id = $2`, [store, id])
/** Plans of some days: of stores, or (without stores) of one person. */
export const plansIn = (
  db: Db,
  of: { stores: readonly string[] } | { person: string },
  days: { from: Day; to: Day },
): Promise<Plan[]> =>
  'stores' in of
    ? db.query<Plan>(
        `select ${seen} ${from} and l.store_id = any($1::uuid[]) and l.day between $2 and $3 order by l.day, l.at, l.id`,
        [of.stores, days.from, days.to],
      )
    : db.query<Plan>(
        `select ${seen} ${from} and l.person_id = $1 and l.day between $2 and $3 order by l.day, l.at, l.id`,
        [of.person, days.from, days.to],
      )
export interface VisitOnDay {
  readonly id: string
  readonly store: string
  readonly day: Day
  readonly by: string
  readonly byName: string
  readonly as: VisitorPosition
  readonly score: number
}
export const visitsIn = (
  db: Db,
  of: { stores: readonly string[] } | { person: string },
  days: { from: Day; to: Day },
): Promise<VisitOnDay[]> =>
  db.query<VisitOnDay>(
    `select v.id, v.store_id as store, v.day, v.by, p.name as "byName", v.acted_as as "as", v.score from visit v join person p on p.id = v.by
     where ${'stores' in of ? 'v.store_id = any($1::uuid[])' : 'v.by = $1'} and v.day between $2 and $3 order by v.day, v.at, v.id`,
    ['stores' in of ? of.stores : of.person, days.from, days.to],
  )
/** When each store was last visited by anybody, and is to be next. */
export const visitedLast = (
  db: Db,
  stores: readonly string[],
  today: Day,
): Promise<{ store: string; last: Day | null; score: number | null; next: Day | null }[]> =>
  db.query(
    `select s.id as store, v.day as last, v.score, n.day as next from unnest($1::uuid[]) as s (id)
     left join lateral (select day, score from visit where store_id = s.id order by day desc, at desc limit 1) v on true
     left join lateral (select min(day) as day from visit_plan where store_id = s.id and day >= $2 and withdrawn_at is null) n on true`,
    [stores, today],
  )

/** False where it is planned already. */
export const insertPlan = async (
  db: Db,
  p: { store: string; id: string; day: Day; person: string; as: VisitorPosition; at: Date },
): Promise<boolean> =>
  (
    await db.query(
      `insert into visit_plan (store_id, id, day, person_id, acted_as, at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning id`,
      [p.store, p.id, p.day, p.person, p.as, p.at.toISOString()],
    )
  ).length > 0
export const withdrawPlan = (db: Db, store: string, id: string, at: Date): Promise<unknown> =>
  db.query(
    'update visit_plan set withdrawn_at = $3 where store_id = $1 and id = $2 and withdrawn_at is null',
    [store, id, at.toISOString()],
  )
