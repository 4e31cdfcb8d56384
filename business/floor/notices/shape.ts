import { z } from 'zod'
import type { Day } from '../../../platform/kinds/day.ts'
import { dayInput, idInput, type PositionName, positions } from '../../organization/shape.ts'

export const noticeKinds = ['requirement', 'target', 'promotion', 'safety', 'other'] as const
export type NoticeKind = (typeof noticeKinds)[number]
/** Where it was said: at the morning briefing, the handover, the evening briefing, or to one at a time. */
export const briefings = ['morning', 'handover', 'evening', 'single'] as const
export type Briefing = (typeof briefings)[number]

/** A notice holds for so many days at most; what lasts longer is a policy. */
export const longestValidity = 92

export interface Audience {
  readonly positions: readonly PositionName[]
  /** null: all. */
  readonly areas: readonly string[] | null
  readonly stores: readonly string[] | null
}
export interface Notice extends Audience {
  readonly id: string
  readonly root: string
  readonly version: number
  readonly corrects: string | null
  readonly title: string
  readonly titleEn: string | null
  readonly body: string
  readonly bodyEn: string | null
  readonly kind: NoticeKind
  /** The area whose manager published it; null: headquarters. */
  readonly area: string | null
  readonly validFrom: Day
  readonly validTo: Day
  readonly minutes: number
  readonly relayBy: Day | null
  readonly publishedBy: string
  readonly publishedByName: string
  readonly publishedAt: string
  readonly supersededBy: string | null
  readonly withdrawnByName: string | null
  readonly withdrawnAt: string | null
  readonly withdrawnWhy: string | null
}
export type NoticeState = 'inForce' | 'over' | 'superseded' | 'withdrawn'

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: 'textTooLong' })
    .nullish()
    .transform((text) => text || null)
const ids = z
  .array(idInput)
  .max(2_000)
  .nullish()
  .transform((list) => (list && list.length > 0 ? [...new Set(list)] : null))

const content = {
  /** Made where it is written, so that a repeated sending is the same notice. */
  id: idInput,
  title: z.string().trim().min(2, { error: 'titleMissing' }).max(60, { error: 'titleTooLong' }),
  titleEn: optional(120),
  body: z.string().trim().min(2, { error: 'bodyMissing' }).max(4_000, { error: 'textTooLong' }),
  bodyEn: optional(6_000),
  kind: z.enum(noticeKinds),
  positions: z.array(z.enum(positions)).min(1, { error: 'positionsMissing' }).max(positions.length),
  areas: ids,
  stores: ids,
  validFrom: dayInput,
  validTo: dayInput,
  minutes: z.int().min(0).max(480).default(0),
  relayBy: dayInput.nullish().transform((day) => day ?? null),
  /** Agrees to ask for it though stores already have their hands full. */
  despiteLoad: z.boolean().default(false),
}
export const publishInput = z.strictObject(content)
export const correctInput = z.strictObject({ ...content, corrects: idInput })
export const withdrawInput = z.strictObject({
  id: idInput,
  why: z.string().trim().min(2, { error: 'whyMissing' }).max(300, { error: 'textTooLong' }),
})
export const readInput = z.strictObject({ notice: idInput })
export const relayInput = z.strictObject({
  id: idInput,
  store: idInput,
  notice: idInput,
  briefing: z.enum(briefings),
  people: z.array(idInput).max(200),
  words: optional(300),
})
export const remindInput = z.strictObject({
  id: idInput,
  store: idInput.optional(),
  area: idInput.optional(),
})
export const loadInput = z.strictObject({
  areas: ids,
  stores: ids,
  minutes: z.int().min(0).max(480),
  relayBy: dayInput.nullish().transform((day) => day ?? null),
})
export type Content = z.output<typeof publishInput>
