import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginDuties } from '../business/duties/edition-tables.ts'
import { keepDuties } from '../business/duties/settle.ts'
import { makeChain, now, type TestChain, today } from '../business/sales/boards/chain-for-tests.ts'
import { testDatabase } from '../platform/database/testing.ts'
import { addDays } from '../platform/kinds/day.ts'
import { newId } from '../platform/kinds/id.ts'
import { type Counted, counting } from './counting.ts'
import { answerOf, type TestDoor, testDoor } from './door.ts'

/** How often the database is asked is the same on any machine: no act and no screen may ask more often unseen. */
let at: TestDoor
let chain: TestChain
let since: () => Counted
beforeAll(async () => {
  const counted = counting(await testDatabase())
  since = counted.since
  at = await testDoor(now, counted.database)
  chain = await makeChain(at.database)
  await at.database.transaction((db) => beginDuties(db, { from: addDays(today, -3), now }))
  await keepDuties(at.database, now)
}, 120_000)
afterAll(() => at.house.close())

const store = () => chain.stores[0]
const month = today.slice(0, 7)
/**
 * Who looks, at what: the screens that are opened every day, and the most statements that each may take (who asks included:
 * two). They are what it takes today; whoever needs one more says why here.
 */
const screens = () =>
  [
    ['duties.today', chain.stores[0].associates[0], {}, 9],
    ['duties.today', store().manager, {}, 9],
    ['duties.today', chain.areaManagers[0], {}, 9],
    ['duties.today', chain.director, {}, 9],
    ['duties.below', chain.areaManagers[0], {}, 8],
    ['duties.below', chain.director, {}, 8],
    ['duties.weave', chain.areaManagers[0], {}, 8],
    ['duties.weave', chain.director, {}, 8],
    ['boards.mine', chain.stores[0].associates[0], {}, 17],
    ['boards.store', store().manager, { store: store().id }, 19],
    ['boards.progress', chain.areaManagers[0], {}, 14],
    ['boards.progress', chain.director, {}, 14],
    ['chase.list', chain.areaManagers[0], { area: chain.areas[0] }, 15],
    ['chase.company', chain.director, {}, 15],
    ['oversight.list', chain.areaManagers[0], { area: chain.areas[0] }, 7],
    ['oversight.company', chain.director, {}, 5],
    ['cash.area', chain.areaManagers[0], { area: chain.areas[0] }, 7],
    ['cash.day', store().manager, { store: store().id }, 17],
    ['reports.area', chain.areaManagers[0], { area: chain.areas[0] }, 7],
    ['targets.storeMonth', store().manager, { store: store().id, month }, 10],
    // With the plan of its floor, and the code of the day, to be seen in its photographs.
    ['checks.today', store().manager, { store: store().id }, 11],
    ['floorPlans.ofStore', store().manager, { store: store().id }, 6],
    ['displays.store', store().manager, { store: store().id }, 9],
    ['displays.area', chain.areaManagers[0], {}, 8],
    ['dailyCounts.ofDay', store().manager, { store: store().id }, 10],
    ['dailyCounts.area', chain.areaManagers[0], { area: chain.areas[0] }, 8],
    ['visits.store', store().manager, { store: store().id }, 9],
    ['visits.calendar', chain.areaManagers[0], {}, 8],
    ['visits.findings', chain.areaManagers[0], {}, 8],
    ['stockBoard.board', store().manager, { store: store().id }, 6],
    ['stockBoard.board', chain.director, {}, 6],
    ['growth.ofStore', store().manager, { store: store().id }, 8],
    ['stockReports.all', chain.director, { kind: 'week' }, 4],
    ['dayPlans.day', store().manager, { store: store().id }, 24],
    // Without a stock book there is no proposal to read; one more for what associates ask for in their reports.
    ['reorders.week', store().manager, { store: store().id }, 12],
    // Two stores keep no stock book yet: no round to read.
    ['rebalance.area', chain.areaManagers[0], { area: chain.areas[0] }, 10],
    ['rebalance.areas', chain.director, {}, 6],
    ['markdowns.plans', chain.director, {}, 4],
    ['approvals.waiting', chain.director, {}, 3],
    ['openToBuy.board', chain.director, {}, 7],
    ['purchases.all', chain.director, {}, 4],
    ['markdowns.ofStore', store().manager, { store: store().id }, 4],
    ['reorders.ofStores', chain.areaManagers[0], {}, 8],
    ['sales.dayTickets', store().manager, { store: store().id }, 5],
  ] as const

async function ask(): Promise<Map<string, number>> {
  const asked = new Map<string, number>()
  for (const [view, who, input] of screens()) {
    const person = at.as(who)
    // The first visit may make what is due; the second is the one that everybody has all day.
    answerOf(await person.see(view, input))
    since()
    answerOf(await person.see(view, input))
    const { statements, transactions } = since()
    asked.set(`${view} ${who}`, statements + transactions * 2)
  }
  return asked
}

let before: Map<string, number>
test('no screen asks the database more often than it is allowed', async () => {
  before = await ask()
  const over = screens().flatMap(([view, who, , asks]) => {
    const n = before.get(`${view} ${who}`)!
    // From whom some stores are kept back, for him it is one transaction: its beginning says so.
    const most = asks + (who === chain.director ? 0 : 2)
    return n > most ? [`${view}: ${n} > ${most}`] : []
  })
  expect(over).toEqual([])
})

test('with ten times the stores and a year more of history every screen asks just as often', async () => {
  await at.database.query(
    `insert into store (id, code, name, search, pinyin, kind, time_zone, opened_on)
     select gen_random_uuid(), 'X' || n, 'X' || n, '', 'x' || n, 'street', 'Asia/Shanghai', '2024-01-01' from generate_series(1, 40) n`,
  )
  await at.database.query(
    `insert into store_area (store_id, from_day, area_id) select id, '2024-01-01', case when code < 'X3' then $1::uuid else $2::uuid end
     from store where code like 'X%'`,
    [chain.areas[0], chain.areas[1]],
  )
  await at.database.query(
    `insert into sales_store_day (store_id, day, net, sale_tickets, units) select s.id, d, 100000, 1, 1
     from store s, generate_series($1::date - 400, $1::date - 1, '1 day') d on conflict do nothing`,
    [today],
  )
  await keepDuties(at.database, now)
  const after = await ask()
  expect([...after]).toEqual([...before])
})

test('a ticket is one transaction of six statements, beside the two that tell who sells; sent again it asks for less', async () => {
  const [person, other] = chain.stores[1].associates
  const ticket = () => ({
    id: newId(),
    store: chain.stores[1].id,
    lines: [
      { style: 'T-1', name: '衬衫', quantity: 1, net: 10_000 },
      { style: 'T-2', name: '长裤', quantity: 1, net: 20_000 },
    ],
    credits: [
      { person, share: 1 },
      { person: other, share: 1 },
    ],
    tenders: [{ tender: 'card', amount: 30_000 }],
  })
  const seller = at.as(person)
  answerOf(await seller.do('sales.ticket', ticket()))
  since()
  const kept = ticket()
  const key = newId()
  answerOf(await seller.do('sales.ticket', kept, key))
  const { statements, transactions } = since()
  expect(transactions).toBe(1)
  expect(statements).toBe(8)
  answerOf(await seller.do('sales.ticket', kept, key))
  expect(since().statements).toBeLessThanOrEqual(statements)
})
