import { type House, houseOn } from '../app/house.ts'
import { OrganizationDirectory } from '../business/organization/directory.ts'
import type { Database } from '../platform/database/database.ts'
import { testDatabase } from '../platform/database/testing.ts'
import { newId } from '../platform/kinds/id.ts'
import type { Language } from '../platform/kinds/words.ts'
import type { Outcome } from '../platform/server/outcome.ts'

export interface PersonAtDoor {
  do(action: string, input: unknown, key?: string): Promise<Outcome>
  see(view: string, input?: unknown): Promise<Outcome>
}
export interface TestDoor {
  readonly house: House
  readonly database: Database
  /** Somebody with this session; undefined is signed out. */
  as(
    person: string | undefined,
    at?: { now?: Date; language?: Language; address?: string; browser?: string },
  ): PersonAtDoor
}

/** The whole door on a migrated database in memory; people come in by a session row, as over HTTP. */
export async function testDoor(now: Date, database?: Database): Promise<TestDoor> {
  const db = database ?? (await testDatabase())
  const house = houseOn(db)
  const as = (
    person: string | undefined,
    at: { now?: Date; language?: Language; address?: string; browser?: string } = {},
  ): PersonAtDoor => {
    const moment = at.now ?? now
    const caller = async () => ({
      actor: person === undefined ? undefined : await actorOf(db, person, moment),
      language: at.language ?? ('zh' as const),
      address: at.address ?? '127.0.0.1',
      now: moment,
      ...(at.browser ? { browser: at.browser } : {}),
    })
    return {
      do: async (action, input, key = newId()) =>
        house.door.perform(action, input, { ...(await caller()), key }, 'action'),
      see: async (view, input = {}) => house.door.perform(view, input, await caller(), 'view'),
    }
  }
  return { house, database: db, as }
}

async function actorOf(db: Database, person: string, now: Date) {
  const token = `test-${person}-${now.getTime()}`
  await db.query(
    `insert into session (token_hash, person_id, device, signed_in_at, seen_at, expires_at)
     values ($1, $2, 'test', $3, $3, $3::timestamptz + interval '1 day') on conflict do nothing`,
    [token, person, now.toISOString()],
  )
  return new OrganizationDirectory().actorOfSession(db, token, now)
}

/** The answer of an outcome that must not be a refusal. */
export function answerOf<T>(outcome: Outcome): T {
  if (!outcome.ok)
    throw new Error(
      `refused: ${outcome.problem.why} ${outcome.problem.title} ${JSON.stringify(outcome.problem.fields ?? '')}`,
    )
  return outcome.answer as T
}
export const whyOf = (outcome: Outcome): string | undefined => (outcome.ok ? undefined : outcome.problem.why)
