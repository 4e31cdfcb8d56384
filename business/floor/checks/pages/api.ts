import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { checkOperations } from '../actions.ts'

export const api = client<typeof checkOperations>()
export type ChecksDay = OutputOf<(typeof checkOperations)['checks.today']>
export type Card = ChecksDay['cards'][number]
export type Handed = Card['sheets'][number]
export type Finding = ChecksDay['findings'][number]
export type Board = OutputOf<(typeof checkOperations)['checks.area']>
export type Editions = OutputOf<(typeof checkOperations)['checks.editions']>
export type KindEditions = Editions['kinds'][number]
