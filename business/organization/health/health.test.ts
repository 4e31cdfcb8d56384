import { expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { whileAsking } from '../../../platform/observe/asking.ts'
import { Recent } from '../../../platform/observe/recent.ts'
import { Vitals } from '../../../platform/observe/vitals.ts'
import { judge, worst } from './rules.ts'
import type { Running, Standing } from './shape.ts'
import { findingWords } from './words.ts'

const well: Standing = {
  readOnly: null,
  importsRunning: 0,
  importsFailed: 0,
  jobsWaiting: 0,
  oldestJob: 0,
  jobsFailed: 0,
  dutiesMinutes: 4,
  auditDays: 1,
  backupHours: 9,
}
const running: Running = {
  sinceMinutes: 3_000,
  memoryMb: 300,
  lateMs: 21,
  requests: 1_000,
  slow: 3,
  faults: 0,
  turned: 0,
}
const levelsOf = (s: Partial<Standing>, r: Partial<Running> = {}) =>
  Object.fromEntries(
    judge({ ...well, ...s }, { ...running, ...r })
      .filter((f) => f.level !== 'well')
      .map((f) => [f.check, `${f.level} ${f.says}`]),
  )

test('a house that does well says so of everything', () => {
  const findings = judge(well, running)
  expect(worst(findings)).toBe('well')
  expect(findings).toHaveLength(9)
})

test('each thing that goes wrong is named, and how badly', () => {
  expect(levelsOf({ readOnly: 'disk' })).toEqual({ saving: 'ill savingNot' })
  expect(levelsOf({}, { slow: 30 })).toEqual({ answering: 'watch answeringSlow' })
  expect(levelsOf({}, { lateMs: 700 })).toEqual({ answering: 'ill answeringSlow' })
  expect(levelsOf({}, { turned: 60 })).toEqual({ room: 'ill roomFull' })
  expect(levelsOf({}, { faults: 1 })).toEqual({ faults: 'watch faultsSome' })
  expect(levelsOf({ dutiesMinutes: 61 })).toEqual({ duties: 'ill dutiesLate' })
  expect(levelsOf({ jobsWaiting: 2, oldestJob: 1_000 })).toEqual({ jobs: 'watch jobsStuck' })
  expect(levelsOf({ jobsFailed: 1 })).toEqual({ jobs: 'watch jobsFailed' })
  expect(levelsOf({ importsFailed: 1 })).toEqual({ imports: 'watch importsFailed' })
  expect(levelsOf({ auditDays: 8 })).toEqual({ audit: 'ill auditLate' })
  expect(levelsOf({ backupHours: 40 })).toEqual({ backup: 'watch backupOld' })
  expect(levelsOf({ backupHours: null })).toEqual({ backup: 'ill backupNever' })
  expect(levelsOf({ backupHours: null }, { sinceMinutes: 30 })).toEqual({ backup: 'watch backupNever' })
  expect(levelsOf({ backupHours: undefined })).toEqual({})
})

test('a slow page among ten is no alarm: of so few nothing is known', () => {
  expect(levelsOf({}, { requests: 10, slow: 1, turned: 1 })).toEqual({})
})

test('every finding has its sentence in both languages', () => {
  const all = [
    judge({ ...well, readOnly: 'x', jobsFailed: 1, importsFailed: 1 }, running),
    judge(well, running),
  ]
  for (const f of all.flat()) expect(Object.keys(findingWords)).toContain(f.says)
})

test('the last hour is kept in stretches, and what is older is forgotten', () => {
  const recent = new Recent()
  const start = Date.UTC(2026, 10, 27, 8)
  const minute = 60_000
  recent.add('a', 10, 'well', start)
  recent.add('a', 1_500, 'fault', start + 50 * minute)
  recent.add('b', 20, 'turned', start + 58 * minute)
  const at = start + 59 * minute
  expect(recent.since(60, at).get('a')).toMatchObject({ n: 2, slow: 1, faults: 1, worst: 1_500 })
  expect(recent.since(15, at).get('a')).toMatchObject({ n: 1 })
  expect(recent.since(60, at).get('b')).toMatchObject({ turned: 1 })
  expect(recent.since(60, start + 3 * 60 * minute).size).toBe(0)
})

test('a slow statement is written down with the operation that asked, and never with what was in it', async () => {
  const lines: Record<string, unknown>[] = []
  const vitals = new Vitals((line) => lines.push(line as Record<string, unknown>))
  const asking = { name: 'boards.progress', id: 'ab12', statements: 0, databaseMs: 0 }
  await whileAsking(asking, async () => {
    vitals.statement('select 1\n  from person where phone = $1', 300)
    vitals.statement('select 2', 5)
  })
  vitals.answered(asking, 200, 1_200)
  expect(lines).toMatchObject([
    {
      event: 'slow statement',
      operation: 'boards.progress',
      request: 'ab12',
      ms: 300,
      sql: 'select 1 from person where phone = $1',
    },
    {
      event: 'slow request',
      operation: 'boards.progress',
      request: 'ab12',
      ms: 1_200,
      statements: 2,
      databaseMs: 305,
    },
  ])
  // A second server in one process takes the place of the first.
  for (const listening of [1, 2])
    vitals.watch({
      database: { readOnlyReason: () => undefined } as Database,
      gate: { serving: 0, waiting: 0 },
      listeners: () => listening,
      figures: async () => [['jobs_waiting', 'x', 4]],
    })
  const { text } = await vitals.exposition()
  expect(text).toContain('jingwei_live_listeners 2')
  expect(text).toContain('jingwei_jobs_waiting 4')
  expect(text).toContain('jingwei_request_seconds_count{name="boards.progress",status="200"} 1')
  vitals.stop()
})
