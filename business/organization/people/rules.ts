import { addDays, type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { laterOf, overlaps, type Period, type PositionName, seatOf, solePositions } from '../shape.ts'
import type { Appointment, Delegation, NamedAppointment, Person, SeatInput } from './shape.ts'

/** Two may hold one seat for so many days at most, to hand it over (交接). */
export const longestHandover = 31
export const longestDelegation = 92

/** The store or area that is taken up; undefined for headquarters. */
export interface Seat {
  readonly name: string
  readonly openedOn: Day
  readonly closedOn: Day | null
}
export interface OtherHolder {
  readonly id: string
  readonly name: string
}

export function checkPerson(
  person: { id: string; jobNumber: string; phone: string | null },
  sameNumber: OtherHolder | undefined,
  samePhone: OtherHolder | undefined,
) {
  if (sameNumber && sameNumber.id !== person.id)
    return refuse('jobNumberTaken', { jobNumber: person.jobNumber, name: sameNumber.name }, 'jobNumber')
  if (samePhone && samePhone.id !== person.id)
    return refuse('phoneTaken', { phone: person.phone ?? '', name: samePhone.name }, 'phone')
  return undefined
}

/** A changed hiring day must not fall after the first appointment. */
export function changeHiring(hiredOn: Day, first: Day | undefined) {
  return first !== undefined && hiredOn > first
    ? refuse('hiredAfterAppointment', { day: first }, 'hiredOn')
    : undefined
}

/** Does the input name the seat that its position has: a store, an area, or neither? */
export function checkSeat(input: SeatInput, seat: Seat | undefined) {
  const kind = seatOf[input.position]
  if (kind === 'store' && (!input.store || !seat)) return refuse('storeMissing', {}, 'store')
  if (kind === 'area' && (!input.area || !seat)) return refuse('areaMissing', {}, 'area')
  if ((kind !== 'store' && input.store) || (kind !== 'area' && input.area))
    return refuse('seatTooMany', {}, 'position')
  return undefined
}

/**
 * May the person take up this seat? `others` holds every appointment of the person and of the seat.
 * Where the person's or the seat's end is known, the appointment ends with it.
 */
export function appoint(
  person: Pick<Person, 'id' | 'name' | 'hiredOn' | 'leftOn'>,
  input: SeatInput,
  seat: Seat | undefined,
  others: readonly NamedAppointment[],
) {
  const wrongSeat = checkSeat(input, seat)
  if (wrongSeat) return wrongSeat
  if (input.from < person.hiredOn)
    return refuse('beforeHiring', { name: person.name, day: person.hiredOn }, 'from')
  if (person.leftOn && input.from > person.leftOn)
    return refuse('afterLeaving', { name: person.name, day: person.leftOn }, 'from')
  if (seat?.closedOn && input.from > seat.closedOn)
    return refuse('seatClosed', { seat: seat.name, day: seat.closedOn }, 'from')
  if (input.to && input.to < input.from) return refuse('endsBeforeItBegins', { from: input.from }, 'to')
  if (input.to && person.leftOn && input.to > person.leftOn)
    return refuse('afterLeaving', { name: person.name, day: person.leftOn }, 'to')
  if (input.to && seat?.closedOn && input.to > seat.closedOn)
    return refuse('seatClosed', { seat: seat.name, day: seat.closedOn }, 'to')
  const period: Period = { from: input.from, to: earliest(input.to, person.leftOn, seat?.closedOn ?? null) }
  const meeting = others.filter((a) => sameSeat(a, input) && overlaps(a, period))
  const own = meeting.find((a) => a.person === person.id)
  if (own)
    return refuse(
      own.position === input.position ? 'alreadyAppointed' : 'alreadyInSeat',
      { name: person.name, from: own.from },
      'from',
    )
  const holders = solePositions.has(input.position)
    ? meeting.filter((a) => a.position === input.position)
    : []
  for (const holder of holders) {
    const refusal = withoutHandover(holder, period, input.handover)
    if (refusal) return refusal
  }
  return { ...period }
}

/** Two at a time only for a handover that has an end. */
function withoutHandover(holder: NamedAppointment, period: Period, agreed: boolean) {
  const ends = earliest(holder.to, period.to)
  const starts = laterOf(holder.from, period.from)
  if (!agreed)
    return refuse(
      'seatHeld',
      { name: holder.personName, from: holder.from, to: holder.to ?? '…', most: longestHandover },
      'from',
    )
  if (ends === null || daysBetween(starts, ends) + 1 > longestHandover) {
    return refuse('handoverTooLong', { name: holder.personName, most: longestHandover }, 'handover')
  }
  return undefined
}

/** From that day in another seat; the present one ends the day before. */
export function transfer(
  person: Pick<Person, 'id' | 'name' | 'hiredOn' | 'leftOn'>,
  present: NamedAppointment,
  input: SeatInput,
  seat: Seat | undefined,
  others: readonly NamedAppointment[],
) {
  if (input.from <= present.from) return refuse('transferBeforeStart', { from: present.from }, 'from')
  if (present.to && present.to < input.from) return refuse('endedAlready', { to: present.to }, 'from')
  const endsOn = addDays(input.from, -1)
  const answer = appoint(
    person,
    input,
    seat,
    others.filter((a) => a.id !== present.id),
  )
  return 'refused' in answer ? answer : { endsOn, ...answer }
}

/** What has not begun is withdrawn; the rest ends on that day. */
export function endAppointment(present: Appointment, lastDay: Day, today: Day) {
  if (present.to && present.to <= lastDay) return refuse('endedAlready', { to: present.to }, 'lastDay')
  if (lastDay >= present.from) return { endsOn: lastDay }
  return present.from > today
    ? { withdrawn: true as const }
    : refuse('endsBeforeItBegins', { from: present.from }, 'lastDay')
}

/** Leaves the company (离职): appointments that last longer end with it, those not yet begun are withdrawn. */
export function dismiss(person: Person, lastDay: Day, appointments: readonly Appointment[]) {
  if (person.leftOn) return refuse('leftAlready', { name: person.name, day: person.leftOn })
  if (lastDay < person.hiredOn)
    return refuse('leavesBeforeHiring', { name: person.name, day: person.hiredOn }, 'lastDay')
  const lasting = appointments.filter((a) => a.to === null || a.to > lastDay)
  return {
    leftOn: lastDay,
    ends: lasting.filter((a) => a.from <= lastDay).map((a) => a.id),
    withdraws: lasting.filter((a) => a.from > lastDay).map((a) => a.id),
  }
}

/** Positions that could open every door: only an administrator gives or takes them. */
const guarded: ReadonlySet<PositionName> = new Set(['administrator', 'generalManager'])

export interface Power {
  readonly person: string
  readonly appointments: readonly {
    readonly position: PositionName
    readonly areaStores: readonly string[]
  }[]
}
const holds = (actor: Power, ...wanted: readonly PositionName[]): boolean =>
  actor.appointments.some((a) => wanted.includes(a.position))

/** `concerned`: the positions that would be given, taken or opened. */
export function mayTouch(actor: Power, concerned: readonly PositionName[]) {
  return holds(actor, 'administrator') || !concerned.some((p) => guarded.has(p))
    ? undefined
    : refuse('administratorOnly')
}

/** The company must never be left without an administrator: `others` are those who remain. */
export const keepsAdministrator = (concerned: readonly PositionName[], others: number) =>
  concerned.includes('administrator') && others === 0 ? refuse('lastAdministrator') : undefined

/** One's own always; of others only those further down one's own line. */
export function mayDelegate(actor: Power, { person, position, store }: Appointment): boolean {
  if (actor.person === person || holds(actor, 'administrator')) return true
  if (holds(actor, 'generalManager') && position !== 'administrator') return true
  if (holds(actor, 'personnel') && !guarded.has(position)) return true
  if (holds(actor, 'operationsDirector')) return position === 'areaManager' || position === 'storeManager'
  return (
    position === 'storeManager' &&
    actor.appointments.some(
      (a) => a.position === 'areaManager' && store !== null && a.areaStores.includes(store),
    )
  )
}

export function delegate(
  actor: Power,
  appointment: NamedAppointment,
  standIn: Pick<Person, 'id' | 'name' | 'hiredOn' | 'leftOn'>,
  wanted: { from: Day; to: Day },
  existing: readonly Delegation[],
  today: Day,
) {
  if (appointment.position === 'salesAssociate') return refuse('nothingToDelegate')
  if (!mayDelegate(actor, appointment)) return refuse('notYoursToDelegate', { name: appointment.personName })
  if (standIn.id === appointment.person) return refuse('toHimself', {}, 'toPerson')
  if (wanted.to < wanted.from) return refuse('endsBeforeItBegins', { from: wanted.from }, 'to')
  if (wanted.from < today) return refuse('delegationInPast', { today }, 'from')
  const days = daysBetween(wanted.from, wanted.to) + 1
  if (days > longestDelegation) return refuse('delegationTooLong', { days, most: longestDelegation }, 'to')
  if (wanted.from < appointment.from || (appointment.to && wanted.to > appointment.to)) {
    return refuse('outsideAppointment', { from: appointment.from, to: appointment.to ?? '…' }, 'from')
  }
  if (wanted.from < standIn.hiredOn || (standIn.leftOn && wanted.to > standIn.leftOn))
    return refuse('standInNotThere', { name: standIn.name }, 'toPerson')
  const meeting = existing.find((d) => d.from <= wanted.to && wanted.from <= d.to)
  if (meeting)
    return refuse('delegatedAlready', { name: meeting.toName, from: meeting.from, to: meeting.to }, 'from')
  return { days }
}

const sameSeat = (a: Appointment, b: Pick<SeatInput, 'position' | 'store' | 'area'>): boolean =>
  a.store === b.store && a.area === b.area && (seatOf[b.position] !== 'company' || a.position === b.position)

function earliest(...days: readonly (Day | null)[]): Day | null {
  return days.reduce((first, day) => (day !== null && (first === null || day < first) ? day : first), null)
}

/** 138****5678: enough to recognise one's own, not to call. */
export const maskPhone = (phone: string): string =>
  phone.length < 7
    ? '*'.repeat(phone.length)
    : phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4)

/** What the audit keeps of a person, for ever: of a phone number only what anybody sees of it. */
export const withoutPhone = <P extends { phone?: string | null | undefined }>(person: P) => ({
  ...person,
  phone: person.phone && maskPhone(person.phone),
})
