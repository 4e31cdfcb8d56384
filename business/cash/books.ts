import type { Db } from '../../platform/database/database.ts'
import { addDays, type Day } from '../../platform/kinds/day.ts'
import { add, type Money, subtract, zero } from '../../platform/kinds/money.ts'
import { listCalendarDays } from '../organization/calendar/tables.ts'
import { lastCounted } from './count-tables.ts'
import { calendarAhead, dueOf } from './deposit-rules.ts'
import { findTerms, zoneOf } from './deposit-tables.ts'
import {
  balances,
  type Cause,
  enter,
  findTill,
  type Till,
  takingsEntered,
  takingsSold,
} from './ledger-tables.ts'
import { takingsToEnter } from './rules.ts'
import type { CashPlace, Entry } from './shape.ts'

/** Tickets of so many days back are still looked at for what came later. */
const lookBack = 14

/** What the tickets say and the books do not yet, until a day: from the last count on and a little before. */
async function takingsMissing(db: Db, store: string, till: Till, day: Day): Promise<Entry[]> {
  const back = addDays(day, -lookBack)
  const counted = (await lastCounted(db, store)) ?? till.begunOn
  const since = counted < back ? counted : back
  const from = since > till.begunOn ? since : till.begunOn
  const sold = await takingsSold(db, store, from, day)
  return takingsToEnter(sold, await takingsEntered(db, store, from, day))
}

/** Brings the till's books up to what the tickets say until a day. The till is held. */
export const bringUpToDate = async (
  db: Db,
  store: string,
  till: Till,
  day: Day,
  cause: Cause,
): Promise<void> => enter(db, store, await takingsMissing(db, store, till, day), cause)

export const cashIn = async (db: Db, store: string, place: CashPlace): Promise<Money> =>
  (await balances(db, store, place)).get('cash') ?? zero

/** Cash that should lie in the drawer just now, what the books have not entered yet included; null where the store keeps none. */
export async function drawerNow(db: Db, store: string, day: Day): Promise<Money | null> {
  const till = await findTill(db, store)
  if (!till) return null
  const missing = (await takingsMissing(db, store, till, day)).filter((e) => e.tender === 'cash')
  return missing.reduce(
    (all, e) => (e.to === 'till' ? add(all, e.amount) : subtract(all, e.amount)),
    await cashIn(db, store, 'till'),
  )
}

/** By when a day's cash of a store is to be paid in. */
export async function dueFor(db: Db, store: string, day: Day): Promise<{ day: Day; at: Date }> {
  const marked = await listCalendarDays(db, day, addDays(day, calendarAhead))
  return dueOf(day, await findTerms(db), new Map(marked.map((m) => [m.day, m.kind])), await zoneOf(db, store))
}
