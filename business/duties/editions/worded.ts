import type { Db } from '../../../platform/database/database.ts'
import { type Duties, dutiesOf, shipped } from '../catalogue/catalogue.ts'
import type { OwnDutyId } from '../catalogue/codes.ts'
import type { Duty, Standing } from '../catalogue/types.ts'
import { findEditions } from '../edition-tables.ts'
import type { Clause, Edition } from '../shape.ts'
import { wayNamed } from './ways.ts'

/** Every duty that the company's editions know, in the latest words of each: the shipped ones and its own. */
export const dutiesNow = async (db: Db): Promise<Duties> => wordedBy(await findEditions(db))

/** The last answer: every page asks, and editions seldom change. */
let last:
  | { readonly from: readonly Edition['clauses'][]; readonly duties: Duties; readonly made: Duties }
  | undefined
/** @param editions the latest first. A clause that was dropped keeps the words that it had: its past is still read. */
export function wordedBy(editions: readonly Edition[], duties: Duties = shipped): Duties {
  const from = editions.map((e) => e.clauses)
  if (
    last?.duties === duties &&
    last.from.length === from.length &&
    from.every((c, i) => c === last?.from[i])
  )
    return last.made
  const latest = new Map<string, Clause>()
  for (const edition of [...editions].reverse())
    for (const clause of edition.clauses.values()) latest.set(clause.duty, clause)
  const made = dutiesOf(
    duties.profiles.map((profile) => ({
      ...profile,
      duties: [
        ...profile.duties.map((duty) => reworded(duty, latest.get(duty.id))),
        ...[...latest.values()].filter((c) => c.own && c.position === profile.position).map(ownDuty),
      ],
    })),
  )
  last = { from, duties, made }
  return made
}

const reworded = (duty: Duty, clause: Clause | undefined): Duty =>
  clause ? { ...duty, ...textOf(clause), id: duty.id } : duty

const textOf = ({ title, help, kind, calendar, minutes, weight, lookedAfter, standIns }: Clause) => ({
  title,
  help,
  kind,
  calendar: calendar as Duty['calendar'],
  minutes,
  weight,
  lookedAfter,
  standIns,
})

/** Its acts are heard by the way that was chosen for it, not by the catalogue. */
function ownDuty(clause: Clause): Duty {
  return { ...textOf(clause), id: clause.duty as OwnDutyId, position: clause.position, ...standingOf(clause) }
}
function standingOf({ own }: Clause): Standing {
  const way = wayNamed(own?.provedBy)
  if (way) return { proofs: [{ action: way.action, deeds: async () => [] }], redo: way.redo, page: way.page }
  return own && own.indicators.length > 0
    ? { indicators: own.indicators, awaits: 'floor' }
    : { awaits: 'proof' }
}
