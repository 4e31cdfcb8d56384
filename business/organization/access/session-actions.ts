import { z } from 'zod'
import type { Actor } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, view } from '../../../platform/server/door.ts'
import { mayTouch } from '../people/rules.ts'
import { idInput, type PositionName } from '../shape.ts'
import { endSession, endSessions, sessionsOf } from './session-tables.ts'
import { accessWords } from './words.ts'

/** Superiors and those who keep the people may see and end another's sign-ins. */
const superiors = {
  administrator: 'company',
  personnel: 'company',
  generalManager: 'company',
  operationsDirector: 'company',
  areaManager: 'area',
  storeManager: 'store',
} as const
const thePerson = (_db: Db, { person }: { person: string }) => ({ person })

/** What somebody holds today; the guard on general managers and administrators looks at it. */
async function guardedAgainst(db: Db, actor: Actor, person: string, today: string) {
  if (actor.person === person) return undefined
  const held = await db.query<{ position: PositionName }>(
    'select position from appointment where person_id = $1 and from_day <= $2 and (to_day is null or to_day >= $2)',
    [person, today],
  )
  return mayTouch(
    actor,
    held.map((a) => a.position),
  )
}

export const sessionOperations = operations(accessWords, {
  'access.sessions': view({
    keptNowhere: true,
    summary: ['我的登录', 'Where I am signed in'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({}),
    async run({ db, actor, today, now }) {
      const lines = await sessionsOf(db, actor.person, today, now)
      return { sessions: lines.map((line) => ({ ...line, current: line.id === actor.session })) }
    },
  }),
  'access.endSession': action({
    summary: ['结束一处登录', 'End one of my sign-ins'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({ id: idInput }),
    async run({ db, actor, now, sessionsChanged }, { id }) {
      if (!(await endSession(db, actor.person, id, 'ended by the person', now))) return refuse('notFound')
      sessionsChanged(actor.person)
      return { id }
    },
  }),
  'access.signOutEverywhere': action({
    summary: ['在所有设备上退出', 'Sign out everywhere'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({}),
    async run({ db, actor, now, cookie, sessionsChanged, note }) {
      const ended = await endSessions(db, actor.person, 'signed out everywhere', now)
      sessionsChanged(actor.person)
      cookie(null)
      note({ after: { ended } })
      return { ended }
    },
  }),
  'access.sessionsOf': view({
    keptNowhere: true,
    summary: ['一位员工的登录', 'Where a person is signed in'],
    who: superiors,
    about: thePerson,
    input: z.strictObject({ person: idInput }),
    async run({ db, actor, today, now }, { person }) {
      const guarded = await guardedAgainst(db, actor, person, today)
      if (guarded) return guarded
      return { sessions: await sessionsOf(db, person, today, now) }
    },
  }),
  'access.endSessionsOf': action({
    summary: ['让一位员工在所有设备上退出', 'Sign a person out everywhere'],
    who: superiors,
    about: thePerson,
    input: z.strictObject({ person: idInput }),
    async run({ db, actor, today, now, sessionsChanged, note }, { person }) {
      const guarded = await guardedAgainst(db, actor, person, today)
      if (guarded) return guarded
      const ended = await endSessions(db, person, 'ended by a superior', now)
      sessionsChanged(person)
      note({ record: person, after: { ended } })
      return { id: person, ended }
    },
  }),
})
