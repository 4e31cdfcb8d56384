import type { Db } from '../../platform/database/database.ts'
import { companyWide } from '../../platform/kinds/id.ts'
import type { Done } from '../../platform/server/outcome.ts'
import { type Duties, type LiveDuty, shipped } from './catalogue/catalogue.ts'
import type { Deed } from './catalogue/proofs.ts'
import { reviews } from './catalogue/reviews.ts'
import { hearChange } from './changes.ts'
import { editionOn, findEditions, firstDayOf } from './edition-tables.ts'
import { hearOwn } from './editions/hear.ts'
import { periodsAsked } from './editions/period-rules.ts'
import {
  discharge,
  finder,
  hasDayTarget,
  type InstanceKey,
  instanceOf,
  isClosed,
  type ProvedBy,
  recordOversight,
  reopen,
} from './proof-tables.ts'
import { raiseAll } from './raise.ts'
import { type ActedAs, actedAs, instanceFor } from './rules.ts'
import { seatIn, seatPlaces } from './seat-tables.ts'
import type { Clause, Edition } from './shape.ts'
import { insertDue } from './tables.ts'

/**
 * Hears what was done, in the same transaction: makes the duties that it raises, discharges those that the act's records
 * prove, takes discharges back that they no longer do, and mirrors an area's own reviews as looking-after. Areas do not
 * know that it listens. Answers what open pages are told when it changed anything.
 */
export async function hearDone(
  db: Db,
  done: Done,
  duties: Duties = shipped,
): Promise<'duties.changed' | undefined> {
  const isReview = Object.hasOwn(reviews, done.action)
  let isChanged = isReview
  if (isReview) await mirrorReview(db, done, done.action as keyof typeof reviews)
  const find = finder(db)
  let editions: Promise<Edition[]> | undefined
  const editionsNow = (): Promise<Edition[]> => {
    editions ??= findEditions(db)
    return editions
  }
  for (const { duty, raising } of duties.raisedBy.get(done.action) ?? []) {
    const raised = await raising.raises(find, done)
    if (raised.length > 0) await raiseAll(db, done, duty, raised, await editionsNow())
    isChanged ||= raised.length > 0
  }
  for (const { duty, proof } of duties.proofsOf.get(done.action) ?? []) {
    const deeds = await proof.deeds(find, done)
    for (const deed of deeds) await apply(db, done, duty, deed, await editionsNow())
    isChanged ||= deeds.length > 0
  }
  const isOwnChanged = await hearOwn(db, done, editionsNow)
  const isRearranged = await hearChange(db, done)
  return isChanged || isOwnChanged || isRearranged ? 'duties.changed' : undefined
}

async function apply(
  db: Db,
  done: Done,
  duty: LiveDuty,
  named: Deed,
  editions: readonly Edition[],
): Promise<void> {
  if (editions.length === 0) return
  const deed = asAsked(named, editionOn(editions, done.day)?.clauses.get(duty.id))
  const { store, seat } = seatIn(deed.seat)
  const key: InstanceKey = {
    store,
    duty: duty.id,
    seat,
    holder: deed.person ?? companyWide,
    periods: deed.periods,
  }
  if (!deed.holds) {
    await reopen(db, key, { at: done.now, by: done.actor.person, action: done.action, why: null })
    return
  }
  const standIns = editionOn(editions, done.day)?.clauses.get(duty.id)?.standIns ?? duty.standIns
  const as: ActedAs | undefined = deed.person
    ? { role: 'holder', onBehalfOf: null }
    : deed.doneBy
      ? roleOf(deed.doneBy)
      : actedAs(done.actor, duty.position, standIns, seat)
  if (!as) return
  const proved: ProvedBy = {
    at: done.now,
    by: deed.person ?? deed.doneBy?.person ?? done.actor.person,
    ...as,
    action: done.action,
    record: done.record,
    proofStore: done.store ?? companyWide,
  }
  const found = await discharge(db, key, proved)
  // As a rule it is there. Only where a period is not, or is done already, is it looked into whether it must be made.
  if (found.length === deed.periods.length || duty.isResult) return
  await makeWhatIsMissing(db, editions, duty, deed, done)
  await discharge(db, key, proved)
}

function roleOf({ onBehalfOf }: NonNullable<Deed['doneBy']>): ActedAs {
  return onBehalfOf === null ? { role: 'holder', onBehalfOf } : { role: 'delegate', onBehalfOf }
}

/** Where the company asks for it by the week, what is proved for a day counts for its week. */
const asAsked = (deed: Deed, clause: Clause | undefined): Deed =>
  clause
    ? { ...deed, periods: [...new Set(deed.periods.flatMap((p) => periodsAsked(clause.calendar, p)))] }
    : deed

/** Work done before its window opened counts: the instance is made now, and found there when the window comes. */
async function makeWhatIsMissing(
  db: Db,
  editions: readonly Edition[],
  duty: LiveDuty,
  deed: Deed,
  done: Done,
): Promise<void> {
  const [place] = await seatPlaces(db, [seatIn(deed.seat).seat])
  const first = firstDayOf(editions)
  if (!place || !first) return
  for (const period of deed.periods) {
    const edition = editionOn(editions, done.day) ?? editions.at(-1)!
    const clause = edition.clauses.get(duty.id)
    const due = clause && instanceFor(clause, place, period)
    if (!due || due.day < first) continue
    if (due.cadence === 'day' && (await isClosed(db, due.store, due.day))) continue
    if (deed.person && due.cadence === 'day' && !(await hasDayTarget(db, due.store, deed.person, due.day)))
      continue
    await insertDue(db, edition.id, [{ ...due, holder: deed.person ?? due.holder }], done.now)
  }
}

async function mirrorReview(db: Db, done: Done, action: keyof typeof reviews): Promise<void> {
  const { store: inStore, words } = done.input as { store?: string; words?: string }
  const { duties, kind, of } = reviews[action]
  const { holder, periods, area, duties: ones = duties } = of(done.input, done.answer)
  const { store, seat } = seatIn(area ? { area } : { store: inStore! })
  const { actor, now } = done
  for (const duty of ones) {
    const instance = await instanceOf(db, { store, seat, duty, holder, periods })
    if (!instance) continue
    await recordOversight(db, {
      store,
      instance: instance.id,
      kind,
      by: actor.person,
      at: now,
      words: words ?? null,
    })
  }
}
