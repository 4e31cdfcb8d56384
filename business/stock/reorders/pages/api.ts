import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { reorderOperations } from '../actions.ts'
import type { RequestState } from '../shape.ts'

export const api = client<typeof reorderOperations>()
type See<N extends keyof typeof reorderOperations> = OutputOf<(typeof reorderOperations)[N]>
export type WeekSeen = See<'reorders.week'>
export type SizeSeen = WeekSeen['sizes'][number]
export type SlowSeen = WeekSeen['slow'][number]
export type RequestSeen = See<'reorders.request'>
export type Scarce = See<'reorders.scarce'>
export type StoresSeen = See<'reorders.ofStores'>

export const toneOf = (state: RequestState): 'plain' | 'accent' | 'done' | 'late' | 'missed' =>
  (
    ({
      granted: 'done',
      partly: 'late',
      refused: 'missed',
      submitted: 'accent',
      nothing: 'plain',
      replaced: 'plain',
    }) as const
  )[state]
