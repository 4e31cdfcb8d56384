import type { Db } from '../database/database.ts'

export interface KeptAnswer {
  readonly action: string
  readonly bodyHash: string
  readonly answer: unknown
}

/** What an act of this key was answered, by the same person. */
export async function keptAnswer(db: Db, actor: string, key: string): Promise<KeptAnswer | undefined> {
  const [kept] = await db.query<KeptAnswer>(
    'select action, body_hash as "bodyHash", answer from idempotency_key where actor_id = $1 and key = $2',
    [actor, key],
  )
  return kept
}
