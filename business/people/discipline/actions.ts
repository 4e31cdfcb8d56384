import type { Actor, WhoTable } from '../../../platform/access/who.ts'
import { addDays } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { staffBetween } from '../../roster/week/tables.ts'
import { placeOf, storesOf } from '../../sales/boards/tables.ts'
import { checkEntered, checkRead, checkWithdrawn, isSeenBy } from './rules.ts'
import { areaInput, enterInput, mineInput, ofStoreInput, readInput, withdrawInput } from './shape.ts'
import * as t from './tables.ts'
import { disciplineWords } from './words.ts'

const staff = { salesAssociate: 'store', storeManager: 'store' } as const satisfies WhoTable
const enterers = { storeManager: 'store', areaManager: 'area' } as const satisfies WhoTable
/** Who looks after several stores. */
const above = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
/** The line above a person, and nobody beside it: no headquarters post reads it. */
const superiors = { ...enterers, ...above } as const satisfies WhoTable
/** Days that one sees back, and over which a store is counted; of all stores the latest so many. */
const [daysBack, countedBack, mostLatest] = [365, 90, 20]

/** Above the store: an area manager of it, or the company's line. */
const isAbove = (actor: Actor, store: string): boolean =>
  actor.appointments.some(
    (a) =>
      a.position === 'operationsDirector' ||
      a.position === 'generalManager' ||
      (a.position === 'areaManager' && a.areaStores.includes(store)),
  )

/** What was said stays in the record: the audit, which more people read, only knows that something was entered. */
export const disciplineOperations = operations(disciplineWords, {
  'discipline.enter': action({
    summary: ['记一笔奖惩', 'Enter praise, a reminder or a warning'],
    who: enterers,
    about: (_db, { store }) => ({ store }),
    input: enterInput,
    async run({ db, actor, today, now, note }, { id, store, person, kind, day, words }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      if (await t.entryById(db, store, id)) return { id }
      const leadsStore = (await t.leadersOf(db, store, day)).has(person)
      const who = { isOneself: person === actor.person, leadsStore, enteredByArea: isAbove(actor, store) }
      const no = checkEntered(who, day, today)
      if (no) return no
      if (!(await staffBetween(db, store, day, day)).some((p) => p.person === person))
        return refuse('notHere', {}, 'person')
      await t.insertEntry(db, { store, id, person, kind, day, words, by: actor.person, at: now })
      note({ record: id, day })
      return { id }
    },
  }),
  'discipline.read': action({
    summary: ['看过奖惩记录，写自己的说明', 'Read what was entered, with one’s own answer'],
    mayWait: true,
    who: staff,
    about: (_db, { store }) => ({ store }),
    input: readInput,
    async run({ db, actor, now, note }, { store, id, answer }) {
      await t.holdEntry(db, store, id)
      const entry = await t.entryById(db, store, id)
      if (!entry) return refuse('notFound')
      const no = checkRead(entry, actor.person)
      if (no) return no
      await t.markRead(db, { store, id, answer, at: now })
      note({ record: id, day: entry.day })
      return { id }
    },
  }),
  'discipline.withdraw': action({
    summary: ['撤回一条奖惩记录', 'Take an entry back'],
    who: enterers,
    about: (_db, { store }) => ({ store }),
    input: withdrawInput,
    async run({ db, actor, now, note }, { store, id, reason }) {
      await t.holdEntry(db, store, id)
      const entry = await t.entryById(db, store, id)
      if (!entry) return refuse('notFound')
      const no = checkWithdrawn(entry, { person: actor.person, isArea: isAbove(actor, store) })
      if (no) return no
      await t.withdrawEntry(db, { store, id, by: actor.person, reason, at: now })
      note({ record: id, day: entry.day })
      return { id }
    },
  }),
  'discipline.ofStore': view({
    keptNowhere: true,
    summary: ['一家店的奖惩记录', 'Praise, reminders and warnings of a store'],
    who: superiors,
    about: (_db, { store }) => ({ store }),
    input: ofStoreInput,
    async run({ db, actor, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const leaders = await t.leadersOf(db, store, today)
      const viewer = { person: actor.person, isAbove: isAbove(actor, store) }
      const all = await t.entriesOf(db, store, addDays(today, -daysBack))
      return {
        today,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        /** Of whom the reader may enter something. */
        people: (await staffBetween(db, store, today, today)).filter(
          (p) => p.person !== actor.person && (viewer.isAbove || !leaders.has(p.person)),
        ),
        entries: all.filter((e) => isSeenBy(e, viewer, leaders)),
        isAbove: viewer.isAbove,
      }
    },
  }),
  'discipline.area': view({
    keptNowhere: true,
    summary: [
      '各店奖惩：多少、谁还没看、最近的',
      'Praise, reminders and warnings of the stores: how many, what is unread, the latest',
    ],
    who: above,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaInput,
    async run({ db, scope, today }, { area }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, today)
      const ids = stores.map((s) => s.id)
      const counts = new Map(
        (await t.countsByStore(db, ids, addDays(today, -countedBack))).map((c) => [c.store, c]),
      )
      const none = { praised: 0, reminded: 0, warned: 0, unread: 0 }
      return {
        today,
        days: countedBack,
        stores: stores.map((s) => ({ ...placeOf(s), ...none, ...counts.get(s.id) })),
        entries: await t.latestOf(db, ids, addDays(today, -daysBack), mostLatest),
      }
    },
  }),
  'discipline.mine': view({
    keptNowhere: true,
    summary: ['关于我的奖惩记录', 'What was entered about me'],
    who: { salesAssociate: 'own', storeManager: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    input: mineInput,
    run: async ({ db, actor, today }) => ({
      today,
      entries: await t.entriesOfPerson(db, actor.person, addDays(today, -daysBack)),
    }),
  }),
})
