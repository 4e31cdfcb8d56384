import { type Day, daysBetween, daysThrough } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { Area, Membership, Store, StoreInput } from './shape.ts'

const longestClosure = 366

/** Whose code it is already, where it is taken. */
export interface Taken {
  readonly id: string
  readonly name: string
}

/** `firstMember`: the first day on which a store belongs to it already. */
export function openArea(
  area: { id: string; code: string; openedOn: Day },
  taken: Taken | undefined,
  firstMember: Day | null,
) {
  if (taken && taken.id !== area.id) return refuse('codeTaken', { code: area.code, name: taken.name }, 'code')
  if (firstMember && firstMember < area.openedOn)
    return refuse('areaHasEarlierStores', { day: firstMember }, 'openedOn')
  return undefined
}

/** An area closes when its last store has left it. `stores`: those that would still belong to it after that day. */
export function closeArea(area: Area, on: Day, stores: readonly { name: string }[]) {
  if (on < area.openedOn) return refuse('closesBeforeOpening', { day: area.openedOn }, 'on')
  if (stores.length > 0)
    return refuse('areaHasStores', { count: stores.length, names: firstNames(stores), on })
  return { closedOn: on }
}

export interface StoreCircumstances {
  readonly taken: Taken | undefined
  /** undefined: no mall was named; null: it is not there. */
  readonly mall: { id: string } | null | undefined
}

function checkStore(input: StoreInput, { taken, mall }: StoreCircumstances) {
  if (taken && taken.id !== input.id)
    return refuse('codeTaken', { code: input.code, name: taken.name }, 'code')
  if (mall === null) return refuse('mallUnknown', {}, 'mall')
  if (input.kind === 'concession' && !mall) return refuse('concessionNeedsMall', {}, 'mall')
  return undefined
}

export function openStore(input: StoreInput, area: Area | undefined, at: StoreCircumstances) {
  const wrong = checkStore(input, at)
  if (wrong) return wrong
  if (!area) return refuse('areaUnknown', {}, 'area')
  return (
    areaClosedOn(area, input.openedOn, 'area') ?? { memberships: [{ from: input.openedOn, area: area.id }] }
  )
}

/** A changed opening day takes the first area membership with it, so that no day stands without an area. */
export function changeStore(
  store: Store,
  memberships: readonly Membership[],
  input: StoreInput,
  at: StoreCircumstances,
) {
  const wrong = checkStore(input, at)
  if (wrong) return wrong
  if (store.closedOn && input.openedOn > store.closedOn)
    return refuse('opensAfterClosing', { day: store.closedOn }, 'openedOn')
  return { memberships: fromOpening(memberships, input.openedOn) }
}

export interface Seated {
  readonly name: string
  readonly from: Day
  readonly to: Day | null
}

/** `people`: appointments in the store that last beyond the closing day. */
export function closeStore(
  store: Store,
  on: Day | null,
  people: readonly Seated[],
  endAppointments: boolean,
) {
  if (on === null)
    return store.closedOn === null ? refuse('notClosing', { name: store.name }) : { closedOn: null }
  if (on < store.openedOn) return refuse('closesBeforeOpening', { day: store.openedOn }, 'on')
  if (people.length > 0 && !endAppointments) {
    return refuse(
      'peopleStillThere',
      { count: people.length, names: firstNames(people), on },
      'endAppointments',
    )
  }
  return { closedOn: on }
}

/** From that day the store belongs to another area; what was planned for later days is given up. */
export function moveStore(
  store: Store,
  memberships: readonly Membership[],
  area: Area | undefined,
  from: Day,
) {
  if (!area) return refuse('areaUnknown', {}, 'area')
  if (from < store.openedOn) return refuse('movesBeforeOpening', { day: store.openedOn }, 'from')
  if (store.closedOn && from > store.closedOn)
    return refuse('movesAfterClosing', { day: store.closedOn }, 'from')
  const closed = areaClosedOn(area, from, 'area')
  if (closed) return closed
  const later = memberships.filter((m) => m.from > from)
  if (later.length === 0 && areaOn(memberships, from) === area.id) {
    return refuse('alreadyInArea', { store: store.name, area: area.name }, 'area')
  }
  const kept = memberships.filter((m) => m.from < from)
  return { memberships: joined([...kept, { from, area: area.id }]) }
}

export function measureStore(store: Store, from: Day) {
  if (from < store.openedOn) return refuse('movesBeforeOpening', { day: store.openedOn }, 'from')
  return store.closedOn && from > store.closedOn
    ? refuse('movesAfterClosing', { day: store.closedOn }, 'from')
    : undefined
}

export function closeDays(store: Store, from: Day, to: Day) {
  if (to < from) return refuse('endsBeforeItBegins', { from }, 'to')
  const length = daysBetween(from, to) + 1
  if (length > longestClosure) return refuse('closureTooLong', { days: length, most: longestClosure }, 'to')
  if (from < store.openedOn || (store.closedOn && to > store.closedOn)) {
    return refuse(
      'outsideStoreLife',
      { store: store.name, from: store.openedOn, to: store.closedOn ?? '…' },
      'from',
    )
  }
  return { days: daysThrough(from, to) }
}

/** The area on a day, from memberships in order of their first day. */
export const areaOn = (memberships: readonly Membership[], day: Day): string | undefined =>
  memberships.findLast((m) => m.from <= day)?.area

export const sorted = <T extends { readonly from: Day }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))

/** Neighbours of the same area become one. */
function joined(memberships: readonly Membership[]): Membership[] {
  return sorted(memberships).filter((m, i, all) => i === 0 || all[i - 1]!.area !== m.area)
}

function fromOpening(memberships: readonly Membership[], openedOn: Day): Membership[] {
  const there = areaOn(sorted(memberships), openedOn) ?? sorted(memberships)[0]?.area
  if (there === undefined) return []
  return joined([{ from: openedOn, area: there }, ...memberships.filter((m) => m.from > openedOn)])
}

function areaClosedOn(area: Area, day: Day, field: string) {
  if (day < area.openedOn) return refuse('areaNotYetOpen', { area: area.name, day: area.openedOn }, field)
  if (area.closedOn && day > area.closedOn)
    return refuse('areaClosed', { area: area.name, day: area.closedOn }, field)
  return undefined
}

const firstNames = (all: readonly { name: string }[]): string => {
  const names = [...new Set(all.map(({ name }) => name))]
  return names.slice(0, 3).join('、') + (names.length > 3 ? '…' : '')
}
