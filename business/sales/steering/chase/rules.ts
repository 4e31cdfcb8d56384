import { type Day, monthOf } from '../../../../platform/kinds/day.ts'
import { sum } from '../../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'
import { byWinBack } from '../rules.ts'
import type { Standing } from '../shape.ts'
import type { ChaseLine, CloseMonthInput, LineInput, ListInput, StoreMonth } from './shape.ts'

export type NotFiled = 'dayOver' | 'dayAhead' | 'twice' | 'notHere' | 'measureMissing'
/** Names of what is missing, for the sentence; the ids, so that the page marks them. */
type NameOf = (seat: { name: string; nameEn: string | null }) => string
const listed = 5

/**
 * Whether a list may be handed in: on its own day, each seat once and within reach, and every one that is behind with a
 * measure. Nothing behind and nothing written is a list, too: it keeps the figures that were seen.
 */
export function checkList(
  { day, lines }: Pick<ListInput, 'day' | 'lines'>,
  standing: readonly Standing[],
  today: Day,
  nameOf: NameOf,
): Refusal<NotFiled> | undefined {
  if (day < today) return refuse('dayOver', { day }, 'day')
  if (day > today) return refuse('dayAhead', { day }, 'day')
  const seats = new Map(standing.map((s) => [s.seat, s]))
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (seen.has(line.seat)) return refuse('twice', {}, `lines.${i}.seat`)
    if (!seats.has(line.seat)) return refuse('notHere', {}, `lines.${i}.seat`)
    seen.add(line.seat)
  }
  const missing = standing.filter((s) => s.behind && !isSaid(lines.find((l) => l.seat === s.seat)))
  if (missing.length === 0) return undefined
  const at = lines.findIndex((l) => l.seat === missing[0]!.seat)
  return refuse('measureMissing', named(missing, nameOf), at < 0 ? 'lines' : `lines.${at}.measure`)
}

const named = (missing: readonly (Standing | StoreMonth)[], nameOf: NameOf) => ({
  count: missing.length,
  names: missing.slice(0, listed).map(nameOf).join('、') + (missing.length > listed ? '…' : ''),
  seats: missing.map((s) => s.seat),
})
const isSaid = (line: Pick<LineInput, 'measure' | 'words'> | undefined): boolean =>
  line !== undefined && (line.measure !== null || (line.words?.length ?? 0) >= 2)

/** The lines as they are kept: every one that is behind, and whatever else somebody wrote about; first what can be won back. */
export function linesOf(
  lines: readonly LineInput[],
  standing: readonly Standing[],
  directives: ReadonlyMap<string, string>,
): ChaseLine[] {
  return [...standing].sort(byWinBack).flatMap((s): ChaseLine[] => {
    const line = lines.find((l) => l.seat === s.seat)
    if (!line || !isSaid(line)) return []
    const { seat, cause, measure, words } = line
    return [
      {
        seat,
        behind: s.behind,
        figures: s.figures,
        cause,
        measure,
        words,
        directive: directives.get(seat) ?? null,
      },
    ]
  })
}

export type NotClosed = 'monthRuns' | 'twice' | 'notHere' | 'wordMissing'
/** A month is summed up once it is over, with a word for every store that did not reach it. */
export function checkClose(
  { month, lines }: Pick<CloseMonthInput, 'month' | 'lines'>,
  stores: readonly StoreMonth[],
  today: Day,
  nameOf: NameOf,
): Refusal<NotClosed> | undefined {
  if (month >= monthOf(today)) return refuse('monthRuns', {}, 'month')
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (seen.has(line.seat)) return refuse('twice', {}, `lines.${i}.seat`)
    if (!stores.some((s) => s.seat === line.seat)) return refuse('notHere', {}, `lines.${i}.seat`)
    seen.add(line.seat)
  }
  const missing = stores.filter(
    (s) => isShort(s) && (lines.find((l) => l.seat === s.seat)?.words?.length ?? 0) < 2,
  )
  if (missing.length === 0) return undefined
  const at = lines.findIndex((l) => l.seat === missing[0]!.seat)
  return refuse('wordMissing', named(missing, nameOf), at < 0 ? 'lines' : `lines.${at}.words`)
}

const aimed = (s: StoreMonth): boolean => s.target !== null && s.target > 0
export const hasReached = (s: StoreMonth): boolean => aimed(s) && s.net >= s.target!
export const isShort = (s: StoreMonth): boolean => aimed(s) && s.net < s.target!

/** What the month came to over the stores with a target. */
export function monthTogether(stores: readonly StoreMonth[]) {
  const counted = stores.filter(aimed)
  return {
    net: sum(counted.map((s) => s.net)),
    target: sum(counted.map((s) => s.target!)),
    stores: counted.length,
    reached: counted.filter(hasReached).length,
    withoutTarget: stores.length - counted.length,
  }
}
