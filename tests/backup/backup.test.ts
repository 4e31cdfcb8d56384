import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpNight } from '../../app/backups.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { addDays, dayOf } from '../../platform/kinds/day.ts'
import { photosForTests } from '../../platform/photos/photos-for-tests.ts'
import { runBackup } from './run.ts'

const whole = { lost: 0, twice: 0, halfDone: 0, broken: [] }

test('a backup of the embedded database, taken while people sell, is whole elsewhere', async () => {
  expect(await runBackup('pglite', 'pglite', 20)).toMatchObject({
    ...whole,
    acknowledged: expect.any(Number),
  })
}, 180_000)

test('the nights’ backups are kept for a week, the older ones go', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'jingwei-nights-'))
  const db = await testDatabase()
  photosForTests()
  const first = dayOf('2026-11-20')
  for (let n = 0; n < 9; n++) await backUpNight(db, folder, addDays(first, n))
  const names = (await readdir(folder)).sort()
  expect(names).toHaveLength(7)
  expect([names[0], names[6]]).toEqual(['jingwei-2026-11-22.gz', 'jingwei-2026-11-28.gz'])
  await db.close()
  await rm(folder, { recursive: true, force: true })
})
