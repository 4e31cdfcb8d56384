import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { openToBuyOperations } from '../actions.ts'

export const api = client<typeof openToBuyOperations>()
type See<N extends keyof typeof openToBuyOperations> = OutputOf<(typeof openToBuyOperations)[N]>
export type Board = See<'openToBuy.board'>
export type PlanSeen = See<'openToBuy.plan'>
export type Head = Board['plans'][number]
export type Proposal = See<'openToBuy.propose'>

export const tones = { waiting: 'late', approved: 'done', returned: 'excused', replaced: 'plain' } as const
