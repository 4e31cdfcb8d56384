import { afterAll, describe, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openPostgres } from '../database/postgres.ts'
import { postgresForTests } from '../database/postgres-for-tests.ts'
import { emptyDatabase } from '../database/testing.ts'
import { startJobs } from './jobs.ts'

const server = await postgresForTests()
afterAll(() => server?.stop())

const engines: [string, () => Promise<Database>][] = [['embedded', emptyDatabase]]
if (server) engines.push(['PostgreSQL', () => openPostgres(server.url)])

describe.each(engines)('%s', (_, open) => {
  test('a job is done once per key, only if its transaction is kept, and again after it failed', async () => {
    const db = await open()
    const complaints: string[] = []
    const complain = (error: Error): void => void complaints.push(error.message)
    const jobs = await startJobs(db, { every: 0.5, complain })
    const done: string[] = []
    let failures = 0
    await jobs.work<{ store: string }>('report.month', async ({ store }) => {
      done.push(store)
    })
    await jobs.work('shaky', async () => {
      failures++
      throw new Error('网络断了')
    })

    expect(await jobs.send('report.month', { store: '甲' }, { key: '2026-08:甲' })).toBe(true)
    expect(await jobs.send('report.month', { store: '甲' }, { key: '2026-08:甲' })).toBe(false)
    await db.transaction((t) => jobs.send('report.month', { store: '乙' }, { key: '2026-08:乙', within: t }))
    await expect(
      db.transaction(async (t) => {
        await jobs.send('report.month', { store: '丙' }, { key: '2026-08:丙', within: t })
        throw new Error('taken back')
      }),
    ).rejects.toThrow('taken back')
    await jobs.send('shaky', {}, { key: 'once' })

    await expect.poll(() => done.toSorted(), { timeout: 20_000 }).toEqual(['乙', '甲'].toSorted())
    expect(await jobs.send('report.month', { store: '甲' }, { key: '2026-08:甲' })).toBe(false)
    await expect.poll(() => failures, { timeout: 20_000 }).toBe(1)
    await expect
      .poll(
        () =>
          db.query(
            `select state::text, retry_count, output ->> 'message' as said from pgboss.job where name = 'shaky'`,
          ),
        { timeout: 20_000 },
      )
      .toEqual([{ state: 'retry', retry_count: 0, said: '网络断了' }])
    await jobs.stop()

    const again = await startJobs(db, { every: 0.5, complain })
    await again.work<{ store: string }>('report.month', async ({ store }) => {
      done.push(store)
    })
    expect(await again.send('report.month', { store: '丙' }, { key: '2026-08:丙' })).toBe(true)
    await expect.poll(() => done.length, { timeout: 20_000 }).toBe(3)
    expect(done.toSorted()).toEqual(['丙', '乙', '甲'].toSorted())
    await again.stop()
    expect(complaints).toEqual([])
    await db.close()
  })

  test('a schedule is kept under its name, and the last one holds', async () => {
    const db = await open()
    const jobs = await startJobs(db, { every: 0.5 })
    await jobs.schedule('duties.day', '5 0 * * *', { timeZone: 'Asia/Shanghai' })
    await jobs.schedule('duties.day', '10 4 * * *', { timeZone: 'Asia/Shanghai', data: { again: true } })
    expect(await db.query(`select name, cron, timezone, data from pgboss.schedule`)).toEqual([
      { name: 'duties.day', cron: '10 4 * * *', timezone: 'Asia/Shanghai', data: { again: true } },
    ])
    await expect(
      jobs.schedule('duties.day', 'every morning', { timeZone: 'Asia/Shanghai' }),
    ).rejects.toThrow()
    await jobs.unschedule('duties.day')
    expect(await db.query('select 1 from pgboss.schedule')).toEqual([])
    await jobs.stop()
    await db.close()
  })
})
