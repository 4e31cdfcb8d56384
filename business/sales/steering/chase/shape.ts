import { z } from 'zod'
import { type Day, isMonth, type Month } from '../../../../platform/kinds/day.ts'
import type { Money } from '../../../../platform/kinds/money.ts'
import { dayInput } from '../../boards/shape.ts'
import type { DirectiveState } from '../directives/shape.ts'
import {
  dueInput,
  factorInput,
  type Measure,
  measureInput,
  type SeatFigures,
  type SteeredFactor,
  wordsInput,
} from '../shape.ts'

const lineInput = z.strictObject({
  /** A store of the area; in the director's list an area. */
  seat: z.guid(),
  cause: factorInput.nullable(),
  measure: measureInput.nullable(),
  words: wordsInput,
  /** Set: the measure goes to whoever holds the seat as a directive (交办), due then. */
  directive: z.strictObject({ due: dueInput }).nullable(),
})
export type LineInput = z.output<typeof lineInput>
const list = {
  day: dayInput,
  /** The version that was seen; 0 where there was none. */
  basedOn: z.int().min(0),
  lines: z.array(lineInput).max(1_000),
}
export const submitInput = z.strictObject({ area: z.guid(), ...list })
export const steerInput = z.strictObject(list)
export type ListInput = z.output<typeof steerInput>
export const listInput = z.strictObject({ area: z.guid(), day: dayInput.optional() })
export const companyInput = z.strictObject({ day: dayInput.optional() })

const monthInput = z
  .string()
  .refine(isMonth, { error: 'monthWrong' })
  .transform((text) => text as Month)
export const monthViewInput = z.strictObject({ area: z.guid(), month: monthInput.optional() })
export const closeMonthInput = z.strictObject({
  area: z.guid(),
  month: monthInput,
  basedOn: z.int().min(0),
  /** A word for each store that did not reach its month; on others as one likes. */
  lines: z.array(z.strictObject({ seat: z.guid(), words: wordsInput })).max(1_000),
  words: wordsInput,
})
export type CloseMonthInput = z.output<typeof closeMonthInput>

/** One seat of a list as it was handed in. */
export interface ChaseLine {
  readonly seat: string
  readonly behind: boolean
  readonly figures: SeatFigures | null
  readonly cause: SteeredFactor | null
  readonly measure: Measure | null
  readonly words: string | null
  readonly directive: string | null
}
/** With the seat's name, and what has become of the directive. */
export interface FiledLine extends ChaseLine {
  readonly name: string
  readonly nameEn: string | null
  readonly directiveState: DirectiveState | null
}
export interface ChaseList {
  readonly id: string
  readonly seat: string
  readonly day: Day
  readonly version: number
  readonly madeBy: string
  readonly madeByName: string
  readonly madeAt: string
  readonly asOf: Day | null
  readonly figures: SeatFigures | null
  readonly seats: number
  readonly behind: number
  readonly lines: readonly FiledLine[]
}

/** A store's month that is over. */
export interface StoreMonth {
  readonly seat: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly net: Money
  /** Null: no target was in force. */
  readonly target: Money | null
}
export interface MonthClose {
  readonly id: string
  readonly version: number
  readonly madeByName: string
  readonly madeAt: string
  readonly net: Money
  readonly target: Money
  readonly stores: number
  readonly reached: number
  readonly words: string | null
  readonly lines: readonly {
    readonly seat: string
    readonly net: Money
    readonly target: Money
    readonly reached: boolean
    readonly words: string | null
  }[]
}
