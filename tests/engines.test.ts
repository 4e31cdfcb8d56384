import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allInvariants } from '../app/invariants.ts'
import { type DemoMade, makeDemo } from '../demo/make.ts'
import type { Database } from '../platform/database/database.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openPostgres } from '../platform/database/postgres.ts'
import { postgresForTests } from '../platform/database/postgres-for-tests.ts'
import { migrationsFolder, testDatabase } from '../platform/database/testing.ts'
import { verify } from '../platform/database/verify.ts'
import { newId } from '../platform/kinds/id.ts'
import { photosForTests } from '../platform/photos/photos-for-tests.ts'
import { answerOf, type TestDoor, testDoor, whyOf } from './door.ts'

const now = new Date('2026-11-23T08:00:00Z')

/** A database of its own for a role without special rights, as a company would have it. */
async function ordinaryRole(url: string): Promise<string> {
  const administrator = await openPostgres(url)
  await administrator.query('create role program login')
  await administrator.query('create database books owner program')
  await administrator.close()
  const own = new URL(url)
  own.username = 'program'
  own.pathname = '/books'
  return own.href
}

describe.each(['embedded', 'PostgreSQL'] as const)('the demo chain on %s', (engine) => {
  let at: TestDoor
  let demo: DemoMade
  let stop: (() => Promise<void>) | undefined
  let missing = false

  beforeAll(async () => {
    let database: Database
    if (engine === 'embedded') database = await testDatabase()
    else {
      const server = await postgresForTests()
      if (!server) {
        missing = true
        return
      }
      database = await openPostgres(await ordinaryRole(server.url))
      await migrate(database, migrationsFolder)
      stop = async () => {
        await database.close()
        await server.stop()
      }
    }
    at = await testDoor(now, database)
    photosForTests()
    demo = await makeDemo(at.house, { now, days: engine === 'embedded' ? 8 : 30, dutyDays: 5 })
  }, 300_000)
  afterAll(() => stop?.())

  const store = () => demo.chain.stores[0]!
  const associates = () =>
    demo.chain.appointments.filter(
      (a) => a.store === store().id && a.to === null && a.position === 'salesAssociate',
    )
  const ticket = (person: string, net: number) => ({
    id: newId(),
    store: store().id,
    lines: [{ style: 'A-1', name: '衬衫', quantity: 1, net }],
    credits: [
      { person, share: 2 },
      { person: associates().find((a) => a.person !== person)!.person, share: 1 },
    ],
    tenders: [{ tender: 'mallTill', amount: net }],
  })
  const offending = async () =>
    (await verify(at.database, allInvariants)).filter((f) => f.count > 0).map((f) => `${f.name}: ${f.count}`)

  test('everything that the generator wrote adds up', async ({ skip }) => {
    if (missing) return skip('there is no PostgreSQL to start')
    expect(await offending()).toEqual([])
  })

  test('the role that the program works as adds to the audit and can change or take away nothing of it', async ({
    skip,
  }) => {
    if (missing) return skip('there is no PostgreSQL to start')
    if (engine === 'embedded') return skip('the embedded database has one role, which may do everything')
    const [{ lines }] = (await at.database.query<{ lines: number }>(
      'select count(*)::int as lines from audit_line',
    )) as [{ lines: number }]
    expect(lines).toBeGreaterThan(0)
    for (const harm of [
      `update audit_line set action = 'x'`,
      'delete from audit_line',
      'truncate audit_line',
      'update audit_anchor set lines = 0',
      'delete from audit_anchor_head',
    ])
      await expect(at.database.query(harm), harm).rejects.toThrow(/permission denied/)
  })

  test('forty tickets at once get forty numbers, and each total moves by exactly their sum', async ({
    skip,
  }) => {
    if (missing) return skip('there is no PostgreSQL to start')
    const total = async () =>
      (
        await at.database.query<{ net: number; tickets: number }>(
          'select net, sale_tickets as tickets from sales_store_day where store_id = $1 and day = $2',
          [store().id, demo.today],
        )
      )[0] ?? { net: 0, tickets: 0 }
    const before = await total()
    const sold = Array.from({ length: 40 }, (_, i) =>
      ticket(associates()[i % associates().length]!.person, 10_001 + i),
    )
    const answers = await Promise.all(
      sold.map((t) => at.as(t.credits[0]!.person).do('sales.ticket', t, t.id)),
    )
    const numbers = answers.map((a) => answerOf<{ number: string }>(a).number)
    expect(new Set(numbers).size).toBe(40)
    const again = await Promise.all(sold.map((t) => at.as(t.credits[0]!.person).do('sales.ticket', t, t.id)))
    expect(again.map((a) => answerOf<{ number: string }>(a).number)).toEqual(numbers)
    const after = await total()
    expect(after.net - before.net).toBe(sold.reduce((sum, t) => sum + t.tenders[0]!.amount, 0))
    expect(after.tickets - before.tickets).toBe(40)
    expect(await offending()).toEqual([])
  })

  test('an act sent four times at the same moment is done once, on record once, and answered alike', async ({
    skip,
  }) => {
    if (missing) return skip('there is no PostgreSQL to start')
    const sold = Array.from({ length: 12 }, (_, i) => ticket(associates()[0]!.person, 20_000 + i))
    const acts = sold.map((t, i) => ({ t, key: `at-once-${i}-${engine}` }))
    const answers = await Promise.all(
      acts.map(({ t, key }) =>
        Promise.all([1, 2, 3, 4].map(() => at.as(t.credits[0]!.person).do('sales.ticket', t, key))),
      ),
    )
    for (const [i, four] of answers.entries()) {
      const numbers = new Set(four.map((a) => answerOf<{ number: string }>(a).number))
      expect(numbers.size).toBe(1)
      expect(four.filter((a) => a.ok && a.repeated)).toHaveLength(3)
      const [lines] = await at.database.query<{ count: number }>(
        `select count(*)::int as count from audit_line where store_id = $1 and record = $2`,
        [store().id, sold[i]!.id],
      )
      expect(lines!.count).toBe(1)
    }
    const other = await at
      .as(sold[0]!.credits[0]!.person)
      .do('sales.ticket', ticket(associates()[0]!.person, 5), acts[0]!.key)
    expect(whyOf(other)).toBe('keyReused')
    expect(await offending()).toEqual([])
  })
})
