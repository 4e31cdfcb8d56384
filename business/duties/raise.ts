import type { Db } from '../../platform/database/database.ts'
import { businessDayAt, type Day } from '../../platform/kinds/day.ts'
import type { Done } from '../../platform/server/outcome.ts'
import { seatOf } from '../organization/shape.ts'
import type { LiveDuty } from './catalogue/catalogue.ts'
import { eventPeriod } from './catalogue/codes.ts'
import type { Raised } from './catalogue/proofs.ts'
import { editionOn } from './edition-tables.ts'
import { liftWithdrawal, type RaisedKey, withdraw } from './excuse-tables.ts'
import { dueByEvent } from './rules.ts'
import { holdersAt, isThere, seatIn, seatPlaces } from './seat-tables.ts'
import type { Due, Edition, Place } from './shape.ts'
import { insertDue } from './tables.ts'

/**
 * Makes what something that happened asks for, inside the transaction of the act that raises it, however many stores it
 * concerns; what the act withdraws nobody owes any more. A raised duty waits at a seat that nobody holds just now, so that
 * no complaint is lost with a manager who left; where each owes it himself he must hold the position there.
 */
export async function raiseAll(
  db: Db,
  done: Done,
  duty: LiveDuty,
  raised: readonly Raised[],
  editions: readonly Edition[],
): Promise<void> {
  for (const { seat } of raised) mustBeSeatOf(duty, seat)
  const standing = raised.filter((r) => r.holds)
  const due = await duesOf(db, done, duty, standing, editions)
  for (const [edition, own] of due) await insertDue(db, edition, own, done.now)
  await liftWithdrawal(db, duty.id, standing.map(keyOf))
  const withdrawn = raised.filter((r) => !r.holds).map(keyOf)
  await withdraw(db, duty.id, withdrawn, { by: done.actor.person, at: done.now })
}

/** What is to be made, by the edition that words it. */
async function duesOf(
  db: Db,
  done: Done,
  duty: LiveDuty,
  raised: readonly Raised[],
  editions: readonly Edition[],
): Promise<Map<string, Due[]>> {
  const made = new Map<string, Due[]>()
  const today = (place: Place): Day => businessDayAt(done.now, place.timeZone, place.cutOffMinutes)
  const places = await placesOf(db, raised, today)
  const owing = await holdersAt(
    db,
    duty.position,
    raised.flatMap(({ seat, person }) => {
      const place = places.get(seatIn(seat).seat)
      return person && place ? [{ seat: place.seat, person, day: today(place) }] : []
    }),
  )
  for (const one of raised) {
    const { seat } = seatIn(one.seat)
    const place = places.get(seat)
    if (!place || (one.person && !owing.has(`${seat} ${one.person}`))) continue
    const edition = editionOn(editions, today(place))
    const clause = edition?.clauses.get(duty.id)
    const due = clause && dueByEvent(clause, place, one, done.now)
    if (!edition || !due) continue
    made.set(edition.id, [...(made.get(edition.id) ?? []), due])
  }
  return made
}

/** The seats' places by the seat; a store that does not trade any more, or not yet, owes nothing. */
async function placesOf(
  db: Db,
  raised: readonly Raised[],
  today: (place: Place) => Day,
): Promise<Map<string, Place>> {
  const seats = [...new Set(raised.map((r) => seatIn(r.seat).seat))]
  const places = await seatPlaces(db, seats)
  return new Map(places.flatMap((place) => (isThere(place, today(place)) ? [[place.seat, place]] : [])))
}

function keyOf({ seat, person, event }: Raised): RaisedKey {
  return { ...seatIn(seat), holder: person ?? null, period: eventPeriod(event) }
}

/** A store manager's duty is raised at a store, an area manager's at an area: anything else is a fault of the catalogue. */
function mustBeSeatOf(duty: LiveDuty, seat: Raised['seat']): void {
  const level = seat === 'company' ? 'company' : 'store' in seat ? 'store' : 'area'
  if (seatOf[duty.position] !== level)
    throw new Error(`${duty.id} cannot be raised at a seat of the ${level}`)
}
