/**
 * One dialect in three sizes: PGlite embedded, PostgreSQL, Citus. Areas see only this.
 * Types on the wire: int8 → number (throws beyond 2^53), numeric → string, date → 'YYYY-MM-DD',
 * timestamptz → ISO 8601 string in UTC, json(b) → parsed, bytea → Buffer, arrays of these → arrays.
 */
export interface Db {
  /** Runs one statement with parameters ($1…), prepared once under a name of its own text. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
}

export interface Database extends Db {
  readonly engine: 'pglite' | 'postgres'
  /** Runs `work` in one transaction; commits when it returns, rolls back when it throws. Resolves after commit. */
  transaction<T>(work: (db: Db) => Promise<T>, kind?: TransactionKind): Promise<T>
  /** Several statements without parameters (migrations). */
  script(sql: string): Promise<void>
  /** Tells listeners on every process of the same database; delivered after commit where called in a transaction. */
  notify(channel: string, payload: string): Promise<void>
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  /** Why writes are refused just now (disk almost full), or undefined. */
  readOnlyReason(): string | undefined
  close(): Promise<void>
}

export interface TransactionKind {
  /**
   * One of thousands alike a day, which finds its few rows by their keys: its statements are planned once for all, where
   * the server would plan each anew for the sake of its parameters.
   */
  readonly often?: boolean
  /** It only looks: what it writes is refused by the database. */
  readonly readOnly?: boolean
  /** For whom it is done: the database itself keeps him from protected rows beyond (`fence.ts`). Without, all is seen. */
  readonly fence?: Fence
}

/** How far somebody sees rows with money or personal data: of which stores, and whose own. */
export interface Fence {
  readonly stores: 'all' | readonly string[]
  readonly person: string
}

/** The only row, or undefined; more than one is a fault. */
export async function one<Row>(
  db: Db,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | undefined> {
  const rows = await db.query<Row>(sql, parameters)
  if (rows.length > 1) throw new Error(`expected one row, got ${rows.length}`)
  return rows[0]
}
