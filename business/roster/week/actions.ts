import type { Db } from '../../../platform/database/database.ts'
import { type Day, mondayOf } from '../../../platform/kinds/day.ts'
import { hashOf } from '../../../platform/kinds/random.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { approvalActions } from './approval-actions.ts'
import { draftWeek } from './draft-rules.ts'
import { gatherWeek, problemFrom, shiftsFor } from './gather.ts'
import { weekDays } from './legal-rules.ts'
import { makers } from './reach.ts'
import { checkWeek } from './release-rules.ts'
import { release } from './releasing.ts'
import { searchActions } from './search-actions.ts'
import { settingActions } from './setting-actions.ts'
import { type Cell, draftInput, putInput, releaseInput } from './shape.ts'
import { staffActions } from './staff-actions.ts'
import * as t from './tables.ts'
import { targetsByHours } from './target-actions.ts'
import { rosterViews } from './views.ts'
import { weekWords } from './words.ts'

const weekActions = operations(weekWords, {
  'rosters.draft': action({
    summary: ['一键排出合规草稿', 'Draft a legal roster at once'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: draftInput,
    async run({ db, actor, today, now, note }, { store, week, basedOn }) {
      const open = await openWeek(db, store, week, today)
      if (isRefusal(open)) return open
      if ((open.head?.revision ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const g = await gatherWeek(db, open.store, week, today)
      if (g.workers.length === 0) return refuse('nobodyHere')
      const held = await fixedCells(db, store, week, today)
      const cells = draftWeek(problemFrom(g, week, today, held), hashOf(`${store} ${week} ${basedOn}`))
      const revision = basedOn + 1
      await t.writeDraft(db, { store, week, revision, origin: 'draft', by: actor.person, at: now }, cells)
      note({ day: week, after: { revision, shifts: cells.length } })
      return { week, revision }
    },
  }),
  'rosters.put': action({
    summary: ['改排班草稿的格子', 'Change cells of a roster’s draft'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: putInput,
    async run({ db, actor, today, now, note }, { store, week, basedOn, cells }) {
      const open = await openWeek(db, store, week, today)
      if (isRefusal(open)) return open
      if ((open.head?.revision ?? 0) !== basedOn) return refuse('changedMeanwhile')
      const { shifts } = await shiftsFor(db, open.store, week)
      const people = new Set((await t.peopleOfWeek(db, store, week)).map((p) => p.person))
      const isReleased = (await t.versionsOf(db, store, week)).length > 0
      for (const [i, c] of cells.entries()) {
        if (!weekDays(week).includes(c.day)) return refuse('dayOutside', { day: c.day }, `cells.${i}.day`)
        if (!people.has(c.person)) return refuse('notHere', {}, `cells.${i}.person`)
        if (c.code !== null && !shifts.some((s) => s.code === c.code))
          return refuse('shiftUnknown', { code: c.code }, `cells.${i}.code`)
        if (isReleased && c.day < today) return refuse('dayOver', { day: c.day }, `cells.${i}.day`)
      }
      const after = put(await t.draftCells(db, store, week), cells)
      const revision = basedOn + 1
      await t.writeDraft(db, { store, week, revision, origin: 'hand', by: actor.person, at: now }, after)
      note({ day: week, after: { revision, cells } })
      return { week, revision }
    },
  }),
  'rosters.release': action({
    summary: ['发布一周的班表', 'Release a week’s roster'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: releaseInput,
    async run({ db, actor, today, now, note }, { store, week, basedOn, why }) {
      const open = await openWeek(db, store, week, today)
      if (isRefusal(open)) return open
      if (!open.head) return refuse('draftFirst')
      if (open.head.revision !== basedOn) return refuse('changedMeanwhile')
      const draft = await t.draftCells(db, store, week)
      const answer = await release(db, open.store, draft, { week, today, now, by: actor.person, why })
      if (isRefusal(answer)) return answer
      note({ day: week, after: answer, ...(why ? { reason: why } : {}) })
      return answer
    },
  }),
})

/** A store's week that may still be worked on, held so that changes follow one another. */
async function openWeek(db: Db, store: string, week: Day, today: Day) {
  const no = checkWeek(week, mondayOf(today))
  if (no) return no
  const [seen] = await storesOf(db, [store], null, today)
  if (!seen) return refuse('notFound')
  await t.holdWeek(db, store)
  return { store: seen, head: await t.draftOf(db, store, week) }
}

/** Days that are over hold what was released; where nothing was, they are as free as the others. */
async function fixedCells(db: Db, store: string, week: Day, today: Day): Promise<Cell[]> {
  const held = await t.releasedCells(db, store, week)
  return held.length > 0 ? held.filter((c) => c.day < today) : t.draftCells(db, store, week)
}

/** New contents of cells over the old ones; the rest stays. */
function put(
  old: readonly Cell[],
  changed: readonly { person: string; day: Day; code: string | null; zone: string | null }[],
): Cell[] {
  const key = (c: { person: string; day: Day }): string => `${c.person} ${c.day}`
  const all = new Map(old.map((c) => [key(c), c]))
  for (const c of changed)
    if (c.code === null) all.delete(key(c))
    else all.set(key(c), { ...c, code: c.code })
  return [...all.values()]
}

export const rosterOperations = {
  ...weekActions,
  ...searchActions,
  ...staffActions,
  ...settingActions,
  ...approvalActions,
  ...targetsByHours,
  ...rosterViews,
}
