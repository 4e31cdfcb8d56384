import { weekOf } from '../../../platform/kinds/day.ts'
import { type Proof, proof } from './proofs.ts'
import type { Page } from './types.ts'

export const rosterPage: Page = { path: '/roster', query: { store: '$store' } }

/** The roster of a week is owed in the week before it: released later it is still done, and late. */
export const rosterProofs: readonly [Proof, ...Proof[]] = [
  proof('rosters.release', (_find, { input, answer }) => [
    { seat: { store: input.store }, periods: [weekOf(answer.before)], holds: true },
  ]),
]
