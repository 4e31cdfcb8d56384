import { createHash } from 'node:crypto'
import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { offeredTo } from './factor-rules.ts'

export interface Factor {
  readonly id: string
  readonly kind: 'totp' | 'passkey'
  readonly name: string
  readonly madeAt: string
  readonly usedAt: string | null
}

/** Those that count; a one-time password not yet confirmed does not. */
export const factorsOf = (db: Db, person: string): Promise<Factor[]> =>
  db.query<Factor>(
    `select id, kind, name, made_at as "madeAt", used_at as "usedAt" from second_factor
     where person_id = $1 and confirmed_at is not null order by made_at, id`,
    [person],
  )
export const hasFactor = async (db: Db, person: string): Promise<boolean> =>
  (
    await db.query('select 1 from second_factor where person_id = $1 and confirmed_at is not null limit 1', [
      person,
    ])
  ).length > 0

/** In SQL: does person `p` hold, on day `d`, a position that is offered a second step? */
export const isOffered = (p: string, d: string): string => `exists (
  select 1 from appointment o where o.person_id = ${p} and o.from_day <= ${d} and (o.to_day is null or o.to_day >= ${d})
    and o.position in (${offeredTo.map((position) => `'${position}'`).join(', ')}))`

export async function stepState(
  db: Db,
  person: string,
  today: Day,
): Promise<{ isOffered: boolean; isRequired: boolean; has: boolean }> {
  return (await one(
    db,
    `select ${isOffered('$1::uuid', '$2::date')} as "isOffered", c.second_step = 'required' as "isRequired",
       exists (select 1 from second_factor f where f.person_id = $1::uuid and f.confirmed_at is not null) as has
     from company c`,
    [person, today],
  ))!
}

export interface Totp {
  readonly id: string
  readonly secret: Buffer
  readonly lastStep: number
}
export const totpsOf = (db: Db, person: string): Promise<Totp[]> =>
  db.query<Totp>(
    `select id, secret, last_step as "lastStep" from second_factor
     where person_id = $1 and kind = 'totp' and confirmed_at is not null order by made_at`,
    [person],
  )
export const pendingTotp = (db: Db, person: string, id: string): Promise<Totp | undefined> =>
  one<Totp>(
    db,
    `select id, secret, last_step as "lastStep" from second_factor
     where person_id = $1 and id = $2 and kind = 'totp' and confirmed_at is null`,
    [person, id],
  )

/** One beginning at a time: an earlier one that was not finished goes. */
export async function insertTotp(
  db: Db,
  totp: { id: string; person: string; name: string; secret: Buffer },
  now: Date,
): Promise<void> {
  await db.query('delete from second_factor where person_id = $1 and confirmed_at is null', [totp.person])
  await db.query(
    `insert into second_factor (id, person_id, kind, name, made_at, secret, last_step) values ($1, $2, 'totp', $3, $4, $5, 0)`,
    [totp.id, totp.person, totp.name, now.toISOString(), totp.secret],
  )
}

/** Uses the time step up: false when it, or a later one, has been used. Of two at once only one gets it. */
export async function spendStep(db: Db, id: string, step: number, now: Date): Promise<boolean> {
  const used = await db.query(
    `update second_factor set last_step = $2, used_at = $3, confirmed_at = coalesce(confirmed_at, $3)
     where id = $1 and last_step < $2 returning 1`,
    [id, step, now.toISOString()],
  )
  return used.length > 0
}

export interface Passkey {
  readonly id: string
  readonly person: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly signCount: number
  readonly transports: string[]
}
const passkeyColumns = `id, person_id as person, credential_id as "credentialId", public_key as "publicKey", sign_count as "signCount", transports`
export const passkeysOf = (db: Db, person: string): Promise<Passkey[]> =>
  db.query<Passkey>(
    `select ${passkeyColumns} from second_factor where person_id = $1 and kind = 'passkey' order by made_at`,
    [person],
  )
/** Of people who are still here only. */
export const passkeyByCredential = (db: Db, credentialId: string, today: Day): Promise<Passkey | undefined> =>
  one<Passkey>(
    db,
    `select f.${passkeyColumns.replaceAll(', ', ', f.')} from second_factor f join person p on p.id = f.person_id
     where f.credential_id = $1 and (p.left_on is null or p.left_on >= $2)`,
    [credentialId, today],
  )
/** False when the credential is known already. */
export async function insertPasskey(
  db: Db,
  key: Omit<Passkey, 'signCount'> & { name: string; signCount: number },
  now: Date,
): Promise<boolean> {
  const made = await db.query(
    `insert into second_factor (id, person_id, kind, name, made_at, confirmed_at, credential_id, public_key, sign_count, transports)
     values ($1, $2, 'passkey', $3, $4, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning 1`,
    [
      key.id,
      key.person,
      key.name,
      now.toISOString(),
      key.credentialId,
      key.publicKey,
      key.signCount,
      key.transports,
    ],
  )
  return made.length > 0
}
/** False when the key's counter did not go on: somebody has copied it. Keys without a counter stay at 0. */
export async function spendSignature(db: Db, id: string, signCount: number, now: Date): Promise<boolean> {
  const used = await db.query(
    `update second_factor set sign_count = $2, used_at = $3 where id = $1 and (sign_count < $2 or (sign_count = 0 and $2 = 0)) returning 1`,
    [id, signCount, now.toISOString()],
  )
  return used.length > 0
}

export async function dropFactor(db: Db, person: string, id: string): Promise<Factor | undefined> {
  return one<Factor>(
    db,
    `delete from second_factor where person_id = $1 and id = $2 and confirmed_at is not null
     returning id, kind, name, made_at as "madeAt", used_at as "usedAt"`,
    [person, id],
  )
}
export async function dropFactors(db: Db, person: string): Promise<number> {
  const dropped = await db.query('delete from second_factor where person_id = $1 returning 1', [person])
  await db.query('delete from recovery_code where person_id = $1', [person])
  return dropped.length
}

/** Fifty bits of chance need no slow hash. */
const recoveryHash = (person: string, code: string): string =>
  createHash('sha256').update(`${person} ${code}`).digest('hex')

export async function writeRecoveryCodes(
  db: Db,
  person: string,
  codes: readonly string[],
  now: Date,
): Promise<void> {
  await db.query('delete from recovery_code where person_id = $1', [person])
  await db.query(
    `insert into recovery_code (person_id, code_hash, made_at) select $1, hash, $3 from unnest($2::text[]) as hash`,
    [person, codes.map((code) => recoveryHash(person, code)), now.toISOString()],
  )
}
export const recoveryCodesLeft = async (db: Db, person: string): Promise<number> =>
  (await one<{ n: number }>(
    db,
    'select count(*)::int as n from recovery_code where person_id = $1 and used_at is null',
    [person],
  ))!.n
/** Of two at once only one gets it. */
export async function spendRecoveryCode(db: Db, person: string, code: string, now: Date): Promise<boolean> {
  const used = await db.query(
    'update recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null returning 1',
    [person, recoveryHash(person, code), now.toISOString()],
  )
  return used.length > 0
}

/** False when it was used before. */
export async function spendChallenge(db: Db, challenge: string, now: Date): Promise<boolean> {
  const used = await db.query(
    'insert into used_challenge (challenge, used_at) values ($1, $2) on conflict do nothing returning 1',
    [challenge, now.toISOString()],
  )
  return used.length > 0
}
