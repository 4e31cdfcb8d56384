import { weekOf } from '../../../platform/kinds/day.ts'
import { eventPeriod } from './codes.ts'
import { type Proof, proof, type Raising, raising } from './proofs.ts'

/** A new manual asks every store that trades for a check within three days of its beginning; withdrawn it asks for none. */
export const manualRaised: readonly [Raising, ...Raising[]] = [
  raising('displays.publish', async (find, { answer: { id, from } }) =>
    (await find.storesTrading(from)).map(({ store, thirdDay }) => ({
      seat: { store },
      event: id,
      dueAt: new Date(thirdDay),
      holds: true,
    })),
  ),
  raising('displays.withdraw', async (find, { answer, day }) =>
    (await find.storesTrading(day)).map(({ store }) => ({ seat: { store }, event: answer.id, holds: false })),
  ),
]
/** One check proves its week and the manual by which it was made; sent back it does unless another one stands. */
export const displayProofs: readonly [Proof, ...Proof[]] = [
  proof('displays.check', (_find, { answer: { store, day, edition } }) => [
    { seat: { store }, periods: [weekOf(day), eventPeriod(edition)], holds: true },
  ]),
  proof('displays.sendBack', (_find, { answer: { store, week, edition, beside } }) => {
    const periods = [...(beside.week ? [] : [week]), ...(beside.edition ? [] : [eventPeriod(edition)])]
    return periods.length > 0 ? [{ seat: { store }, periods, holds: false }] : []
  }),
]
