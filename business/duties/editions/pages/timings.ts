import type { Kind, Timing } from '../../catalogue/types.ts'

export type Every = Timing['every']

/** What a deadline of a cadence begins with, before anybody has said otherwise. */
export function usualTiming(every: Every, inStore: boolean, shipped: readonly Timing[]): Timing {
  const known = shipped.find((t) => t.every === every)
  if (known) return known
  switch (every) {
    case 'day':
      return inStore
        ? { every: 'day', by: 'closing', grace: 30, opensMinutes: 120, late: 12 }
        : { every: 'day', by: '12:00', late: 12 }
    case 'week':
      return { every: 'week', weekday: 5, by: '18:00', opensDays: 2, late: 48 }
    case 'month':
    case 'quarter':
      return { every, in: 'same', on: 'last', by: '18:00', opensDays: 5, late: 72 }
    case 'year':
      return { every: 'year', in: 'same', month: 12, on: 'last', by: '18:00', opensDays: 30, late: 240 }
    default:
      return { every: 'standing' }
  }
}

/** A way of working has no deadline, and only it has none. */
export const kindFor = (kind: Kind, calendar: readonly Timing[]): Kind =>
  calendar.some((t) => t.every === 'standing') ? 'standing' : kind === 'standing' ? 'perishable' : kind
