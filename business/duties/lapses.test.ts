import { afterAll, expect, test } from 'vitest'
import type { Db } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { markLapses } from './lapse-tables.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('all deadlines that passed are found before the first is marked: a table of marks that fills up meanwhile is not read again for each', async () => {
  const asked: string[] = []
  const listening: Db = {
    query: (sql) => {
      asked.push(sql)
      return Promise.resolve([])
    },
  }
  await markLapses(listening, new Date('2026-11-27T12:00:00Z'))
  const [overdue] = asked.filter((sql) => sql.includes(`'overdue'`))
  const plan = await database.query<Record<string, string>>(
    `explain (costs off) ${overdue!.replaceAll('$1', `timestamptz '2026-11-27'`)}`,
  )
  const steps = plan.map((line) => Object.values(line)[0]!.trim())
  const at = (step: RegExp): number => steps.findIndex((line) => step.test(line))
  expect(at(/Sort$/)).toBeGreaterThan(-1)
  expect(at(/Anti Join|Scan .*duty_lapse/)).toBeGreaterThan(at(/Sort$/))
})
