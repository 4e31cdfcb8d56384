import { type Database, type Db, one } from '../../../platform/database/database.ts'

/** How long an import stays with a process that says nothing, how often it speaks, how often others look; milliseconds. */
export interface LeaseTimes {
  readonly silence: number
  readonly beat: number
  readonly look: number
}
export const leaseTimes: LeaseTimes = { silence: 30_000, beat: 8_000, look: 10_000 }

/** A process that holds an import. */
export interface Holder {
  readonly import: string
  readonly holder: string
}

/** Thrown in a process that was taken for dead: another one does the import now, this one writes nothing more of it. */
export class LeaseLost extends Error {
  constructor({ import: id }: Holder) {
    super(`import ${id} is done by another process`)
  }
}

/** After so many processes ended in the middle of it, an import is not tried by another. */
const mostTries = 3

const free = '(held_until is null or held_until < clock_timestamp())'

export interface Waiting {
  readonly id: string
  readonly file: string
  readonly tries: number
}
/** Imports that nobody does, the oldest first; those of the command line can only be done where they were started. */
export const findWaiting = (db: Db): Promise<Waiting[]> =>
  db.query<Waiting>(
    `select id, file_id as file, tries from import where state = 'running' and file_id is not null and ${free} order by at, id`,
  )

/** Takes an import that nobody does, unless some other one is being done: they are let in one after the other. */
export async function takeImport(database: Database, held: Holder, times: LeaseTimes): Promise<boolean> {
  return database.transaction(async (db) => {
    await db.query('select pg_advisory_xact_lock(7301060)')
    // Who is written down in the middle of a batch is alive, whatever the clock says: that row is passed over.
    const taken = await db.query(
      `update import i set holder = $2, held_until = clock_timestamp() + $3 * interval '1 millisecond', tries = i.tries + 1
       where i.id = (select id from import where id = $1 and state = 'running' and ${free} for update skip locked)
         and not exists (select from import o where o.state = 'running' and o.id <> $1 and o.held_until >= clock_timestamp())
       returning 1`,
      [held.import, held.holder, times.silence],
    )
    return taken.length > 0
  })
}

/** Says that it is still at it; false when it is no longer its own. */
export async function keepImport(db: Db, held: Holder, times: LeaseTimes): Promise<boolean> {
  const kept = await db.query(
    `update import set held_until = clock_timestamp() + $3 * interval '1 millisecond'
     where id = $1 and holder = $2 and state = 'running' returning 1`,
    [held.import, held.holder, times.silence],
  )
  return kept.length > 0
}

/** Within a transaction that books: it stays this process's until the commit, or nothing of it is booked. */
export async function stayHolder(db: Db, held: Holder): Promise<void> {
  const row = await one(
    db,
    `select 1 from import where id = $1 and holder = $2 and state = 'running' for share`,
    [held.import, held.holder],
  )
  if (!row) throw new LeaseLost(held)
}

/** Speaks up for an import until told to stop. */
export function beat(database: Database, held: Holder, times: LeaseTimes): () => void {
  const timer = setInterval(() => {
    // A beat that fails is made good by the next; if none comes through, the import is another's, and rightly so.
    keepImport(database, held, times).catch((fault: unknown) =>
      console.error(`import ${held.import}:`, fault),
    )
  }, times.beat)
  timer.unref()
  return () => clearInterval(timer)
}

/** Gives up what can never be done: begun at the command line and left there, or tried too often. */
export const failAbandoned = (db: Db): Promise<{ id: string }[]> =>
  db.query(
    `update import set state = 'failed', failure = 'interrupted', finished_at = now()
     where state = 'running' and ${free} and (tries >= $1 or (file_id is null and (held_until is not null or at < now() - interval '1 hour'))) returning id`,
    [mostTries],
  )

/** In a database that only one process can open, whoever held an import before is gone. */
export const freeAll = (db: Db): Promise<unknown> =>
  db.query(`update import set held_until = '-infinity' where state = 'running' and held_until is not null`)
