import type { Db } from '../platform/database/database.ts'

/** Columns of one table with their PostgreSQL types, and how a row fills them. */
export interface Bulk<Row> {
  readonly table: string
  readonly columns: readonly (readonly [name: string, type: string, value: (row: Row) => unknown])[]
}

/** Inserts many rows a statement: one array a column, opened by unnest. */
export async function insertAll<Row>(
  db: Db,
  bulk: Bulk<Row>,
  rows: readonly Row[],
  batch = 4_000,
): Promise<void> {
  const names = bulk.columns.map(([name]) => name).join(', ')
  const arrays = bulk.columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ')
  const sql = `insert into ${bulk.table} (${names}) select * from unnest(${arrays})`
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch)
    await db.query(
      sql,
      bulk.columns.map(([, , value]) => part.map(value)),
    )
  }
}

/**
 * Rows that this generator links itself need no look-up of each link; `verify` proves them afterwards. Only an
 * owner of the whole server may do so, which the embedded database is; elsewhere the checks stay on.
 */
export async function withoutReferenceChecks(db: Db): Promise<void> {
  const [role] = await db.query<{ owner: boolean }>(
    'select rolsuper as owner from pg_roles where rolname = current_user',
  )
  if (role?.owner) await db.query('set local session_replication_role = replica')
}
