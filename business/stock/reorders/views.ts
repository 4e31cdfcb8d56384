import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { findBook } from '../ledger-tables.ts'
import { overseers } from '../reach.ts'
import { proposeForManager } from './propose.ts'
import { weekAsked } from './rules.ts'
import { ofStoresInput, requestInput, storeInput } from './shape.ts'
import { lastProposal } from './tables.ts'
import {
  depotTold,
  keepingBooks,
  linesSeen,
  measuresOf,
  measuresSince,
  requestSeen,
  requestsOf,
  requestsToDecide,
  sizesProposed,
  slowSeen,
  wantedByFloor,
} from './view-tables.ts'
import { reorderWords } from './words.ts'

/** Weeks of requests and measures that are told. */
const weeksTold = 8
const mostRequests = 150
const leaders = { ...overseers, storeManager: 'store' } as const

export const reorderViews = operations(reorderWords, {
  'reorders.week': view({
    summary: [
      '本周补货与滞销：提案、要货单、办法的效果',
      'The week’s reorder and slow sellers: proposal, request, what measures brought',
    ],
    who: leaders,
    about: (_db, { store }) => ({ store }),
    input: storeInput,
    makeFirst: proposeForManager,
    async run({ db, today }, { store }) {
      const week = weekAsked(today)
      const since = addDays(week, -7 * weeksTold)
      const proposal = (await lastProposal(db, store, week)) ?? null
      const requests = await requestsOf(db, [store], since, 2 * weeksTold)
      const request = requests.find((r) => r.week === week && !r.isReplaced) ?? null
      return {
        today,
        week,
        begunOn: (await findBook(db, store))?.begunOn ?? null,
        proposal,
        sizes: proposal ? await sizesProposed(db, store, proposal.id) : [],
        slow: proposal ? await slowSeen(db, store, proposal.id, today) : [],
        request,
        /** Of the last seven days. */
        wanted: await wantedByFloor(db, store, addDays(today, -7)),
        requests,
        measures: await measuresSince(db, store, since, today),
        depot: await depotTold(db),
      }
    },
  }),
  'reorders.request': view({
    summary: ['一张要货单', 'One request for goods, line by line'],
    who: leaders,
    about: (_db, { store }) => ({ store }),
    input: requestInput,
    async run({ db, today }, { store, request }) {
      const head = await requestSeen(db, store, request)
      if (!head) return refuse('notFound')
      return {
        today,
        request: head,
        lines: await linesSeen(db, store, request),
        measures: await measuresOf(db, store, request, today),
      }
    },
  }),
  'reorders.ofStores': view({
    summary: ['各店要货：谁交了，等批的', 'Requests of the stores: who has handed in, what waits'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: ofStoresInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const week = weekAsked(today)
      const books = await keepingBooks(db, ids, week)
      const requests = await requestsToDecide(db, ids, addDays(week, -14), mostRequests)
      return {
        today,
        week,
        stores: stores.map((s) => ({
          id: s.id,
          code: s.code,
          name: s.name,
          nameEn: s.nameEn,
          keeps: books.has(s.id),
          isIn: books.get(s.id) ?? false,
        })),
        requests,
        isCut: requests.length === mostRequests,
        depot: await depotTold(db),
      }
    },
  }),
})
