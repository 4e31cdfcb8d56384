import type { Counts } from './shape.ts'

export const cellStates = ['done', 'mostly', 'late', 'missed', 'overdue', 'open', 'excused'] as const
/** How one place's day was done, the worst first: a torn place must be seen before a word is read. */
export type CellState = (typeof cellStates)[number]

/** Mostly: nothing was missed, and at least nine of ten in time. */
export function cellState(c: Counts): CellState {
  if (c.missed > 0) return 'missed'
  if (c.overdue > 0) return 'overdue'
  const judged = c.inTime + c.late
  if (c.late > 0) return c.inTime / judged >= 0.9 ? 'mostly' : 'late'
  if (c.open > 0) return 'open'
  return judged > 0 ? 'done' : 'excused'
}
