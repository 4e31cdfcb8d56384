import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { findBook } from '../ledger-tables.ts'
import { overseers, viewers } from '../reach.ts'
import { storeInput } from '../shape.ts'
import { linesOf } from './line-tables.ts'
import { monthOfTake, mustRecount, partsOf, recountFrom } from './rules.ts'
import { ofAreaInput, sheetInput, takeInput } from './shape.ts'
import { findTake } from './tables.ts'
import {
  differingLines,
  heldByCategory,
  mostLines,
  piecesEverHad,
  sharesOf,
  staffOf,
  stepsOf,
  takeBefore,
  takeSeen,
  takesOf,
  zoneCount,
  zonesOf,
} from './view-tables.ts'
import { takeWords } from './words.ts'

const lastTakes = 12
const mostTakes = 120
const nothingFound = { differing: 0, short: 0, over: 0, shortValue: 0, overValue: 0, skus: 0, pieces: 0 }

export const takeViews = operations(takeWords, {
  'takes.ofStore': view({
    summary: ['一家店的盘点', 'Stocktakes of a store'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    async run({ db, actor, today }, { store }) {
      const takes = await takesOf(db, [store], lastTakes)
      const leads = actor.appointments.some((a) => a.position !== 'salesAssociate')
      const running = takes.find((t) => t.state !== 'approved' && t.state !== 'cancelled')
      return {
        today,
        month: monthOfTake(today),
        begunOn: (await findBook(db, store))?.begunOn ?? null,
        // Whoever counts does so blind: what differs is not hers to see.
        takes: leads ? takes : takes.map((t) => ({ ...t, ...nothingFound })),
        zones: running ? await zonesOf(db, store, running.id) : [],
        categories: await heldByCategory(db, store),
        staff: await staffOf(db, store, today),
      }
    },
  }),
  'takes.sheet': view({
    summary: ['盘点单（盲盘，不见账面）', 'The counting sheet, blind: without what the books hold'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: sheetInput,
    async run({ db }, { store, take, zone }) {
      const head = await findTake(db, store, take)
      if (!head) return refuse('notFound')
      const zones = await zonesOf(db, store, take)
      if (zone && !zones.some((z) => z.id === zone)) return refuse('notFound')
      return { take: head, zones, counted: zone ? await zoneCount(db, store, take, zone) : [] }
    },
  }),
  'takes.codes': view({
    summary: ['本店条码（断网也能盘）', 'Barcodes of a store, to count without network'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    run: async ({ db }, { store }) => ({ pieces: await piecesEverHad(db, store) }),
  }),
  'takes.result': view({
    summary: ['盘点差异、复盘与分析', 'What a stocktake found: differences, recounts, causes'],
    who: { ...overseers, storeManager: 'store' },
    about: (_db, { store }) => ({ store }),
    input: takeInput,
    async run({ db, today }, { store, take }) {
      const head = await takeSeen(db, store, take)
      if (!head) return refuse('notFound')
      const lines = await differingLines(db, store, take)
      const one = [{ store, id: take }]
      return {
        take: head,
        zones: await zonesOf(db, store, take),
        lines: lines.map((l) => ({ ...l, again: mustRecount(l) })),
        // Of the whole take, also where there are more lines than are listed.
        parts: partsOf(lines.length < mostLines ? lines : await linesOf(db, store, take)),
        recountFrom,
        byCause: await sharesOf(db, one, 'cause'),
        byCategory: await sharesOf(db, one, 'category'),
        byPerson: await sharesOf(db, one, 'person'),
        steps: await stepsOf(db, store, take),
        before: (await takeBefore(db, store, head.at)) ?? null,
        staff: await staffOf(db, store, today),
      }
    },
  }),
  'takes.ofArea': view({
    summary: ['各店盘点', 'Stocktakes of the stores'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: ofAreaInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      return {
        today,
        month: monthOfTake(today),
        stores: stores.map((s) => ({ id: s.id, code: s.code, name: s.name, nameEn: s.nameEn })),
        takes: await takesOf(
          db,
          stores.map((s) => s.id),
          mostTakes,
        ),
      }
    },
  }),
})
