import { type Day, daysBetween } from '../../platform/kinds/day.ts'
import { add, cents, type Money, negate, subtract, sum, times, zero } from '../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../platform/kinds/refusal.ts'
import { type Tender, tenders } from '../sales/tickets/shape.ts'
import type { CashPlace, CountLine, Entry, EntryKind, Piece } from './shape.ts'

/** Notes and coins (面额) by currency, in cents, from the largest down. */
const pieceValues: Readonly<Record<string, readonly number[]>> = {
  CNY: [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10],
}
export const denominations = (currency: string): readonly number[] =>
  pieceValues[currency] ?? pieceValues.CNY!

/** So many days back a day may still be counted. */
export const countableDays = 7

/** What a pile of notes and coins is worth. */
export const worth = (pieces: readonly Piece[]): Money =>
  sum(pieces.map((p) => times(cents(p.value), p.pieces)))

export const differenceOf = (line: CountLine): Money => subtract(line.counted, line.expected)

/** Where a tender goes once it is counted: cash into the safe, cards and phones are owed by their services. */
export function goesTo(tender: Tender): CashPlace {
  if (tender === 'cash') return 'safe'
  if (tender === 'mallTill') return 'mall'
  return tender === 'card' || tender === 'wechat' || tender === 'alipay' ? 'acquirer' : 'company'
}

/** A signed amount from one place to another, as an entry; none for nothing. */
export function entry(
  kind: EntryKind,
  day: Day,
  tender: Tender,
  [from, to]: readonly [CashPlace, CashPlace],
  amount: Money,
): Entry[] {
  if (amount === 0) return []
  return amount > 0
    ? [{ kind, day, tender, from, to, amount }]
    : [{ kind, day, tender, from: to, to: from, amount: negate(amount) }]
}
export const undone = (entries: readonly Entry[]): Entry[] =>
  entries.map((e) => ({ ...e, from: e.to, to: e.from, kind: 'undo' }))

/** What entries leave in a place of one tender. */
export const balanceOf = (entries: readonly Entry[], place: CashPlace, tender: Tender): Money =>
  sum(
    entries
      .filter((e) => e.tender === tender)
      .map((e) => (e.to === place ? e.amount : e.from === place ? negate(e.amount) : zero)),
  )

/** What tickets say was taken and the books do not hold yet: the difference of each tender, signed. */
export function takingsToEnter(
  sold: readonly { day: Day; tender: Tender; amount: Money }[],
  entered: readonly { day: Day; tender: Tender; amount: Money }[],
): Entry[] {
  const missing = new Map<string, { day: Day; tender: Tender; amount: Money }>()
  for (const [list, sign] of [
    [sold, 1],
    [entered, -1],
  ] as const)
    for (const { day, tender, amount } of list) {
      const key = `${day} ${tender}`
      const before = missing.get(key)?.amount ?? zero
      missing.set(key, { day, tender, amount: add(before, sign === 1 ? amount : negate(amount)) })
    }
  return [...missing.values()].flatMap((m) => entry('takings', m.day, m.tender, ['sales', 'till'], m.amount))
}

/** A count against the books: what each tender should be and is. Tenders with neither are left out, cash never. */
export function linesOf(
  inTill: ReadonlyMap<Tender, Money>,
  counted: ReadonlyMap<Tender, Money>,
): CountLine[] {
  return tenders
    .map((tender) => ({ tender, expected: inTill.get(tender) ?? zero, counted: counted.get(tender) ?? zero }))
    .filter((line) => line.tender === 'cash' || line.expected !== 0 || line.counted !== 0)
}

/** Counted cash beyond the float goes into the safe; where there is less, all of it stays in the till. */
export const toSafe = (counted: Money, float: Money): Money => cents(Math.max(0, counted - float))

/** What a count enters: over and short, then each tender on its way; afterwards the till holds its float and nothing else. */
export function countEntries(day: Day, lines: readonly CountLine[], float: Money): Entry[] {
  return lines.flatMap((line) => [
    ...entry('variance', day, line.tender, ['difference', 'till'], differenceOf(line)),
    ...entry(
      'moved',
      day,
      line.tender,
      ['till', goesTo(line.tender)],
      line.tender === 'cash' ? toSafe(line.counted, float) : line.counted,
    ),
  ])
}

export type NotCounted =
  | 'tillNotBegun'
  | 'dayAhead'
  | 'dayTooOld'
  | 'laterDayCounted'
  | 'changedMeanwhile'
  | 'alreadyDeposited'
  | 'alreadyClosed'
  | 'alreadyMatched'
/** Whether a day may be counted, or counted again, now. */
export function checkCount(
  till: { begunOn: Day; lastCounted: Day | null } | undefined,
  day: Day,
  today: Day,
  basedOn: number,
  before: { version: number; isDeposited: boolean; isClosed: boolean; isMatched: boolean } | undefined,
): Refusal<NotCounted> | undefined {
  if (!till) return refuse('tillNotBegun')
  if (day > today) return refuse('dayAhead', { day }, 'day')
  if (day < till.begunOn || daysBetween(day, today) > countableDays)
    return refuse('dayTooOld', { day }, 'day')
  if (till.lastCounted && till.lastCounted > day) return refuse('laterDayCounted', { day: till.lastCounted })
  if (basedOn !== (before?.version ?? 0)) return refuse('changedMeanwhile')
  if (before?.isDeposited) return refuse('alreadyDeposited', { day })
  if (before?.isClosed) return refuse('alreadyClosed')
  return before?.isMatched ? refuse('alreadyMatched') : undefined
}

/** Cash leaves a place only as far as it is there. The till's own figure is not told: it is counted blind. */
export const checkEnough = <const Why extends string>(
  why: Why,
  held: Money,
  amount: Money,
  facts: Readonly<Record<string, unknown>> = {},
): Refusal<Why> | undefined => (amount > held ? refuse(why, facts, 'amount') : undefined)

/** A float as newly set: what has to move, from the company or the safe; less than before goes back there. */
export const floatEntries = (day: Day, was: Money, now: Money, from: 'company' | 'safe'): Entry[] =>
  entry('float', day, 'cash', [from, 'till'], subtract(now, was))
