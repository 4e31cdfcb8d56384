import { hashSecret } from '../../../platform/access/hashing.ts'
import type { About, Actor } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations } from '../../../platform/server/door.ts'
import { isDemo, writePassword } from '../access/credential-tables.ts'
import { newCode } from '../access/password-actions.ts'
import { checkPassword, shownCode } from '../access/secret-rules.ts'
import { codeLasts } from '../access/session-rules.ts'
import { endSessions } from '../access/session-tables.ts'
import { takeTurns } from '../lock.ts'
import { peopleKeepers } from '../reach.ts'
import { covers } from '../shape.ts'
import {
  appoint,
  changeHiring,
  checkPerson,
  dismiss,
  endAppointment,
  keepsAdministrator,
  mayTouch,
  transfer,
  withoutPhone,
} from './rules.ts'
import { theAppointment } from './seat.ts'
import {
  appointInput,
  changePersonInput,
  dismissInput,
  endAppointmentInput,
  givePasswordInput,
  hireInput,
  rehireInput,
  type SeatInput,
  transferInput,
} from './shape.ts'
import {
  appointmentsAround,
  appointmentsOf,
  endAppointmentsOn,
  endDelegations,
  findAppointment,
  findPerson,
  findSeat,
  insertAppointment,
  insertPerson,
  otherAdministrators,
  personByJobNumber,
  personByPhone,
  updatePerson,
  withdrawAccess,
  withdrawAppointments,
  writeLeaving,
} from './tables.ts'
import { peopleWords } from './words.ts'

const thePerson = (_db: Db, { person }: { person: string }): About => ({ person })

async function fill(
  db: Db,
  actor: Actor,
  person: Parameters<typeof appoint>[0],
  id: string,
  input: SeatInput,
) {
  const guarded = mayTouch(actor, [input.position])
  if (guarded) return guarded
  const answer = appoint(
    person,
    input,
    await findSeat(db, input),
    await appointmentsAround(db, person.id, input),
  )
  if (isRefusal(answer)) return answer
  await insertAppointment(db, {
    id,
    person: person.id,
    position: input.position,
    area: input.area,
    store: input.store,
    title: input.title,
    ...answer,
  })
  return answer
}

export const peopleOperations = operations(peopleWords, {
  'organization.hire': action({
    summary: ['录入新员工', 'Enter a new person'],
    who: peopleKeepers,
    about: 'company',
    input: hireInput,
    async prepare(_context, { password, ...person }) {
      if (!password) return { hash: undefined }
      return checkPassword(password, person) ?? { hash: await hashSecret(password) }
    },
    async run({ db, keys, actor, now, note }, { appointment, password: _password, ...person }, { hash }) {
      const vault = { keys, now }
      await takeTurns(db)
      if (await findPerson(db, person.id)) return refuse('changedMeanwhile')
      const wrong = checkPerson(
        person,
        await personByJobNumber(db, person.jobNumber),
        await personByPhone(db, keys, person.phone),
      )
      if (wrong) return wrong
      await insertPerson(db, vault, person)
      if (appointment) {
        const { id, ...seat } = appointment
        const filled = await fill(db, actor, { ...person, leftOn: null }, id, seat)
        if (isRefusal(filled))
          return { ...filled, ...(filled.field ? { field: `appointment.${filled.field}` } : {}) }
      }
      // Whoever entered it knows it: the person chooses another one at the first sign-in.
      if (hash) await writePassword(db, person.id, { hash, mustChange: true }, now)
      note({
        record: person.id,
        store: appointment?.store ?? undefined,
        after: { ...withoutPhone(person), appointment },
      })
      return { id: person.id }
    },
  }),
  'organization.changePerson': action({
    summary: ['修改员工资料', 'Change a person’s facts'],
    who: peopleKeepers,
    about: (_db, { id }: { id: string }) => ({ person: id }),
    input: changePersonInput,
    async run({ db, keys, now, note }, input) {
      const vault = { keys, now }
      await takeTurns(db)
      const before = await findPerson(db, input.id)
      if (!before) return refuse('notFound')
      const [first] = await appointmentsOf(db, input.id)
      const wrong =
        checkPerson(
          { ...input, phone: input.phone ?? null },
          await personByJobNumber(db, input.jobNumber),
          await personByPhone(db, keys, input.phone),
        ) ?? changeHiring(input.hiredOn, first?.from)
      if (wrong) return wrong
      await updatePerson(db, vault, input)
      note({ record: input.id, before, after: withoutPhone(input) })
      return { id: input.id }
    },
  }),
  'organization.appoint': action({
    summary: ['任命', 'Appoint to a position'],
    who: peopleKeepers,
    about: thePerson,
    input: appointInput,
    stepUp: true,
    async run({ db, actor, note, sessionsChanged }, { id, person: personId, ...seat }) {
      await takeTurns(db)
      const person = await findPerson(db, personId)
      if (!person) return refuse('notFound')
      if (await findAppointment(db, id)) return refuse('changedMeanwhile')
      const answer = await fill(db, actor, person, id, seat)
      if (isRefusal(answer)) return answer
      sessionsChanged(person.id)
      note({ record: id, store: seat.store ?? undefined, after: { person: person.id, ...seat, ...answer } })
      return { id, ...answer }
    },
  }),
  'organization.transfer': action({
    summary: ['调任', 'Transfer to another position'],
    who: peopleKeepers,
    about: theAppointment,
    input: transferInput,
    stepUp: true,
    async run({ db, actor, today, now, note, sessionsChanged }, { appointment, id, reason, ...seat }) {
      await takeTurns(db)
      const present = await findAppointment(db, appointment)
      const person = present && (await findPerson(db, present.person))
      if (!present || !person) return refuse('notFound')
      const wrong =
        mayTouch(actor, [present.position, seat.position]) ??
        keepsAdministrator([present.position], await otherAdministrators(db, { appointment }, today))
      if (wrong) return wrong
      const answer = transfer(
        person,
        present,
        seat,
        await findSeat(db, seat),
        await appointmentsAround(db, person.id, seat),
      )
      if (isRefusal(answer)) return answer
      const { endsOn, ...period } = answer
      await endAppointmentsOn(db, [present.id], endsOn, now)
      await insertAppointment(db, {
        id,
        person: person.id,
        position: seat.position,
        area: seat.area,
        store: seat.store,
        title: seat.title,
        ...period,
      })
      sessionsChanged(person.id)
      note({
        record: id,
        store: seat.store ?? present.store ?? undefined,
        before: present,
        after: { ...seat, ...period },
        reason,
      })
      return { id, endsOn }
    },
  }),
  'organization.endAppointment': action({
    summary: ['结束任职', 'End an appointment'],
    who: peopleKeepers,
    about: theAppointment,
    input: endAppointmentInput,
    async run({ db, actor, today, now, note, sessionsChanged }, { appointment, lastDay, reason }) {
      await takeTurns(db)
      const present = await findAppointment(db, appointment)
      if (!present) return refuse('notFound')
      const wrong =
        mayTouch(actor, [present.position]) ??
        keepsAdministrator([present.position], await otherAdministrators(db, { appointment }, today))
      if (wrong) return wrong
      const answer = endAppointment(present, lastDay, today)
      if (isRefusal(answer)) return answer
      if ('withdrawn' in answer) await withdrawAppointments(db, [appointment])
      else await endAppointmentsOn(db, [appointment], answer.endsOn, now)
      sessionsChanged(present.person)
      note({ record: appointment, store: present.store ?? undefined, before: present, after: answer, reason })
      return { id: appointment, ...answer }
    },
  }),
  'organization.dismiss': action({
    summary: ['办理离职', 'Let a person leave'],
    who: peopleKeepers,
    about: thePerson,
    input: dismissInput,
    async run({ db, actor, today, now, note, sessionsChanged }, { person: id, lastDay, reason }) {
      await takeTurns(db)
      const person = await findPerson(db, id)
      if (!person) return refuse('notFound')
      const appointments = await appointmentsOf(db, id)
      const held = appointments.filter((a) => a.to === null || a.to >= today).map((a) => a.position)
      const wrong =
        mayTouch(actor, held) ??
        keepsAdministrator(held, await otherAdministrators(db, { person: id }, today))
      if (wrong) return wrong
      const answer = dismiss(person, lastDay, appointments)
      if (isRefusal(answer)) return answer
      await endAppointmentsOn(db, answer.ends, lastDay, now)
      await withdrawAppointments(db, answer.withdraws)
      await writeLeaving(db, id, lastDay)
      // Whoever has left must not go on reading on a phone that is still signed in.
      const atOnce = lastDay <= today
      if (atOnce) {
        await endSessions(db, id, 'left the company', now)
        await withdrawAccess(db, id, actor.person, now)
        await endDelegations(db, { standIn: id }, now)
        sessionsChanged(id)
      }
      note({
        record: id,
        store: appointments.find((a) => covers(a, today))?.store ?? undefined,
        before: person,
        after: answer,
        reason,
      })
      return { id, ended: answer.ends.length + answer.withdraws.length, signedOut: atOnce }
    },
  }),
  'organization.rehire': action({
    summary: ['撤销离职或重新入职', 'Take a leaving back, or hire again'],
    who: peopleKeepers,
    about: thePerson,
    input: rehireInput,
    async run({ db, note }, { person: id, reason }) {
      await takeTurns(db)
      const person = await findPerson(db, id)
      if (!person) return refuse('notFound')
      if (!person.leftOn) return refuse('notLeft', { name: person.name })
      await writeLeaving(db, id, null)
      note({ record: id, before: person, reason })
      return { id }
    },
  }),
  'organization.givePassword': action({
    summary: [
      '给员工一个登录码，首次登录时自己设密码',
      'Give a person a sign-in code to choose a password with',
    ],
    who: peopleKeepers,
    about: thePerson,
    input: givePasswordInput,
    stepUp: true,
    secret: ['code'],
    async prepare() {
      const code = newCode()
      return { code, hash: await hashSecret(code) }
    },
    async run({ db, actor, today, now, note, sessionsChanged }, { person: id }, { code, hash }) {
      if (await isDemo(db)) return refuse('demoFixed')
      const person = await findPerson(db, id)
      if (!person) return refuse('notFound')
      if (person.leftOn && person.leftOn < today)
        return refuse('leftAlready', { name: person.name, day: person.leftOn })
      const held = (await appointmentsOf(db, id))
        .filter((a) => a.to === null || a.to >= today)
        .map((a) => a.position)
      const wrong = actor.person === id ? undefined : mayTouch(actor, held)
      if (wrong) return wrong
      const goodUntil = new Date(now.getTime() + codeLasts)
      await writePassword(db, id, { hash, mustChange: true, goodUntil }, now)
      await endSessions(db, id, 'new password given', now, actor.session)
      sessionsChanged(id)
      note({ record: id })
      return { id, code: shownCode(code), goodUntil: goodUntil.toISOString() }
    },
  }),
})
