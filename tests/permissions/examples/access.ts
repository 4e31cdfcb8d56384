import { hashPassword, setPasswordHash } from '../../../business/organization/sign-in.ts'
import type { Caller } from '../callers.ts'
import { now } from '../chain.ts'
import type { Examples } from '../examples.ts'
import type { World } from '../world.ts'

const password = 'a password that is known'
let hashed: Promise<string> | undefined

/** Gives somebody a password that the trial knows. */
export async function knownPassword(world: World, person: string): Promise<string> {
  hashed ??= hashPassword(password)
  const hash = await hashed
  await world.database.transaction((db) => setPasswordHash(db, person, hash, now))
  return password
}

interface Sessions {
  readonly sessions: readonly { readonly id: string }[]
}
/** One of the caller's own sessions; a made-up one for those who have none. */
async function ownSession(world: World, caller: Caller): Promise<string> {
  const answer = await world.ask(caller, 'view', 'access.sessions', {})
  const seen = answer.status === 200 ? (JSON.parse(answer.text) as Sessions).sessions : []
  return seen[0]?.id ?? '0123456789abcdef'
}

export const examples: Examples = {
  'access.signIn': {
    about: 'company',
    shows: { 'person.id': 'whoever knows the password is told who he is' },
    setUp: (world, at) => knownPassword(world, at.person.id),
    input: (_world, at) => ({ login: at.person.jobNumber, password }),
  },
  'access.endSession': {
    about: 'company',
    input: async (world, _at, caller) => ({ id: await ownSession(world, caller) }),
  },
  'access.changePassword': {
    about: 'company',
    before: async (world, _at, caller) => caller.person && knownPassword(world, caller.person.id),
    input: () => ({ present: password, next: 'another good password' }),
  },
}
