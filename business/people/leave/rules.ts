import { addDays, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { delegate, type Power } from '../../organization/people/rules.ts'
import type { Delegation, NamedAppointment, Person } from '../../organization/people/shape.ts'
import { laterOf } from '../../organization/shape.ts'
import {
  type Leave,
  type LeaveKind,
  type LeaveState,
  leaveKinds,
  longestAhead,
  longestBack,
  mayWhen,
  type SeatHeld,
} from './shape.ts'

export type LeaveStanding = Pick<Leave, 'approved' | 'withdrawnAt' | 'keptUntil'>
/** Withdrawn in part it stays approved, with an earlier last day. */
export function stateOf({ approved, withdrawnAt, keptUntil }: LeaveStanding): LeaveState {
  if (withdrawnAt !== null && keptUntil === null) return 'withdrawn'
  if (approved === null) return 'asked'
  return approved ? 'approved' : 'declined'
}
export const isLive = (leave: LeaveStanding): boolean => ['asked', 'approved'].includes(stateOf(leave))

export interface Asked {
  readonly from: Day
  readonly to: Day
  readonly kind: LeaveKind
  readonly why: string | null
}
/** May these days be asked for? A superior may enter what is past; the reason then says why so late. */
export function askLeave(
  asked: Asked,
  person: Pick<Person, 'name' | 'hiredOn' | 'leftOn'>,
  by: 'self' | 'superior',
  existing: readonly (Pick<Leave, 'from' | 'to'> & LeaveStanding)[],
  today: Day,
) {
  const { from, to, kind, why } = asked
  const { asksWhy, mostDays } = leaveKinds[kind]
  if (to < from) return refuse('endsBeforeItBegins', { from }, 'to')
  const days = daysBetween(from, to) + 1
  if (days > mostDays) return refuse('tooLong', { days, most: mostDays }, 'to')
  if (from < today && by === 'self') return refuse('pastBySuperior', { today }, 'from')
  if (daysBetween(from, today) > longestBack) return refuse('tooLongAgo', { most: longestBack }, 'from')
  if (daysBetween(today, to) > longestAhead) return refuse('tooFarAhead', { most: longestAhead }, 'to')
  if (from < person.hiredOn) return refuse('beforeHiring', { name: person.name, day: person.hiredOn }, 'from')
  if (person.leftOn !== null && to > person.leftOn)
    return refuse('afterLeaving', { name: person.name, day: person.leftOn }, 'to')
  if (why === null && (asksWhy || from < today)) return refuse('whyMissing', {}, 'why')
  const meeting = existing.find((l) => isLive(l) && l.from <= to && from <= l.to)
  if (meeting)
    return refuse(
      stateOf(meeting) === 'asked' ? 'overlapsAsked' : 'overlapsApproved',
      { from: meeting.from, to: meeting.to },
      'from',
    )
  return { days }
}

/** Whose leave somebody decides: those further down his own line; personnel everybody's; never one's own. */
export function mayDecide(actor: Power, person: string, seats: readonly SeatHeld[]): boolean {
  return actor.person !== person && actor.appointments.some((a) => isAbove(a, seats))
}

/** The one step above: who is expected to decide it. */
export function isDirectlyAbove(actor: Power, person: string, seats: readonly SeatHeld[]): boolean {
  if (!mayDecide(actor, person, seats)) return false
  const holds = (position: string): boolean => actor.appointments.some((a) => a.position === position)
  return seats.some((s) => {
    if (s.position === 'salesAssociate') return holds('storeManager')
    if (s.position === 'storeManager') return holds('areaManager')
    if (s.position === 'areaManager') return holds('operationsDirector')
    if (s.position === 'operationsDirector') return holds('generalManager')
    return holds('personnel')
  })
}

function isAbove(
  { position, store, areaStores }: Power['appointments'][number] & { readonly store?: string },
  seats: readonly SeatHeld[],
): boolean {
  switch (position) {
    case 'personnel':
    case 'generalManager':
      return true
    case 'operationsDirector':
      return seats.some((s) => s.store !== null || s.area !== null)
    case 'areaManager':
      return seats.some((s) => s.store !== null && areaStores.includes(s.store))
    case 'storeManager':
      return seats.some((s) => s.position === 'salesAssociate' && s.store === store)
    default:
      return false
  }
}

export function decideLeave(leave: Leave, approved: boolean, words: string | null) {
  const state = stateOf(leave)
  if (state === 'withdrawn') return refuse('withdrawnMeanwhile', { name: leave.name })
  if (!isIn(mayWhen.decide, state)) return refuse('decidedAlready', { name: leave.decidedByName })
  if (!approved && words === null) return refuse('wordsMissing', {}, 'words')
  return undefined
}

/** Taken back as a whole, or from the day after `keptUntil` on; days that have passed are only a superior's to take back. */
export function withdrawLeave(
  leave: Leave,
  by: 'self' | 'superior',
  { keptUntil, why }: { keptUntil: Day | null; why: string | null },
  today: Day,
) {
  const state = stateOf(leave)
  if (!isIn(mayWhen.withdraw, state)) return refuse('notInForce')
  if (by === 'superior' && why === null) return refuse('whyMissing', {}, 'why')
  if (state === 'asked') return { keptUntil: null }
  if (keptUntil !== null && (keptUntil < leave.from || keptUntil >= leave.to))
    return refuse('keptOutside', { from: leave.from, to: leave.to }, 'keptUntil')
  const passed = addDays(today, -1)
  if (by === 'self' && leave.from <= passed && (keptUntil === null || keptUntil < passed))
    return refuse('begunAlready', { day: passed }, 'keptUntil')
  return { keptUntil }
}

/** A delegation is kept short (代办); who is away longer gets another one, or the seat another holder. */
const longestStandIn = 92
export interface StandIn {
  readonly appointment: string
  readonly from: Day
  readonly to: Day
}
/**
 * What the stand-in takes over: every seat that carries authority, for the days of the leave that lie ahead.
 * Asking for the leave is the holder's own delegating, so the rule of delegations is asked in his name.
 */
export function standInFor(
  leave: Pick<Leave, 'person' | 'from' | 'to'>,
  standIn: Pick<Person, 'id' | 'name' | 'hiredOn' | 'leftOn'>,
  appointments: readonly NamedAppointment[],
  existing: readonly Delegation[],
  today: Day,
) {
  const from = laterOf(leave.from, today)
  const most = addDays(from, longestStandIn - 1)
  const until = leave.to > most ? most : leave.to
  const holder: Power = { person: leave.person, appointments: [] }
  const taken: StandIn[] = []
  const seats = appointments.filter(
    (a) => a.position !== 'salesAssociate' && a.from <= from && (a.to === null || a.to >= from),
  )
  if (seats.length === 0) return refuse('nothingToDelegate', {}, 'standIn')
  if (until < from) return taken
  for (const seat of seats) {
    const to = seat.to !== null && seat.to < until ? seat.to : until
    const others = existing.filter((d) => d.appointment === seat.id)
    if (others.some((d) => d.toPerson === standIn.id && d.from <= from && d.to >= to)) continue
    const answer = delegate(holder, seat, standIn, { from, to }, others, today)
    if ('refused' in answer) return { ...answer, field: 'standIn' }
    taken.push({ appointment: seat.id, from, to })
  }
  return taken
}

const isIn = (states: readonly LeaveState[], state: LeaveState): boolean => states.includes(state)
