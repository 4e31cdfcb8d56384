import type { Db } from '../../../platform/database/database.ts'
import { companyWide } from '../../../platform/kinds/id.ts'
import type { Done } from '../../../platform/server/outcome.ts'
import { seatOf } from '../../organization/shape.ts'
import { editionOn, firstDayOf } from '../edition-tables.ts'
import { discharge, isClosed, reopen } from '../proof-tables.ts'
import { actedAs, instanceFor } from '../rules.ts'
import { seatIn, seatPlaces } from '../seat-tables.ts'
import type { Clause, Edition } from '../shape.ts'
import { insertDue } from '../tables.ts'
import { dischargedBy, type OwnOpen, openOwn } from './own-tables.ts'
import { periodAround } from './period-rules.ts'
import { areaOfStore } from './tables.ts'
import { type About, type Way, type WayName, waysOf, waysUndoneBy } from './ways.ts'

/**
 * Duties of the company's own, heard beside the shipped ones: an act discharges, of each clause that it proves, the day that
 * it is about, or the longest-owed period that has opened. What took its record back makes it due again. True when it may
 * have changed what is due.
 */
export async function hearOwn(
  db: Db,
  done: Done,
  editionsNow: () => Promise<readonly Edition[]>,
): Promise<boolean> {
  const undone = waysUndoneBy(done.action)
  const proving = waysOf(done.action)
  if (undone.length + proving.length === 0) return false
  let isChanged = false
  for (const [, way] of undone)
    for (const { action, record } of way.undone)
      if (action === done.action) isChanged = (await takeBack(db, done, way, record(done))) || isChanged
  if (proving.length === 0) return isChanged
  const editions = await editionsNow()
  for (const [name, way] of proving) {
    const about = way.about(done)
    const asked = clausesProvedBy(editions, name)
    if (!about || asked.length === 0) continue
    await prove(db, done, name, about, asked, editions)
    isChanged = true
  }
  return isChanged
}

async function takeBack(db: Db, done: Done, way: Way, record: string): Promise<boolean> {
  const because = { at: done.now, by: done.actor.person, action: done.action, why: null }
  const discharged = await dischargedBy(db, way.action, record)
  for (const { period, ...key } of discharged) await reopen(db, { ...key, periods: [period] }, because)
  return discharged.length > 0
}

/** Each own clause that the way proves in any edition, in the words of the latest that has it. */
function clausesProvedBy(editions: readonly Edition[], way: WayName): Clause[] {
  const byDuty = new Map<string, Clause>()
  for (const edition of [...editions].reverse())
    for (const clause of edition.clauses.values())
      if (clause.own?.provedBy === way) byDuty.set(clause.duty, clause)
  return [...byDuty.values()]
}

type Seat = { store: string } | { area: string } | 'company'

async function prove(
  db: Db,
  done: Done,
  way: WayName,
  about: About,
  asked: readonly Clause[],
  editions: readonly Edition[],
): Promise<void> {
  for (const clause of asked) {
    const seat = await seatFor(db, done, clause, about)
    if (!seat) continue
    const { store, seat: seatId } = seatIn(seat)
    const as = actedAs(done.actor, clause.position, clause.standIns, seatId)
    if (!as || (clause.own!.each && as.role === 'substitute')) continue
    const holder = clause.own!.each ? (as.onBehalfOf ?? done.actor.person) : companyWide
    await makeWhatIsMissing(db, done, clause, seat, holder, about, editions)
    const key = { store, seat: seatId, holder, duty: clause.duty }
    const open = await openOwn(db, key, way, done.now)
    const periods = answered(open, about, done).map((one) => one.period)
    if (periods.length === 0) continue
    await discharge(
      db,
      { ...key, periods },
      {
        at: done.now,
        by: done.actor.person,
        ...as,
        action: done.action,
        record: done.record,
        proofStore: done.store ?? companyWide,
      },
    )
  }
}

/** Of the days the one that the act is about; of longer periods the one that has been owed longest, else the one around that day. */
function answered(open: readonly OwnOpen[], about: About, done: Done): OwnOpen[] {
  const daily = open.find((i) => i.cadence === 'day' && i.period.split('#')[0] === about.day)
  const longer = open.filter((i) => i.cadence !== 'day')
  const oldest =
    longer.find((i) => new Date(i.opensAt) <= done.now) ??
    longer.find((i) => i.period.split('#')[0] === periodAround(i.cadence, about.day))
  return [...(daily ? [daily] : []), ...(oldest ? [oldest] : [])]
}

/** The act may come before its window has opened, or before the day was worked out: then the instance is made now. */
async function makeWhatIsMissing(
  db: Db,
  done: Done,
  clause: Clause,
  seat: Seat,
  holder: string,
  about: About,
  editions: readonly Edition[],
): Promise<void> {
  const edition = editionOn(editions, done.day)
  const worded = edition?.clauses.get(clause.duty)
  const [place] = await seatPlaces(db, [seatIn(seat).seat])
  const first = firstDayOf(editions)
  if (!edition || !worded || !place || !first) return
  for (const timing of worded.calendar) {
    if (timing.every === 'event' || timing.every === 'standing') continue
    const due = instanceFor(worded, place, periodAround(timing.every, about.day))
    if (!due || due.day < edition.from || due.day < first) continue
    if (due.cadence === 'day' && (await isClosed(db, due.store, due.day))) continue
    await insertDue(db, edition.id, [{ ...due, holder }], done.now)
  }
}

/** A store's act is its area manager's at the area that the store belongs to. */
async function seatFor(db: Db, done: Done, clause: Clause, about: About): Promise<Seat | undefined> {
  const level = seatOf[clause.position]
  if (level === 'company') return 'company'
  const store = about.store ?? done.store
  if (level === 'store') return store ? { store } : undefined
  const area = about.area ?? (store ? await areaOfStore(db, store, done.day) : done.area)
  return area ? { area } : undefined
}
