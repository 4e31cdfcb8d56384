import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import type { Money } from '../../../platform/kinds/money.ts'
import { dayInput } from '../../sales/boards/shape.ts'

/** Things that matter on one day: more than three are none. */
export const mostThings = 3
export const helps = ['together', 'fitting', 'zone', 'pieces', 'invite', 'other'] as const
export type Help = (typeof helps)[number]
export const skills = [
  'greet',
  'need',
  'fitting',
  'outfit',
  'product',
  'close',
  'display',
  'followUp',
] as const
export type Skill = (typeof skills)[number]

const optional = z
  .string()
  .trim()
  .max(300, { error: 'textTooLong' })
  .nullish()
  .transform((text) => text || null)
const thing = z.string().trim().min(2, { error: 'thingMissing' }).max(100, { error: 'thingTooLong' })
const basedOn = z.number().int().min(0).max(10_000)

export const planInput = z.strictObject({
  /** Made on the phone, so that a repeated sending is the same plan. */
  id: z.guid(),
  store: z.guid(),
  day: dayInput,
  /** Number of the version that it replaces; 0 for the first. */
  basedOn,
  things: z.array(thing).min(1, { error: 'thingMissing' }).max(mostThings, { error: 'tooManyThings' }),
  push: optional,
})
export const briefInput = z.strictObject({
  id: z.guid(),
  store: z.guid(),
  basedOn,
  present: z.array(z.guid()).min(1, { error: 'nobodyThere' }).max(200),
})
export const closeInput = z.strictObject({
  id: z.guid(),
  store: z.guid(),
  day: dayInput,
  basedOn,
  /** The plan whose things these are, in its order. */
  plan: z.guid(),
  done: z.array(z.boolean()).min(1).max(mostThings),
  words: optional,
})
export const helpInput = z.strictObject({
  id: z.guid(),
  store: z.guid(),
  /** Null: nobody lags just now. */
  help: z
    .strictObject({ person: z.guid(), how: z.enum(helps), words: optional })
    .nullish()
    .transform((help) => help ?? null),
})
export const dayPlanInput = z.strictObject({ store: z.guid(), day: dayInput.optional() })
export const ofStoreInput = z.strictObject({ store: z.guid() })
export const coachInput = z.strictObject({
  id: z.guid(),
  store: z.guid(),
  person: z.guid(),
  skill: z.enum(skills),
  observed: z.string().trim().min(2, { error: 'observedMissing' }).max(500, { error: 'textTooLong' }),
  nextStep: z.string().trim().min(2, { error: 'stepMissing' }).max(300, { error: 'textTooLong' }),
})
export const seenInput = z.strictObject({ store: z.guid(), id: z.guid(), words: optional })

export interface Plan {
  readonly id: string
  readonly day: Day
  readonly version: number
  readonly things: readonly string[]
  readonly push: string | null
  readonly byName: string
  readonly at: string
}
export interface Briefing {
  readonly id: string
  readonly version: number
  readonly target: Money | null
  readonly byName: string
  readonly at: string
  readonly people: readonly { person: string; target: Money | null; present: boolean }[]
}
export interface Closing {
  readonly id: string
  readonly version: number
  readonly done: readonly boolean[]
  readonly words: string | null
  readonly net: Money
  readonly target: Money | null
  readonly byName: string
  readonly at: string
}
export interface HelpNote {
  readonly id: string
  readonly person: string | null
  readonly name: string | null
  readonly how: Help | null
  readonly words: string | null
  /** What she had sold, and her target, when she was helped. */
  readonly net: Money
  readonly target: Money | null
  readonly byName: string
  readonly at: string
}
export interface Coaching {
  readonly id: string
  readonly store: string
  readonly person: string
  readonly day: Day
  readonly skill: Skill
  readonly observed: string
  readonly nextStep: string
  readonly byName: string
  readonly at: string
  readonly seenAt: string | null
  readonly seenWords: string | null
}
