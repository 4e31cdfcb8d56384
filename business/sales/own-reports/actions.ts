import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../boards/tables.ts'
import { minutesLate, wallClock } from '../reports/rules.ts'
import { ownFigures } from './figures.ts'
import {
  checkPractice,
  checkReview,
  checkSubmission,
  isUnread,
  periodOf,
  spanOf,
  stateOf,
  windowOf,
} from './rules.ts'
import { askBackInput, type OwnReport, oneInput, submitInput } from './shape.ts'
import { recordWanted, skusKnown } from './stock-tables.ts'
import { findReport, holdReports, insertReport, latestOf, recordReview } from './tables.ts'
import { ownReportViews } from './views.ts'
import { ownReportWords } from './words.ts'

const managers = { storeManager: 'store' } as const satisfies WhoTable

const ownReportActions = operations(ownReportWords, {
  'ownReports.submit': action({
    summary: ['交自己的日报、周报、月报', 'Submit one’s own day, week or month report'],
    mayWait: true,
    who: { salesAssociate: 'store' },
    about: (_db, { store }) => ({ store }),
    input: submitInput,
    async run({ db, actor, today, now, note }, { id, store, kind, day, basedOn, practice, wanted, ...said }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const person = actor.person
      await holdReports(db, store, person)
      const key = { store, person, kind, period: periodOf(kind, day) }
      const latest = await latestOf(db, key)
      if (latest?.id === id) return answerOf(latest)
      const span = spanOf(kind, day)
      const window = windowOf(kind, span, seen)
      const clock = (at: Date) => wallClock(at, seen.timeZone)
      const no = checkSubmission(latest, basedOn, span, today, window, now, clock)
      if (no) return no
      const figures = await ownFigures(db, store, person, span)
      const wrong = checkPractice(practice, figures, figures.store)
      if (wrong) return wrong
      const skus = [...new Set(wanted)]
      if (skus.length > 0 && (await skusKnown(db, skus)) < skus.length)
        return refuse('skuUnknown', {}, 'wanted')
      const version = (latest?.version ?? 0) + 1
      const report = {
        id,
        ...key,
        ...span,
        ...said,
        practice,
        version,
        at: now,
        dueAt: window.dueAt,
        figures,
      }
      if (!(await insertReport(db, report))) return refuse('changedMeanwhile')
      if (skus.length > 0) await recordWanted(db, store, id, skus)
      note({ record: id, day: span.to, after: { kind, period: key.period, version, net: figures.net } })
      return answerOf((await findReport(db, store, id))!)
    },
  }),
  'ownReports.open': action({
    summary: ['打开导购的报告（记下看过）', 'Open an associate’s report; who has read it is recorded'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: oneInput,
    async run({ db, actor, now, note }, { store, id }) {
      const report = await held(db, store, id)
      if (!report) return refuse('notFound')
      note({ record: id, day: report.to })
      if (!isUnread(report.reviews, actor.person)) return { ...answerOf(report), first: false }
      await recordReview(db, { store, report: id, kind: 'opened', by: actor.person, at: now, words: null })
      return { ...answerOf(report), first: true }
    },
  }),
  'ownReports.confirm': action({
    summary: ['确认导购的报告', 'Confirm an associate’s report'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: oneInput,
    run: (context, input) => review(context, input, 'confirmed', null),
  }),
  'ownReports.askBack': action({
    summary: ['追问导购的报告', 'Ask back about an associate’s report'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: askBackInput,
    run: (context, input) => review(context, input, 'askedBack', input.words),
  }),
})

export const ownReportOperations = { ...ownReportActions, ...ownReportViews }

const answerOf = (r: OwnReport) => ({
  id: r.id,
  person: r.person,
  kind: r.kind,
  period: r.period,
  version: r.version,
  late: minutesLate(r.submittedAt, r.dueAt),
  practised: r.practice !== null,
})

async function held(db: Db, store: string, id: string): Promise<OwnReport | undefined> {
  const seen = await findReport(db, store, id)
  if (!seen) return undefined
  await holdReports(db, store, seen.person)
  return findReport(db, store, id)
}

async function review(
  { db, actor, now, note }: ActionContext,
  { store, id }: { store: string; id: string },
  kind: 'confirmed' | 'askedBack',
  words: string | null,
) {
  const report = await held(db, store, id)
  if (!report) return refuse('notFound')
  if ((await latestOf(db, report))?.id !== id) return refuse('superseded')
  const no = checkReview(kind, report, actor.person)
  if (no) return no
  await recordReview(db, { store, report: id, kind, by: actor.person, at: now, words })
  note({
    record: id,
    day: report.to,
    before: { state: stateOf(report.reviews) },
    after: { state: kind },
    ...(words ? { reason: words } : {}),
  })
  return answerOf(report)
}
