import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { photosForTests, pictureOf } from '../../platform/photos/photos-for-tests.ts'
import { answerOf, whyOf } from '../../tests/door.ts'
import { today } from '../sales/boards/chain-for-tests.ts'
import { type StockHouse, stockHouse } from './house-for-tests.ts'
import { stockInvariants } from './invariants.ts'

let h: StockHouse
beforeAll(async () => {
  photosForTests()
  h = await stockHouse()
  await h.open(h.stores[0], 10)
  await h.open(h.stores[1], 10)
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, stockInvariants)
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

const [S, M, L] = [0, 1, 2]
const sku = (size: number) => h.skus[size]!
const onHand = (size: number, n = 0) => h.onHand(h.stores[n]!, sku(size))
const line = async (shipment: string, size: number, n = 0) =>
  (
    await h.database.query(
      `select shipped, in_transit as way, received, rejected, missing, surplus from shipment_line
       where store_id = $1 and shipment_id = $2 and sku_id = $3`,
      [h.stores[n]!.id, shipment, sku(size)],
    )
  )[0]
const answer = (
  shipment: string,
  size: number,
  about: string,
  said: string,
  input: object = {},
  n = 0,
  by = 0,
) =>
  h.as(h.chain.areaManagers[by]).do('stock.answer', {
    id: newId(),
    store: h.stores[n]!.id,
    shipment,
    sku: sku(size),
    about,
    answer: said,
    ...input,
  })

test('what headquarters sends is on its way until it is received; a store without a stock book begins one first', async () => {
  const early = await h.deliver(h.stores[2], [[sku(S), 1]])
  expect(whyOf(await h.receive(h.stores[2], early, { lines: [] }))).toBe('bookNotBegun')
  const id = await h.deliver(h.stores[0], [[sku(S), 4]])
  const notice = {
    dueOn: addDays(today, -1),
    notices: [{ id: newId(), store: h.stores[0].id, lines: [{ sku: sku(S), quantity: 1 }] }],
  }
  expect(whyOf(await h.as(h.merchandiser).do('stock.deliver', notice))).toBe('dueInPast')
  expect(await line(id, S)).toEqual({ shipped: 4, way: 4, received: 0, rejected: 0, missing: 0, surplus: 0 })
  expect(await onHand(S)).toBe(10)
  answerOf(await h.receive(h.stores[0], id, { lines: [{ sku: sku(S), arrived: 4 }] }))
  expect(await onHand(S)).toBe(14)
  expect(whyOf(await h.receive(h.stores[0], id, { lines: [{ sku: sku(S), arrived: 1 }] }))).toBe(
    'alreadyReceived',
  )
})

let mixed: string
test('in several parts, with rejected, missing and surplus pieces: each piece is in exactly one place', async () => {
  mixed = await h.deliver(h.stores[0], [
    [sku(S), 5],
    [sku(M), 3],
  ])
  const receive = (input: object) => h.receive(h.stores[0], mixed, input)
  const first = { last: false, lines: [{ sku: sku(S), arrived: 2 }] }
  answerOf(await receive(first))
  expect(await line(mixed, S)).toMatchObject({ way: 3, received: 2 })
  expect(whyOf(await receive({ lines: [{ sku: sku(S), arrived: 3, rejected: 1 }] }))).toBe('differenceUnsaid')
  expect(whyOf(await receive({ lines: [{ sku: sku(S), arrived: 1, rejected: 2 }] }))).toBe(
    'rejectedMoreThanCame',
  )
  expect(whyOf(await receive({ lines: [{ sku: sku(S), arrived: 4, rejected: 4, reason: 'damaged' }] }))).toBe(
    'rejectedNotShipped',
  )
  expect(whyOf(await receive({ last: false, lines: [] }))).toBe('nothingCame')
  const id = newId()
  const rest = {
    id,
    lines: [
      { sku: sku(S), arrived: 2, rejected: 1, reason: 'damaged', words: '袖口开线' },
      { sku: sku(L), arrived: 2, reason: 'wrongItem' },
    ],
  }
  answerOf(await receive(rest))
  answerOf(await receive(rest))
  expect(await line(mixed, S)).toEqual({
    shipped: 5,
    way: 0,
    received: 3,
    rejected: 1,
    missing: 1,
    surplus: 0,
  })
  expect(await line(mixed, M)).toEqual({
    shipped: 3,
    way: 0,
    received: 0,
    rejected: 0,
    missing: 3,
    surplus: 0,
  })
  expect(await line(mixed, L)).toEqual({
    shipped: 0,
    way: 0,
    received: 0,
    rejected: 0,
    missing: 0,
    surplus: 2,
  })
  expect([await onHand(S), await onHand(M), await onHand(L)]).toEqual([17, 10, 12])
})

test('a rejected piece cannot be counted twice: the database refuses it wherever it is tried', async () => {
  const { id: store } = h.stores[0]
  const change = (sql: string, more: unknown[] = []) => h.database.query(sql, [store, mixed, sku(S), ...more])
  const of = 'where store_id = $1 and shipment_id = $2 and sku_id = $3'
  // As received and as rejected.
  await expect(change(`update shipment_line set received = received + 1 ${of}`)).rejects.toThrow(
    /shipped_is_somewhere_once/,
  )
  await expect(change(`update shipment_line set rejected = rejected + 1 ${of}`)).rejects.toThrow(
    /shipped_is_somewhere_once/,
  )
  await expect(
    change(`update receipt_line set taken = taken + rejected ${of} and rejected > 0`),
  ).rejects.toThrow(/taken_is_received_and_surplus/)
  // Into the books together with what was taken in, and once more.
  const [receipt] = await change(`select receipt_id, taken from receipt_line ${of} and rejected > 0`)
  const move = (cause: unknown, line: number, quantity: number) =>
    h.database.query(
      `insert into stock_movement (store_id, cause, line, sku_id, kind, quantity, receipt_id, day, by, at)
       values ($1, $2, $3, $4, 'receipt', $5, $2, $6, $7, now())`,
      [store, cause, line, sku(S), quantity, today, h.stores[0].manager],
    )
  await expect(move(receipt!.receipt_id, 9, 2)).rejects.toThrow(/receipt_moves_what_was_taken|receipt_once/)
  await expect(move(receipt!.receipt_id, 9, 1)).rejects.toThrow(/stock_movement_receipt_once/)
  await expect(
    change(
      `update stock_movement set quantity = quantity + 1 where store_id = $1 and receipt_id = $4 and sku_id = $3 and $2::uuid is not null`,
      [receipt!.receipt_id],
    ),
  ).rejects.toThrow(/receipt_moves_what_was_taken/)
  // And a difference is not settled beyond what it is.
  await expect(change(`update shipment_line set rejected_settled = 2 ${of}`)).rejects.toThrow(/settled_once/)
})

test('the area manager answers each difference once, and the books follow the answer', async () => {
  expect(whyOf(await answer(mixed, S, 'rejected', 'sendBack', {}, 0, 1))).toBe('scope')
  expect(whyOf(await answer(mixed, S, 'rejected', 'lost', { words: '丢了' }))).toBe('answerUnfit')
  expect(whyOf(await answer(mixed, S, 'missing', 'lost'))).toBe('sayWhy')
  answerOf(await answer(mixed, S, 'rejected', 'takeIn'))
  expect(await onHand(S)).toBe(18)
  expect(whyOf(await answer(mixed, S, 'rejected', 'takeIn'))).toBe('nothingOpen')
  const found = newId()
  answerOf(await answer(mixed, S, 'missing', 'found', { id: found }))
  answerOf(await answer(mixed, S, 'missing', 'found', { id: found }))
  expect(await onHand(S)).toBe(19)
  answerOf(await answer(mixed, M, 'missing', 'lost', { words: '承运商赔付' }))
  answerOf(await answer(mixed, L, 'surplus', 'keep'))
  expect([await onHand(M), await onHand(L)]).toEqual([10, 12])
})

const transferOf = (input: object = {}, by = h.stores[0].manager) =>
  h.as(by).do('stock.propose', {
    id: newId(),
    store: h.stores[0].id,
    to: h.stores[1].id,
    why: 'brokenSizes',
    lines: [
      { sku: sku(S), asked: 4 },
      { sku: sku(M), asked: 2 },
    ],
    ...input,
  })
const step = (action: string, transfer: string, input: object = {}, by = h.stores[0].associates[0]) =>
  h.as(by).do(`stock.${action}`, { store: h.stores[0].id, transfer, ...input })

let moved: string
test('a transfer is proposed, approved, picked and shipped; what leaves one store is on its way to the other', async () => {
  expect(whyOf(await transferOf({ lines: [{ sku: sku(S), asked: 99 }] }))).toBe('notSoMany')
  expect(whyOf(await transferOf({ to: h.stores[0].id }))).toBe('sameStore')
  expect(whyOf(await transferOf({ to: h.stores[3].id }))).toBe('bookNotBegun')
  const made = answerOf<{ id: string; state: string }>(await transferOf())
  moved = made.id
  expect(made.state).toBe('proposed')
  const lines = [
    { sku: sku(S), picked: 4 },
    { sku: sku(M), picked: 1 },
  ]
  expect(whyOf(await step('pick', moved, { lines }))).toBe('notNow')
  expect(whyOf(await step('decide', moved, { approve: true }, h.stores[0].manager))).toBe('position')
  expect(whyOf(await step('decide', moved, { approve: true }, h.chain.areaManagers[1]))).toBe('scope')
  answerOf(await step('decide', moved, { approve: true }, h.chain.areaManagers[0]))
  expect(whyOf(await step('pick', moved, { lines: lines.slice(1) }))).toBe('pickAll')
  expect(whyOf(await step('pick', moved, { lines: [{ sku: sku(S), picked: 5 }, lines[1]] }))).toBe(
    'pickedTooMany',
  )
  answerOf(await step('pick', moved, { lines }))
  answerOf(await step('ship', moved, { dueOn: addDays(today, 2), carrier: '顺丰' }))
  expect(whyOf(await step('ship', moved, { dueOn: today }))).toBe('notNow')
  expect(whyOf(await step('cancel', moved, { words: '不调了' }, h.stores[0].manager))).toBe('notNow')
  expect([await onHand(S), await onHand(M)]).toEqual([15, 9])
  expect([await onHand(S, 1), await onHand(M, 1)]).toEqual([10, 10])
  expect(await line(moved, S, 1)).toMatchObject({ shipped: 4, way: 4 })
})

test('rejected there, pieces lie aside until they are sent back, and come home as a shipment of their own', async () => {
  answerOf(
    await h.receive(h.stores[1], moved, {
      lines: [
        { sku: sku(S), arrived: 4, rejected: 2, reason: 'damaged' },
        { sku: sku(M), arrived: 2, reason: 'over' },
      ],
    }),
  )
  expect([await onHand(S, 1), await onHand(M, 1)]).toEqual([12, 12])
  answerOf(await answer(moved, S, 'rejected', 'sendBack', {}, 1))
  expect([await onHand(S), await onHand(S, 1)]).toEqual([15, 12])
  const [home] = await h.database.query<{ id: string; number: string }>(
    'select id, number from shipment where store_id = $1 and sent_back_by is not null',
    [h.stores[0].id],
  )
  expect(home!.number).toMatch(/^TH/)
  answerOf(await h.receive(h.stores[0], home!.id, { lines: [{ sku: sku(S), arrived: 2 }] }))
  expect(await onHand(S)).toBe(17)
  // One more came than was shipped: it was taken from the sender’s shelf, and the sender’s books follow.
  answerOf(await answer(moved, M, 'surplus', 'keep', {}, 1))
  expect([await onHand(M), await onHand(M, 1)]).toEqual([8, 12])
})

test('surplus of another store that is sent back is on its way home: it can be received there, or found missing', async () => {
  const lines = [{ sku: sku(L), asked: 1 }]
  const { id } = answerOf<{ id: string }>(await transferOf({ lines }, h.chain.areaManagers[0]))
  answerOf(await step('pick', id, { lines: [{ sku: sku(L), picked: 1 }] }))
  answerOf(await step('ship', id, { dueOn: today }))
  const [here, there] = [await onHand(L), await onHand(L, 1)]
  answerOf(await h.receive(h.stores[1], id, { lines: [{ sku: sku(L), arrived: 3, reason: 'over' }] }))
  const said = newId()
  answerOf(await answer(id, L, 'surplus', 'sendBack', { id: said }, 1))
  expect([await onHand(L), await onHand(L, 1)]).toEqual([here! - 2, there! + 1])
  const [home] = await h.database.query<{ id: string }>(
    'select id from shipment where store_id = $1 and from_store = $2 and sent_back_by = $3',
    [h.stores[0].id, h.stores[1].id, said],
  )
  expect(await line(home!.id, L)).toMatchObject({ shipped: 2, way: 2 })
  answerOf(await h.receive(h.stores[0], home!.id, { lines: [{ sku: sku(L), arrived: 2 }] }))
  expect([await onHand(L), await onHand(L, 1)]).toEqual([here, there! + 1])
})

test('whoever may decide approves by proposing; a refusal says why and ends it', async () => {
  expect(answerOf(await transferOf({}, h.chain.areaManagers[0]))).toMatchObject({ state: 'approved' })
  const { id } = answerOf<{ id: string }>(await transferOf())
  const no = { approve: false }
  expect(whyOf(await step('decide', id, no, h.chain.areaManagers[0]))).toBe('sayWhy')
  answerOf(await step('decide', id, { ...no, words: '杭州也要卖' }, h.chain.areaManagers[0]))
  expect(whyOf(await step('decide', id, { approve: true }, h.chain.areaManagers[0]))).toBe('notNow')
  const again = answerOf<{ id: string }>(await transferOf())
  answerOf(await step('cancel', again.id, { words: '客人不要了' }, h.stores[0].manager))
})

test('goods for a store of another area are let go by merchandising, who reaches both', async () => {
  await h.open(h.stores[2], 1)
  const { id } = answerOf<{ id: string }>(await transferOf({ to: h.stores[2].id }))
  expect(whyOf(await step('decide', id, { approve: true }, h.chain.areaManagers[0]))).toBe('otherArea')
  expect(answerOf(await step('decide', id, { approve: true }, h.merchandiser))).toMatchObject({
    state: 'approved',
  })
})

test('a torn piece is photographed at its line; who answers the difference sees it, and a line that is right takes none', async () => {
  const [store] = h.stores
  const shot = async (seed: number) => {
    const picture = (await pictureOf(seed)).toString('base64')
    const taken = { id: newId(), store: store.id, picture, takenAt: new Date().toISOString() }
    return answerOf<{ id: string }>(await h.as(store.associates[0]).do('stock.takePhoto', taken)).id
  }
  const [photo, other] = [await shot(1), await shot(2)]
  const id = await h.deliver(store, [
    [sku(S), 2],
    [sku(M), 1],
  ])
  const torn = { sku: sku(S), arrived: 2, rejected: 1, reason: 'damaged', photo }
  const right = { sku: sku(M), arrived: 1 }
  expect(whyOf(await h.receive(store, id, { lines: [torn, { ...right, photo: other }] }))).toBe(
    'photoOfNothing',
  )
  expect(whyOf(await h.receive(store, id, { lines: [{ ...torn, photo: newId() }, right] }))).toBe('photoGone')
  answerOf(await h.receive(store, id, { lines: [torn, right] }))
  const { open } = answerOf<{ open: { shipment: string; sku: string; photo: { id: string } | null }[] }>(
    await h.as(h.chain.areaManagers[0]).see('stock.differences', {}),
  )
  expect(open.filter((d) => d.shipment === id)).toMatchObject([{ sku: sku(S), photo: { id: photo } }])
  const seen = { store: store.id, id: photo }
  answerOf(await h.as(h.chain.areaManagers[0]).see('stock.photo', seen))
  expect(whyOf(await h.as(h.stores[2].manager).see('stock.photo', seen))).toBe('scope')
  // Shown once it is no picture of another difference.
  const again = await h.deliver(store, [[sku(S), 1]])
  expect(whyOf(await h.receive(store, again, { lines: [{ ...torn, arrived: 1 }] }))).toBe('photoGone')
})
