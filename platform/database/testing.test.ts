import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { rolledBack, testDatabase } from './testing.ts'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('a test that takes its work back leaves nothing behind', async () => {
  const rows = await rolledBack(db, async (inside) => {
    await inside.query('create table probe (a int)')
    await inside.query('insert into probe values ($1)', [1])
    return inside.query('select * from probe')
  })
  expect(rows).toEqual([{ a: 1 }])
  expect(await db.query(`select to_regclass('probe') as there`)).toEqual([{ there: null }])
})

test('the database of a test file has been migrated', async () => {
  expect(await db.query(`select count(*) as n from migrations`)).toEqual([{ n: expect.any(Number) }])
})
