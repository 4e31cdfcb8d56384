import type { Db } from '../../platform/database/database.ts'
import type { Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Sentence } from '../../platform/kinds/words.ts'
import type { PositionName } from '../organization/shape.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import { type DutyPosition, isOwn } from './catalogue/codes.ts'
import type { Duty, Kind, LookedAfter, Requirements, Timing } from './catalogue/types.ts'
import type { Clause, Edition } from './shape.ts'

/**
 * Editions with their clauses, the latest first. Every act and every page asks: clauses are read once and kept until the
 * row of the edition changes. Whoever changes clauses counts its `revision` up.
 */
export async function findEditions(db: Db): Promise<Edition[]> {
  // xmin: a revision that was taken back, and another of the same number, are not the same.
  const editions = await db.query<{ id: string; from: Day; version: string }>(
    `select id, from_day as "from", xmin::text || ' ' || revision as version from duty_edition
     where withdrawn_at is null order by from_day desc`,
  )
  const there = new Map<string, Clauses>()
  for (const { id, version } of editions) {
    const kept = known.get(id)
    if (kept?.version === version) there.set(id, kept.clauses)
  }
  const unknown = editions.filter((e) => !there.has(e.id))
  const read = unknown.length > 0 ? await readClauses(db, unknown) : there
  return editions.map(({ id, from }) => ({ id, from, clauses: there.get(id) ?? read.get(id)! }))
}

type Clauses = ReadonlyMap<string, Clause>
const known = new Map<string, { version: string; clauses: Clauses }>()
const mostKnown = 400
async function readClauses(
  db: Db,
  editions: readonly { id: string; version: string }[],
): Promise<Map<string, Clauses>> {
  const rows = await db.query<ClauseRow & { edition: string }>(
    `select edition_id as edition, ${clauseColumns} from duty_clause where edition_id = any($1::uuid[]) order by edition_id, place`,
    [editions.map((e) => e.id)],
  )
  const read = new Map<string, Clauses>()
  for (const { id, version } of editions) {
    const own = rows.filter((row) => row.edition === id)
    const clauses = new Map(own.map((row) => [row.duty, clauseFrom(row)]))
    read.set(id, clauses)
    known.set(id, { version, clauses })
  }
  for (const id of [...known.keys()].slice(0, Math.max(0, known.size - mostKnown)))
    if (!read.has(id)) known.delete(id)
  return read
}

/** What each position asks of its holders in an edition; the shipped words where there is no edition yet. */
export async function findProfiles(
  db: Db,
  edition: string | undefined,
): Promise<{ position: DutyPosition; requirements: Requirements }[]> {
  const rows =
    edition === undefined
      ? []
      : await db.query<{ position: DutyPosition; requirements: Requirements }>(
          'select position, requirements from duty_profile where edition_id = $1',
          [edition],
        )
  return shipped.profiles.map(({ position, requirements }) => ({
    position,
    requirements: rows.find((row) => row.position === position)?.requirements ?? requirements,
  }))
}

export const editionOn = (editions: readonly Edition[], day: Day): Edition | undefined =>
  editions.find((edition) => edition.from <= day)
/** The first day on which duties ran at all. */
export const firstDayOf = (editions: readonly Edition[]): Day | undefined => editions.at(-1)?.from

/** Puts the shipped job descriptions in force from a day on as the company's own edition; undefined if one stands there. */
export function beginDuties(
  db: Db,
  { from, now, by = null }: { from: Day; now: Date; by?: string | null },
  { all, profiles }: Pick<Duties, 'all' | 'profiles'> = shipped,
): Promise<string | undefined> {
  const head = { id: newId(), from, by, at: now, reason: null, replaces: null, overload: null }
  return insertEdition(db, head, all.map(clauseOf), profiles)
}

/** A duty of the catalogue as an edition says it. */
export const clauseOf = ({
  id,
  position,
  title,
  help,
  kind,
  calendar,
  minutes,
  weight,
  ...rest
}: Duty): Clause => ({
  duty: id,
  position,
  title,
  help,
  kind,
  calendar,
  minutes,
  weight,
  lookedAfter: rest.lookedAfter,
  standIns: rest.standIns,
})

export interface EditionHead {
  readonly id: string
  readonly from: Day
  readonly by: string | null
  readonly at: Date
  readonly reason: string | null
  readonly replaces: string | null
  readonly overload: unknown
}
/** Keeps an edition with its clauses in their order; undefined if another stands on that day. */
export async function insertEdition(
  db: Db,
  head: EditionHead,
  clauses: readonly Clause[],
  profiles: readonly { readonly position: DutyPosition; readonly requirements: Requirements }[],
): Promise<string | undefined> {
  const made = await db.query(
    `insert into duty_edition (id, from_day, made_by, made_at, reason, replaces, overload) values ($1, $2, $3, $4, $5, $6, $7::jsonb)
     on conflict (from_day) where withdrawn_at is null do nothing returning id`,
    [
      head.id,
      head.from,
      head.by,
      head.at.toISOString(),
      head.reason,
      head.replaces,
      head.overload === null ? null : JSON.stringify(head.overload),
    ],
  )
  if (made.length === 0) return undefined
  await db.query(
    `insert into duty_clause (edition_id, place, ${clauseColumns}) select $1, place, ${clauseColumns} from ${clauseRecords}`,
    [head.id, JSON.stringify(clauses.map((clause, i) => ({ place: i + 1, ...rowFrom(clause) })))],
  )
  await db.query(
    `insert into duty_profile (edition_id, position, requirements)
     select $1, position, requirements from jsonb_to_recordset($2::jsonb) as r (position text, requirements jsonb)`,
    [head.id, JSON.stringify(profiles.map(({ position, requirements }) => ({ position, requirements })))],
  )
  return head.id
}

export const clauseColumns = `duty, position, title_zh, title_en, help_zh, help_en, kind, calendar, minutes, weight, looked_after,
  stand_ins, proved_by, each_owes, indicators`
/** $2 as rows of clauses with their places. */
export const clauseRecords = `jsonb_to_recordset($2::jsonb) as r (place int, duty text, position text, title_zh text, title_en text,
  help_zh text, help_en text, kind text, calendar jsonb, minutes int, weight int, looked_after jsonb, stand_ins text[], proved_by text,
  each_owes boolean, indicators jsonb)`
export interface ClauseRow {
  readonly duty: string
  readonly position: DutyPosition
  readonly title_zh: string
  readonly title_en: string
  readonly help_zh: string
  readonly help_en: string
  readonly kind: Kind
  readonly calendar: Timing[]
  readonly minutes: number
  readonly weight: number
  readonly looked_after: LookedAfter
  readonly stand_ins: PositionName[]
  readonly proved_by: string | null
  readonly each_owes: boolean
  readonly indicators: Sentence[]
}
export const clauseFrom = (row: ClauseRow): Clause => ({
  duty: row.duty,
  position: row.position,
  title: [row.title_zh, row.title_en],
  help: [row.help_zh, row.help_en],
  kind: row.kind,
  calendar: row.calendar,
  minutes: row.minutes,
  weight: row.weight,
  lookedAfter: row.looked_after,
  standIns: row.stand_ins,
  ...(isOwn(row.duty)
    ? { own: { provedBy: row.proved_by, each: row.each_owes, indicators: row.indicators } }
    : {}),
})

export const rowFrom = (clause: Clause) => ({
  duty: clause.duty,
  position: clause.position,
  title_zh: clause.title[0],
  title_en: clause.title[1],
  help_zh: clause.help[0],
  help_en: clause.help[1],
  kind: clause.kind,
  calendar: clause.calendar,
  minutes: clause.minutes,
  weight: clause.weight,
  looked_after: clause.lookedAfter,
  stand_ins: clause.standIns,
  proved_by: clause.own?.provedBy ?? null,
  each_owes: clause.own?.each ?? false,
  indicators: clause.own?.indicators ?? [],
})
