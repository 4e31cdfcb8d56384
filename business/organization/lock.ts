import type { Db } from '../../platform/database/database.ts'

/**
 * Changes to the organization are rare and must see each other (one manager a store on any day), so they
 * take turns: one lock for all of them, held to the end of the transaction.
 */
export async function takeTurns(db: Db): Promise<void> {
  await db.query('select pg_advisory_xact_lock(7301002)')
}
