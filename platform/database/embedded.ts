import type { Database, Db, TransactionKind } from './database.ts'
import { DatabaseUnavailable } from './fault.ts'
import { beginOf, isFenced, takesRole } from './fence.ts'
import { inside, refuseInside } from './inside.ts'
import { patience } from './patience.ts'
import { Queue } from './queue.ts'
import { type Engine, Wire } from './wire.ts'
import { databaseWords, inBoth } from './words.ts'

export interface EmbeddedOptions {
  /** A statement longer than this ends the engine, which is then opened again. Milliseconds. */
  readonly statementLimit?: number
  /** The same for scripts and upkeep. Milliseconds. */
  readonly scriptLimit?: number
  /** A transaction that does nothing for this long is rolled back. Milliseconds. */
  readonly idleLimit?: number
}

/**
 * A database on one embedded engine. It has one connection: statements and transactions take turns, first come
 * first served, and never interleave.
 */
export class Embedded implements Database {
  readonly engine = 'pglite'
  readonly #engine: Engine
  readonly #wire: Wire
  readonly #turns = new Queue()
  readonly #hearers = new Map<string, Set<(payload: string) => void>>()
  readonly #statementLimit: number
  readonly #scriptLimit: number
  readonly #idleLimit: number
  #listeningSince = 0
  #readOnly = false
  #reason: () => string | undefined = () => undefined
  #readOnlySince = 0
  #takesRole: boolean | undefined

  constructor(
    engine: Engine,
    { statementLimit = 60_000, scriptLimit = 600_000, idleLimit = 60_000 }: EmbeddedOptions = {},
  ) {
    this.#engine = engine
    this.#statementLimit = statementLimit
    this.#scriptLimit = scriptLimit
    this.#idleLimit = idleLimit
    this.#wire = new Wire(engine, (channel, payload) => {
      for (const hear of this.#hearers.get(channel) ?? []) queueMicrotask(() => hear(payload))
    })
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    refuseInside(this)
    return this.#turn(() => this.#wire.query<Row>(sql, parameters, patience() ?? this.#statementLimit, true))
  }

  transaction<T>(work: (db: Db) => Promise<T>, kind?: TransactionKind): Promise<T> {
    refuseInside(this)
    return this.#turn(() => this.#transaction(work, kind))
  }

  script(sql: string): Promise<void> {
    refuseInside(this)
    return this.#turn(async () => {
      try {
        await this.#wire.simple(sql, this.#scriptLimit)
      } finally {
        // A script that failed halfway may have left its own transaction open.
        await this.#wire.simple('rollback', this.#statementLimit)
      }
    })
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [channel, payload])
  }

  async listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>> {
    const hearers = this.#hearers.get(channel) ?? new Set()
    hearers.add(hear)
    this.#hearers.set(channel, hearers)
    await this.#turn(() => this.#wire.simple(`listen ${quoted(channel)}`, this.#statementLimit))
    return async () => {
      hearers.delete(hear)
      if (hearers.size > 0) return
      this.#hearers.delete(channel)
      await this.#turn(() => this.#wire.simple(`unlisten ${quoted(channel)}`, this.#statementLimit))
    }
  }

  readOnlyReason(): string | undefined {
    return this.#reason()
  }

  /** Asked before every turn: while there is a reason, the engine itself refuses to write. */
  readOnlyWhile(reason: () => string | undefined): void {
    this.#reason = reason
  }

  /** How many turns are waiting or under way. */
  get busy(): number {
    return this.#turns.length
  }

  async close(): Promise<void> {
    await this.#turns.run(() => this.#engine.close())
  }

  async #transaction<T>(work: (db: Db) => Promise<T>, kind?: TransactionKind): Promise<T> {
    let over = false
    let tooIdle: (error: Error) => void = () => undefined
    let timer: NodeJS.Timeout | undefined
    const idleLimit = patience() ?? this.#idleLimit
    const watch = (): void => {
      clearTimeout(timer)
      timer = setTimeout(
        () => tooIdle(new Error(inBoth(databaseWords.transactionIdle, { seconds: idleLimit / 1000 }))),
        idleLimit,
      )
    }
    const idle = new Promise<never>((_, reject) => {
      tooIdle = reject
    })
    const asRole = isFenced(kind) && (await this.#role())
    await this.#wire.simple(beginOf(kind, asRole), this.#statementLimit)
    const generation = this.#engine.generation
    const db: Db = {
      query: async (sql, parameters = []) => {
        if (over) throw new Error('the transaction is over')
        // After a restart of the engine a statement would run, and be kept, without its transaction.
        if (this.#engine.generation !== generation)
          throw new DatabaseUnavailable('the transaction was lost when the engine was opened again')
        clearTimeout(timer)
        try {
          return await this.#wire.query(sql, parameters, patience() ?? this.#statementLimit, false)
        } finally {
          if (!over) watch()
        }
      },
    }
    try {
      watch()
      const result = await Promise.race([inside(this, () => work(db)), idle])
      over = true
      clearTimeout(timer)
      if (this.#engine.generation !== generation)
        throw new DatabaseUnavailable('the transaction was lost when the engine was opened again')
      const tag = await this.#wire.simple('commit', this.#statementLimit)
      if (tag !== 'COMMIT')
        throw new Error('a statement of the transaction had failed, so nothing was committed')
      return result
    } catch (error) {
      over = true
      clearTimeout(timer)
      if (this.#engine.generation === generation) await this.#wire.simple('rollback', this.#statementLimit)
      throw error
    }
  }

  /** Asked once, within a turn. */
  async #role(): Promise<boolean> {
    this.#takesRole ??= await takesRole({
      query: (sql, parameters = []) => this.#wire.query(sql, parameters, this.#statementLimit, true),
    })
    return this.#takesRole
  }

  #turn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      await this.#settle()
      return await work()
    })
  }

  /** Brings the session to what it should be: after a restart of the engine, or a change of the disk. */
  async #settle(): Promise<void> {
    const wanted = this.#reason() !== undefined
    if (wanted !== this.#readOnly || (wanted && this.#readOnlySince !== this.#engine.generation)) {
      await this.#wire.simple(
        `set default_transaction_read_only = ${wanted ? 'on' : 'off'}`,
        this.#statementLimit,
      )
      this.#readOnly = wanted
      this.#readOnlySince = this.#engine.generation
    }
    if (this.#listeningSince !== this.#engine.generation && this.#hearers.size > 0) {
      for (const channel of this.#hearers.keys())
        await this.#wire.simple(`listen ${quoted(channel)}`, this.#statementLimit)
    }
    this.#listeningSince = this.#engine.generation
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
