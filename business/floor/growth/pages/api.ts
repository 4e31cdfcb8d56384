import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { growthOperations } from '../actions.ts'

export const api = client<typeof growthOperations>()
export type OfStore = OutputOf<(typeof growthOperations)['growth.ofStore']>
export type Planned = OfStore['plans'][number]
export type Own = OutputOf<(typeof growthOperations)['growth.mine']>['plans'][number]
