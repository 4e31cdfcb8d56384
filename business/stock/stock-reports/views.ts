import type { WhoTable } from '../../../platform/access/who.ts'
import { inScope } from '../../../platform/access/who.ts'
import type { Sheet } from '../../../platform/files/sheet.ts'
import { operations, view } from '../../../platform/server/door.ts'
import { storesOf } from '../../sales/boards/tables.ts'
import { lastSpan, spanUntil } from './rules.ts'
import { allInput, mineInput } from './shape.ts'
import { reportSheet } from './sheets.ts'
import { areasOn, figuresOf, latestOf } from './tables.ts'
import { reportWords } from './words.ts'

const readers = {
  areaManager: 'area',
  merchandising: 'company',
  operationsDirector: 'company',
  generalManager: 'company',
  finance: 'company',
} as const satisfies WhoTable

export const stockReportViews = operations(reportWords, {
  'stockReports.mine': view({
    summary: ['本区进销存报表（已带出数字）', 'The area’s stock-and-sales report, filled in'],
    who: readers,
    about: (_db, { area }) => ({ area }),
    input: mineInput,
    async run({ db, today }, { area, kind }) {
      const span = lastSpan(kind, today)
      const [report] = await latestOf(db, [area], kind, span.until)
      // What was submitted stays as it was; only what is still to be submitted is reckoned now.
      const isOpen = report === undefined || report.state === 'questioned'
      const stores = isOpen ? await storesOf(db, null, area, today) : []
      return {
        today,
        kind,
        ...span,
        report: report ?? null,
        figures: isOpen ? await figuresOf(db, stores, kind, span, today) : report.figures,
      }
    },
  }),
  'stockReports.all': view({
    summary: ['各区进销存报表', 'The areas’ stock-and-sales reports'],
    who: readers,
    about: 'company',
    input: allInput,
    async run({ db, scope, today }, { kind, until }) {
      const last = lastSpan(kind, today)
      const span = until && until < last.until ? spanUntil(kind, until) : last
      const areas = (await areasOn(db, today)).filter((a) => inScope(scope.areas, a.id))
      const ids = areas.map((a) => a.id)
      const reports = await latestOf(db, ids, kind, span.until)
      return {
        today,
        kind,
        ...span,
        isLast: span.until === last.until,
        areas: areas.map((a) => ({ ...a, report: reports.find((r) => r.area === a.id) ?? null })),
      }
    },
    sheet: (answer, language): Sheet => reportSheet(answer, language),
  }),
})
