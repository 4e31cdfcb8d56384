import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { readMigrations, runMigrations } from '../../platform/database/migrate.ts'
import { openPostgres } from '../../platform/database/postgres.ts'
import { postgresForTests, type ThrowAwayPostgres } from '../../platform/database/postgres-for-tests.ts'
import { migrationsFolder } from '../../platform/database/testing.ts'
import type { Money } from '../../platform/kinds/money.ts'
import {
  approveYear,
  bare,
  broken,
  makeTestChain,
  releaseArea,
  type SeenMonth,
  splitToStaff,
  type TestChain,
  TestDoor,
} from './test-chain.ts'

const rounds = 12
const day = '2026-11-23'
let server: ThrowAwayPostgres | undefined
let db: Database | undefined
let chain: TestChain

beforeAll(async () => {
  server = await postgresForTests()
  if (!server) return
  db = await openPostgres(server.url)
  await runMigrations(db, await readMigrations(migrationsFolder))
})
afterAll(async () => {
  await db?.close()
  await server?.stop()
})

test('of editors who save the same month at the same moment one wins, also while the year above is approved', async (context) => {
  if (!db) return context.skip()
  const t = new TestDoor(db)
  chain = await makeTestChain(db)
  await approveYear(t, chain, day, 10_000_000_00)
  await Promise.all([0, 1].map((at) => releaseArea(t, chain, at, day)))
  await splitToStaff(t, chain, 0, day, '2027-03')
  for (let round = 0; round < rounds; round++) {
    const refusals = await race(t, chain)
    expect(refusals.filter((refusal) => refusal === undefined).length).toBeLessThanOrEqual(1)
    for (const refusal of refusals) if (refusal) expect(refusal.why).toBe('changedMeanwhile')
    expect(await broken(db)).toEqual([])
  }
}, 180_000)

test('of three who save the same month with nobody above at work, exactly one wins', async (context) => {
  if (!db) return context.skip()
  const t = new TestDoor(db)
  const refusals = await (await savesOf(t, chain))()
  expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1)
  for (const refusal of refusals) if (refusal) expect(refusal.why).toBe('changedMeanwhile')
  expect(await broken(db)).toEqual([])
}, 60_000)

/** Three managers' screens have May open as it stands, and save it at the same moment. */
async function savesOf(t: TestDoor, chain: TestChain) {
  const store = chain.stores[0]!
  const month = '2027-05'
  const { target } = await t.sees<SeenMonth>('targets.storeMonth', store.manager, day, {
    store: store.id,
    month,
  })
  const save = (by: number) => {
    const days = target.days.map((amount, d) => (d === 0 ? amount + by : d === 1 ? amount - by : amount))
    return t.refused('action', 'targets.saveStoreMonth', store.manager, day, {
      store: store.id,
      month,
      basedOn: target.id,
      days,
    })
  }
  return () => Promise.all([1, 2, 3].map(save))
}

/** Three managers' screens save May, the general manager approves another year. */
async function race(t: TestDoor, chain: TestChain) {
  const saves = await savesOf(t, chain)
  const { inForce } = await t.sees<{ inForce: Parameters<typeof bare>[0] }>(
    'targets.year',
    chain.director,
    day,
    { year: 2027 },
  )
  const raised = bare(inForce).map(({ child, months }) => ({
    child,
    months: months.map((a) => (a + 100) as Money),
  }))
  const [approved, refusals] = await Promise.all([approveYear(t, chain, day, 0, raised), saves()])
  expect(approved).toBeTruthy()
  return refusals
}
