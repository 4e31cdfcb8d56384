import type { About, Actor, WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { takeTurns } from '../../organization/lock.ts'
import {
  appointmentsOf,
  delegationsOf,
  endDelegations,
  findPerson,
  insertDelegation,
  shortenDelegation,
} from '../../organization/people/tables.ts'
import { askLeave, decideLeave, mayDecide, standInFor, stateOf, withdrawLeave } from './rules.ts'
import { askInput, decideInput, type Leave, longestBack, withdrawInput } from './shape.ts'
import {
  delegationsOfLeave,
  findLeave,
  holdPerson,
  insertLeave,
  leavesOf,
  linkDelegation,
  seatsOf,
  writeDecision,
  writeWithdrawal,
} from './tables.ts'
import { leaveViews } from './views.ts'
import { leaveKindWords, leaveWords } from './words.ts'

/** Down one's own line; headquarters posts only for themselves. */
const askers = {
  salesAssociate: 'own',
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  personnel: 'company',
  finance: 'own',
  merchandising: 'own',
  training: 'own',
  administrator: 'own',
} as const satisfies WhoTable
export const deciders = {
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  personnel: 'company',
} as const satisfies WhoTable

/** An area manager stands in no store: where it is about himself, it is about his area. */
function aboutPerson(person: string, actor: Actor): About {
  const area = actor.appointments.find((a) => a.area !== undefined && a.onBehalfOf === undefined)?.area
  return person === actor.person && area ? { area } : { person }
}
const aboutLeave = async (db: Db, { id }: { id: string }, actor: Actor): Promise<About> => {
  const leave = await findLeave(db, id)
  return leave && aboutPerson(leave.person, actor)
}

const leaveActions = operations(leaveWords, {
  'leave.ask': action({
    summary: ['请假', 'Ask for leave'],
    mayWait: true,
    who: askers,
    about: (_db, { person }, actor) => aboutPerson(person ?? actor.person, actor),
    input: askInput,
    async run({ db, actor, today, now, note }, { id, person: whom = actor.person, ...asked }) {
      await holdPerson(db, whom)
      const before = await findLeave(db, id)
      if (before)
        return before.person === whom
          ? { id, person: whom, from: before.from, to: before.to, approved: before.approved }
          : refuse('changedMeanwhile')
      const person = await findPerson(db, whom)
      if (!person) return refuse('notFound')
      const seats = await seatsOf(db, whom, today)
      const by = whom === actor.person ? 'self' : 'superior'
      if (by === 'superior' && !mayDecide(actor, whom, seats))
        return refuse('notYoursToDecide', { name: person.name }, 'person')
      const answer = askLeave(
        asked,
        person,
        by,
        await leavesOf(db, whom, addDays(today, -longestBack - 1)),
        today,
      )
      if (isRefusal(answer)) return answer
      await insertLeave(db, { id, person: whom, ...asked, by: actor.person, at: now })
      const leave = (await findLeave(db, id))!
      // Entered by whoever would decide it, it is decided by that.
      const stands =
        by === 'superior'
          ? await approve(db, leave, { by: actor.person, at: now, words: null }, today)
          : await standIns(db, leave, today)
      if (isRefusal(stands)) return stands
      note({
        record: id,
        store: seats.find((s) => s.store !== null)?.store ?? undefined,
        after: { person: whom, ...asked, approved: by === 'superior' },
        ...(asked.why ? { reason: asked.why } : {}),
      })
      return {
        id,
        person: whom,
        from: asked.from,
        to: asked.to,
        days: answer.days,
        approved: by === 'superior' ? true : null,
      }
    },
  }),
  'leave.decide': action({
    summary: ['批假', 'Decide a request for leave'],
    who: deciders,
    about: aboutLeave,
    input: decideInput,
    async run({ db, actor, today, now, note }, { id, approved, words }) {
      const leave = await held(db, id)
      if (!leave) return refuse('notFound')
      const seats = await seatsOf(db, leave.person, today)
      if (!mayDecide(actor, leave.person, seats)) return refuse('notYoursToDecide', { name: leave.name })
      const no = decideLeave(leave, approved, words)
      if (no) return no
      const decision = { by: actor.person, at: now, words }
      const stands = approved
        ? await approve(db, leave, decision, today)
        : await writeDecision(db, { id, approved, ...decision })
      if (isRefusal(stands)) return stands
      note({
        record: id,
        store: seats.find((s) => s.store !== null)?.store ?? undefined,
        before: { person: leave.person, from: leave.from, to: leave.to },
        after: { approved },
        ...(words ? { reason: words } : {}),
      })
      return {
        id,
        person: leave.person,
        from: leave.from,
        to: leave.to,
        approved,
        begun: leave.from <= today,
      }
    },
  }),
  'leave.withdraw': action({
    summary: ['撤回请假，或提前销假', 'Withdraw leave, or end it early'],
    who: askers,
    about: aboutLeave,
    input: withdrawInput,
    async run({ db, actor, today, now, note }, { id, why, keptUntil: until }) {
      const leave = await held(db, id)
      if (!leave) return refuse('notFound')
      const seats = await seatsOf(db, leave.person, today)
      const by = leave.person === actor.person ? 'self' : 'superior'
      if (by === 'superior' && !mayDecide(actor, leave.person, seats))
        return refuse('notYoursToWithdraw', { name: leave.name })
      const answer = withdrawLeave(leave, by, { keptUntil: until, why }, today)
      if (isRefusal(answer)) return answer
      const { keptUntil } = answer
      await writeWithdrawal(db, { id, keptUntil, why, by: actor.person, at: now })
      for (const d of await delegationsOfLeave(db, id)) {
        if (keptUntil === null || keptUntil < d.from) await endDelegations(db, { delegation: d.id }, now)
        else await shortenDelegation(db, d.id, keptUntil)
      }
      note({
        record: id,
        store: seats.find((s) => s.store !== null)?.store ?? undefined,
        before: { person: leave.person, from: leave.from, to: leave.to, state: stateOf(leave) },
        after: { keptUntil },
        ...(why ? { reason: why } : {}),
      })
      return { id, person: leave.person, from: leave.from, to: leave.to, keptUntil }
    },
  }),
})

export const leaveOperations = { ...leaveActions, ...leaveViews }

async function held(db: Db, id: string): Promise<Leave | undefined> {
  const seen = await findLeave(db, id)
  if (!seen) return undefined
  await holdPerson(db, seen.person)
  return findLeave(db, id)
}

/** Approved, whoever stands in gets his delegations with it. */
async function approve(
  db: Db,
  leave: Leave,
  decision: { by: string; at: Date; words: string | null },
  today: Day,
) {
  const taken = await standIns(db, leave, today)
  if (isRefusal(taken)) return taken
  await writeDecision(db, { id: leave.id, approved: true, ...decision })
  const reason = leave.why || say(leaveKindWords[leave.kind], 'zh')
  for (const { appointment, from, to } of taken) {
    const id = newId()
    await insertDelegation(
      db,
      { id, appointment, toPerson: leave.standIn!, from, to, reason },
      decision.by,
      decision.at,
    )
    await linkDelegation(db, leave.id, id)
  }
  return taken
}

/** What the stand-in would take over; nothing where none is named. */
async function standIns(db: Db, leave: Leave, today: Day) {
  if (leave.standIn === null) return []
  await takeTurns(db)
  const standIn = await findPerson(db, leave.standIn)
  if (!standIn) return refuse('notFound', {}, 'standIn')
  const appointments = await appointmentsOf(db, leave.person)
  const existing = (await Promise.all(appointments.map((a) => delegationsOf(db, a.id)))).flat()
  return standInFor(leave, standIn, appointments, existing, today)
}
