import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { ItemScore, VisitKind, VisitorPosition } from './shape.ts'

/** A visit as lists show it. */
export interface VisitSeen {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly kind: VisitKind
  readonly edition: string
  readonly area: string | null
  readonly by: string
  readonly byName: string
  readonly as: VisitorPosition
  readonly begunAt: string
  readonly at: string
  /** Thousandths. */
  readonly score: number
  readonly words: string | null
  /** How much it found, and how much of it is not closed. */
  readonly found: number
  readonly left: number
  /** How often a superior has corrected it. */
  readonly corrected: number
}
const seen = `v.store_id as store, v.id, v.day, v.kind, v.edition_id as edition, v.area_id as area, v.by, p.name as "byName",
  v.acted_as as "as", v.begun_at as "begunAt", v.at, v.score, v.words, f.found, f.left,
  (select count(*)::int from visit_correction c where c.store_id = v.store_id and c.visit_id = v.id) as corrected`
const joined = `join person p on p.id = v.by
  cross join lateral (select count(*)::int as found, count(*) filter (where o.state in ('open', 'mended'))::int as left
    from visit_finding o where o.store_id = v.store_id and o.visit_id = v.id and o.state <> 'withdrawn') f`

export const visitById = (db: Db, store: string, id: string): Promise<VisitSeen | undefined> =>
  one<VisitSeen>(db, `select ${seen} from visit v ${joined} where v.store_id = $1 and v.id = $2`, [store, id])
/** The last visits of a store, newest first. */
export const visitsOf = (db: Db, store: string, most: number): Promise<VisitSeen[]> =>
  db.query<VisitSeen>(
    `select ${seen} from visit v ${joined} where v.store_id = $1 order by v.day desc, v.at desc, v.id limit $2`,
    [store, most],
  )
/** The last visit of the same kind before one, to be laid beside it. */
export const visitBefore = (db: Db, visit: VisitSeen): Promise<VisitSeen | undefined> =>
  one<VisitSeen>(
    db,
    `select ${seen} from visit v ${joined} where v.store_id = $1 and v.kind = $2 and v.at < $3 order by v.day desc, v.at desc limit 1`,
    [visit.store, visit.kind, visit.at],
  )
export const scoresOf = (db: Db, store: string, visit: string): Promise<ItemScore[]> =>
  db.query<ItemScore>(
    'select code, points, words from visit_score where store_id = $1 and visit_id = $2 order by code',
    [store, visit],
  )
/** How each thing stood when it was last looked at in a store, on visits of either kind. */
export const lastPoints = (
  db: Db,
  store: string,
  since: Day,
): Promise<{ code: string; points: number | null; day: Day }[]> =>
  db.query(
    `select distinct on (s.code) s.code, s.points, v.day from visit v
     join visit_score s on s.store_id = v.store_id and s.visit_id = v.id
     where v.store_id = $1 and v.day >= $2 order by s.code, v.day desc, v.at desc`,
    [store, since],
  )

export interface NewVisit {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly kind: VisitKind
  readonly edition: string
  readonly storeKind: string
  readonly area: string | null
  readonly by: string
  readonly as: VisitorPosition
  readonly at: Date
  readonly seconds: number
  readonly score: number
  readonly words: string | null
  readonly scores: readonly ItemScore[]
  readonly findings: readonly NewFinding[]
}
export interface NewFinding {
  readonly id: string
  readonly code: string
  readonly wrong: string
  readonly person: string
  readonly due: Day
  readonly dueAt: Date
  readonly photo: string | null
}
/** The visit, its scores and findings in one statement. False where it was there already. */
export async function insertVisit(db: Db, v: NewVisit): Promise<boolean> {
  const rows = await db.query(
    `with v as (
       insert into visit (store_id, id, day, kind, edition_id, store_kind, area_id, by, acted_as, begun_at, at, score, words)
       select $1, $2, $3::date, $4, $5, $6, $7, $8, $9, $10::timestamptz - make_interval(secs => $11::int), $10::timestamptz, $12, $13
       on conflict do nothing returning store_id, id, area_id, by, acted_as, at
     ), s as (
       insert into visit_score (store_id, visit_id, code, points, words)
       select v.store_id, v.id, r.code, r.points, r.words from v
       cross join jsonb_to_recordset($14::jsonb) as r (code text, points int, words text)
     ), f as (
       insert into visit_finding (store_id, id, visit_id, code, wrong, person_id, due_day, due_at, area_id, by, acted_as, at, photo_id)
       select v.store_id, r.id, v.id, r.code, r.wrong, r.person, r.due, r.due_at, v.area_id, v.by, v.acted_as, v.at, r.photo from v
       cross join jsonb_to_recordset($15::jsonb) as r (id uuid, code text, wrong text, person uuid, due date, due_at timestamptz, photo uuid)
     ) select id from v`,
    [
      v.store,
      v.id,
      v.day,
      v.kind,
      v.edition,
      v.storeKind,
      v.area,
      v.by,
      v.as,
      v.at.toISOString(),
      v.seconds,
      v.score,
      v.words,
      JSON.stringify(v.scores),
      JSON.stringify(v.findings.map((f) => ({ ...f, due_at: f.dueAt.toISOString() }))),
    ],
  )
  return rows.length > 0
}

/** Who works in a store on a day: her to whom it is given comes first. */
export const peopleOf = (
  db: Db,
  store: string,
  day: Day,
): Promise<{ id: string; name: string; position: string }[]> =>
  db.query(
    `select p.id, p.name, min(a.position) as position from appointment a join person p on p.id = a.person_id
     where a.store_id = $1 and a.position in ('storeManager', 'salesAssociate') and a.from_day <= $2
       and (a.to_day is null or a.to_day >= $2)
     group by p.id order by bool_or(a.position = 'storeManager') desc, p.pinyin, p.id`,
    [store, day],
  )
/** How many areas that have stores nobody inspected as director between two days, both included. */
export const areasNotInspected = async (db: Db, from: Day, to: Day): Promise<number> =>
  (await one<{ left: number }>(
    db,
    `select count(*)::int as left from area a
       where exists (select from store_area m join store s on s.id = m.store_id where m.area_id = a.id and m.from_day <= $2
           and (s.closed_on is null or s.closed_on >= $2) and not exists (select from store_area n
             where n.store_id = m.store_id and n.from_day > m.from_day and n.from_day <= $2))
         and not exists (select from visit v where v.area_id = a.id and v.acted_as = 'operationsDirector' and v.day between $1 and $2)`,
    [from, to],
  ))!.left
export const inspectionsIn = async (db: Db, from: Day, to: Day): Promise<number> =>
  (await one<{ made: number }>(
    db,
    `select count(*)::int as made from visit where acted_as = 'operationsDirector' and day between $1 and $2`,
    [from, to],
  ))!.made
