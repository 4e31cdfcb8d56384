import { type Day, weekOf } from '../../../platform/kinds/day.ts'
import { type Deed, type Proof, proof } from './proofs.ts'
import type { Page } from './types.ts'

/** What a store manager's planned day, the help of the afternoon and coaching prove. */

/** The first timing of the day is the morning's, the second the evening's. */
const morning = (store: string, day: Day): Deed => ({ seat: { store }, periods: [day], holds: true })
const evening = (store: string, day: Day): Deed => ({ seat: { store }, periods: [`${day}#2`], holds: true })

export const dayPage: Page = { path: '/day', query: { store: '$store', day: '$day' } }

export const planProofs: readonly [Proof, ...Proof[]] = [
  proof('dayPlans.plan', (_find, { input, answer }) => [morning(input.store, answer.day)]),
  proof('dayPlans.close', (_find, { input, answer }) => [evening(input.store, answer.day)]),
]
export const briefingProofs: readonly [Proof, ...Proof[]] = [
  proof('dayPlans.brief', (_find, { input, answer }) => [morning(input.store, answer.day)]),
  proof('dayPlans.close', (_find, { input, answer }) => [evening(input.store, answer.day)]),
]
/** Done once everybody who lags has been helped, or nobody does. */
export const helpProofs: readonly [Proof, ...Proof[]] = [
  proof('dayPlans.help', (_find, { input, answer }) =>
    answer.isDone ? [morning(input.store, answer.day)] : [],
  ),
]
/** Done once each associate who was there has been coached in the week. */
export const coachingProofs: readonly [Proof, ...Proof[]] = [
  proof('coaching.note', (_find, { input, answer }) =>
    answer.left === 0 ? [{ seat: { store: input.store }, periods: [weekOf(answer.day)], holds: true }] : [],
  ),
]
