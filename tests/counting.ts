import type { Database, Db } from '../platform/database/database.ts'

/** What was asked of a database: statements, among them those of transactions, and the transactions themselves. */
export interface Counted {
  statements: number
  transactions: number
}

/** The same database, with what goes through it counted. A statement is a round trip; a transaction has two more. */
export function counting(real: Database): { database: Database; since(): Counted } {
  let now: Counted = { statements: 0, transactions: 0 }
  const counted = (db: Db): Db => ({
    query: (sql, parameters) => {
      now.statements += 1
      return db.query(sql, parameters)
    },
  })
  const database: Database = {
    ...counted(real),
    engine: real.engine,
    transaction: (work, kind) => {
      now.transactions += 1
      return real.transaction((db) => work(counted(db)), kind)
    },
    script: (sql) => real.script(sql),
    notify: (channel, payload) => real.notify(channel, payload),
    listen: (channel, hear) => real.listen(channel, hear),
    readOnlyReason: () => real.readOnlyReason(),
    close: () => real.close(),
  }
  return {
    database,
    since() {
      const was = now
      now = { statements: 0, transactions: 0 }
      return was
    },
  }
}
