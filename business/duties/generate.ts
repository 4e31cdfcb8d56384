import type { Database, Db } from '../../platform/database/database.ts'
import { addDays, businessDayAt, type Day, daysThrough } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { seatOf } from '../organization/shape.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import { beginDuties, editionOn, findEditions, firstDayOf } from './edition-tables.ts'
import { grouped } from './grouping.ts'
import { dueOn } from './rules.ts'
import type { Due, Edition, Place } from './shape.ts'
import {
  appointmentsAbove,
  appointmentsIn,
  closedDaysOf,
  companyPlace,
  dayTargetsOf,
  type Held,
  insertDue,
  reachDay,
  type StorePlace,
  storePlaces,
  trades,
} from './tables.ts'

const chunk = 500
type Edited = readonly Edition[]

/**
 * Makes the duties due up to now, for every store up to its own business day and for areas and headquarters up to the
 * company's: what a server that was down has missed comes first, day by day. Safe to run at any time and twice.
 */
export async function generateDuties(database: Database, now: Date, duties: Duties = shipped): Promise<void> {
  const company = await companyPlace(database)
  if (!company) return
  let editions = await findEditions(database)
  if (editions.length === 0) {
    await beginAtFirst(database, company, now, duties)
    editions = await findEditions(database)
  }
  const first = firstDayOf(editions)
  if (!first) return
  const waiting = (await storePlaces(database)).filter((place) => daysDue(place, first, now).length > 0)
  for (let i = 0; i < waiting.length; i += chunk) {
    const places = waiting.slice(i, i + chunk)
    await database.transaction((db) => generateStores(db, duties, editions, places, first, now))
  }
  await database.transaction((db) => generateAbove(db, duties, editions, company, first, now))
}

/** A company without an edition starts with the shipped one, today. */
const beginAtFirst = (database: Database, company: Place, now: Date, duties: Duties): Promise<unknown> =>
  database.transaction((db) =>
    beginDuties(db, { from: businessDayAt(now, company.timeZone, company.cutOffMinutes), now }, duties),
  )

function daysDue(place: Place & { through: Day | null }, first: Day, now: Date): Day[] {
  const today = businessDayAt(now, place.timeZone, place.cutOffMinutes)
  const next = place.through === null ? first : addDays(place.through, 1)
  return daysThrough(next > first ? next : first, today)
}

async function generateStores(
  db: Db,
  duties: Duties,
  editions: Edited,
  places: readonly StorePlace[],
  first: Day,
  now: Date,
): Promise<void> {
  const ids = places.map((p) => p.store)
  const days = places.flatMap((p) => daysDue(p, first, now))
  const [from, to] = [least(days), greatest(days)]
  const held = grouped(await appointmentsIn(db, ids, from, to), (a) => `${a.seat} ${a.position}`)
  const closed = new Set((await closedDaysOf(db, ids, from, to)).map((c) => `${c.store} ${c.day}`))
  const targets = grouped(await dayTargetsOf(db, ids, from, to), (t) => `${t.store} ${t.day}`)
  const made = new Map<string, Due[]>()
  for (const place of places) {
    for (const day of daysDue(place, first, now)) {
      if (!trades(place, day)) continue
      const edition = editionOn(editions, day)
      if (!edition) continue
      const among = new Set((targets.get(`${place.store} ${day}`) ?? []).map((t) => t.person))
      collect(made, duties, edition, 'store', place, day, {
        closed: closed.has(`${place.store} ${day}`),
        holders: (position) => holdersOn(held.get(`${place.store} ${position}`), day),
        among,
      })
    }
  }
  for (const [edition, due] of made) await insertDue(db, edition, due, now)
  await reachDay(
    db,
    places.map((p) => ({ store: p.store, through: businessDayAt(now, p.timeZone, p.cutOffMinutes) })),
    now,
  )
}

async function generateAbove(
  db: Db,
  duties: Duties,
  editions: Edited,
  company: Place & { through: Day | null },
  first: Day,
  now: Date,
): Promise<void> {
  const days = daysDue(company, first, now)
  if (days.length === 0) return
  const appointments = await appointmentsAbove(db, least(days), greatest(days))
  const held = grouped(appointments, (a) => `${a.seat} ${a.position}`)
  const areas = [...new Set(appointments.filter((a) => a.seat !== companyWide).map((a) => a.seat))]
  const made = new Map<string, Due[]>()
  for (const day of days) {
    const edition = editionOn(editions, day)
    if (!edition) continue
    for (const seat of [companyWide, ...areas]) {
      collect(made, duties, edition, seat === companyWide ? 'company' : 'area', { ...company, seat }, day, {
        closed: false,
        holders: (position) => holdersOn(held.get(`${seat} ${position}`), day),
        among: new Set(),
      })
    }
  }
  for (const [edition, due] of made) await insertDue(db, edition, due, now)
  await reachDay(db, [{ store: companyWide, through: greatest(days) }], now)
}

/** Only what something can prove is due: a clause that awaits its area raises nothing. */
function collect(
  made: Map<string, Due[]>,
  duties: Duties,
  edition: Edition,
  level: 'store' | 'area' | 'company',
  place: Place,
  day: Day,
  at: { closed: boolean; holders: (position: string) => string[]; among: ReadonlySet<string> },
): void {
  const due = made.get(edition.id) ?? []
  for (const duty of duties.live) {
    const clause = edition.clauses.get(duty.id)
    if (!clause || seatOf[duty.position] !== level) continue
    const holders = at.holders(duty.position)
    due.push(
      ...dueOn(clause, place, day, { closed: at.closed, holders, ...(duty.each ? { among: at.among } : {}) }),
    )
  }
  made.set(edition.id, due)
}

const holdersOn = (held: readonly Held[] | undefined, day: Day): string[] => [
  ...new Set(
    (held ?? []).filter((a) => a.from <= day && (a.to === null || a.to >= day)).map((a) => a.person),
  ),
]
const least = (days: readonly Day[]): Day => days.reduce((a, b) => (b < a ? b : a))
const greatest = (days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a))
