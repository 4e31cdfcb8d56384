import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { catchUp, findBook } from '../ledger-tables.ts'
import { shopFloor } from '../reach.ts'
import { categoriesKnown } from '../takes/tables.ts'
import { booksWhile, checkEvening, eveningOf, momentsOf, mustRecount } from './rules.ts'
import { countInput, explainInput } from './shape.ts'
import {
  booksOf,
  holdEvening,
  insertCounts,
  insertReasons,
  isKnown,
  keepEvening,
  standingOf,
} from './tables.ts'
import { closedOn } from './view-tables.ts'
import { dailyViews } from './views.ts'
import { dailyWords } from './words.ts'

const dailyActions = operations(dailyWords, {
  'dailyCounts.count': action({
    summary: ['日盘：报各类件数（盲数）', 'Count the pieces of the day by category, blind'],
    mayWait: true,
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: countInput,
    /** Tells of each category whether it agrees with the books; by how much not is told when it has been counted twice. */
    async run({ db, actor, today, now, note }, { id, store, day = today, rows }) {
      const evening = await eveningFor(db, store, { day, today, now })
      if (isRefusal(evening)) return evening
      const twice = rows.find((r, i) => rows.findIndex((o) => o.category === r.category) < i)
      if (twice) return refuse('categoryTwice', { category: twice.category }, 'rows')
      const names = rows.map((r) => r.category)
      const known = await categoriesKnown(db, names)
      const strange = names.find((c) => !known.has(c))
      if (strange) return refuse('categoryUnknown', { category: strange }, 'rows')
      if (!(await isKnown(db, store, id))) {
        const counted = rows.map((r) => ({ ...r, ...momentsOf(r, evening.earliest, now) }))
        const since = new Date(Math.min(...counted.map((c) => c.begunAt.getTime())))
        await catchUp(db, [store], evening.begunOn < day ? day : evening.begunOn)
        const books = new Map((await booksOf(db, store, names, since)).map((b) => [b.category, b]))
        const held = counted.map((c) => {
          const of = books.get(c.category)
          return { ...c, ...booksWhile(of?.onHand ?? 0, of?.moves ?? [], c) }
        })
        await insertCounts(db, { store, day, id, by: actor.person, rows: held })
      }
      const kept = await keepEvening(db, { store, day, by: actor.person, now })
      const standing = (await standingOf(db, store, day)).filter((s) => names.includes(s.category))
      note({
        record: id,
        day,
        after: { ...kept, rows: standing.map(({ category, off }) => ({ category, off })) },
      })
      return {
        id,
        day,
        isSettled: kept.settledAt !== null,
        counted: kept.counted,
        categories: kept.categories,
        rows: standing.map((s) => ({ category: s.category, agrees: s.off === 0, again: mustRecount(s) })),
      }
    },
  }),
  'dailyCounts.explain': action({
    summary: ['日盘：写差异原因', 'Say why the pieces of the day differ'],
    mayWait: true,
    who: shopFloor,
    about: (_db, { store }) => ({ store }),
    input: explainInput,
    async run({ db, actor, today, now, note }, { id, store, day = today, categories, reason, words }) {
      const evening = await eveningFor(db, store, { day, today, now })
      if (isRefusal(evening)) return evening
      if (reason === 'unknown' && !words) return refuse('sayMore', {}, 'words')
      const standing = new Map((await standingOf(db, store, day)).map((s) => [s.category, s]))
      const of: { category: string; n: number }[] = []
      for (const category of new Set(categories)) {
        const one = standing.get(category)
        if (!one) return refuse('notCounted', { category }, 'categories')
        if (one.off === 0) return refuse('noDifference', { category }, 'categories')
        if (mustRecount(one)) return refuse('countAgain', { category }, 'categories')
        of.push({ category, n: one.n })
      }
      await insertReasons(db, { store, day, id, of, reason, words, by: actor.person, at: now })
      const kept = await keepEvening(db, { store, day, by: actor.person, now })
      note({ record: id, day, after: { ...kept, categories, reason }, ...(words ? { reason: words } : {}) })
      return { id, day, isSettled: kept.settledAt !== null }
    },
  }),
})

/** The store's evening, held, if pieces may be counted or explained now. */
async function eveningFor(db: Db, store: string, at: { day: Day; today: Day; now: Date }) {
  const [seen] = await storesOf(db, [store], null, at.day)
  if (!seen) return refuse('notFound')
  const no = checkEvening(seen, at)
  if (no) return no
  if ((await closedOn(db, [store], at.day)).has(store)) return refuse('closedDay', {}, 'day')
  await holdEvening(db, store)
  const book = await findBook(db, store)
  if (!book || book.begunOn > at.day) return refuse('bookNotBegun')
  return { ...eveningOf(seen, at.day), begunOn: book.begunOn }
}

export const dailyOperations = { ...dailyActions, ...dailyViews }
