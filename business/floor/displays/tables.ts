import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type PhotoSeen, photoSeen } from '../../../platform/photos/tables.ts'
import type { CheckState, PageScores, Points } from './shape.ts'

/** A check as lists show it. */
export interface CheckSeen {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly edition: string
  readonly title: string
  readonly titleEn: string | null
  readonly by: string
  readonly byName: string
  readonly begunAt: string
  readonly at: string
  /** Thousandths. */
  readonly score: number
  readonly words: string | null
  readonly state: CheckState
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly reviewWords: string | null
  readonly pages: number
  /** Photographs that look much like an earlier one of the store. */
  readonly alike: number
}
const seen = `c.store_id as store, c.id, c.day, c.edition_id as edition, e.title, e.title_en as "titleEn", c.by, p.name as "byName",
  c.begun_at as "begunAt", c.at, c.score, c.words, coalesce(r.kind, 'handedIn') as state, q.name as "reviewedBy", r.at as "reviewedAt",
  r.words as "reviewWords", x.pages, x.alike`
const joined = `join display_edition e on e.id = c.edition_id join person p on p.id = c.by
  left join lateral (select v.kind, v.by, v.at, v.words from display_review v where v.store_id = c.store_id and v.check_id = c.id
    order by v.at desc, v.id desc limit 1) r on true
  left join person q on q.id = r.by
  cross join lateral (select count(*)::int as pages, count(*) filter (where h.like_id is not null)::int as alike from display_photo d
    join photo h on h.store_id = d.store_id and h.id = d.photo_id where d.store_id = c.store_id and d.check_id = c.id) x`

export const checkById = (db: Db, store: string, id: string): Promise<CheckSeen | undefined> =>
  one<CheckSeen>(db, `select ${seen} from display_check c ${joined} where c.store_id = $1 and c.id = $2`, [
    store,
    id,
  ])
/** Reviews of one check follow one another. */
export const holdCheck = (db: Db, store: string, id: string): Promise<unknown> =>
  db.query('select 1 from display_check where store_id = $1 and id = $2 for update', [store, id])
export const checksOf = (db: Db, store: string, most: number): Promise<CheckSeen[]> =>
  db.query<CheckSeen>(
    `select ${seen} from display_check c ${joined} where c.store_id = $1 order by c.day desc, c.at desc limit $2`,
    [store, most],
  )
/** Of each store the last check since a day. */
export const lastChecks = (db: Db, stores: readonly string[], since: Day): Promise<CheckSeen[]> =>
  db.query<CheckSeen>(
    `select ${seen} from unnest($1::uuid[]) s (id)
     cross join lateral (select * from display_check l where l.store_id = s.id and l.day >= $2 order by l.day desc, l.at desc limit 1) c
     ${joined}`,
    [stores, since],
  )
/** Whether another check of these days, or by this edition, stands that nobody sent back. */
export async function standsBeside(
  db: Db,
  c: { store: string; id: string; edition: string; from: Day; to: Day },
): Promise<{ week: boolean; edition: boolean }> {
  const found = await one<{ week: boolean | null; edition: boolean | null }>(
    db,
    `select bool_or(c.day between $3 and $4) as week, bool_or(c.edition_id = $5) as edition from display_check c
     where c.store_id = $1 and c.id <> $2 and (c.day between $3 and $4 or c.edition_id = $5)
       and coalesce((select v.kind from display_review v where v.store_id = c.store_id and v.check_id = c.id
         order by v.at desc, v.id desc limit 1), '') <> 'sentBack'`,
    [c.store, c.id, c.from, c.to, c.edition],
  )
  return { week: found?.week ?? false, edition: found?.edition ?? false }
}

export interface PageSeen {
  readonly page: string
  readonly photo: PhotoSeen
  readonly scores: readonly { point: string; points: Points; wrong: string | null }[]
}
export const pagesOf = (db: Db, store: string, check: string): Promise<PageSeen[]> =>
  db.query<PageSeen>(
    `select d.page, ${photoSeen('d.store_id', 'd.photo_id')} as photo,
       (select json_agg(json_build_object('point', s.point, 'points', s.points, 'wrong', s.wrong)) from display_score s
         where s.store_id = d.store_id and s.check_id = d.check_id and s.page = d.page) as scores
     from display_photo d where d.store_id = $1 and d.check_id = $2`,
    [store, check],
  )

export interface NewCheck {
  readonly store: string
  readonly id: string
  readonly day: Day
  readonly edition: string
  readonly storeKind: string
  readonly by: string
  readonly at: Date
  readonly seconds: number
  readonly score: number
  readonly words: string | null
  readonly pages: readonly PageScores[]
  /** What is said of something that was open and is in order now. */
  readonly seenInOrder: string
}
/**
 * The check, its photographs, scores and what deviates in one statement. What was open and is in order now is closed with this
 * photograph; what deviates and is open already stays one finding. False where it was there already.
 */
export async function insertCheck(db: Db, c: NewCheck): Promise<boolean> {
  const scores = c.pages.flatMap((p) =>
    p.scores.map((s) => ({ ...s, page: p.page, photo: p.photo, finding: newId() })),
  )
  const rows = await db.query(
    `with c as (
       insert into display_check (store_id, id, day, edition_id, store_kind, by, begun_at, at, score, words)
       select $1, $2, $3::date, $4, $5, $6, $7::timestamptz - make_interval(secs => $8::int), $7::timestamptz, $9, $10
       on conflict do nothing returning store_id, id, edition_id, by, at
     ), r as materialized (
       select * from jsonb_to_recordset($12::jsonb) as r (page text, point text, points int, wrong text, photo uuid, finding uuid)
     ), d as (
       insert into display_photo (store_id, check_id, page, photo_id)
       select c.store_id, c.id, p.page, p.photo from c cross join jsonb_to_recordset($11::jsonb) as p (page text, photo uuid)
     ), s as (
       insert into display_score (store_id, check_id, page, point, points, wrong)
       select c.store_id, c.id, r.page, r.point, r.points, r.wrong from c cross join r
     ), f as (
       insert into display_finding (store_id, id, check_id, edition_id, page, point, wrong, at)
       select c.store_id, r.finding, c.id, c.edition_id, r.page, r.point, r.wrong, c.at from c cross join r where r.points < 2
       on conflict (store_id, edition_id, page, point) where mended_at is null do nothing
     ), m as (
       update display_finding f set mended_by = c.by, mended_at = c.at, mended_words = $13, mended_photo_id = r.photo from c cross join r
       where f.store_id = c.store_id and f.edition_id = c.edition_id and f.page = r.page and f.point = r.point and r.points = 2
         and f.mended_at is null
     ) select id from c`,
    [
      c.store,
      c.id,
      c.day,
      c.edition,
      c.storeKind,
      c.by,
      c.at.toISOString(),
      c.seconds,
      c.score,
      c.words,
      JSON.stringify(c.pages.map(({ page, photo }) => ({ page, photo }))),
      JSON.stringify(scores),
      c.seenInOrder,
    ],
  )
  return rows.length > 0
}

export const insertReview = (
  db: Db,
  r: {
    store: string
    check: string
    kind: 'confirmed' | 'sentBack'
    by: string
    at: Date
    words: string | null
  },
): Promise<unknown> =>
  db.query(
    'insert into display_review (store_id, id, check_id, kind, by, at, words) values ($1, $2, $3, $4, $5, $6, $7)',
    [r.store, newId(), r.check, r.kind, r.by, r.at.toISOString(), r.words],
  )

export interface FindingSeen {
  readonly store: string
  readonly id: string
  readonly page: string
  readonly pageSays: string
  readonly pageSaysEn: string | null
  readonly picture: string
  readonly says: string
  readonly saysEn: string | null
  readonly wrong: string
  readonly at: string
  readonly byName: string
  readonly photo: PhotoSeen
  readonly mendedAt: string | null
  readonly mendedBy: string | null
  readonly mendedWords: string | null
  readonly mendedPhoto: PhotoSeen | null
}
/** By one edition: open ones first, oldest first; what was mended since a day under them. */
export const findingsOf = (
  db: Db,
  stores: readonly string[],
  edition: string,
  since: Day,
  most: number,
): Promise<FindingSeen[]> =>
  db.query<FindingSeen>(
    `select f.store_id as store, f.id, f.page, g.says as "pageSays", g.says_en as "pageSaysEn", g.picture_id as picture, o.says,
       o.says_en as "saysEn", f.wrong, f.at, p.name as "byName", ${photoSeen('f.store_id', 'd.photo_id')} as photo,
       f.mended_at as "mendedAt", m.name as "mendedBy", f.mended_words as "mendedWords",
       ${photoSeen('f.store_id', 'f.mended_photo_id')} as "mendedPhoto"
     from display_finding f join display_check c on c.store_id = f.store_id and c.id = f.check_id join person p on p.id = c.by
     join display_page g on g.edition_id = f.edition_id and g.code = f.page
     join display_point o on o.edition_id = f.edition_id and o.page = f.page and o.code = f.point
     join display_photo d on d.store_id = f.store_id and d.check_id = f.check_id and d.page = f.page
     left join person m on m.id = f.mended_by
     where f.store_id = any($1::uuid[]) and f.edition_id = $2 and (f.mended_at is null or f.mended_at >= $3::date)
     order by f.mended_at nulls first, f.at, g.no, o.no limit $4`,
    [stores, edition, since, most],
  )
export async function openFindings(
  db: Db,
  stores: readonly string[],
  edition: string,
): Promise<ReadonlyMap<string, number>> {
  const counted = await db.query<{ store: string; open: number }>(
    `select store_id as store, count(*)::int as open from display_finding
     where store_id = any($1::uuid[]) and edition_id = $2 and mended_at is null group by store_id`,
    [stores, edition],
  )
  return new Map(counted.map((c) => [c.store, c.open]))
}
export async function mendFinding(
  db: Db,
  m: { store: string; id: string; by: string; at: Date; words: string; photo: string },
): Promise<'mended' | 'already' | 'none'> {
  const rows = await db.query<{ id: string }>(
    `update display_finding set mended_by = $3, mended_at = $4, mended_words = $5, mended_photo_id = $6
     where store_id = $1 and id = $2 and mended_at is null returning id`,
    [m.store, m.id, m.by, m.at.toISOString(), m.words, m.photo],
  )
  if (rows.length > 0) return 'mended'
  const there = await db.query('select 1 from display_finding where store_id = $1 and id = $2', [
    m.store,
    m.id,
  ])
  return there.length > 0 ? 'already' : 'none'
}
