import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { importOperations } from '../actions.ts'

export const api = client<typeof importOperations>()
export type DeskAnswer = OutputOf<(typeof importOperations)['imports.preview']>
export type PreviewSeen = Extract<DeskAnswer, { state: 'ready' }>['preview']
export type ImportSeen = OutputOf<(typeof importOperations)['imports.one']>
export type ImportLine = OutputOf<(typeof importOperations)['imports.list']>[number]

export const rejectedAddress = (id: string): string =>
  `/api/see/imports.rejected?input=${encodeURIComponent(JSON.stringify({ id }))}`
