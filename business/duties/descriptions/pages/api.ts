import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { descriptionOperations } from '../actions.ts'

export const api = client<typeof descriptionOperations>()
export type DescriptionSeen = OutputOf<(typeof descriptionOperations)['descriptions.one']>
export type LineSeen = DescriptionSeen['lines'][number]
export type KnownSeen = DescriptionSeen['known'][number]
