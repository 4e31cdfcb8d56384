import { keepDuties } from '../business/duties/settle.ts'
import type { Database } from '../platform/database/database.ts'
import { type Jobs, startJobs } from '../platform/jobs/jobs.ts'

const sweep = 'housekeeping.sweep'
const duties = 'duties.keep'

/**
 * Duties are made when a store's day begins, samples drawn and deadlines marked: at the start, then every ten minutes.
 * What is kept only for a while is swept at night: answered keys, ended sessions, counts of wrong passwords.
 */
export async function startHousekeeping(database: Database, clock: () => Date): Promise<Jobs> {
  await keepDuties(database, clock()).catch((fault: unknown) => console.error('duties were not made:', fault))
  const jobs = await startJobs(database, { every: 30 })
  await jobs.work(sweep, () => sweepOnce(database))
  await jobs.schedule(sweep, '17 4 * * *', { timeZone: 'Asia/Shanghai' })
  await jobs.work(duties, () => keepDuties(database, clock()))
  await jobs.schedule(duties, '*/10 * * * *', { timeZone: 'UTC' })
  return jobs
}

export async function sweepOnce(database: Database): Promise<void> {
  await database.query(`delete from idempotency_key where at < now() - interval '30 days'`)
  await database.query(
    `delete from session where coalesce(ended_at, expires_at) < now() - interval '90 days'`,
  )
  await database.query(`delete from sign_in_attempt where last_at < now() - interval '1 day'`)
}
