import { insertDevice } from '../../../business/organization/access/device-tables.ts'
import { insertTotp } from '../../../business/organization/access/factor-tables.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { type Authenticator, newAuthenticator } from '../authenticator.ts'
import type { Caller } from '../callers.ts'
import { now } from '../chain.ts'
import { type At, type Examples, example } from '../examples.ts'
import type { World } from '../world.ts'

/** A device of the store that its manager has enrolled. */
async function enrolled({ database, chain }: World, { store }: At): Promise<string> {
  const id = newId()
  const { manager } = chain.stores[store.key]
  const device = {
    id,
    tokenHash: `device ${id}`,
    store: chain.stores[store.key].id,
    name: '收银台',
    by: manager.id,
  }
  await database.transaction((db) => insertDevice(db, device, now))
  return id
}

interface Asked {
  readonly seal: string
  readonly options: { readonly challenge: string }
}
/** What the caller's own passkey is to sign; made-up facts for those who may not ask. */
async function asked(world: World, caller: Caller, view: string): Promise<Asked> {
  const answer = await world.ask(caller, 'view', view, {})
  return answer.status === 200
    ? (JSON.parse(answer.text) as Asked)
    : { seal: 'none.none', options: { challenge: 'none' } }
}
async function enrolment(world: World, caller: Caller, key: Authenticator) {
  const { seal, options } = await asked(world, caller, 'access.passkeyToEnrol')
  return { seal, name: '指纹', response: key.enrol(options.challenge, world.address) }
}
const drawn = ['challenge', 'seal']
const browsers = 'browsers add what newer editions of the standard know; it is not looked at'
const open = { 'response.clientExtensionResults': browsers, 'response.response': browsers }

export const examples: Examples = {
  'devices.revoke': example<string>({
    about: 'store',
    setUp: enrolled,
    input: (_world, at, _caller, id) => ({ id: at.of(id) }),
  }),
  'access.setPin': { about: 'self', input: () => ({ pin: '4829' }) },
  'access.clearFactors': {
    about: 'person',
    setUp: async ({ database }, { person, of }) => {
      const app = { id: newId(), person: person.id, name: '手机', secret: Buffer.from('sealed') }
      if (of('known') === 'known') await database.transaction((db) => insertTotp(db, app, now))
    },
    input: (_world, { person }) => ({ person: person.id, reason: '手机丢了' }),
  },
  'access.passkeyToEnrol': { about: 'company', anew: drawn, input: () => ({}) },
  'access.passkeyToProve': { about: 'company', anew: drawn, input: () => ({}) },
  'access.passkeyToSignIn': { about: 'company', anew: drawn, input: () => ({}) },
  'access.enrolPasskey': {
    about: 'company',
    open,
    input: (world, _at, caller) => enrolment(world, caller, newAuthenticator()),
  },
  'access.proveByPasskey': example({
    about: 'company',
    open,
    input: async (world, _at, caller) => {
      const key = newAuthenticator()
      await world.ask(caller, 'action', 'access.enrolPasskey', await enrolment(world, caller, key))
      const { seal, options } = await asked(world, caller, 'access.passkeyToProve')
      return { seal, response: key.sign(options.challenge, world.address) }
    },
  }),
}
