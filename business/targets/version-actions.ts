import { z } from 'zod'
import { companyWide } from '../../platform/kinds/id.ts'
import { refuse } from '../../platform/kinds/refusal.ts'
import { view } from '../../platform/server/door.ts'
import { seenBy } from './area-actions.ts'
import { differences } from './rules.ts'
import { idIn, yearIn } from './shape.ts'
import { linesOf, versionById, versionsOf } from './version-tables.ts'
import { summaryOf } from './year-actions.ts'

export const versionOperations = {
  'targets.versions': view({
    summary: ['计划的各个版本：谁、何时、为什么', 'Versions of a plan: who, when and why'],
    who: seenBy,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: z.strictObject({ year: yearIn, area: idIn.optional() }),
    async run({ db, scope }, { year, area }) {
      if (!area && scope.areas !== 'all') return refuse('notFound')
      return { versions: (await versionsOf(db, year, area ?? companyWide)).map(summaryOf) }
    },
  }),

  'targets.difference': view({
    summary: ['两个版本逐格比较', 'Two versions compared cell by cell'],
    who: seenBy,
    about: async (db, { from }) => {
      const version = await versionById(db, from)
      return version && (version.level === 'area' ? { area: version.scope } : 'company')
    },
    input: z.strictObject({ from: idIn, to: idIn }),
    async run({ db, scope }, { from, to }) {
      const [before, after] = [await versionById(db, from), await versionById(db, to)]
      if (!before || !after) return refuse('notFound')
      if (before.level === 'year' && scope.areas !== 'all') return refuse('notFound')
      if (before.scope !== after.scope || before.year !== after.year) return refuse('versionsNotComparable')
      const [was, is] = [await linesOf(db, from), await linesOf(db, to)]
      return {
        from: summaryOf(before),
        to: summaryOf(after),
        by: after.total - before.total,
        cells: differences(was, is),
      }
    },
  }),
}
