import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { dutyOperations } from '../../actions.ts'
import type { editionOperations } from '../actions.ts'

export const api = client<typeof editionOperations>()
export const duties = client<typeof dutyOperations>()
export type ClausesSeen = OutputOf<(typeof dutyOperations)['duties.clauses']>
export type ClauseSeen = ClausesSeen['clauses'][number]
export type ProfileSeen = ClausesSeen['profiles'][number]
export type OneClauseSeen = OutputOf<(typeof editionOperations)['editions.clause']>
