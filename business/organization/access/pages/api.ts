import { client } from '../../../../platform/web/client.ts'
import type { accessOperations } from '../actions.ts'

export const api = client<ReturnType<typeof accessOperations>>()
