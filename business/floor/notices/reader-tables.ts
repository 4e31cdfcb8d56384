import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import type { Notice } from './shape.ts'
import { noticeColumns, noticeJoins } from './tables.ts'

/** Seats of $1 on day $2, and whether notice n is addressed to seat s. */
const seats = `seat as (select distinct a.position, a.store_id, a.area_id from appointment a
  where a.person_id = $1 and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2))`
const reaches = `s.position = any(n.positions) and case
  when s.store_id is not null then exists (select 1 from notice_store x where x.store_id = s.store_id and x.notice_id = n.id)
  when s.area_id is not null then n.stores is null and (n.areas is null or s.area_id = any(n.areas))
  else n.areas is null and n.stores is null end`
const addressed = `exists (select 1 from seat s where ${reaches})`
const inForce = `n.superseded_by is null and n.withdrawn_at is null and n.valid_to >= $2`
const unread = `not exists (select 1 from notice_reading r where r.notice_id = n.id and r.person_id = $1)`

/** How many notices in force somebody has not read: looks at what is in force only, however long the history. */
export async function countUnread(db: Db, person: string, today: Day): Promise<number> {
  const row = await one<{ count: number }>(
    db,
    `with ${seats} select count(*)::int as count from notice n where ${inForce} and ${addressed} and ${unread}`,
    [person, today],
  )
  return row?.count ?? 0
}

export interface NoticeLine
  extends Pick<
    Notice,
    | 'id'
    | 'version'
    | 'title'
    | 'titleEn'
    | 'kind'
    | 'validTo'
    | 'minutes'
    | 'relayBy'
    | 'publishedByName'
    | 'publishedAt'
    | 'supersededBy'
    | 'withdrawnAt'
  > {
  readonly readAt: string | null
  /** Of the store asked about: when it is due there, and how far it has come. */
  readonly dueAt: string | null
  readonly relayedAt: string | null
  readonly completeAt: string | null
  readonly remindedAt: string | null
}
const lineColumns = `n.id, n.version, n.title, n.title_en as "titleEn", n.kind, n.valid_to as "validTo", n.minutes, n.relay_by as "relayBy",
  p.name as "publishedByName", n.published_at as "publishedAt", n.superseded_by as "supersededBy", n.withdrawn_at as "withdrawnAt",
  (select min(r.at) from notice_reading r where r.notice_id = n.id and r.person_id = $1) as "readAt",
  x.due_at as "dueAt", x.relayed_at as "relayedAt", x.complete_at as "completeAt",
  (select max(m.at) from notice_reminder m where m.store_id = x.store_id and m.notice_id = n.id) as "remindedAt"`

/** What is in force and addressed to somebody, newest first. `store` adds how far that store has come. */
export const noticesInForce = (
  db: Db,
  person: string,
  today: Day,
  store: string | null,
): Promise<NoticeLine[]> =>
  db.query<NoticeLine>(
    `with ${seats} select ${lineColumns} from notice n join person p on p.id = n.published_by
     left join notice_store x on x.notice_id = n.id and x.store_id = $3
     where ${inForce} and ${addressed} order by n.published_at desc`,
    [person, today, store],
  )

/** What somebody has read and is not in force any more, latest reading first. */
export const noticesBefore = (
  db: Db,
  person: string,
  today: Day,
  before: string | null,
  most: number,
): Promise<NoticeLine[]> =>
  db.query<NoticeLine>(
    `select n.id, n.version, n.title, n.title_en as "titleEn", n.kind, n.valid_to as "validTo", n.minutes, n.relay_by as "relayBy",
       p.name as "publishedByName", n.published_at as "publishedAt", n.superseded_by as "supersededBy", n.withdrawn_at as "withdrawnAt",
       r.at as "readAt", null as "dueAt", null as "relayedAt", null as "completeAt", null as "remindedAt"
     from (select notice_id, max(at) as at from notice_reading where person_id = $1 and ($3::timestamptz is null or at < $3)
       group by notice_id order by 2 desc limit $4) r
     join notice n on n.id = r.notice_id join person p on p.id = n.published_by
     where n.valid_to < $2 or n.superseded_by is not null or n.withdrawn_at is not null order by r.at desc`,
    [person, today, before, most],
  )

/** The stores (the nil uuid: area or headquarters) in which a notice is addressed to somebody; empty where it is not. */
export const addressedIn = async (db: Db, person: string, notice: string, today: Day): Promise<string[]> => {
  const rows = await db.query<{ store: string }>(
    `with ${seats} select distinct coalesce(s.store_id, $4::uuid) as store from notice n join seat s on ${reaches} where n.id = $3`,
    [person, today, notice, companyWide],
  )
  return rows.map((r) => r.store)
}
export const readAtBy = async (db: Db, person: string, notice: string): Promise<string | null> => {
  const row = await one<{ at: string | null }>(
    db,
    'select min(at) as at from notice_reading where notice_id = $2 and person_id = $1',
    [person, notice],
  )
  return row?.at ?? null
}
/** All versions of a notice, the first first. */
export const versionsOf = (db: Db, root: string): Promise<Notice[]> =>
  db.query<Notice>(
    `select ${noticeColumns} from notice n ${noticeJoins} where n.root_id = $1 order by n.version`,
    [root],
  )
