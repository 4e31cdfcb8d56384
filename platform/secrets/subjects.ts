import type { Db } from '../database/database.ts'
import { type Keys, newKey, open, seal, type Wrapped } from './keys.ts'

/** Whose data it is: a person or a customer, by id. Each has a key of his own; with it destroyed his data is gone. */
type Subject = string

export const nameOf = (subject: Subject): string => `subject ${subject}`
interface KeyRow extends Wrapped {
  readonly subject: Subject
}

/** The subject's key, made where there is none yet. Call inside the transaction that writes what it seals. */
export async function keyOf(db: Db, keys: Keys, subject: Subject, now: Date): Promise<Buffer> {
  const known = await knownKey(db, keys, subject)
  if (known) return known
  const { keyId, wrapped } = keys.wrap(nameOf(subject), newKey())
  await db.query(
    'insert into subject_key (subject_id, key_id, wrapped, made_at) values ($1, $2, $3, $4) on conflict (subject_id) do nothing',
    [subject, keyId, wrapped, now.toISOString()],
  )
  // Whoever was first made the key that counts.
  return (await knownKey(db, keys, subject))!
}

/** Undefined where none was made, or it was destroyed. */
export async function knownKey(db: Db, keys: Keys, subject: Subject): Promise<Buffer | undefined> {
  const [row] = await db.query<KeyRow>(
    'select subject_id as subject, key_id as "keyId", wrapped from subject_key where subject_id = $1',
    [subject],
  )
  return row && keys.unwrap(nameOf(subject), row)
}

/** `field` says what it is, so that one sealed value put in another's place does not open. */
export async function sealFor(
  db: Db,
  keys: Keys,
  subject: Subject,
  field: string,
  text: string,
  now: Date,
): Promise<Buffer> {
  return seal(await keyOf(db, keys, subject, now), field, Buffer.from(text, 'utf8'))
}

/** Undefined where the subject's key was destroyed. */
export async function openFor(
  db: Db,
  keys: Keys,
  subject: Subject,
  field: string,
  sealed: Buffer,
): Promise<string | undefined> {
  const key = await knownKey(db, keys, subject)
  return key && open(key, field, sealed).toString('utf8')
}

/** Ids of master keys that something in this database is wrapped with and that are not at hand. */
export async function missingKeys(db: Db, keys: Keys): Promise<string[]> {
  const used = await db.query<{ keyId: string }>('select distinct key_id as "keyId" from subject_key')
  return used.map(({ keyId }) => keyId).filter((keyId) => !keys.knows(keyId))
}
