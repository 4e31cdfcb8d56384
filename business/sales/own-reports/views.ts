import { inScope } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { addDays, type Day, dayOfMonth, firstDay, monthOf, weekdayOf } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { operations, view } from '../../../platform/server/door.ts'
import type { StoreSeen } from '../boards/shape.ts'
import { storesOf } from '../boards/tables.ts'
import { ownFigures } from './figures.ts'
import { filingOf, isUnread, lagging, periodOf, spanOf, stateOf, windowOf } from './rules.ts'
import { draftInput, type OwnReport, ofStoreInput, oneInput, type ReportKind } from './shape.ts'
import {
  associatesIn,
  findReport,
  latestOf,
  ownTargetDays,
  reportsOfPerson,
  reportsOfStore,
} from './tables.ts'
import { ownReportWords } from './words.ts'

/** Days back in which a report that was not handed in is still named. */
const lookBack = 7
const recent = 14

export const ownReportViews = operations(ownReportWords, {
  'ownReports.draft': view({
    summary: ['自己的报告：数字已填好', 'One’s own report with its figures filled in'],
    who: { salesAssociate: 'store' },
    about: (_db, { store }) => ({ store }),
    input: draftInput,
    async run({ db, actor, today, now }, { store, kind, day = dayMeant(kind, today) }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen) return refuse('notFound')
      const span = spanOf(kind, day)
      const window = windowOf(kind, span, seen)
      const figures = await ownFigures(db, store, actor.person, span)
      const report = await latestOf(db, { store, person: actor.person, kind, period: periodOf(kind, day) })
      return {
        today,
        kind,
        ...span,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        figures,
        lagging: lagging(figures, figures.store),
        earliest: window.earliest.toISOString(),
        dueAt: window.dueAt.toISOString(),
        isTooEarly: now < window.earliest,
        isLate: now > window.dueAt,
        report: report ? { ...report, state: stateOf(report.reviews) } : null,
        missing: await missingDays(db, seen, actor.person, today, now),
        recent: (await reportsOfPerson(db, actor.person, addDays(today, -62), recent)).map(lineOf),
      }
    },
  }),
  'ownReports.ofStore': view({
    summary: ['导购的报告：谁交了', 'Associates’ own reports: who has handed in'],
    who: { storeManager: 'store', areaManager: 'area' },
    about: (_db, { store }) => ({ store }),
    input: ofStoreInput,
    async run({ db, actor, scope, today, now }, { store, kind, day = dayMeant(kind, today) }) {
      const [seen] = await storesOf(db, [store], null, today)
      if (!seen || !inScope(scope.stores, store)) return refuse('notFound')
      const span = spanOf(kind, day)
      const window = windowOf(kind, span, seen)
      const reports = new Map(
        (await reportsOfStore(db, store, kind, periodOf(kind, day))).map((r) => [r.person, r]),
      )
      const people = await associatesIn(db, store, span)
      const owed = people.filter((p) => reports.has(p.person) || kind !== 'day' || p.hasTarget)
      return {
        today,
        kind,
        ...span,
        store: { id: seen.id, name: seen.name, nameEn: seen.nameEn },
        dueAt: window.dueAt.toISOString(),
        lines: owed.map(({ person, name, isAway }) => {
          const report = reports.get(person)
          return {
            person,
            name,
            filing: filingOf(report, window, isAway, now),
            unread: report ? isUnread(report.reviews, actor.person) : false,
            ...(report ? lineOf(report) : { id: null, state: null, net: null, target: null, wish: null }),
          }
        }),
      }
    },
  }),
  'ownReports.one': view({
    summary: ['一份导购的报告', 'One associate’s report'],
    who: { salesAssociate: 'store', storeManager: 'store', areaManager: 'area' },
    about: (_db, { store }) => ({ store }),
    input: oneInput,
    async run({ db, actor }, { store, id }) {
      const report = await findReport(db, store, id)
      const isSuperior = actor.appointments.some((a) => a.position !== 'salesAssociate')
      if (!report || (report.person !== actor.person && !isSuperior)) return refuse('notFound')
      const latest = await latestOf(db, report)
      return { report, state: stateOf(report.reviews), isLatest: latest?.id === id }
    },
  }),
})

/** In the first days of a month one reports the month before; before its Saturday, the week before. */
function dayMeant(kind: ReportKind, today: Day): Day {
  if (kind === 'month' && dayOfMonth(today) <= 10) return addDays(firstDay(monthOf(today)), -1)
  return kind === 'week' && weekdayOf(today) < 6 ? addDays(today, -7) : today
}

const lineOf = (r: OwnReport) => ({
  id: r.id,
  kind: r.kind,
  from: r.from,
  to: r.to,
  version: r.version,
  submittedAt: r.submittedAt,
  state: stateOf(r.reviews),
  net: r.figures.net,
  target: r.figures.target,
  wish: r.wish,
  practice: r.practice,
  step: r.step,
})

/** Days of the last week on which one had a target and handed nothing in, oldest first. */
async function missingDays(db: Db, store: StoreSeen, person: string, today: Day, now: Date): Promise<Day[]> {
  const from = addDays(today, -lookBack)
  const days = await ownTargetDays(db, store.id, person, from, addDays(today, -1))
  const handedIn = new Set(
    (await reportsOfPerson(db, person, from, 40))
      .filter((r) => r.kind === 'day' && r.store === store.id)
      .map((r) => r.to),
  )
  return days.filter(
    (day) => !handedIn.has(day) && now > windowOf('day', { from: day, to: day }, store).dueAt,
  )
}
