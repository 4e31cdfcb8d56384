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
export type EditionsSeen = OutputOf<(typeof editionOperations)['editions.list']>
export type EditionSeen = EditionsSeen['history'][number]
export type DraftSeen = OutputOf<(typeof editionOperations)['editions.draft']>
export type DraftClauseSeen = DraftSeen['clauses'][number]
export type DraftProfileSeen = DraftSeen['profiles'][number]
export type ForecastSeen = OutputOf<(typeof editionOperations)['editions.preview']>
export type ChangeSeen = ForecastSeen['clauses'][number]
export type ProfileChangeSeen = ForecastSeen['profiles'][number]
export type LoadSeen = OutputOf<(typeof editionOperations)['editions.load']>
export type LoadRow = LoadSeen['rows'][number]
