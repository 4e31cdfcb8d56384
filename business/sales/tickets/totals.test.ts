import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { migrate } from '../../../platform/database/migrate.ts'
import { openPostgres } from '../../../platform/database/postgres.ts'
import { postgresForTests, type ThrowAwayPostgres } from '../../../platform/database/postgres-for-tests.ts'
import { migrationsFolder, testDatabase } from '../../../platform/database/testing.ts'
import { addDays, dayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { closeDay } from './record-tables.ts'
import { refundOf } from './rules.ts'
import { answerOf, broken, makeStore, type Shop, shopOn, type TestStore, whyNot } from './store-for-tests.ts'
import { findOriginals } from './tables.ts'

const postgres = await postgresForTests()
const engines: [string, () => Promise<{ database: Database; server?: ThrowAwayPostgres }>][] = [
  ['the embedded database', async () => ({ database: await testDatabase() })],
]
if (postgres) {
  engines.push([
    'a real PostgreSQL',
    async () => {
      const database = await openPostgres(postgres.url)
      await migrate(database, migrationsFolder)
      return { database, server: postgres }
    },
  ])
}

/** One thing that happens in a shop; `which` picks among the tickets there are. */
type Happening =
  | {
      kind: 'sell'
      person: number
      other: number
      share: number
      quantity: number
      net: number
      minute: number
      seen: number
    }
  | { kind: 'return'; which: number; quantity: number; sellToo: boolean }
  | { kind: 'reverse'; which: number }
  | { kind: 'count'; hour: number; traffic: number }
  | { kind: 'close' }
  | { kind: 'repeat'; which: number }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sell' as const),
      person: fc.integer({ min: 0, max: 2 }),
      other: fc.integer({ min: 0, max: 2 }),
      share: fc.integer({ min: 1, max: 99 }),
      quantity: fc.integer({ min: 1, max: 4 }),
      net: fc.integer({ min: 0, max: 299_000 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      seen: fc.integer({ min: 0, max: 2 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      which: fc.nat(30),
      quantity: fc.integer({ min: 1, max: 3 }),
      sellToo: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(30) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('count' as const),
      hour: fc.integer({ min: 0, max: 23 }),
      traffic: fc.integer({ min: -4, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'close' as const }) },
)

describe.each(engines)('on %s', (_name, open) => {
  let database: Database
  let server: ThrowAwayPostgres | undefined
  let shop: Shop
  beforeAll(async () => {
    ;({ database, server } = await open())
    shop = shopOn(database)
  })
  afterAll(async () => {
    await database.close()
    await server?.stop()
  })

  test('whatever is sold, brought back, reversed and counted, every total is the sum of the tickets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 8, maxLength: 24 }), async (happenings) => {
        await playDay(database, shop, happenings)
        expect(await broken(database)).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  test('tickets made at the same time have numbers of their own, without a gap, and nothing is lost', async () => {
    const store = await makeStore(database)
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        shop
          .as(
            i % 2 ? store.people.chen : store.people.zhou,
            'salesAssociate',
            store.id,
            '2026-11-23T15:00:00+08:00',
          )
          .act('sales.ticket', plain(store, i % 2)),
      ),
    )
    const numbers = outcomes.map((o) => answerOf<{ number: string }>(o).number).sort()
    expect(numbers).toEqual(
      Array.from({ length: 40 }, (_, i) => `${store.code}-261123-${String(i + 1).padStart(4, '0')}`),
    )
    const [day] = await database.query(
      'select net, sale_tickets, last_number from sales_store_day where store_id = $1',
      [store.id],
    )
    expect(day).toEqual({ net: 40 * 239_200, sale_tickets: 40, last_number: 40 })
    expect(await broken(database)).toEqual([])
  })

  test('one ticket sent eight times at once under different keys is written once', async () => {
    const store = await makeStore(database)
    const ticket = plain(store, 0)
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () =>
        shop
          .as(store.people.chen, 'salesAssociate', store.id, '2026-11-23T15:00:00+08:00')
          .act('sales.ticket', ticket),
      ),
    )
    const said = new Set(outcomes.map(whyNot))
    expect([...said].filter((why) => why !== 'done' && why !== 'changedMeanwhile')).toEqual([])
    expect(said.has('done')).toBe(true)
    const [day] = await database.query(
      'select sale_tickets, last_number from sales_store_day where store_id = $1',
      [store.id],
    )
    expect(day).toEqual({ sale_tickets: 1, last_number: 1 })
  })

  test('the same piece brought back at two tills at once comes back once', async () => {
    const store = await makeStore(database)
    const sold = plain(store, 0)
    const chen = shop.as(store.people.chen, 'salesAssociate', store.id, '2026-11-23T15:00:00+08:00')
    answerOf(await chen.act('sales.ticket', sold))
    const back = () => ({
      ...plain(store, 0),
      lines: [],
      returns: [{ ticket: sold.id, line: 1, quantity: 1 }],
      tenders: [{ tender: 'cash', amount: -239_200 }],
    })
    const said = (await Promise.all([1, 2, 3, 4].map(() => chen.act('sales.ticket', back()))))
      .map(whyNot)
      .sort()
    expect(said).toEqual(['done', 'returnedTooMany', 'returnedTooMany', 'returnedTooMany'])
    expect(await broken(database)).toEqual([])
  })

  test('a day closed while tickets pour in holds exactly those that were written before', async () => {
    const store = await makeStore(database)
    const selling = Array.from({ length: 12 }, (_, i) =>
      shop
        .as(store.people.chen, 'salesAssociate', store.id, '2026-11-23T21:00:00+08:00')
        .act('sales.ticket', plain(store, i % 2)),
    )
    const closing = closeDay(
      database,
      store.id,
      dayOf('2026-11-23'),
      store.people.manager,
      new Date('2026-11-23T21:00:00+08:00'),
    )
    const said = new Set((await Promise.all(selling)).map(whyNot))
    expect(await closing).toBe(true)
    expect([...said].filter((why) => why !== 'done' && why !== 'changedMeanwhile')).toEqual([])
    expect(await broken(database)).toEqual([])
  })
})

const plain = (store: TestStore, whose: number) => ({
  id: newId(),
  store: store.id,
  lines: [{ sku: store.skus.coatM, quantity: 1, net: 239_200, reason: 'member' }],
  tenders: [{ tender: 'cash', amount: 239_200 }],
  credits: [{ person: whose ? store.people.chen : store.people.zhou, share: 1 }],
})

/** Plays happenings over three days of one store; refusals are part of the game, faults are not. */
async function playDay(database: Database, shop: Shop, happenings: readonly Happening[]): Promise<void> {
  const store = await makeStore(database, 120)
  const people = Object.values(store.people)
  const written: { id: string; input: unknown }[] = []
  let day = dayOf('2026-11-21')
  for (const [i, h] of happenings.entries()) {
    const minute = h.kind === 'sell' ? h.minute : (i * 37) % 1440
    const at = `${addDays(day, minute < 120 ? 1 : 0)}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08:00`
    const manager = shop.as(store.people.manager, 'storeManager', store.id, at)
    const credits = (net: Money, a: number, b: number, share: number) => ({
      tenders: net === 0 ? [] : [{ tender: 'cash', amount: net }],
      credits:
        a === b
          ? [{ person: people[a], share: 1 }]
          : [
              { person: people[a], share },
              { person: people[b], share: 100 - share },
            ],
    })
    const send = async (input: { id: string }): Promise<void> => {
      const outcome = await manager.act('sales.ticket', input)
      if (outcome.ok) written.push({ id: input.id, input })
    }
    const chosen = 'which' in h && written.length > 0 ? written[h.which % written.length] : undefined
    if (h.kind === 'sell') {
      const lines = [
        { sku: store.skus.coatM, quantity: h.quantity, net: h.net * h.quantity, reason: 'member' },
        { style: '丝巾', quantity: 1, net: 9_901 },
      ]
      await send({
        id: newId(),
        store: store.id,
        lines,
        ...credits(cents(h.net * h.quantity + 9_901), h.person, h.other, h.share),
        seen: { traffic: h.seen, tryOns: h.seen },
      } as { id: string })
    } else if (h.kind === 'return' && chosen) {
      const [first] = await findOriginals(database, store.id, [chosen.id])
      if (!first || first.line.quantity <= first.returnedQuantity) continue
      const quantity = Math.min(h.quantity, first.line.quantity - first.returnedQuantity)
      const net = cents(-refundOf(first, quantity) + (h.sellToo ? 138_000 : 0))
      const lines = h.sellToo ? [{ sku: store.skus.jumperM, quantity: 1, net: 138_000 }] : []
      await send({
        id: newId(),
        store: store.id,
        lines,
        returns: [{ ticket: chosen.id, line: first.line.line, quantity }],
        ...credits(net, 0, 1, 40),
      } as { id: string })
    } else if (h.kind === 'reverse' && chosen) {
      const id = newId()
      const outcome = await manager.act('sales.reverse', {
        id,
        store: store.id,
        ticket: chosen.id,
        reason: '错单重开',
      })
      if (outcome.ok) written.push({ id, input: undefined })
    } else if (h.kind === 'repeat' && chosen?.input) {
      expect(answerOf<{ repeated: boolean }>(await manager.act('sales.ticket', chosen.input)).repeated).toBe(
        true,
      )
    } else if (h.kind === 'count') {
      await manager.act('sales.traffic', {
        id: newId(),
        store: store.id,
        hour: h.hour,
        traffic: h.traffic || 1,
      })
    } else if (h.kind === 'close') {
      await closeDay(
        database,
        store.id,
        day,
        store.people.manager,
        new Date(`${addDays(day, 1)}T01:59:00+08:00`),
      )
      if (day < '2026-11-23') day = addDays(day, 1)
    }
  }
}
