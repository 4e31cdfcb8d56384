import { client } from '../../../platform/web/client.ts'
import type { organizationOperations } from '../actions.ts'

export const api = client<typeof organizationOperations>()
