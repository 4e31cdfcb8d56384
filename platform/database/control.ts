import type { Sentence } from '../kinds/words.ts'
import type { Db } from './database.ts'

/** A figure over all data that must be the same before and after it was carried elsewhere. `sql` gives one `value`. */
export interface ControlTotal {
  readonly says: Sentence
  readonly sql: string
}
export interface Compared {
  readonly says: Sentence
  readonly there: string
  readonly here: string
}

export async function compareTotals(
  there: Db,
  here: Db,
  totals: readonly ControlTotal[],
): Promise<Compared[]> {
  const totalOf = async (db: Db, sql: string): Promise<string> => {
    const [row] = await db.query<{ value: unknown }>(sql)
    return String(row?.value ?? '—')
  }
  const compared: Compared[] = []
  for (const { says, sql } of totals)
    compared.push({ says, there: await totalOf(there, sql), here: await totalOf(here, sql) })
  return compared
}
