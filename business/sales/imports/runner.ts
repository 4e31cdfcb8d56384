import type { Database, Db } from '../../../platform/database/database.ts'
import type { Uploads } from '../../../platform/files/uploads.ts'
import { type Day, localDay } from '../../../platform/kinds/day.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import { type RunResult, type RunWhy, runImport } from './run.ts'
import { sayWhy } from './say.ts'
import { companyTimeZone, failImport, failInterrupted, findImport } from './tables.ts'

const channel = 'imports'

/** Tells the runner, once the transaction is committed, that an import waits to be done. */
export async function announceImport(db: Db, id: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [channel, id])
}

export interface RunnerOptions {
  readonly uploads: Uploads
  readonly keys: Keys
  readonly clock: () => Date
  /** Called when an import has ended, however it ended: screens look again. */
  readonly ended?: (id: string) => void
}

/**
 * Does announced imports one after the other, beside all other work. Returns a stop that waits for the one under
 * way. What was running when the program last stopped is marked as interrupted.
 */
export async function startImportRunner(
  database: Database,
  options: RunnerOptions,
): Promise<() => Promise<void>> {
  const stale = new Date(options.clock().getTime() - (database.engine === 'pglite' ? 0 : 6 * 3_600_000))
  await failInterrupted(database, stale)
  let stopped = false
  let line: Promise<void> = Promise.resolve()
  const deaf = await database.listen(channel, (id) => {
    line = line.then(async () => {
      if (!stopped) await runAnnounced(database, id, options)
    })
    line.catch((fault: unknown) => console.error(`import ${id}:`, fault))
  })
  return async () => {
    stopped = true
    await deaf()
    await line
  }
}

async function runAnnounced(
  database: Database,
  id: string,
  { uploads, keys, clock, ended }: RunnerOptions,
): Promise<void> {
  const row = await findImport(database, id)
  if (row?.state !== 'running' || row.file === null) return
  try {
    const today = localDay(clock(), await companyTimeZone(database))
    const result = await importNow(database, {
      id,
      path: uploads.pathOf(row.file),
      keys,
      settings: row.settings,
      by: row.by,
      today,
      clock,
    })
    if (isRefusal(result)) await failImport(database, id, sayWhy(result.refused, result.facts, 'zh'), clock())
  } catch (fault) {
    console.error(`import ${id}:`, fault)
    await failImport(database, id, fault instanceof Error ? fault.message : String(fault), clock())
  } finally {
    ended?.(id)
  }
}

export function importNow(
  database: Database,
  job: {
    id: string
    path: string
    keys: Keys
    settings: Parameters<typeof runImport>[1]['settings']
    by: string
    today: Day
    clock: () => Date
    onProgress?: (share: number, rows: number) => void
  },
): Promise<RunResult | Refusal<RunWhy>> {
  return runImport(database, {
    id: job.id,
    path: job.path,
    keys: job.keys,
    settings: job.settings,
    by: job.by,
    today: job.today,
    now: job.clock,
    onProgress: job.onProgress ?? (() => undefined),
  })
}
