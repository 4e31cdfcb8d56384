import { addDays, type Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { checkBegin, checkItems } from '../editions/rules.ts'
import {
  type FindingState,
  type ItemScore,
  type MoveKind,
  mayWhen,
  mostPoints,
  type VisitEdition,
  type VisitItem,
  type VisitorPosition,
  type VisitSection,
} from './shape.ts'

/** A finding is to be mended within so many days at most. */
export const longestDue = 60
/** Beyond the store's own deadline its area manager has so many hours to look at what was mended. */
export const hoursToVerify = 48
/** A store not visited for longer than this stands out. Days. */
export const longUnvisited = 30
/** What comes back is counted over so many days. */
export const recurringWithin = 180

/** How a section came to its part of the score. All but the weights are zero where nothing of it was scored. */
export interface SectionScore {
  readonly code: string
  /** Of a hundred, as the edition has it. */
  readonly weight: number
  /** Points reached and to be reached, each item's taken as often as it weighs. */
  readonly got: number
  readonly of: number
  /** Thousandths of the score: `full` were to be had, `part` were; all parts together are the score. */
  readonly part: number
  readonly full: number
}
export interface Score {
  /** Thousandths, rounded half up; null where nothing could be scored. */
  readonly total: number | null
  readonly sections: readonly SectionScore[]
}

/**
 * Within a section points weigh as their items do; sections weigh as the edition says, and those of which there is nothing
 * in the store are left out. Reckoned in whole numbers; parts are rounded so that they add up to the whole (largest
 * remainder).
 */
export function scoreOf(
  sections: readonly VisitSection[],
  items: readonly VisitItem[],
  scores: readonly ItemScore[],
): Score {
  const points = new Map(scores.map((s) => [s.code, s.points]))
  const sums = sections.map(({ code, weight }) => {
    const scored = items.filter((i) => i.section === code && (points.get(i.code) ?? null) !== null)
    const got = scored.reduce((sum, i) => sum + i.weight * points.get(i.code)!, 0)
    return { code, weight, got, of: scored.reduce((sum, i) => sum + i.weight * mostPoints, 0) }
  })
  const weighed = sums.filter((s) => s.of > 0)
  const weights = weighed.reduce((sum, s) => sum + s.weight, 0)
  if (weights === 0) return { total: null, sections: sums.map((s) => ({ ...s, part: 0, full: 0 })) }
  const exact = (s: { weight: number }, got: number, of: number): Fraction => ({
    above: BigInt(s.weight) * BigInt(got) * 1000n,
    below: BigInt(of) * BigInt(weights),
  })
  const parts = rounded(weighed.map((s) => exact(s, s.got, s.of)))
  const fulls = rounded(weighed.map((s) => exact(s, s.of, s.of)))
  return {
    total: parts.reduce((sum, p) => sum + p, 0),
    sections: sums.map((s) => {
      const at = weighed.indexOf(s)
      return { ...s, part: parts[at] ?? 0, full: fulls[at] ?? 0 }
    }),
  }
}

interface Fraction {
  readonly above: bigint
  readonly below: bigint
}
/** Whole numbers that add up to the sum of the fractions, rounded half up. */
function rounded(fractions: readonly Fraction[]): number[] {
  const below = fractions.reduce((product, f) => product * f.below, 1n)
  const scaled = fractions.map((f) => f.above * (below / f.below))
  const sum = scaled.reduce((a, b) => a + b, 0n)
  const whole = (2n * sum + below) / (2n * below)
  const floors = scaled.map((s) => s / below)
  let left = Number(whole - floors.reduce((a, b) => a + b, 0n))
  const byRemainder = scaled
    .map((s, i) => ({ i, remainder: s % below }))
    .sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : a.i - b.i))
  const result = floors.map(Number)
  for (const { i } of byRemainder) {
    if (left <= 0) break
    result[i]!++
    left--
  }
  return result
}

/** From this score on a visit went well, from the other on passably. Thousandths. */
export const goodScore = 900
export const passableScore = 800
export const toneOf = (score: number): 'done' | 'late' | 'missed' =>
  score >= goodScore ? 'done' : score >= passableScore ? 'late' : 'missed'

/** Every item scored once; what is not in order is a finding, of today or still open from before. */
export function checkScores(
  items: readonly VisitItem[],
  scores: readonly ItemScore[],
  findings: readonly { readonly code: string }[],
  open: ReadonlySet<string>,
) {
  const by = new Map(scores.map((s) => [s.code, s]))
  if (by.size !== scores.length) return refuse('scoredTwice')
  const left = items.filter((i) => !by.has(i.code)).length
  if (left > 0) return refuse('itemsLeft', { left })
  if (scores.length !== items.length) return refuse('editionChanged')
  if (scores.every((s) => s.points === null)) return refuse('nothingScored')
  const found = new Set(findings.map((f) => f.code))
  if (found.size !== findings.length) return refuse('foundTwice')
  for (const item of items) {
    const at = scores.indexOf(by.get(item.code)!)
    const { points } = scores[at]!
    if (points === 0 && !found.has(item.code) && !open.has(item.code))
      return refuse('findingMissing', { item: item.says }, `scores.${at}.points`)
  }
  return undefined
}

/** A finding is of something not in order, is not open already, names somebody of the store and a day that can be kept. */
export function checkFindings(
  items: readonly VisitItem[],
  scores: readonly ItemScore[],
  findings: readonly {
    readonly code: string
    readonly person: string
    readonly due: Day
    readonly photo: string | null
  }[],
  {
    open,
    people,
    today,
  }: { readonly open: ReadonlySet<string>; readonly people: ReadonlySet<string>; readonly today: Day },
) {
  const latest = addDays(today, longestDue)
  for (const [i, finding] of findings.entries()) {
    const item = items.find((one) => one.code === finding.code)
    const points = scores.find((s) => s.code === finding.code)?.points ?? null
    if (!item || points === null || points === mostPoints)
      return refuse('nothingWrong', { item: item?.says ?? finding.code }, `findings.${i}`)
    if (open.has(finding.code)) return refuse('openAlready', { item: item.says }, `findings.${i}`)
    if (!people.has(finding.person)) return refuse('notOfStore', {}, `findings.${i}.person`)
    if (finding.due < today || finding.due > latest)
      return refuse('dueBetween', { from: today, to: latest }, `findings.${i}.due`)
    if (item.photo && !finding.photo) return refuse('photoWanted', { item: item.says }, `findings.${i}.photo`)
  }
  return undefined
}

/**
 * Whoever found something looks at what was made of it: he himself, who holds his position now, or his superior. Nobody
 * verifies what he has mended himself.
 */
export function checkMove(
  kind: MoveKind,
  finding: { readonly state: FindingState; readonly by: string; readonly as: VisitorPosition },
  mover: { readonly person: string; readonly as: VisitorPosition | null },
  lastMender: string | null,
) {
  const from: readonly FindingState[] = mayWhen[kind]
  if (!from.includes(finding.state)) return refuse(refusals[kind])
  if (kind === 'mended') return undefined
  const isFinder = mover.person === finding.by || mover.as === finding.as || mover.as === 'operationsDirector'
  if (!isFinder) return refuse('finderOnly')
  return kind === 'verified' && lastMender === mover.person ? refuse('ownMending') : undefined
}
const refusals = {
  mended: 'mendedAlready',
  sentBack: 'notMended',
  verified: 'notMended',
  withdrawn: 'closedAlready',
} as const satisfies Record<MoveKind, string>

/** Sections of an edition make up a hundred; each item stands in one of them, and none is empty. */
export function checkEdition(
  edition: Omit<VisitEdition, 'id'>,
  today: Day,
  standing: readonly Pick<VisitEdition, 'kind' | 'from'>[],
) {
  const no = checkBegin(edition, today, standing)
  if (no) return no
  const { sections, items } = edition
  const codes = new Set(sections.map((s) => s.code))
  if (codes.size !== sections.length) return refuse('itemTwice', {}, 'sections')
  const sum = sections.reduce((total, s) => total + s.weight, 0)
  if (sum !== 100) return refuse('hundred', { sum }, 'sections')
  const astray = items.findIndex((i) => !codes.has(i.section))
  if (astray >= 0) return refuse('sectionMissing', {}, `items.${astray}.section`)
  const empty = sections.find((s) => !items.some((i) => i.section === s.code))
  if (empty) return refuse('sectionEmpty', { section: empty.says }, 'items')
  return checkItems(edition)
}
