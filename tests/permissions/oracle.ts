import type { Who } from '../../platform/access/who.ts'
import type { Caller } from './callers.ts'
import type { AreaKey, Seat, StoreKey } from './chain.ts'

/**
 * What one request is about, as the one who wrote the example says, with where that stands. `missing`: an id that
 * nobody has. `self`: the caller himself, wherever he is.
 */
export type Target =
  | { readonly about: 'company' }
  | { readonly about: 'self' }
  | { readonly about: 'store'; readonly store: StoreKey; readonly area: AreaKey }
  | { readonly about: 'area'; readonly area: AreaKey }
  | {
      readonly about: 'person'
      readonly person: string
      readonly stores: readonly { store: StoreKey; area: AreaKey }[]
      readonly areas: readonly AreaKey[]
    }
  | { readonly about: 'missing' }

export type Expected = 'passes' | 'signedOut' | 'position' | 'scope'

/**
 * What the declaration promises, worked out from the declared table and the written-down truth of the chain alone:
 * nothing of the guard is used.
 */
export function expected(who: Who, caller: Caller, target: Target): Expected {
  if (who === 'anyone') return 'passes'
  if (caller.absent) return 'signedOut'
  if (who === 'signedIn') return 'passes'
  const seats = caller.seats.filter((seat) => who[seat.position])
  if (seats.length === 0) return 'position'
  if (caller.bound && !isAt(target, caller)) return 'scope'
  return seats.some((seat) => stands(who[seat.position], seat, caller, target)) ? 'passes' : 'scope'
}

function stands(relation: string | undefined, seat: Seat, caller: Caller, target: Target): boolean {
  switch (target.about) {
    case 'missing':
      return false
    case 'company':
    case 'self':
      return true
    case 'area':
      return reaches(relation, { area: seat.area === target.area })
    case 'store':
      return reaches(relation, {
        store: seat.store === target.store,
        area: seat.area === target.area || seat.store === target.store,
      })
    case 'person':
      return reaches(relation, {
        own: caller.person?.id === target.person,
        store: target.stores.some((s) => s.store === seat.store),
        area: target.stores.some((s) => s.area === seat.area || s.store === seat.store),
      })
  }
}

/** A relation holds where the target stands so near to the seat; the company's holds everywhere. */
const reaches = (
  relation: string | undefined,
  near: { own?: boolean; store?: boolean; area?: boolean },
): boolean => relation === 'company' || (near[relation as keyof typeof near] ?? false)

/** A token bound to a store acts at its store and nowhere else. */
function isAt(target: Target, caller: Caller): boolean {
  if (target.about === 'store') return target.store === caller.bound
  if (target.about === 'person') return target.stores.some((s) => s.store === caller.bound)
  if (target.about === 'self') return caller.seats.some((s) => s.store === caller.bound)
  return false
}
