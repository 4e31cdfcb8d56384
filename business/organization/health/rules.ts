import type { Finding, Level, Running, Standing } from './shape.ts'

/** From where on something is to be watched, and from where on it is ill. */
export const bounds = {
  /** How late the event loop comes, 99 of 100 times (ms). */
  lateMs: { watch: 120, ill: 600 },
  /** Of the requests of the last quarter of an hour, in a thousand. */
  slow: { watch: 20, ill: 100 },
  turned: { watch: 5, ill: 50 },
  /** Duties are made every ten minutes. */
  dutiesMinutes: { watch: 25, ill: 60 },
  jobSeconds: { watch: 900, ill: 3_600 },
  auditDays: { watch: 3, ill: 8 },
  backupHours: { watch: 30, ill: 72 },
} as const
type Bound = { readonly watch: number; readonly ill: number }
const levelOf = (value: number, bound: Bound): Level =>
  value >= bound.ill ? 'ill' : value >= bound.watch ? 'watch' : 'well'
/** A share of so few requests says nothing. */
const fewRequests = 30
const perMille = (part: number, of: number): number => (of < fewRequests ? 0 : (part / of) * 1_000)

/** How the house does, point by point; what is not yet known is left out. */
export function judge(standing: Standing, running: Running): Finding[] {
  const found: Finding[] = []
  const say = (check: Finding['check'], level: Level, says: string, facts: Finding['facts'] = {}) =>
    found.push({ check, level, says, facts })
  say('saving', standing.readOnly ? 'ill' : 'well', standing.readOnly ? 'savingNot' : 'savingWell', {
    reason: standing.readOnly ?? '',
  })
  const slow = levelOf(perMille(running.slow, running.requests), bounds.slow)
  const late = levelOf(running.lateMs, bounds.lateMs)
  const answering: Level = [slow, late].includes('ill')
    ? 'ill'
    : [slow, late].includes('watch')
      ? 'watch'
      : 'well'
  say('answering', answering, answering === 'well' ? 'answeringWell' : 'answeringSlow', {
    requests: running.requests,
    slow: running.slow,
    late: Math.round(running.lateMs),
  })
  const room = levelOf(perMille(running.turned, running.requests), bounds.turned)
  say('room', room, room === 'well' ? 'roomWell' : 'roomFull', { turned: running.turned })
  say('faults', running.faults > 0 ? 'watch' : 'well', running.faults > 0 ? 'faultsSome' : 'faultsNone', {
    faults: running.faults,
  })
  if (standing.dutiesMinutes !== null) {
    const level = levelOf(standing.dutiesMinutes, bounds.dutiesMinutes)
    say('duties', level, level === 'well' ? 'dutiesWell' : 'dutiesLate', { minutes: standing.dutiesMinutes })
  }
  const stuck = standing.jobsWaiting > 0 ? levelOf(standing.oldestJob, bounds.jobSeconds) : 'well'
  const jobs: Level = stuck === 'well' && standing.jobsFailed > 0 ? 'watch' : stuck
  say('jobs', jobs, jobs === 'well' ? 'jobsWell' : stuck === 'well' ? 'jobsFailed' : 'jobsStuck', {
    waiting: standing.jobsWaiting,
    minutes: Math.round(standing.oldestJob / 60),
    failed: standing.jobsFailed,
  })
  say(
    'imports',
    standing.importsFailed > 0 ? 'watch' : 'well',
    standing.importsFailed > 0 ? 'importsFailed' : 'importsWell',
    {
      running: standing.importsRunning,
      failed: standing.importsFailed,
    },
  )
  if (standing.auditDays !== null) {
    const level = levelOf(standing.auditDays, bounds.auditDays)
    say('audit', level, level === 'well' ? 'auditWell' : 'auditLate', { days: standing.auditDays })
  }
  if (standing.backupHours !== undefined) {
    const never = standing.backupHours === null
    // A house of less than a day has had no night yet.
    const level = never
      ? running.sinceMinutes > 1_440
        ? 'ill'
        : 'watch'
      : levelOf(standing.backupHours ?? 0, bounds.backupHours)
    say('backup', level, never ? 'backupNever' : level === 'well' ? 'backupWell' : 'backupOld', {
      hours: standing.backupHours ?? 0,
    })
  } else say('backup', 'well', 'backupOthers')
  return found
}
/** The worst of them. */
export const worst = (findings: readonly Finding[]): Level =>
  findings.some((f) => f.level === 'ill')
    ? 'ill'
    : findings.some((f) => f.level === 'watch')
      ? 'watch'
      : 'well'
