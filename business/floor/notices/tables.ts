import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Listener } from './rules.ts'
import type { Briefing, Content, Notice } from './shape.ts'

export const noticeColumns = `n.id, n.root_id as root, n.version, n.corrects, n.title, n.title_en as "titleEn", n.body, n.body_en as "bodyEn", n.kind,
  n.positions, n.areas, n.stores, n.area_id as area, n.valid_from as "validFrom", n.valid_to as "validTo", n.minutes,
  n.relay_by as "relayBy", n.published_by as "publishedBy", p.name as "publishedByName", n.published_at as "publishedAt",
  n.superseded_by as "supersededBy", w.name as "withdrawnByName", n.withdrawn_at as "withdrawnAt", n.withdrawn_why as "withdrawnWhy"`
export const noticeJoins = `join person p on p.id = n.published_by left join person w on w.id = n.withdrawn_by`

export const findNotice = (db: Db, id: string): Promise<Notice | undefined> =>
  one<Notice>(db, `select ${noticeColumns} from notice n ${noticeJoins} where n.id = $1`, [id])
/** Corrections, withdrawals and relays of one notice follow one another. */
export const holdNotice = (db: Db, id: string, how: 'share' | 'update' = 'update'): Promise<unknown> =>
  db.query(`select id from notice where id = $1 for ${how}`, [id])

export interface NewNotice extends Omit<Content, 'despiteLoad'> {
  readonly root: string
  readonly version: number
  readonly corrects: string | null
  readonly area: string | null
  readonly by: string
  readonly at: Date
}
export async function insertNotice(db: Db, n: NewNotice): Promise<void> {
  await db.query(
    `insert into notice (id, root_id, version, corrects, title, title_en, body, body_en, kind, positions, area_id, areas, stores,
       valid_from, valid_to, minutes, relay_by, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text[], $11, $12::uuid[], $13::uuid[], $14, $15, $16, $17, $18, $19)`,
    [
      n.id,
      n.root,
      n.version,
      n.corrects,
      n.title,
      n.titleEn,
      n.body,
      n.bodyEn,
      n.kind,
      n.positions,
      n.area,
      n.areas,
      n.stores,
      n.validFrom,
      n.validTo,
      n.minutes,
      n.relayBy,
      n.by,
      n.at.toISOString(),
    ],
  )
}

/** The stores that it concerns; dueAt null where it is only read. */
export async function insertStores(
  db: Db,
  notice: string,
  stores: readonly { readonly store: string; readonly dueAt: Date | null }[],
): Promise<void> {
  await db.query(
    `insert into notice_store (store_id, notice_id, due_at)
     select s.store, $1, s.due from unnest($2::uuid[], $3::timestamptz[]) as s (store, due)`,
    [notice, stores.map((s) => s.store), stores.map((s) => s.dueAt?.toISOString() ?? null)],
  )
}

export async function supersede(db: Db, notice: string, by: string, at: Date): Promise<boolean> {
  const rows = await db.query(
    'update notice set superseded_by = $2, superseded_at = $3 where id = $1 and superseded_by is null returning id',
    [notice, by, at.toISOString()],
  )
  return rows.length === 1
}
export const writeWithdrawal = (
  db: Db,
  w: { notice: string; by: string; at: Date; why: string },
): Promise<unknown> =>
  db.query('update notice set withdrawn_by = $2, withdrawn_at = $3, withdrawn_why = $4 where id = $1', [
    w.notice,
    w.by,
    w.at.toISOString(),
    w.why,
  ])

export interface StoreStanding {
  readonly store: string
  readonly dueAt: string | null
  readonly relayedAt: string | null
  readonly completeAt: string | null
}
export const standingOf = (db: Db, store: string, notice: string): Promise<StoreStanding | undefined> =>
  one<StoreStanding>(
    db,
    `select store_id as store, due_at as "dueAt", relayed_at as "relayedAt", complete_at as "completeAt"
     from notice_store where store_id = $1 and notice_id = $2`,
    [store, notice],
  )
/** Receipts and relays of one store follow one another, so that the last of them sees all. */
export const holdStore = (db: Db, store: string, notice: string): Promise<unknown> =>
  db.query('select store_id from notice_store where store_id = $1 and notice_id = $2 for update', [
    store,
    notice,
  ])

export async function insertRelay(
  db: Db,
  r: {
    id: string
    store: string
    notice: string
    day: Day
    briefing: Briefing
    by: string
    onBehalfOf: string | null
    at: Date
    words: string | null
    people: readonly string[]
  },
): Promise<void> {
  await db.query(
    `insert into notice_relay (store_id, id, notice_id, day, briefing, by, on_behalf_of, at, words) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [r.store, r.id, r.notice, r.day, r.briefing, r.by, r.onBehalfOf, r.at.toISOString(), r.words],
  )
  await db.query(
    'insert into notice_told (store_id, relay_id, person_id) select $1, $2, unnest($3::uuid[])',
    [r.store, r.id, [...new Set(r.people)]],
  )
  await db.query(
    'update notice_store set relayed_at = $3 where store_id = $1 and notice_id = $2 and relayed_at is null',
    [r.store, r.notice, r.at.toISOString()],
  )
}
export const findRelay = (db: Db, store: string, id: string): Promise<{ notice: string } | undefined> =>
  one(db, 'select notice_id as notice from notice_relay where store_id = $1 and id = $2', [store, id])

/** A person's own receipt, in each of the stores (the nil uuid: none) in which it is addressed to him; once. */
export const insertReadings = (
  db: Db,
  r: { notice: string; person: string; stores: readonly string[]; at: Date },
): Promise<{ store: string }[]> =>
  db.query(
    `insert into notice_reading (store_id, notice_id, person_id, at) select unnest($3::uuid[]), $1, $2, $4
     on conflict do nothing returning store_id as store`,
    [r.notice, r.person, r.stores, r.at.toISOString()],
  )

export const writeComplete = (db: Db, store: string, notice: string, at: Date): Promise<unknown> =>
  db.query(
    'update notice_store set complete_at = $3 where store_id = $1 and notice_id = $2 and complete_at is null',
    [store, notice, at.toISOString()],
  )

/** The associates of a store on a day, and what each has of the notice. */
export const listenersOf = (db: Db, store: string, notice: string, day: Day): Promise<Listener[]> =>
  db.query<Listener>(
    `select p.id as person, p.name,
       exists (select 1 from person_away w where w.person_id = p.id and $3 between w.from_day and w.to_day) as away,
       exists (select 1 from notice_relay r join notice_told t on t.store_id = r.store_id and t.relay_id = r.id
         where r.store_id = $1 and r.notice_id = $2 and t.person_id = p.id) as told,
       (select min(g.at) from notice_reading g where g.notice_id = $2 and g.person_id = p.id and g.store_id = $1) as "readAt"
     from (select distinct a.person_id from appointment a where a.store_id = $1 and a.position = 'salesAssociate'
       and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3)) h
     join person p on p.id = h.person_id where p.left_on is null or p.left_on >= $3 order by p.pinyin, p.id`,
    [store, notice, day],
  )

export interface Relay {
  readonly id: string
  readonly at: string
  readonly day: Day
  readonly briefing: Briefing
  readonly byName: string
  readonly words: string | null
  readonly told: number
}
export const relaysOf = (db: Db, store: string, notice: string): Promise<Relay[]> =>
  db.query<Relay>(
    `select r.id, r.at, r.day, r.briefing, p.name as "byName", r.words,
       (select count(*)::int from notice_told t where t.store_id = r.store_id and t.relay_id = r.id) as told
     from notice_relay r join person p on p.id = r.by where r.store_id = $1 and r.notice_id = $2 order by r.at`,
    [store, notice],
  )

/** Reminders reach every store of these that has not finished and was not reminded just now. */
export const insertReminders = (
  db: Db,
  r: {
    notice: string
    stores: readonly string[] | null
    area: string | null
    today: Day
    by: string
    at: Date
    since: Date
  },
): Promise<{ store: string }[]> =>
  db.query(
    `insert into notice_reminder (store_id, id, notice_id, by, at)
     select x.store_id, gen_random_uuid(), x.notice_id, $4, $5 from notice_store x
     where x.notice_id = $1 and x.due_at is not null and x.complete_at is null and ($2::uuid[] is null or x.store_id = any($2))
       and ($3::uuid is null or $3 = (select m.area_id from store_area m where m.store_id = x.store_id and m.from_day <= $7
         order by m.from_day desc limit 1))
       and not exists (select 1 from notice_reminder o where o.store_id = x.store_id and o.notice_id = x.notice_id and o.at > $6)
     returning store_id as store`,
    [r.notice, r.stores, r.area, r.by, r.at.toISOString(), r.since.toISOString(), r.today],
  )
export const unfinished = async (
  db: Db,
  notice: string,
  stores: readonly string[] | null,
): Promise<boolean> =>
  (
    await db.query(
      `select 1 from notice_store where notice_id = $1 and due_at is not null and complete_at is null
         and ($2::uuid[] is null or store_id = any($2)) limit 1`,
      [notice, stores],
    )
  ).length > 0
