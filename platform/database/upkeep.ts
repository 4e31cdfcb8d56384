import type { Database } from './database.ts'

export interface UpkeepOptions {
  /** How often it looks. Milliseconds. */
  readonly every?: number
  /** A checkpoint after this many bytes written, so that a crash is recovered in seconds and the log stays small. */
  readonly checkpointBytes?: number
  /** And after this long when anything was written at all. Milliseconds. */
  readonly checkpointAfter?: number
  /** How often tables are looked at for dead rows and stale statistics. Milliseconds. */
  readonly vacuumEvery?: number
}

/**
 * The embedded engine has no background processes: nobody else writes checkpoints, removes dead rows or
 * counts rows for the planner.
 */
export class Upkeep {
  readonly #database: Database
  readonly #written: () => number
  readonly #options: Required<UpkeepOptions>
  readonly #complain: (error: unknown) => void
  readonly #timer: NodeJS.Timeout
  #writtenAtCheckpoint = 0
  #checkpointAt = Date.now()
  #vacuumAt = Date.now()
  #atWork: Promise<void> | undefined

  constructor(
    database: Database,
    written: () => number,
    complain: (error: unknown) => void,
    {
      every = 5000,
      checkpointBytes = 64 << 20,
      checkpointAfter = 300_000,
      vacuumEvery = 600_000,
    }: UpkeepOptions = {},
  ) {
    this.#database = database
    this.#written = written
    this.#complain = complain
    this.#options = { every, checkpointBytes, checkpointAfter, vacuumEvery }
    this.#timer = setInterval(() => this.#tick(), every)
    this.#timer.unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#atWork
  }

  #tick(): void {
    this.#atWork ??= this.#work()
      .catch(this.#complain)
      .finally(() => {
        this.#atWork = undefined
      })
  }

  async #work(): Promise<void> {
    const now = Date.now()
    if (this.#database.readOnlyReason() === undefined && now - this.#vacuumAt >= this.#options.vacuumEvery) {
      this.#vacuumAt = now
      await vacuum(this.#database)
    }
    const written = this.#written() - this.#writtenAtCheckpoint
    const due = now - this.#checkpointAt >= this.#options.checkpointAfter
    if (written >= this.#options.checkpointBytes || (due && written > 0)) {
      await this.#database.script('checkpoint')
      this.#writtenAtCheckpoint = this.#written()
      this.#checkpointAt = now
    }
  }
}

/** One table a turn, so that people wait for one table at most. Thresholds are those of PostgreSQL's own autovacuum. */
export async function vacuum(database: Database): Promise<string[]> {
  const due = await database.query<{ name: string }>(`
    select format('%I.%I', schemaname, s.relname) as name
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) or s.n_mod_since_analyze > 50 + 0.1 * greatest(c.reltuples, 0)
    order by 1`)
  for (const { name } of due) await database.script(`vacuum (analyze) ${name}`)
  return due.map(({ name }) => name)
}
