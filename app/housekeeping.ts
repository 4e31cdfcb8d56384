import { keepDuties } from '../business/duties/settle.ts'
import { forgetLeavers } from '../business/organization/people/privacy-tables.ts'
import { type Database, one } from '../platform/database/database.ts'
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts'
import { addDays, businessDayAt } from '../platform/kinds/day.ts'
import { photos } from '../platform/photos/store.ts'
import { sweepPhotos } from '../platform/photos/upkeep.ts'
import { anchorAudit, writeAnchorDown } from '../platform/server/anchor.ts'
import { backUpNight } from './backups.ts'

const sweep = 'housekeeping.sweep'
const duties = 'duties.keep'
const anchor = 'audit.anchor'
const backups = 'housekeeping.backup'

/** Where housekeeping writes outside the database. */
export interface Beside {
  /** The file of the audit's anchors. */
  readonly anchors: string
  /** The folder of the nightly backups. */
  readonly backups: string
}

/**
 * Duties are made when a store's day begins, samples drawn and deadlines marked: at the start, then every ten minutes.
 * What is kept only for a while is swept at night: answered keys, ended sessions, counts of wrong passwords, phone
 * numbers of people who left long ago, photographs that nobody handed in. Every
 * hour the audit is anchored if the day before is not yet. The embedded database is backed up at night; whoever runs
 * a PostgreSQL of his own has his own way of doing so.
 */
export async function startHousekeeping(
  database: Database,
  clock: () => Date,
  beside: Beside,
): Promise<Jobs> {
  await keepDuties(database, clock()).catch((fault: unknown) => console.error('duties were not made:', fault))
  await anchorYesterday(database, clock(), beside.anchors)
  const jobs = await startJobs(database, { every: 30 })
  await jobs.work(sweep, async () => {
    await sweepOnce(database)
    await sweepPhotos(database, photos(), clock())
    await database.transaction((db) => forgetLeavers(db, businessDayAt(clock(), 'Asia/Shanghai', 0)))
  })
  await jobs.schedule(sweep, '17 4 * * *', { timeZone: 'Asia/Shanghai' })
  await jobs.work(duties, () => keepDuties(database, clock()))
  await jobs.schedule(duties, '*/10 * * * *', { timeZone: 'UTC' })
  await jobs.work(anchor, () => anchorYesterday(database, clock(), beside.anchors))
  await jobs.schedule(anchor, '11 * * * *', { timeZone: 'UTC' })
  if (database.engine === 'pglite') {
    await jobs.work(backups, async () => {
      const today = businessDayAt(clock(), 'Asia/Shanghai', 0)
      await backUpNight(database, beside.backups, today)
    })
    await jobs.schedule(backups, '40 3 * * *', { timeZone: 'Asia/Shanghai' })
  }
  return jobs
}

export async function sweepOnce(database: Database): Promise<void> {
  await database.query(`delete from idempotency_key where at < now() - interval '30 days'`)
  await database.query(
    `delete from session where coalesce(ended_at, expires_at) < now() - interval '90 days'`,
  )
  await database.query(`delete from wrong_try where last_at < now() - interval '1 day'`)
  await database.query(`delete from used_challenge where used_at < now() - interval '1 day'`)
  // A browser not seen for over a year has lost its cookie; what a store enrolled stays until it is revoked.
  await database.query(
    `delete from device d where (store_id is null or revoked_at is not null) and seen_at < now() - interval '400 days'
       and not exists (select 1 from session s where s.device_id = d.id)`,
  )
}

/** Once the company's day is over, every audit chain is anchored, and the anchor written down beside the data. */
export async function anchorYesterday(database: Database, now: Date, file: string): Promise<void> {
  const company = await one<{ timeZone: string; cutOffMinutes: number }>(
    database,
    'select time_zone as "timeZone", cut_off_minutes as "cutOffMinutes" from company',
  )
  if (!company) return
  const yesterday = addDays(businessDayAt(now, company.timeZone, company.cutOffMinutes), -1)
  const made = await anchorAudit(database, yesterday, now)
  if (made) await writeAnchorDown(file, made)
}
