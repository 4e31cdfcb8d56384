import { type Db, one } from '../../platform/database/database.ts'
import type { Month } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Money } from '../../platform/kinds/money.ts'
import { lineTotal, monthSums } from './rules.ts'
import type { CellLock, MatrixLine, VersionOrigin, VersionState } from './shape.ts'

export interface VersionBasis {
  readonly locks: readonly CellLock[]
  /** Cascade: the version of the year plan that was followed, and the locks that had to give way. */
  readonly followed?: string
  readonly released?: readonly CellLock[]
  /** Proposal: the last day of history that it was made from. */
  readonly historyUntil?: string
}
export interface Decision {
  readonly kind: 'submitted' | 'approved' | 'returned' | 'released'
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly reason: string | null
}
export interface Version {
  readonly id: string
  readonly level: 'year' | 'area'
  readonly year: number
  readonly scope: string
  readonly version: number
  readonly parent: string | null
  readonly months: Money[]
  readonly total: Money
  readonly origin: VersionOrigin
  readonly basis: VersionBasis
  readonly reason: string | null
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: string
  readonly state: VersionState
  readonly decisions: readonly Decision[]
}

const versionSql = (where: string): string => `
  select v.id, v.level, v.year, v.scope_id as scope, v.version, v.parent_id as parent, v.months, v.total, v.origin,
    v.basis, v.reason, v.made_by as "madeBy", coalesce(p.name, '') as "madeByName", v.made_at as "madeAt",
    case when f.version_id = v.id then 'inForce'
      when d.kinds && array['approved', 'released'] then 'superseded'
      else coalesce(d.kinds[1], 'draft') end as state,
    coalesce(d.decisions, '[]'::json) as decisions
  from target_version v
  left join person p on p.id = v.made_by
  left join target_in_force f on f.year = v.year and f.scope_id = v.scope_id
  left join lateral (
    select array_agg(t.kind order by t.at desc, t.id desc) as kinds,
      json_agg(json_build_object('kind', t.kind, 'by', t.by, 'byName', coalesce(q.name, ''), 'at', t.at, 'reason', t.reason)
        order by t.at, t.id) as decisions
    from target_decision t left join person q on q.id = t.by where t.version_id = v.id
  ) d on true
  where ${where}`

export const versionById = (db: Db, id: string): Promise<Version | undefined> =>
  one<Version>(db, versionSql('v.id = $1'), [id])

/** All versions of a plan, newest first. `scope`: companyWide for the year plan, else the area. */
export const versionsOf = (db: Db, year: number, scope: string): Promise<Version[]> =>
  db.query<Version>(`${versionSql('v.year = $1 and v.scope_id = $2')} order by v.version desc`, [year, scope])

export const latestVersion = (db: Db, year: number, scope: string): Promise<Version | undefined> =>
  one<Version>(db, `${versionSql('v.year = $1 and v.scope_id = $2')} order by v.version desc limit 1`, [
    year,
    scope,
  ])

export const linesOf = (db: Db, version: string): Promise<MatrixLine[]> =>
  db.query<{ child: string; months: Money[] }>(
    'select child_id as child, months from target_line where version_id = $1 and position > 0 order by position',
    [version],
  )

/** Two decisions on the same version wait for each other. */
export const holdVersion = (db: Db, id: string): Promise<unknown> =>
  db.query('select id from target_version where id = $1 for update', [id])

export interface InForce {
  readonly scope: string
  readonly version: string
  readonly months: Money[]
  readonly companyVersion: string | null
  readonly since: string
}
const inForceColumns =
  'scope_id as scope, version_id as version, months, company_version as "companyVersion", since'
export const inForce = (db: Db, year: number, scope: string): Promise<InForce | undefined> =>
  one<InForce>(db, `select ${inForceColumns} from target_in_force where year = $1 and scope_id = $2`, [
    year,
    scope,
  ])
export const areasInForce = (db: Db, year: number): Promise<InForce[]> =>
  db.query<InForce>(
    `select ${inForceColumns} from target_in_force where year = $1 and scope_id <> $2 order by scope_id`,
    [year, companyWide],
  )

/** While a plan in force is replaced nobody splits it further, and the other way round. */
export const holdInForce = (db: Db, year: number, scope: string, how: 'share' | 'update'): Promise<unknown> =>
  db.query(`select version_id from target_in_force where year = $1 and scope_id = $2 for ${how}`, [
    year,
    scope,
  ])

export interface NewVersion {
  readonly id: string
  readonly level: 'year' | 'area'
  readonly year: number
  readonly scope: string
  readonly version: number
  readonly parent: string | null
  readonly lines: readonly MatrixLine[]
  readonly origin: VersionOrigin
  readonly basis: VersionBasis
  readonly reason: string | null
  readonly by: string
  readonly at: Date
}

/** Version and lines in one statement. False when somebody else has taken this number meanwhile. */
export async function insertVersion(db: Db, v: NewVersion): Promise<boolean> {
  const months = monthSums(v.lines)
  const rows = await db.query(
    `with version as (
       insert into target_version (id, level, year, scope_id, version, parent_id, size, months, total, origin, basis, reason, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::bigint[], amounts_sum($8::bigint[]), $9, $10::jsonb, $11, $12, $13)
       on conflict (level, year, scope_id, version) do nothing
       returning id, size
     ), line as (
       insert into target_line (version_id, position, size, child_id, before, months, through)
       select version.id, l.position, version.size, l.child, l.before, l.months, l.through
       from version, jsonb_to_recordset($14::jsonb) as l (position int, child uuid, before bigint[], months bigint[], through bigint[])
     )
     select id from version`,
    [
      v.id,
      v.level,
      v.year,
      v.scope,
      v.version,
      v.parent,
      v.lines.length,
      months,
      v.origin,
      JSON.stringify(v.basis),
      v.reason,
      v.by,
      v.at.toISOString(),
      JSON.stringify(chain(v.lines)),
    ],
  )
  return rows.length === 1
}

/** Lines as a ledger: what stood before each, and what stands through it. */
function chain(lines: readonly MatrixLine[]) {
  const zeros = Array.from({ length: 12 }, () => 0)
  let before: readonly number[] = zeros
  return [
    { position: 0, child: null, before: zeros, months: zeros, through: zeros },
    ...lines.map((line, i) => {
      const through = line.months.map((amount, m) => before[m]! + amount)
      const row = { position: i + 1, child: line.child, before, months: line.months, through }
      before = through
      return row
    }),
  ]
}

export const recordDecision = (
  db: Db,
  d: { id: string; version: string; kind: Decision['kind']; by: string; at: Date; reason: string | null },
): Promise<unknown> =>
  db.query(
    'insert into target_decision (id, version_id, kind, by, at, reason) values ($1, $2, $3, $4, $5, $6)',
    [d.id, d.version, d.kind, d.by, d.at.toISOString(), d.reason],
  )

/** The company's version holds from now on; areas in force stand on it (the database checks that they may at commit). */
export async function putYearInForce(db: Db, year: number, version: string, at: Date): Promise<void> {
  await db.query(
    `insert into target_in_force (year, scope_id, version_id, months, since)
     select v.year, v.scope_id, v.id, v.months, $3 from target_version v where v.id = $1 and v.year = $2
     on conflict (year, scope_id) do update set version_id = excluded.version_id, months = excluded.months, since = excluded.since`,
    [version, year, at.toISOString()],
  )
  await db.query('update target_in_force set company_version = $2 where year = $1 and scope_id <> company', [
    year,
    version,
  ])
}

/** An area's version holds from now on; its stores' months in force stand on it. */
export async function putAreaInForce(
  db: Db,
  year: number,
  area: string,
  version: string,
  company: string,
  at: Date,
): Promise<void> {
  await db.query(
    `insert into target_in_force (year, scope_id, version_id, months, company_version, since)
     select v.year, v.scope_id, v.id, v.months, $4, $5 from target_version v where v.id = $1 and v.year = $2 and v.scope_id = $3
     on conflict (year, scope_id) do update set version_id = excluded.version_id, months = excluded.months,
       company_version = excluded.company_version, since = excluded.since`,
    [version, year, area, company, at.toISOString()],
  )
}

export const shapeOf = (version: Version, lines: readonly MatrixLine[]) => ({
  ...version,
  lines: lines.map((line) => ({ ...line, total: lineTotal(line) })),
})

/** How many of these store months have a target in force. */
export const monthsInForce = async (
  db: Db,
  stores: readonly string[],
  months: readonly Month[],
): Promise<number> => {
  const row = await one<{ count: number }>(
    db,
    'select count(*)::int as count from store_target_in_force where store_id = any($1::uuid[]) and month = any($2::text[])',
    [[...stores], [...months]],
  )
  return row!.count
}
