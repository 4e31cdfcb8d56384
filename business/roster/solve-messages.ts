import type { NoMonth } from './draft.ts'
import type { RosterGrid, RosterProblem, RosterProgress, SolvedRoster, SolveSettings } from './shape.ts'

/** What the solving thread is started with. `stop[0]` set to 1 ends it with the best so far. */
export interface SolveOrder {
  readonly problem: RosterProblem
  readonly settings: SolveSettings
  readonly stop: Int32Array
}
export type FromSolver =
  | { readonly say: 'progress'; readonly progress: RosterProgress; readonly grid: RosterGrid }
  | { readonly say: 'solved'; readonly solved: SolvedRoster }
  | { readonly say: 'noMonth'; readonly noMonth: NoMonth }
