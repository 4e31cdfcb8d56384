import { eventPeriod } from './codes.ts'
import { type Proof, proof, type Raising, raising } from './proofs.ts'

/**
 * A markdown plan or a plan to buy by is much money: handed in, it is the director's to decide; approved or returned he has. A newer
 * version takes the place of one that nobody has decided.
 */
export const approvalRaisings: readonly [Raising, ...Raising[]] = [
  raising('markdowns.submit', (_find, { answer }) => [{ seat: 'company', event: answer.id, holds: true }]),
  raising('openToBuy.submit', (_find, { answer: { id, replaces } }) => [
    ...(replaces ? [{ seat: 'company' as const, event: replaces, holds: false }] : []),
    { seat: 'company', event: id, holds: true },
  ]),
]
export const approvalProofs: readonly [Proof, ...Proof[]] = [
  proof('markdowns.decide', (_find, { answer }) => [
    { seat: 'company', periods: [eventPeriod(answer.id)], holds: true },
  ]),
  proof('openToBuy.decide', (_find, { answer }) => [
    { seat: 'company', periods: [eventPeriod(answer.id)], holds: true },
  ]),
]
