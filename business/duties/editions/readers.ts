import type { Actor, WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { type PositionName, positions } from '../../organization/shape.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import { clausesOf } from '../clauses.ts'
import type { Seen } from '../view-tables.ts'

/** Whoever works here may read what his position asks. */
export const clauseReaders = {
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
  salesAssociate: 'store',
  finance: 'company',
  merchandising: 'company',
  personnel: 'company',
  training: 'company',
  administrator: 'company',
} as const satisfies WhoTable & Record<PositionName, unknown>

/** Associates read their own job description; whoever leads somebody, and headquarters, read all of them. */
export const readsAll = (actor: Actor): boolean =>
  actor.appointments.some((a) => a.position !== 'salesAssociate')
export const mayRead = (actor: Actor, position: DutyPosition): boolean =>
  readsAll(actor) || actor.appointments.some((a) => a.position === position)

export async function clausesFor(db: Db, actor: Actor, among: Seen, today: Day, now: Date) {
  const all = await clausesOf(db, among, today, now)
  return {
    ...all,
    /** The positions held by the reader, highest first. */
    mine: positions.filter((p) => actor.appointments.some((a) => a.position === p)),
    profiles: all.profiles.filter((p) => mayRead(actor, p.position)),
    clauses: all.clauses.filter((c) => mayRead(actor, c.position)),
  }
}
