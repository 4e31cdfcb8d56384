import type { Day } from '../../../platform/kinds/day.ts'
import { type Deed, type Find, type Proof, proof } from './proofs.ts'

/**
 * A day's takings are in order once the till is counted, every difference explained, and what had to be paid in by that day
 * is paid in. Each act on the cash tells again how the days since stand, so that a recount or a deposit taken back reopens them.
 */
async function standings(find: Find, store: string | null, from: Day, to: Day): Promise<Deed[]> {
  if (!store) return []
  const days = await find.cashDays(store, from < to ? from : to, to)
  return days.map(({ day, settled }) => ({ seat: { store }, periods: [day], holds: settled }))
}

export const takingsProofs: readonly [Proof, ...Proof[]] = [
  proof('cash.count', (find, { store, day, answer }) => standings(find, store, answer.day, day)),
  proof('cash.explain', (find, { store, day, input }) => standings(find, store, input.day, day)),
  proof('cash.deposit', (find, { store, day, answer }) => standings(find, store, answer.from, day)),
  proof('cash.takeBackDeposit', (find, { store, day, answer }) => standings(find, store, answer.from, day)),
]
