import { createHash } from 'node:crypto'
import type { Database, Db } from '../../../platform/database/database.ts'
import { type Count, type Kind, standing, waitFor } from './throttle-rules.ts'

export interface Counted {
  readonly kind: Kind
  readonly key: string
}
interface Row {
  kind: Kind
  key: string
  failures: number
  lastAt: string
}

export const counted = (kind: Kind, ...of: readonly string[]): Counted => ({
  kind,
  key: createHash('sha256').update(JSON.stringify(of)).digest('hex'),
})

const countOf = (row: Row): Count => ({ failures: row.failures, lastAt: new Date(row.lastAt) })

/**
 * Takes a try before it is made: one is added to each count, unless one of them says to wait. Of many tries sent at
 * the same moment only as many get through as the budget has. Answers the wait in milliseconds, or what now stands.
 */
export function takeTry(
  database: Database,
  by: readonly Counted[],
  now: Date,
): Promise<{ wait: number } | { failures: ReadonlyMap<Kind, number> }> {
  return database.transaction(async (db) => {
    // Locks the counts, in one order for everybody.
    const rows = await db.query<Row>(
      `insert into wrong_try as t (kind, key, failures, last_at)
       select kind, key, 0, $3 from unnest($1::text[], $2::text[]) as x (kind, key) order by 1, 2
       on conflict (kind, key) do update set failures = t.failures
       returning kind, key, failures, last_at as "lastAt"`,
      [by.map((c) => c.kind), by.map((c) => c.key), now.toISOString()],
    )
    const wait = Math.max(0, ...rows.map((row) => waitFor(row.kind, countOf(row), now)))
    if (wait > 0) return { wait }
    const counts = rows.map((row) => ({
      ...row,
      failures: standing(row.kind, countOf(row), now).failures + 1,
    }))
    await db.query(
      `update wrong_try t set failures = x.failures, last_at = $4
       from unnest($1::text[], $2::text[], $3::int[]) as x (kind, key, failures) where t.kind = x.kind and t.key = x.key`,
      [counts.map((c) => c.kind), counts.map((c) => c.key), counts.map((c) => c.failures), now.toISOString()],
    )
    return { failures: new Map(counts.map((c) => [c.kind, c.failures])) }
  })
}

/** Looks only: how long a try would have to wait. Milliseconds. */
export async function waitOf(db: Db, { kind, key }: Counted, now: Date): Promise<number> {
  const [row] = await db.query<Row>(
    'select kind, key, failures, last_at as "lastAt" from wrong_try where kind = $1 and key = $2',
    [kind, key],
  )
  return row ? waitFor(kind, countOf(row), now) : 0
}

/** Adds one after the fact; what stood there long ago does not count. Answers the count. */
export async function addTry(
  db: Db,
  { kind, key }: Counted,
  now: Date,
  forgetAfter: number,
): Promise<number> {
  const [row] = await db.query<{ failures: number }>(
    `insert into wrong_try as t (kind, key, failures, last_at) values ($1, $2, 1, $3)
     on conflict (kind, key) do update set last_at = excluded.last_at,
       failures = case when t.last_at < excluded.last_at - make_interval(secs => $4) then 1 else t.failures + 1 end
     returning failures`,
    [kind, key, now.toISOString(), forgetAfter / 1000],
  )
  return row?.failures ?? 1
}

/** The try was right: what was counted against the person himself is forgotten. */
export async function forgetTries(db: Db, by: readonly Counted[]): Promise<void> {
  await db.query(
    `delete from wrong_try t using unnest($1::text[], $2::text[]) as x (kind, key) where t.kind = x.kind and t.key = x.key`,
    [by.map((c) => c.kind), by.map((c) => c.key)],
  )
}

/** Gives back a try that was taken and not made, or turned out right where others still count. */
export async function giveBack(db: Db, by: readonly Counted[]): Promise<void> {
  await db.query(
    `update wrong_try t set failures = greatest(0, t.failures - 1)
     from unnest($1::text[], $2::text[]) as x (kind, key) where t.kind = x.kind and t.key = x.key`,
    [by.map((c) => c.kind), by.map((c) => c.key)],
  )
}
