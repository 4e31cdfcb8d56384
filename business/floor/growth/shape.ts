import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput } from '../../organization/shape.ts'
import { type Skill, skills } from '../briefing/shape.ts'

export const outcomes = ['reached', 'stopped'] as const
export type Outcome = (typeof outcomes)[number]

const words = (most: number, missing: string) => z.string().trim().min(2, { error: missing }).max(most)
export const planInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same plan. */
  id: idInput,
  store: idInput,
  person: idInput,
  skill: z.enum(skills),
  goal: words(200, 'goalMissing'),
  nextStep: words(200, 'stepMissing'),
  by: dayInput,
})
export const reviewInput = z.strictObject({
  id: idInput,
  store: idInput,
  plan: idInput,
  /** What became of the last step. */
  words: words(300, 'wordsMissing'),
  /** How it goes on; or how it ended. */
  next: z
    .union([
      z.strictObject({ step: words(200, 'stepMissing'), by: dayInput }),
      z.strictObject({ outcome: z.enum(outcomes) }),
    ])
    .transform((next) => ({ step: null, by: null, outcome: null, ...next })),
})
export const nobodyInput = z.strictObject({ store: idInput, words: words(300, 'wordsMissing') })
export const seenInput = z.strictObject({
  store: idInput,
  id: idInput,
  words: z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform((text) => text || null),
})
export const ofStoreInput = z.strictObject({ store: idInput })

export interface GrowthPlan {
  readonly id: string
  readonly store: string
  readonly person: string
  readonly personName: string
  readonly skill: Skill
  readonly goal: string
  readonly nextStep: string
  readonly by: Day
  readonly day: Day
  readonly byName: string
  readonly at: string
  readonly seenAt: string | null
  readonly seenWords: string | null
  readonly outcome: Outcome | null
  readonly endedOn: Day | null
  readonly reviews: readonly Review[]
}
export interface Review {
  readonly day: Day
  readonly words: string
  readonly nextStep: string | null
  readonly outcome: Outcome | null
  readonly byName: string
}
