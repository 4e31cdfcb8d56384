import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import type { oversightOperations } from '../actions.ts'

export const api = client<typeof oversightOperations>()
export type ListSeen = OutputOf<(typeof oversightOperations)['oversight.list']>
export type MatterSeen = ListSeen['matters'][number]
