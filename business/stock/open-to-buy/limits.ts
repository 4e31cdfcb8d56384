import type { Db } from '../../../platform/database/database.ts'
import { addMonths, type Day, firstDay, monthOf } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { comingFromMakers } from '../purchases/tables.ts'
import { boardOf } from './rules.ts'
import { type Coming, mostMonths } from './shape.ts'
import { comingNow, linesInForce, lyingNow, soldIn } from './tables.ts'

/** What may be bought now by category and month, and all that it is reckoned from. */
export async function reckonNow(db: Db, today: Day, monthsBack: number) {
  const month = monthOf(today)
  const lines = await linesInForce(db, addMonths(month, -monthsBack), addMonths(month, mostMonths))
  const first = lines.reduce((least, l) => (l.month < least ? l.month : least), month)
  const sold = lines.length === 0 ? [] : await soldIn(db, firstDay(first), today)
  const lying = await lyingNow(db, today)
  const onTheWay = await comingNow(db, today)
  const ordered = await comingFromMakers(db, today)
  return {
    lines,
    first,
    sold,
    lying,
    /** What on order is made of: makers have still to deliver it, or it is on its way to stores. */
    coming: { ordered: amountOf(ordered), onTheWay: amountOf(onTheWay) },
    ...boardOf(month, lines, lying, [...onTheWay, ...ordered], sold),
  }
}
const amountOf = (all: readonly Coming[]): Money => cents(all.reduce((n, c) => n + c.amount, 0))

/** The limits that an order is held against. */
export const limitsNow = (db: Db, today: Day) => reckonNow(db, today, 0)
