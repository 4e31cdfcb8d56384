import { type Db, one } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type DutyPosition, positionCodes } from '../catalogue/codes.ts'
import type { Requirements } from '../catalogue/types.ts'
import { type ClauseRow, clauseColumns, clauseFrom, clauseRecords, rowFrom } from '../edition-tables.ts'
import type { Clause } from '../shape.ts'
import type { DraftClause, DraftState } from './shape.ts'

export interface DraftHead {
  readonly id: string
  readonly name: string
  readonly begunFrom: string | null
  readonly importId: string | null
  readonly state: DraftState
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: string
  /** The last save of any clause. */
  readonly savedAt: string | null
  readonly savedByName: string | null
  /** What the last step said: a note when handed in, the reason when returned. */
  readonly stepWords: string | null
  readonly stepAt: string | null
  readonly stepByName: string | null
}
const headSql = `select d.id, d.name, d.begun_from as "begunFrom", d.import_id as "importId", coalesce(s.kind, 'draft') as state,
    d.made_by as "madeBy", m.name as "madeByName", d.made_at as "madeAt", k.saved_at as "savedAt", k.name as "savedByName",
    s.words as "stepWords", s.at as "stepAt", s.name as "stepByName"
  from duty_draft d join person m on m.id = d.made_by
  left join lateral (select t.kind, t.words, t.at, p.name from duty_draft_step t join person p on p.id = t.by where t.draft_id = d.id
    order by t.at desc, t.id desc limit 1) s on true
  left join lateral (select c.saved_at, p.name from (
      select saved_at, saved_by from duty_draft_clause where draft_id = d.id union all
      select saved_at, saved_by from duty_draft_profile where draft_id = d.id) c
    join person p on p.id = c.saved_by order by c.saved_at desc limit 1) k on true`

export const findDraft = (db: Db, id: string): Promise<DraftHead | undefined> =>
  one<DraftHead>(db, `${headSql} where d.id = $1`, [id])
/** Drafts that are still being written or decided, the latest first. */
export const openDrafts = (db: Db): Promise<DraftHead[]> =>
  db.query<DraftHead>(
    `${headSql} where coalesce(s.kind, 'draft') not in ('inForce', 'dropped') order by d.made_at desc, d.id`,
  )

/** Held to the end of the transaction: whoever saves, hands in or puts in force waits for who does so just now. */
export async function holdDraft(db: Db, id: string): Promise<DraftHead | undefined> {
  await db.query('select 1 from duty_draft where id = $1 for update', [id])
  return findDraft(db, id)
}

export async function insertDraft(
  db: Db,
  d: { id: string; name: string; begunFrom: string | null; importId: string | null; by: string; at: Date },
  clauses: readonly Clause[],
  profiles: readonly { readonly position: DutyPosition; readonly requirements: Requirements }[],
  dropped: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  const made = await db.query(
    `insert into duty_draft (id, name, begun_from, import_id, made_by, made_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning id`,
    [d.id, d.name, d.begunFrom, d.importId, d.by, d.at.toISOString()],
  )
  if (made.length === 0) return false
  await db.query(
    `insert into duty_draft_clause (draft_id, place, ${clauseColumns}, dropped)
     select $1, place, ${clauseColumns}, duty = any($3::text[]) from ${clauseRecords}`,
    [
      d.id,
      JSON.stringify(clauses.map((clause, i) => ({ place: (i + 1) * 1_000, ...rowFrom(clause) }))),
      [...dropped],
    ],
  )
  await db.query(
    `insert into duty_draft_profile (draft_id, position, requirements)
     select $1, position, requirements from jsonb_to_recordset($2::jsonb) as r (position text, requirements jsonb)`,
    [d.id, JSON.stringify(profiles.map(({ position, requirements }) => ({ position, requirements })))],
  )
  return true
}

type DraftClauseRow = ClauseRow & {
  readonly dropped: boolean
  readonly revision: number
  readonly saved_at: string | null
  readonly saved_by_name: string | null
}
const draftClauseFrom = (row: DraftClauseRow): DraftClause => ({
  ...clauseFrom(row),
  dropped: row.dropped,
  revision: row.revision,
  savedAt: row.saved_at,
  savedByName: row.saved_by_name,
})
const draftClauseSql = `select ${clauseColumns
  .split(',')
  .map((c) => `c.${c.trim()}`)
  .join(', ')}, c.dropped, c.revision, c.saved_at, p.name as saved_by_name
  from duty_draft_clause c left join person p on p.id = c.saved_by where c.draft_id = $1`

/** In their order, dropped ones among them. */
export const draftClauses = async (db: Db, draft: string): Promise<DraftClause[]> =>
  (await db.query<DraftClauseRow>(`${draftClauseSql} order by c.place`, [draft])).map(draftClauseFrom)
export async function findDraftClause(db: Db, draft: string, duty: string): Promise<DraftClause | undefined> {
  const row = await one<DraftClauseRow>(db, `${draftClauseSql} and c.duty = $2`, [draft, duty])
  return row && draftClauseFrom(row)
}

/** Saved on top of the revision that its writer saw; undefined when somebody was faster. Answers the new revision. */
export async function saveDraftClause(
  db: Db,
  s: { draft: string; clause: Clause; basedOn: number; dropped: boolean; by: string; at: Date },
): Promise<number | undefined> {
  const row = await one<{ revision: number }>(
    db,
    `update duty_draft_clause c set title_zh = r.title_zh, title_en = r.title_en, help_zh = r.help_zh, help_en = r.help_en, kind = r.kind,
       calendar = r.calendar, minutes = r.minutes, weight = r.weight, looked_after = r.looked_after, stand_ins = r.stand_ins,
       proved_by = r.proved_by, each_owes = r.each_owes, indicators = r.indicators, dropped = $4, revision = c.revision + 1, saved_by = $5, saved_at = $6
     from ${clauseRecords} where c.draft_id = $1 and c.duty = r.duty and c.revision = $3 returning c.revision`,
    [s.draft, JSON.stringify([rowFrom(s.clause)]), s.basedOn, s.dropped, s.by, s.at.toISOString()],
  )
  return row?.revision
}

/** Behind the last clause of its position. */
export async function addDraftClause(
  db: Db,
  s: { draft: string; clause: Clause; by: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into duty_draft_clause (draft_id, place, ${clauseColumns}, saved_by, saved_at)
     select $1, (select coalesce(max(place) filter (where position = $3), max(place), 0) + 1 from duty_draft_clause where draft_id = $1),
       ${clauseColumns}, $4, $5 from ${clauseRecords}`,
    [s.draft, JSON.stringify([rowFrom(s.clause)]), s.clause.position, s.by, s.at.toISOString()],
  )
}

/** A code means one thing for ever: the next number that no edition and no draft has used. */
export async function nextOwnNumber(db: Db, position: DutyPosition): Promise<number> {
  const row = await one<{ last: number | null }>(
    db,
    `select max(substring(duty from '^[A-Z]{2}-C(\\d+)$')::int) as last from (
       select duty from duty_clause union all select duty from duty_draft_clause) c where duty like $1`,
    [`${positionCodes[position]}-C%`],
  )
  return (row?.last ?? 0) + 1
}

export interface DraftProfile {
  readonly position: DutyPosition
  readonly requirements: Requirements
  readonly revision: number
  readonly savedByName: string | null
  readonly savedAt: string | null
}
export const draftProfiles = (db: Db, draft: string): Promise<DraftProfile[]> =>
  db.query<DraftProfile>(
    `select d.position, d.requirements, d.revision, p.name as "savedByName", d.saved_at as "savedAt" from duty_draft_profile d
     left join person p on p.id = d.saved_by where d.draft_id = $1`,
    [draft],
  )
export async function saveDraftProfile(
  db: Db,
  s: {
    draft: string
    position: DutyPosition
    requirements: Requirements
    basedOn: number
    by: string
    at: Date
  },
): Promise<number | undefined> {
  const row = await one<{ revision: number }>(
    db,
    `update duty_draft_profile set requirements = $3::jsonb, revision = revision + 1, saved_by = $5, saved_at = $6
     where draft_id = $1 and position = $2 and revision = $4 returning revision`,
    [s.draft, s.position, JSON.stringify(s.requirements), s.basedOn, s.by, s.at.toISOString()],
  )
  return row?.revision
}

export async function insertStep(
  db: Db,
  s: {
    draft: string
    kind: Exclude<DraftState, 'draft'>
    by: string
    at: Date
    words: string | null
    edition?: string
  },
): Promise<void> {
  await db.query(
    'insert into duty_draft_step (id, draft_id, kind, by, at, words, edition_id) values ($1, $2, $3, $4, $5, $6, $7)',
    [newId(), s.draft, s.kind, s.by, s.at.toISOString(), s.words, s.edition ?? null],
  )
}

export interface EditionLine {
  readonly id: string
  readonly from: Day
  readonly reason: string | null
  readonly madeByName: string | null
  readonly madeAt: string
  readonly replaces: string | null
  readonly overload: { readonly stores: number; readonly reason: string } | null
  readonly withdrawnAt: string | null
  readonly withdrawnByName: string | null
  readonly withdrawnWhy: string | null
  readonly clauses: number
  readonly draft: string | null
}
/** Every edition that was ever put in force, the latest first, withdrawn ones among them. */
export const editionHistory = (db: Db): Promise<EditionLine[]> =>
  db.query<EditionLine>(
    `select e.id, e.from_day as "from", e.reason, p.name as "madeByName", e.made_at as "madeAt", e.replaces, e.overload,
       e.withdrawn_at as "withdrawnAt", w.name as "withdrawnByName", e.withdrawn_why as "withdrawnWhy",
       (select count(*)::int from duty_clause c where c.edition_id = e.id) as clauses,
       (select s.draft_id from duty_draft_step s where s.edition_id = e.id limit 1) as draft
     from duty_edition e left join person p on p.id = e.made_by left join person w on w.id = e.withdrawn_by
     order by e.from_day desc, e.made_at desc`,
  )

/** Clauses of one edition, withdrawn or not, in their order. */
export const clausesOfEdition = async (db: Db, edition: string): Promise<Clause[]> =>
  (
    await db.query<ClauseRow>(
      `select ${clauseColumns} from duty_clause where edition_id = $1 order by place`,
      [edition],
    )
  ).map(clauseFrom)

export async function markWithdrawn(
  db: Db,
  w: { edition: string; by: string; at: Date; why: string },
): Promise<boolean> {
  const rows = await db.query(
    `update duty_edition set withdrawn_at = $2, withdrawn_by = $3, withdrawn_why = $4
     where id = $1 and withdrawn_at is null returning id`,
    [w.edition, w.at.toISOString(), w.by, w.why],
  )
  return rows.length === 1
}
