import { client } from '../../../platform/web/client.ts'
import type { OutputOf } from '../../../platform/web/contract.ts'
import type { targetOperations } from '../actions.ts'

type Operations = typeof targetOperations
export const api = client<Operations>()

export type YearAnswer = OutputOf<Operations['targets.year']>
export type Proposal = OutputOf<Operations['targets.proposeYear']>
export type AreaAnswer = OutputOf<Operations['targets.area']>
export type AreaProposal = OutputOf<Operations['targets.proposeArea']>
export type StoreAnswer = OutputOf<Operations['targets.storeMonth']>
export type PlacesAnswer = OutputOf<Operations['targets.places']>
export type YearFile = OutputOf<Operations['targets.readYearFile']>
export type AreaFile = OutputOf<Operations['targets.readAreaFile']>
export type MonthFileSeen = OutputOf<Operations['targets.readMonthFile']>
export type VersionLine = YearAnswer['versions'][number]
export type Festival = YearAnswer['festivals'][number]
