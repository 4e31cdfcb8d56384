import { client } from '../../../../platform/web/client.ts'
import type { auditOperations } from '../actions.ts'

export const api = client<ReturnType<typeof auditOperations>>()
