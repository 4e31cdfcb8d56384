import type { Db } from '../database/database.ts'

/** Claims the key for this action; what was answered before where it is known already, 'reused' where it was for something else. */
export async function claimKey(
  db: Db,
  actor: string,
  key: string,
  action: string,
  bodyHash: string,
): Promise<{ answer: unknown } | 'reused' | undefined> {
  const claimed = await db.query(
    `insert into idempotency_key (actor_id, key, action, body_hash) values ($1, $2, $3, $4)
     on conflict (actor_id, key) do nothing returning key`,
    [actor, key, action, bodyHash],
  )
  if (claimed.length > 0) return undefined
  const kept = await keptAnswer(db, actor, key)
  if (!kept || kept.action !== action || kept.body_hash !== bodyHash) return 'reused'
  return { answer: kept.answer }
}

export async function keptAnswer(
  db: Db,
  actor: string,
  key: string,
): Promise<{ action: string; body_hash: string; answer: unknown } | undefined> {
  const [kept] = await db.query<{ action: string; body_hash: string; answer: unknown }>(
    'select action, body_hash, answer from idempotency_key where actor_id = $1 and key = $2',
    [actor, key],
  )
  return kept
}
