import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveChain } from '../app/commands/move.ts'
import { openHouse } from '../app/house.ts'
import { allInvariants } from '../app/invariants.ts'
import { leaveWord } from '../app/moved.ts'
import { makeTestChain } from '../business/targets/test-chain.ts'
import type { Database } from '../platform/database/database.ts'
import { openPostgres } from '../platform/database/postgres.ts'
import { postgresForTests, type ThrowAwayPostgres } from '../platform/database/postgres-for-tests.ts'
import { testDatabase } from '../platform/database/testing.ts'
import { verify } from '../platform/database/verify.ts'
import { newId } from '../platform/kinds/id.ts'
import { answerOf, testDoor } from './door.ts'

let server: ThrowAwayPostgres | undefined
let from: Database
let folder: string

beforeAll(async () => {
  server = await postgresForTests()
  folder = await mkdtemp(join(tmpdir(), 'jingwei-moved-'))
  from = await testDatabase()
  const chain = await makeTestChain(from)
  const door = await testDoor(new Date('2026-11-20T22:10:00+08:00'), from)
  const store = chain.stores[0]!
  const report = { id: newId(), store: store.id, day: '2026-11-20', why: '雨天客少', tomorrow: '主推毛衣' }
  answerOf(await door.as(store.manager.id).do('reports.submit', report))
})
afterAll(async () => {
  await from.close()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function emptyTarget(name: string): Promise<string> {
  const admin = await openPostgres(server!.url)
  await admin.query(`create database ${name}`)
  await admin.close()
  return server!.url.replace(/postgres$/, name)
}

test('a chain moves from the embedded database to PostgreSQL: rows, totals and audit heads are the same there', async () => {
  if (!server) return
  const url = await emptyTarget('moved')
  const moved = await moveChain(from, url)
  expect(moved.rows).toBeGreaterThan(100)
  const before = (await verify(from, allInvariants)).filter((v) => v.count > 0).map((v) => v.name)
  expect(moved.broken).toEqual(before)
  expect(moved.compared.length).toBeGreaterThan(5)
  expect(moved.compared.filter((c) => c.there !== c.here)).toEqual([])
  const heads = moved.compared.find((c) => c.says[1].includes('audit'))!
  expect(heads.here).toMatch(/^[0-9a-f]{64}$/)
  // Work goes on there: the chain of the store takes its next line.
  const there = await openPostgres(url)
  const [line] = await there.query<{ n: number }>('select count(*)::int as n from audit_line')
  expect(line!.n).toBeGreaterThan(0)
  await there.close()
})

test('a database that holds something already takes nothing in', async () => {
  if (!server) return
  const url = await emptyTarget('occupied')
  await moveChain(from, url)
  await expect(moveChain(from, url)).rejects.toThrow(/already holds|已有/)
})

test('a folder whose data has moved away does not open unasked, and says where to look', async () => {
  await leaveWord(folder)
  const config = {
    port: 0,
    host: '127.0.0.1',
    databaseUrl: undefined,
    dataFolder: folder,
    demo: false,
    behindHttps: false,
  }
  await expect(openHouse(config)).rejects.toThrow(/DATABASE_URL/)
})
