import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { Requirements } from '../catalogue/types.ts'
import { editionOn, findEditions, findProfiles } from '../edition-tables.ts'
import type { Clause, Edition } from '../shape.ts'
import { differenceOf } from './diff-rules.ts'
import { type DraftHead, draftClauses, draftProfiles } from './draft-tables.ts'
import { overloadsOf } from './load.ts'
import { concernedOn } from './tables.ts'

type Profiles = readonly { readonly position: DutyPosition; readonly requirements: Requirements }[]
export interface Described {
  readonly clauses: ReadonlyMap<string, Clause>
  readonly profiles: Profiles
}

/** Clause by clause and position by position, what one edition says otherwise than another. */
export function changesBetween(before: Described, after: Described) {
  const clauses = differenceOf(before.clauses, after.clauses)
  const count = (what: 'appears' | 'changes' | 'lapses') => clauses.filter((c) => c.what === what).length
  return {
    clauses,
    profiles: after.profiles.flatMap(({ position, requirements }) => {
      const was = before.profiles.find((p) => p.position === position)?.requirements
      return JSON.stringify(sorted(was)) === JSON.stringify(sorted(requirements))
        ? []
        : [{ position, before: was ?? null, after: requirements }]
    }),
    appears: count('appears'),
    changes: count('changes'),
    lapses: count('lapses'),
  }
}
const sorted = (r: Requirements | undefined) =>
  r && [r.education, r.years.trade, r.years.leading, r.knowledge, r.skills, r.integrity, r.tools]

/** What a draft would say from its day on: what was dropped is not in it. */
export async function describedBy(
  db: Db,
  draft: string,
): Promise<Described & { edition: Edition; revision: number }> {
  const all = await draftClauses(db, draft)
  const profiles = await draftProfiles(db, draft)
  const kept = all.filter((c) => !c.dropped)
  const clauses = new Map(kept.map((clause): [string, Clause] => [clause.duty, bare(clause)]))
  const edition = { id: draft, from: '' as Day, clauses }
  // Grows with every save and every duty that is added.
  const revision = [...all, ...profiles].reduce((sum, saved) => sum + 1 + saved.revision, 0)
  return { clauses, profiles, edition, revision }
}
const bare = (c: Clause): Clause => ({
  duty: c.duty,
  position: c.position,
  title: c.title,
  help: c.help,
  kind: c.kind,
  calendar: c.calendar,
  minutes: c.minutes,
  weight: c.weight,
  lookedAfter: c.lookedAfter,
  standIns: c.standIns,
  ...(c.own ? { own: c.own } : {}),
})

export async function describedIn(db: Db, edition: Edition | undefined): Promise<Described> {
  return { clauses: edition?.clauses ?? new Map(), profiles: await findProfiles(db, edition?.id) }
}

/** What would happen if a draft took effect on a day: against what it replaces, for whom, and whom it overloads. */
export async function forecastOf(db: Db, draft: DraftHead, from: Day) {
  const editions = await findEditions(db)
  const replaced = editionOn(editions, from)
  const next = await describedBy(db, draft.id)
  const followed = editions.findLast((e) => e.from > from)
  return {
    replaced: replaced ? { id: replaced.id, from: replaced.from } : null,
    /** An edition that is already set for a later day will replace this one in turn. */
    followedBy: followed ? { id: followed.id, from: followed.from } : null,
    isTaken: editions.some((e) => e.from === from),
    revision: next.revision,
    ...changesBetween(await describedIn(db, replaced), next),
    concerned: await concernedOn(db, from),
    overloads: await overloadsOf(db, replaced, next.edition, from),
    next,
  }
}
