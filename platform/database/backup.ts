import { randomUUID } from 'node:crypto'
import { damaged, type Manifest, type Part, readBackup, writeBackup } from './backup-file.ts'
import {
  countRows,
  foreignKeysOf,
  identifier,
  sequencesOf,
  type Table,
  tablesOf,
  tablesWithTriggers,
} from './catalogue.ts'
import type { Database, Db } from './database.ts'
import { landedMigrations } from './migrate.ts'
import { hours, patiently } from './patience.ts'
import { databaseWords, inBoth } from './words.ts'

export interface Carried {
  readonly tables: number
  readonly rows: number
}

const batch = 500
/** A batch of rows is sent when it is this long, even with few rows in it. Characters. */
const heavy = 4 << 20

/**
 * Writes every table of the schema `public` as of one moment to one file, in bounded memory. On PostgreSQL others
 * work on meanwhile; the embedded engine has one connection, and they wait.
 */
export function backup(db: Database, file: string): Promise<Carried> {
  return patiently(hours(6), () =>
    db.transaction(async (t) => {
      const { tables, manifest } = await asOfNow(t, db.engine)
      return { tables: tables.length, rows: await writeBackup(file, manifest, partsOf(t, tables)) }
    }),
  )
}

/** Holds still what the rest of the transaction reads. */
async function asOfNow(t: Db, engine: string): Promise<{ tables: Table[]; manifest: Manifest }> {
  await t.query('set transaction isolation level repeatable read, read only')
  // Whoever may not see all rows gets an error here, not a backup with holes.
  await t.query('set local row_security = off')
  const tables = await tablesOf(t)
  const manifest: Manifest = {
    jingwei: 'backup',
    version: 1,
    madeAt: new Date().toISOString(),
    engine,
    migrations: await landedMigrations(t),
    sequences: await sequencesOf(t),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  }
  return { tables, manifest }
}

/**
 * Reads a backup into a database that is migrated to the same schema and empty, on either engine. All or nothing:
 * row counts and foreign keys are checked before it is kept.
 */
export function restore(db: Database, file: string): Promise<Carried> {
  return patiently(hours(6), () =>
    db.transaction(async (t) => {
      let carried: Carried = { tables: 0, rows: 0 }
      await readBackup(file, async (manifest, parts) => {
        carried = await takeIn(t, manifest, parts)
      })
      return carried
    }),
  )
}

/**
 * Carries all data of one database straight into another that is migrated to the same schema and empty, both held
 * still meanwhile: the same checks as a restore. `compare` reads what must be equal in both, before it is kept.
 */
export function carryOver(
  from: Database,
  to: Database,
  compare: (there: Db, here: Db) => Promise<void>,
): Promise<Carried> {
  return patiently(hours(12), () =>
    from.transaction((there) =>
      to.transaction(async (here) => {
        const { tables, manifest } = await asOfNow(there, from.engine)
        const carried = await takeIn(here, manifest, each(partsOf(there, tables)))
        await compare(there, here)
        return carried
      }),
    ),
  )
}

async function* each(parts: AsyncIterable<readonly Part[]>): AsyncGenerator<Part> {
  for await (const some of parts) yield* some
}

/** Fills the tables from a backup's parts, without their links while it does. */
async function takeIn(t: Db, manifest: Manifest, parts: AsyncIterable<Part>): Promise<Carried> {
  const tables = await fittingTables(t, manifest)
  const keys = await foreignKeysOf(t)
  const guarded = await tablesWithTriggers(t)
  // Without them the order of tables and rows does not matter; put back, they check every row.
  for (const { table, name } of keys)
    await t.query(`alter table ${identifier(table)} drop constraint ${identifier(name)}`)
  for (const table of guarded) await t.query(`alter table ${identifier(table)} disable trigger user`)
  const counts = await fill(t, tables, parts)
  await t.query('set constraints all immediate')
  for (const { table, name, definition } of keys) {
    await t.query(`alter table ${identifier(table)} add constraint ${identifier(name)} ${definition}`)
  }
  for (const table of guarded) await t.query(`alter table ${identifier(table)} enable trigger user`)
  for (const { name, last, called } of manifest.sequences) {
    await t.query('select setval($1::regclass, $2, $3)', [identifier(name), last, called])
  }
  return { tables: tables.length, rows: await checkCounts(t, tables, counts) }
}

async function* partsOf(t: Db, tables: readonly Table[]): AsyncGenerator<Part[]> {
  const run = randomUUID().slice(0, 8)
  for (const [i, { name, columns }] of tables.entries()) {
    const cursor = identifier(`backup_${run}_${i}`)
    const values = columns.map((column) => `${identifier(column.name)}::text`).join(', ')
    await t.query(
      `declare ${cursor} no scroll cursor for select to_json(array[${values}]::text[])::text as row from ${identifier(name)}`,
    )
    yield [{ table: name }]
    let rows = 0
    for (;;) {
      const some = await t.query<{ row: string }>(`fetch ${batch} from ${cursor}`)
      rows += some.length
      yield some
      if (some.length < batch) break
    }
    await t.query(`close ${cursor}`)
    yield [{ end: name, rows }]
  }
}

/** The tables of the backup, once it is sure that this database has the same ones, and nothing in them. */
async function fittingTables(t: Db, manifest: Manifest): Promise<Table[]> {
  const here = await landedMigrations(t)
  const there = manifest.migrations
  for (let i = 0; i < Math.max(here.length, there.length); i++) {
    if (here[i]?.name !== there[i]?.name || here[i]?.checksum !== there[i]?.checksum) {
      throw new Error(inBoth(databaseWords.backupOtherShape, { name: there[i]?.name ?? here[i]?.name }))
    }
  }
  const tables = await tablesOf(t)
  const shape = (of: readonly Table[]): string[] =>
    of.map((table) => JSON.stringify([table.name, table.columns]))
  const other = shape(tables).find((table, i) => table !== shape(manifest.tables)[i])
  if (other || tables.length !== manifest.tables.length) {
    throw new Error(
      inBoth(databaseWords.backupOtherShape, {
        name: other ?? `${manifest.tables.length} / ${tables.length}`,
      }),
    )
  }
  for (const { name } of tables) {
    const count = await countRows(t, name)
    if (count > 0) throw new Error(inBoth(databaseWords.backupNotEmpty, { table: name, count }))
  }
  return tables
}

async function fill(
  t: Db,
  tables: readonly Table[],
  parts: AsyncIterable<Part>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  let insert = ''
  let waiting: string[] = []
  let length = 0
  let rows = 0
  const send = async (): Promise<void> => {
    if (waiting.length > 0) await t.query(insert, [`[${waiting.join(',')}]`])
    waiting = []
    length = 0
  }
  for await (const part of parts) {
    if ('row' in part) {
      rows++
      waiting.push(part.row)
      length += part.row.length
      if (waiting.length >= batch || length >= heavy) await send()
    } else if ('end' in part) {
      await send()
      if (part.rows !== rows) throw damaged(`${part.end}: ${rows} rows of ${part.rows}`)
      counts.set(part.end, rows)
    } else {
      const table = tables.find(({ name }) => name === part.table)
      if (!table) throw damaged(`unknown table ${part.table}`)
      insert = insertInto(table)
      rows = 0
    }
  }
  return counts
}

/** One statement a batch: the rows arrive as one JSON list of lists of texts, and each text is cast to its column. */
function insertInto({ name, columns }: Table): string {
  if (columns.length === 0) return `insert into ${identifier(name)} select from json_array_elements($1::json)`
  const names = columns.map((column) => identifier(column.name)).join(', ')
  const values = columns.map(({ type }, i) => `(line ->> ${i})::${type}`).join(', ')
  return `insert into ${identifier(name)} (${names}) overriding system value select ${values} from json_array_elements($1::json) line`
}

async function checkCounts(
  t: Db,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
): Promise<number> {
  let total = 0
  for (const { name } of tables) {
    const expected = counts.get(name)
    const count = await countRows(t, name)
    if (expected !== count) throw damaged(`${name}: ${count} rows of ${expected ?? 'none in the file'}`)
    total += count
  }
  return total
}
