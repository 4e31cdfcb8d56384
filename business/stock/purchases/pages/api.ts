import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { openToBuyOperations } from '../../open-to-buy/actions.ts'
import type { purchaseOperations } from '../actions.ts'

export const api = client<typeof purchaseOperations>()
export const limitsApi = client<typeof openToBuyOperations>()
type See<N extends keyof typeof purchaseOperations> = OutputOf<(typeof purchaseOperations)[N]>
export type Head = See<'purchases.all'>['orders'][number]
export type OrderSeen = See<'purchases.order'>
export type Board = OutputOf<(typeof openToBuyOperations)['openToBuy.board']>

export const tones = {
  open: 'plain',
  late: 'late',
  partly: 'plain',
  came: 'done',
  cancelled: 'excused',
} as const
