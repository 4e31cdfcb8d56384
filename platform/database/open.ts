import type { Database } from './database.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

export interface Where {
  /** A PostgreSQL address; without one the database is embedded in `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
}

export const openDatabase = ({ databaseUrl, dataDir }: Where): Promise<Database> =>
  databaseUrl ? openPostgres(databaseUrl) : openPglite(dataDir)
