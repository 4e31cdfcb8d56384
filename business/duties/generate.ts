import type { Actor } from '../../platform/access/who.ts'
import type { Database, Db } from '../../platform/database/database.ts'
import { addDays, businessDayAt, type Day, daysThrough } from '../../platform/kinds/day.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import { seatOf } from '../organization/shape.ts'
import { excuseByCalendar } from './calendar-tables.ts'
import { type Duties, shipped } from './catalogue/catalogue.ts'
import type { Cadence } from './catalogue/types.ts'
import { beginDuties, editionOn, findEditions, firstDayOf } from './edition-tables.ts'
import { type Each, runningIn } from './editions/running.ts'
import { grouped, remembered } from './grouping.ts'
import { type Circumstances, dueAt, type Occurrence, occurrencesOn, owedBy } from './rules.ts'
import { isThere, reachDay, type SeatPlace, seatPlaces } from './seat-tables.ts'
import type { Clause, Due, Edition } from './shape.ts'
import { appointmentsAt, closedDaysOf, dayTargetsOf, type Held, insertDue } from './tables.ts'

/** Days of seats made in one transaction: weeks of downtime are caught up with in steps. */
const mostSeatDays = 1_000

/**
 * Makes the duties due up to now at every seat, or at these, each up to its own business day: what a server that was down
 * has missed comes first, day by day. What changed meanwhile (who holds what, what trades, who has a target) is looked at
 * once more. Safe to run at any time, twice, and by several processes.
 */
export async function generateDuties(
  database: Database,
  now: Date,
  duties: Duties = shipped,
  seats?: readonly string[],
): Promise<void> {
  let editions = await findEditions(database)
  if (editions.length === 0) {
    if (!(await beginAtFirst(database, now, duties))) return
    editions = await findEditions(database)
  }
  const first = firstDayOf(editions)!
  const windows = new Windows()
  const places = await seatPlaces(database, seats && [...new Set([...seats, companyWide])])
  const company = places.find((p) => p.level === 'company')
  const wanted = places.filter((p) => !seats || seats.includes(p.seat))
  // Headquarters come last: that they were made says that everybody was.
  wanted.sort((a, b) => Number(a.level === 'company') - Number(b.level === 'company'))
  const waiting = wanted.flatMap((place) => {
    const days = daysDue(place, company?.through ?? first, first, now)
    return days.length > 0 ? [{ place, days }] : []
  })
  for (const some of inSteps(waiting))
    await database.transaction((db) => generateAt(db, duties, editions, windows, some, now))
}

/**
 * What is due at somebody's seats, made when he opens his page and the standing job has not been there yet: the server has
 * just started, or he was appointed at noon. One look-up where there is nothing to make.
 */
export async function makeWhatIsDue(
  database: Database,
  actor: Actor,
  now: Date,
  duties: Duties = shipped,
): Promise<void> {
  const seats = [...new Set(actor.appointments.map((a) => a.store ?? a.area ?? companyWide))]
  const places = await seatPlaces(database, [...new Set([...seats, companyWide])])
  // The very first run of all is the standing job's: it begins with the first day of the edition.
  if (places.find((p) => p.level === 'company')?.through == null) return
  const isBehind = (p: SeatPlace): boolean =>
    p.through === null || p.againFrom !== null || p.through < todayAt(p, now)
  if (places.some((p) => seats.includes(p.seat) && isBehind(p)))
    await generateDuties(database, now, duties, seats)
}

interface Waiting {
  readonly place: SeatPlace
  readonly days: readonly Day[]
}

/** A company without an edition starts with the shipped one, today. */
async function beginAtFirst(database: Database, now: Date, duties: Duties): Promise<boolean> {
  const [company] = await seatPlaces(database, [companyWide])
  if (!company) return false
  await database.transaction((db) => beginDuties(db, { from: todayAt(company, now), now }, duties))
  return true
}

const todayAt = (place: SeatPlace, now: Date): Day => businessDayAt(now, place.timeZone, place.cutOffMinutes)

/**
 * The days that have not been made, and today once more where something changed. A seat that is new begins where the chain
 * stands, however old it is.
 */
export function daysDue(place: SeatPlace, chainStandsAt: Day, first: Day, now: Date): Day[] {
  const today = todayAt(place, now)
  const next =
    place.through === null ? chainStandsAt : addDays(place.through, place.againFrom === null ? 1 : 0)
  const due = daysThrough(next > first ? next : first, today)
  return due.length === 0 && place.againFrom !== null && today >= first ? [today] : due
}

function* inSteps(all: readonly Waiting[]): Generator<Waiting[]> {
  let step: Waiting[] = []
  let size = 0
  for (const one of all) {
    if (size > 0 && size + one.days.length > mostSeatDays) {
      yield step
      step = []
      size = 0
    }
    step.push(one)
    size += one.days.length
  }
  if (step.length > 0) yield step
}

async function generateAt(
  db: Db,
  duties: Duties,
  editions: readonly Edition[],
  windows: Windows,
  waiting: readonly Waiting[],
  now: Date,
): Promise<void> {
  const known = await factsFor(db, waiting)
  const made = new Map<string, Due[]>()
  // A day without a target owes nothing of the day; a week or a month is owed by whoever holds the position in it.
  const owing = (
    each: Each,
    cadence: Cadence,
    at: Circumstances,
    place: SeatPlace,
    day: Day,
  ): ReadonlySet<string> =>
    each === 'holder' || cadence !== 'day' ? new Set(at.holders) : known.withTarget(place.seat, day)
  for (const { place, days } of waiting)
    for (const day of days) {
      const edition = isThere(place, day) ? editionOn(editions, day) : undefined
      if (!edition) continue
      const due = made.get(edition.id) ?? []
      made.set(edition.id, due)
      for (const { clause, each } of runningIn(duties, edition)) {
        if (seatOf[clause.position] !== place.level) continue
        const at = known.at(place, clause.position, day, edition)
        for (const o of windows.open(clause, place, day, at)) {
          const among = each ? { ...at, among: owing(each, o.cadence, at, place, day) } : at
          for (const holder of owedBy(among)) due.push(dueAt(clause, place, o, holder))
        }
      }
    }
  for (const [edition, due] of made) await insertDue(db, edition, due, now)
  await excuseByCalendar(
    db,
    duties,
    waiting.map(({ place, days }) => ({
      ...place,
      from: leastOf([...days, ...(place.againFrom ? [place.againFrom] : [])]),
    })),
    now,
  )
  await reachDay(
    db,
    waiting.map(({ place, days }) => ({ place, through: days.at(-1)! })),
    now,
  )
}

/** Who holds what, which days are closed and who has a target, at these seats over their days. */
async function factsFor(db: Db, waiting: readonly Waiting[]) {
  const seats = waiting.map((w) => w.place.seat)
  const stores = waiting.flatMap((w) => (w.place.level === 'store' ? [w.place.seat] : []))
  const days = waiting.flatMap((w) => w.days)
  const [from, to] = [leastOf(days), greatestOf(days)]
  const held = grouped(await appointmentsAt(db, seats, from, to), (a) => `${a.seat} ${a.position}`)
  const closed = new Set((await closedDaysOf(db, stores, from, to)).map((c) => `${c.store} ${c.day}`))
  const targets = grouped(await dayTargetsOf(db, stores, from, to), (t) => `${t.store} ${t.day}`)
  return {
    withTarget: (store: string, day: Day): ReadonlySet<string> =>
      new Set((targets.get(`${store} ${day}`) ?? []).map((t) => t.person)),
    at(place: SeatPlace, position: string, day: Day, edition: Edition): Circumstances {
      const here = (held.get(`${place.seat} ${position}`) ?? []).filter((a) => holdsOn(a, day))
      return {
        closed: closed.has(`${place.seat} ${day}`),
        holders: [...new Set(here.map((a) => a.person))],
        openingOnly: !beginsOn(place, edition, here, day),
      }
    },
  }
}

const holdsOn = (a: Held, day: Day): boolean => a.from <= day && (a.to === null || a.to >= day)
/** Where the seat, its holder or the edition begins, or something changed, windows that opened before are made as well. */
const beginsOn = (place: SeatPlace, edition: Edition, here: readonly Held[], day: Day): boolean =>
  place.through === null ||
  place.againFrom !== null ||
  place.openedOn === day ||
  edition.from === day ||
  here.some((a) => a.from === day)

/** What is open on a day is the same at every place of the same hours: reckoned once. */
class Windows {
  readonly #known = new Map<Clause, Map<string, Occurrence[]>>()
  open(clause: Clause, place: SeatPlace, day: Day, at: Circumstances): readonly Occurrence[] {
    const { timeZone, cutOffMinutes, opensAt, closesAt } = place
    const key = `${day} ${timeZone} ${cutOffMinutes} ${opensAt} ${closesAt} ${at.closed} ${at.openingOnly}`
    const own = remembered(this.#known, clause, () => new Map<string, Occurrence[]>())
    return remembered(own, key, () => occurrencesOn(clause, place, day, at))
  }
}

const leastOf = (days: readonly Day[]): Day => days.reduce((a, b) => (b < a ? b : a))
const greatestOf = (days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a))
