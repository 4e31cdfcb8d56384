import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { planOperations } from '../actions.ts'

export const api = client<typeof planOperations>()
export type PlanSeen = OutputOf<(typeof planOperations)['floorPlans.ofStore']>
