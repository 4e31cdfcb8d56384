import { addMonths, type Day, firstDay, lastDay, monthOf, yearOf } from '../../../platform/kinds/day.ts'
import { eventPeriod, periodOfMonth, periodOfYear } from './codes.ts'
import { type Proof, proof, type Raising, raising } from './proofs.ts'

/** What visits of superiors raise and prove: at the store its mending, at the area that it was seen to be mended. */

export const mendingRaised: Raising = raising('visits.submit', (_find, { answer }) =>
  answer.findings.map((f) => ({
    seat: { store: answer.store },
    event: f.id,
    dueAt: new Date(f.dueAt),
    holds: true,
  })),
)
/** Withdrawn by whoever found it, or because its visit was corrected. */
export const mendingWithdrawn: readonly Raising[] = [
  raising('visits.withdraw', (_find, { answer }) => [
    { seat: { store: answer.store }, event: answer.id, holds: false },
  ]),
  raising('visits.correct', (_find, { answer: { store, withdrawn } }) =>
    withdrawn.map((event) => ({ seat: { store }, event, holds: false })),
  ),
]
export const mendingProofs: readonly [Proof, ...Proof[]] = [
  proof('visits.mend', (_find, { answer }) => [
    { seat: { store: answer.store }, periods: [eventPeriod(answer.id)], holds: true },
  ]),
  proof('visits.sendBack', (_find, { answer }) => [
    { seat: { store: answer.store }, periods: [eventPeriod(answer.id)], holds: false },
  ]),
]

/** A store that belongs to no area has nobody there to owe it. */
export const verifyingRaised: readonly [Raising, ...Raising[]] = [
  raising('visits.submit', (_find, { answer: { area, findings } }) =>
    area === null
      ? []
      : findings.map((f) => ({ seat: { area }, event: f.id, dueAt: new Date(f.verifyBy), holds: true })),
  ),
  raising('visits.withdraw', (_find, { answer: { area, id } }) =>
    area === null ? [] : [{ seat: { area }, event: id, holds: false }],
  ),
  raising('visits.correct', (_find, { answer: { area, withdrawn } }) =>
    area === null ? [] : withdrawn.map((event) => ({ seat: { area }, event, holds: false })),
  ),
]
export const verifyingProofs: readonly [Proof, ...Proof[]] = [
  proof('visits.verify', (_find, { answer: { area, id } }) => seenMended(area, id, true)),
  proof('visits.sendBack', (_find, { answer: { area, id } }) => seenMended(area, id, false)),
]
const seenMended = (area: string | null, id: string, holds: boolean) =>
  area === null ? [] : [{ seat: { area }, periods: [eventPeriod(id)], holds }]

/**
 * The director's own inspections: one proves the month, a second one a month before that went without; the year is proved
 * once somebody was in every area since it began.
 */
export const inspectionProofs: readonly [Proof, ...Proof[]] = [
  proof('visits.submit', async (find, { answer: { as, day } }) => {
    if (as !== 'operationsDirector') return []
    const month = monthOf(day)
    const before = addMonths(month, -1)
    const { made } = await find.inspected(firstDay(month), day)
    const isMadeUp = made > 1 && (await find.inspected(firstDay(before), lastDay(before))).made === 0
    const years = [yearOf(day), yearOf(day) - 1]
    const proved: string[] = []
    for (const year of years)
      if ((await find.inspected(`${periodOfYear(year)}-01-01` as Day, day)).areasLeft === 0)
        proved.push(periodOfYear(year))
    const periods = [periodOfMonth(month), ...(isMadeUp ? [periodOfMonth(before)] : []), ...proved]
    return [{ seat: 'company', periods, holds: true }]
  }),
]
