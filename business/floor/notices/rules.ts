import { type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { PositionName } from '../../organization/shape.ts'
import { instantOf, minutesOf } from '../../sales/reports/rules.ts'
import { type Content, longestValidity, type Notice, type NoticeState } from './shape.ts'

/** By this hour of the last day it has been passed on: both shifts have had their briefing. */
export const relayHour = '18:00'
/** There must be time for a briefing before it is due. */
export const leastHours = 3
/** A store is not reminded of the same notice more often than so. Hours. */
export const remindEvery = 4

export const relayDueAt = (day: Day, timeZone: string): Date => instantOf(day, minutesOf(relayHour), timeZone)

export function stateOf(
  notice: Pick<Notice, 'supersededBy' | 'withdrawnAt' | 'validTo'>,
  today: Day,
): NoticeState {
  if (notice.withdrawnAt !== null) return 'withdrawn'
  if (notice.supersededBy !== null) return 'superseded'
  return notice.validTo < today ? 'over' : 'inForce'
}

/** There is something to pass on only where associates are meant. */
export const isPassedOn = (positions: readonly PositionName[]): boolean =>
  positions.includes('salesAssociate')
/** Whoever passes it on must know it himself. */
export const readersOf = (positions: readonly PositionName[]): PositionName[] =>
  isPassedOn(positions) ? [...new Set<PositionName>([...positions, 'storeManager'])] : [...new Set(positions)]

/** May it be published like this? `dueAt`: when it would be due in the stores, where it is passed on. */
export function checkContent(
  content: Pick<Content, 'positions' | 'validFrom' | 'validTo' | 'relayBy'>,
  today: Day,
  dueAt: Date | undefined,
  now: Date,
) {
  const { positions, validFrom, validTo, relayBy } = content
  if (validTo < validFrom) return refuse('endsBeforeItBegins', { from: validFrom }, 'validTo')
  if (validTo < today) return refuse('overAlready', { today }, 'validTo')
  const days = daysBetween(validFrom, validTo) + 1
  if (days > longestValidity) return refuse('validTooLong', { days, most: longestValidity }, 'validTo')
  if (!isPassedOn(positions)) return undefined
  if (relayBy === null || dueAt === undefined) return refuse('relayByMissing', {}, 'relayBy')
  if (relayBy > validTo) return refuse('relayAfterwards', { to: validTo }, 'relayBy')
  if (dueAt.getTime() - now.getTime() < leastHours * 3_600_000)
    return refuse('relayTooSoon', { hour: relayHour, hours: leastHours }, 'relayBy')
  return undefined
}

/** Whoever published it, and whoever leads the company. An area's notice is also its manager's. */
export function mayManage(
  notice: Pick<Notice, 'publishedBy' | 'area'>,
  actor: {
    readonly person: string
    readonly appointments: readonly { readonly position: PositionName; readonly area?: string }[]
  },
): boolean {
  return (
    notice.publishedBy === actor.person ||
    actor.appointments.some(
      (a) =>
        a.position === 'generalManager' ||
        a.position === 'operationsDirector' ||
        (notice.area !== null && a.area === notice.area),
    )
  )
}

/** What is withdrawn or corrected is neither read nor passed on any more. */
export function checkStanding(notice: Pick<Notice, 'supersededBy' | 'withdrawnAt'>) {
  if (notice.withdrawnAt !== null) return refuse('withdrawnAlready')
  return notice.supersededBy === null ? undefined : refuse('correctedAlready')
}

/** Who of a store is to be reached: its associates, with what each has of the notice. */
export interface Listener {
  readonly person: string
  readonly name: string
  readonly away: boolean
  readonly told: boolean
  readonly readAt: string | null
}
/** Passed on: said at least once, and read by each associate who is not on leave. */
export const isComplete = (isRelayed: boolean, listeners: readonly Listener[]): boolean =>
  isRelayed && listeners.every((l) => l.away || l.readAt !== null)

/** The names must be associates of the store who are there. */
export function checkPeople(people: readonly string[], listeners: readonly Listener[]) {
  const known = new Map(listeners.map((l) => [l.person, l]))
  for (const [i, person] of people.entries()) {
    const listener = known.get(person)
    if (!listener) return refuse('notHere', {}, `people.${i}`)
    if (listener.away) return refuse('onLeave', { name: listener.name }, `people.${i}`)
  }
  const there = listeners.filter((l) => !l.away)
  return people.length === 0 && there.length > 0 ? refuse('nobodyTold', {}, 'people') : undefined
}
