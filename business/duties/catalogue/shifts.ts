import type { Day } from '../../../platform/kinds/day.ts'
import { type Deed, type Find, type Proof, proof } from './proofs.ts'
import type { Page } from './types.ts'

export const shiftPage: Page = { path: '/attendance', query: { store: '$store', day: '$day' } }

/** A day's shifts are in order once its clock-ins were looked through and a handover was signed by both sides. */
async function inOrder(find: Find, store: string, day: Day): Promise<Deed[]> {
  const { reviewed, handedOver } = await find.shiftsInOrder(store, day)
  return reviewed && handedOver ? [{ seat: { store }, periods: [day], holds: true }] : []
}
export const shiftProofs: readonly [Proof, ...Proof[]] = [
  proof('attendance.review', (find, { input, answer }) => inOrder(find, input.store, answer.day)),
  proof('handovers.take', (find, { input, answer }) => inOrder(find, input.store, answer.day)),
  proof('handovers.takeByPin', (find, { input, answer }) => inOrder(find, input.store, answer.day)),
]
