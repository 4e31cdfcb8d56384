import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../tests/door.ts'
import { now, today } from '../sales/boards/chain-for-tests.ts'
import { bookTickets } from '../sales/imports/booking-tables.ts'
import { takeOut } from '../sales/imports/undo-tables.ts'
import { barcodes, bookedTicket, type StockHouse, stockHouse } from './house-for-tests.ts'
import { stockInvariants } from './invariants.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
  await h.open(h.stores[0], 10)
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, stockInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

const store = () => h.stores[0]
const manager = (at: Date) => h.as(store().manager, { now: at })
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const onHand = (sku: string) => h.onHand(store(), sku)

test('a count that arrives after a sale is held against the books of the moment when it was counted', async () => {
  const [, , l] = h.skus
  await h.sellSku(store(), l, 2, later(30))
  const count = {
    id: newId(),
    store: store().id,
    countedAt: later(20).toISOString(),
    lines: [{ sku: l, counted: 9, reason: 'notFound' }],
  }
  const answer = answerOf<{ lines: object[] }>(await manager(later(40)).do('stock.count', count))
  expect(answer.lines).toEqual([expect.objectContaining({ expected: 10, counted: 9 })])
  expect(answerOf(await manager(later(41)).do('stock.count', count))).toEqual({
    id: count.id,
    lines: answer.lines,
  })
  expect(await onHand(l)).toBe(7)
  const old = { ...count, id: newId(), countedAt: later(-2000).toISOString() }
  expect(whyOf(await manager(later(42)).do('stock.count', old))).toBe('countedTooLongAgo')
})

test('of two phones the one whose count arrives late, after a later count, takes nothing off twice', async () => {
  const [, m] = h.skus
  const count = (minutes: number, counted: number) => ({
    id: newId(),
    store: store().id,
    countedAt: later(minutes).toISOString(),
    lines: [{ sku: m, counted }],
  })
  const [early, late] = [count(50, 9), count(55, 9)]
  answerOf(await manager(later(56)).do('stock.count', late))
  const answer = answerOf<{ lines: object[] }>(await manager(later(57)).do('stock.count', early))
  expect(answer.lines).toEqual([expect.objectContaining({ expected: 10, counted: 9, superseded: true })])
  expect(await onHand(m)).toBe(9)
})

test('a sale that arrives late, after its piece was missed by a count, takes nothing off a second time', async () => {
  const [, m] = h.skus
  const before = (await onHand(m))!
  const count = (minutes: number, counted: number) => ({
    id: newId(),
    store: store().id,
    countedAt: later(minutes).toISOString(),
    lines: [{ sku: m, counted }],
  })
  // Two were sold at minute 60 without network; at 65 somebody counts what is left, and at 70 the ticket arrives.
  answerOf(await manager(later(66)).do('stock.count', count(65, before - 2)))
  const sell = {
    id: newId(),
    store: store().id,
    soldAt: later(60).toISOString(),
    lines: [{ sku: m, quantity: 2, net: 598_000 }],
    credits: [{ person: store().associates[0], share: 1 }],
    tenders: [{ tender: 'card', amount: 598_000 }],
  }
  const late = h.as(store().associates[0], { now: later(70) })
  answerOf(await late.do('sales.ticket', sell))
  answerOf(await late.do('sales.ticket', sell))
  expect(await onHand(m)).toBe(before - 2)
  const next = answerOf<{ lines: object[] }>(
    await manager(later(75)).do('stock.count', count(74, before - 2)),
  )
  expect(next.lines).toEqual([expect.objectContaining({ expected: before - 2 })])
  // What was sold after the count leaves as ever, and a wrong ticket brings its pieces back.
  await h.sellSku(store(), m, 1, later(76))
  expect(await onHand(m)).toBe(before - 3)
  const wrong = { id: newId(), store: store().id, ticket: sell.id, reason: '开错了' }
  answerOf(await manager(later(77)).do('sales.reverse', wrong))
  expect(await onHand(m)).toBe(before - 1)
})

test('a file of tickets that comes after a count of its pieces takes nothing off a second time, and its undoing gives nothing', async () => {
  const [s] = h.skus
  const lines = [{ sku: s, counted: 7 }]
  const count = { id: newId(), store: store().id, countedAt: later(80).toISOString(), lines }
  answerOf(await manager(later(80)).do('stock.count', count))
  const file = newId()
  const sold = bookedTicket(store().id, today, later(79), 'F-late', barcodes[0], 2)
  await h.database.transaction((db) => bookTickets(db, file, store().manager, [sold]))
  expect(await onHand(s)).toBe(7)
  await h.database.transaction((db) => takeOut(db, file))
  expect(await onHand(s)).toBe(7)
})
