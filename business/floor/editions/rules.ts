import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type StoreKind, storeKinds } from '../../organization/shape.ts'
import type { Edition, Item } from './shape.ts'

/** What of an edition is looked at in a store of a kind. */
export const itemsFor = <I extends Item>(edition: { readonly items: readonly I[] }, kind: StoreKind): I[] =>
  edition.items.filter((i) => i.storeKinds === null || i.storeKinds.includes(kind))

/** Nobody looks after what she handed in herself; what was sent back is done anew. `own`: what she is told then. */
export function checkReview<State extends string, Own extends string>(
  states: readonly State[],
  handed: { readonly state: State; readonly by: string },
  reviewer: string,
  own: Own,
) {
  if (handed.by === reviewer) return refuse(own)
  return states.includes(handed.state) ? undefined : refuse('reviewedAlready')
}

/** An edition begins on a day to come, on which no other of its kind does. */
export function checkBegin(
  { kind, from }: Pick<Edition, 'kind' | 'from'>,
  today: Day,
  standing: readonly Pick<Edition, 'kind' | 'from'>[],
) {
  if (from <= today) return refuse('fromTomorrow', { day: addDays(today, 1) }, 'from')
  return standing.some((e) => e.kind === kind && e.from === from)
    ? refuse('dayTaken', { day: from }, 'from')
    : undefined
}
/** It asks each thing once, and leaves no kind of store with nothing to look at. */
export function checkItems(edition: Pick<Edition, 'items'>) {
  const { items } = edition
  if (new Set(items.map((i) => i.code)).size !== items.length) return refuse('itemTwice', {}, 'items')
  return storeKinds.some((k) => itemsFor(edition, k).length < 2)
    ? refuse('itemsTooFew', {}, 'items')
    : undefined
}
