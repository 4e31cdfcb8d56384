import { refuse } from '../../../platform/kinds/refusal.ts'
import type { FindingState, ItemScore, Points, VisitItem, VisitorPosition } from './shape.ts'

/** In which position a visit is corrected. */
export type CorrectorPosition = 'operationsDirector' | 'generalManager'

export interface ScoreChange {
  readonly code: string
  readonly before: Points
  readonly after: Points
}
/** What is scored differently from how it stands. */
export const changesOf = (
  standing: readonly ItemScore[],
  asked: readonly { readonly code: string; readonly points: Points }[],
): ScoreChange[] =>
  asked.flatMap(({ code, points }) => {
    const now = standing.find((s) => s.code === code)
    return now && now.points !== points ? [{ code, before: now.points, after: points }] : []
  })

/** A visit is corrected by a superior of who made it, never by himself. */
export function checkCorrector(
  visit: { readonly by: string; readonly as: VisitorPosition },
  corrector: { readonly person: string; readonly positions: ReadonlySet<string> },
) {
  if (visit.by === corrector.person) return refuse('ownVisit')
  if (corrector.positions.has('generalManager')) return undefined
  return corrector.positions.has('operationsDirector') && visit.as === 'areaManager'
    ? undefined
    : refuse('superiorOnly')
}

/**
 * What the visit found stays true to its scores: in order after all, its finding is withdrawn, unless it was mended and
 * verified already; not in order is only what somebody was told of that day.
 */
export function checkCorrection(
  items: readonly VisitItem[],
  asked: readonly { readonly code: string }[],
  changes: readonly ScoreChange[],
  findings: readonly { readonly code: string; readonly state: FindingState }[],
  wasOpen: ReadonlySet<string>,
) {
  if (new Set(asked.map((a) => a.code)).size !== asked.length) return refuse('scoredTwice')
  if (asked.some((a) => !items.some((i) => i.code === a.code))) return refuse('editionChanged')
  if (changes.length === 0) return refuse('nothingChanged')
  for (const { code, after } of changes) {
    const at = `scores.${asked.findIndex((a) => a.code === code)}.points`
    const says = items.find((i) => i.code === code)!.says
    const found = findings.find((f) => f.code === code)
    if ((after === null || after === 2) && found?.state === 'verified')
      return refuse('wasVerified', { item: says }, at)
    if (after === 0 && !found && !wasOpen.has(code)) return refuse('notFoundThen', { item: says }, at)
  }
  return undefined
}
