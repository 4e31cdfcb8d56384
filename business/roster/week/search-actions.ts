import { mondayOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { shiftsFor } from './gather.ts'
import { cellsOf } from './problem-rules.ts'
import { makers } from './reach.ts'
import { checkWeek } from './release-rules.ts'
import { askStop, foundBy, insertSearch, searchOf } from './search-tables.ts'
import { improveInput, searchInput, takeInput } from './shape.ts'
import * as t from './tables.ts'
import { weekWords } from './words.ts'

/** A better roster is looked for beside the server (`searcher.ts`); here it is asked for, stopped and taken. */
export const searchActions = operations(weekWords, {
  'rosters.improve': action({
    summary: ['请求解器找更好的班表', 'Have the solver look for a better roster'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: improveInput,
    async run({ db, actor, today, now, note }, { id, store, week, basedOn, seconds }) {
      const no = checkWeek(week, mondayOf(today))
      if (no) return no
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      await t.holdWeek(db, store)
      const head = await t.draftOf(db, store, week)
      if (!head) return refuse('draftFirst')
      if (head.revision !== basedOn) return refuse('changedMeanwhile')
      const last = await searchOf(db, store, week)
      if (last?.id === id) return { id }
      if (last && last.endedAs === null) return refuse('searchRuns')
      await insertSearch(db, { store, id, week, revision: basedOn, seconds, by: actor.person, at: now })
      note({ record: id, day: week, after: { seconds } })
      return { id }
    },
  }),
  'rosters.stopImproving': action({
    summary: ['停止求解', 'Stop looking for a better roster'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: searchInput,
    async run({ db, now, note }, { store, id }) {
      if (!(await askStop(db, store, id, now))) return refuse('searchOver')
      note({ record: id, after: { stop: true } })
      return { id }
    },
  }),
  'rosters.takeBetter': action({
    summary: ['采用求解器的班表', 'Take the solver’s roster as the draft'],
    who: makers,
    about: (_db, { store }) => ({ store }),
    input: takeInput,
    async run({ db, actor, today, now, note }, { store, id, basedOn }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      await t.holdWeek(db, store)
      const found = await foundBy(db, store, id)
      if (!found) return refuse('nothingFound')
      const { week } = found
      const head = await t.draftOf(db, store, week)
      if (head?.revision !== basedOn) return refuse('changedMeanwhile')
      if (head.revision !== found.revision) return refuse('draftChanged')
      const { shifts } = await shiftsFor(db, seen, week)
      const cells = cellsOf(week, found.people, shifts, found.grid, await t.draftCells(db, store, week))
      const revision = basedOn + 1
      await t.writeDraft(db, { store, week, revision, origin: 'solver', by: actor.person, at: now }, cells)
      note({ record: id, day: week, after: { revision } })
      return { week, revision }
    },
  }),
})
