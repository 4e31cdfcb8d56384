import { isSecret, type Lane, TooBusy } from '../../../platform/access/hashing.ts'
import type { Database } from '../../../platform/database/database.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { appendAudit } from '../../../platform/server/audit.ts'
import type { PreparingContext } from '../../../platform/server/door.ts'
import { type Credential, credentialOf, credentialOfPerson } from './credential-tables.ts'
import { plainCode } from './secret-rules.ts'
import { isKnownHere } from './session-tables.ts'
import { budgets, isHeldBack, type Kind, networkOf } from './throttle-rules.ts'
import { addTry, type Counted, counted, forgetTries, giveBack, takeTry, waitOf } from './throttle-tables.ts'

type Held = Refusal<'waitBeforeTrying'>

/**
 * Whom this login and password belong to. A try is counted before it is made; whether nobody has this login or the
 * password is wrong makes no difference, neither in words nor in the time taken.
 */
export async function checkLogin(
  context: PreparingContext,
  login: string,
  password: string,
): Promise<Credential | Held | Refusal<'wrongLogin'>> {
  const { db, now, today, browser, address } = context
  const found = await credentialOf(db, context.keys, login, today)
  const isKnown = await isKnownHere(db, browser, found?.person)
  const name = login.normalize('NFKC').toLowerCase()
  const network = networkOf(address)
  const own = isKnown
    ? [counted('browser', browser!, found!.person)]
    : [counted('pair', name, network), counted('login', name)]
  // Many people of one house may sign in at once, so their address is only charged with what turned out wrong.
  const shared = isKnown ? undefined : counted('address', network)
  const held = shared && (await waitOf(db, shared, now))
  if (held) return wait(held)
  const right = await tried(context, own, isKnown ? 'known' : 'unknown', () => [
    found?.passwordHash,
    secretOf(found, password),
  ])
  if (typeof right === 'object' && 'refused' in right) return right
  if (found && right.isRight && !isOver(found, now)) {
    await forgetTries(
      db,
      own.filter((c) => c.kind !== 'login'),
    )
    await giveBack(
      db,
      own.filter((c) => c.kind === 'login'),
    )
    return found
  }
  const failures = new Map(right.failures)
  if (shared) failures.set('address', await addTry(db, shared, now, budgets.address.forgetAfter))
  await recordHeldBack(context, 'access.signIn', found?.person ?? null, failures)
  return refuse('wrongLogin')
}

/** Whether it is the password of the person who is signed in; counted for the person. */
export async function checkOwnPassword(
  context: PreparingContext,
  password: string,
  operation: string,
  field?: string,
): Promise<Credential | Held | Refusal<'wrongPassword' | 'noPassword'>> {
  const { db, actor } = context
  const found = await credentialOfPerson(db, actor.person)
  if (!found) return refuse('noPassword', {}, field)
  const own = [counted('code', actor.person)]
  const right = await tried(context, own, 'known', () => [found.passwordHash, secretOf(found, password)])
  if ('refused' in right) return right
  if (right.isRight) {
    await forgetTries(db, own)
    return found
  }
  await recordHeldBack(context, operation, actor.person, right.failures)
  return refuse('wrongPassword', {}, field)
}

/** Takes a try, checks the secret in its turn; a server too busy to look gives the try back. */
export async function tried(
  { db, now }: { db: Database; now: Date },
  own: readonly Counted[],
  lane: Lane,
  what: () => readonly [kept: string | undefined, secret: string],
): Promise<Held | { isRight: boolean; failures: ReadonlyMap<Kind, number> }> {
  const taken = await takeTry(db, own, now)
  if ('wait' in taken) return wait(taken.wait)
  try {
    const [kept, secret] = what()
    return { isRight: await isSecret(kept, secret, lane), failures: taken.failures }
  } catch (fault) {
    if (fault instanceof TooBusy) await giveBack(db, own)
    throw fault
  }
}

/** From the first wait on, each further wrong try stands in the audit; the waits keep the lines few. */
export async function recordHeldBack(
  { db, now, today, address }: PreparingContext,
  operation: string,
  person: string | null,
  failures: ReadonlyMap<Kind, number>,
): Promise<void> {
  const held = [...failures].filter(([kind, count]) => isHeldBack(kind, count))
  if (held.length === 0) return
  await appendAudit(db, {
    store: companyWide,
    at: now,
    day: today,
    actor: null,
    onBehalfOf: null,
    device: 'signed out',
    action: operation,
    record: person,
    detail: { refused: 'held back', address, wrongTries: Object.fromEntries(held) },
  })
}

export const wait = (milliseconds: number): Held =>
  refuse('waitBeforeTrying', { minutes: Math.ceil(milliseconds / 60_000) })

/** A one-time code may be typed with blanks, dashes and small letters. */
const secretOf = (found: Credential | undefined, typed: string): string =>
  found?.goodUntil ? plainCode(typed) : typed
const isOver = ({ goodUntil }: Credential, now: Date): boolean =>
  goodUntil !== null && new Date(goodUntil) <= now
