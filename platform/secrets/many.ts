import type { Db } from '../database/database.ts'
import { type Keys, newKey } from './keys.ts'
import { nameOf } from './subjects.ts'

/** The keys of many subjects at once; those that have none yet get one. Call inside the transaction that writes. */
export async function keysOf(
  db: Db,
  keys: Keys,
  subjects: readonly string[],
  now: Date,
): Promise<Map<string, Buffer>> {
  const known = await knownKeys(db, keys, subjects)
  const missing = subjects.filter((subject) => !known.has(subject))
  if (missing.length === 0) return known
  const made = missing.map((subject) => ({ subject, ...keys.wrap(nameOf(subject), newKey()) }))
  await db.query(
    `insert into subject_key (subject_id, key_id, wrapped, made_at)
     select x.subject, x."keyId", decode(x.wrapped, 'hex'), $2
     from jsonb_to_recordset($1::jsonb) as x (subject uuid, "keyId" text, wrapped text)
     on conflict (subject_id) do nothing`,
    [JSON.stringify(made.map((m) => ({ ...m, wrapped: m.wrapped.toString('hex') }))), now.toISOString()],
  )
  return knownKeys(db, keys, subjects)
}

/** The keys of those of them that have one. */
export async function knownKeys(
  db: Db,
  keys: Keys,
  subjects: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await db.query<{ subject: string; keyId: string; wrapped: Buffer }>(
    'select subject_id as subject, key_id as "keyId", wrapped from subject_key where subject_id = any($1::uuid[])',
    [subjects],
  )
  return new Map(rows.map((row) => [row.subject, keys.unwrap(nameOf(row.subject), row)]))
}
