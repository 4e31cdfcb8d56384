import type { Db } from '../../platform/database/database.ts'
import type { Sheet } from '../../platform/files/sheet.ts'
import { addDays, type Day, daysThrough } from '../../platform/kinds/day.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { operations, view } from '../../platform/server/door.ts'
import { storesOf } from '../sales/boards/tables.ts'
import { tenders } from '../sales/tickets/shape.ts'
import { cashIn } from './books.ts'
import { countsOf, lastCounted, movementsOn } from './count-tables.ts'
import { daysOwed, depositsSince, findTerms } from './deposit-tables.ts'
import { findTill } from './ledger-tables.ts'
import { bookkeepers, overseers, viewers } from './reach.ts'
import { denominations } from './rules.ts'
import { areaInput, dayOfStoreInput, linesInput } from './shape.ts'
import { cashSheet } from './sheets.ts'
import { type StoreDay, standingOf } from './standing-rules.ts'
import {
  beginnings,
  closedDays,
  currencyOf,
  lastClosed,
  linesSince,
  mostDifferences,
  mostLines,
  openDifferences,
  standingsOf,
  stillToArrive,
  tendersUsed,
  ticketsSince,
  waitingSince,
} from './view-tables.ts'
import { cashWords } from './words.ts'

const stripDays = 14

export const cashViews = operations(cashWords, {
  'cash.day': view({
    summary: ['当日货款：盘点、保险柜、缴存', 'The cash of a store’s day: count, safe and deposits'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: dayOfStoreInput,
    async run({ db, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const till = (await findTill(db, store)) ?? null
      // Before the count is handed in nothing of what is expected leaves the house.
      const counts = await countsOf(db, store, day)
      const from = addDays(today, 1 - stripDays)
      return {
        day,
        today,
        store: {
          id: seen.id,
          code: seen.code,
          name: seen.name,
          nameEn: seen.nameEn,
          timeZone: seen.timeZone,
        },
        till: till && { begunOn: till.begunOn, float: till.float },
        lastCounted: await lastCounted(db, store),
        denominations: denominations(await currencyOf(db, store)),
        tenders: await fieldsOf(db, store, day),
        counts,
        ticketsSince: counts[0] ? await ticketsSince(db, store, day, counts[0].at) : 0,
        movements: await movementsOn(db, store, day),
        safe: await cashIn(db, store, 'safe'),
        owed: await daysOwed(db, store),
        deposits: await depositsSince(db, store, from),
        terms: await findTerms(db),
        strip: (await standings(db, [store], from, today, { today, now }))[0]!.days,
      }
    },
  }),
  'cash.area': view({
    summary: ['各店货款：盘点、长短款、缴存', 'Stores and days: counted, over or short, paid in'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today, now }, { area, to = today, days }) {
      if (to > today) return refuse('dayAhead', { day: to }, 'to')
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, to)
      const ids = stores.map((s) => s.id)
      const standing = new Map(
        (await standings(db, ids, addDays(to, 1 - days), to, { today, now })).map((s) => [s.store, s.days]),
      )
      return {
        to,
        today,
        days: daysThrough(addDays(to, 1 - days), to),
        stores: stores.map((s) => ({
          id: s.id,
          code: s.code,
          name: s.name,
          nameEn: s.nameEn,
          days: standing.get(s.id) ?? [],
        })),
      }
    },
    sheet: (answer, language): Sheet => cashSheet(answer.stores, language),
  }),
  'cash.differences': view({
    summary: ['未了结的货款差异', 'Cash differences that are still open'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput.pick({ area: true }),
    async run({ db, scope, today, now }, { area }) {
      const open = await openDifferences(db, scope.stores, area ?? null, today, now)
      return {
        today,
        open,
        isCut: open.length === mostDifferences,
        closed: await lastClosed(db, scope.stores, area ?? null, today),
        terms: await findTerms(db),
      }
    },
  }),
  'cash.statement': view({
    summary: ['对账单与勾对', 'Statement lines and what they are matched with'],
    who: bookkeepers,
    about: 'company',
    input: linesInput,
    async run({ db, today }, { days, only }) {
      const from = addDays(today, 1 - days)
      const lines = await linesSince(db, from, only === 'open')
      return {
        today,
        lines,
        isCut: lines.length === mostLines,
        waiting: await waitingSince(db, addDays(from, -10)),
        toArrive: await stillToArrive(db),
        terms: await findTerms(db),
      }
    },
  }),
})

/** Fields of the count: what the store has taken of late, and the usual ones. */
async function fieldsOf(db: Db, store: string, day: Day) {
  const used = new Set(await tendersUsed(db, store, addDays(day, -30), day))
  return tenders.filter(
    (t) => t !== 'cash' && (used.has(t) || t === 'card' || t === 'wechat' || t === 'alipay'),
  )
}

async function standings(
  db: Db,
  stores: readonly string[],
  from: Day,
  to: Day,
  { today, now }: { today: Day; now: Date },
): Promise<{ store: string; days: StoreDay[] }[]> {
  const found = new Map((await standingsOf(db, stores, from, to)).map((s) => [`${s.store} ${s.day}`, s]))
  const begun = new Map((await beginnings(db, stores)).map((b) => [b.store, b.begunOn]))
  const closed = new Set((await closedDays(db, stores, from, to)).map((c) => `${c.store} ${c.day}`))
  return stores.map((store) => ({
    store,
    days: daysThrough(from, to).map((day) => {
      const key = `${store} ${day}`
      return standingOf(day, found.get(key), {
        begunOn: begun.get(store),
        isClosed: closed.has(key),
        today,
        now,
      })
    }),
  }))
}
