import { type Db, one } from '../../../platform/database/database.ts'
import type { ReadLine } from './shape.ts'

export interface Description {
  readonly id: string
  readonly name: string
  readonly source: 'text' | 'docx'
  readonly madeByName: string
  readonly madeAt: string
}

/** False where it is there already. */
export async function insertDescription(
  db: Db,
  d: { id: string; name: string; source: 'text' | 'docx'; by: string; at: Date },
  lines: readonly ReadLine[],
): Promise<boolean> {
  const made = await db.query(
    `insert into duty_import (id, name, source, made_by, made_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing returning id`,
    [d.id, d.name, d.source, d.by, d.at.toISOString()],
  )
  if (made.length === 0) return false
  await db.query(
    `insert into duty_import_line (import_id, line, read)
     select $1, (l.value ->> 'line')::int, l.value from jsonb_array_elements($2::jsonb) as l (value)`,
    [d.id, JSON.stringify(lines)],
  )
  return true
}

export const findDescription = (db: Db, id: string): Promise<Description | undefined> =>
  one<Description>(
    db,
    `select i.id, i.name, i.source, p.name as "madeByName", i.made_at as "madeAt" from duty_import i
     join person p on p.id = i.made_by where i.id = $1`,
    [id],
  )

export const linesOf = async (db: Db, id: string): Promise<ReadLine[]> =>
  (
    await db.query<{ read: ReadLine }>(
      'select read from duty_import_line where import_id = $1 order by line',
      [id],
    )
  ).map((row) => row.read)

/** What was decided for each line when a draft was made of it. */
export async function keepDecisions(
  db: Db,
  d: { id: string; by: string; at: Date },
  decisions: readonly { readonly line: number; readonly became: string }[],
): Promise<void> {
  await db.query(
    `update duty_import_line l set decision = to_jsonb(x.became), revision = l.revision + 1, saved_by = $2, saved_at = $3
     from jsonb_to_recordset($4::jsonb) as x (line int, became text) where l.import_id = $1 and l.line = x.line`,
    [d.id, d.by, d.at.toISOString(), JSON.stringify(decisions)],
  )
}
