import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { takeTurns } from '../lock.ts'
import { delegate, mayDelegate } from './rules.ts'
import { theAppointment } from './seat.ts'
import { delegateInput, endDelegationInput } from './shape.ts'
import {
  delegationsOf,
  endDelegations,
  findAppointment,
  findDelegation,
  findPerson,
  insertDelegation,
} from './tables.ts'
import { peopleWords } from './words.ts'

/** What somebody may delegate: his own; of others, those further down his own line. */
const delegators = {
  administrator: 'company',
  personnel: 'company',
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
  finance: 'own',
  merchandising: 'own',
  training: 'own',
} as const

export const delegationOperations = operations(peopleWords, {
  'organization.delegate': action({
    summary: ['缺勤时委托代办', 'Let somebody stand in'],
    who: delegators,
    about: theAppointment,
    input: delegateInput,
    async run({ db, actor, today, now, note }, input) {
      await takeTurns(db)
      const appointment = await findAppointment(db, input.appointment)
      const standIn = await findPerson(db, input.toPerson)
      if (!appointment) return refuse('notFound')
      if (!standIn) return refuse('notFound', {}, 'toPerson')
      const answer = delegate(
        actor,
        appointment,
        standIn,
        input,
        await delegationsOf(db, appointment.id),
        today,
      )
      if (isRefusal(answer)) return answer
      await insertDelegation(db, input, actor.person, now)
      note({
        record: input.id,
        store: appointment.store ?? undefined,
        after: { holder: appointment.person, ...input },
        reason: input.reason,
      })
      return { id: input.id, days: answer.days }
    },
  }),
  'organization.endDelegation': action({
    summary: ['收回代办', 'Take a delegation back'],
    who: delegators,
    about: async (db, { delegation }: { delegation: string }) => {
      const found = await findDelegation(db, delegation)
      return found && theAppointment(db, found)
    },
    input: endDelegationInput,
    async run({ db, actor, now, note }, { delegation }) {
      const found = await findDelegation(db, delegation)
      const appointment = found && (await findAppointment(db, found.appointment))
      if (!found || !appointment) return refuse('notFound')
      if (!mayDelegate(actor, appointment))
        return refuse('notYoursToDelegate', { name: appointment.personName })
      await endDelegations(db, { delegation }, now)
      note({ record: delegation, store: appointment.store ?? undefined, before: found })
      return { id: delegation }
    },
  }),
})
