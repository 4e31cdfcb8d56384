import type { Day } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { type PositionName, seatOf } from '../../organization/shape.ts'
import { isLive } from '../catalogue/catalogue.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { Duty, Timing } from '../catalogue/types.ts'
import { outranks } from '../rules.ts'
import { mayAskFor } from './period-rules.ts'
import { type DraftState, mayWhen, type Terms } from './shape.ts'

export type NotSaid =
  | 'calendarTwice'
  | 'standingAlone'
  | 'cadenceOfProof'
  | 'cadenceFixed'
  | 'eventNotRaised'
  | 'noShopHours'
  | 'lookedAfterWrong'
  | 'standInWrong'
  | 'ownMissing'
  | 'ownForeign'
  | 'wayUnknown'
  | 'wayOfOther'
  | 'provedStanding'
  | 'eachOfSeat'

/** Ways of proving by their name, with the positions whose duties they prove. */
export type WayPositions = ReadonlyMap<string, readonly DutyPosition[]>

/**
 * Whether a clause may say this. What proves a shipped clause stays with the program, so that its cadence may be the proof's own or a
 * coarser one; the company's own duties are proved by a way of their position, or read from indicators, or still await a proof.
 * @param shipped the clause as shipped; undefined for a duty of the company's own
 */
export function checkTerms(
  position: DutyPosition,
  terms: Terms,
  shipped: Duty | undefined,
  ways: WayPositions,
): Refusal<NotSaid> | undefined {
  return (
    checkCalendar(position, terms) ??
    (shipped ? checkShipped(terms, shipped) : checkOwn(position, terms, ways)) ??
    checkPeople(position, terms)
  )
}

function checkCalendar(position: DutyPosition, { kind, calendar }: Terms): Refusal<NotSaid> | undefined {
  const said = calendar.map((t) => JSON.stringify(t))
  if (new Set(said).size < said.length) return refuse('calendarTwice', {}, 'terms.calendar')
  const stands = calendar.some((t) => t.every === 'standing')
  if (stands !== (kind === 'standing') || (stands && calendar.length > 1))
    return refuse('standingAlone', {}, 'terms.calendar')
  const byDoors = calendar.some((t) => t.every === 'day' && (t.by === 'opening' || t.by === 'closing'))
  if (byDoors && seatOf[position] !== 'store') return refuse('noShopHours', {}, 'terms.calendar')
  return undefined
}

function checkShipped(terms: Terms, shipped: Duty): Refusal<NotSaid> | undefined {
  if (terms.own) return refuse('ownForeign', {}, 'terms.own')
  const raised = terms.calendar.filter((t) => t.every === 'event')
  if (raised.some((t) => !shipped.calendar.some((s) => isRaisedAlike(s, t))))
    return refuse('eventNotRaised', {}, 'terms.calendar')
  if (!isLive(shipped)) return undefined
  // A sample is looked through day by day, and a day target is a day's: neither can be asked for by the week.
  const isFixed = shipped.checks !== undefined || shipped.each !== undefined
  if (isFixed && terms.calendar.some((t) => !shipped.calendar.some((s) => s.every === t.every)))
    return refuse('cadenceFixed', {}, 'terms.calendar')
  if (terms.calendar.some((t) => !mayAskFor(shipped.calendar, t)))
    return refuse('cadenceOfProof', {}, 'terms.calendar')
  return undefined
}

const isRaisedAlike = (a: Timing, b: Timing): boolean =>
  a.every === 'event' && b.every === 'event' && a.raisedBy[0] === b.raisedBy[0]

function checkOwn(position: DutyPosition, terms: Terms, ways: WayPositions): Refusal<NotSaid> | undefined {
  if (!terms.own) return refuse('ownMissing', {}, 'terms.own')
  if (terms.calendar.some((t) => t.every === 'event')) return refuse('eventNotRaised', {}, 'terms.calendar')
  const { provedBy, each } = terms.own
  if (provedBy === null) return undefined
  const positions = ways.get(provedBy)
  if (!positions) return refuse('wayUnknown', {}, 'terms.own.provedBy')
  if (!positions.includes(position)) return refuse('wayOfOther', {}, 'terms.own.provedBy')
  if (terms.kind === 'standing') return refuse('provedStanding', {}, 'terms.own.provedBy')
  if (each && position !== 'salesAssociate') return refuse('eachOfSeat', {}, 'terms.own.each')
  return undefined
}

function checkPeople(position: DutyPosition, { lookedAfter, standIns }: Terms): Refusal<NotSaid> | undefined {
  if (!outranks(lookedAfter.by, position)) return refuse('lookedAfterWrong', {}, 'terms.lookedAfter')
  const wrong = standIns.some(
    (p: PositionName) => p === position || standIns.indexOf(p) !== standIns.lastIndexOf(p),
  )
  return wrong ? refuse('standInWrong', {}, 'terms.standIns') : undefined
}

export type NotNow = 'draftClosed' | 'notHandedIn' | 'alreadyHandedIn'
/** Whether something may be done with a draft in its state. */
export function checkState(what: keyof typeof mayWhen, state: DraftState): Refusal<NotNow> | undefined {
  if ((mayWhen[what] as readonly DraftState[]).includes(state)) return undefined
  if (what === 'return') return refuse('notHandedIn')
  return what === 'submit' && state === 'submitted' ? refuse('alreadyHandedIn') : refuse('draftClosed')
}

export interface Asking {
  readonly from: Day
  /** The day after the latest for which duties have been given out. */
  readonly earliest: Day
  readonly against: string | null
  readonly seen: number
  readonly overloadReason: string
  readonly isGeneralManager: boolean
  readonly place: (seat: { readonly name: string | null; readonly nameEn: string | null }) => string
}
export interface Forecast {
  readonly replaced: { readonly id: string } | null
  readonly isTaken: boolean
  readonly revision: number
  readonly clauses: readonly { readonly position: DutyPosition }[]
  readonly profiles: readonly { readonly position: DutyPosition }[]
  readonly next: { readonly clauses: ReadonlyMap<string, unknown> }
  readonly overloads: readonly {
    readonly name: string | null
    readonly nameEn: string | null
    readonly after: { readonly over: number }
  }[]
}
export type NotInForce =
  | 'fromPast'
  | 'dayTaken'
  | 'changedMeanwhile'
  | 'nothingLeft'
  | 'nothingChanged'
  | 'ownPosition'
  | 'overloaded'
/** Whether a draft may take effect on a day, given what it would bring about. */
export function checkForce(asking: Asking, f: Forecast): Refusal<NotInForce> | undefined {
  if (asking.from < asking.earliest) return refuse('fromPast', { day: asking.earliest }, 'from')
  if (f.isTaken) return refuse('dayTaken', { day: asking.from }, 'from')
  if ((f.replaced?.id ?? null) !== asking.against || f.revision !== asking.seen)
    return refuse('changedMeanwhile', {
      theirs: { against: f.replaced?.id ?? null, seen: f.revision },
      yours: { against: asking.against, seen: asking.seen },
    })
  if (f.next.clauses.size === 0) return refuse('nothingLeft')
  const touched = [...f.clauses, ...f.profiles]
  if (touched.length === 0) return refuse('nothingChanged')
  if (!asking.isGeneralManager && touched.some((t) => t.position === 'operationsDirector'))
    return refuse('ownPosition')
  if (f.overloads.length > 0 && asking.overloadReason.length < 2) {
    const names = f.overloads.slice(0, 3).map(asking.place).filter(Boolean)
    const over = Math.ceil(Math.max(...f.overloads.map((o) => o.after.over)))
    return refuse(
      'overloaded',
      { names: names.join('、'), count: f.overloads.length, over },
      'overloadReason',
    )
  }
  return undefined
}
