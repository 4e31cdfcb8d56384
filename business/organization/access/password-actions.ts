import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { hashSecret } from '../../../platform/access/hashing.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, type PreparingContext } from '../../../platform/server/door.ts'
import { checkOwnPassword } from './check.ts'
import { isDemo, isUnchanged, ownerOf, writePassword } from './credential-tables.ts'
import { checkPassword, codeLetters, longestPassword } from './secret-rules.ts'
import { endSessions, renewSession } from './session-tables.ts'
import { accessWords } from './words.ts'

const secret = z.string().min(1).max(longestPassword)

/** The hash of a password that the person who is signed in chooses; a refusal where it makes none. */
async function chosen({ db, keys, actor }: PreparingContext, password: string, field: string) {
  if (await isDemo(db)) return refuse('demoFixed', {}, field)
  const owner = (await ownerOf(db, keys, actor.person))!
  const wrong = checkPassword(password, owner)
  if (wrong) return { ...wrong, field }
  return { hash: await hashSecret(password) }
}

/** Ten letters and digits: some fifty bits, which is plenty for three days behind the count of wrong tries. */
export const newCode = (): string =>
  Array.from({ length: 10 }, () => codeLetters[randomInt(codeLetters.length)]).join('')

export const passwordOperations = operations(accessWords, {
  'access.changePassword': action({
    summary: ['修改密码', 'Change the password'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({ present: secret, next: secret }),
    async prepare(context, { present, next }) {
      if (context.actor.proof?.by === 'pin') return refuse('ownSignInFirst')
      const credential = await checkOwnPassword(context, present, 'access.changePassword', 'present')
      if (isRefusal(credential)) return credential
      if (present === next) return refuse('passwordSame', {}, 'next')
      const made = await chosen(context, next, 'next')
      return isRefusal(made) ? made : { credential, ...made }
    },
    async run(context, _input, { credential, hash }) {
      const { db, actor, now, sessionsChanged } = context
      if (!(await isUnchanged(db, credential))) return refuse('wrongPassword', {}, 'present')
      await writePassword(db, actor.person, { hash }, now)
      await endSessions(db, actor.person, 'password changed', now, actor.session)
      sessionsChanged(actor.person)
      return (await renewSession(context)) ?? {}
    },
  }),
  'access.choosePassword': action({
    summary: ['第一次登录：设自己的密码', 'First sign-in: choose a password of your own'],
    who: 'signedIn',
    about: 'company',
    settles: ['newPassword'],
    input: z.strictObject({ next: secret }),
    async prepare(context, { next }) {
      if (context.actor.owes !== 'newPassword') return refuse('passwordIsOwn')
      return chosen(context, next, 'next')
    },
    async run(context, _input, { hash }) {
      const { db, actor, now, sessionsChanged } = context
      await writePassword(db, actor.person, { hash }, now)
      await endSessions(db, actor.person, 'password changed', now, actor.session)
      sessionsChanged(actor.person)
      return (await renewSession(context)) ?? {}
    },
  }),
})
