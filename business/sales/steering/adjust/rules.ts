import { addDays, type Day, daysBetween } from '../../../../platform/kinds/day.ts'
import { type Refusal, refuse } from '../../../../platform/kinds/refusal.ts'
import { figuresOf } from '../../boards/rules.ts'
import type { TradeSum } from '../../boards/shape.ts'
import { factors, type SteeredFactor } from '../shape.ts'
import type { Effect, Measured, Note, Span, Verdict, WriteInput } from './shape.ts'

/** A note rests on the seven days that are over, so that every weekday stands in it once. */
export const weekDays = 7
/** Weeks before that say what is usual. */
export const baseDays = 56
/** An effect is looked for over two weeks at most: later on other things have changed as well. */
export const effectDays = 14
/** Denominators below which a difference may be chance: days counted, people, tickets, pieces. */
export const enough: Readonly<Record<SteeredFactor, number>> = {
  traffic: 5,
  conversionRate: 200,
  saleTickets: 5,
  unitsPerTransaction: 30,
  averageUnitRetail: 30,
}
/** A change smaller than this share is called none. */
const noticeable = 0.02
/** Fewer others would show what one of them does. */
export const leastOthers = 3

export const weekBefore = (today: Day): Span => ({ from: addDays(today, -weekDays), to: addDays(today, -1) })
export const baseBefore = ({ from }: Span): Span => ({
  from: addDays(from, -baseDays),
  to: addDays(from, -1),
})

/** A factor with its numerator and denominator; people and tickets count a day on which somebody counted or sold. */
export function measured(factor: SteeredFactor, sum: TradeSum): Measured {
  const f = figuresOf(sum)
  switch (factor) {
    case 'traffic':
      return ratio(sum.traffic, sum.traffic > 0 ? sum.days - sum.uncounted : 0)
    case 'conversionRate':
      return { value: f.conversionRate, above: sum.countedTickets, below: sum.traffic }
    case 'saleTickets':
      return ratio(sum.saleTickets, sum.days)
    case 'unitsPerTransaction':
      return { value: f.unitsPerTransaction, above: sum.units, below: sum.saleTickets }
    case 'averageUnitRetail':
      return { value: f.averageUnitRetail, above: sum.net, below: sum.units }
  }
}
const ratio = (above: number, below: number): Measured => ({
  value: below > 0 ? above / below : null,
  above,
  below,
})

export const measuredAll = (now: TradeSum, base: TradeSum) =>
  Object.fromEntries(
    factors.map((factor) => [factor, { now: measured(factor, now), base: measured(factor, base) }]),
  ) as Record<SteeredFactor, { now: Measured; base: Measured }>

export type NotWritten = 'fromTooEarly' | 'fromTooLate' | 'expectedTooHigh'
/** A change begins around now, and a share is at most the whole. */
export function checkNote(
  { factor, from, expected }: Pick<WriteInput, 'factor' | 'from' | 'expected'>,
  today: Day,
): Refusal<NotWritten> | undefined {
  const days = daysBetween(today, from)
  if (days < -7) return refuse('fromTooEarly', { days: 7 }, 'from')
  if (days > 31) return refuse('fromTooLate', { days: 31 }, 'from')
  return factor === 'conversionRate' && expected > 1 ? refuse('expectedTooHigh', {}, 'expected') : undefined
}

/**
 * The days over which an effect shows: since the change began, up to yesterday and two weeks at most, and before it the
 * same number of days on the same weekdays. Undefined while no day since is over.
 */
export function effectSpans(from: Day, today: Day): { before: Span; since: Span; days: number } | undefined {
  const days = Math.min(effectDays, daysBetween(from, today))
  if (days < 1) return undefined
  const start = addDays(from, -7 * Math.ceil(days / 7))
  return {
    days,
    before: { from: start, to: addDays(start, days - 1) },
    since: { from, to: addDays(from, days - 1) },
  }
}

type Sides = { readonly before: TradeSum; readonly since: TradeSum }
/** What became of a factor, in plain verdicts; counts too small to say so are said to be. */
export function effectOf(
  note: Pick<Note, 'factor' | 'from' | 'expected'>,
  today: Day,
  own: Sides,
  others: (Sides & { readonly stores: number }) | null,
): Effect {
  const spans = effectSpans(note.from, today)
  if (!spans) return { verdict: 'notYet', days: 0, spans: null, before: null, since: null, others: null }
  const { factor } = note
  const [before, since] = [measured(factor, own.before), measured(factor, own.since)]
  return {
    verdict: verdictOf(factor, note.expected, before, since),
    days: spans.days,
    spans: { before: spans.before, since: spans.since },
    before,
    since,
    others:
      others && others.stores >= leastOthers
        ? { before: measured(factor, others.before), since: measured(factor, others.since) }
        : null,
  }
}

function verdictOf(factor: SteeredFactor, expected: number, before: Measured, since: Measured): Verdict {
  const least = enough[factor]
  if (before.value === null || since.value === null) return 'tooFew'
  if (before.below < least || since.below < least) return 'tooFew'
  if (since.value >= expected && since.value > before.value) return 'reached'
  const moved = before.value > 0 ? since.value / before.value - 1 : 0
  if (Math.abs(moved) < noticeable) return 'same'
  return moved > 0 ? 'better' : 'worse'
}
