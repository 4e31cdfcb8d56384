import { type Database, type Db, one } from '../../../platform/database/database.ts'
import type { Standing } from './shape.ts'

interface Found {
  readonly importsRunning: number
  readonly importsFailed: number
  readonly auditDays: number | null
  readonly hasJobs: boolean
}
interface JobsFound {
  readonly jobsWaiting: number
  readonly oldestJob: number
  readonly jobsFailed: number
  readonly dutiesMinutes: number | null
  readonly backupHours: number | null
}

/** A handful of counts by index, whatever the history. */
export async function findStanding(
  db: Db,
  engine: Database['engine'],
  readOnly: string | undefined,
  now: Date,
): Promise<Standing> {
  const at = now.toISOString()
  const found = await one<Found>(
    db,
    `select (select count(*)::int from import where state = 'running') as "importsRunning",
       (select count(*)::int from import where state = 'failed' and at > $1::timestamptz - interval '1 day') as "importsFailed",
       (select ($1::timestamptz at time zone 'UTC')::date - max(day) from audit_anchor) as "auditDays",
       to_regclass('pgboss.job') is not null as "hasJobs"`,
    [at],
  )
  // Jobs have their own tables, which are made when the server first does one.
  const jobs = found!.hasJobs
    ? await one<JobsFound>(
        db,
        `select (count(*) filter (where state in ('created', 'retry') and start_after < $1))::int as "jobsWaiting",
           coalesce(extract(epoch from $1::timestamptz - min(start_after) filter (where state in ('created', 'retry') and start_after < $1)), 0)::float8
             as "oldestJob",
           (count(*) filter (where state = 'failed' and completed_on > $1::timestamptz - interval '1 day'))::int as "jobsFailed",
           floor(extract(epoch from $1::timestamptz - max(completed_on) filter (where state = 'completed' and name = 'duties.keep')) / 60)::float8
             as "dutiesMinutes",
           floor(extract(epoch from $1::timestamptz - max(completed_on) filter (where state = 'completed' and name = 'housekeeping.backup')) / 3600)::float8
             as "backupHours"
         from pgboss.job`,
        [at],
      )
    : undefined
  return {
    readOnly: readOnly ?? null,
    importsRunning: found!.importsRunning,
    importsFailed: found!.importsFailed,
    jobsWaiting: jobs?.jobsWaiting ?? 0,
    oldestJob: Math.max(0, jobs?.oldestJob ?? 0),
    jobsFailed: jobs?.jobsFailed ?? 0,
    dutiesMinutes: jobs?.dutiesMinutes ?? null,
    auditDays: found!.auditDays,
    backupHours: engine === 'pglite' ? (jobs?.backupHours ?? null) : undefined,
  }
}

/** The same for a program that watches. */
export async function healthFigures(
  database: Database,
  now: Date,
): Promise<(readonly [string, string, number])[]> {
  const s = await findStanding(database, database.engine, database.readOnlyReason(), now)
  const known = (name: string, help: string, value: number | null | undefined) =>
    value === null || value === undefined ? [] : [[name, help, value] as const]
  return [
    ['imports_running', 'Imports under way', s.importsRunning],
    ['imports_failed_day', 'Imports that failed within a day', s.importsFailed],
    ['jobs_waiting', 'Jobs that should have begun', s.jobsWaiting],
    ['jobs_oldest_seconds', 'How long the oldest of them has waited', s.oldestJob],
    ['jobs_failed_day', 'Jobs that gave up within a day', s.jobsFailed],
    ...known(
      'duties_lag_seconds',
      'Since duties were last made',
      s.dutiesMinutes === null ? null : s.dutiesMinutes * 60,
    ),
    ...known('audit_anchor_days', 'Since the last day that the audit is anchored to', s.auditDays),
    ...known('backup_hours', 'Since the last nightly backup', s.backupHours),
  ]
}
