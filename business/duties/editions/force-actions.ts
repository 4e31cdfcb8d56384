import { addDays } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { takeTurns } from '../../organization/lock.ts'
import { insertEdition } from '../edition-tables.ts'
import { forecastOf } from './changes.ts'
import { checkForce } from './clause-rules.ts'
import { deciders, held } from './draft-actions.ts'
import { editionHistory, insertStep, markWithdrawn } from './draft-tables.ts'
import { forceInput, withdrawInput } from './shape.ts'
import { latestToday } from './tables.ts'
import { editionWords } from './words.ts'

export const forceActions = operations(editionWords, {
  'editions.putInForce': action({
    summary: [
      '批准一版岗位职责，从某天起执行',
      'Put an edition of the job descriptions in force from a day on',
    ],
    who: deciders,
    about: 'company',
    input: forceInput,
    async run({ db, actor, now, language, note }, { draft, from, reason, against, seen, overloadReason }) {
      await takeTurns(db)
      const head = await held(db, draft, 'force')
      if ('refused' in head) return head
      const forecast = await forecastOf(db, head, from)
      const no = checkForce(
        {
          from,
          earliest: addDays(await latestToday(db, now), 1),
          against,
          seen,
          overloadReason,
          isGeneralManager: actor.appointments.some((a) => a.position === 'generalManager'),
          place: (seat) => (language === 'en' && seat.nameEn) || seat.name || '',
        },
        forecast,
      )
      if (no) return no
      const { next, appears, changes, lapses, overloads } = forecast
      const id = newId()
      const overload =
        overloads.length > 0 ? { stores: overloads.length, reason: overloadReason, places: overloads } : null
      const kept = await insertEdition(
        db,
        { id, from, by: actor.person, at: now, reason, replaces: against, overload },
        [...next.clauses.values()],
        next.profiles,
      )
      if (!kept) return refuse('dayTaken', { day: from }, 'from')
      await insertStep(db, { draft, kind: 'inForce', by: actor.person, at: now, words: reason, edition: id })
      note({
        record: id,
        before: { edition: against },
        after: { from, appears, changes, lapses, overloaded: overloads.length },
        reason: overloadReason ? `${reason} · ${overloadReason}` : reason,
      })
      return { id, from, appears, changes, lapses, overloaded: overloads.length }
    },
  }),
  'editions.withdraw': action({
    summary: ['撤回还没开始执行的一版', 'Withdraw an edition before its day'],
    who: deciders,
    about: 'company',
    input: withdrawInput,
    async run({ db, actor, now, note }, { edition, reason }) {
      await takeTurns(db)
      const line = (await editionHistory(db)).find((e) => e.id === edition)
      if (!line) return refuse('notFound')
      if (line.withdrawnAt) return refuse('alreadyWithdrawn')
      if (line.from <= (await latestToday(db, now))) return refuse('alreadyInForce')
      if (!(await markWithdrawn(db, { edition, by: actor.person, at: now, why: reason })))
        return refuse('alreadyWithdrawn')
      // The draft that it came from can be written on.
      if (line.draft)
        await insertStep(db, {
          draft: line.draft,
          kind: 'returned',
          by: actor.person,
          at: now,
          words: reason,
        })
      note({ record: edition, before: { from: line.from }, after: { withdrawn: true }, reason })
      return { id: edition, draft: line.draft }
    },
  }),
})
