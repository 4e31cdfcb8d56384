import { type Db, one } from '../database/database.ts'

/** Photographs of a store that a new one is compared with. */
const comparedWith = 300
/** Pictures that differ in no more of their 64 bits look alike. */
const alike = 5

export interface PhotoRow {
  readonly store: string
  readonly id: string
  readonly subject: string
  readonly by: string
  readonly takenAt: string
  readonly hash: string
  readonly smallHash: string
}
export const photoById = (db: Db, store: string, id: string): Promise<PhotoRow | undefined> =>
  one<PhotoRow>(
    db,
    `select store_id as store, id, subject, by, taken_at as "takenAt", hash, small_hash as "smallHash" from photo
     where store_id = $1 and id = $2`,
    [store, id],
  )

export interface NewPhoto {
  readonly store: string
  readonly id: string
  readonly subject: string
  readonly by: string
  readonly at: Date
  readonly takenAt: Date
  readonly code: number | null
  readonly hash: string
  readonly smallHash: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly fingerprint: string
}
export const insertPhoto = (db: Db, p: NewPhoto): Promise<unknown> =>
  db.query(
    `insert into photo (store_id, id, subject, by, at, taken_at, code, hash, small_hash, bytes, width, height, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::text::bit(64))`,
    [
      p.store,
      p.id,
      p.subject,
      p.by,
      p.at.toISOString(),
      p.takenAt.toISOString(),
      p.code,
      p.hash,
      p.smallHash,
      p.bytes,
      p.width,
      p.height,
      p.fingerprint,
    ],
  )

/**
 * From now on a record shows them; each is told which earlier one of the store's last it looks like. False where one of them is
 * not there, is of something else or is shown already; `again`: it may be.
 */
export async function keepPhotos(
  db: Db,
  {
    store,
    subject,
    ids,
    at,
    again = false,
  }: { store: string; subject: string; ids: readonly string[]; at: Date; again?: boolean },
): Promise<boolean> {
  if (ids.length === 0) return true
  const kept = await db.query(
    `update photo p set kept_at = coalesce(p.kept_at, $4), like_id = (
       select l.id from (select o.id, o.at, bit_count(o.fingerprint # p.fingerprint) as apart from photo o
         where o.store_id = $1 and o.id <> p.id and (o.kept_at is not null or (o.id = any($3::uuid[]) and o.id < p.id))
         order by o.at desc limit ${comparedWith}) l
       where l.apart <= ${alike} order by l.apart, l.at desc limit 1)
     where p.store_id = $1 and p.subject = $2 and p.id = any($3::uuid[]) and (p.kept_at is null or $5::boolean)
     returning p.id`,
    [store, subject, [...ids], at.toISOString(), again],
  )
  return kept.length === ids.length
}

/** What is told of a photograph beside it. */
export interface PhotoSeen {
  readonly id: string
  readonly byName: string
  readonly takenAt: string
  readonly at: string
  readonly code: number | null
  /** When the earlier one of the store was taken that it looks like, and by whom. */
  readonly likeAt: string | null
  readonly likeBy: string | null
}
/** A column of a statement: what is told of the photograph that `id` names in `store`, or null. */
export const photoSeen = (store: string, id: string): string =>
  `(select json_build_object('id', ph.id, 'byName', pn.name, 'takenAt', ph.taken_at, 'at', ph.at, 'code', ph.code,
    'likeAt', lk.taken_at, 'likeBy', ln.name) from photo ph join person pn on pn.id = ph.by
    left join photo lk on lk.store_id = ph.store_id and lk.id = ph.like_id left join person ln on ln.id = lk.by
    where ph.store_id = ${store} and ph.id = ${id})`

/** Those that no record took within the days given to it. */
export const forgetUnkept = (db: Db, before: Date): Promise<unknown> =>
  db.query('delete from photo where kept_at is null and at < $1', [before.toISOString()])
/** Of these hashes those that a photograph has. */
export const hashesKnown = (db: Db, hashes: readonly string[]): Promise<{ hash: string }[]> =>
  db.query<{ hash: string }>(
    `select hash from photo where hash = any($1::text[]) union select small_hash from photo where small_hash = any($1::text[])`,
    [[...hashes]],
  )
/** All hashes, some at a time, in their order. */
export const hashesAfter = (db: Db, after: string, most: number): Promise<{ hash: string }[]> =>
  db.query<{ hash: string }>(
    `select hash from (select hash from photo where hash > $1 union select small_hash from photo where small_hash > $1) h
     order by hash limit $2`,
    [after, most],
  )
