import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { loadOf } from '../../organization/load/rules.ts'
import type { LoadPosition } from '../../organization/load/shape.ts'
import {
  findLoadSetting,
  keepStoreLoads,
  loadsKeptFor,
  type StoreLoad,
} from '../../organization/load/tables.ts'
import { type Duties, shipped } from '../catalogue/catalogue.ts'
import { editionOn, findEditions } from '../edition-tables.ts'
import type { Edition } from '../shape.ts'
import type { Seen } from '../view-tables.ts'
import { askedOf, minutesADay, overloadsBy } from './load-rules.ts'
import { loadSeats, type NamedSeat } from './load-tables.ts'
import { type Running, runningIn } from './running.ts'

/**
 * What stores' duties ask for a day is worked out once a day and laid where earlier areas read it, before they send stores more
 * work (organization/load).
 */
export async function keepLoads(db: Db, today: Day): Promise<void> {
  if ((await loadsKeptFor(db)) === today) return
  const edition = editionOn(await findEditions(db), today)
  if (!edition) return
  const running = runningIn(shipped, edition)
  const loads = (await loadSeats(db, today)).flatMap((seat): StoreLoad[] =>
    seat.store === null ? [] : [{ ...askedOf(running, seat), store: seat.store }],
  )
  if (loads.length > 0) await keepStoreLoads(db, today, loads)
}

/** Minutes of duties a person-day at every seat within reach, the fullest first; `later`: once all that is awaited runs too. */
export async function loadsSeen(db: Db, among: Seen, today: Day) {
  const edition = editionOn(await findEditions(db), today)
  const setting = await findLoadSetting(db)
  const running = edition ? runningIn(shipped, edition) : []
  const everything = edition ? allOf(edition) : []
  const rows = (await loadSeats(db, today))
    .filter((seat) => isSeen(seat, among))
    .map((seat) => ({
      ...nameOf(seat),
      ...loadOf(askedOf(running, seat), setting),
      later: loadOf(askedOf(everything, seat), setting),
      /** What asks for most there. */
      most: heaviest(running, seat),
    }))
  return {
    setting,
    rows: rows.sort((a, b) => b.ratio - a.ratio || ((a.code ?? '') < (b.code ?? '') ? -1 : 1)),
  }
}

/** The stores that an edition would overload from a day on, against the one that it replaces. */
export async function overloadsOf(
  db: Db,
  before: Edition | undefined,
  after: Edition,
  day: Day,
  duties: Duties = shipped,
) {
  const seats = await loadSeats(db, day)
  const setting = await findLoadSetting(db)
  const byKey = new Map(seats.map((seat) => [`${seat.seat} ${seat.position}`, seat]))
  return overloadsBy(before ? runningIn(duties, before) : [], runningIn(duties, after), seats, setting).map(
    ({ seat, position, before: was, after: is }) => ({
      ...nameOf(byKey.get(`${seat} ${position}`)!),
      before: was,
      after: is,
    }),
  )
}

const nameOf = ({ seat, position, store, area, code, name, nameEn, holders }: NamedSeat) => ({
  seat,
  position: position as LoadPosition,
  store,
  area,
  code,
  name,
  nameEn,
  holders,
})

/** As if every clause that awaits its area ran already; each-owed as its way says. */
const allOf = (edition: Edition): Running[] =>
  [...edition.clauses.values()].map((clause) => {
    const duty = shipped.byId.get(clause.duty)
    const each = clause.own?.each ? ('holder' as const) : duty && 'each' in duty ? duty.each : undefined
    return { clause, each }
  })

const heaviest = (running: readonly Running[], seat: NamedSeat) =>
  running
    .filter((r) => r.clause.position === seat.position)
    .map(({ clause }) => ({
      duty: clause.duty,
      title: clause.title,
      minutes: minutesADay(clause, seat.events.get(clause.duty) ?? 0),
    }))
    .filter((m) => m.minutes > 0)
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, 3)

function isSeen(seat: NamedSeat, among: Seen): boolean {
  if (among.stores === null) return true
  if (seat.store !== null) return among.stores.includes(seat.store)
  return seat.area !== null && (among.areas ?? []).includes(seat.area)
}
