import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { type Db, one } from '../../platform/database/database.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { ActionContext } from '../../platform/server/door.ts'

const sessionDays = 7
const freeAttempts = 5
const longestWait = 15 * 60_000

export const hashPassword = (password: string): Promise<string> => hash(password)

export async function setPassword(db: Db, person: string, password: string, now: Date): Promise<void> {
  await setPasswordHash(db, person, await hashPassword(password), now)
}

export async function setPasswordHash(
  db: Db,
  person: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into credential (person_id, password_hash, changed_at) values ($1, $2, $3)
     on conflict (person_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
    [person, passwordHash, now.toISOString()],
  )
}

/** Only the hash of the token is kept; the token itself lives in the cookie. */
export async function startSession(context: ActionContext, person: string, device = 'web'): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const expires = new Date(context.now.getTime() + sessionDays * 86_400_000)
  await context.db.query(
    'insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
    [
      createHash('sha256').update(token).digest('hex'),
      person,
      device,
      context.now.toISOString(),
      expires.toISOString(),
    ],
  )
  context.cookie(token)
}

export async function endSessions(
  db: Db,
  person: string,
  why: string,
  now: Date,
  except?: string,
): Promise<void> {
  await db.query(
    `update session set ended_at = $2, ended_why = $3 where person_id = $1 and ended_at is null and token_hash <> coalesce($4, '')`,
    [person, now.toISOString(), why, except ?? null],
  )
}

/** Checked even where nobody has this login, so that the time taken tells nothing. */
let decoy: Promise<string> | undefined

/**
 * Who this login and password belong to. Failures are counted for login and address together, and make that
 * pair wait longer and longer (to 15 minutes): nobody can lock out somebody else.
 */
export async function checkPassword(
  db: Db,
  login: string,
  password: string,
  address: string,
  now: Date,
): Promise<string | Refusal<'wrongLogin' | 'waitBeforeTrying'>> {
  const attempt = await one<{ failures: number; last_at: string }>(
    db,
    'select failures, last_at from sign_in_attempt where login = $1 and address = $2',
    [login, address],
  )
  if (attempt && attempt.failures >= freeAttempts) {
    const wait = Math.min(longestWait, 30_000 * 2 ** (attempt.failures - freeAttempts))
    const left = new Date(attempt.last_at).getTime() + wait - now.getTime()
    if (left > 0) return refuse('waitBeforeTrying', { minutes: Math.ceil(left / 60_000) })
  }
  const found = await one<{ id: string; password_hash: string }>(
    db,
    `select p.id, c.password_hash from person p join credential c on c.person_id = p.id
     where (p.job_number = $1 or p.phone = $1) and (p.left_on is null or p.left_on >= $2::timestamptz::date)
     order by p.job_number = $1 desc limit 1`,
    [login, now.toISOString()],
  )
  decoy ??= hash(randomBytes(12).toString('hex'))
  const right = await verify(found?.password_hash ?? (await decoy), password)
  if (found && right) {
    await db.query('delete from sign_in_attempt where login = $1 and address = $2', [login, address])
    return found.id
  }
  return refuse('wrongLogin')
}

/** Kept outside the refused transaction, or the count would be rolled back with it. */
export async function countFailure(db: Db, login: string, address: string, now: Date): Promise<void> {
  await db.query(
    `insert into sign_in_attempt as a (login, address, failures, last_at) values ($1, $2, 1, $3)
     on conflict (login, address) do update set last_at = excluded.last_at,
       failures = case when a.last_at < excluded.last_at - interval '1 hour' then 1 else a.failures + 1 end`,
    [login.slice(0, 80), address, now.toISOString()],
  )
}
