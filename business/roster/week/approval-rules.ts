import { type Day, daysBetween } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import type { ApprovalState, ApprovalTerms, CoveredPosition } from './approval-shape.ts'

/** An authority takes weeks to decide: so long before its end an approval is asked for anew. Days. */
export const warnBefore = 60
/** Approvals are given for a year or two; what is longer was mistyped. Days. */
export const longestApproval = 1_100

export interface Held extends ApprovalTerms {
  /** The first day on which it no longer holds, where it was ended early. */
  readonly endedOn: Day | null
}
const lastOf = (a: Held): Day => (a.endedOn !== null && a.endedOn <= a.to ? a.endedOn : a.to)
const isOverOn = (a: Held, day: Day): boolean => a.to < day || (a.endedOn !== null && a.endedOn <= day)

export function approvalState(a: Held, today: Day): ApprovalState {
  if (isOverOn(a, today)) return 'over'
  if (a.from > today) return 'coming'
  return daysBetween(today, lastOf(a)) < warnBefore ? 'ending' : 'holds'
}
export const covers = (a: Pick<ApprovalTerms, 'positions'>, position: CoveredPosition): boolean =>
  a.positions === null || a.positions.includes(position)
/** The approval that holds for a position among those of its store on a day. */
export const approvalFor = <A extends ApprovalTerms>(
  approvals: readonly A[],
  position: CoveredPosition,
): A | undefined => approvals.find((a) => covers(a, position))

export function checkSpan({ from, to }: { readonly from: Day; readonly to: Day }) {
  if (to < from) return refuse('endsBefore', {}, 'to')
  return daysBetween(from, to) > longestApproval ? refuse('approvalLong', {}, 'to') : undefined
}
/** In one store no position is covered by two approvals on one day: nobody could say over what her hours count. */
export function overlapsIn(next: ApprovalTerms, standing: readonly Held[]): Held | undefined {
  return standing.find(
    (a) =>
      a.from <= next.to &&
      a.to >= next.from &&
      (a.endedOn === null || a.endedOn > next.from) &&
      (a.positions === null || next.positions === null || a.positions.some((p) => covers(next, p))),
  )
}
