import type { Database, Db } from './database.ts'

/** The same database; `tell` hears how long each statement took (ms), also those that failed. */
export function watched(real: Database, tell: (sql: string, ms: number) => void): Database {
  const timed = (db: Db): Db => ({
    async query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
      const from = performance.now()
      try {
        return await db.query<Row>(sql, parameters)
      } finally {
        tell(sql, performance.now() - from)
      }
    },
  })
  return {
    ...timed(real),
    engine: real.engine,
    transaction: (work, kind) => real.transaction((db) => work(timed(db)), kind),
    script: (sql) => real.script(sql),
    notify: (channel, payload) => real.notify(channel, payload),
    listen: (channel, hear) => real.listen(channel, hear),
    readOnlyReason: () => real.readOnlyReason(),
    close: () => real.close(),
  }
}
