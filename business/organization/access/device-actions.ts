import { z } from 'zod'
import { hashSecret } from '../../../platform/access/hashing.ts'
import type { Db } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { action, operations, type PreparingContext, view } from '../../../platform/server/door.ts'
import { idInput } from '../shape.ts'
import { ownerOf } from './credential-tables.ts'
import {
  deviceOfBrowser,
  devicesIn,
  dropPin,
  endPinSessions,
  hasPin,
  insertDevice,
  revokeDevice,
  staffOf,
  stillGood,
  storeOfDevice,
  writePin,
} from './device-tables.ts'
import { checkPinOf } from './pin-check.ts'
import { checkPin } from './secret-rules.ts'
import { hashOf, newToken, startSession } from './session-tables.ts'
import { accessWords } from './words.ts'

/** Who enrols and revokes the devices of a store. */
const deviceKeepers = {
  storeManager: 'store',
  areaManager: 'area',
  operationsDirector: 'company',
  administrator: 'company',
} as const

/** Who this is, on which device. */
async function checkPinHere(context: PreparingContext, person: string, pin: string) {
  const device = await deviceOfBrowser(context.db, context.browser)
  if (!device) return refuse('notOurDevice')
  const right = await checkPinOf(context, { person, store: device.store, pin }, device.id, 'access.pinSignIn')
  return isRefusal(right) ? right : { device, hash: right.hash }
}

export const deviceOperations = operations(accessWords, {
  'access.storeDevice': view({
    keptNowhere: true,
    summary: [
      '这台设备属于哪家店，谁可以用 PIN 登录',
      'Whose device this browser is, and who signs in on it',
    ],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({}),
    async run({ db, browser, today }) {
      const device = await deviceOfBrowser(db, browser)
      if (!device) return { device: null, people: [] }
      const [store] = await db.query<{ name: string; nameEn: string | null }>(
        'select name, name_en as "nameEn" from store where id = $1',
        [device.store],
      )
      return {
        device: { name: device.name, store: store?.name ?? '', storeEn: store?.nameEn ?? null },
        people: await staffOf(db, device.store, today),
      }
    },
  }),
  'access.pinSignIn': action({
    summary: ['在店铺设备上用 PIN 登录', 'Sign in by PIN on a store device'],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({ person: idInput, pin: z.string().min(1).max(12) }),
    prepare: (context, { person, pin }) => checkPinHere(context, person, pin),
    async run(context, { person }, { device, hash }) {
      if (!(await stillGood(context.db, person, hash, device.id))) return refuse('pinWrong', {}, 'pin')
      await startSession(context, {
        person,
        kind: 'pin',
        label: device.name,
        on: { device: device.id, store: device.store },
      })
      context.note({ record: person, after: { device: device.id, address: context.address } })
      return { person }
    },
  }),
  'access.pin': view({
    keptNowhere: true,
    summary: ['我有没有 PIN', 'Whether I have a PIN'],
    who: 'signedIn',
    about: 'company',
    input: z.strictObject({}),
    run: async ({ db, actor }) => ({ has: await hasPin(db, actor.person) }),
  }),
  'access.setPin': action({
    summary: ['设 PIN（4 到 6 位数字）', 'Set a PIN of 4 to 6 digits'],
    who: { storeManager: 'own', salesAssociate: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    stepUp: true,
    input: z.strictObject({ pin: z.string().min(1).max(12) }),
    async prepare({ db, keys, actor }, { pin }) {
      const wrong = checkPin(pin, (await ownerOf(db, keys, actor.person))!)
      return wrong ?? { hash: await hashSecret(pin) }
    },
    async run({ db, actor, now, sessionsChanged, note }, _input, { hash }) {
      await writePin(db, actor.person, hash, now)
      await endPinSessions(db, actor.person, 'PIN changed', now)
      sessionsChanged(actor.person)
      note({ record: actor.person })
      return {}
    },
  }),
  'access.dropPin': action({
    summary: ['去掉 PIN', 'Remove the PIN'],
    who: { storeManager: 'own', salesAssociate: 'own' },
    about: (_db, _input, actor) => ({ person: actor.person }),
    stepUp: true,
    input: z.strictObject({}),
    async run({ db, actor, now, sessionsChanged, note }) {
      await dropPin(db, actor.person)
      await endPinSessions(db, actor.person, 'PIN removed', now)
      sessionsChanged(actor.person)
      note({ record: actor.person })
      return {}
    },
  }),
  'devices.list': view({
    keptNowhere: true,
    summary: ['店铺设备清单', 'Devices of the stores'],
    who: deviceKeepers,
    about: 'company',
    input: z.strictObject({}),
    async run({ db, scope, now, browser }) {
      const here = await deviceOfBrowser(db, browser)
      const devices = await devicesIn(db, scope.stores, now)
      return { devices: devices.map((d) => ({ ...d, isHere: d.id === here?.id })) }
    },
  }),
  'devices.enrol': action({
    summary: ['把这台设备登记为店铺设备', 'Enrol this device as one of the store'],
    who: deviceKeepers,
    about: (_db: Db, { store }: { store: string }) => ({ store }),
    stepUp: true,
    input: z.strictObject({
      store: idInput,
      name: z.string().trim().min(1, { error: 'nameMissing' }).max(40),
    }),
    async run({ db, actor, now, browser, browserCookie, sessionsChanged, note }, { store, name }) {
      const token = newToken()
      const id = newId()
      const before = await deviceOfBrowser(db, browser)
      if (before)
        for (const person of await revokeDevice(db, before.id, actor.person, now)) sessionsChanged(person)
      await insertDevice(db, { id, tokenHash: hashOf(token), store, name, by: actor.person }, now)
      browserCookie(token)
      note({ record: id, after: { name, ...(before ? { replaces: before.id } : {}) } })
      return { id }
    },
  }),
  'devices.revoke': action({
    summary: ['停用店铺设备', 'Revoke a device of the store'],
    who: deviceKeepers,
    about: async (db: Db, { id }: { id: string }) => {
      const store = await storeOfDevice(db, id)
      return store === undefined ? undefined : { store }
    },
    input: z.strictObject({ id: idInput }),
    async run({ db, actor, now, sessionsChanged, note }, { id }) {
      const people = await revokeDevice(db, id, actor.person, now)
      for (const person of people) sessionsChanged(person)
      note({ record: id, after: { ended: people.length } })
      return { id, ended: people.length }
    },
  }),
})
