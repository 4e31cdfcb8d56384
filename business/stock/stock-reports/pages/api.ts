import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { stockReportOperations } from '../actions.ts'
import type { ReportState } from '../shape.ts'

export const api = client<typeof stockReportOperations>()
type See<N extends keyof typeof stockReportOperations> = OutputOf<(typeof stockReportOperations)[N]>
export type Mine = See<'stockReports.mine'>
export type All = See<'stockReports.all'>
export type Report = NonNullable<Mine['report']>

export const toneOf = (state: ReportState): 'plain' | 'accent' | 'done' | 'late' | 'missed' =>
  (
    ({
      missing: 'missed',
      submitted: 'accent',
      opened: 'plain',
      confirmed: 'done',
      questioned: 'late',
    }) as const
  )[state]
