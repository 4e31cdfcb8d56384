import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import type { Assembled, ShadeSeen } from '../board/assemble.ts'
import type { StockFacts } from '../board/shape.ts'

export const reportKinds = ['week', 'month'] as const
export type ReportKind = (typeof reportKinds)[number]
/** How a report stands: missing, or by the last that happened to its latest version. */
export type ReportState = 'missing' | 'submitted' | 'opened' | 'confirmed' | 'questioned'

/** Net sales and units of the week or month, and of the one before. */
export interface Traded {
  readonly net: Money
  readonly units: number
  readonly netBefore: Money
  readonly unitsBefore: number
}
/** What is kept with a report: the figures as they stood. */
export interface ReportFigures {
  readonly from: Day
  readonly until: Day
  /** The day whose stock it is. */
  readonly on: Day
  readonly total: StockFacts
  readonly traded: Traded
  readonly stores: readonly {
    readonly id: string
    readonly name: string
    readonly nameEn: string | null
    readonly facts: StockFacts
    readonly traded: Traded
  }[]
  readonly byCategory: Assembled['byCategory']
  readonly byAge: Assembled['byAge']
  readonly best: readonly ShadeSeen[]
  readonly slow: readonly ShadeSeen[]
}

const kind = z.enum(reportKinds)
export const mineInput = z.strictObject({ area: idInput, kind })
export const allInput = z.strictObject({ kind, until: dayInput.optional() })
export const submitInput = z.strictObject({
  id: idInput,
  area: idInput,
  kind,
  /** The version that she saw; 0 for none. */
  basedOn: z.int().min(0),
  words: z.string().trim().min(10, { error: 'wordsShort' }).max(2_000, { error: 'wordsLong' }),
})
export const reportInput = z.strictObject({ area: idInput, report: idInput })
export const askBackInput = reportInput.extend({
  words: z.string().trim().min(2, { error: 'askWhat' }).max(300, { error: 'wordsLong' }),
})
