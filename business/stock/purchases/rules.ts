import { type Day, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { cents, type Money } from '../../../platform/kinds/money.ts'
import { type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import type { CategoryCells } from '../open-to-buy/shape.ts'
import type { NewLine, OrderLine, OrderState, PlaceInput } from './shape.ts'

/** What may be bought, as the board of open to buy has it; without months nobody has planned. */
export interface Limits {
  readonly months: readonly Month[]
  readonly rows: readonly CategoryCells[]
}

/** What of each category goes beyond what may be bought in a month, at the tag price. Of a month that nobody planned there is no limit. */
export function beyondOf(
  lines: readonly Pick<NewLine, 'category' | 'pieces' | 'tag'>[],
  due: Month,
  { months, rows }: Limits,
): { readonly category: string; readonly ordered: Money; readonly beyond: Money }[] {
  const ordered = new Map<string, number>()
  for (const l of lines) ordered.set(l.category, (ordered.get(l.category) ?? 0) + l.pieces * l.tag)
  const isPlanned = months.includes(due)
  return [...ordered].map(([category, amount]) => {
    const cell = rows.find((r) => r.category === category)?.cells.find((c) => c.month === due)
    const may = Math.max(0, cell?.openToBuy ?? 0)
    return {
      category,
      ordered: cents(amount),
      beyond: cents(isPlanned ? Math.max(0, amount - may) : 0),
    }
  })
}
export const sumBeyond = (all: readonly { readonly beyond: Money }[]): Money =>
  cents(all.reduce((n, b) => n + b.beyond, 0))
/** Whoever orders beyond what may be bought says why. */
export const lacksWhy = (beyond: Money, words: string | null): boolean => beyond > 0 && !words?.trim()

export function checkOrder(
  { due, lines }: Pick<PlaceInput, 'due' | 'lines'>,
  today: Day,
): Refusal<'dueInPast' | 'colorMissing' | 'lineTwice'> | undefined {
  if (due < monthOf(today)) return refuse('dueInPast', {}, 'due')
  const seen = new Set<string>()
  for (const [i, { category, style, color }] of lines.entries()) {
    if ((style === null) !== (color === null)) return refuse('colorMissing', {}, `lines.${i}.color`)
    const key = style === null ? category : `${style} ${color}`
    if (seen.has(key)) return refuse('lineTwice', {}, `lines.${i}`)
    seen.add(key)
  }
}

/** What comes of a line is of its style-colour, or of its category where the style was open, and never more than is still to come. */
export function takeIn(
  standing: readonly OrderLine[],
  came: readonly {
    readonly line: number
    readonly pieces: number
    readonly style: string
    readonly color: string
    readonly category: string
  }[],
): Refusal<'lineUnknown' | 'notOfLine' | 'moreThanOrdered'> | Map<number, number> {
  const sums = new Map<number, number>()
  for (const [i, c] of came.entries()) {
    const line = standing.find((l) => l.line === c.line)
    if (!line) return refuse('lineUnknown', {}, `lines.${i}`)
    const isOf = line.style ? line.style === c.style && line.color === c.color : line.category === c.category
    if (!isOf) return refuse('notOfLine', {}, `lines.${i}.sku`)
    sums.set(c.line, (sums.get(c.line) ?? 0) + c.pieces)
  }
  for (const [n, pieces] of sums) {
    const { open } = standing.find((l) => l.line === n)!
    if (pieces > open) return refuse('moreThanOrdered', { open, came: pieces }, 'lines')
  }
  return sums
}

export function stateOf(
  of: { readonly open: number; readonly came: number; readonly due: Month },
  today: Day,
): OrderState {
  if (of.open > 0) return of.due < monthOf(today) ? 'late' : of.came > 0 ? 'partly' : 'open'
  return of.came > 0 ? 'came' : 'cancelled'
}
