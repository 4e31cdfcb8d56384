import type { Day } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Format } from '../../../../platform/web/format.ts'
import type { leaveOperations } from '../actions.ts'

export const api = client<typeof leaveOperations>()
export type Mine = OutputOf<(typeof leaveOperations)['leave.mine']>
export type Request = OutputOf<(typeof leaveOperations)['leave.toDecide']>['requests'][number]
export type Away = OutputOf<(typeof leaveOperations)['leave.calendar']>

/** 12月1日 周二, or 12月1日–3日: as one says it. */
export function spanOf(f: Format, from: Day, to: Day): string {
  if (from === to) return f.dayAndWeekday(from)
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (!isSameMonth) return `${f.day(from)} – ${f.day(to)}`
  return f.language === 'zh'
    ? `${f.day(from)}–${Number(to.slice(8))}日`
    : `${f.day(from)}–${Number(to.slice(8))}`
}
