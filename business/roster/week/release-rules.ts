import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { type Breach, isHard } from './legal-rules.ts'
import { type Cell, type ReleasedCell, type Shift, type Swap, type SwapState, swapMayWhen } from './shape.ts'

/** So many weeks ahead a roster may be made; what lies before the week of today stays as it was. */
export const weeksAhead = 6

export function checkWeek(week: Day, thisWeek: Day): Refusal<'weekOver' | 'weekFar'> | undefined {
  if (week < thisWeek) return refuse('weekOver', {}, 'week')
  if (week > addDays(thisWeek, 7 * weeksAhead)) return refuse('weekFar', { weeks: weeksAhead }, 'week')
  return undefined
}

/** Days that are over hold what was released; the rest follows the draft. */
export function cellsToRelease(
  draft: readonly Cell[],
  held: readonly ReleasedCell[],
  shifts: readonly Shift[],
  today: Day,
): ReleasedCell[] {
  const isFirst = held.length === 0
  const past = isFirst ? [] : held.filter((c) => c.day < today)
  return [...past, ...draft.filter((c) => isFirst || c.day >= today).flatMap((c) => asReleased(c, shifts))]
}
function asReleased(cell: Cell, shifts: readonly Shift[]): ReleasedCell[] {
  const shift = shifts.find((s) => s.code === cell.code)
  return shift ? [{ ...shift, ...cell }] : []
}

export function checkRelease(
  breaches: readonly Breach[],
  cells: readonly ReleasedCell[],
  of: { readonly version: number; readonly why: string | null },
): Refusal<'breaches' | 'nobodyWorks' | 'whyMissing'> | undefined {
  if (cells.length === 0) return refuse('nobodyWorks')
  const hard = breaches.filter(isHard)
  if (hard.length > 0) return refuse('breaches', { count: hard.length })
  return of.version > 1 && of.why === null ? refuse('whyMissing', {}, 'why') : undefined
}

export function swapState(swap: Swap): SwapState {
  if (swap.withdrawnAt !== null) return 'withdrawn'
  if (swap.approved !== null) return swap.approved ? 'approved' : 'declined'
  if (swap.taken === null) return 'asked'
  return swap.taken ? 'taken' : 'refused'
}
export const swapMay = (swap: Swap, act: keyof typeof swapMayWhen): boolean =>
  (swapMayWhen[act] as readonly SwapState[]).includes(swapState(swap))

/** Two people's days exchanged: on either day each has what the other had. */
export function swapped(cells: readonly Cell[], a: string, b: string, days: readonly Day[]): Cell[] {
  return cells.map((c) =>
    !days.includes(c.day) || (c.person !== a && c.person !== b)
      ? c
      : { ...c, person: c.person === a ? b : a },
  )
}
