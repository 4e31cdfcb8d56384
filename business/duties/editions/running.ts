import { type Duties, isLive, shipped } from '../catalogue/catalogue.ts'
import type { Cadence, Page } from '../catalogue/types.ts'
import type { Clause, Edition } from '../shape.ts'
import { wayNamed } from './ways.ts'

/** A clause that something proves: shipped ones by the catalogue, the company's own by the way that was chosen for them. */
export interface Running {
  readonly clause: Clause
  /** Who owes it: the seat; each holder, of the day only where he has a target; or each holder. */
  readonly each: Each | undefined
}
export type Each = 'withDayTarget' | 'holder'

const known = new WeakMap<Edition['clauses'], Map<Duties, readonly Running[]>>()
/** Every clause of an edition that is due when its calendar says so. */
export function runningIn(duties: Duties, edition: Edition): readonly Running[] {
  const byDuties = known.get(edition.clauses) ?? new Map<Duties, readonly Running[]>()
  known.set(edition.clauses, byDuties)
  const before = byDuties.get(duties)
  if (before) return before
  const running = [...edition.clauses.values()].flatMap((clause): Running[] => {
    if (clause.own) {
      const each = clause.own.each ? ('holder' as const) : undefined
      return wayNamed(clause.own.provedBy) ? [{ clause, each }] : []
    }
    const duty = duties.byId.get(clause.duty)
    return duty && isLive(duty) ? [{ clause, each: duty.each }] : []
  })
  byDuties.set(duties, running)
  return running
}

export interface Act {
  readonly action: string
  readonly page: Page
  /** Whether it can be done again after it was sent back. */
  readonly redo: boolean
}
/** Where and by what a clause is done; undefined while nothing proves it. */
export function actOf(
  clause: Clause | undefined,
  id: string,
  duties: Duties = shipped,
  cadence?: Cadence,
): Act | undefined {
  if (clause?.own) {
    const way = wayNamed(clause.own.provedBy)
    return way && { action: way.action, page: way.page, redo: way.redo }
  }
  const duty = duties.byId.get(id)
  return duty && isLive(duty)
    ? {
        action: duty.proofs[0].action,
        page: (cadence && duty.pages?.[cadence]) ?? duty.page,
        redo: duty.redo,
      }
    : undefined
}
