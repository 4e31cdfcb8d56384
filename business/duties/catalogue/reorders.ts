import { weekOf } from '../../../platform/kinds/day.ts'
import { weeksCovered } from '../../stock/reorders/rules.ts'
import { type Proof, proof } from './proofs.ts'

/**
 * Of the week: the request for goods, which cannot be handed in without a measure for each slow seller; weeks that nobody asked in
 * are made up for, late. Of the month: the stocktake handed up to the area manager, and due again where it is sent back.
 */
export const goodsKeptProofs: readonly [Proof, ...Proof[]] = [
  proof('reorders.submit', (_find, { input, answer }) => [
    { seat: { store: input.store }, periods: weeksCovered(answer.week).map(weekOf), holds: true },
  ]),
  proof('takes.submit', (_find, { input, answer }) => [
    // Some categories counted are a help, and not the month's stocktake.
    ...(answer.isWhole ? [{ seat: { store: input.store }, periods: [answer.month], holds: true }] : []),
  ]),
  proof('takes.decide', (_find, { input, answer }) =>
    answer.state === 'sentBack'
      ? [{ seat: { store: input.store }, periods: [answer.month], holds: false }]
      : [],
  ),
]
