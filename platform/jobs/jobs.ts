import { createHash } from 'node:crypto'
import PgBoss from 'pg-boss'
import type { Database, Db } from '../database/database.ts'

/** What a job is given; plain JSON. */
export type JobData = Readonly<Record<string, unknown>>

export interface SendOptions {
  /**
   * The same name and key are one job, however often they are sent: the first send makes it, the others do nothing,
   * until it has been done and forgotten (30 days). Made of what the job is about: `report:2026-08-01:<store>`.
   */
  readonly key: string
  /** Not before this instant. */
  readonly after?: Date
  /** A transaction's db: the job exists exactly when the transaction is kept. */
  readonly within?: Db
}

export interface ScheduleOptions {
  /** IANA name; the cron expression is read in it. */
  readonly timeZone: string
  readonly data?: JobData
}

export interface Jobs {
  /**
   * Does the jobs of this name, one at a time in this process, each by one process only. A handler that throws, or
   * whose process dies, is tried again, so a handler must bear being run twice.
   */
  work<Data extends JobData>(name: string, handler: (data: Data) => Promise<void>): Promise<void>
  /** False when there was already one of this key. */
  send(name: string, data: JobData, options: SendOptions): Promise<boolean>
  /** Sends a job of this name at the times of a cron expression of five fields. One schedule a name; the last holds. */
  schedule(name: string, cron: string, options: ScheduleOptions): Promise<void>
  unschedule(name: string): Promise<void>
  /** Waits for what is under way, `patience` milliseconds at most. */
  stop(patience?: number): Promise<void>
}

export interface JobsOptions {
  /** How often each name's queue is looked at. Seconds. */
  readonly every?: number
  readonly complain?: (error: Error) => void
}

const day = 86_400
const remembered = {
  archiveCompletedAfterSeconds: 7 * day,
  archiveFailedAfterSeconds: 7 * day,
  deleteAfterDays: 23,
}
const tries = { retryLimit: 5, retryDelay: 10, retryBackoff: true, expireInSeconds: 900, retentionDays: 30 }

/** Starts the work queue on a database of either engine; its tables are a schema of their own, made on first start. */
export async function startJobs(
  db: Database,
  { every = 2, complain = complainOnStderr }: JobsOptions = {},
): Promise<Jobs> {
  const boss = new PgBoss({ db: adapter(db), ...remembered })
  boss.on('error', complain)
  await boss.start()
  const known = new Set<string>()
  const queue = async (name: string): Promise<void> => {
    if (known.has(name)) return
    await boss.createQueue(name, { name, ...tries })
    known.add(name)
  }
  return {
    async work<Data extends JobData>(name: string, handler: (data: Data) => Promise<void>) {
      await queue(name)
      await boss.work<Data>(name, { pollingIntervalSeconds: every, batchSize: 1 }, async ([job]) => {
        if (job) await handler(job.data)
      })
    },
    async send(name, data, { key, after, within }) {
      await queue(name)
      const id = await boss.send(name, data, {
        id: idOf(name, key),
        ...(after && { startAfter: after }),
        ...(within && { db: adapter(within) }),
      })
      return id !== null
    },
    async schedule(name, cron, { timeZone, data = {} }) {
      await queue(name)
      await boss.schedule(name, cron, data, { tz: timeZone })
    },
    unschedule: (name) => boss.unschedule(name),
    async stop(patience = 10_000) {
      const stopped = new Promise<void>((resolve) => boss.once('stopped', resolve))
      await boss.stop({ graceful: true, timeout: patience, wait: true })
      await stopped
    },
  }
}

/** The queue's statements over our own database. Those of several statements bring their own transaction and no rows. */
function adapter(db: Db & Partial<Pick<Database, 'script'>>): PgBoss.Db {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      if (values.length === 0 && /^\s*begin\s*;/i.test(text) && db.script) {
        await db.script(text)
        return { rows: [] }
      }
      return { rows: await db.query(text, values) }
    },
  }
}

/** The same name and key, the same id: the queue's primary key then refuses the second. */
function idOf(name: string, key: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([name, key]))
    .digest('hex')
  // Marked as a version 8 UUID: one whose bits are one's own.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const complainOnStderr = (error: Error): void => {
  process.stderr.write(`jobs: ${error.message}\n`)
}
