import type { Sheet } from '../../../platform/files/sheet.ts'
import { addMonths, type Day, firstDay, lastDay, monthOf, yearOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { merchandisers, planners } from '../reach.ts'
import { reckonNow } from './limits.ts'
import { monthsFrom, proposePlan, stateOf } from './rules.ts'
import { mostMonths, nothing, planInput, proposeInput } from './shape.ts'
import { openToBuySheet } from './sheets.ts'
import {
  lastPlans,
  linesInForce,
  linesOf,
  lyingNow,
  type PlanHead,
  planOf,
  soldIn,
  targetsOf,
} from './tables.ts'
import { openToBuyWords } from './words.ts'

const plansTold = 12
/** Months that are over, of which the board tells what came of their plan. */
const monthsBack = 5

const seenAs = (head: PlanHead) => ({ ...head, state: stateOf(head) })

export const openToBuyViews = operations(openToBuyWords, {
  'openToBuy.board': view({
    summary: ['采购限额：品类 × 月', 'Open to buy by category and month'],
    who: planners,
    about: 'company',
    input: nothing,
    async run({ db, today }) {
      const month = monthOf(today)
      const { lines, sold, first, ...board } = await reckonNow(db, today, monthsBack)
      return {
        today,
        ...board,
        /** What was planned of months that have begun, and what came. */
        came: monthsFrom(first, mostMonths)
          .filter((m) => m <= month && lines.some((l) => l.month === m))
          .map((m) => ({
            month: m,
            planned: sumOf(lines.filter((l) => l.month === m)),
            sold: soldSum(sold.filter((s) => s.month === m)),
          })),
        plans: (await lastPlans(db, plansTold)).map(seenAs),
      }
    },
    sheet: (answer, language): Sheet => openToBuySheet(answer, language),
  }),
  'openToBuy.plan': view({
    summary: ['一版采购计划', 'One version of the plan to buy by'],
    who: planners,
    about: 'company',
    input: planInput,
    async run({ db, today }, { plan }) {
      const head = await planOf(db, plan)
      if (!head) return refuse('notFound')
      const until = addMonths(head.from, head.months - 1)
      return {
        today,
        plan: seenAs(head),
        lines: await linesOf(db, plan),
        /** What holds of its months now. */
        before: await linesInForce(db, head.from, until),
      }
    },
  }),
  'openToBuy.propose': view({
    summary: ['按销售目标和去年起草采购计划', 'Draft a plan to buy by from sales targets and last year'],
    who: merchandisers,
    about: 'company',
    input: proposeInput,
    async run({ db, today }, { from, months, growth, cover }) {
      if (from < monthOf(today)) return refuse('fromPast', {}, 'from')
      const ahead = Math.ceil(cover / 10)
      const until = addMonths(from, months - 1 + ahead)
      const past = await soldIn(
        db,
        firstDay(addMonths(from, -12)),
        lastDayBefore(addMonths(until, -12), today),
      )
      const lying = await lyingNow(db, today)
      const categories = [...new Set([...past, ...lying].map((p) => p.category))].sort()
      if (categories.length === 0) return refuse('noHistory', {}, 'from')
      const targets = await targetsOf(db, [yearOf(from), yearOf(from) + 1])
      const of = monthsFrom(from, months)
      return {
        today,
        lines: proposePlan({ from, months, growth, cover, categories, targets, past }),
        targets: of.flatMap((month) => {
          const amount = targets.get(month)
          return amount === undefined ? [] : [{ month, amount }]
        }),
        latest: (await lastPlans(db, 1))[0]?.id ?? null,
      }
    },
  }),
})

const lastDayBefore = (month: ReturnType<typeof monthOf>, today: Day): Day => {
  const day = lastDay(month)
  return day < today ? day : today
}
const sumOf = (lines: readonly { readonly sales: number; readonly markdowns: number }[]) => ({
  sales: lines.reduce((n, l) => n + l.sales, 0),
  markdowns: lines.reduce((n, l) => n + l.markdowns, 0),
})
const soldSum = (sold: readonly { readonly net: number; readonly markdowns: number }[]) => ({
  sales: sold.reduce((n, s) => n + s.net, 0),
  markdowns: sold.reduce((n, s) => n + s.markdowns, 0),
})
