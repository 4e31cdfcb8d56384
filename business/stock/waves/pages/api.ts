import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { stockOperations } from '../../actions.ts'
import type { waveOperations } from '../views.ts'

export const api = client<typeof waveOperations>()
export const stock = client<typeof stockOperations>()
type See<N extends keyof typeof waveOperations> = OutputOf<(typeof waveOperations)[N]>
export type ReadySeen = See<'waves.ready'>
export type WaveSeen = See<'waves.propose'>
export type ShadeSeen = WaveSeen['shades'][number]

export interface Asked {
  readonly area: string | null
  readonly shades: readonly { readonly style: string; readonly color: string }[]
  readonly weeks: number
  readonly keep: number
}
