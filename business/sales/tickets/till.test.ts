import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { tokenHash } from '../../../platform/server/http.ts'
import { OrganizationDirectory } from '../../organization/directory.ts'
import {
  answerOf,
  appoint,
  broken,
  makeStore,
  type Shop,
  shopOn,
  type TestStore,
  whyNot,
} from './store-for-tests.ts'
import type { TillAnswer } from './till-actions.ts'

let database: Database
let shop: Shop
beforeAll(async () => {
  database = await testDatabase()
  shop = shopOn(database)
})
afterAll(() => database.close())

interface Batch {
  written: number
  known: number
  refused: number
  tickets: TillAnswer[]
}
const noon = '2026-11-23T12:00:00+08:00'
const sale = (store: TestStore, key: string, over: object = {}) => ({
  key,
  soldAt: '2026-11-23T11:40:00+08:00',
  lines: [{ barcode: store.barcodes.coatM, quantity: 1, net: 254_150, reason: '8.5折' }],
  tenders: [{ tender: 'card', amount: 254_150 }],
  credits: [{ jobNumber: `${store.code}A1` }],
  ...over,
})
const send = async (store: TestStore, tickets: object[], at = noon) =>
  answerOf<Batch>(
    await shop
      .as(store.people.manager, 'storeManager', store.id, at)
      .act('sales.till', { store: store.code, tickets }),
  )

test('a till sends its tickets by barcode and job number, and may send them again', async () => {
  const store = await makeStore(database)
  const tickets = [sale(store, 'POS1-1'), sale(store, 'POS1-2')]
  expect(await send(store, tickets)).toMatchObject({ written: 2, known: 0, refused: 0 })
  const again = await send(store, [...tickets, sale(store, 'POS1-3')])
  expect(again).toMatchObject({ written: 1, known: 2 })
  expect(again.tickets.map((t) => t.became)).toEqual(['known', 'known', 'written'])
  const [day] = await database.query(
    'select net, sale_tickets, tag_value from sales_store_day where store_id = $1',
    [store.id],
  )
  expect(day).toEqual({ net: 762_450, sale_tickets: 3, tag_value: 897_000 })
  expect(await broken(database)).toEqual([])
})

test('a refused ticket says why and does not stop the others', async () => {
  const store = await makeStore(database)
  const answer = await send(store, [
    sale(store, 'a', { credits: [{ jobNumber: 'NOBODY' }] }),
    sale(store, 'b', { tenders: [{ tender: 'cash', amount: 1 }] }),
    sale(store, 'c', { lines: [{ barcode: '0000', quantity: 1, net: 254_150 }] }),
    sale(store, 'd'),
    sale(store, 'e', { soldAt: '2026-11-23T18:00:00+08:00' }),
  ])
  expect(answer.tickets.map((t) => (t.became === 'refused' ? t.why : t.became))).toEqual([
    'jobNumberUnknown',
    'tendersDiffer',
    'skuUnknown',
    'written',
    'soldInFuture',
  ])
  expect(answer.tickets[0]).toMatchObject({
    sentence: expect.stringContaining('NOBODY'),
    field: 'credits.0.jobNumber',
  })
  expect(await broken(database)).toEqual([])
})

test('a return finds its sale by the till’s own key, also within one batch, and not beyond what was sold', async () => {
  const store = await makeStore(database)
  const back = (key: string, net = -254_150) =>
    sale(store, key, {
      soldAt: '2026-11-23T11:50:00+08:00',
      lines: [{ barcode: store.barcodes.coatM, quantity: -1, net, returnOf: { key: 'x', line: 1 } }],
      tenders: [{ tender: 'card', amount: net }],
    })
  const answer = await send(store, [back('r1'), sale(store, 'x'), back('r2'), back('r3', -300_000)])
  expect(answer.tickets.map((t) => (t.became === 'refused' ? t.why : t.became))).toEqual([
    'written',
    'written',
    'returnedTooMany',
    'returnedTooMany',
  ])
  expect(
    whyNot(
      await shop
        .as(store.people.manager, 'storeManager', store.id, noon)
        .act('sales.till', { store: store.code, tickets: [sale(store, 'q'), sale(store, 'q')] }),
    ),
  ).toBe('keyTwice')
  expect(await broken(database)).toEqual([])
})

test('a token is shown once, kept as a hash only, bound to its store, and dead once revoked', async () => {
  const [store, other] = [await makeStore(database), await makeStore(database)]
  const administrator = newId()
  await appoint(database, administrator, `${store.code}ADM`, '管理员', 'administrator', null)
  const office = shop.as(administrator, 'administrator', null, noon, 'make-token-once')
  const wanted = { id: newId(), name: '一楼收银机', store: store.id, person: store.people.manager }
  const made = answerOf<{ id: string; token: string }>(await office.act('sales.makeToken', wanted))
  const repeated = answerOf<{ id: string; token?: string }>(await office.act('sales.makeToken', wanted))
  expect(repeated).toEqual({ id: made.id })
  const everywhere = await database.query<{ text: string }>(
    `select answer::text as text from idempotency_key union all select detail::text from audit_line union all select t::text from api_token t`,
  )
  expect(everywhere.filter((row) => row.text?.includes(made.token))).toEqual([])

  const directory = new OrganizationDirectory()
  const actor = await directory.actorOfToken(database, tokenHash(made.token), new Date(noon))
  const till = { actor, language: 'zh' as const, address: '10.0.0.9', now: new Date(noon), key: 'till-key-1' }
  expect(
    answerOf<Batch>(await shop.door.perform('sales.till', { tickets: [sale(store, 'T-1')] }, till, 'action')),
  ).toMatchObject({ written: 1 })
  const abroad = await shop.door.perform(
    'sales.till',
    { store: other.code, tickets: [sale(other, 'T-2')] },
    { ...till, key: 'till-key-2' },
    'action',
  )
  expect(whyNot(abroad)).toBe('scope')

  const again = shop.as(administrator, 'administrator', null, noon)
  answerOf(await again.act('sales.revokeToken', { id: made.id }))
  expect(whyNot(await again.act('sales.revokeToken', { id: made.id }))).toBe('tokenRevoked')
  expect(await directory.actorOfToken(database, tokenHash(made.token), new Date(noon))).toBeUndefined()
})

test('a token is not made for somebody who does not work in the store', async () => {
  const [store, other] = [await makeStore(database), await makeStore(database)]
  const office = shop.as(newId(), 'administrator', null, noon)
  const wanted = { id: newId(), name: 'till', store: store.id, person: other.people.manager }
  expect(whyNot(await office.act('sales.makeToken', wanted))).toBe('notOfStore')
})
