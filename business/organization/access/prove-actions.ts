import { z } from 'zod'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { openFor } from '../../../platform/secrets/subjects.ts'
import { action, operations, type PreparingContext, view } from '../../../platform/server/door.ts'
import { checkOwnPassword, recordHeldBack, wait } from './check.ts'
import { credentialOfPerson, isUnchanged } from './credential-tables.ts'
import { totpField } from './factor-actions.ts'
import {
  hasFactor,
  passkeyByCredential,
  passkeysOf,
  recoveryCodesLeft,
  spendChallenge,
  spendRecoveryCode,
  spendSignature,
  spendStep,
  totpsOf,
} from './factor-tables.ts'
import { askToSign, openAsked, readSigned, signedInput } from './passkeys.ts'
import { plainCode } from './secret-rules.ts'
import { renewSession, startSession } from './session-tables.ts'
import { counted, forgetTries, takeTry } from './throttle-tables.ts'
import { stepOf } from './totp.ts'
import { accessWords } from './words.ts'

type Used = { readonly by: 'totp' | 'recovery' }

/** Six digits are a one-time password, anything longer a recovery code; each does once. */
async function spendCode(context: PreparingContext, typed: string): Promise<Used | undefined> {
  const { db, keys, actor, now } = context
  const code = plainCode(typed)
  if (!/^\d{6}$/.test(code))
    return (await spendRecoveryCode(db, actor.person, code, now)) ? { by: 'recovery' } : undefined
  for (const totp of await totpsOf(db, actor.person)) {
    const secret = await openFor(db, keys, actor.person, totpField(totp.id), totp.secret)
    const step = secret === undefined ? undefined : stepOf(secret, code, now)
    if (step !== undefined && (await spendStep(db, totp.id, step, now))) return { by: 'totp' }
  }
  return undefined
}

async function checkCode(context: PreparingContext, code: string) {
  const { db, actor, now } = context
  const own = [counted('code', actor.person)]
  const taken = await takeTry(db, own, now)
  if ('wait' in taken) return wait(taken.wait)
  const used = await spendCode(context, code)
  if (!used) {
    await recordHeldBack(context, 'access.proveByCode', actor.person, taken.failures)
    return refuse('codeWrong', {}, 'code')
  }
  await forgetTries(db, own)
  return used
}

const signed = { seal: z.string().max(4_000), response: signedInput }

export const proveOperations = operations(accessWords, {
  'access.proofs': view({
    keptNowhere: true,
    summary: ['可以怎样确认是本人', 'How I can prove that it is me'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactor', 'secondFactorSetUp'],
    input: z.strictObject({}),
    async run({ db, actor }) {
      const totp = (await totpsOf(db, actor.person)).length > 0
      const passkey = (await passkeysOf(db, actor.person)).length > 0
      return {
        totp,
        passkey,
        recovery: (await recoveryCodesLeft(db, actor.person)) > 0,
        password: !totp && !passkey && (await credentialOfPerson(db, actor.person)) !== undefined,
      }
    },
  }),
  'access.proveByPassword': action({
    summary: ['用密码再确认一次是本人', 'Prove by password that it is you'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactorSetUp'],
    input: z.strictObject({ password: z.string().min(1).max(200) }),
    async prepare(context, { password }) {
      // The password alone is half of what this person signs in with.
      if (await hasFactor(context.db, context.actor.person)) return refuse('codeNeeded', {}, 'password')
      if (context.actor.proof?.by === 'pin') return refuse('ownSignInFirst')
      return checkOwnPassword(context, password, 'access.proveByPassword', 'password')
    },
    async run(context, _input, credential) {
      if (!(await isUnchanged(context.db, credential))) return refuse('wrongPassword', {}, 'password')
      return (await renewSession(context)) ?? {}
    },
  }),
  'access.proveByCode': action({
    summary: ['输入验证码或恢复码', 'Enter a code of the app, or a recovery code'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactor'],
    input: z.strictObject({ code: z.string().trim().min(1).max(40) }),
    prepare: (context, { code }) => checkCode(context, code),
    async run(context, _input, { by }) {
      if (context.actor.proof?.by === 'pin') return refuse('ownSignInFirst')
      context.note({ record: context.actor.person, after: { by } })
      return (await renewSession(context)) ?? {}
    },
  }),
  'access.passkeyToProve': view({
    keptNowhere: true,
    summary: ['准备用通行密钥确认', 'What my passkey is to sign'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactor'],
    input: z.strictObject({}),
    run: async (context) =>
      askToSign(context, 'prove', context.actor.person, await passkeysOf(context.db, context.actor.person)),
  }),
  'access.proveByPasskey': action({
    summary: ['用通行密钥确认是本人', 'Prove by passkey that it is you'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactor'],
    input: z.strictObject(signed),
    async run(context, { seal, response }) {
      const { db, actor, now, note } = context
      if (actor.proof?.by === 'pin') return refuse('ownSignInFirst')
      const asked = openAsked(context, seal, 'prove', actor.person)
      if (!asked || !(await spendChallenge(db, asked.challenge, now))) return refuse('passkeyTooLate')
      const key = (await passkeysOf(db, actor.person)).find((k) => k.credentialId === response.id)
      if (!key) return refuse('passkeyUnknown')
      const read = await readSigned(context, response, asked, key)
      if (isRefusal(read)) return read
      if (!(await spendSignature(db, key.id, read.signCount, now))) return refuse('passkeyWrong')
      note({ record: key.id, after: { by: 'passkey' } })
      return (await renewSession(context)) ?? {}
    },
  }),
  'access.passkeyToSignIn': view({
    keptNowhere: true,
    summary: ['准备用通行密钥登录', 'What a passkey is to sign for signing in'],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({}),
    run: (context) => askToSign(context, 'signIn', null),
  }),
  'access.passkeySignIn': action({
    summary: ['用通行密钥登录', 'Sign in with a passkey'],
    who: 'anyone',
    about: 'company',
    input: z.strictObject({ ...signed, device: z.string().trim().min(1).max(60).optional() }),
    async run(context, { seal, response, device }) {
      const { db, now, today, note } = context
      const asked = openAsked(context, seal, 'signIn', null)
      if (!asked) return refuse('passkeyTooLate')
      const key = await passkeyByCredential(db, response.id, today)
      if (!key) return refuse('passkeyUnknown')
      const read = await readSigned(context, response, asked, key)
      if (isRefusal(read)) return read
      if (!(await spendChallenge(db, asked.challenge, now))) return refuse('passkeyTooLate')
      if (!(await spendSignature(db, key.id, read.signCount, now))) return refuse('passkeyWrong')
      await startSession(context, { person: key.person, kind: 'passkey', label: device })
      note({ record: key.person, after: { address: context.address, by: 'passkey' } })
      return { person: key.person }
    },
  }),
})
