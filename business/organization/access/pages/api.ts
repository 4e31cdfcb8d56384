import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { accessOperations } from '../actions.ts'

type Operations = ReturnType<typeof accessOperations>
export const api = client<Operations>()
export type DeviceSeen = OutputOf<Operations['devices.list']>['devices'][number]
