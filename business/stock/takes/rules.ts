import { addMonths, type Day, dayOfMonth, type Month, monthOf } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { mayWhen, type TakeLine, type TakeState, type Variance } from './shape.ts'

export function may(what: keyof typeof mayWhen, state: TakeState): Refusal<'notNow'> | undefined {
  return (mayWhen[what] as readonly TakeState[]).includes(state) ? undefined : refuse('notNow')
}

/** In the first ten days of a month it is the month before that is closed. */
export const monthOfTake = (today: Day): Month =>
  dayOfMonth(today) <= 10 ? addMonths(monthOf(today), -1) : monthOf(today)
export function checkMonth(month: Month, today: Day): Refusal<'monthFar'> | undefined {
  return month > monthOf(today) || month < addMonths(monthOf(today), -1)
    ? refuse('monthFar', {}, 'month')
    : undefined
}

/** When a phone says it counted: not before the take began, and not later than now, whatever its clock says. */
export const momentOf = (said: string, begun: Date, now: Date): Date =>
  new Date(Math.max(begun.getTime(), Math.min(Date.parse(said), now.getTime())))

/** A difference of this value and more is counted a second time, whoever counted first (in cents, by the tag). */
export const recountFrom = 100_000 as Money

type Counted = Pick<TakeLine, 'counted' | 'expected' | 'tagPrice'>
export const differenceOf = (line: Counted): number => line.counted - line.expected
export const worthOf = (line: Counted): Money => (differenceOf(line) * line.tagPrice) as Money
/** Whether a line has to be counted again before the take is handed up: the books moved under it, or much is at stake. */
export const mustRecount = (line: TakeLine): boolean =>
  line.unclear || (!line.recounted && Math.abs(worthOf(line)) >= recountFrom)

/** What a line still asks for: to be counted again, a cause, or nothing more. */
export type LinePart = 'again' | 'explain' | 'settled'
export const partOf = (line: TakeLine): LinePart =>
  mustRecount(line) ? 'again' : differenceOf(line) !== 0 && line.cause === null ? 'explain' : 'settled'
/** How many lines ask for what, of those that differ or once did. */
export function partsOf(lines: readonly TakeLine[]): Record<LinePart, number> {
  const parts = { again: 0, explain: 0, settled: 0 }
  for (const l of lines) if (differenceOf(l) !== 0 || l.unclear || l.recounted) parts[partOf(l)]++
  return parts
}

/** What stands in the way of handing a take up. */
export function checkSubmitted(
  lines: readonly TakeLine[],
): Refusal<'recountFirst' | 'causeMissing'> | undefined {
  const { again, explain } = partsOf(lines)
  if (again > 0) return refuse('recountFirst', { n: again })
  return explain > 0 ? refuse('causeMissing', { n: explain }) : undefined
}

export function varianceOf(lines: readonly Counted[]): Variance {
  let [pieces, differing, short, over, shortValue, overValue] = [0, 0, 0, 0, 0, 0]
  for (const line of lines) {
    const difference = differenceOf(line)
    pieces += line.counted
    if (difference !== 0) differing++
    if (difference < 0) {
      short += difference
      shortValue += worthOf(line)
    } else {
      over += difference
      overValue += worthOf(line)
    }
  }
  return {
    skus: lines.length,
    pieces,
    differing,
    short,
    over,
    shortValue: shortValue as Money,
    overValue: overValue as Money,
  }
}
