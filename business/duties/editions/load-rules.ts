import { isOver, loadOf } from '../../organization/load/rules.ts'
import type { Asked, Load, LoadSetting } from '../../organization/load/shape.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import { timesADay } from './period-rules.ts'
import type { Running } from './running.ts'

/** Where a position is held, as its load needs it. */
export interface LoadSeat {
  readonly seat: string
  readonly position: DutyPosition
  readonly holders: number
  /** Null for areas and headquarters. */
  readonly openMinutes: number | null
  /** How often a day something has lately raised a clause here. */
  readonly events: ReadonlyMap<string, number>
}

/** Minutes that clauses ask of a seat on an average day: shared by its holders, and of each of them. */
export function askedOf(running: readonly Running[], seat: LoadSeat): Asked {
  let [sharedMinutes, eachMinutes] = [0, 0]
  for (const { clause, each } of running) {
    if (clause.position !== seat.position) continue
    const minutes = minutesADay(clause, seat.events.get(clause.duty) ?? 0)
    if (each) eachMinutes += minutes
    else sharedMinutes += minutes
  }
  const { position, holders, openMinutes } = seat
  return { position, holders, openMinutes, sharedMinutes, eachMinutes }
}

/** A clause's minutes times how often it comes on an average day. */
export const minutesADay = (
  clause: Pick<Running['clause'], 'calendar' | 'minutes'>,
  eventsADay: number,
): number => clause.minutes * clause.calendar.reduce((sum, t) => sum + timesADay(t, eventsADay), 0)

export interface Overload {
  readonly seat: string
  readonly position: DutyPosition
  readonly before: Load
  readonly after: Load
}
/** Seats that a new edition leaves with more than there is time for and with more than they had; the worst first. */
export function overloadsBy(
  before: readonly Running[],
  after: readonly Running[],
  seats: readonly LoadSeat[],
  setting: LoadSetting,
): Overload[] {
  return seats
    .map((seat) => ({
      seat: seat.seat,
      position: seat.position,
      before: loadOf(askedOf(before, seat), setting),
      after: loadOf(askedOf(after, seat), setting),
    }))
    .filter((o) => isOver(o.after) && o.after.minutes > o.before.minutes + 0.05)
    .sort((a, b) => b.after.over - a.after.over)
}
