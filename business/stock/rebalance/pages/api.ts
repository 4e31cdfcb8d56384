import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { rebalanceOperations } from '../actions.ts'

export const api = client<typeof rebalanceOperations>()
type See<N extends keyof typeof rebalanceOperations> = OutputOf<(typeof rebalanceOperations)[N]>
export type AreaSeen = See<'rebalance.area'>
export type BundleSeen = AreaSeen['bundles'][number]
