import { type Proof, proof } from './proofs.ts'
import type { Page } from './types.ts'

export const attendancePage: Page = { path: '/attendance', query: { month: '$month' } }

/** A month is verified once the area manager has locked the sheet of every store that traded in it. */
export const lockProofs: readonly [Proof, ...Proof[]] = [
  proof('attendance.lockMonth', (_find, { answer }) =>
    answer.area && answer.left === 0
      ? [{ seat: { area: answer.area }, periods: [answer.month], holds: true }]
      : [],
  ),
]
