import type { Db } from './database.ts'

export interface Column {
  readonly name: string
  /** As the catalogue writes it: 'numeric(12,2)', 'text[]'. */
  readonly type: string
}
export interface Table {
  readonly name: string
  /** Those that are stored by value: generated ones make themselves. */
  readonly columns: readonly Column[]
}
export interface Sequence {
  readonly name: string
  readonly last: number
  readonly called: boolean
}
export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** Name of the table in which `migrate` keeps its own record; not data. */
export const ownTable = 'migrations'

/** Every ordinary table of the schema `public`, by name, its columns in their order. */
export async function tablesOf(db: Db): Promise<Table[]> {
  const rows = await db.query<{ table: string; name: string | null; type: string | null }>(
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $1
     order by c.relname collate "C", a.attnum`,
    [ownTable],
  )
  const tables = new Map<string, Column[]>()
  for (const { table, name, type } of rows) {
    const columns = tables.get(table) ?? []
    if (name !== null && type !== null) columns.push({ name, type })
    tables.set(table, columns)
  }
  return [...tables].map(([name, columns]) => ({ name, columns }))
}

export async function sequencesOf(db: Db): Promise<Sequence[]> {
  const names = await db.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of names) {
    const [state] = await db.query<{ last: number; called: boolean }>(
      `select last_value as last, is_called as called from ${identifier(name)}`,
    )
    if (state) sequences.push({ name, ...state })
  }
  return sequences
}

/** Foreign keys of the tables of `public` themselves, not those that partitions inherit. */
export const foreignKeysOf = (db: Db): Promise<ForeignKey[]> =>
  db.query(
    `select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'public'::regnamespace
     order by c.relname, k.conname`,
  )

/** Tables that have triggers of their own (not those that serve constraints). */
export const tablesWithTriggers = async (db: Db): Promise<string[]> =>
  (
    await db.query<{ name: string }>(
      `select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and c.relnamespace = 'public'::regnamespace and not c.relispartition order by 1`,
    )
  ).map(({ name }) => name)

export async function countRows(db: Db, table: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(`select count(*) as n from ${identifier(table)}`)
  return row?.n ?? 0
}

export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`
