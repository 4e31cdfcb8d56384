import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { verify } from '../../platform/database/verify.ts'
import { addDays } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import { answerOf, whyOf } from '../../tests/door.ts'
import { now, today } from '../sales/boards/chain-for-tests.ts'
import { bookTickets } from '../sales/imports/booking-tables.ts'
import { takeOut } from '../sales/imports/undo-tables.ts'
import { salesInvariants } from '../sales/invariants.ts'
import { barcodes, bookedTicket, type StockHouse, stockHouse } from './house-for-tests.ts'
import { stockInvariants } from './invariants.ts'

let h: StockHouse
beforeAll(async () => {
  h = await stockHouse()
})
afterAll(() => h.house.close())
afterEach(async () => {
  const broken = await verify(h.database, [...stockInvariants, ...salesInvariants])
  expect(broken.filter((b) => b.count > 0)).toEqual([])
})

const store = (n = 0) => h.stores[n]!
const manager = (n = 0, at = now) => h.as(store(n).manager, { now: at })
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const onHand = (sku: string, n = 0) => h.onHand(store(n), sku)
const negatives = async (n = 0) =>
  answerOf<{ negative: { sku: string; onHand: number; since: string }[] }>(
    await manager(n).see('stock.book', { store: store(n).id }),
  ).negative
const movements = (n = 0) =>
  h.database.query<{ kind: string; quantity: number; held: number }>(
    'select kind, quantity, held from stock_movement where store_id = $1 order by at, cause, line',
    [store(n).id],
  )

test('a store that keeps no stock book yet sells without a word about stock', async () => {
  await h.sellSku(store(), h.skus[0], 1, later(-60))
  expect(await movements()).toEqual([])
  expect(await negatives()).toEqual([])
  const note = { id: newId(), store: store().id, sku: h.skus[0], kind: 'damage', quantity: 1, why: 'torn' }
  expect(whyOf(await manager().do('stock.note', note))).toBe('bookNotBegun')
})

test('an opening balance is read from a sheet; what cannot be read is told row by row, nothing is dropped', async () => {
  const text = [
    '条码\t款号\t颜色\t尺码\t数量',
    `${barcodes[0]}\t\t\t\t6`,
    `${barcodes[0]}.0\t\t\t\t4`,
    `\tqh26d-1107\t燕麦\t m \t10`,
    `1.98E+11\t\t\t\t3`,
    `${barcodes[2]}\t\t\t\t10`,
    `${barcodes[3]}\t\t\t\t十件`,
    `9999999\t\t\t\t2`,
    '制表：小李\t\t\t\t',
  ].join('\n')
  const read = answerOf<{
    lines: { sku: string; quantity: number }[]
    rowsRead: number
    pieces: number
    rejected: { row: number; why: string }[]
  }>(await manager().see('stock.readOpening', { store: store().id, text }))
  expect(read.rejected).toEqual([
    expect.objectContaining({ row: 5, why: 'rowBarcodeBroken' }),
    expect.objectContaining({ row: 7, why: 'rowQuantity' }),
    expect.objectContaining({ row: 8, why: 'rowUnknown' }),
    expect.objectContaining({ row: 9, why: 'rowQuantity' }),
  ])
  expect(read).toMatchObject({ rowsRead: 8, pieces: 30 })
  expect(read.lines).toHaveLength(3)
  const nonsense = await manager().see('stock.readOpening', { store: store().id, text: '一,二\n3,4' })
  expect(whyOf(nonsense)).toBe('columnsUnknown')
})

test('the book begins with the opening balance, in the morning of its day: what was sold since is moved at once', async () => {
  const id = newId()
  const lines = h.skus.map((sku) => ({ sku, quantity: 10 }))
  const open = { id, store: store().id, day: today, lines }
  expect(whyOf(await manager().do('stock.open', { ...open, day: addDays(today, 1) }))).toBe('dayAhead')
  expect(whyOf(await manager().do('stock.open', { ...open, lines: [...lines, lines[0]] }))).toBe(
    'skuNamedTwice',
  )
  expect(answerOf(await manager().do('stock.open', open))).toMatchObject({ pieces: 40, skus: 4 })
  expect(answerOf(await manager().do('stock.open', open))).toMatchObject({ pieces: 40 })
  expect(whyOf(await manager().do('stock.open', { ...open, id: newId() }))).toBe('bookBegunAlready')
  expect(await onHand(h.skus[0])).toBe(9)
  expect(await onHand(h.skus[1])).toBe(10)
})

test('a sale, its return, a whole reversal and an undo move their pieces with the ticket', async () => {
  const [s, m] = h.skus
  const ticket = await h.sellSku(store(), s, 3)
  expect(await onHand(s)).toBe(6)
  const back = {
    id: newId(),
    store: store().id,
    lines: [],
    returns: [{ ticket, line: 1, quantity: 2 }],
    credits: [{ person: store().associates[0], share: 1 }],
    tenders: [{ tender: 'card', amount: -598_000 }],
  }
  answerOf(await h.as(store().associates[0]).do('sales.ticket', back))
  expect(await onHand(s)).toBe(8)
  answerOf(
    await manager().do('sales.reverse', {
      id: newId(),
      store: store().id,
      ticket: back.id,
      reason: '退错了',
    }),
  )
  expect(await onHand(s)).toBe(6)
  answerOf(await manager().do('sales.reverse', { id: newId(), store: store().id, ticket, reason: '开错了' }))
  expect(await onHand(s)).toBe(9)
  const wrong = await h.sellSku(store(), m, 1)
  answerOf(
    await h.as(store().associates[0]).do('sales.undo', { id: newId(), store: store().id, ticket: wrong }),
  )
  expect(await onHand(m)).toBe(10)
})

test('the reversal of a ticket from before the book began moves nothing, since the opening count knew', async () => {
  const before = await h.sellSku(store(), h.skus[3], 1, new Date(`${addDays(today, -1)}T15:00:00+08:00`))
  answerOf(
    await manager().do('sales.reverse', { id: newId(), store: store().id, ticket: before, reason: '开错了' }),
  )
  expect(await onHand(h.skus[3])).toBe(10)
})

test('more sold than the books hold stands there with its flag, is never cut off at nothing, and is cleared by what comes', async () => {
  await h.sellSku(store(), h.skus[3], 12)
  expect(await onHand(h.skus[3])).toBe(-2)
  expect(await negatives()).toEqual([
    expect.objectContaining({ sku: h.skus[3], onHand: -2, since: now.toISOString() }),
  ])
  await h.sellSku(store(), h.skus[3], 1, later(5))
  expect(await negatives()).toEqual([expect.objectContaining({ onHand: -3, since: now.toISOString() })])
  const count = {
    id: newId(),
    store: store().id,
    lines: [{ sku: h.skus[3], counted: 1, reason: 'notFound' }],
  }
  const answer = answerOf<{ lines: object[] }>(await manager(0, later(10)).do('stock.count', count))
  expect(answer.lines).toEqual([expect.objectContaining({ expected: -3, counted: 1 })])
  expect(await onHand(h.skus[3])).toBe(1)
  expect(await negatives()).toEqual([])
})

test('the database takes no figure below nothing without its flag, nor a flag without it', async () => {
  const change = (set: string) =>
    h.database.query(`update stock set ${set} where store_id = $1 and sku_id = $2`, [store().id, h.skus[3]])
  await expect(change('on_hand = -1')).rejects.toThrow(/stock_negative_is_flagged/)
  await expect(change('negative_since = now()')).rejects.toThrow(/stock_negative_is_flagged/)
  await expect(change('held = -1')).rejects.toThrow(/stock_held_check/)
})

test('damaged pieces leave, those put aside stay and are not for sale; wrongly noted ones are taken back with their reason', async () => {
  const [, m] = h.skus
  const note = (input: object) =>
    h
      .as(store().associates[0])
      .do('stock.note', { id: newId(), store: store().id, sku: m, quantity: 1, why: 'torn', ...input })
  const damaged = answerOf<{ id: string }>(await note({ kind: 'damage' }))
  answerOf(await note({ kind: 'hold', quantity: 4, why: 'customer' }))
  answerOf(await note({ kind: 'sample', quantity: 2, why: 'display' }))
  expect(whyOf(await note({ kind: 'hold', quantity: 4 }))).toBe('notSoMany')
  expect(whyOf(await note({ kind: 'release', quantity: 7 }))).toBe('notSoManyHeld')
  expect(whyOf(await note({ kind: 'missing', why: 'other' }))).toBe('sayWhy')
  answerOf(await note({ kind: 'release', quantity: 4, why: 'customer' }))
  const [row] = await h.database.query(
    'select on_hand, held from stock where store_id = $1 and sku_id = $2',
    [store().id, m],
  )
  expect(row).toEqual({ on_hand: 9, held: 2 })
  const back = { id: newId(), store: store().id, event: damaged.id, words: '看错了，是水渍' }
  expect(whyOf(await h.as(store().associates[0]).do('stock.takeBack', back))).toBe('position')
  answerOf(await manager().do('stock.takeBack', back))
  answerOf(await manager().do('stock.takeBack', back))
  expect(whyOf(await manager().do('stock.takeBack', { ...back, id: newId() }))).toBe('alreadyTakenBack')
  expect(await onHand(m)).toBe(10)
  answerOf(await note({ kind: 'sampleBack', quantity: 2, why: 'display' }))
})

test('a file of tickets moves the pieces of stores that keep a book, and takes them back when it is undone', async () => {
  const batch = [0, 2].map((n) => bookedTicket(store(n).id, today, later(1), `F-${n}`, barcodes[0], 2))
  const [file, before] = [newId(), await onHand(h.skus[0])]
  await h.database.transaction((db) => bookTickets(db, file, store().manager, batch))
  expect(await onHand(h.skus[0])).toBe(before! - 2)
  expect(await onHand(h.skus[0], 2)).toBeUndefined()
  await h.database.transaction((db) => takeOut(db, file))
  expect(await onHand(h.skus[0])).toBe(before)
})

test('a piece tells what moved it, and who else has its sizes', async () => {
  await h.open(store(1), 2)
  const seen = answerOf<{
    movements: { kind: string; paper: string | null }[]
    elsewhere: { code: string; onHand: number }[]
  }>(await manager().see('stock.piece', { store: store().id, sku: h.skus[0] }))
  expect(seen.movements.map((m) => m.kind)).toContain('reversal')
  expect(seen.movements.find((m) => m.kind === 'sale')?.paper).toMatch(/^E01-/)
  expect(seen.elsewhere).toEqual(
    Array.from({ length: 4 }, () => expect.objectContaining({ code: 'E02', onHand: 2 })),
  )
  const other = await h.as(store(2).manager).see('stock.piece', { store: store().id, sku: h.skus[0] })
  expect(whyOf(other)).toBe('scope')
})

test('a sample found damaged is a sample no longer, and leaves the books once', async () => {
  const m = h.skus[1]
  const samples = async () =>
    answerOf<{ samples: { sku: string; pieces: number }[] }>(
      await manager().see('stock.samples', { store: store().id }),
    ).samples
  const note = (input: object) =>
    h.as(store().associates[0]).do('stock.note', {
      id: newId(),
      store: store().id,
      sku: m,
      quantity: 1,
      why: 'display',
      ...input,
    })
  answerOf(await note({ kind: 'sample' }))
  expect(await samples()).toEqual([expect.objectContaining({ sku: m, pieces: 1 })])
  const before = (await onHand(m))!
  const torn = { id: newId(), kind: 'damage', why: 'torn', isSample: true }
  answerOf(await note(torn))
  answerOf(await note(torn))
  expect(await samples()).toEqual([])
  expect(await onHand(m)).toBe(before - 1)
  expect(whyOf(await note({ ...torn, id: newId() }))).toBe('notSoManyHeld')
  const [row] = await h.database.query('select held from stock where store_id = $1 and sku_id = $2', [
    store().id,
    m,
  ])
  expect(row).toEqual({ held: 0 })
})
