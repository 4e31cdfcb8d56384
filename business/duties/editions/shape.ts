import { z } from 'zod'
import type { Sentence } from '../../../platform/kinds/words.ts'
import { dayInput, positions, reasonInput } from '../../organization/shape.ts'
import { mostOpensDays } from '../calendar-rules.ts'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { Requirements, Timing } from '../catalogue/types.ts'
import { type Clause, dutyStates, type OwnTerms } from '../shape.ts'

export const dutyPositions = [
  'operationsDirector',
  'areaManager',
  'storeManager',
  'salesAssociate',
] as const satisfies readonly DutyPosition[]

export const dutyCodeInput = z
  .string()
  .max(12)
  .regex(/^[A-Z]{2}-(C[1-9]\d{0,2}|\d{1,2}(\.\d{1,2})?)$/, { error: 'noSuchClause' })
export const clauseInput = z.strictObject({
  duty: dutyCodeInput,
  state: z.enum(dutyStates).optional(),
  area: z.guid().optional(),
})

/** A sentence that a company writes: Chinese is needed, English is what is shown to English readers, the Chinese where it is blank. */
const sentenceOf = (longest: number, missing: string) =>
  z
    .tuple([
      z.string().trim().min(2, { error: missing }).max(longest, { error: 'textTooLong' }),
      z
        .string()
        .trim()
        .max(longest * 2, { error: 'textTooLong' }),
    ])
    .transform(([zh, en]): Sentence => [zh, en === '' ? zh : en])
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'clockForm' })
  .transform((text) => text as `${number}:${number}`)
const late = z.int().min(0, { error: 'lateWrong' }).max(240, { error: 'lateWrong' })
const opensDays = z.int().min(0, { error: 'opensWrong' }).max(mostOpensDays, { error: 'opensWrong' })
const onDay = z.union([
  z.int().min(1, { error: 'dateWrong' }).max(31, { error: 'dateWrong' }),
  z.literal('last'),
])
const place = z.enum(['before', 'same', 'after'])
const minutesFrom = z.int().min(0, { error: 'graceWrong' }).max(1380, { error: 'graceWrong' })
export const timingInput = z.union([
  z.strictObject({
    every: z.literal('day'),
    by: z.enum(['opening', 'closing']),
    grace: minutesFrom,
    opensMinutes: minutesFrom,
    late,
  }),
  z.strictObject({ every: z.literal('day'), by: clock, late }),
  z.strictObject({
    every: z.literal('week'),
    weekday: z.int().min(1).max(7),
    by: clock,
    opensDays: z.int().min(0, { error: 'opensWrong' }).max(6, { error: 'opensWrong' }),
    late,
  }),
  z.strictObject({ every: z.enum(['month', 'quarter']), in: place, on: onDay, by: clock, opensDays, late }),
  z.strictObject({
    every: z.literal('year'),
    in: place,
    month: z.int().min(1).max(12),
    on: onDay,
    by: clock,
    opensDays,
    late,
  }),
  z.strictObject({
    every: z.literal('event'),
    raisedBy: z.tuple([z.string().min(1).max(80), z.string().min(1).max(120)]),
    hours: z.int().min(1, { error: 'hoursWrong' }).max(720, { error: 'hoursWrong' }),
    late,
  }),
  z.strictObject({ every: z.literal('standing') }),
]) satisfies z.ZodType<Timing>

const terms = {
  title: sentenceOf(40, 'titleMissing'),
  help: sentenceOf(300, 'helpMissing'),
  kind: z.enum(['perishable', 'debt', 'standing']),
  calendar: z.array(timingInput).min(1, { error: 'calendarMissing' }).max(4, { error: 'calendarLong' }),
  minutes: z
    .int({ error: 'minutesWrong' })
    .min(0, { error: 'minutesWrong' })
    .max(960, { error: 'minutesWrong' }),
  weight: z.int().min(1, { error: 'weightWrong' }).max(5, { error: 'weightWrong' }),
  lookedAfter: z.strictObject({
    by: z.enum(positions),
    every: z.enum(['day', 'week', 'month', 'quarter', 'year']),
  }),
  standIns: z.array(z.enum(positions)).max(4),
}
const ownInput = z.strictObject({
  provedBy: z.string().max(40).nullable(),
  each: z.boolean(),
  indicators: z.array(sentenceOf(40, 'indicatorShort')).max(8),
}) satisfies z.ZodType<OwnTerms>

/** What a clause of a draft may be made to say; `own` for the company's own duties. */
export const termsInput = z.strictObject({ ...terms, own: ownInput.optional() })
export type Terms = z.output<typeof termsInput>
/** As a form writes it. */
export type TermsTyped = z.input<typeof termsInput>

export const draftInput = z.strictObject({ draft: z.guid() })
export const beginInput = z.strictObject({
  id: z.guid(),
  name: z.string().trim().min(2, { error: 'nameMissing' }).max(60, { error: 'textTooLong' }),
})
export const saveClauseInput = z.strictObject({
  draft: z.guid(),
  duty: dutyCodeInput,
  /** The revision that was on the screen. */
  basedOn: z.int().min(0),
  terms: termsInput,
  dropped: z.boolean(),
})
export const addDutyInput = z.strictObject({
  draft: z.guid(),
  position: z.enum(dutyPositions),
  terms: z.strictObject({ ...terms, own: ownInput }),
})

const listOf = z.array(sentenceOf(80, 'lineShort')).max(12)
export const requirementsInput = z.strictObject({
  education: sentenceOf(60, 'lineShort'),
  years: z.strictObject({ trade: z.int().min(0).max(40), leading: z.int().min(0).max(40) }),
  knowledge: listOf,
  skills: listOf,
  integrity: sentenceOf(120, 'lineShort'),
  tools: listOf,
}) satisfies z.ZodType<Requirements>
export const saveProfileInput = z.strictObject({
  draft: z.guid(),
  position: z.enum(dutyPositions),
  basedOn: z.int().min(0),
  requirements: requirementsInput,
})

const noteInput = z.string().trim().max(300, { error: 'textTooLong' }).default('')
export const submitInput = z.strictObject({ draft: z.guid(), words: noteInput })
export const returnInput = z.strictObject({ draft: z.guid(), words: reasonInput })
export const forceInput = z.strictObject({
  draft: z.guid(),
  from: dayInput,
  reason: reasonInput,
  /** The edition that it was compared with, so that nothing is replaced unseen; null where there is none. */
  against: z.guid().nullable(),
  /** The draft's revision that was looked at: what was changed since is not put in force unseen. */
  seen: z.int().min(0),
  /** Why stores that it overloads may be overloaded. */
  overloadReason: noteInput,
})
export const previewInput = z.strictObject({ draft: z.guid(), from: dayInput.optional() })
export const withdrawInput = z.strictObject({ edition: z.guid(), reason: reasonInput })
export const differenceInput = z.strictObject({ from: z.guid(), to: z.guid() })
export const concernedInput = z.strictObject({ position: z.enum(dutyPositions), day: dayInput.optional() })

export const draftStates = ['draft', 'submitted', 'returned', 'inForce', 'dropped'] as const
export type DraftState = (typeof draftStates)[number]
/** What may be done with a draft in which state. */
export const mayWhen = {
  edit: ['draft', 'submitted', 'returned'],
  submit: ['draft', 'returned'],
  return: ['submitted'],
  force: ['draft', 'submitted', 'returned'],
  drop: ['draft', 'submitted', 'returned'],
} as const satisfies Record<string, readonly DraftState[]>

/** A clause of a draft with who saved it last. */
export interface DraftClause extends Clause {
  readonly revision: number
  readonly dropped: boolean
  readonly savedByName: string | null
  readonly savedAt: string | null
}
