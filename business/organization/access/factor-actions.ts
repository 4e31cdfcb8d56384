import { z } from 'zod'
import { one } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { isRefusal, refuse } from '../../../platform/kinds/refusal.ts'
import { openFor, sealFor } from '../../../platform/secrets/subjects.ts'
import { type ActionContext, action, operations, view } from '../../../platform/server/door.ts'
import { idInput, reasonInput } from '../shape.ts'
import { ownerOf } from './credential-tables.ts'
import { recoveryCodes } from './factor-rules.ts'
import {
  dropFactor,
  dropFactors,
  factorsOf,
  insertPasskey,
  insertTotp,
  passkeysOf,
  pendingTotp,
  recoveryCodesLeft,
  spendChallenge,
  spendStep,
  stepState,
  writeRecoveryCodes,
} from './factor-tables.ts'
import { askToEnrol, enrolledInput, openAsked, readEnrolled } from './passkeys.ts'
import { newCode } from './password-actions.ts'
import { shownCode } from './secret-rules.ts'
import { endSessions } from './session-tables.ts'
import { newTotpSecret, stepOf, totpAddress } from './totp.ts'
import { accessWords } from './words.ts'

const name = z.string().trim().min(1).max(40)
/** What a TOTP secret is sealed as. */
export const totpField = (id: string): string => `totp ${id}`

const company = async (db: ActionContext['db']): Promise<string> =>
  (await one<{ name: string }>(db, 'select name from company'))!.name

/** Codes for the day the phone is lost: made with the first factor, and shown this once. */
async function firstCodes({ db, actor, now }: ActionContext): Promise<string[] | undefined> {
  if ((await recoveryCodesLeft(db, actor.person)) > 0) return undefined
  return newCodes({ db, actor, now })
}
async function newCodes({ db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, newCode)
  await writeRecoveryCodes(db, actor.person, codes, now)
  return codes.map(shownCode)
}

export const factorOperations = operations(accessWords, {
  'access.factors': view({
    keptNowhere: true,
    summary: ['我的二次验证', 'My second step'],
    who: 'signedIn',
    about: 'company',
    settles: ['secondFactorSetUp'],
    input: z.strictObject({}),
    async run({ db, actor, today }) {
      return {
        ...(await stepState(db, actor.person, today)),
        factors: await factorsOf(db, actor.person),
        codesLeft: await recoveryCodesLeft(db, actor.person),
      }
    },
  }),
  'access.beginTotp': action({
    summary: ['开始设置验证器', 'Begin setting up an authenticator app'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    settles: ['secondFactorSetUp'],
    secret: ['secret', 'address'],
    input: z.strictObject({ name }),
    async run({ db, keys, actor, now, note }, { name }) {
      const id = newId()
      const secret = newTotpSecret()
      const sealed = await sealFor(db, keys, actor.person, totpField(id), secret, now)
      await insertTotp(db, { id, person: actor.person, name, secret: sealed }, now)
      const { jobNumber } = (await ownerOf(db, keys, actor.person))!
      note({ record: id })
      return { id, secret, address: totpAddress(secret, await company(db), jobNumber) }
    },
  }),
  'access.confirmTotp': action({
    summary: ['用第一个验证码完成设置', 'Finish the set-up with the first code'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    settles: ['secondFactorSetUp'],
    secret: ['codes'],
    input: z.strictObject({ id: idInput, code: z.string().trim().min(1).max(20) }),
    async run(context, { id, code }) {
      const { db, keys, actor, now, note } = context
      const pending = await pendingTotp(db, actor.person, id)
      const secret = pending && (await openFor(db, keys, actor.person, totpField(id), pending.secret))
      if (!secret) return refuse('notFound')
      const step = stepOf(secret, code.replace(/\s/g, ''), now)
      if (step === undefined || !(await spendStep(db, id, step, now))) return refuse('codeWrong', {}, 'code')
      note({ record: id, after: { kind: 'totp' } })
      return { id, codes: await firstCodes(context) }
    },
  }),
  'access.passkeyToEnrol': view({
    keptNowhere: true,
    summary: ['准备添加通行密钥', 'What a new passkey is to sign'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    settles: ['secondFactorSetUp'],
    input: z.strictObject({}),
    async run(context) {
      const { db, keys, actor } = context
      const owner = (await ownerOf(db, keys, actor.person))!
      return askToEnrol(
        context,
        { id: actor.person, jobNumber: owner.jobNumber, name: actor.name },
        await company(db),
        await passkeysOf(db, actor.person),
      )
    },
  }),
  'access.enrolPasskey': action({
    summary: ['添加通行密钥', 'Add a passkey'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    settles: ['secondFactorSetUp'],
    secret: ['codes'],
    input: z.strictObject({ seal: z.string().max(4_000), name, response: enrolledInput }),
    async run(context, { seal, name, response }) {
      const { db, actor, now, note } = context
      const asked = openAsked(context, seal, 'enrol', actor.person)
      if (!asked || !(await spendChallenge(db, asked.challenge, now))) return refuse('passkeyTooLate')
      const made = await readEnrolled(context, response, asked)
      if (isRefusal(made)) return made
      const id = newId()
      if (!(await insertPasskey(db, { ...made, id, person: actor.person, name }, now)))
        return refuse('passkeyKnown')
      note({ record: id, after: { kind: 'passkey', name } })
      return { id, codes: await firstCodes(context) }
    },
  }),
  'access.newRecoveryCodes': action({
    summary: ['换一组恢复码', 'New recovery codes'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    secret: ['codes'],
    input: z.strictObject({}),
    async run(context) {
      if ((await factorsOf(context.db, context.actor.person)).length === 0) return refuse('notFound')
      return { codes: await newCodes(context) }
    },
  }),
  'access.dropFactor': action({
    summary: ['去掉一种二次验证', 'Remove a second step'],
    who: 'signedIn',
    about: 'company',
    stepUp: true,
    input: z.strictObject({ id: idInput }),
    async run({ db, actor, today, note }, { id }) {
      const state = await stepState(db, actor.person, today)
      const factors = await factorsOf(db, actor.person)
      if (state.isRequired && state.isOffered && factors.length === 1 && factors[0]!.id === id)
        return refuse('lastFactor')
      const dropped = await dropFactor(db, actor.person, id)
      if (!dropped) return refuse('notFound')
      if (factors.length === 1) await dropFactors(db, actor.person)
      note({ record: id, before: { kind: dropped.kind, name: dropped.name } })
      return { id }
    },
  }),
  'access.clearFactors': action({
    summary: ['替员工去掉二次验证（手机丢了）', 'Take a person’s second step away (the phone is lost)'],
    who: { administrator: 'company' },
    about: (_db, { person }: { person: string }) => ({ person }),
    stepUp: true,
    input: z.strictObject({ person: idInput, reason: reasonInput }),
    async run({ db, now, sessionsChanged, note }, { person, reason }) {
      const dropped = await dropFactors(db, person)
      if (dropped === 0) return refuse('notFound')
      await endSessions(db, person, 'second step taken away', now)
      sessionsChanged(person)
      note({ record: person, after: { dropped }, reason })
      return { id: person, dropped }
    },
  }),
})
