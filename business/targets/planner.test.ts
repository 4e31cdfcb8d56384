import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { dayOf, monthOf } from '../../platform/kinds/day.ts'
import { calendarOf } from './forecast/calendar.ts'
import { proposeYear } from './forecast/propose.ts'
import { planFrame, storeHistories, storesInParts } from './history-tables.ts'
import { plannerFor } from './planner.ts'
import { makeTestChain, type TestChain, TestDoor } from './test-chain.ts'

let db: Database
let t: TestDoor
let chain: TestChain
beforeAll(async () => {
  db = await testDatabase()
  t = new TestDoor(db)
  chain = await makeTestChain(db)
})
afterAll(() => db.close())

const day = '2026-11-23'
const today = dayOf(day)

test('while a year is being proposed, other requests are answered', async () => {
  const answered: string[] = []
  const proposal = t.sees('targets.proposeYear', chain.director, day, { year: 2027 }).then(() => {
    answered.push('proposal')
  })
  for (const name of ['first', 'second', 'third', 'fourth', 'fifth']) {
    await t.sees('targets.year', chain.director, day, { year: 2027 })
    answered.push(name)
  }
  await proposal
  expect(answered).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'proposal'])
})

test('the thread plans what the same arithmetic would here', async () => {
  const { frame, from, until } = await planFrame(db, { year: 2027, today })
  const stores = []
  for await (const part of storeHistories(db, { from, until, stores: chain.stores.map((s) => s.id) }))
    stores.push(
      ...part.map(({ days, nets, ...store }) => ({
        ...store,
        history: new Map(
          days.map((n, i) => [dayOf(new Date(n * 86_400_000).toISOString().slice(0, 10)), nets[i]!]),
        ),
      })),
    )
  const here = proposeYear({ ...frame, stores, calendar: calendarOf(frame.region, frame.holidays) })
  const there = await plannerFor(db, { year: 2027, today })
  expect(there.proposals).toEqual(here.proposal.stores)
  expect(there.historyUntil).toBe('2026-11-22')
  const asked = chain.stores.map((s) => ({ store: s.id, month: monthOf('2027-02') }))
  expect(await there.days(asked)).toEqual(asked.map(({ store, month }) => here.dayWeights(store, month)))
})

test('a large chain is planned in parts that keep areas together', async () => {
  const areas = chain.areas.map((a) => [...a.stores])
  expect(await storesInParts(db, undefined, 300)).toHaveLength(1)
  const parts = await storesInParts(db, undefined, 2)
  expect(parts.map((p) => p.length)).toEqual(parts.map((p) => Math.min(2, p.length)))
  expect(parts.flat().sort()).toEqual(areas.flat().sort())
  for (const part of parts) expect(areas.filter((area) => part.some((s) => area.includes(s)))).toHaveLength(1)
})

test('who asks for the same plan at once gets the same one, and it is made again when the history differs', async () => {
  const request = { year: 2028, today }
  const [one, other] = await Promise.all([plannerFor(db, request), plannerFor(db, request)])
  expect(one.proposals[0]).toBe(other.proposals[0])
  await db.query("update sales_store_day set net = net + 100000 where store_id = $1 and day = '2026-11-22'", [
    chain.stores[0]!.id,
  ])
  const later = await plannerFor(db, request)
  expect(later.proposals[0]).not.toBe(one.proposals[0])
  await db.query("update sales_store_day set net = net - 100000 where store_id = $1 and day = '2026-11-22'", [
    chain.stores[0]!.id,
  ])
})

test('a transaction makes its own plan instead of waiting for one that may be waiting for it', async () => {
  const request = { year: 2029, today }
  const outside = plannerFor(db, request)
  const inside = await db.transaction((tx) => plannerFor(tx, request))
  expect(inside.proposals).toEqual((await outside).proposals)
})

test('a plan that could not be made is not kept', async () => {
  const failing = Object.create(db) as Database
  failing.query = (async (text: string, values?: readonly unknown[]) => {
    if (text.includes('array_agg(net)')) throw new Error('the disk is gone')
    return db.query(text, values)
  }) as Database['query']
  const request = { year: 2030, today }
  await expect(plannerFor(failing, request)).rejects.toThrow('the disk is gone')
  expect((await plannerFor(db, request)).proposals).toHaveLength(5)
})
