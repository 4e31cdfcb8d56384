import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { dayOf } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { closeDay } from './record-tables.ts'
import { answerOf, broken, makeStore, type Shop, shopOn, type TestStore, whyNot } from './store-for-tests.ts'
import type { TicketSeen } from './view-tables.ts'

let database: Database
let shop: Shop
beforeAll(async () => {
  database = await testDatabase()
  shop = shopOn(database)
})
afterAll(() => database.close())

interface Kept {
  id: string
  number: string
  day: string
  net: number
  repeated: boolean
  movedFrom: string | null
}
const noon = '2026-11-23T12:00:00+08:00'
const seller = (store: TestStore, at: string = noon, key?: string) =>
  shop.as(store.people.chen, 'salesAssociate', store.id, at, key)
const manager = (store: TestStore, at: string = noon) =>
  shop.as(store.people.manager, 'storeManager', store.id, at)
const coat = (store: TestStore, over: object = {}) => ({
  sku: store.skus.coatM,
  quantity: 1,
  net: 239_200,
  reason: 'member',
  ...over,
})
const ticket = (store: TestStore, over: object = {}) => ({
  id: newId(),
  store: store.id,
  lines: [coat(store)],
  tenders: [{ tender: 'mallTill', amount: 239_200 }],
  credits: [
    { person: store.people.chen, share: 60 },
    { person: store.people.zhou, share: 40 },
  ],
  ...over,
})
const sell = async (store: TestStore, over: object = {}, at = noon) =>
  answerOf<Kept>(await seller(store, at).act('sales.ticket', ticket(store, over)))
const totals = async (store: TestStore, day = '2026-11-23') =>
  (
    await database.query(
      'select net, sale_tickets, units, tag_value, returned, last_number from sales_store_day where store_id = $1 and day = $2',
      [store.id, day],
    )
  )[0]

test('a ticket gets its number, its day and every total with it', async () => {
  const store = await makeStore(database)
  const first = await sell(store)
  expect(first).toMatchObject({
    number: `${store.code}-261123-0001`,
    day: '2026-11-23',
    net: 239_200,
    repeated: false,
    movedFrom: null,
  })
  expect((await sell(store)).number).toBe(`${store.code}-261123-0002`)
  expect(await totals(store)).toEqual({
    net: 478_400,
    sale_tickets: 2,
    units: 2,
    tag_value: 598_000,
    returned: 0,
    last_number: 2,
  })
  const people = await database.query(
    'select net, sale_ticket_millionths from sales_person_day where store_id = $1 order by net desc',
    [store.id],
  )
  expect(people).toEqual([
    { net: 287_040, sale_ticket_millionths: 1_200_000 },
    { net: 191_360, sale_ticket_millionths: 800_000 },
  ])
  expect(
    await database.query('select hour, net, sale_tickets from sales_store_hour where store_id = $1', [
      store.id,
    ]),
  ).toEqual([{ hour: 12, net: 478_400, sale_tickets: 2 }])
  expect(await broken(database)).toEqual([])
})

test('the same ticket sent again, with the same key or another, changes nothing', async () => {
  const store = await makeStore(database)
  const once = ticket(store)
  const first = answerOf<Kept>(await seller(store, noon, 'key-of-the-phone').act('sales.ticket', once))
  const again = await seller(store, noon, 'key-of-the-phone').act('sales.ticket', once)
  expect(again).toMatchObject({ ok: true, repeated: true })
  const other = answerOf<Kept>(
    await seller(store).act('sales.ticket', {
      ...once,
      lines: [coat(store, { quantity: 2, net: 1, reason: 'staff' })],
    }),
  )
  expect(other).toMatchObject({ id: first.id, number: first.number, net: 239_200, repeated: true })
  expect(await totals(store)).toMatchObject({ net: 239_200, sale_tickets: 1, last_number: 1 })
})

test('with a cut-off at 02:00 the sale at 01:30 stands on the day before', async () => {
  const store = await makeStore(database, 120)
  expect(await sell(store, {}, '2026-11-24T01:30:00+08:00')).toMatchObject({ day: '2026-11-23' })
  expect(await sell(store, {}, '2026-11-24T02:30:00+08:00')).toMatchObject({
    day: '2026-11-24',
    number: `${store.code}-261124-0001`,
  })
})

test('the tag price is the one of the day, whatever the phone believes', async () => {
  const store = await makeStore(database)
  const kept = await sell(store, { lines: [coat(store, { tagPrice: 1_000_000 })] })
  const seen = answerOf<TicketSeen>(
    await seller(store).see('sales.oneTicket', { store: store.id, ticket: kept.id }),
  )
  expect(seen.lines[0]).toMatchObject({
    tagPrice: 299_000,
    style: `${store.code}-1107`,
    color: '燕麦',
    size: 'M',
  })
})

test('free text sells what is not in the goods file', async () => {
  const store = await makeStore(database)
  const kept = await sell(store, {
    lines: [{ style: '赠品丝巾', quantity: 2, net: 19_800 }],
    tenders: [{ tender: 'cash', amount: 19_800 }],
  })
  expect(kept.net).toBe(19_800)
  expect(await broken(database)).toEqual([])
})

test('what does not add up is refused in words', async () => {
  const store = await makeStore(database)
  const refusal = async (over: object) => whyNot(await seller(store).act('sales.ticket', ticket(store, over)))
  expect(await refusal({ lines: [], tenders: [] })).toBe('linesMissing')
  expect(await refusal({ tenders: [{ tender: 'cash', amount: 239_199 }] })).toBe('tendersDiffer')
  expect(await refusal({ lines: [coat(store, { reason: null })] })).toBe('discountUnexplained')
  expect(
    await refusal({ lines: [coat(store, { net: 299_001 })], tenders: [{ tender: 'cash', amount: 299_001 }] }),
  ).toBe('aboveTag')
  expect(await refusal({ lines: [coat(store, { sku: newId() })] })).toBe('skuUnknown')
  expect(await refusal({ lines: [{ quantity: 1, net: 239_200 }] })).toBe('styleMissing')
  expect(await refusal({ credits: [] })).toBe('badShape')
  const elsewhere = await makeStore(database)
  expect(await refusal({ credits: [{ person: elsewhere.people.chen, share: 1 }] })).toBe('notOfStore')
  expect(await totals(store)).toBeUndefined()
})

test('a piece comes back at what was paid for it, and not twice', async () => {
  const store = await makeStore(database)
  const sold = await sell(store, {
    lines: [coat(store, { quantity: 3, net: 700_001 })],
    tenders: [{ tender: 'card', amount: 700_001 }],
  })
  const back = (quantity: number, amount: number) =>
    seller(store).act(
      'sales.ticket',
      ticket(store, {
        lines: [],
        returns: [{ ticket: sold.id, line: 1, quantity }],
        tenders: [{ tender: 'card', amount }],
      }),
    )
  expect(whyNot(await back(1, -239_200))).toBe('tendersDiffer')
  expect(answerOf<Kept>(await back(1, -233_334)).net).toBe(-233_334)
  expect(whyNot(await back(3, -466_667))).toBe('returnedTooMany')
  expect(answerOf<Kept>(await back(2, -466_667)).net).toBe(-466_667)
  expect(whyNot(await back(1, 0))).not.toBe('done')
  expect(await totals(store)).toMatchObject({ net: 0, units: 0, sale_tickets: 1, returned: 700_001 })
  expect(await broken(database)).toEqual([])
})

test('a return sent again after a lost reply is answered, not refused', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  const back = ticket(store, {
    lines: [],
    returns: [{ ticket: sold.id, line: 1, quantity: 1 }],
    tenders: [{ tender: 'cash', amount: -239_200 }],
  })
  const first = answerOf<Kept>(await seller(store).act('sales.ticket', back))
  expect(answerOf<Kept>(await seller(store).act('sales.ticket', back))).toMatchObject({
    number: first.number,
    repeated: true,
  })
})

test('a ticket of another store cannot be returned, seen or reversed here', async () => {
  const [here, there] = [await makeStore(database), await makeStore(database)]
  const sold = await sell(there)
  const back = ticket(here, {
    lines: [],
    returns: [{ ticket: sold.id, line: 1, quantity: 1 }],
    tenders: [{ tender: 'cash', amount: -239_200 }],
  })
  expect(whyNot(await seller(here).act('sales.ticket', back))).toBe('originalNotFound')
  expect(whyNot(await seller(here).see('sales.oneTicket', { store: here.id, ticket: sold.id }))).toBe(
    'notFound',
  )
  expect(whyNot(await seller(here).see('sales.oneTicket', { store: there.id, ticket: sold.id }))).toBe(
    'scope',
  )
  expect(
    whyNot(
      await manager(here).act('sales.reverse', {
        id: newId(),
        store: here.id,
        ticket: sold.id,
        reason: '串店',
      }),
    ),
  ).toBe('notFound')
})

test('the manager reverses a ticket with a reason: every figure goes back, and both stay to be seen', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  const reversal = { id: newId(), store: store.id, ticket: sold.id, reason: '收银方式选错' }
  expect(whyNot(await seller(store).act('sales.reverse', reversal))).toBe('position')
  const reversed = answerOf<Kept>(await manager(store).act('sales.reverse', reversal))
  expect(reversed).toMatchObject({ day: '2026-11-23', net: -239_200, number: `${store.code}-261123-0002` })
  expect(answerOf<Kept>(await manager(store).act('sales.reverse', reversal))).toMatchObject({
    id: reversed.id,
    repeated: true,
  })
  expect(await totals(store)).toMatchObject({ net: 0, units: 0, sale_tickets: 0, tag_value: 0 })
  expect(whyNot(await manager(store).act('sales.reverse', { ...reversal, id: newId() }))).toBe(
    'reversedAlready',
  )
  expect(
    whyNot(await manager(store).act('sales.reverse', { ...reversal, id: newId(), ticket: reversed.id })),
  ).toBe('isReversal')
  const seen = answerOf<TicketSeen>(
    await seller(store).see('sales.oneTicket', { store: store.id, ticket: sold.id }),
  )
  expect(seen.chain.map((c) => [c.kind, c.net, c.reason])).toEqual([
    ['sale', 239_200, null],
    ['reversal', -239_200, '收银方式选错'],
  ])
  expect(await broken(database)).toEqual([])
})

test('a sale with returns cannot be reversed before them; a reversed return may come back again', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  const back = () =>
    ticket(store, {
      lines: [],
      returns: [{ ticket: sold.id, line: 1, quantity: 1 }],
      tenders: [{ tender: 'cash', amount: -239_200 }],
    })
  const returned = answerOf<Kept>(await seller(store).act('sales.ticket', back()))
  const reverse = (id: string) =>
    manager(store).act('sales.reverse', { id: newId(), store: store.id, ticket: id, reason: '客人改主意' })
  expect(whyNot(await reverse(sold.id))).toBe('hasReturns')
  answerOf(await reverse(returned.id))
  answerOf(await seller(store).act('sales.ticket', back()))
  expect(whyNot(await reverse(sold.id))).toBe('hasReturns')
  expect(await broken(database)).toEqual([])
})

test('a closed day never changes: its late tickets and reversals fall on the next open day', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  expect(
    await closeDay(
      database,
      store.id,
      dayOf('2026-11-23'),
      store.people.manager,
      new Date('2026-11-23T21:30:00+08:00'),
    ),
  ).toBe(true)
  expect(
    await closeDay(
      database,
      store.id,
      dayOf('2026-11-23'),
      store.people.manager,
      new Date('2026-11-23T21:31:00+08:00'),
    ),
  ).toBe(false)
  const before = await totals(store)
  const late = await sell(store, { soldAt: '2026-11-23T20:00:00+08:00' }, '2026-11-23T22:00:00+08:00')
  expect(late).toMatchObject({ day: '2026-11-24', movedFrom: '2026-11-23' })
  const reversed = await manager(store, '2026-11-24T11:00:00+08:00').act('sales.reverse', {
    id: newId(),
    store: store.id,
    ticket: sold.id,
    reason: '错单',
  })
  expect(answerOf<Kept>(reversed)).toMatchObject({ day: '2026-11-24', net: -239_200 })
  expect(
    whyNot(
      await seller(store, '2026-11-24T11:00:00+08:00').act('sales.traffic', {
        id: newId(),
        store: store.id,
        day: '2026-11-23',
        hour: 12,
        traffic: 3,
      }),
    ),
  ).toBe('dayClosed')
  expect(await totals(store)).toEqual(before)
  expect(await broken(database)).toEqual([])
})

test('an associate takes back her own fresh ticket, not an old one, nor a colleague’s', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  const undo = () => ({ id: newId(), store: store.id, ticket: sold.id })
  expect(
    whyNot(await shop.as(store.people.zhou, 'salesAssociate', store.id, noon).act('sales.undo', undo())),
  ).toBe('notYourTicket')
  expect(whyNot(await seller(store, '2026-11-23T12:11:00+08:00').act('sales.undo', undo()))).toBe(
    'undoTooLate',
  )
  expect(answerOf<Kept>(await seller(store, '2026-11-23T12:05:00+08:00').act('sales.undo', undo())).net).toBe(
    -239_200,
  )
})

test('traffic is typed by the hour, corrected by a negative, and never falls below nothing', async () => {
  const store = await makeStore(database)
  const count = (over: object) =>
    seller(store).act('sales.traffic', { id: newId(), store: store.id, hour: 11, ...over })
  answerOf(await count({ traffic: 12, tryOns: 3 }))
  const correction = { id: newId(), traffic: -2 }
  answerOf(await count(correction))
  answerOf(await count(correction))
  expect(whyNot(await count({ traffic: -11 }))).toBe('trafficBelowZero')
  expect(whyNot(await count({ traffic: 0 }))).toBe('badShape')
  expect(whyNot(await count({ traffic: 1, day: '2026-11-24' }))).toBe('dayAhead')
  answerOf(await seller(store).act('sales.ticket', ticket(store, { seen: { traffic: 2, tryOns: 1 } })))
  const seen = answerOf<{ hours: unknown[] }>(
    await seller(store).see('sales.trafficDay', { store: store.id }),
  )
  expect(seen.hours).toEqual([
    { hour: 11, traffic: 10, tryOns: 3, saleTickets: 0 },
    { hour: 12, traffic: 2, tryOns: 1, saleTickets: 1 },
  ])
  expect(await broken(database)).toEqual([])
})

test('tickets are found by number, style, name and the pinyin of who sold them', async () => {
  const store = await makeStore(database)
  const sold = await sell(store)
  for (const text of [
    sold.number,
    `${store.code}-1107`.toLowerCase(),
    '羊毛',
    'zhoum',
    store.barcodes.coatM,
  ]) {
    const found = answerOf<{ tickets: { id: string }[] }>(
      await seller(store).see('sales.findTickets', { store: store.id, text }),
    )
    expect(
      found.tickets.map((t) => t.id),
      text,
    ).toEqual([sold.id])
  }
  const counter = answerOf<{ people: unknown[]; mine: { net: number } }>(
    await seller(store).see('sales.counter', { store: store.id }),
  )
  expect(counter.people).toHaveLength(3)
  expect(counter.mine).toEqual({ target: null, net: 143_520 })
})
