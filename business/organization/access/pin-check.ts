import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { PreparingContext } from '../../../platform/server/door.ts'
import { recordHeldBack, tried } from './check.ts'
import { pinOf } from './device-tables.ts'
import { counted, forgetTries, giveBack } from './throttle-tables.ts'

/**
 * Whether it is the PIN of that person, who is of that store today. Tries are counted `on` something: the store's device, or
 * whoever is signed in on the phone it is typed into; once for each person there and once for all of them. A wrong PIN and a
 * person without one are answered alike.
 */
export async function checkPinOf(
  context: PreparingContext,
  of: { readonly person: string; readonly store: string; readonly pin: string },
  on: string,
  operation: string,
): Promise<{ hash: string } | Refusal<'pinWrong' | 'waitBeforeTrying'>> {
  const { db, today } = context
  const kept = await pinOf(db, of.person, of.store, today)
  const own = [counted('pin', on, of.person), counted('pinDevice', on)]
  const right = await tried(context, own, 'known', () => [kept?.hash, of.pin])
  if ('refused' in right) return right
  if (!kept || !right.isRight) {
    await recordHeldBack(context, operation, kept ? of.person : null, right.failures)
    return refuse('pinWrong', {}, 'pin')
  }
  await forgetTries(db, own.slice(0, 1))
  await giveBack(db, own.slice(1))
  return { hash: kept.hash }
}
