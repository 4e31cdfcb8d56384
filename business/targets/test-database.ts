import { PGlite } from '@electric-sql/pglite'
import { readFileSync, readdirSync } from 'node:fs'
import type { Database, Db } from '../../platform/database/database.ts'
import { parameter, readerOf } from '../../platform/database/types.ts'
export async function openTestDatabase(): Promise<Database> {
  const lite = new PGlite()
  const oids = [16,1000,17,1001,20,1016,21,1005,23,1007,26,1028,700,1021,701,1022,114,199,3802,3807,1184,1185,25,1009,1043,1015,1082,1182,1083,1114,1700,1231,2950,2951]
  const parsers = Object.fromEntries(oids.map((o) => [o, readerOf(o)]))
  const serializers = Object.fromEntries(oids.map((o) => [o, (x: unknown) => x as string]))
  const run = (target: any): Db => ({ query: async (sql: string, ps: readonly unknown[] = []) => (await target.query(sql, ps.map(parameter), { parsers, serializers })).rows })
  for (const f of readdirSync(new URL('../../database/', import.meta.url)).sort()) if (f.endsWith('.sql')) await lite.exec(readFileSync(new URL(`../../database/${f}`, import.meta.url), 'utf8'))
  await lite.exec("set timezone to 'UTC'")
  const base = run(lite)
  return { engine: 'pglite', ...base, transaction: (w: any) => lite.transaction((tx: any) => w(run(tx))) as any, script: async (s: string) => void (await lite.exec(s)), notify: async () => {}, listen: async () => async () => {}, readOnlyReason: () => undefined, close: () => lite.close() } as any
}
