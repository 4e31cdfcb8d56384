import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofLasts } from '../../../platform/access/who.ts'
import type { Visitor } from '../../../tests/visitor.ts'
import { jobNumber, openCompany, password, type TestCompany, type Who } from './access-for-tests.ts'
import { stepOf } from './totp.ts'

let at: TestCompany
beforeAll(async () => {
  at = await openCompany()
})
afterAll(() => at.close())

const signIn = (visitor: Visitor, who: Who) =>
  visitor.do('access.signIn', { login: jobNumber(who), password })
const signedIn = async (who: Who, visitor = at.visitor()): Promise<Visitor> => {
  await signIn(visitor, who)
  return visitor
}
const me = async (visitor: Visitor) => {
  const { status, body } = await visitor.see('access.me')
  return status === 200 ? 'in' : body.why
}
const codeNow = (secret: string, offset = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.now().getTime() + offset })
const nextStep = (): void => at.later(30_000)

/** Sets up an authenticator; the person is signed in. */
async function withTotp(visitor: Visitor): Promise<{ secret: string; codes: string[]; id: string }> {
  const begun = await visitor.do<{ id: string; secret: string; address: string }>('access.beginTotp', {
    name: '手机',
  })
  const { id, secret } = begun.body
  const done = await visitor.do<{ codes: string[] }>('access.confirmTotp', { id, code: codeNow(secret) })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  return { id, secret, codes: done.body.codes }
}

test('codes are those of RFC 6238, one step to either side, and nothing beyond', () => {
  const secret = Secret.fromLatin1('12345678901234567890').base32
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const) {
    const now = new Date(seconds * 1000)
    const step = Math.floor(seconds / 30)
    expect(stepOf(secret, code, now)).toBe(step)
    expect(stepOf(secret, code, new Date(now.getTime() + 30_000))).toBe(step)
    expect(stepOf(secret, code, new Date(now.getTime() + 90_000))).toBeUndefined()
  }
})

test('with an authenticator the password alone opens nothing', async () => {
  const visitor = await signedIn('areaManager')
  const { secret, codes } = await withTotp(visitor)
  expect(codes).toHaveLength(10)
  nextStep()
  const again = at.visitor()
  expect((await signIn(again, 'areaManager')).body).toEqual({ person: at.id.areaManager })
  expect(await me(again)).toBe('secondFactor')
  for (const name of [
    'access.beginTotp',
    'access.enrolPasskey',
    'access.changePassword',
    'access.signOutEverywhere',
  ])
    expect((await again.do(name, { name: 'x' })).body.why).toBe('secondFactor')
  expect((await again.see('organization.people')).body.why).toBe('secondFactor')
  expect((await again.see('access.proofs')).body).toEqual({
    totp: true,
    passkey: false,
    recovery: true,
    password: false,
  })
  expect((await again.do('access.proveByCode', { code: '000000' })).body.why).toBe('codeWrong')
  const half = again.cookies.get('jingwei')
  expect((await again.do('access.proveByCode', { code: codeNow(secret) })).status).toBe(200)
  expect(again.cookies.get('jingwei')).not.toBe(half)
  expect(await me(again)).toBe('in')
})

test('half a sign-in is worth nothing after ten minutes', async () => {
  const visitor = await signedIn('areaManager')
  at.later(10 * 60_000)
  expect(await me(visitor)).toBe('signedOut')
})

test('a code does once, also when it is sent twice at the same moment', async () => {
  const own = await signedIn('director')
  const { secret } = await withTotp(own)
  const halves = await Promise.all(Array.from({ length: 6 }, () => signedIn('director')))
  // The code that confirmed the set-up is spent too.
  expect((await halves[0]!.do('access.proveByCode', { code: codeNow(secret) })).body.why).toBe('codeWrong')
  nextStep()
  const code = codeNow(secret)
  const replies = await Promise.all(halves.slice(0, 4).map((v) => v.do('access.proveByCode', { code })))
  expect(replies.filter((r) => r.status === 200)).toHaveLength(1)
})

test('recovery codes do once each, and are kept as hashes', async () => {
  const visitor = await signedIn('admin')
  const { codes } = await withTotp(visitor)
  const first = await signedIn('admin')
  expect((await first.do('access.proveByCode', { code: codes[0]!.toLowerCase() })).status).toBe(200)
  const second = await signedIn('admin')
  expect((await second.do('access.proveByCode', { code: codes[0] })).body.why).toBe('codeWrong')
  expect((await second.do('access.proveByCode', { code: codes[1] })).status).toBe(200)
  expect((await second.see<{ codesLeft: number }>('access.factors')).body.codesLeft).toBe(8)
  const renewed = await second.do<{ codes: string[] }>('access.newRecoveryCodes')
  expect(renewed.body.codes).toHaveLength(10)
  const third = await signedIn('admin')
  expect((await third.do('access.proveByCode', { code: codes[2] })).body.why).toBe('codeWrong')
  const kept = await at.door.database.query<{ t: string }>(
    `select row_to_json(r)::text as t from recovery_code r union all select row_to_json(a)::text from audit_line a union all select row_to_json(i)::text from idempotency_key i`,
  )
  const plain = [...codes, ...renewed.body.codes].flatMap((c) => [c, c.replace('-', '')])
  expect(kept.filter(({ t }) => plain.some((c) => t.includes(c)))).toEqual([])
})

test('guessing codes makes the person wait, who has passed the password already', async () => {
  const { secret } = await withTotp(await signedIn('manager'))
  nextStep()
  const half = await signedIn('manager')
  for (let i = 0; i < 5; i++)
    expect((await half.do('access.proveByCode', { code: `00000${i}` })).body.why).toBe('codeWrong')
  expect((await half.do('access.proveByCode', { code: codeNow(secret) })).body.why).toBe('waitBeforeTrying')
  at.later(31_000)
  expect((await half.do('access.proveByCode', { code: codeNow(secret) })).status).toBe(200)
})

test('the shared secret is sealed: neither in the database nor in what is kept of answers', async () => {
  const visitor = await signedIn('colleague')
  const { secret } = await withTotp(visitor)
  const hex = Buffer.from(Secret.fromBase32(secret).buffer).toString('hex')
  const kept = await at.door.database.query<{ t: string }>(
    `select row_to_json(f)::text as t from second_factor f union all select row_to_json(i)::text from idempotency_key i union all select row_to_json(a)::text from audit_line a`,
  )
  expect(kept.filter(({ t }) => t.includes(secret) || t.includes(hex))).toEqual([])
})

test('with a second step a weighty act asks for it, not for the password', async () => {
  const visitor = await signedIn('other')
  const { secret, id } = await withTotp(visitor)
  at.later(proofLasts + 1)
  expect((await visitor.do('access.dropFactor', { id })).body.why).toBe('proveAgain')
  expect((await visitor.do('access.proveByPassword', { password })).body.why).toBe('codeNeeded')
  expect((await visitor.do('access.proveByCode', { code: codeNow(secret) })).status).toBe(200)
  expect((await visitor.do('access.dropFactor', { id })).status).toBe(200)
  const again = await signedIn('other')
  expect(await me(again)).toBe('in')
})

test('where the company asks for it, area managers and above set it up before anything else; stores do not', async () => {
  const db = at.door.database
  await db.query(`delete from second_factor`)
  const boss = await signedIn('areaManager')
  expect(await me(boss)).toBe('in')
  await db.query(`update company set second_step = 'required'`)
  expect(await me(boss)).toBe('secondFactorSetUp')
  expect((await boss.see('organization.people')).body.why).toBe('secondFactorSetUp')
  expect((await boss.do('access.proveByCode', { code: '123456' })).body.why).toBe('secondFactorSetUp')
  const { id } = await withTotp(boss)
  expect(await me(boss)).toBe('in')
  expect((await boss.do('access.dropFactor', { id })).body.why).toBe('lastFactor')
  expect(await me(await signedIn('associate'))).toBe('in')
  await db.query(`update company set second_step = 'offered'`)
})

test('the administrator takes a second step away when the phone is lost, and the person is out everywhere', async () => {
  const boss = at.visitor()
  await signIn(boss, 'areaManager')
  const admin = await signedIn('admin')
  const input = { person: at.id.areaManager, reason: '手机丢了' }
  expect((await (await signedIn('director')).do('access.clearFactors', input)).body.why).toBe('position')
  expect((await admin.do('access.clearFactors', input)).status).toBe(200)
  expect(await me(boss)).toBe('signedOut')
  await signIn(boss, 'areaManager')
  expect(await me(boss)).toBe('in')
})
