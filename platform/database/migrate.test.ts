import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { migrate, missingMigrations } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { postgresForTests } from './postgres-for-tests.ts'
import { emptyDatabase } from './testing.ts'
import { verify } from './verify.ts'

const server = await postgresForTests()
afterAll(() => server?.stop())
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jingwei-migrations-'))
  write('001-first.sql', 'create table first (a int);\ninsert into first values (1);\n')
  write('002-second.sql', `create table second (b text default ';'); -- without an end`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql)

const engines: [string, () => Promise<Database>][] = [['embedded', emptyDatabase]]
if (server) {
  let n = 0
  engines.push([
    'PostgreSQL',
    async () => {
      const admin = await openPostgres(server.url)
      await admin.query(`create database fresh_${++n}`)
      await admin.close()
      return openPostgres(server.url.replace(/postgres$/, `fresh_${n}`))
    },
  ])
}

describe.each(engines)('%s', (_, open) => {
  test('migrations are run in order, once; new ones follow; line endings do not matter', async () => {
    const db = await open()
    expect(await missingMigrations(db, folder)).toEqual(['001-first.sql', '002-second.sql'])
    expect(await migrate(db, folder)).toEqual(['001-first.sql', '002-second.sql'])
    write('003-third.sql', 'alter table first add column c int')
    write('001-first.sql', 'create table first (a int);\r\ninsert into first values (1);\r\n')
    expect(await missingMigrations(db, folder)).toEqual(['003-third.sql'])
    expect(await migrate(db, folder)).toEqual(['003-third.sql'])
    expect(await migrate(db, folder)).toEqual([])
    expect(await db.query('select * from first')).toEqual([{ a: 1, c: null }])
    await db.close()
  })

  test('a landed file that was changed, or has gone, is refused by name', async () => {
    const db = await open()
    await migrate(db, folder)
    write('001-first.sql', 'create table first (a int, b int)')
    await expect(migrate(db, folder)).rejects.toThrow('001-first.sql 在执行之后被改动过')
    rmSync(join(folder, '001-first.sql'))
    await expect(migrate(db, folder)).rejects.toThrow('the program is older than the data')
    await db.close()
  })

  test('a migration that fails leaves nothing of itself, and those before it stay', async () => {
    const db = await open()
    write('003-third.sql', 'create table third (a int); select 1/0;')
    await expect(migrate(db, folder)).rejects.toThrow('003-third.sql')
    expect(
      await db.query(`select to_regclass('third') as third, to_regclass('second')::text as second`),
    ).toEqual([{ third: null, second: 'second' }])
    write('003-third.sql', 'create table third (a int)')
    expect(await migrate(db, folder)).toEqual(['003-third.sql'])
    await db.close()
  })

  test('three processes that start together run each migration once', async () => {
    const db = await open()
    const ran = await Promise.all([migrate(db, folder), migrate(db, folder), migrate(db, folder)])
    expect(ran.flat().sort()).toEqual(['001-first.sql', '002-second.sql'])
    expect(await db.query('select * from first')).toEqual([{ a: 1 }])
    await db.close()
  })

  test('an invariant names the rows where it does not hold, and how many', async () => {
    const db = await open()
    const found = await verify(db, [
      {
        name: 'small',
        says: ['都小', 'All are small'],
        sql: 'select n from generate_series(1, 100) n where n > 90 order by n',
      },
      { name: 'fine', says: ['都好', 'All are fine'], sql: 'select 1 where false' },
    ])
    expect(found.map(({ name, count }) => [name, count])).toEqual([
      ['small', 10],
      ['fine', 0],
    ])
    expect(found[0]?.sample).toHaveLength(5)
    expect(found[0]?.sample[0]).toEqual({ n: 91 })
    expect(found[1]?.sample).toEqual([])
    await db.close()
  })
})
