import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../kinds/id.ts'
import type { Database, Fence } from './database.ts'
import { beginOf } from './fence.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { postgresForTests, type ThrowAwayPostgres } from './postgres-for-tests.ts'
import { migrationsFolder, testDatabase } from './testing.ts'

let server: ThrowAwayPostgres | undefined
beforeAll(async () => {
  server = await postgresForTests()
}, 120_000)
afterAll(() => server?.stop())

/** On PostgreSQL as its superuser, and as an ordinary role that owns the books. */
async function opened(as: 'embedded' | 'superuser' | 'ordinary role'): Promise<Database | undefined> {
  if (as === 'embedded') return testDatabase()
  if (!server) return undefined
  const administrator = await openPostgres(server.url)
  const name = as === 'superuser' ? 'everything' : 'own'
  if (as === 'ordinary role') await administrator.query('create role program login')
  await administrator.query(`create database ${name}${as === 'ordinary role' ? ' owner program' : ''}`)
  await administrator.close()
  const url = new URL(server.url)
  url.pathname = `/${name}`
  if (as === 'ordinary role') url.username = 'program'
  const database = await openPostgres(url.href)
  await migrate(database, migrationsFolder)
  return database
}

describe.each(['embedded', 'superuser', 'ordinary role'] as const)('the second fence, %s', (as) => {
  let database: Database | undefined
  const [here, there, she, he] = [newId(), newId(), newId(), newId()]
  const sold = (store: string, day: string, person: string) => ({
    sql: 'insert into sales_person_day (store_id, day, person_id, net) values ($1, $2, $3, 100)',
    values: [store, day, person],
  })
  const seen = `select store_id as store, day from sales_person_day order by day`
  const seenBy = (fence?: Fence) =>
    database!.transaction(async (db) => (await db.query<{ day: string }>(seen)).map((r) => r.day), {
      readOnly: true,
      ...(fence ? { fence } : {}),
    })
  const fence = (...stores: string[]): Fence => ({ stores, person: she })

  beforeAll(async () => {
    database = await opened(as)
    for (const store of [here, there])
      await database?.query(
        `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on)
         values ($1, $1::uuid::text, '店', '', '', 'street', 'Asia/Shanghai', '2024-01-01')`,
        [store],
      )
    for (const person of [she, he])
      await database?.query(
        `insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, $1::uuid::text, '某', '', '', '2024-01-01')`,
        [person],
      )
    const rows = [sold(here, '2026-11-01', he), sold(there, '2026-11-02', he), sold(there, '2026-11-03', she)]
    for (const { sql, values } of rows) await database?.query(sql, values)
  }, 120_000)
  afterAll(() => database?.close())

  test('of other stores nothing is seen but one’s own; what is done for nobody sees all', async ({
    skip,
  }) => {
    if (!database) return skip('there is no PostgreSQL to start')
    expect(await seenBy(fence(here))).toEqual(['2026-11-01', '2026-11-03'])
    expect(await seenBy(fence())).toEqual(['2026-11-03'])
    expect(await seenBy(fence(here, there))).toHaveLength(3)
    expect(await seenBy({ stores: 'all', person: she })).toHaveLength(3)
    // It holds for the transaction and no longer.
    expect(await seenBy()).toHaveLength(3)
    expect(await database.query(seen)).toHaveLength(3)
  })

  test('elsewhere nothing can be written, changed or taken away', async ({ skip }) => {
    if (!database) return skip('there is no PostgreSQL to start')
    const { sql, values } = sold(there, '2026-11-04', he)
    const inside = (what: string, parameters: unknown[] = []) =>
      database!.transaction((db) => db.query(what, parameters), { fence: fence(here) })
    await expect(inside(sql, values)).rejects.toThrow('row-level security')
    await inside('update sales_person_day set net = 7 where person_id = $1', [he])
    await inside('delete from sales_person_day where day = $1', ['2026-11-02'])
    const [kept] = await database.query<{ net: number }>(
      `select net from sales_person_day where day = '2026-11-02'`,
    )
    expect(kept).toEqual({ net: 100 })
    const own = sold(here, '2026-11-05', he)
    await inside(own.sql, own.values)
    await database.query(`delete from sales_person_day where day = '2026-11-05'`)
  })

  test('who only looks cannot write at all, and nobody takes a line out of the audit', async ({ skip }) => {
    if (!database) return skip('there is no PostgreSQL to start')
    const { sql, values } = sold(here, '2026-11-06', he)
    const looking = database.transaction((db) => db.query(sql, values), {
      readOnly: true,
      fence: fence(here),
    })
    await expect(looking).rejects.toThrow('read-only')
    const taking = database.transaction((db) => db.query('delete from audit_line'), { fence: fence(here) })
    await expect(taking).rejects.toThrow('permission denied')
  })

  test('each protected table has the policy, by one look-up of its stores a statement, and no view goes past it', async ({
    skip,
  }) => {
    if (!database) return skip('there is no PostgreSQL to start')
    const tables = await database.query<{ name: string }>(
      `select p.tablename as name from pg_policies p join pg_class c on c.relname = p.tablename
       where p.policyname = 'second_fence' and c.relrowsecurity and c.relforcerowsecurity order by 1`,
    )
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      const plan = await database.transaction(
        (db) => db.query<{ 'QUERY PLAN': string }>(`explain select * from ${name}`),
        { fence: fence(here) },
      )
      const text = plan.map((line) => line['QUERY PLAN']).join('\n')
      expect(text, name).toMatch(/InitPlan/)
      expect(text, name).toMatch(/hashed SubPlan/)
    }
    const past = await database.query(
      `select relname from pg_class where relkind = 'v' and relnamespace = 'public'::regnamespace
         and not coalesce(reloptions @> array['security_invoker=on'], false)`,
    )
    expect(past).toEqual([])
  })
})

test('nothing but ids gets into a statement that begins a transaction', () => {
  const bad = [`'; drop table ticket; --`, '', 'x', `${newId()}'`]
  for (const store of bad)
    expect(() => beginOf({ fence: { stores: [store], person: newId() } })).toThrow('made of ids')
  expect(beginOf({ fence: { stores: 'all', person: newId() }, readOnly: true })).toBe('begin read only')
})
