import pg from 'pg'
import type { Database, Db, TransactionKind } from './database.ts'
import { DatabaseUnavailable, isStalePlan, SqlFault } from './fault.ts'
import { beginOf, isFenced, takesRole } from './fence.ts'
import { inside, refuseInside } from './inside.ts'
import { patience } from './patience.ts'
import { Listening } from './postgres-listen.ts'
import { Queue } from './queue.ts'
import { nameOf } from './statements.ts'
import { parameter, readerOf } from './types.ts'

export interface PostgresOptions {
  /** Connections at most. */
  readonly size?: number
  /** A statement longer than this is cancelled by the server. Milliseconds. */
  readonly statementLimit?: number
  /** A transaction that does nothing for this long is ended by the server. Milliseconds. */
  readonly idleLimit?: number
  /** Told what went wrong on a connection nobody was using just then. */
  readonly hear?: (error: Error) => void
}

/** PostgreSQL 15+ at `url`. Throws `DatabaseUnavailable` when it cannot be reached. */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const database = new Postgres(url, options)
  try {
    await database.query('select 1')
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

class Postgres implements Database {
  readonly engine = 'postgres'
  readonly #pool: pg.Pool
  readonly #listening: Listening
  #takesRole: Promise<boolean> | undefined

  constructor(
    url: string,
    { size = 10, statementLimit = 60_000, idleLimit = 60_000, hear = complain }: PostgresOptions,
  ) {
    const connection: pg.ClientConfig = {
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      types: { getTypeParser: (oid: number) => readerOf(oid) } as pg.CustomTypesConfig,
      // Many small questions at once: a second worker for one takes a core from another, and its start alone takes longer.
      options:
        '-c max_parallel_workers_per_gather=0 -c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1',
      application_name: 'jingwei',
    }
    this.#pool = new pg.Pool({
      ...connection,
      max: size,
      // Named statements live as long as their connection: an hour bounds what they hold.
      maxLifetimeSeconds: 3600,
      statement_timeout: statementLimit,
      idle_in_transaction_session_timeout: idleLimit,
    })
    // A restart of the server breaks idle connections and those in use: neither may end this process.
    this.#pool.on('error', hear)
    this.#pool.on('connect', (client) => client.on('error', hear))
    this.#listening = new Listening(connection, hear)
  }

  query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    refuseInside(this)
    if (patience()) return this.transaction((db) => db.query<Row>(sql, parameters))
    return this.#withClient(async (client) => {
      try {
        return await run<Row>(client, sql, parameters)
      } catch (error) {
        if (!(error instanceof SqlFault && isStalePlan(error.code, error.message))) throw error
        await client.query('deallocate all')
        forgetStatements(client)
        return await run<Row>(client, sql, parameters)
      }
    })
  }

  async transaction<T>(work: (db: Db) => Promise<T>, kind?: TransactionKind): Promise<T> {
    refuseInside(this)
    const asRole = isFenced(kind) && (await this.#role())
    return this.#withClient(async (client) => {
      let open = true
      const line = new Queue()
      const db: Db = {
        query: async (sql, parameters = []) => {
          if (!open) throw new Error('the transaction is over')
          return await line.run(() => run(client, sql, parameters))
        },
      }
      await plain(client, beginOf(kind, asRole))
      const limit = patience()
      if (limit)
        await plain(
          client,
          `set local statement_timeout = ${limit}; set local idle_in_transaction_session_timeout = ${limit}`,
        )
      try {
        const result = await inside(this, () => work(db))
        open = false
        const tag = await line.run(() => plain(client, 'commit'))
        if (tag !== 'COMMIT')
          throw new Error('a statement of the transaction had failed, so nothing was committed')
        return result
      } catch (error) {
        open = false
        await line
          .run(() => plain(client, 'rollback'))
          .catch((lost: unknown) => {
            throw new DatabaseUnavailable('the connection was lost during a transaction', {
              cause: lost ?? error,
            })
          })
        throw error
      }
    })
  }

  /** Asked once: what somebody connects as does not change. */
  #role(): Promise<boolean> {
    this.#takesRole ??= takesRole(this).catch((fault: unknown) => {
      this.#takesRole = undefined
      throw fault
    })
    return this.#takesRole
  }

  async script(sql: string): Promise<void> {
    refuseInside(this)
    await this.#withClient(async (client) => {
      // Migrations may take longer than a request may; a failed one must not leave its transaction open.
      await plain(client, 'set statement_timeout = 0')
      try {
        await plain(client, sql)
      } finally {
        await plain(client, 'rollback')
        await plain(client, 'reset statement_timeout')
      }
    })
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [channel, payload])
  }

  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>> {
    return this.#listening.listen(channel, hear)
  }

  readOnlyReason(): undefined {
    return undefined
  }

  async close(): Promise<void> {
    await this.#listening.close()
    if (!this.#pool.ended) await this.#pool.end()
  }

  async #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new DatabaseUnavailable(`the database cannot be reached: ${text(error)}`, { cause: error })
    })
    let broken = false
    try {
      return await work(client)
    } catch (error) {
      broken = !(error instanceof SqlFault) || error.code.startsWith('57P')
      throw error
    } finally {
      // After a fault that is not the statement's own the connection is not trusted again.
      client.release(broken)
    }
  }
}

async function run<Row>(client: pg.ClientBase, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  const values = parameters.map(parameter)
  try {
    return (await client.query({ name: nameOf(sql), text: sql, values })).rows as Row[]
  } catch (error) {
    throw understood(error, sql)
  }
}

async function plain(client: pg.ClientBase, sql: string): Promise<string> {
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(sql)
    return Array.isArray(result) ? '' : result.command
  } catch (error) {
    throw understood(error, sql)
  }
}

function understood(error: unknown, sql: string): Error {
  if (error instanceof pg.DatabaseError) return new SqlFault(error, sql.slice(0, 500), { cause: error })
  if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) return error
  return new DatabaseUnavailable(`the connection to the database was lost: ${text(error)}`, { cause: error })
}

/** The driver remembers which names it has prepared; after `deallocate all` it must not. */
function forgetStatements(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { parsedStatements: Record<string, string> } }
  connection.parsedStatements = {}
}

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const complain = (error: Error): void => {
  process.stderr.write(`database connection: ${error.message}\n`)
}
