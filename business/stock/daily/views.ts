import type { Sheet } from '../../../platform/files/sheet.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { byStore } from '../../sales/boards/progress.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { findBook } from '../ledger-tables.ts'
import { overseers, viewers } from '../reach.ts'
import { eveningOf, isOpen, mustRecount, stateOf } from './rules.ts'
import { areaDayInput, storeDayInput } from './shape.ts'
import { dailySheet } from './sheets.ts'
import { categoriesHeld, eveningKept, eveningsBefore, standingOf } from './tables.ts'
import { booksBegun, closedOn, eveningsOf, worstOf } from './view-tables.ts'
import { dailyWords } from './words.ts'

/** Evenings beside today's; and up to how many stores they are shown for many stores at once. */
const [evenings, weavesUpTo, mostLines] = [13, 300, 24]

export const dailyViews = operations(dailyWords, {
  'dailyCounts.ofDay': view({
    summary: ['一家店当天的件数日盘', 'The daily count of pieces of a store'],
    who: viewers,
    about: (_db, { store }) => ({ store }),
    input: storeDayInput,
    async run({ db, actor, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const book = await findBook(db, store)
      const hasBook = book !== undefined && book.begunOn <= day
      const isClosed = (await closedOn(db, [store], day)).has(store)
      const kept = await eveningKept(db, store, day)
      const held = await categoriesHeld(db, store)
      const standing = await standingOf(db, store, day)
      const before = await eveningsBefore(db, store, addDays(day, -evenings), day)
      const evening = eveningOf(seen, day)
      // Whoever works there counts blind: how much a first count differs, nobody in the store is told.
      const isBlind = actor.appointments.some((a) => a.store === store)
      const names = [...new Set([...held, ...standing.map((s) => s.category)])]
      return {
        day,
        today,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        state: stateOf({ hasBook, isClosed, isSettled: kept?.settledAt != null }, evening, now),
        earliest: evening.earliest.toISOString(),
        dueAt: evening.dueAt.toISOString(),
        settledAt: kept?.settledAt ?? null,
        evenings: Array.from({ length: evenings }, (_, i) => addDays(day, i - evenings)),
        categories: names.map((category) => {
          const one = standing.find((s) => s.category === category)
          const past = before.filter((b) => b.category === category)
          const last = past.at(-1)
          return {
            category,
            count: one
              ? { ...one, ...(isBlind && mustRecount(one) ? hidden : {}), again: mustRecount(one) }
              : null,
            before: past.map(
              (b) => ({ day: b.day, is: b.off === 0 ? 'equal' : isOpen(b) ? 'open' : 'said' }) as const,
            ),
            /** What the evening before differed by and why: as a rule it still does. */
            known:
              last && last.off !== 0 && last.reason
                ? { off: last.off, reason: last.reason, words: last.words }
                : null,
          }
        }),
      }
    },
  }),
  'dailyCounts.area': view({
    summary: ['各店件数日盘', 'The daily counts of the stores'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaDayInput,
    async run({ db, scope, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, day)
      const ids = stores.map((s) => s.id)
      const from = ids.length > weavesUpTo ? day : addDays(day, -evenings)
      const kept = byStore(await eveningsOf(db, ids, from, day))
      const begun = await booksBegun(db, ids, day)
      const closed = await closedOn(db, ids, day)
      return {
        day,
        today,
        evenings: from === day ? [] : Array.from({ length: evenings }, (_, i) => addDays(day, i - evenings)),
        stores: stores.map((s) => {
          const own = kept.get(s.id) ?? []
          const of = own.find((e) => e.day === day)
          const evening = eveningOf(s, day)
          const is = {
            hasBook: begun.has(s.id),
            isClosed: closed.has(s.id),
            isSettled: of?.settledAt != null,
          }
          return {
            id: s.id,
            code: s.code,
            name: s.name,
            nameEn: s.nameEn,
            state: stateOf(is, evening, now),
            isLate: of?.settledAt != null && new Date(of.settledAt) > evening.dueAt,
            evening: of ?? null,
            before: own
              .filter((e) => e.day !== day)
              .map(
                (e) =>
                  ({
                    day: e.day,
                    is: e.settledAt === null ? 'open' : e.differing > 0 ? 'said' : 'equal',
                  }) as const,
              ),
          }
        }),
        lines: await worstOf(db, ids, day, mostLines),
      }
    },
    sheet: (answer, language): Sheet => dailySheet(answer, language),
  }),
})
const hidden = { expected: null, low: null, high: null, off: null }
