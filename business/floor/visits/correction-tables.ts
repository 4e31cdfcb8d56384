import { type Db, one } from '../../../platform/database/database.ts'
import type { CorrectorPosition, ScoreChange } from './correction-rules.ts'
import type { Points } from './shape.ts'

export interface Correction {
  readonly id: string
  readonly no: number
  readonly byName: string
  readonly as: CorrectorPosition
  readonly at: string
  readonly reason: string
  /** Thousandths. */
  readonly scoreBefore: number
  readonly scoreAfter: number
  readonly changes: readonly { readonly code: string; readonly before: Points; readonly after: Points }[]
}
/** Corrections of a visit, the first one first. */
export const correctionsOf = (db: Db, store: string, visit: string): Promise<Correction[]> =>
  db.query<Correction>(
    `select c.id, c.no, p.name as "byName", c.acted_as as "as", c.at, c.reason, c.score_before as "scoreBefore", c.score_after as "scoreAfter",
       (select json_agg(json_build_object('code', s.code, 'before', s.points_before, 'after', s.points_after) order by s.code)
        from visit_corrected_score s where s.store_id = c.store_id and s.correction_id = c.id) as changes
     from visit_correction c join person p on p.id = c.by where c.store_id = $1 and c.visit_id = $2 order by c.no`,
    [store, visit],
  )
/** Corrections of one visit follow one another. */
export const holdVisit = (db: Db, store: string, visit: string): Promise<unknown> =>
  db.query('select 1 from visit where store_id = $1 and id = $2 for update', [store, visit])
export const isCorrection = async (db: Db, store: string, id: string): Promise<boolean> =>
  (await one(db, 'select 1 from visit_correction where store_id = $1 and id = $2', [store, id])) !== undefined

/** Things of a visit of which a finding was known when it was made, whatever became of it since. */
export async function knownThen(db: Db, store: string, visit: string): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ code: string }>(
    `select distinct f.code from visit v join visit_finding f on f.store_id = v.store_id and f.at <= v.at
     where v.store_id = $1 and v.id = $2`,
    [store, visit],
  )
  return new Set(rows.map((r) => r.code))
}

/** The correction, what it changed, and the scores as they hold from now on, in one statement. */
export async function insertCorrection(
  db: Db,
  c: {
    store: string
    id: string
    visit: string
    no: number
    by: string
    as: CorrectorPosition
    at: Date
    reason: string
    before: number
    after: number
    changes: readonly ScoreChange[]
  },
): Promise<void> {
  await db.query(
    `with c as (
       insert into visit_correction (store_id, id, visit_id, no, by, acted_as, at, reason, score_before, score_after)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning store_id, id, visit_id
     ), r as materialized (
       select * from jsonb_to_recordset($11::jsonb) as r (code text, before int, after int)
     ), s as (
       insert into visit_corrected_score (store_id, correction_id, code, points_before, points_after)
       select c.store_id, c.id, r.code, r.before, r.after from c cross join r
     ), n as (
       update visit_score v set points = r.after from c cross join r
       where v.store_id = c.store_id and v.visit_id = c.visit_id and v.code = r.code
     ) update visit v set score = $10 from c where v.store_id = c.store_id and v.id = c.visit_id`,
    [
      c.store,
      c.id,
      c.visit,
      c.no,
      c.by,
      c.as,
      c.at.toISOString(),
      c.reason,
      c.before,
      c.after,
      JSON.stringify(c.changes),
    ],
  )
}
