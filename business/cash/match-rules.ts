import { type Day, daysBetween } from '../../platform/kinds/day.ts'
import { cents, type Money, subtract } from '../../platform/kinds/money.ts'
import { entry } from './rules.ts'
import type { CashPlace, Entry, StatementTender } from './shape.ts'

/** What of ours a statement may show: a deposit, or what a tender took on a day. */
export interface Ours {
  readonly store: string
  readonly tender: StatementTender
  readonly day: Day
  readonly amount: Money
  /** Of deposits only. */
  readonly deposit: string | null
  readonly slip: string | null
}
export interface Theirs {
  readonly store: string
  readonly id: string
  readonly tender: StatementTender
  readonly day: Day
  readonly amount: Money
  readonly reference: string | null
}
export interface Pair {
  readonly line: Theirs
  readonly ours: Ours
}

/** A line comes at the earliest the day before (a slip dated after midnight) and at the latest so many days after. */
const [earliest, latest] = [-1, 5]

/**
 * What is certainly one: same store, tender and amount; by its reference first, else the nearest day, and only where neither side
 * could be another. What is doubtful is left to a person. The order of the lists does not matter.
 */
export function matchAll(lines: readonly Theirs[], ours: readonly Ours[]): Pair[] {
  const found: Pair[] = []
  const [left, open] = [new Set(lines), new Set(ours)]
  const take = (fits: (line: Theirs, one: Ours) => boolean): void => {
    const pairs = [...left].flatMap((line) =>
      [...open].filter((one) => isAlike(line, one) && fits(line, one)).map((one) => ({ line, ours: one })),
    )
    const certain = pairs.filter(
      (p) => !pairs.some((q) => q !== p && (q.line === p.line || q.ours === p.ours)),
    )
    for (const pair of certain) {
      left.delete(pair.line)
      open.delete(pair.ours)
      found.push(pair)
    }
  }
  take((line, one) => one.slip !== null && plain(one.slip) === plain(line.reference))
  for (let apart = 0; apart <= latest; apart++) {
    take((line, one) => daysBetween(one.day, line.day) === apart)
    if (apart === 0) take((line, one) => daysBetween(one.day, line.day) === earliest)
  }
  return found
}

const isAlike = (line: Theirs, one: Ours): boolean => {
  const apart = daysBetween(one.day, line.day)
  return (
    line.store === one.store &&
    line.tender === one.tender &&
    line.amount === one.amount &&
    apart >= earliest &&
    apart <= latest
  )
}
const plain = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Where money waits for its statement. */
export const waitsIn = (tender: StatementTender): CashPlace =>
  tender === 'cash' ? 'transit' : tender === 'mallTill' ? 'mall' : 'acquirer'

/** What a match enters: what both sides say goes to the bank, what one of them says alone is a difference. */
export function matchEntries(day: Day, tender: StatementTender, ours: Money, theirs: Money): Entry[] {
  const from = waitsIn(tender)
  return [
    ...entry('received', day, tender, [from, 'bank'], cents(Math.min(ours, theirs))),
    ...(ours > theirs
      ? entry('variance', day, tender, [from, 'difference'], subtract(ours, theirs))
      : entry('variance', day, tender, ['difference', 'bank'], subtract(theirs, ours))),
  ]
}
