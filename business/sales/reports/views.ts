import type { WhoTable } from '../../../platform/access/who.ts'
import type { Db } from '../../../platform/database/database.ts'
import { paperToPdf } from '../../../platform/files/pdf.ts'
import { addDays, type Day, daysThrough } from '../../../platform/kinds/day.ts'
import { refuse } from '../../../platform/kinds/refusal.ts'
import { say } from '../../../platform/kinds/words.ts'
import { FileAnswer } from '../../../platform/server/answer.ts'
import { operations, view } from '../../../platform/server/door.ts'
import type { StoreSeen } from '../boards/shape.ts'
import { storesOf } from '../boards/tables.ts'
import { figuresFor } from './figures.ts'
import { areaPaper, reportPaper } from './papers.ts'
import { byUrgency, lineOf, type ReportLine, rollUpOf } from './rollup.ts'
import { deadlineOf, earliestBefore, filingOf, graceMinutes, minutesLate, stateOf } from './rules.ts'
import { areaReportsInput, draftInput, historyInput, type Report, reportOfInput } from './shape.ts'
import { areaSheet, historySheet } from './sheets.ts'
import {
  closuresBetween,
  closuresOn,
  findReport,
  managersOf,
  netByDay,
  reportsBetween,
  reportsOn,
} from './tables.ts'
import { reportWords } from './words.ts'

const overseers = {
  areaManager: 'area',
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable
export const reportViewers = { ...overseers, storeManager: 'store' } as const satisfies WhoTable

/** Days back in which a missing report is still named on the draft. */
const lookBack = 7

export const reportViews = operations(reportWords, {
  'reports.draft': view({
    summary: ['日报草稿：数字已填好', 'The daily report with its figures filled in'],
    who: { storeManager: 'store' },
    about: (_db, { store }) => ({ store }),
    input: draftInput,
    async run({ db, today, now }, { store, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const [seen] = await storesOf(db, [store], null, day)
      if (!seen) return refuse('notFound')
      const { progress, people, frozen } = await figuresFor(db, seen, day, now)
      const deadline = deadlineOf(seen, day)
      return {
        day,
        today,
        store: named(seen),
        report: (await findReport(db, store, day)) ?? null,
        dueAt: deadline.dueAt.toISOString(),
        closesAt: deadline.closesAt.toISOString(),
        earliest: deadline.earliest.toISOString(),
        graceMinutes,
        earliestBefore,
        late: minutesLate(now, deadline.dueAt),
        isTooEarly: day === today && now < deadline.earliest,
        figures: frozen,
        progress,
        people,
        missing: await missingDays(db, seen, today, now),
      }
    },
  }),
  'reports.one': view({
    summary: ['一份日报和它的核阅', 'One daily report and its reviews'],
    who: reportViewers,
    about: (_db, { store }) => ({ store }),
    input: reportOfInput,
    async run({ db }, { store, day }) {
      const [seen] = await storesOf(db, [store], null, day)
      const report = await findReport(db, store, day)
      return seen && report
        ? {
            store: named(seen),
            report,
            state: stateOf(report.reviews),
            late: minutesLate(report.submittedAt, report.dueAt),
          }
        : refuse('notFound')
    },
  }),
  'reports.area': view({
    summary: [
      '日报汇总：谁按时、谁迟、谁没交',
      'Daily reports of a day: who filed in time, late, not at all',
    ],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaReportsInput,
    async run({ db, scope, actor, today, now }, { area, day = today }) {
      if (day > today) return refuse('dayAhead', { day }, 'day')
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, day)
      const lines = await linesOf(db, stores, day, actor.person, now)
      const areas = new Map(
        stores.map((s) => [s.area, { id: s.area, name: s.areaName, nameEn: s.areaNameEn }]),
      )
      return { day, today, graceMinutes, lines, rollUp: rollUpOf(lines), areas: [...areas.values()] }
    },
    sheet: areaSheet,
  }),
  'reports.history': view({
    summary: ['一家店的日报记录', 'Daily reports of one store over time'],
    who: reportViewers,
    about: (_db, { store }) => ({ store }),
    input: historyInput,
    async run({ db, today, now }, { store, to = today, days }) {
      const [seen] = await storesOf(db, [store], null, to)
      if (!seen) return refuse('notFound')
      const from = later(addDays(to, 1 - days), seen.openedOn)
      const reports = new Map((await reportsBetween(db, store, from, to)).map((r) => [r.day, r]))
      const net = new Map((await netByDay(db, store, from, to)).map((n) => [n.day, n]))
      const closed = new Map((await closuresBetween(db, store, from, to)).map((c) => [c.day, c.reason]))
      return {
        store: named(seen),
        from,
        to,
        days: daysThrough(from, to)
          .reverse()
          .map((day) => {
            const report = reports.get(day)
            const deadline = deadlineOf(seen, day)
            return {
              day,
              filing: filingOf(report, deadline, closed.has(day), now),
              reason: closed.get(day) ?? null,
              submittedAt: report?.submittedAt ?? null,
              submittedBy: report?.submittedByName ?? null,
              minutesLate: report ? minutesLate(report.submittedAt, report.dueAt) : 0,
              state: report ? stateOf(report.reviews) : null,
              net: report?.figures.net ?? net.get(day)?.net ?? null,
              target: report?.figures.target ?? net.get(day)?.target ?? null,
              why: report?.why ?? null,
              tomorrow: report?.tomorrow ?? null,
            }
          }),
      }
    },
    sheet: historySheet,
  }),
  'reports.pdf': view({
    summary: ['日报 PDF', 'A daily report as PDF'],
    who: reportViewers,
    about: (_db, { store }) => ({ store }),
    input: reportOfInput,
    async run({ db, language, now }, { store, day }) {
      const [seen] = await storesOf(db, [store], null, day)
      const report = await findReport(db, store, day)
      if (!seen || !report) return refuse('notFound')
      const paper = reportPaper(named(seen), report, language, now)
      return new FileAnswer(`${paper.title}.pdf`, 'application/pdf', await paperToPdf(paper))
    },
  }),
  'reports.areaPdf': view({
    summary: ['日报汇总 PDF', 'The daily reports of a day as PDF'],
    who: overseers,
    about: (_db, { area }) => (area ? { area } : 'company'),
    input: areaReportsInput,
    async run({ db, scope, actor, language, today, now }, { area, day = today }) {
      const stores = await storesOf(db, scope.stores === 'all' ? null : scope.stores, area ?? null, day)
      const lines = await linesOf(db, stores, day, actor.person, now)
      const of = area ? stores[0] : undefined
      const name = of ? (language === 'en' && of.areaNameEn) || of.areaName : null
      const paper = areaPaper({ day, name, lines, rollUp: rollUpOf(lines) }, language, now)
      return new FileAnswer(
        `${[say(reportWords.dayOfArea, language), name, day].filter(Boolean).join(' ')}.pdf`,
        'application/pdf',
        await paperToPdf(paper),
      )
    },
  }),
})

const later = (a: Day, b: Day): Day => {
  if (a > b) return a
  return b
}

const named = ({ id, code, name, nameEn, timeZone }: StoreSeen) => ({ id, code, name, nameEn, timeZone })

async function linesOf(
  db: Db,
  stores: readonly StoreSeen[],
  day: Day,
  reader: string,
  now: Date,
): Promise<ReportLine[]> {
  const ids = stores.map((s) => s.id)
  const reports = new Map((await reportsOn(db, ids, day)).map((r) => [r.store, r]))
  const closed = new Map((await closuresOn(db, ids, day)).map((c) => [c.store, c.reason]))
  const managers = new Map((await managersOf(db, ids, day)).map((m) => [m.store, m.name]))
  return stores
    .map((store): ReportLine => {
      const report: Report | undefined = reports.get(store.id)
      const deadline = deadlineOf(store, day)
      return {
        store: store.id,
        code: store.code,
        name: store.name,
        nameEn: store.nameEn,
        area: store.area,
        manager: managers.get(store.id) ?? null,
        filing: filingOf(report, deadline, closed.has(store.id), now),
        reason: closed.get(store.id) ?? null,
        dueAt: report?.dueAt ?? deadline.dueAt.toISOString(),
        ...(report
          ? lineOf(report, reader)
          : {
              submittedAt: null,
              minutesLate: 0,
              state: null,
              unread: false,
              why: null,
              tomorrow: null,
              question: null,
              figures: null,
            }),
      }
    })
    .sort(byUrgency)
}

/** Days of the last week whose report is missing, oldest first; days on which the store was closed are not. */
async function missingDays(db: Db, store: StoreSeen, today: Day, now: Date): Promise<Day[]> {
  const from = later(addDays(today, -lookBack), store.openedOn)
  const reports = new Set((await reportsBetween(db, store.id, from, today)).map((r) => r.day))
  const closed = new Set((await closuresBetween(db, store.id, from, today)).map((c) => c.day))
  return daysThrough(from, addDays(today, -1)).filter(
    (day) => !reports.has(day) && !closed.has(day) && now > deadlineOf(store, day).dueAt,
  )
}
