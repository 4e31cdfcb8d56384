import type { Money } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Format } from '../../../../platform/web/format.ts'
import type { ownReportOperations } from '../actions.ts'
import type { Practice, ReportKind, Span } from '../shape.ts'

export const api = client<typeof ownReportOperations>()
export type Seen = OutputOf<(typeof ownReportOperations)['ownReports.draft']>
export type Board = OutputOf<(typeof ownReportOperations)['ownReports.ofStore']>
export type Line = Board['lines'][number]

/** 11月23日 周一, 11月23日–11月29日, 2026年11月. */
export function spanText(f: Format, kind: ReportKind, { from, to }: Span): string {
  if (kind === 'day') return f.dayAndWeekday(from)
  return `${f.day(from)}–${f.day(to)}`
}
export const whole = (f: Format, amount: number): string => f.money((Math.round(amount / 100) * 100) as Money)
export const rateCodes = ['unitsPerTransaction', 'averageTransactionValue'] as const
export const isRate = (what: Practice): what is (typeof rateCodes)[number] => what !== 'ahead'
