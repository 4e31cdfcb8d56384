import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type PhotoSeen, photoSeen } from '../../../platform/photos/tables.ts'
import { becomes, type FindingState, type MoveKind, type VisitorPosition } from './shape.ts'

export interface FindingSeen {
  readonly store: string
  readonly id: string
  readonly visit: string
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
  readonly day: Day
  readonly wrong: string
  readonly person: string
  readonly personName: string
  readonly due: Day
  readonly dueAt: string
  readonly area: string | null
  readonly by: string
  readonly byName: string
  readonly as: VisitorPosition
  readonly at: string
  readonly state: FindingState
  /** As it was found. */
  readonly photo: PhotoSeen | null
  /** It is mended only with a photograph. */
  readonly wantsPhoto: boolean
  readonly moves: readonly Move[]
}
export interface Move {
  readonly kind: MoveKind
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly words: string | null
  readonly photo: PhotoSeen | null
}
const seen = `f.store_id as store, f.id, f.visit_id as visit, f.code, i.says, i.says_en as "saysEn", v.day, f.wrong, f.person_id as person,
  r.name as "personName", f.due_day as due, f.due_at as "dueAt", f.area_id as area, f.by, p.name as "byName", f.acted_as as "as", f.at, f.state,
  ${photoSeen('f.store_id', 'f.photo_id')} as photo, i.photo as "wantsPhoto",
  coalesce((select json_agg(json_build_object('kind', m.kind, 'by', m.by, 'byName', n.name, 'at', m.at, 'words', m.words,
      'photo', ${photoSeen('m.store_id', 'm.photo_id')}) order by m.no)
    from visit_move m join person n on n.id = m.by where m.store_id = f.store_id and m.finding_id = f.id), '[]'::json) as moves`
const found = `from visit_finding f join visit v on v.store_id = f.store_id and v.id = f.visit_id
  join visit_item i on i.edition_id = v.edition_id and i.code = f.code`
const joined = `${found} join person p on p.id = f.by join person r on r.id = f.person_id`

export const findingById = (db: Db, store: string, id: string): Promise<FindingSeen | undefined> =>
  one<FindingSeen>(db, `select ${seen} ${joined} where f.store_id = $1 and f.id = $2`, [store, id])
/** Moves of one finding follow one another. */
export const holdFinding = (db: Db, store: string, id: string): Promise<unknown> =>
  db.query('select 1 from visit_finding where store_id = $1 and id = $2 for update', [store, id])

/** What is not closed, that which is due first before; of a visit, of stores. */
export const openFindings = (db: Db, stores: readonly string[], most: number): Promise<FindingSeen[]> =>
  db.query<FindingSeen>(
    `select ${seen} ${joined} where f.store_id = any($1::uuid[]) and f.state in ('open', 'mended') order by f.due_at, f.id limit $2`,
    [stores, most],
  )
export const closedFindings = (
  db: Db,
  stores: readonly string[],
  since: Day,
  most: number,
): Promise<FindingSeen[]> =>
  db.query<FindingSeen>(
    `select ${seen} ${joined} where f.store_id = any($1::uuid[]) and f.state in ('verified', 'withdrawn') and f.at >= $2::date
     order by f.at desc, f.id limit $3`,
    [stores, since, most],
  )
export const findingsOfVisit = (db: Db, store: string, visit: string): Promise<FindingSeen[]> =>
  db.query<FindingSeen>(`select ${seen} ${joined} where f.store_id = $1 and f.visit_id = $2 order by i.no`, [
    store,
    visit,
  ])
/** How many are not closed, by store and state, and how many of those to be mended are past their day. */
export const countsOf = (
  db: Db,
  stores: readonly string[],
  now: Date,
): Promise<{ store: string; open: number; mended: number; overdue: number }[]> =>
  db.query(
    `select store_id as store, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'mended')::int as mended,
       count(*) filter (where state = 'open' and due_at < $2)::int as overdue
     from visit_finding where store_id = any($1::uuid[]) and state in ('open', 'mended') group by store_id`,
    [stores, now.toISOString()],
  )

/** Whether there is a finding of one of these ids, in any store. */
export const areTaken = async (db: Db, ids: readonly string[]): Promise<boolean> =>
  ids.length > 0 &&
  (await db.query('select 1 from visit_finding where id = any($1::uuid[]) limit 1', [ids])).length > 0

export interface Recurring {
  readonly store: string
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
  readonly times: number
  readonly last: Day
}
/** What was found more than once in a store since a day, most often first; as the latest edition words it. */
export const recurringIn = (
  db: Db,
  stores: readonly string[],
  since: Day,
  most: number,
): Promise<Recurring[]> =>
  db.query<Recurring>(
    `select f.store_id as store, f.code, (array_agg(i.says order by f.at desc))[1] as says,
       (array_agg(i.says_en order by f.at desc))[1] as "saysEn", count(*)::int as times, max(v.day) as last
     ${found}
     where f.store_id = any($1::uuid[]) and f.state <> 'withdrawn' and f.at >= $2::date
     group by f.store_id, f.code having count(*) > 1 order by count(*) desc, max(f.at) desc, f.code limit $3`,
    [stores, since, most],
  )

/** One move more, and the state that it makes. */
export async function recordMove(
  db: Db,
  m: {
    store: string
    id: string
    kind: MoveKind
    by: string
    at: Date
    words: string | null
    photo: string | null
  },
): Promise<void> {
  await db.query(
    `with f as (
       update visit_finding set state = $3, moves = moves + 1 where store_id = $1 and id = $2 returning store_id, id, moves
     ) insert into visit_move (store_id, finding_id, no, kind, by, at, words, photo_id)
     select store_id, id, moves, $4, $5, $6, $7, $8::uuid from f`,
    [m.store, m.id, becomes[m.kind], m.kind, m.by, m.at.toISOString(), m.words, m.photo],
  )
}
