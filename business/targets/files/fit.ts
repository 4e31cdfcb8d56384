import { type Day, daysOf, type Month } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal } from '../../../platform/kinds/refusal.ts'
import { lockedCells, monthSums, twelve } from '../rules.ts'
import type { MatrixLine } from '../shape.ts'
import { splitMonth } from '../split/days.ts'
import { splitColumns } from '../split/margins.ts'
import type { SplitWhy } from '../split/words.ts'

/** Months in which lines do not come to what they were given, and by how much. */
export const monthsOff = (lines: readonly MatrixLine[], given: readonly Money[]) =>
  monthSums(lines).flatMap((sum, m) => (sum === given[m] ? [] : [{ month: m + 1, by: sum - given[m]! }]))

/** The same proportions in each month, so that every month comes to what was given; months that are over stay. */
export function fitMonths(
  lines: readonly MatrixLine[],
  given: readonly Money[],
  frozen: number,
): MatrixLine[] | Refusal<SplitWhy> {
  const over = lines.flatMap((line) => twelve.slice(0, frozen).map((month) => ({ child: line.child, month })))
  const cells = splitColumns({
    rows: lines.map((line) => ({ key: line.child })),
    columns: twelve.map((month, m) => ({ key: String(month).padStart(2, '0'), total: given[m]! })),
    weights: lines.map((line) => line.months),
    locked: lockedCells(lines, over),
  })
  return isRefusal(cells) ? cells : lines.map((line, i) => ({ child: line.child, months: cells[i]! }))
}

/** The same proportions over the days ahead, so that the month comes to its target. */
export function fitDays(
  month: Month,
  days: readonly Money[],
  total: Money,
  today: Day,
): Money[] | Refusal<SplitWhy> {
  const all = daysOf(month)
  const split = splitMonth({
    total,
    days: all.map((day, d) => ({ day, weight: days[d]! })),
    elapsed: { today, before: all.map((day, d) => ({ day, amount: days[d]! })) },
  })
  return isRefusal(split) ? split : split.map((d) => d.amount)
}
