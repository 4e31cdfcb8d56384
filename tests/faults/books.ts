import { allInvariants } from '../../app/invariants.ts'
import type { Database } from '../../platform/database/database.ts'
import { openDatabase } from '../../platform/database/open.ts'
import { verify } from '../../platform/database/verify.ts'
import type { Kept } from './program.ts'

export interface Books {
  readonly lost: number
  readonly twice: number
  readonly halfDone: number
  readonly broken: readonly string[]
}

/** What the books say of the acknowledged tickets, once nobody writes: each there, once, whole, and everything adds up. */
export async function readBooks(kept: Kept, acknowledged: readonly string[]): Promise<Books> {
  const db = await openDatabase({ databaseUrl: kept.databaseUrl, dataDir: kept.dataFolder })
  try {
    return await booksOf(db, acknowledged)
  } finally {
    await db.close()
  }
}

async function booksOf(db: Database, acknowledged: readonly string[]): Promise<Books> {
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    (await db.query<{ n: number }>(`select count(*)::int as n from (${sql}) x`, values))[0]!.n
  const found = await verify(db, allInvariants)
  return {
    lost: await count(
      'select id from unnest($1::uuid[]) as a (id) except select id from ticket',
      acknowledged,
    ),
    twice: await count(
      `select record from audit_line where action = 'sales.ticket' group by record having count(*) > 1
       union all select id::text from ticket group by id having count(*) > 1`,
    ),
    halfDone: await count(
      `select t.id from ticket t join audit_line l on l.store_id = t.store_id and l.record = t.id::text and l.action = 'sales.ticket'
       where not exists (select 1 from ticket_line i where i.store_id = t.store_id and i.ticket_id = t.id)
         or not exists (select 1 from ticket_tender i where i.store_id = t.store_id and i.ticket_id = t.id)
         or not exists (select 1 from ticket_credit i where i.store_id = t.store_id and i.ticket_id = t.id)
       union all
       select a.id from unnest($1::uuid[]) as a (id) where not exists (
         select 1 from audit_line l where l.record = a.id::text and l.action = 'sales.ticket')`,
      acknowledged,
    ),
    broken: found.filter((f) => f.count > 0).map((f) => `${f.name} (${f.count})`),
  }
}
