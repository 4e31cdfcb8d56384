import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { type ActionContext, action, operations } from '../../../platform/server/door.ts'
import { storesOf } from '../boards/tables.ts'
import { closeDay } from '../tickets/record-tables.ts'
import { figuresFor } from './figures.ts'
import {
  checkReview,
  checkSubmission,
  deadlineOf,
  isUnread,
  minutesLate,
  stateOf,
  wallClock,
} from './rules.ts'
import { type ReviewKind, reportOfInput, submitInput, wordsInput } from './shape.ts'
import { findReport, holdReport, recordReport, recordReview } from './tables.ts'
import { reportViews } from './views.ts'
import { reportWords } from './words.ts'

/** Whoever looks after a store's reports. */
const superiors = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
} as const satisfies WhoTable
const managers = { storeManager: 'store' } as const satisfies WhoTable

const reportActions = operations(reportWords, {
  'reports.submit': action({
    summary: ['提交日报并日结', 'Submit the daily report and close the day'],
    mayWait: true,
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: submitInput,
    async run({ db, actor, today, now, note }, { id, store, day, why, tomorrow }) {
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const before = await findReport(db, store, day)
      if (before?.id === id)
        return { id, day, late: minutesLate(before.submittedAt, before.dueAt), net: before.figures.net }
      const deadline = deadlineOf(seen, day)
      const no = checkSubmission(before, day, today, deadline, now, (at) => wallClock(at, seen.timeZone))
      if (no) return no
      // First the day is closed, which waits for tickets on their way; what is read then cannot change any more.
      await closeDay(db, store, day, actor.person, now)
      const { frozen } = await figuresFor(db, seen, day, now)
      const kept = await recordReport(db, {
        id,
        store,
        day,
        by: actor.person,
        at: now,
        dueAt: deadline.dueAt,
        figures: frozen,
        why,
        tomorrow,
      })
      if (!kept) return refuse('changedMeanwhile')
      const late = minutesLate(now, deadline.dueAt)
      note({ record: id, day, after: { net: frozen.net, target: frozen.target, late } })
      return { id, day, late, net: frozen.net }
    },
  }),
  'reports.open': action({
    summary: ['打开日报（记下谁看过）', 'Open a daily report; who has read it is recorded'],
    who: superiors,
    about: (_db, { store }) => ({ store }),
    input: reportOfInput,
    async run({ db, actor, now, note }, { store, day }) {
      const report = await held(db, store, day)
      if (!report) return refuse('notFound')
      note({ record: report.id, day })
      if (!isUnread(report.reviews, actor.person)) return { id: report.id, first: false }
      await recordReview(db, { store, day, kind: 'opened', by: actor.person, at: now, words: null })
      return { id: report.id, first: true }
    },
  }),
  'reports.confirm': action({
    summary: ['确认日报', 'Confirm a daily report'],
    who: superiors,
    about: (_db, { store }) => ({ store }),
    input: reportOfInput,
    run: (context, input) => review(context, input, 'confirmed', null),
  }),
  'reports.askBack': action({
    summary: ['追问日报', 'Ask back about a daily report'],
    who: superiors,
    about: (_db, { store }) => ({ store }),
    input: wordsInput,
    run: (context, input) => review(context, input, 'askedBack', input.words),
  }),
  'reports.answer': action({
    summary: ['回复追问', 'Answer a question about a daily report'],
    who: managers,
    about: (_db, { store }) => ({ store }),
    input: wordsInput,
    run: (context, input) => review(context, input, 'answered', input.words),
  }),
})

export const reportOperations = { ...reportActions, ...reportViews }

async function held(db: Db, store: string, day: Day) {
  await holdReport(db, store, day)
  return findReport(db, store, day)
}

async function review(
  { db, actor, now, note }: ActionContext,
  { store, day }: { store: string; day: Day },
  kind: Exclude<ReviewKind, 'opened'>,
  words: string | null,
) {
  const report = await held(db, store, day)
  if (!report) return refuse('notFound')
  const no = checkReview(kind, report.reviews, actor.person)
  if (no) return no
  await recordReview(db, { store, day, kind, by: actor.person, at: now, words })
  note({
    record: report.id,
    day,
    before: { state: stateOf(report.reviews) },
    after: { state: kind },
    ...(words ? { reason: words } : {}),
  })
  return { id: report.id, state: kind }
}
