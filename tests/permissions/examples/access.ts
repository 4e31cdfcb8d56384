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
}
