import type { Actor } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/kinds/id.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { checkReview, checkSubmission, lastSpan, periodOwed } from './rules.ts'
import { askBackInput, reportInput, submitInput } from './shape.ts'
import {
  figuresOf,
  holdReports,
  insertReport,
  insertReview,
  latestOf,
  type ReportKept,
  reportById,
} from './tables.ts'
import { stockReportViews } from './views.ts'
import { reportWords } from './words.ts'

const superiors = { operationsDirector: 'company', generalManager: 'company' } as const

const reportActions = operations(reportWords, {
  'stockReports.submit': action({
    summary: ['交进销存报表', 'Submit the stock-and-sales report'],
    who: { areaManager: 'area', merchandising: 'company' },
    about: (_db, { area }) => ({ area }),
    input: submitInput,
    async run({ db, actor, today, now, note }, { id, area, kind, basedOn, words }) {
      await holdReports(db, area)
      const span = lastSpan(kind, today)
      const [latest] = await latestOf(db, [area], kind, span.until)
      if (latest?.id === id) return answerOf(latest)
      const no = checkSubmission(latest, basedOn)
      if (no) return no
      const stores = await storesOf(db, null, area, today)
      if (stores.length === 0) return refuse('notFound')
      const figures = await figuresOf(db, stores, kind, span, today)
      const version = basedOn + 1
      const { until } = span
      await insertReport(db, { area, id, kind, until, version, figures, words, by: actor.person, at: now })
      note({
        record: id,
        after: { kind, until, version, onHand: figures.total.onHand, net: figures.traded.net },
      })
      return answerOf({ id, area, kind, until, version })
    },
  }),
  'stockReports.open': action({
    summary: ['打开进销存报表（记下看过）', 'Open a stock-and-sales report; who has looked is recorded'],
    who: superiors,
    about: (_db, { area }) => ({ area }),
    input: reportInput,
    async run({ db, actor, now, note }, { area, report }) {
      const found = await held(db, area, report)
      if (!found) return refuse('notFound')
      if (!found.reviews.some((r) => r.kind === 'opened' && r.by === actor.person))
        await insertReview(db, {
          area,
          id: newId(),
          report,
          kind: 'opened',
          words: null,
          by: actor.person,
          at: now,
        })
      note({ record: report })
      return answerOf(found)
    },
  }),
  'stockReports.confirm': action({
    summary: ['确认进销存报表', 'Confirm a stock-and-sales report'],
    who: superiors,
    about: (_db, { area }) => ({ area }),
    input: reportInput,
    run: (context, input) => review(context, input, 'confirm', null),
  }),
  'stockReports.askBack': action({
    summary: ['追问进销存报表', 'Ask back about a stock-and-sales report'],
    who: superiors,
    about: (_db, { area }) => ({ area }),
    input: askBackInput,
    run: (context, input) => review(context, input, 'askBack', input.words),
  }),
})
export const stockReportOperations = { ...reportActions, ...stockReportViews }

const answerOf = ({
  id,
  area,
  kind,
  until,
  version,
}: Pick<ReportKept, 'id' | 'area' | 'kind' | 'until' | 'version'>) => ({
  id,
  area,
  kind,
  until,
  version,
  period: periodOwed(kind, until),
})

async function held(db: Db, area: string, report: string): Promise<ReportKept | undefined> {
  await holdReports(db, area)
  return reportById(db, area, report)
}
async function review(
  { db, actor, now, note }: Pick<ActionContext, 'db' | 'now' | 'note'> & { readonly actor: Actor },
  { area, report }: { area: string; report: string },
  what: 'confirm' | 'askBack',
  words: string | null,
) {
  const found = await held(db, area, report)
  if (!found) return refuse('notFound')
  const [latest] = await latestOf(db, [area], found.kind, found.until)
  const no = checkReview(latest?.id === report, found.state, what)
  if (no) return no
  const kind = what === 'confirm' ? 'confirmed' : 'questioned'
  await insertReview(db, { area, id: newId(), report, kind, words, by: actor.person, at: now })
  note({
    record: report,
    before: { state: found.state },
    after: { state: kind },
    ...(words ? { reason: words } : {}),
  })
  return answerOf(found)
}
