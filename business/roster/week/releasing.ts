import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import type { StoreSeen } from '../../sales/boards/shape.ts'
import { gatherWeek } from './gather.ts'
import { breachesOf } from './legal-rules.ts'
import { cellsToRelease, checkRelease } from './release-rules.ts'
import type { Cell } from './shape.ts'
import * as t from './tables.ts'

/** Makes a version of these cells, if the rules let it. */
export async function release(
  db: Db,
  store: StoreSeen,
  draft: readonly Cell[],
  of: { week: Day; today: Day; now: Date; by: string; why: string | null },
) {
  const { week, today, now, by, why } = of
  const g = await gatherWeek(db, store, week, today)
  const held = await t.releasedCells(db, store.id, week)
  const cells = cellsToRelease(draft, held, g.shifts, today)
  const version = ((await t.versionsOf(db, store.id, week))[0]?.version ?? 0) + 1
  const found = breachesOf(week, g.workers, draft, g.shifts, g.rules)
  // What has been worked cannot be mended any more.
  const open = held.length > 0 ? found.filter((b) => b.day === null || b.day >= today) : found
  const no = checkRelease(open, cells, { version, why })
  if (no) return no
  const inTime = version > 1 || today < week
  await t.insertVersion(db, { store: store.id, week, version, by, at: now, inTime, why, cells })
  return { week, version, inTime, shifts: cells.length, before: addDays(week, -7) }
}
