import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type PhotoSeen, photoSeen } from '../../../platform/photos/tables.ts'
import type { CheckAnswer, CheckKind, Flag, ReviewKind, SheetState } from './shape.ts'

/** Which sheet it is: all of its versions have this in common. */
export interface Slot {
  readonly store: string
  readonly day: Day
  readonly kind: CheckKind
  readonly zone: string
  readonly round: number
  readonly keeper: string
}
/** A sheet that stands, as lists show it. */
export interface SheetSeen extends Slot {
  readonly id: string
  readonly version: number
  readonly edition: string
  readonly by: string
  readonly byName: string
  readonly begunAt: string
  readonly at: string
  readonly seconds: number
  readonly leastSeconds: number
  readonly dueAt: string
  readonly items: number
  readonly wrong: number
  readonly flags: readonly Flag[]
  readonly state: SheetState
  /** Of the last confirmation or sending back. */
  readonly reviewedBy: string | null
  readonly reviewedAt: string | null
  readonly reviewWords: string | null
}
const seen = `s.store_id as store, s.id, s.day, s.kind, s.zone, s.round, s.keeper, s.version, s.edition_id as edition, s.by, p.name as "byName",
  s.begun_at as "begunAt", s.at, s.seconds, s.least_seconds as "leastSeconds", s.due_at as "dueAt", s.items, s.wrong, s.flags,
  coalesce(r.kind, case when exists (select from check_review o where o.store_id = s.store_id and o.sheet_id = s.id) then 'opened'
    else 'handedIn' end) as state, rp.name as "reviewedBy", r.at as "reviewedAt", r.words as "reviewWords"`
const joined = `join person p on p.id = s.by
  left join lateral (select v.kind, v.by, v.at, v.words from check_review v where v.store_id = s.store_id and v.sheet_id = s.id
    and v.kind <> 'opened' order by v.at desc, v.id desc limit 1) r on true
  left join person rp on rp.id = r.by`

/** The version that stands of one sheet. */
export const standingOf = (db: Db, slot: Slot): Promise<SheetSeen | undefined> =>
  one<SheetSeen>(
    db,
    `select ${seen} from check_sheet s ${joined} where s.store_id = $1 and s.day = $2 and s.kind = $3 and s.zone = $4 and s.round = $5
       and s.keeper = $6 order by s.version desc limit 1`,
    [slot.store, slot.day, slot.kind, slot.zone, slot.round, slot.keeper],
  )
export const sheetById = (db: Db, store: string, id: string): Promise<SheetSeen | undefined> =>
  one<SheetSeen>(db, `select ${seen} from check_sheet s ${joined} where s.store_id = $1 and s.id = $2`, [
    store,
    id,
  ])
/** Whether the closing sheet of a store's evening stands, and was not sent back. */
export const isClosingHandedIn = async (db: Db, store: string, day: Day): Promise<boolean> =>
  (await one(
    db,
    `select 1 from check_standing_sheet s where s.store_id = $1 and s.day = $2 and s.kind = 'closing' and coalesce((select r.kind
       from check_review r where r.store_id = s.store_id and r.sheet_id = s.id and r.kind <> 'opened' order by r.at desc, r.id desc limit 1), '') <> 'sentBack'`,
    [store, day],
  )) !== undefined
/** What stands of stores on a day. */
export const sheetsOn = (db: Db, stores: readonly string[], day: Day): Promise<SheetSeen[]> =>
  db.query<SheetSeen>(
    `select ${seen} from check_standing_sheet s ${joined} where s.store_id = any($1::uuid[]) and s.day = $2 order by s.at`,
    [stores, day],
  )
export const versionsOf = (
  db: Db,
  slot: Slot,
): Promise<{ id: string; version: number; at: string; byName: string }[]> =>
  db.query(
    `select s.id, s.version, s.at, p.name as "byName" from check_sheet s join person p on p.id = s.by
     where s.store_id = $1 and s.day = $2 and s.kind = $3 and s.zone = $4 and s.round = $5 and s.keeper = $6 order by s.version`,
    [slot.store, slot.day, slot.kind, slot.zone, slot.round, slot.keeper],
  )
export type AnswerSeen = Omit<CheckAnswer, 'photo'> & { readonly photo: PhotoSeen | null }
export const answersOf = (db: Db, store: string, sheet: string): Promise<AnswerSeen[]> =>
  db.query<AnswerSeen>(
    `select a.code, a.in_order as "inOrder", a.how, a.value, a.wrong, a.done, ${photoSeen('a.store_id', 'a.photo_id')} as photo
     from check_answer a where a.store_id = $1 and a.sheet_id = $2`,
    [store, sheet],
  )
/** How much was wrong on the last sheets of a kind before a day, newest first. */
export const lastWrong = (db: Db, slot: Slot, most: number): Promise<{ wrong: number }[]> =>
  db.query(
    `select wrong from check_standing_sheet where store_id = $1 and kind = $2 and day < $3 and keeper = $4
     order by day desc, round desc limit $5`,
    [slot.store, slot.kind, slot.day, slot.keeper, most],
  )

export interface NewSheet extends Slot {
  readonly id: string
  readonly version: number
  readonly edition: string
  readonly storeKind: string
  readonly by: string
  readonly at: Date
  readonly seconds: number
  readonly leastSeconds: number
  readonly dueAt: Date
  readonly flags: readonly Flag[]
  readonly answers: readonly CheckAnswer[]
  /** What a correction says of a finding that was none. */
  readonly corrected: string
}
/**
 * The sheet, its answers and findings in one statement. What is wrong and already open stays one finding; what an earlier
 * version of the same sheet had opened and this one finds in order is closed by it. False where somebody was faster.
 */
export async function insertSheet(db: Db, s: NewSheet): Promise<boolean> {
  const answers = s.answers.map((a) => ({ ...a, in_order: a.inOrder, finding: newId() }))
  const rows = await db.query(
    `with s as (
       insert into check_sheet (store_id, id, day, kind, zone, round, keeper, version, edition_id, store_kind, by, begun_at, at, seconds,
         least_seconds, due_at, items, wrong, flags)
       select $1, $2, $3::date, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz - make_interval(secs => $13::int), $12::timestamptz, $13::int,
         $14, $15, $16, $17, $18::text[]
       on conflict do nothing returning store_id, id, day, kind, zone, round, keeper, at, by
     ), r as materialized (
       select * from jsonb_to_recordset($19::jsonb) as r (code text, in_order boolean, how text, value int, wrong text, done text, photo uuid, finding uuid)
     ), a as (
       insert into check_answer (store_id, sheet_id, code, in_order, how, value, wrong, done, photo_id)
       select s.store_id, s.id, r.code, r.in_order, r.how, r.value, r.wrong, r.done, r.photo from s cross join r
     ), f as (
       insert into check_finding (store_id, id, sheet_id, kind, zone, code, day, wrong, at)
       select s.store_id, r.finding, s.id, s.kind, s.zone, r.code, s.day, r.wrong, s.at from s cross join r where not r.in_order
       on conflict (store_id, kind, zone, code) where mended_at is null do nothing
     ), c as (
       update check_finding f set mended_by = s.by, mended_at = s.at, mended_words = $20 from s cross join r
       where f.store_id = s.store_id and f.kind = s.kind and f.zone = s.zone and f.code = r.code and r.in_order and f.mended_at is null
         and f.sheet_id in (select e.id from check_sheet e where e.store_id = s.store_id and e.day = s.day and e.kind = s.kind
           and e.zone = s.zone and e.round = s.round and e.keeper = s.keeper)
     ) select id from s`,
    [
      s.store,
      s.id,
      s.day,
      s.kind,
      s.zone,
      s.round,
      s.keeper,
      s.version,
      s.edition,
      s.storeKind,
      s.by,
      s.at.toISOString(),
      s.seconds,
      s.leastSeconds,
      s.dueAt.toISOString(),
      s.answers.length,
      s.answers.filter((a) => !a.inOrder).length,
      [...s.flags],
      JSON.stringify(answers),
      s.corrected,
    ],
  )
  return rows.length > 0
}

export const insertReview = (
  db: Db,
  r: { store: string; sheet: string; kind: ReviewKind; by: string; at: Date; words: string | null },
): Promise<unknown> =>
  db.query(
    `insert into check_review (store_id, id, sheet_id, kind, by, at, words) select $1, $2, $3, $4, $5, $6, $7
     where $4 <> 'opened' or not exists (select from check_review o where o.store_id = $1 and o.sheet_id = $3 and o.by = $5)`,
    [r.store, newId(), r.sheet, r.kind, r.by, r.at.toISOString(), r.words],
  )

export interface FindingSeen {
  readonly store: string
  readonly id: string
  readonly sheet: string
  readonly kind: CheckKind
  readonly zone: string
  readonly code: string
  readonly says: string
  readonly saysEn: string | null
  readonly day: Day
  readonly wrong: string
  readonly at: string
  readonly byName: string
  readonly mendedAt: string | null
  readonly mendedBy: string | null
  readonly mendedWords: string | null
  /** As it was found, and as it is mended. */
  readonly photo: PhotoSeen | null
  readonly mendedPhoto: PhotoSeen | null
  /** It is mended only with a photograph. */
  readonly wantsPhoto: boolean
}
const finding = `f.store_id as store, f.id, f.sheet_id as sheet, f.kind, f.zone, f.code, i.says, i.says_en as "saysEn", f.day, f.wrong, f.at,
  p.name as "byName", f.mended_at as "mendedAt", m.name as "mendedBy", f.mended_words as "mendedWords", ${photoSeen('f.store_id', 'a.photo_id')} as photo,
  ${photoSeen('f.store_id', 'f.mended_photo_id')} as "mendedPhoto", i.photo as "wantsPhoto"`
const findingFrom = `from check_finding f join check_sheet s on s.store_id = f.store_id and s.id = f.sheet_id
  join check_item i on i.edition_id = s.edition_id and i.code = f.code
  join check_answer a on a.store_id = f.store_id and a.sheet_id = f.sheet_id and a.code = f.code join person p on p.id = s.by
  left join person m on m.id = f.mended_by`
/** Open ones, oldest first, and those mended on the day. */
export const findingsOf = (
  db: Db,
  stores: readonly string[],
  day: Day,
  most: number,
): Promise<FindingSeen[]> =>
  db.query<FindingSeen>(
    `select ${finding} ${findingFrom} where f.store_id = any($1::uuid[]) and f.day <= $2::date
       and (f.mended_at is null or f.day = $2::date) order by f.mended_at nulls first, f.at limit $3`,
    [stores, day, most],
  )
/** How many are open in each store that has any, of those found up to a day. */
export async function openFindings(
  db: Db,
  stores: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, number>> {
  const counted = await db.query<{ store: string; open: number }>(
    `select store_id as store, count(*)::int as open from check_finding
     where store_id = any($1::uuid[]) and day <= $2::date and mended_at is null group by store_id`,
    [stores, day],
  )
  return new Map(counted.map((c) => [c.store, c.open]))
}
export const mendFinding = async (
  db: Db,
  m: { store: string; id: string; by: string; at: Date; words: string; photo: string | null },
): Promise<'mended' | 'already' | 'none' | 'unseen'> => {
  const [found] = await db.query<{ mended: boolean; photo: boolean }>(
    `select f.mended_at is not null as mended, i.photo from check_finding f join check_sheet s on s.store_id = f.store_id and s.id = f.sheet_id
     join check_item i on i.edition_id = s.edition_id and i.code = f.code where f.store_id = $1 and f.id = $2 for update of f`,
    [m.store, m.id],
  )
  if (!found) return 'none'
  if (found.mended) return 'already'
  if (found.photo && !m.photo) return 'unseen'
  await db.query(
    `update check_finding set mended_by = $3, mended_at = $4, mended_words = $5, mended_photo_id = $6
     where store_id = $1 and id = $2`,
    [m.store, m.id, m.by, m.at.toISOString(), m.words, m.photo],
  )
  return 'mended'
}
