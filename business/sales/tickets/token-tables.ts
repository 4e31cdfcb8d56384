import type { Db } from '../../../platform/database/database.ts'

export interface TokenLine {
  readonly id: string
  readonly name: string
  readonly store: string
  readonly storeName: string
  readonly person: string
  readonly madeAt: string
  readonly revokedAt: string | null
}

export async function insertToken(
  db: Db,
  token: { id: string; hash: string; name: string; store: string; person: string; by: string; at: Date },
): Promise<void> {
  await db.query(
    'insert into api_token (id, token_hash, name, store_id, person_id, made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [token.id, token.hash, token.name, token.store, token.person, token.at.toISOString(), token.by],
  )
}

/** False when it was revoked before, or is not there. */
export async function endToken(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const ended = await db.query(
    'update api_token set revoked_at = $3, revoked_by = $2 where id = $1 and revoked_at is null returning 1',
    [id, by, at.toISOString()],
  )
  return ended.length > 0
}

export const storeOfToken = async (db: Db, id: string): Promise<string | undefined> =>
  (await db.query<{ store: string }>('select store_id as store from api_token where id = $1', [id]))[0]?.store

export const findTokens = (db: Db): Promise<TokenLine[]> =>
  db.query<TokenLine>(
    `select t.id, t.name, t.store_id as store, s.name as "storeName", p.name as person, t.made_at as "madeAt", t.revoked_at as "revokedAt"
     from api_token t join store s on s.id = t.store_id join person p on p.id = t.person_id
     order by t.revoked_at is not null, s.code, t.made_at desc`,
  )
