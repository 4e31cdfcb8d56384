import type { Level } from '../../sales/steering/directives/shape.ts'
import { eventPeriod } from './codes.ts'
import { type Deed, proof, raising } from './proofs.ts'

/**
 * A directive (交办) is owed at the seat that it was given to until it is answered. Returned it is owed again, with another
 * deadline anew; withdrawn nobody owes it.
 */
export const directiveProofs = (level: Level) =>
  [
    proof('directives.answer', (_find, { answer }) =>
      answer.level === level
        ? [{ seat: seatAt(level, answer.seat), periods: [eventPeriod(answer.event)], holds: true }]
        : [],
    ),
    proof('directives.return', (_find, { answer }) =>
      answer.level === level
        ? [{ seat: seatAt(level, answer.seat), periods: [eventPeriod(answer.event)], holds: false }]
        : [],
    ),
  ] as const

export const directiveRaisings = (level: Level) =>
  [
    raising('directives.return', (_find, { answer }) => {
      if (answer.level !== level || !answer.next) return []
      const seat = seatAt(level, answer.seat)
      const { event, dueAt } = answer.next
      return [
        { seat, event: answer.event, holds: false },
        { seat, event, dueAt: new Date(dueAt), holds: true },
      ]
    }),
    raising('directives.withdraw', (_find, { answer }) =>
      answer.level === level ? [{ seat: seatAt(level, answer.seat), event: answer.event, holds: false }] : [],
    ),
  ] as const

const seatAt = (level: Level, seat: string): Deed['seat'] =>
  level === 'store' ? { store: seat } : level === 'area' ? { area: seat } : 'company'
