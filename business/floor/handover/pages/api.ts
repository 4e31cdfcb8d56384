import { cents, type Money } from '../../../../platform/kinds/money.ts'
import { client } from '../../../../platform/web/client.ts'
import type { OutputOf } from '../../../../platform/web/contract.ts'
import type { handoverOperations } from '../actions.ts'

export const api = client<typeof handoverOperations>()
export type Seen = OutputOf<(typeof handoverOperations)['handovers.ofStore']>
export type HandoverSeen = Seen['handovers'][number]

/** '1286.5' yuan as cents; undefined where it is no amount. */
export function centsOf(text: string): Money | undefined {
  if (!/^\d{1,7}(\.\d{0,2})?$/.test(text.trim())) return undefined
  return cents(Math.round(Number(text) * 100))
}
