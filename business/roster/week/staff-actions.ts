import { addDays, mondayOf } from '../../../platform/kinds/day.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { gatherWeek } from './gather.ts'
import { breachesOf, isHard } from './legal-rules.ts'
import { makers, staff } from './reach.ts'
import { swapMay, swapped, swapState, weeksAhead } from './release-rules.ts'
import { release } from './releasing.ts'
import { breachSaid } from './said.ts'
import { answerSwapInput, askSwapInput, decideSwapInput, searchInput, wishInput } from './shape.ts'
import * as s from './swap-tables.ts'
import * as t from './tables.ts'
import { weekWords } from './words.ts'

/** Days off that one may wish for in a week: with more, nobody's can be met. */
export const mostOffWishes = 2

/** What everybody of a store does with the roster: wish, ask a colleague to swap, answer. */
export const staffActions = operations(weekWords, {
  'rosters.wish': action({
    summary: ['提排班意愿：想休、偏早、偏晚', 'Wish for a day off, or an early or late shift'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: wishInput,
    async run({ db, actor, today, now, note }, { id, store, day, kind }) {
      if (day <= today || day > addDays(mondayOf(today), 7 * weeksAhead + 6))
        return refuse('dayPast', { day }, 'day')
      const week = mondayOf(day)
      await t.holdWeek(db, store)
      if ((await t.versionsOf(db, store, week)).length > 0) return refuse('releasedAlready', { day }, 'day')
      if (kind === 'off') {
        const own = (await t.wishesOf(db, store, week, addDays(week, 6))).filter(
          (w) => w.person === actor.person && w.kind === 'off' && w.day !== day,
        )
        if (own.length >= mostOffWishes) return refuse('wishesMany', { most: mostOffWishes }, 'day')
      }
      await t.putWish(db, { store, id, person: actor.person, day, kind, at: now })
      note({ record: id, day, after: { kind } })
      return { id, day }
    },
  }),
  'rosters.askSwap': action({
    summary: ['请同事换班', 'Ask a colleague to swap shifts'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: askSwapInput,
    async run(
      { db, actor, today, now, language, note },
      { id, store, day, with: colleague, theirDay, words },
    ) {
      if (colleague === actor.person) return refuse('oneself', {}, 'with')
      const week = mondayOf(day)
      if (mondayOf(theirDay) !== week) return refuse('otherWeek', {}, 'theirDay')
      if (day < today || theirDay < today)
        return refuse('dayOver', { day: day < today ? day : theirDay }, 'day')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      await t.holdWeek(db, store)
      const known = await s.swapById(db, store, id)
      if (known) return { id }
      const held = await t.releasedCells(db, store, week)
      if (held.length === 0) return refuse('notReleased')
      const g = await gatherWeek(db, seen, week, today)
      if (!g.workers.some((w) => w.person === colleague)) return refuse('notHere', {}, 'with')
      const has = (person: string, on: string): boolean =>
        held.some((c) => c.person === person && c.day === on)
      if (!has(actor.person, day) && !has(colleague, theirDay)) return refuse('nothingToSwap')
      const after = swapped(held, actor.person, colleague, [day, theirDay])
      const broken = breachesOf(week, g.workers, after, g.shifts, g.rules).find(
        (b) => isHard(b) && (b.person === actor.person || b.person === colleague),
      )
      if (broken) {
        const { name } = g.workers.find((w) => w.person === broken.person)!
        // What binds a colleague (leave, no nights) is hers and her store manager’s to know.
        return broken.person === actor.person
          ? refuse('swapBreaks', { what: breachSaid(broken, name, language) })
          : refuse('swapNotHers', { name }, 'with')
      }
      await s.insertSwap(db, {
        store,
        id,
        week,
        fromPerson: actor.person,
        fromDay: day,
        toPerson: colleague,
        toDay: theirDay,
        words,
        at: now,
      })
      note({ record: id, day, after: { with: colleague, theirDay } })
      return { id }
    },
  }),
  'rosters.answerSwap': action({
    summary: ['答应或不答应换班', 'Agree to a swap, or not'],
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: answerSwapInput,
    async run({ db, actor, now, note }, { store, id, taken }) {
      await t.holdWeek(db, store)
      const swap = await s.swapById(db, store, id)
      if (!swap) return refuse('notFound')
      if (swap.toPerson !== actor.person) return refuse('notYours')
      if (!swapMay(swap, 'answer')) return refuse('swapOver')
      await s.answerSwap(db, store, id, taken, now)
      note({ record: id, after: { taken } })
      return { id }
    },
  }),
  'rosters.withdrawSwap': action({
    summary: ['撤回换班', 'Take a swap back'],
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: searchInput,
    async run({ db, actor, now, note }, { store, id }) {
      await t.holdWeek(db, store)
      const swap = await s.swapById(db, store, id)
      if (!swap) return refuse('notFound')
      if (swap.fromPerson !== actor.person) return refuse('notYours')
      if (!swapMay(swap, 'withdraw')) return refuse('swapOver')
      await s.withdrawSwap(db, store, id, now)
      note({ record: id, after: { withdrawn: true } })
      return { id }
    },
  }),
  'rosters.decideSwap': action({
    summary: ['批准或不批换班', 'Approve a swap, or not'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: decideSwapInput,
    async run({ db, actor, today, now, language, note }, { store, id, approved, words }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      await t.holdWeek(db, store)
      const swap = await s.swapById(db, store, id)
      if (!swap) return refuse('notFound')
      if (!swapMay(swap, 'decide'))
        return swapState(swap) === 'asked' ? refuse('swapNotTaken') : refuse('swapOver')
      const decide = (version: number | null) =>
        s.decideSwap(db, { store, id, approved, words, by: actor.person, at: now, version })
      note({ record: id, day: swap.fromDay, after: { approved }, ...(words ? { reason: words } : {}) })
      if (!approved) {
        await decide(null)
        return { id, version: null }
      }
      const { week } = swap
      if (swap.fromDay < today || swap.toDay < today)
        return refuse('dayOver', { day: swap.fromDay < today ? swap.fromDay : swap.toDay })
      const held = await t.releasedCells(db, store, week)
      const days = [swap.fromDay, swap.toDay]
      const after = swapped(held, swap.fromPerson, swap.toPerson, days)
      const g = await gatherWeek(db, seen, week, today)
      const broken = breachesOf(week, g.workers, after, g.shifts, g.rules).find(
        (b) => isHard(b) && (b.person === swap.fromPerson || b.person === swap.toPerson),
      )
      if (broken) {
        const name = g.workers.find((w) => w.person === broken.person)!.name
        return refuse('swapBreaks', { what: breachSaid(broken, name, language) })
      }
      const head = await t.draftOf(db, store, week)
      const by = actor.person
      const revision = (head?.revision ?? 0) + 1
      const why = `${swap.fromName} ⇄ ${swap.toName}`
      const made = await release(db, seen, after, { week, today, now, by, why })
      if (isRefusal(made)) return made
      // What is being worked on follows, and keeps what else was changed in it.
      const draft = swapped(await t.draftCells(db, store, week), swap.fromPerson, swap.toPerson, days)
      await t.writeDraft(db, { store, week, revision, origin: 'swap', by, at: now }, draft)
      await decide(made.version)
      return { id, version: made.version }
    },
  }),
})
