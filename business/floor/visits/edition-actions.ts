import { z } from 'zod'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { editionById, editionOn, editionsKept, insertEdition, withdrawEdition } from './edition-tables.ts'
import { makers } from './reach.ts'
import { checkEdition } from './rules.ts'
import { editionInput, kinds, publishInput } from './shape.ts'
import { isShipped } from './shipped.ts'
import { visitWords } from './words.ts'

/** Published editions looked through for one of the same day. */
const mostEditions = 100

export const editionOperations = operations(visitWords, {
  'visits.publish': action({
    summary: ['发布新版巡店表', 'Publish a new edition of what visits look at'],
    who: makers,
    about: 'company',
    input: publishInput,
    async run({ db, actor, today, now, note }, { words, ...edition }) {
      const before = await editionById(db, edition.id)
      if (before) return { id: before.id, kind: before.kind, from: before.from }
      const no = checkEdition(edition, today, await editionsKept(db, mostEditions))
      if (no) return no
      const isIn = await insertEdition(db, edition, { by: actor.person, at: now, words })
      if (!isIn) return refuse('dayTaken', { day: edition.from }, 'from')
      note({
        record: edition.id,
        after: { kind: edition.kind, from: edition.from, items: edition.items.length },
        ...(words ? { reason: words } : {}),
      })
      return { id: edition.id, kind: edition.kind, from: edition.from }
    },
  }),
  'visits.withdrawEdition': action({
    summary: ['撤回还没生效的巡店表', 'Withdraw an edition that has not begun'],
    who: makers,
    about: 'company',
    input: editionInput,
    async run({ db, actor, today, now, note }, { id }) {
      const edition = await editionById(db, id)
      if (!edition) return refuse('notFound')
      if (!(await withdrawEdition(db, { id, today, by: actor.person, at: now })))
        return refuse('begunAlready')
      note({ record: id, before: { kind: edition.kind, from: edition.from } })
      return { id }
    },
  }),
  'visits.editions': view({
    summary: ['巡店表的版本', 'Editions of what visits look at'],
    who: { ...makers, generalManager: 'company', areaManager: 'area' },
    about: 'company',
    input: z.strictObject({}),
    async run({ db, today }) {
      const kept = await editionsKept(db, mostEditions)
      const current = new Map<string, Awaited<ReturnType<typeof editionOn>>>()
      for (const kind of kinds) current.set(kind, await editionOn(db, kind, today))
      return {
        today,
        kinds: kinds.map((kind) => {
          const own = kept.filter((e) => e.kind === kind)
          const inForce = current.get(kind)!
          return {
            kind,
            current: {
              id: inForce.id,
              from: inForce.from,
              sections: inForce.sections,
              items: inForce.items,
              isShipped: isShipped(inForce.id),
            },
            planned: own.filter((e) => e.from > today).reverse(),
            earlier: own
              .filter((e) => e.from <= today && e.id !== inForce.id)
              .map((e) => ({ id: e.id, from: e.from, items: e.items.length, byName: e.byName })),
          }
        }),
      }
    },
  }),
})
