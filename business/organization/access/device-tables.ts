import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { PositionName } from '../shape.ts'

/** A browser that a store has enrolled as its own (店铺设备). */
export interface StoreDevice {
  readonly id: string
  readonly store: string
  readonly name: string
}

/** The enrolled device that this browser is, if it is one. */
export const deviceOfBrowser = (db: Db, browser: string | undefined): Promise<StoreDevice | undefined> =>
  one<StoreDevice>(
    db,
    `select id, store_id as store, name from device where token_hash = $1 and store_id is not null and revoked_at is null`,
    [browser ?? ''],
  )

export interface DeviceLine extends StoreDevice {
  readonly storeName: string
  readonly storeNameEn: string | null
  readonly enrolledBy: string | null
  readonly enrolledAt: string
  /** Last use by whoever signed in on it. */
  readonly seenAt: string
  /** Sessions by PIN that are open on it. */
  readonly sessions: number
}

export const devicesIn = (db: Db, stores: 'all' | readonly string[], now: Date): Promise<DeviceLine[]> =>
  db.query<DeviceLine>(
    `select d.id, d.store_id as store, d.name, s.name as "storeName", s.name_en as "storeNameEn", p.name as "enrolledBy",
       d.enrolled_at as "enrolledAt",
       greatest(d.seen_at, (select max(x.seen_at) from session x where x.device_id = d.id)) as "seenAt",
       (select count(*)::int from session x where x.device_id = d.id and x.kind = 'pin' and x.ended_at is null and x.expires_at > $3
          and x.seen_at > $3::timestamptz - make_interval(secs => x.idle_seconds)) as sessions
     from device d join store s on s.id = d.store_id left join person p on p.id = d.enrolled_by
     where d.revoked_at is null and ($1::boolean or d.store_id = any($2::uuid[])) order by s.code, d.name`,
    [stores === 'all', stores === 'all' ? [] : stores, now.toISOString()],
  )

export const storeOfDevice = async (db: Db, id: string): Promise<string | undefined> =>
  (
    await one<{ store: string }>(
      db,
      'select store_id as store from device where id = $1 and store_id is not null and revoked_at is null',
      [id],
    )
  )?.store

/** Another token with the enrolment: whatever was known of the browser before does not open the store's device. */
export async function insertDevice(
  db: Db,
  d: { id: string; tokenHash: string; store: string; name: string; by: string },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into device (id, token_hash, first_seen_at, seen_at, store_id, name, enrolled_by, enrolled_at)
     values ($1, $2, $3, $3, $4, $5, $6, $3)`,
    [d.id, d.tokenHash, now.toISOString(), d.store, d.name, d.by],
  )
}

/** Its sessions by PIN end with it. Answers whose they were. */
export async function revokeDevice(db: Db, id: string, by: string, now: Date): Promise<string[]> {
  await db.query('update device set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null', [
    id,
    now.toISOString(),
    by,
  ])
  const ended = await db.query<{ person: string }>(
    `update session set ended_at = $2, ended_why = 'device revoked' where device_id = $1 and kind = 'pin' and ended_at is null
     returning person_id as person`,
    [id, now.toISOString()],
  )
  return [...new Set(ended.map(({ person }) => person))]
}

export interface StaffLine {
  readonly person: string
  readonly name: string
  readonly position: PositionName
  readonly hasPin: boolean
}

/** Who holds a position in the store today, and so may sign in on its devices. */
export const staffOf = (db: Db, store: string, today: Day): Promise<StaffLine[]> =>
  db.query<StaffLine>(
    `select distinct on (p.pinyin, p.id) p.id as person, p.name, a.position, k.person_id is not null as "hasPin"
     from appointment a join person p on p.id = a.person_id left join pin k on k.person_id = p.id
     where a.store_id = $1 and a.from_day <= $2 and (a.to_day is null or a.to_day >= $2)
       and (p.left_on is null or p.left_on >= $2)
     order by p.pinyin, p.id, a.position desc`,
    [store, today],
  )

/** Undefined for who is not of that store today, or has no PIN. */
export const pinOf = (
  db: Db,
  person: string,
  store: string,
  today: Day,
): Promise<{ hash: string } | undefined> =>
  one<{ hash: string }>(
    db,
    `select k.pin_hash as hash from pin k join person p on p.id = k.person_id
     where k.person_id = $1 and (p.left_on is null or p.left_on >= $3) and exists (
       select 1 from appointment a where a.person_id = k.person_id and a.store_id = $2
         and a.from_day <= $3 and (a.to_day is null or a.to_day >= $3))`,
    [person, store, today],
  )

/** Held to the end of the transaction: nothing is signed with a PIN that is being changed. */
export async function isStillPin(db: Db, person: string, hash: string): Promise<boolean> {
  const pin = await one<{ hash: string }>(
    db,
    'select pin_hash as hash from pin where person_id = $1 for share',
    [person],
  )
  return pin?.hash === hash
}

/** Held to the end of the transaction: no session begins with a PIN that is being changed or a device being revoked. */
export async function stillGood(db: Db, person: string, hash: string, device: string): Promise<boolean> {
  const isPin = await isStillPin(db, person, hash)
  const enrolled = await db.query(
    'select 1 from device where id = $1 and store_id is not null and revoked_at is null for share',
    [device],
  )
  return isPin && enrolled.length > 0
}

export const hasPin = async (db: Db, person: string): Promise<boolean> =>
  (await db.query('select 1 from pin where person_id = $1', [person])).length > 0

/** Those of them who have a PIN. */
export const withPin = async (db: Db, people: readonly string[]): Promise<string[]> =>
  people.length === 0
    ? []
    : (
        await db.query<{ person: string }>(
          'select person_id as person from pin where person_id = any($1::uuid[]) order by 1',
          [people],
        )
      ).map(({ person }) => person)

export async function writePin(db: Db, person: string, hash: string, now: Date): Promise<void> {
  await db.query(
    `insert into pin (person_id, pin_hash, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update set pin_hash = excluded.pin_hash, changed_at = excluded.changed_at`,
    [person, hash, now.toISOString()],
  )
}
export async function dropPin(db: Db, person: string): Promise<void> {
  await db.query('delete from pin where person_id = $1', [person])
}
export async function endPinSessions(db: Db, person: string, why: string, now: Date): Promise<void> {
  await db.query(
    `update session set ended_at = $2, ended_why = $3 where person_id = $1 and kind = 'pin' and ended_at is null`,
    [person, now.toISOString(), why],
  )
}
