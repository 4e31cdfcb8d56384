import type { Db } from '../../../platform/database/database.ts'
import { type Day, mondayOf } from '../../../platform/kinds/day.ts'
import type { ReleasedCell } from './shape.ts'
import { releasedCells } from './tables.ts'

/**
 * Who works in a store on a day, by person, as the released roster has it; null where none is released for the week: then nobody
 * can be told to be off. The one answer for whoever needs to know (briefing, attendance).
 */
export async function whoWorks(
  db: Db,
  store: string,
  day: Day,
): Promise<ReadonlyMap<string, ReleasedCell> | null> {
  const cells = await releasedCells(db, store, mondayOf(day))
  if (cells.length === 0) return null
  return new Map(cells.filter((c) => c.day === day).map((c) => [c.person, c]))
}
