import type { Month } from '../../../../platform/kinds/day.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { Format } from '../../../../platform/web/format.ts'
import type { takeOperations } from '../actions.ts'
import type { TakeState } from '../shape.ts'

export const api = client<typeof takeOperations>()
type See<N extends keyof typeof takeOperations> = OutputOf<(typeof takeOperations)[N]>
export type StoreTakes = See<'takes.ofStore'>
export type Result = See<'takes.result'>
export type ResultLine = Result['lines'][number]
export type Sheet = See<'takes.sheet'>

export const toneOf = (state: TakeState): 'plain' | 'accent' | 'done' | 'late' =>
  (({ approved: 'done', sentBack: 'late', submitted: 'accent' }) as const)[state as 'approved'] ?? 'plain'
export const monthName = (f: Format, month: Month): string => f.month(month)
export const signed = (f: Format, n: number): string => (n > 0 ? `+${f.count(n)}` : f.count(n))
