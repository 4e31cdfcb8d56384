import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database, Db } from './database.ts'
import { isViolation, SqlFault } from './fault.ts'
import { databaseWords, inBoth } from './words.ts'

export interface Migration {
  /** The file's name: '0001-organization.sql'. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text, hexadecimal; line endings do not count. */
  readonly checksum: string
}

/** The migrations of a folder in the order of their names. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Runs the migrations of `folder` that have not been run, each in one transaction with its own record.
 * Refuses when a landed file was changed or is missing. Several processes may call it at once.
 * Returns the names it ran.
 */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  return runMigrations(db, await readMigrations(folder))
}

export async function runMigrations(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  await db.script(`begin; ${alone}
    create table if not exists migrations (name text primary key, checksum text not null, run_at timestamptz not null default now());
    commit`)
  await checkLanded(db, migrations)
  const landed = new Set((await landedMigrations(db)).map(({ name }) => name))
  const ran: string[] = []
  for (const migration of migrations) {
    if (landed.has(migration.name)) continue
    if (await run(db, migration)) ran.push(migration.name)
  }
  if (ran.length > 0) await checkLanded(db, migrations)
  return ran
}

export const landedMigrations = (db: Db): Promise<{ name: string; checksum: string }[]> =>
  db.query('select name, checksum from migrations order by name')

/** Names of the migrations that this database still lacks: all of them where nothing was ever made in it. */
export async function missingMigrations(db: Db, folder: string): Promise<string[]> {
  const [there] = await db.query<{ there: boolean }>(`select to_regclass('migrations') is not null as there`)
  const landed = new Set(there?.there ? (await landedMigrations(db)).map(({ name }) => name) : [])
  return (await readMigrations(folder)).flatMap(({ name }) => (landed.has(name) ? [] : [name]))
}

async function checkLanded(db: Database, migrations: readonly Migration[]): Promise<void> {
  for (const { name, checksum } of await landedMigrations(db)) {
    const file = migrations.find((migration) => migration.name === name)
    if (!file) throw new Error(inBoth(databaseWords.migrationMissing, { name }))
    if (file.checksum !== checksum) throw new Error(inBoth(databaseWords.migrationChanged, { name }))
  }
}

/** False when another process ran it while this one waited for the lock. */
async function run(db: Database, { name, sql, checksum }: Migration): Promise<boolean> {
  try {
    await db.script(`begin; ${alone}
      insert into migrations (name, checksum) values (${literal(name)}, ${literal(checksum)});
      ${sql}
      ;commit`)
    return true
  } catch (error) {
    if (isViolation(error, 'unique', 'migrations_pkey')) return false
    if (!(error instanceof SqlFault)) throw error
    throw new Error(inBoth(databaseWords.migrationFailed, { name, reason: error.message }), { cause: error })
  }
}

/** One migrating process at a time; the number is only this project's own. */
const alone = 'select pg_advisory_xact_lock(5226014);'
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
