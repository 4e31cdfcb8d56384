import { existsSync } from 'node:fs'
import type { Database, Db } from '../../../platform/database/database.ts'
import type { Uploads } from '../../../platform/files/uploads.ts'
import { type Day, localDay } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import {
  beat,
  failAbandoned,
  findWaiting,
  freeAll,
  type Holder,
  LeaseLost,
  type LeaseTimes,
  leaseTimes,
  takeImport,
} from './lease.ts'
import { type RunResult, type RunWhy, runImport } from './run.ts'
import { sayWhy } from './say.ts'
import { companyTimeZone, failImport, findImport } from './tables.ts'

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
  readonly lease?: LeaseTimes
}

/**
 * Does imports one after the other, beside all other work: those that are announced, and those whose process fell
 * silent. Of several processes on one database, one does each. Returns a stop that waits for the one under way.
 */
export async function startImportRunner(
  database: Database,
  options: RunnerOptions,
): Promise<() => Promise<void>> {
  if (database.engine === 'pglite') await freeAll(database)
  const times = options.lease ?? leaseTimes
  let stopped = false
  let line: Promise<void> = Promise.resolve()
  let isLooking = false
  const look = () => {
    if (isLooking || stopped) return
    isLooking = true
    line = line.then(async () => {
      isLooking = false
      await doWaiting(database, options, times, () => stopped)
    })
    line = line.catch((fault: unknown) => console.error('imports:', fault))
  }
  const deaf = await database.listen(channel, look)
  const timer = setInterval(look, times.look)
  timer.unref()
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    await deaf()
    await line
  }
}

/** Everything that nobody does, as long as there is something. */
async function doWaiting(
  database: Database,
  options: RunnerOptions,
  times: LeaseTimes,
  isStopped: () => boolean,
): Promise<void> {
  for (const { id } of await failAbandoned(database)) options.ended?.(id)
  const passed = new Set<string>()
  while (!isStopped()) {
    const next = (await findWaiting(database)).find((w) => !passed.has(w.id))
    if (!next) return
    passed.add(next.id)
    const held = { import: next.id, holder: newId() }
    // A file that lies with another server is that one's to read.
    if (!existsSync(options.uploads.pathOf(next.file)) && !(await isLongAgo(database, next.id))) continue
    if (await takeImport(database, held, times)) await runHeld(database, held, options, times)
  }
}
const isLongAgo = async (db: Db, id: string): Promise<boolean> =>
  (await db.query(`select 1 from import where id = $1 and at < now() - interval '1 hour'`, [id])).length > 0

async function runHeld(
  database: Database,
  held: Holder,
  { uploads, keys, clock, ended }: RunnerOptions,
  times: LeaseTimes,
): Promise<void> {
  const row = await findImport(database, held.import)
  if (row?.state !== 'running' || row.file === null) return
  const hush = beat(database, held, times)
  const fail = (failure: string) => failImport(database, held, failure, clock())
  try {
    const today = localDay(clock(), await companyTimeZone(database))
    const result = await importNow(database, {
      held,
      path: uploads.pathOf(row.file),
      keys,
      settings: row.settings,
      by: row.by,
      today,
      clock,
    })
    if (isRefusal(result)) await fail(sayWhy(result.refused, result.facts, 'zh'))
  } catch (fault) {
    console.error(`import ${held.import}:`, fault)
    if (!(fault instanceof LeaseLost)) await fail(fault instanceof Error ? fault.message : String(fault))
  } finally {
    hush()
    ended?.(held.import)
  }
}

export function importNow(
  database: Database,
  job: {
    held: Holder
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
    held: job.held,
    path: job.path,
    keys: job.keys,
    settings: job.settings,
    by: job.by,
    today: job.today,
    now: job.clock,
    onProgress: job.onProgress ?? (() => undefined),
  })
}
