import { yearOf } from '../../../platform/kinds/day.ts'
import { quarterOf } from '../calendar-rules.ts'
import { periodOfMonth, periodOfYear } from './codes.ts'
import { type Proof, proof } from './proofs.ts'

/**
 * The merchandise plan approved: each of its months, and each quarter and year of which it holds all months. Who plans is
 * merchandising; the director's part is the decision.
 */
export const merchandisePlanProofs: readonly [Proof, ...Proof[]] = [
  proof('openToBuy.decide', (_find, { answer: { approved, months } }) => {
    if (!approved) return []
    const held = new Map<string, number>()
    for (const month of months) {
      for (const period of [quarterOf(month), periodOfYear(yearOf(month))])
        held.set(period, (held.get(period) ?? 0) + 1)
    }
    const whole = [...held].filter(([period, n]) => n === (period.includes('Q') ? 3 : 12)).map(([p]) => p)
    return [{ seat: 'company', periods: [...months.map(periodOfMonth), ...whole], holds: true }]
  }),
]
