import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { findEditions } from '../edition-tables.ts'
import { maySee, seenBy } from '../readers.ts'
import { itemOf } from '../today.ts'
import { instancesOfClause } from '../view-tables.ts'
import { draftActions } from './draft-actions.ts'
import { forceActions } from './force-actions.ts'
import { clauseReaders, clausesFor } from './readers.ts'
import { clauseInput } from './shape.ts'
import { editionViews } from './views.ts'
import { editionWords } from './words.ts'

/** Instances shown of a clause. */
const mostInstances = 60

const clauseViews = operations(editionWords, {
  'editions.clause': view({
    summary: ['一条职责：要求、凭据、近期记录', 'One clause: what it asks, its proof, its recent instances'],
    who: clauseReaders,
    about: 'company',
    input: clauseInput,
    async run({ db, actor, scope, today, now }, { duty, state, area }) {
      const seen = await clausesFor(db, actor, seenBy(scope), today, now)
      const clause = seen.clauses.find((c) => c.id === duty)
      if (!clause) return refuse('notFound')
      const only = { state: state ?? null, area: area ?? null }
      const rows = await instancesOfClause(db, duty, seenBy(scope), only, now, mostInstances)
      const editions = await findEditions(db)
      return {
        clause,
        areas: seen.areas,
        counted: seen.profiles.find((p) => p.position === clause.position)?.counted ?? false,
        edition: seen.edition,
        instances: rows.filter((row) => maySee(actor, row)).map((row) => itemOf(row, editions, now)),
      }
    },
  }),
})

export const editionOperations = { ...clauseViews, ...editionViews, ...draftActions, ...forceActions }
