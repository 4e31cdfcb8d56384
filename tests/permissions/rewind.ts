import type { Database, Db, TransactionKind } from '../../platform/database/database.ts'
import { fenceWithin, isFenced, takesRole } from '../../platform/database/fence.ts'
import { inside, refuseInside } from '../../platform/database/inside.ts'
import { hours, patiently } from '../../platform/database/patience.ts'
import { Queue } from '../../platform/database/queue.ts'

/**
 * A database whose every change can be taken back: all of it happens inside one transaction that is never
 * committed, and what the product calls a transaction is a savepoint in it. A server on it answers each request
 * from exactly the same state, whatever the requests before it did. Deferred constraints are checked where the
 * product's own commit would check them.
 */
export class Rewinding implements Database {
  readonly #db: Db
  readonly #turns = new Queue()
  readonly #close: () => Promise<void>
  readonly engine: Database['engine']
  readonly #asRole: boolean

  private constructor(db: Db, engine: Database['engine'], asRole: boolean, close: () => Promise<void>) {
    this.#db = db
    this.engine = engine
    this.#asRole = asRole
    this.#close = close
  }

  /** Takes `database` for itself until it is closed. */
  static async over(database: Database): Promise<Rewinding> {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const takenBack = new Error('taken back')
    return new Promise((resolve, reject) => {
      const whole = patiently(hours(12), () =>
        database.transaction(async (db) => {
          const close = async (): Promise<void> => {
            end()
            await whole
            await database.close()
          }
          resolve(new Rewinding(db, database.engine, await takesRole(db), close))
          await ended
          throw takenBack
        }),
      ).catch((fault: unknown) => {
        if (fault !== takenBack) reject(fault)
      })
    })
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    refuseInside(this)
    return this.#turns.run(() => this.#db.query<Row>(sql, parameters))
  }

  transaction<T>(work: (db: Db) => Promise<T>, kind: TransactionKind = {}): Promise<T> {
    refuseInside(this)
    return this.#turns.run(async () => {
      await this.#db.query('savepoint act')
      if (isFenced(kind)) await fenceWithin(this.#db, kind.fence, this.#asRole)
      let open = true
      const db: Db = {
        query: async (sql, parameters) => {
          if (!open) throw new Error('the transaction is over')
          return this.#db.query(sql, parameters)
        },
      }
      try {
        const result = await inside(this, () => work(db))
        // What only looks has changed nothing: with it goes for whom it looked.
        if (kind.readOnly) await this.#db.query('rollback to savepoint act')
        else {
          await this.#db.query('set constraints all immediate')
          await this.#db.query('set constraints all deferred')
          // For whom it was done holds for nobody after it.
          if (isFenced(kind)) await fenceWithin(this.#db, undefined, this.#asRole)
        }
        await this.#db.query('release savepoint act')
        return result
      } catch (error) {
        await this.#db.query('rollback to savepoint act')
        await this.#db.query('release savepoint act')
        throw error
      } finally {
        open = false
      }
    })
  }

  /** Remembers the state as it is now under a name; marks may be set one within the other. */
  async mark(name: string): Promise<void> {
    await this.#turns.run(() => this.#db.query(`savepoint mark_${name}`))
  }
  /** Takes everything back that was done since the mark, which stays. */
  async rewind(name: string): Promise<void> {
    await this.#turns.run(() => this.#db.query(`rollback to savepoint mark_${name}`))
  }
  async forget(name: string): Promise<void> {
    await this.rewind(name)
    await this.#turns.run(() => this.#db.query(`release savepoint mark_${name}`))
  }

  script(): Promise<void> {
    throw new Error('a script would end the transaction that everything lives in')
  }
  async notify(): Promise<void> {
    refuseInside(this)
  }
  async listen(): Promise<() => Promise<void>> {
    return async () => undefined
  }
  readOnlyReason(): undefined {
    return undefined
  }
  close(): Promise<void> {
    return this.#close()
  }
}
