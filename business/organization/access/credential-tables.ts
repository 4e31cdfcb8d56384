import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { phoneIndex, phoneOf } from '../people/phones.ts'
import { phoneFrom } from '../shape.ts'
import type { Owner } from './secret-rules.ts'

export interface Credential {
  readonly person: string
  readonly passwordHash: string
  /** Given by somebody else: to be replaced at the first sign-in. */
  readonly mustChange: boolean
  /** A one-time code does until then. */
  readonly goodUntil: string | null
}

const columns = `c.person_id as person, c.password_hash as "passwordHash", c.must_change as "mustChange",
  c.good_until as "goodUntil"`

/** Whom a login names: a job number, else a phone; only people who are still here. */
export async function credentialOf(
  db: Db,
  keys: Keys,
  login: string,
  today: Day,
): Promise<Credential | undefined> {
  const phone = phoneFrom(login)
  return one<Credential>(
    db,
    `select ${columns} from person p join credential c on c.person_id = p.id
     where (p.job_number = $1 or p.phone_index = $2) and (p.left_on is null or p.left_on >= $3)
     order by p.job_number = $1 desc limit 1`,
    [login, phone === undefined ? null : await phoneIndex(db, keys, phone), today],
  )
}

export const credentialOfPerson = (db: Db, person: string): Promise<Credential | undefined> =>
  one<Credential>(db, `select ${columns} from credential c where c.person_id = $1`, [person])

/** Held to the end of the transaction, so that a session never begins with a password that is being changed. */
export async function isUnchanged(db: Db, { person, passwordHash }: Credential): Promise<boolean> {
  const row = await one<{ hash: string }>(
    db,
    'select password_hash as hash from credential where person_id = $1 for share',
    [person],
  )
  return row?.hash === passwordHash
}

export interface NewPassword {
  readonly hash: string
  readonly mustChange?: boolean
  readonly goodUntil?: Date
}

export async function writePassword(db: Db, person: string, next: NewPassword, now: Date): Promise<void> {
  await db.query(
    `insert into credential (person_id, password_hash, changed_at, must_change, good_until) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at,
       must_change = excluded.must_change, good_until = excluded.good_until`,
    [person, next.hash, now.toISOString(), next.mustChange ?? false, next.goodUntil?.toISOString() ?? null],
  )
}

/** What others know of a person, which therefore makes no password. */
export async function ownerOf(db: Db, keys: Keys, person: string): Promise<Owner | undefined> {
  const row = await one<{ jobNumber: string }>(
    db,
    'select job_number as "jobNumber" from person where id = $1',
    [person],
  )
  return row && { ...row, phone: (await phoneOf(db, keys, person)) ?? null }
}

export const isDemo = async (db: Db): Promise<boolean> =>
  (await db.query('select 1 from company where demo')).length > 0
