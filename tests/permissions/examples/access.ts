import { Secret, TOTP } from 'otpauth'
import { writePassword } from '../../../business/organization/access/credential-tables.ts'
import { hashSecret } from '../../../platform/access/hashing.ts'
import { newId } from '../../../platform/kinds/id.ts'
import type { Caller } from '../callers.ts'
import { now } from '../chain.ts'
import type { Examples } from '../examples.ts'
import type { World } from '../world.ts'

const password = 'seven-geese-over-hangzhou'
const next = 'nine-herons-at-west-lake'
let hashed: Promise<string> | undefined

/** Gives somebody a password that the trial knows; `mustChange`: one that he has to change first. */
async function knownPassword(world: World, person: string, mustChange = false): Promise<void> {
  hashed ??= hashSecret(password)
  const hash = await hashed
  await world.database.transaction((db) => writePassword(db, person, { hash, mustChange }, now))
}

interface Sessions {
  readonly sessions: readonly { readonly id: string }[]
}
/** One of the caller's own sessions; a made-up one for those who have none. */
async function ownSession(world: World, caller: Caller): Promise<string> {
  const answer = await world.ask(caller, 'view', 'access.sessions', {})
  const seen = answer.status === 200 ? (JSON.parse(answer.text) as Sessions).sessions : []
  return seen[0]?.id ?? newId()
}
interface Begun {
  readonly id: string
  readonly secret: string
}
/** The code that an authenticator app shows, so many steps of 30 s from now. */
const codeOf = (secret: string, ahead = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 }).generate({
    timestamp: now.getTime() + ahead * 30_000,
  })
/** Begins to set up an app as the caller; made-up facts for those who may not. */
async function begun(world: World, caller: Caller): Promise<Begun> {
  const answer = await world.ask(caller, 'action', 'access.beginTotp', { name: '手机' })
  return answer.status === 200
    ? (JSON.parse(answer.text) as Begun)
    : { id: newId(), secret: new Secret({ size: 20 }).base32 }
}
async function withApp(world: World, caller: Caller): Promise<Begun> {
  const made = await begun(world, caller)
  await world.ask(caller, 'action', 'access.confirmTotp', { id: made.id, code: codeOf(made.secret) })
  return made
}

const ownPassword = (world: World, caller: Caller, mustChange = false) =>
  caller.person ? knownPassword(world, caller.person.id, mustChange) : Promise.resolve()

export const examples: Examples = {
  'access.signIn': {
    about: 'company',
    shows: { 'person.id': 'whoever knows the password is told who he is' },
    setUp: (world, at) => knownPassword(world, at.person.id),
    input: (_world, at) => ({ login: at.person.jobNumber, password }),
  },
  'access.proveByPassword': {
    about: 'company',
    before: (world, _at, caller) => ownPassword(world, caller),
    input: () => ({ password }),
  },
  'access.endSession': {
    about: 'company',
    input: async (world, _at, caller) => ({ id: await ownSession(world, caller) }),
  },
  'access.changePassword': {
    about: 'company',
    before: (world, _at, caller) => ownPassword(world, caller),
    input: () => ({ present: password, next }),
  },
  'access.choosePassword': {
    about: 'company',
    before: (world, _at, caller) => ownPassword(world, caller, true),
    input: () => ({ next }),
  },
  'access.confirmTotp': {
    about: 'company',
    input: async (world, _at, caller) => {
      const { id, secret } = await begun(world, caller)
      return { id, code: codeOf(secret) }
    },
  },
  'access.dropFactor': {
    about: 'company',
    input: async (world, _at, caller) => ({ id: (await withApp(world, caller)).id }),
  },
  'access.newRecoveryCodes': {
    about: 'company',
    before: (world, _at, caller) => withApp(world, caller),
    input: () => ({}),
  },
  'access.proveByCode': {
    about: 'company',
    // The code of the next step: that of now has been used to set the app up.
    input: async (world, _at, caller) => ({ code: codeOf((await withApp(world, caller)).secret, 1) }),
  },
}
