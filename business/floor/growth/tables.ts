import { type Db, one } from '../../../platform/database/database.ts'
import type { Day, Month } from '../../../platform/kinds/day.ts'
import type { GrowthPlan, Outcome } from './shape.ts'

const seen = `g.id, g.store_id as store, g.person_id as person, p.name as "personName", g.skill, g.goal, g.next_step as "nextStep", g.by_day as by,
  g.day, b.name as "byName", g.at, g.seen_at as "seenAt", g.seen_words as "seenWords", g.outcome, g.ended_on as "endedOn",
  coalesce((select json_agg(json_build_object('day', r.day, 'words', r.words, 'nextStep', r.next_step, 'outcome', r.outcome, 'byName', n.name)
      order by r.at, r.id) from growth_review r join person n on n.id = r.by
    where r.store_id = g.store_id and r.plan_id = g.id), '[]'::json) as reviews`
const from = 'from growth_plan g join person p on p.id = g.person_id join person b on b.id = g.by'

/** Open ones, and those that ended since a day. */
export const plansOf = (db: Db, store: string, since: Day): Promise<GrowthPlan[]> =>
  db.query<GrowthPlan>(
    `select ${seen} ${from} where g.store_id = $1 and (g.outcome is null or g.ended_on >= $2)
     order by g.outcome nulls first, g.by_day, g.id limit 100`,
    [store, since],
  )
export const plansForPerson = (db: Db, person: string, most: number): Promise<GrowthPlan[]> =>
  db.query<GrowthPlan>(
    `select ${seen} ${from} where g.person_id = $1 order by g.outcome nulls first, g.day desc, g.id limit $2`,
    [person, most],
  )
export const findPlan = (db: Db, store: string, id: string): Promise<GrowthPlan | undefined> =>
  one<GrowthPlan>(db, `select ${seen} ${from} where g.store_id = $1 and g.id = $2`, [store, id])
export const holdPlan = (db: Db, store: string, id: string): Promise<unknown> =>
  db.query('select 1 from growth_plan where store_id = $1 and id = $2 for update', [store, id])

/** False where she has an open plan in the store already. */
export const insertPlan = async (
  db: Db,
  g: {
    store: string
    id: string
    person: string
    skill: string
    goal: string
    nextStep: string
    by: Day
    maker: string
    day: Day
    at: Date
  },
): Promise<boolean> =>
  (
    await db.query(
      `insert into growth_plan (store_id, id, person_id, skill, goal, next_step, by_day, by, day, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
      [g.store, g.id, g.person, g.skill, g.goal, g.nextStep, g.by, g.maker, g.day, g.at.toISOString()],
    )
  ).length > 0
/** The review, and the plan as it goes on from it: its next step is read anew by her whom it is about. */
export const insertReview = async (
  db: Db,
  r: {
    store: string
    id: string
    plan: string
    day: Day
    words: string
    step: string | null
    by: Day | null
    outcome: Outcome | null
    reviewer: string
    at: Date
  },
): Promise<boolean> =>
  (
    await db.query(
      `with r as (
         insert into growth_review (store_id, id, plan_id, day, words, next_step, by_day, outcome, by, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning store_id, plan_id
       ) update growth_plan g set next_step = coalesce($6, g.next_step), by_day = coalesce($7, g.by_day), outcome = $8,
           ended_on = case when $8::text is not null then $4::date end, seen_at = null, seen_words = null
         from r where g.store_id = r.store_id and g.id = r.plan_id returning g.id`,
      [r.store, r.id, r.plan, r.day, r.words, r.step, r.by, r.outcome, r.reviewer, r.at.toISOString()],
    )
  ).length > 0
export const markSeen = (
  db: Db,
  store: string,
  id: string,
  at: Date,
  words: string | null,
): Promise<unknown> =>
  db.query(
    'update growth_plan set seen_at = coalesce(seen_at, $3), seen_words = coalesce($4, seen_words) where store_id = $1 and id = $2',
    [store, id, at.toISOString(), words],
  )
export const nobodyIn = (
  db: Db,
  store: string,
  month: Month,
): Promise<{ words: string; byName: string } | undefined> =>
  one(
    db,
    `select n.words, p.name as "byName" from growth_nobody n join person p on p.id = n.by where n.store_id = $1 and n.month = $2`,
    [store, month],
  )
export const insertNobody = (
  db: Db,
  n: { store: string; month: Month; words: string; by: string; at: Date },
): Promise<unknown> =>
  db.query(
    `insert into growth_nobody (store_id, month, words, by, at) values ($1, $2, $3, $4, $5)
     on conflict (store_id, month) do update set words = excluded.words, by = excluded.by, at = excluded.at`,
    [n.store, n.month, n.words, n.by, n.at.toISOString()],
  )
