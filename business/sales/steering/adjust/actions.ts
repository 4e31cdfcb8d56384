import type { WhoTable } from '../../../../platform/access/who.ts'
import { mondayOf } from '../../../../platform/kinds/day.ts'
import { refuse } from '../../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../../platform/server/door.ts'
import type { StoreSeen } from '../../boards/shape.ts'
import { storesOf } from '../../boards/tables.ts'
import { checkNote } from './rules.ts'
import { areaInput, draftInput, notesInput, writeInput } from './shape.ts'
import { areaSheet, notesSheet } from './sheets.ts'
import { recordNote } from './tables.ts'
import { areaSeen, draftSeen, notesSeen, weekFigures } from './views.ts'
import { adjustWords } from './words.ts'

const superiors = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
const managers = { storeManager: 'store' } as const satisfies WhoTable

export const adjustOperations = operations(adjustWords, {
  'adjust.draft': view({
    summary: [
      '调整策略：近七天差在哪里，上次的效果',
      'Adjusting: where the last seven days fell short, and what came of the last change',
    ],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: draftInput,
    async run({ db, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      return seen ? { store: named(seen), ...(await draftSeen(db, seen, today)) } : refuse('notFound')
    },
  }),
  'adjust.notes': view({
    summary: ['一家店的调整记录和效果', 'A store’s adjustments and what came of them'],
    who: { ...superiors, ...managers },
    about: (_db, { store }) => ({ store }),
    input: notesInput,
    async run({ db, today }, { store }) {
      const [seen] = await storesOf(db, [store], null, today)
      return seen
        ? { today, week: mondayOf(today), store: named(seen), notes: await notesSeen(db, seen, today) }
        : refuse('notFound')
    },
    sheet: notesSheet,
  }),
  'adjust.area': view({
    summary: [
      '各店的调整：谁写了、有没有用',
      'The stores’ adjustments: who wrote one, and whether it helped',
    ],
    who: superiors,
    about: (_db, { area }) => ({ area }),
    input: areaInput,
    run: ({ db, today }, { area }) => areaSeen(db, area, today),
    sheet: areaSheet,
  }),
  'adjust.write': action({
    summary: [
      '写下调整：改什么、从何时、预计做到多少',
      'Note an adjustment: what changes, from when, what is expected',
    ],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: writeInput,
    async run({ db, actor, today, now, note }, { store, factor, change, from, expected }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const no = checkNote({ factor, from, expected }, today)
      if (no) return no
      const figures = await weekFigures(db, store, today)
      const week = mondayOf(today)
      const id = await recordNote(db, {
        store,
        week,
        day: today,
        factor,
        change,
        from,
        expected,
        figures,
        by: actor.person,
        at: now,
      })
      note({ record: id, day: today, after: { week, factor, change, from, expected } })
      return { id, week, day: today }
    },
  }),
})

const named = ({ id, code, name, nameEn, area, areaName, areaNameEn }: StoreSeen) => ({
  id,
  code,
  name,
  nameEn,
  area,
  areaName,
  areaNameEn,
})
