import { weekOf } from '../../../platform/kinds/day.ts'
import { weeksCovered } from '../../stock/reorders/rules.ts'
import { type Proof, proof } from './proofs.ts'

/**
 * The week's proposal decided bundle by bundle: accepted ones are transfers from that moment on, refused ones say why. Weeks that
 * nobody decided are made up for, late: their shelves are long different.
 */
export const goodsMovedProofs: readonly [Proof, ...Proof[]] = [
  proof('rebalance.decide', (_find, { input, answer }) => [
    { seat: { area: input.area }, periods: weeksCovered(answer.week).map(weekOf), holds: true },
  ]),
]
