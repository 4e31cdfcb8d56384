import { z } from 'zod'
import type { Day } from '../../../../platform/kinds/day.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import { dayInput } from '../../boards/shape.ts'
import type { GapSplit } from '../../metrics/gap.ts'
import { factorInput, type SteeredFactor, textInput } from '../shape.ts'

export const draftInput = z.strictObject({ store: z.guid() })
export const writeInput = z.strictObject({
  store: z.guid(),
  factor: factorInput,
  change: textInput('changeMissing'),
  from: dayInput,
  /** What the factor is to become: a share for conversion, cents for a price, a count a day for people and tickets. */
  expected: z.number().positive({ error: 'expectedMissing' }).max(1e9),
})
export type WriteInput = z.output<typeof writeInput>
export const notesInput = z.strictObject({ store: z.guid() })
export const areaInput = z.strictObject({ area: z.guid() })

/** A factor over a span with what it is made of, so that a rate never stands without its counts. */
export interface Measured {
  readonly value: number | null
  readonly above: number
  readonly below: number
}
export interface Span {
  readonly from: Day
  readonly to: Day
}

/** What a note rests on: seven days that are over, against their target at the rates of the eight weeks before. */
export interface WeekFigures extends Span {
  readonly net: Money
  readonly target: Money | null
  readonly gap: Pick<GapSplit, 'gap' | 'parts' | 'basis'> | null
  readonly factors: Readonly<Record<SteeredFactor, { readonly now: Measured; readonly base: Measured }>>
}

export interface Note {
  readonly id: string
  readonly store: string
  /** The Monday of its week. */
  readonly week: Day
  readonly day: Day
  readonly factor: SteeredFactor
  readonly change: string
  readonly from: Day
  readonly expected: number
  readonly figures: WeekFigures
  readonly writtenByName: string
  readonly writtenAt: string
}

export type Verdict = 'notYet' | 'tooFew' | 'reached' | 'better' | 'same' | 'worse'
/** A note looked up afterwards (事后看效果). */
export interface Effect {
  readonly verdict: Verdict
  /** Days counted on each side: the same weekdays, before and since. */
  readonly days: number
  readonly spans: { readonly before: Span; readonly since: Span } | null
  readonly before: Measured | null
  readonly since: Measured | null
  /** The other stores of the area over the same days; null with fewer than three. */
  readonly others: { readonly before: Measured; readonly since: Measured } | null
}
