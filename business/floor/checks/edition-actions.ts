import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { editionById, editionsKept, insertEdition, withdrawEdition } from './edition-tables.ts'
import { makers } from './reach.ts'
import { checkEdition } from './rules.ts'
import { editionInput, publishInput } from './shape.ts'
import { checkWords } from './words.ts'

/** Published editions looked through for one of the same day. */
export const mostEditions = 100

export const editionOperations = operations(checkWords, {
  'checks.publish': action({
    summary: ['发布新版检查表', 'Publish a new edition of a checklist'],
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
  'checks.withdraw': action({
    summary: ['撤回还没生效的检查表', 'Withdraw an edition that has not begun'],
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
})
