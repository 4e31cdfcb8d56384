/** What the database knows of how the house does. */
export interface Standing {
  /** Why nothing can be saved just now; null: all is well. */
  readonly readOnly: string | null
  readonly importsRunning: number
  readonly importsFailed: number
  /** Jobs that should have begun, and the seconds the oldest has waited; jobs that gave up within a day. */
  readonly jobsWaiting: number
  readonly oldestJob: number
  readonly jobsFailed: number
  /** Minutes since duties were last made; null: not yet since the house stands. */
  readonly dutiesMinutes: number | null
  /** Days since the last day that the audit is anchored to; null: never. */
  readonly auditDays: number | null
  /** Hours since the last backup of the embedded database; null: never, undefined: others look after it. */
  readonly backupHours: number | null | undefined
}
/** How the process does that was asked. */
export interface Running {
  readonly sinceMinutes: number
  readonly memoryMb: number
  readonly lateMs: number
  readonly requests: number
  readonly slow: number
  readonly faults: number
  readonly turned: number
}
export const checks = [
  'saving',
  'answering',
  'room',
  'faults',
  'duties',
  'jobs',
  'imports',
  'audit',
  'backup',
] as const
export type Check = (typeof checks)[number]
export type Level = 'well' | 'watch' | 'ill'
export interface Finding {
  readonly check: Check
  readonly level: Level
  /** Its sentence's name in words.ts, and what stands in it. */
  readonly says: string
  readonly facts: Readonly<Record<string, string | number>>
}
