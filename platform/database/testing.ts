import { createHash } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, Db } from './database.ts'
import { makeTemplate } from './durable.ts'
import { dumpMemory, openMemory } from './memory.ts'
import { readMigrations, runMigrations } from './migrate.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'jingwei')
export const migrationsFolder = join(root, 'database')

/**
 * A migrated database in memory, one a test file. The migrated cluster is kept under node_modules/.cache, named by
 * the migrations' checksums, so that only the first test after a change of the schema waits for it.
 */
export async function testDatabase(folder: string = migrationsFolder): Promise<Database> {
  return openMemory({ snapshot: await migratedSnapshot(folder) })
}

/** A migrated database filled by `prepare`, as a snapshot for `openMemory`. */
export async function filledSnapshot(prepare: (db: Database) => Promise<void>): Promise<Blob> {
  return dumpMemory(prepare, await migratedSnapshot(migrationsFolder))
}

/** Runs `work` in a transaction and takes everything back, whatever it returns. */
export async function rolledBack<T>(db: Database, work: (db: Db) => Promise<T>): Promise<T> {
  const takenBack = new Error('taken back')
  let result: { value: T } | undefined
  try {
    await db.transaction(async (inside) => {
      result = { value: await work(inside) }
      throw takenBack
    })
  } catch (error) {
    if (error !== takenBack) throw error
  }
  if (!result) throw new Error('the work did not run')
  return result.value
}

/** An empty cluster for tests that open a folder: made once, kept in the cache. */
export async function clusterTemplate(): Promise<string> {
  const path = join(cache, 'cluster.tgz')
  if (!(await exists(path))) await makeTemplate(path)
  return path
}

/** A database in memory with nothing in it, quickly. */
export async function emptyDatabase(): Promise<Database> {
  return openMemory({ snapshot: await snapshot('empty', [], async () => undefined) })
}

async function migratedSnapshot(folder: string): Promise<Blob> {
  const migrations = await readMigrations(folder)
  const checksums = migrations.flatMap(({ name, checksum }) => [name, checksum])
  return snapshot('migrated', checksums, async (db) => {
    await runMigrations(db, migrations)
  })
}

/** What `prepare` makes of an empty cluster, kept under a name of everything it depends on. */
async function snapshot(
  kind: string,
  key: readonly string[],
  prepare: (db: Database) => Promise<void>,
): Promise<Blob> {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const hash = createHash('sha256')
    .update(JSON.stringify([engine, (await stat(engine)).size, ...key]))
    .digest('hex')
  const path = join(cache, `${kind}-${hash.slice(0, 24)}.tar`)
  if (!(await exists(path))) {
    const made = await dumpMemory(prepare)
    await mkdir(cache, { recursive: true })
    const beside = `${path}.${process.pid}`
    await writeFile(beside, Buffer.from(await made.arrayBuffer()))
    await rename(beside, path)
    await forgetOld()
  }
  return openAsBlob(path)
}

async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return found !== undefined
}

/** Snapshots of schemas that nobody has used today. */
async function forgetOld(): Promise<void> {
  const yesterday = Date.now() - 86_400_000
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    if (name.startsWith('migrated-') && (await stat(path)).mtimeMs < yesterday)
      await rm(path, { force: true })
  }
}
