import { addMonths, weekOf } from '../../../platform/kinds/day.ts'
import { type AnswerOf, type Proof, proof } from './proofs.ts'
import type { Page } from './types.ts'

/** What a store manager owes of placing people and bringing some on. */

export const growthPage: Page = { path: '/growth', query: { store: '$store' } }

/** A month is done once every plan was looked at in it; all looked at, the month before is made up for, too. */
const month = ({ store, month: of, isDone }: AnswerOf<'growth.plan'>) =>
  isDone ? [{ seat: { store }, periods: [of, addMonths(of, -1)], holds: true }] : []

export const growthProofs: readonly [Proof, ...Proof[]] = [
  proof('growth.plan', (_find, { answer }) => month(answer)),
  proof('growth.review', (_find, { answer }) => month(answer)),
  proof('growth.nobody', (_find, { answer }) => month(answer)),
  // A week is done by a released roster that says of each associate's shift where she stands.
  proof('rosters.release', async (find, { input, answer }) => {
    const { shifts, unplaced } = await find.shiftsPlaced(input.store, input.week)
    const holds = shifts > 0 && unplaced === 0
    return [{ seat: { store: input.store }, periods: [weekOf(answer.before)], holds }]
  }),
]
