import type { Sentence } from '../kinds/words.ts'
import type { Database } from './database.ts'
import { hours, patiently } from './patience.ts'

/** Something that must hold in the data. `sql` is one SELECT that returns the rows where it does not. */
export interface Invariant {
  readonly name: string
  readonly says: Sentence
  readonly sql: string
}

export interface Verified {
  readonly name: string
  readonly says: Sentence
  /** How many rows offend; 0 when it holds. */
  readonly count: number
  /** Five of them at most. */
  readonly sample: readonly Record<string, unknown>[]
}

/** Tries each invariant on the data as it is, each in a moment of its own. An invariant that is not SQL throws. */
export function verify(db: Database, invariants: readonly Invariant[]): Promise<Verified[]> {
  return patiently(hours(1), async () => {
    const found: Verified[] = []
    for (const { name, says, sql } of invariants) {
      const [answer] = await db.query<{ count: number; sample: Record<string, unknown>[] }>(
        `with offending as materialized (${sql})
         select (select count(*) from offending) as count,
           (select coalesce(jsonb_agg(to_jsonb(few)), '[]') from (select * from offending limit 5) few) as sample`,
      )
      found.push({ name, says, count: answer?.count ?? 0, sample: answer?.sample ?? [] })
    }
    return found
  })
}
