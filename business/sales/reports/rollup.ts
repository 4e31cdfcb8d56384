import { cents, type Money, sum } from '../../../platform/kinds/money.ts'
import { isUnread, minutesLate, stateOf } from './rules.ts'
import type { Filing, Report, ReportFigures, ReportState } from './shape.ts'

/** One store's line in the roll-up (日报汇总) of a day; `live` where there is no report yet. */
export interface ReportLine {
  readonly store: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly area: string | null
  readonly manager: string | null
  readonly filing: Filing
  readonly reason: string | null
  readonly dueAt: string
  readonly submittedAt: string | null
  readonly minutesLate: number
  readonly state: ReportState | null
  readonly unread: boolean
  readonly why: string | null
  readonly tomorrow: string | null
  readonly question: string | null
  readonly figures: ReportFigures | null
}

/** What of a report stands in its line. */
export function lineOf(report: Report, reader: string) {
  const question = report.reviews.findLast((r) => r.kind === 'askedBack' || r.kind === 'answered')
  return {
    submittedAt: report.submittedAt,
    minutesLate: minutesLate(report.submittedAt, report.dueAt),
    state: stateOf(report.reviews),
    unread: isUnread(report.reviews, reader),
    why: report.why,
    tomorrow: report.tomorrow,
    question: question?.words ?? null,
    figures: report.figures,
  }
}

const filingOrder: Readonly<Record<Filing, number>> = { missing: 0, late: 1, inTime: 2, open: 3, closed: 4 }
/** Unread first, then what still has an open question, then who is missing, then by store. */
export const byUrgency = (a: ReportLine, b: ReportLine): number =>
  urgency(a) - urgency(b) || filingOrder[a.filing] - filingOrder[b.filing] || (a.code < b.code ? -1 : 1)
const urgency = (l: ReportLine): number =>
  l.unread ? 0 : l.state === 'answered' ? 1 : l.filing === 'missing' ? 2 : 3

export interface RollUp {
  readonly filed: number
  readonly due: number
  readonly inTime: number
  readonly late: number
  readonly missing: number
  readonly open: number
  readonly unread: number
  readonly net: Money
  /** Net of the stores with a target. */
  readonly aimedNet: Money
  readonly target: Money | null
}
/** The day over the stores that filed. */
export function rollUpOf(lines: readonly ReportLine[]): RollUp {
  const filed = lines.flatMap((l) => l.figures ?? [])
  const aimed = filed.filter((f) => f.target !== null)
  const count = (filing: Filing): number => lines.filter((l) => l.filing === filing).length
  return {
    filed: filed.length,
    due: lines.length - count('closed'),
    inTime: count('inTime'),
    late: count('late'),
    missing: count('missing'),
    open: count('open'),
    unread: lines.filter((l) => l.unread).length,
    net: sum(filed.map((f) => f.net)),
    aimedNet: sum(aimed.map((f) => f.net)),
    target: aimed.length > 0 ? cents(aimed.reduce((total, f) => total + f.target!, 0)) : null,
  }
}
