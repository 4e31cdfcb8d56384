import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { disciplineOperations } from '../actions.ts'

export const api = client<typeof disciplineOperations>()
export type OfStore = OutputOf<(typeof disciplineOperations)['discipline.ofStore']>
export type OfArea = OutputOf<(typeof disciplineOperations)['discipline.area']>
export type EntrySeen = OfStore['entries'][number]
