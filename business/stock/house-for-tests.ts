import type { Day } from '../../platform/kinds/day.ts'
import { newId } from '../../platform/kinds/id.ts'
import type { Outcome } from '../../platform/server/outcome.ts'
import { answerOf, type TestDoor, testDoor } from '../../tests/door.ts'
import { styleInput } from '../goods/shape.ts'
import { writeStyle } from '../goods/tables.ts'
import { makeChain, now, type TestChain, type TestStore, today } from '../sales/boards/chain-for-tests.ts'
import type { BookedTicket } from '../sales/imports/booking-tables.ts'

/** A small chain with four stores and a coat in four sizes at ¥2,990; nobody keeps a stock book yet. */
export interface StockHouse extends TestDoor {
  readonly chain: TestChain
  readonly merchandiser: string
  readonly style: string
  /** S, M, L, XL of the coat. */
  readonly skus: readonly [string, string, string, string]
  readonly stores: TestChain['stores']
  onHand(store: TestStore, sku: string): Promise<number | undefined>
  /** How many pieces left or came by one ticket; a negative quantity brings pieces back without their ticket. */
  sellSku(store: TestStore, sku: string, quantity: number, at?: Date): Promise<string>
  open(store: TestStore, quantity: number, day?: string): Promise<void>
  deliver(store: TestStore, lines: readonly [string, number][], dueOn?: string): Promise<string>
  receive(store: TestStore, shipment: string, input: object, at?: Date): Promise<Outcome>
}

export const barcodes = ['6970001', '6970002', '6970003', '6970004'] as const

export async function stockHouse(): Promise<StockHouse> {
  const at = await testDoor(now)
  const chain = await makeChain(at.database)
  const merchandiser = newId()
  await at.database.query(
    "insert into person (id, job_number, name, search, pinyin, hired_on) values ($1, 'PM', '商品', '', 'sp', '2024-01-01')",
    [merchandiser],
  )
  await at.database.query(
    "insert into appointment (id, person_id, position, from_day) values ($1, $2, 'merchandising', '2024-01-01')",
    [newId(), merchandiser],
  )
  const skus = ['S', 'M', 'L', 'XL'].map((size, i) => ({
    id: newId(),
    color: '燕麦',
    size,
    barcode: barcodes[i]!,
  }))
  const coat = styleInput.parse({
    id: newId(),
    code: 'QH26D-1107',
    name: '双面羊毛大衣',
    category: '大衣',
    season: '26D',
    launchedOn: '2026-09-01',
    prices: [{ fromDay: '2026-01-01', tagPrice: 299_000 }],
    skus,
  })
  await writeStyle(at.database, coat, coat.prices)
  return {
    ...at,
    chain,
    merchandiser,
    style: coat.id,
    skus: skus.map((k) => k.id) as unknown as StockHouse['skus'],
    stores: chain.stores,
    onHand: async (store, sku) =>
      (
        await at.database.query<{ n: number }>(
          'select on_hand as n from stock where store_id = $1 and sku_id = $2',
          [store.id, sku],
        )
      )[0]?.n,
    async sellSku(store, sku, quantity, soldAt = now) {
      const id = newId()
      const net = 299_000 * quantity
      answerOf(
        await at.as(store.associates[0], { now: soldAt }).do('sales.ticket', {
          id,
          store: store.id,
          soldAt: soldAt.toISOString(),
          lines: [{ sku, quantity, net }],
          credits: [{ person: store.associates[0], share: 1 }],
          tenders: [{ tender: 'card', amount: net }],
        }),
      )
      return id
    },
    async open(store, quantity, day = today) {
      const lines = skus.map((k) => ({ sku: k.id, quantity }))
      answerOf(await at.as(store.manager).do('stock.open', { id: newId(), store: store.id, day, lines }))
    },
    async deliver(store, lines, dueOn = today) {
      const id = newId()
      const notice = { id, store: store.id, lines: lines.map(([sku, quantity]) => ({ sku, quantity })) }
      answerOf(await at.as(merchandiser).do('stock.deliver', { dueOn, notices: [notice] }))
      return id
    },
    receive: (store, shipment, input, when = now) =>
      at
        .as(store.associates[0], { now: when })
        .do('stock.receive', { id: newId(), store: store.id, shipment, last: true, ...input }),
  }
}

/** A ticket as a file of another system brings it. */
export const bookedTicket = (
  store: string,
  day: Day,
  soldAt: Date,
  number: string,
  barcode: string,
  quantity: number,
): BookedTicket => ({
  store,
  id: newId(),
  day,
  soldAt: soldAt.toISOString(),
  hour: 15,
  number,
  kind: 'sale',
  net: 100,
  tagValue: 0,
  taggedNet: 0,
  units: quantity,
  returned: 0,
  saleTickets: 1,
  key: number,
  note: null,
  lines: [
    { style: '?', name: null, color: null, size: null, code: barcode, quantity, tagPrice: null, net: 100 },
  ],
  credits: [],
  tenders: [],
  traffic: 0,
  tryOns: 0,
})
