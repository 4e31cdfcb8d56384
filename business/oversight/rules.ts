import { addDays, type Day, daysBetween } from '../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import type { Cause, LineInput, Matter, MatterKind, Overseen, Said } from './shape.ts'

/** An answer holds for so many days; what is still open then is asked about once more. */
export const answerHolds = 3
/** The first day of which answers still hold. */
export const heldSince = (day: Day): Day => addDays(day, 1 - answerHolds)

export const keyOf = (m: Pick<Matter, 'store' | 'kind' | 'about'>): string =>
  `${m.store} ${m.kind} ${m.about}`

const goods = ['wrongSize', 'receiptLate', 'counted', 'storeReminded', 'unknown', 'other'] as const
const money = ['ticketLate', 'terminalLate', 'mistakeFound', 'asksFinance', 'unknown', 'other'] as const
const moving = ['onItsWay', 'carrierAsked', 'storeReminded', 'unknown', 'other'] as const
/** The usual causes of each kind, likeliest first. */
export const usualCauses: Readonly<Record<MatterKind, readonly Cause[]>> = {
  negativeStock: goods,
  overShort: money,
  statement: money,
  cashOwed: ['storeReminded', 'bankClosed', 'mistakeFound', 'unknown', 'other'],
  notCounted: ['storeReminded', 'mistakeFound', 'unknown', 'other'],
  piecesOpen: ['storeReminded', 'counted', 'unknown', 'other'],
  notArrived: moving,
  notShipped: moving,
}

/** Whether a matter has to be answered on a day: it has not been within the days that an answer holds, or was on this very day. */
export const isAsked = (said: Said | null, day: Day): boolean => said === null || said.day === day
export const age = (m: Pick<Matter, 'since'>, day: Day): number => Math.max(0, daysBetween(m.since, day))

export type NotFiled =
  | 'dayOver'
  | 'dayAhead'
  | 'twice'
  | 'notHere'
  | 'causeWrong'
  | 'causeMissing'
  | 'wordsMissing'
const named = 5
/** Whether the day's list may be handed in: every matter that is asked about has a cause that fits its kind. */
export function checkList(
  day: Day,
  lines: readonly LineInput[],
  stores: readonly string[],
  open: readonly Overseen[],
  today: Day,
  nameOf: (m: Matter) => string,
): Refusal<NotFiled> | undefined {
  if (day < today) return refuse('dayOver', { day }, 'day')
  if (day > today) return refuse('dayAhead', { day }, 'day')
  const seen = new Set<string>()
  for (const [i, line] of lines.entries()) {
    if (seen.has(keyOf(line))) return refuse('twice', {}, `lines.${i}.about`)
    seen.add(keyOf(line))
    if (!stores.includes(line.store)) return refuse('notHere', {}, `lines.${i}.store`)
    if (!usualCauses[line.kind].includes(line.cause)) return refuse('causeWrong', {}, `lines.${i}.cause`)
    if (line.cause === 'other' && (line.words?.length ?? 0) < 2)
      return refuse('wordsMissing', {}, `lines.${i}.words`)
  }
  const missing = open.filter((m) => isAsked(m.said, day) && !seen.has(keyOf(m)))
  if (missing.length === 0) return undefined
  const names = [...new Set(missing.map(nameOf))]
  return refuse(
    'causeMissing',
    {
      count: missing.length,
      names: names.slice(0, named).join('、') + (names.length > named ? '…' : ''),
      matters: missing.map(keyOf),
    },
    'lines',
  )
}

/** The lines as they are kept, with what the books said. What has been put right meanwhile needs no cause any more. */
export function linesOf(lines: readonly LineInput[], open: readonly Matter[]) {
  const said = new Map(lines.map((line) => [keyOf(line), line]))
  return open.flatMap((m) => {
    const line = said.get(keyOf(m))
    return line ? [{ ...m, cause: line.cause, words: line.words }] : []
  })
}
