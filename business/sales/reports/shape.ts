import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput, type Figures, type MonthEnd } from '../boards/shape.ts'
import type { Alignment } from '../metrics/alignment.ts'
import type { GapPart } from '../metrics/gap.ts'

export const reportOfInput = z.strictObject({ store: z.guid(), day: dayInput })
export const draftInput = z.strictObject({ store: z.guid(), day: dayInput.optional() })
const text = (most: number, missing: string) =>
  z.string().trim().min(2, { error: missing }).max(most, { error: 'textTooLong' })
export const submitInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same report. */
  id: z.guid(),
  store: z.guid(),
  day: dayInput,
  why: text(500, 'whyMissing'),
  tomorrow: text(500, 'tomorrowMissing'),
})
export const wordsInput = z.strictObject({ store: z.guid(), day: dayInput, words: text(500, 'wordsMissing') })
export const areaReportsInput = z.strictObject({ area: z.guid().optional(), day: dayInput.optional() })
export const historyInput = z.strictObject({
  store: z.guid(),
  to: dayInput.optional(),
  days: z.int().min(1).max(92).default(31),
})

/** What a report froze, as it stood when the day was closed. Amounts in whole cents. */
export interface ReportFigures {
  readonly net: Money
  readonly target: Money | null
  readonly achieved: number | null
  readonly figures: Figures
  readonly month: {
    readonly net: Money
    readonly target: Money | null
    readonly achievedShare: number | null
    readonly elapsedShare: number | null
    readonly forecast: MonthEnd | null
  }
  readonly compared: readonly {
    readonly alignment: Alignment
    readonly by: Alignment
    readonly day: Day
    readonly net: Money | null
    readonly ratio: number | null
  }[]
  readonly people: readonly {
    readonly person: string
    readonly name: string
    readonly net: Money
    readonly target: Money | null
  }[]
  readonly gap: { readonly basis: 'traffic' | 'tickets' | 'whole'; readonly parts: readonly GapPart[] } | null
}

export type ReviewKind = 'opened' | 'confirmed' | 'askedBack' | 'answered'
export interface Review {
  readonly id: string
  readonly kind: ReviewKind
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly words: string | null
}
export interface Report {
  readonly id: string
  readonly store: string
  readonly day: Day
  readonly submittedBy: string
  readonly submittedByName: string
  readonly submittedAt: string
  readonly dueAt: string
  readonly figures: ReportFigures
  readonly why: string
  readonly tomorrow: string
  readonly reviews: readonly Review[]
}

/** What has become of a submitted report: the last review that counts. */
export type ReportState = 'submitted' | 'opened' | 'askedBack' | 'answered' | 'confirmed'
/** How a store stands with its report of a day. */
export type Filing = 'inTime' | 'late' | 'missing' | 'open' | 'closed'

/** What may be done in which state; the page and the server read this one table. */
export const mayWhen = {
  open: ['submitted', 'opened', 'askedBack', 'answered', 'confirmed'],
  confirm: ['opened', 'answered'],
  askBack: ['opened', 'answered', 'confirmed'],
  answer: ['askedBack'],
} as const satisfies Record<string, readonly ReportState[]>
