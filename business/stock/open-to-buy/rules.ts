import { addMonths, type Month, monthOf } from '../../../platform/kinds/day.ts'
import { cents, type Money, portion, zero } from '../../../platform/kinds/money.ts'
import { isRefusal, type Refusal, refuse } from '../../../platform/kinds/refusal.ts'
import { splitOneWay } from '../../targets/split/one-way.ts'
import {
  type CategoryCells,
  type Cell,
  type Coming,
  type Lying,
  mostMonths,
  type PlanLine,
  type PlanState,
  type Sold,
  type SubmitInput,
} from './shape.ts'

export const monthsFrom = (from: Month, months: number): Month[] =>
  Array.from({ length: months }, (_, i) => addMonths(from, i))

/**
 * Open to buy (采购限额) of a category, month by month: planned closing stock + planned sales + planned markdowns − opening stock −
 * on order. Of the running month what of sales and markdowns is still to come, and its opening stock is what lies there now; a later
 * month opens with the closing stock planned for the one before, and with what is over-bought then.
 */
export function reckon(
  lyingNow: Money,
  plan: readonly Omit<PlanLine, 'category'>[],
  sold: { readonly net: Money; readonly markdowns: Money },
  onOrder: (month: Month) => Money,
): Cell[] {
  const cells: Cell[] = []
  let opening = lyingNow
  for (const [i, line] of plan.entries()) {
    const sales = i === 0 ? leftOf(line.sales, sold.net) : line.sales
    const markdowns = i === 0 ? leftOf(line.markdowns, sold.markdowns) : line.markdowns
    const coming = onOrder(line.month)
    const openToBuy = cents(line.closing + sales + markdowns - opening - coming)
    cells.push({
      month: line.month,
      closing: line.closing,
      sales,
      markdowns,
      opening,
      onOrder: coming,
      openToBuy,
    })
    opening = cents(line.closing + overBought(openToBuy))
  }
  return cells
}
/** What of a month's plan is still to come; sold beyond it there is nothing left, and nothing less. */
const leftOf = (plan: Money, done: Money): Money => cents(Math.max(0, plan - Math.max(0, done)))
export const overBought = (openToBuy: Money): Money => cents(Math.max(0, -openToBuy))

/** Every category of the plan, and what lies or comes of categories that nobody planned: planned at nothing, it is over-bought. */
export function boardOf(
  thisMonth: Month,
  lines: readonly PlanLine[],
  lying: readonly Lying[],
  coming: readonly Coming[],
  sold: readonly Sold[],
): { readonly months: readonly Month[]; readonly rows: readonly CategoryCells[] } {
  const months = [...new Set(lines.map((l) => l.month))].filter((m) => m >= thisMonth).sort()
  if (months.length === 0) return { months, rows: [] }
  const categories = [
    ...new Set([
      ...lines.map((l) => l.category),
      ...lying.filter((l) => l.stores + l.warehouse > 0).map((l) => l.category),
      ...coming.map((c) => c.category),
    ]),
  ]
  const rows = categories.map((category) => {
    const own = new Map(lines.filter((l) => l.category === category).map((l) => [l.month, l]))
    const there = lying.find((l) => l.category === category)
    const done = sold.find((s) => s.category === category && s.month === thisMonth)
    // A plan that begins later than this month opens with what lies there now, and what comes until then.
    const onOrder = (month: Month): Money =>
      cents(
        coming
          .filter(
            (c) => c.category === category && (c.month === month || (month === months[0] && c.month < month)),
          )
          .reduce((n, c) => n + c.amount, 0),
      )
    const plan = months.map(
      (month) => own.get(month) ?? { month, sales: zero, markdowns: zero, closing: zero },
    )
    const begun = months[0] === thisMonth && done ? done : { net: zero, markdowns: zero }
    return {
      category,
      cells: reckon(cents((there?.stores ?? 0) + (there?.warehouse ?? 0)), plan, begun, onOrder),
    }
  })
  return { months, rows: rows.sort((a, b) => (a.category < b.category ? -1 : 1)) }
}

/** A whole row or column: each part is a sum in cents, so that the total's figure is the sum of its cells' figures. */
export function total(cells: readonly Cell[]): Omit<Cell, 'month'> {
  const of = (read: (cell: Cell) => Money): Money => cents(cells.reduce((n, c) => n + read(c), 0))
  return {
    closing: of((c) => c.closing),
    sales: of((c) => c.sales),
    markdowns: of((c) => c.markdowns),
    opening: of((c) => c.opening),
    onOrder: of((c) => c.onOrder),
    openToBuy: of((c) => c.openToBuy),
  }
}
/**
 * Of a category over all months: what lies there at first and what is wanted at last, with all that is planned and comes between. Told
 * from the months' own figures, what was carried from month to month is counted once.
 */
export function spanOf(cells: readonly Cell[]): Omit<Cell, 'month'> {
  const all = total(cells)
  const [first, last] = [cells[0], cells.at(-1)]
  if (!first || !last) return all
  const { sales, markdowns, onOrder } = all
  return {
    sales,
    markdowns,
    onOrder,
    opening: first.opening,
    closing: last.closing,
    openToBuy: cents(last.closing + sales + markdowns - first.opening - onOrder),
  }
}

export interface Past {
  readonly category: string
  readonly month: Month
  readonly net: Money
  readonly markdowns: Money
}
/**
 * A plan to begin from. Sales of a month are the company's target of it where one is in force, else last year's with growth; they are
 * split over the categories as they sold a year ago, to the cent. Markdowns are the part of sales that they were a year ago. The
 * closing stock lasts `cover` tenths of a month, at the sales and markdowns of the months that follow.
 */
export function proposePlan(request: {
  readonly from: Month
  readonly months: number
  readonly growth: number
  readonly cover: number
  readonly categories: readonly string[]
  readonly targets: ReadonlyMap<Month, Money>
  /** What was sold in the months a year before, two beyond the plan's. */
  readonly past: readonly Past[]
}): PlanLine[] {
  const { from, months, growth, cover, categories, targets, past } = request
  const known = new Map(past.map((p) => [`${p.category} ${p.month}`, p]))
  const lastYear = (category: string, month: Month): Past | undefined =>
    known.get(`${category} ${addMonths(month, -12)}`)
  const ever = new Map<string, { net: number; markdowns: number }>()
  for (const p of past) {
    const sum = ever.get(p.category) ?? { net: 0, markdowns: 0 }
    ever.set(p.category, { net: sum.net + p.net, markdowns: sum.markdowns + Math.max(0, p.markdowns) })
  }
  // Beyond the plan's last month stock is still wanted for what comes then.
  const ahead = Math.ceil(cover / 10)
  const flows = monthsFrom(from, months + ahead).map((month) => {
    const weights = categories.map((c) => Math.max(0, lastYear(c, month)?.net ?? 0))
    const before = weights.reduce((n, w) => n + w, 0)
    // A month of which nobody knows is split as all months together were.
    const shares = before > 0 ? weights : categories.map((c) => Math.max(0, ever.get(c)?.net ?? 0))
    const wanted = targets.get(month) ?? portion(cents(before), 100 + growth, 100)
    const split = splitOneWay({
      total: wanted,
      shares: categories.map((key, i) => ({ key, weight: shares[i]! })),
    })
    const sales = isRefusal(split) ? categories.map(() => zero) : split
    return categories.map((category, i) => {
      const then = lastYear(category, month)
      const [net, off] =
        then && then.net > 0
          ? [then.net, Math.max(0, then.markdowns)]
          : [Math.max(0, ever.get(category)?.net ?? 0), ever.get(category)?.markdowns ?? 0]
      return { sales: sales[i]!, markdowns: net > 0 ? portion(sales[i]!, off, net) : zero }
    })
  })
  return categories.flatMap((category, c) =>
    monthsFrom(from, months).map((month, m) => {
      let [closing, tenths] = [0, cover]
      for (let next = m + 1; tenths > 0; next++, tenths -= 10) {
        const flow = flows[next]![c]!
        closing += portion(cents(flow.sales + flow.markdowns), Math.min(10, tenths), 10)
      }
      return { category, month, ...flows[m]![c]!, closing: cents(closing) }
    }),
  )
}

type PlanNo = Refusal<
  | 'fromPast'
  | 'monthsWrong'
  | 'lineTwice'
  | 'lineMissing'
  | 'monthOutside'
  | 'whyMissing'
  | 'changedMeanwhile'
>
/** Every category has each of the plan's months once; what changes a version says why. */
export function checkPlan(
  { from, months, lines, basedOn, words }: SubmitInput,
  latest: string | null,
  today: string,
): PlanNo | undefined {
  if (basedOn !== latest) return refuse('changedMeanwhile')
  if (from < monthOf(today)) return refuse('fromPast', {}, 'from')
  if (months > mostMonths) return refuse('monthsWrong', {}, 'months')
  const wanted = new Set<string>(monthsFrom(from, months))
  const seen = new Set<string>()
  for (const [i, { category, month }] of lines.entries()) {
    if (!wanted.has(month)) return refuse('monthOutside', { month }, `lines.${i}.month`)
    if (seen.has(`${category} ${month}`)) return refuse('lineTwice', { category, month }, `lines.${i}.month`)
    seen.add(`${category} ${month}`)
  }
  for (const category of new Set(lines.map((l) => l.category)))
    for (const month of wanted)
      if (!seen.has(`${category} ${month}`)) return refuse('lineMissing', { category, month }, 'lines')
  if (lacksWhy(basedOn, words)) return refuse('whyMissing', {}, 'words')
}
/** Whoever goes on from a version says why; the first needs no words. */
export const lacksWhy = (basedOn: string | null, words: string | null): boolean =>
  basedOn !== null && !words?.trim()

export const stateOf = (plan: { approved: boolean | null; isReplaced: boolean }): PlanState =>
  plan.approved === null
    ? plan.isReplaced
      ? 'replaced'
      : 'waiting'
    : plan.approved
      ? 'approved'
      : 'returned'
