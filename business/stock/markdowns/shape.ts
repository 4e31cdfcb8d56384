import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { optionalWords } from '../shape.ts'
import { mostSteps, mostWeeks } from './ladder.ts'

/** Styles that one plan holds at most, and that are proposed at once. */
export const mostStyles = 60

export const nothing = z.strictObject({})
const season = z.string().trim().min(1).max(40)
const leftPercent = z.int().min(0, { error: 'leftWrong' }).max(60, { error: 'leftWrong' })
export const proposeInput = z.strictObject({
  season,
  from: dayInput,
  endsOn: dayInput,
  floor: z.int().min(30).max(90),
  leftPercent,
})
export const planInput = z.strictObject({ plan: idInput })
export const submitInput = z.strictObject({
  id: idInput,
  season,
  from: dayInput,
  endsOn: dayInput,
  leftPercent,
  words: optionalWords,
  lines: z
    .array(
      z.strictObject({
        style: idInput,
        steps: z
          .array(
            z.strictObject({
              week: z.int().min(0).max(mostWeeks),
              percent: z.int().min(10, { error: 'percentWrong' }).max(95, { error: 'percentWrong' }),
            }),
          )
          .min(1)
          .max(mostSteps),
      }),
    )
    .min(1, { error: 'noStyle' })
    .max(mostStyles),
})
export type SubmitInput = z.output<typeof submitInput>
export const decideInput = planInput.extend({ approve: z.boolean(), words: optionalWords })
export const stopInput = planInput.extend({ style: idInput, why: z.string().trim().min(1).max(200) })
export const storeInput = z.strictObject({ store: idInput })

/** A style as its card shows it, in the first of its colours. */
export interface StyleSeen {
  readonly style: string
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly category: string
  readonly picture: string | null
  readonly color: string
  readonly colorEn: string | null
  readonly swatch: string
}
/** A style with all that a ladder is worked out from, as it stands over the whole company. */
export interface Facts extends StyleSeen {
  readonly launchedOn: Day
  readonly tag: Money
  readonly cost: Money | null
  /** The price that stands, in percent of the tag price. */
  readonly percent: number
  /** In the stores and in the warehouse. */
  readonly pieces: number
  readonly stores: number
  /** Net pieces of the last four weeks. */
  readonly lately: number
  /** Stores that proposed a markdown of it in the last four weeks. */
  readonly asking: number
  /** Set where another plan that is waiting or running has it. */
  readonly elsewhere: boolean
}
export type PlanState = 'waiting' | 'running' | 'ended' | 'returned'
