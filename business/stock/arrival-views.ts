import { addDays } from '../../platform/kinds/day.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { operations, view } from '../../platform/server/door.ts'
import { storesOf } from '../sales/boards/tables.ts'
import {
  lastAnswers,
  linesSeen,
  mostDifferences,
  mostShipments,
  openDifferences,
  receiptsSeen,
  shipmentSeen,
  shipmentsTo,
} from './arrival-view-tables.ts'
import { freightOf } from './freight-rules.ts'
import { termsOn, worthOf } from './freight-tables.ts'
import { findBook } from './ledger-tables.ts'
import { overseers, viewers } from './reach.ts'
import { areaInput, deliveriesInput, shipmentInput, storeInput, transferInput } from './shape.ts'
import { storesKeeping, transferLinesSeen, transferSeen, transfersOf } from './transfer-view-tables.ts'
import { stockWords } from './words.ts'

const arrivalDays = 14
const transferDays = 45
const costKnowers: ReadonlySet<string> = new Set([
  'merchandising',
  'operationsDirector',
  'generalManager',
  'finance',
])

export const arrivalViews = operations(stockWords, {
  'stock.arrivals': view({
    summary: ['本店到货：在途与近两周', 'What is on its way to a store, and what came in two weeks'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    run: async ({ db, today }, { store }) => ({
      today,
      begunOn: (await findBook(db, store))?.begunOn ?? null,
      shipments: await shipmentsTo(db, [store], addDays(today, -arrivalDays)),
    }),
  }),
  'stock.arrival': view({
    summary: ['一张发货单与收货', 'One shipment, line by line, with its receipts'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: shipmentInput,
    async run({ db, today }, { store, shipment }) {
      const seen = await shipmentSeen(db, store, shipment)
      if (!seen) return refuse('notFound')
      return {
        today,
        begunOn: (await findBook(db, store))?.begunOn ?? null,
        shipment: seen,
        lines: await linesSeen(db, store, shipment),
        receipts: await receiptsSeen(db, store, shipment),
      }
    },
  }),
  'stock.deliveries': view({
    summary: [
      '配货一览：各店到货是否及时、有无差异',
      'Deliveries to stores: in time or not, and what differs',
    ],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: deliveriesInput,
    async run({ db, scope, today }, { area, days }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const shipments = await shipmentsTo(db, ids, addDays(today, -days))
      return {
        today,
        stores: stores.map((s) => ({ id: s.id, code: s.code, name: s.name, nameEn: s.nameEn })),
        shipments,
        isCut: shipments.length === mostShipments,
      }
    },
  }),
  'stock.differences': view({
    summary: ['待答复的到货差异', 'Differences of arrivals that wait for an answer'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const open = await openDifferences(db, ids)
      return {
        today,
        open,
        isCut: open.length === mostDifferences,
        answered: await lastAnswers(db, ids, addDays(today, -arrivalDays)),
      }
    },
  }),
  'stock.transfers': view({
    summary: ['一家店的调拨：调出与调入', 'Transfers out of and into a store'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    run: async ({ db, today }, { store }) => ({
      today,
      begunOn: (await findBook(db, store))?.begunOn ?? null,
      transfers: await transfersOf(db, [store], addDays(today, -transferDays)),
      stores: await storesKeeping(db),
    }),
  }),
  'stock.allTransfers': view({
    summary: ['各店调拨', 'Transfers between stores'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      return {
        today,
        transfers: await transfersOf(
          db,
          stores.map((s) => s.id),
          addDays(today, -transferDays),
        ),
        freight: await termsOn(db, today),
      }
    },
  }),
  'stock.transfer': view({
    summary: ['一张调拨单', 'One transfer, line by line'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: transferInput,
    async run({ db, actor, today }, { store, transfer }) {
      const seen = await transferSeen(db, store, transfer)
      if (!seen) return refuse('notFound')
      const worth = (await worthOf(db, store, transfer))!
      const terms = await termsOn(db, worth.day)
      // What a piece costs is the business of those who buy and account for it.
      const knowsCost = actor.appointments.some((a) => costKnowers.has(a.position))
      return {
        today,
        transfer: seen,
        lines: await transferLinesSeen(db, store, transfer),
        freight: terms && {
          amount: freightOf(worth.pieces, worth.isNear, terms),
          parcels: Math.ceil(worth.pieces / terms.parcel),
          isNear: worth.isNear,
        },
        worth: { pieces: worth.pieces, amount: worth.worth, margin: knowsCost ? worth.margin : null },
      }
    },
  }),
})
