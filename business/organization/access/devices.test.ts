import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../platform/kinds/id.ts'
import type { Visitor } from '../../../tests/visitor.ts'
import { jobNumber, openCompany, password, type TestCompany, type Who } from './access-for-tests.ts'

let at: TestCompany
/** The phone of store one: enrolled by its manager, who has signed out again. */
let phone: Visitor
beforeAll(async () => {
  at = await openCompany()
  for (const who of ['associate', 'colleague', 'manager', 'other'] as const)
    expect((await (await signedIn(who)).do('access.setPin', { pin })).status).toBe(200)
  phone = await enrolled()
})
afterAll(() => at.close())

const pin = '7392'
const minute = 60_000
const signedIn = async (who: Who, visitor = at.visitor()): Promise<Visitor> => {
  await visitor.do('access.signIn', { login: jobNumber(who), password })
  return visitor
}
async function enrolled(): Promise<Visitor> {
  const visitor = await signedIn('manager')
  const reply = await visitor.do('devices.enrol', { store: at.store.one, name: '收银台平板' })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  await visitor.do('access.signOut')
  return visitor
}
const byPin = (visitor: Visitor, who: Who, digits = pin) =>
  visitor.do('access.pinSignIn', { person: at.id[who], pin: digits })
const me = async (visitor: Visitor) => {
  const { status, body } = await visitor.see('access.me')
  return status === 200 ? 'in' : body.why
}

test('on the store’s device its people are listed, and sign in one after the other', async () => {
  const { body } = await phone.see<{ people: { name: string; hasPin: boolean }[] }>('access.storeDevice')
  expect(body.people.map((p) => p.name).sort()).toEqual(['associate', 'colleague', 'manager'])
  expect((await byPin(phone, 'associate')).status).toBe(200)
  const first = phone.cookies.get('jingwei')!
  expect((await byPin(phone, 'colleague')).status).toBe(200)
  expect(await me(phone)).toBe('in')
  // The switch ended the session of the one before.
  const before = at.visitor()
  before.cookies.set('jingwei', first)
  before.cookies.set('jingwei-browser', phone.cookies.get('jingwei-browser')!)
  expect(await me(before)).toBe('signedOut')
})

test('elsewhere the right PIN opens nothing and nobody is listed', async () => {
  const stranger = at.visitor()
  expect((await stranger.see('access.storeDevice')).body).toEqual({ device: null, people: [] })
  expect((await byPin(stranger, 'associate')).body.why).toBe('notOurDevice')
  const known = await signedIn('associate')
  expect((await byPin(known, 'associate')).body.why).toBe('notOurDevice')
})

test('somebody of another store, without a PIN, or unknown: answered like a wrong PIN', async () => {
  await at.door.database.query('delete from pin where person_id = $1', [at.id.manager])
  const answers = []
  for (const person of [at.id.other, at.id.manager, newId(), at.id.admin])
    answers.push((await phone.do('access.pinSignIn', { person, pin })).body)
  answers.push((await byPin(phone, 'associate', '8265')).body)
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
  expect(answers[0]).toMatchObject({ why: 'pinWrong' })
})

test('guesses make that person wait on that device only; of thirty at once four are looked at', async () => {
  const tablet = await enrolled()
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, i) => byPin(tablet, 'associate', String(2600 + i * 7))),
  )
  expect(tries.filter((t) => t.body.why === 'pinWrong')).toHaveLength(4)
  expect((await byPin(tablet, 'associate')).body.why).toBe('waitBeforeTrying')
  expect((await byPin(tablet, 'colleague')).status).toBe(200)
  // Her own password and the store's other device are not touched by it.
  expect((await byPin(phone, 'associate')).status).toBe(200)
  expect(await me(await signedIn('associate'))).toBe('in')
  at.later(31_000)
  expect((await byPin(tablet, 'associate')).status).toBe(200)
})

test('a session by PIN is bound to the device and its store, and short', async () => {
  await byPin(phone, 'associate')
  const stolen = at.visitor()
  stolen.cookies.set('jingwei', phone.cookies.get('jingwei')!)
  expect(await me(stolen)).toBe('signedOut')
  const other = await enrolled()
  stolen.cookies.set('jingwei-browser', other.cookies.get('jingwei-browser')!)
  expect(await me(stolen)).toBe('signedOut')
  at.later(14 * minute)
  expect(await me(phone)).toBe('in')
  at.later(15 * minute)
  expect(await me(phone)).toBe('signedOut')
})

test('who also holds a position elsewhere has only the one of the store here', async () => {
  await at.door.database.query(
    `insert into appointment (id, person_id, position, from_day) values ($1, $2, 'personnel', '2020-01-01')`,
    [newId(), at.id.colleague],
  )
  await byPin(phone, 'colleague')
  const { body } = await phone.see<{ appointments: { position: string }[] }>('access.me')
  expect(body.appointments.map((a) => a.position)).toEqual(['salesAssociate'])
  expect((await phone.see('organization.person', { person: at.id.other })).body.why).toBe('scope')
})

test('weighty acts want one’s own sign-in, and nothing makes a PIN do', async () => {
  expect((await (await signedIn('manager')).do('access.setPin', { pin })).status).toBe(200)
  await byPin(phone, 'manager')
  const enrol = { store: at.store.one, name: 'x' }
  expect((await phone.do('devices.enrol', enrol)).body.why).toBe('ownSignInOnly')
  expect((await phone.do('access.setPin', { pin: '8265' })).body.why).toBe('ownSignInOnly')
  expect((await phone.do('access.proveByPassword', { password })).body.why).toBe('ownSignInFirst')
  expect(
    (await phone.do('access.changePassword', { present: password, next: 'another one entirely' })).body.why,
  ).toBe('ownSignInFirst')
  expect((await phone.do('devices.enrol', enrol)).body.why).toBe('ownSignInOnly')
})

test('a changed PIN ends the sessions begun with the old one', async () => {
  await byPin(phone, 'associate')
  const own = await signedIn('associate')
  expect((await own.do('access.setPin', { pin: '1234' })).body.why).toBe('pinCommon')
  expect((await own.do('access.setPin', { pin: '5193' })).status).toBe(200)
  expect(await me(phone)).toBe('signedOut')
  expect((await byPin(phone, 'associate', '5193')).status).toBe(200)
})

test('managers see and revoke the devices in their reach; a revoked one opens nothing at once', async () => {
  const list = async (who: Who) =>
    (await (await signedIn(who)).see<{ devices?: { id: string }[] }>('devices.list')).body
  const { devices } = await list('manager')
  expect(devices!.length).toBeGreaterThan(0)
  expect((await list('areaManager')).devices).toHaveLength(devices!.length)
  expect((await list('associate')).why).toBe('position')
  const tablet = await enrolled()
  await byPin(tablet, 'colleague')
  const id = (await list('manager')).devices!.find((d) => !devices!.some((before) => before.id === d.id))!.id
  await at.door.database.query(`update appointment set store_id = $2 where person_id = $1`, [
    at.id.manager,
    at.store.two,
  ])
  expect((await (await signedIn('manager')).do('devices.revoke', { id })).body.why).toBe('scope')
  expect((await (await signedIn('areaManager')).do('devices.revoke', { id })).body).toMatchObject({
    ended: 1,
  })
  expect(await me(tablet)).toBe('signedOut')
  expect((await byPin(tablet, 'associate', '5193')).body.why).toBe('notOurDevice')
})
