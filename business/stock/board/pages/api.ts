import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { boardOperations } from '../views.ts'

export const api = client<typeof boardOperations>()
export type Board = OutputOf<(typeof boardOperations)['stockBoard.board']>
export type StoreCut = Board['stores'][number]
export type ShadeSeen = Board['best'][number]
