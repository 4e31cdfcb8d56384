import { z } from 'zod'
import type { DutyPosition } from '../catalogue/codes.ts'
import type { Timing } from '../catalogue/types.ts'
import { dutyCodeInput, dutyPositions, timingInput } from '../editions/shape.ts'

/** What a paragraph of a job description from elsewhere turned out to be; none is passed over. */
export const lineKinds = ['title', 'heading', 'clause', 'requirement', 'unused'] as const
export type LineKind = (typeof lineKinds)[number]

/** Why a calendar cannot be taken from the words alone. */
export type Undecided = 'vague' | 'event' | 'noWords' | 'fortnight' | 'tooOften' | 'partly'

export interface CadenceRead {
  readonly calendar: readonly Timing[]
  /** The words that said so: 每周五, 及时. */
  readonly words: readonly string[]
  readonly undecided: Undecided | null
}
export interface Match {
  readonly duty: string
  /** 0 … 1: how much of the wording they share. */
  readonly score: number
}
/** A paragraph as it was read. */
export interface ReadLine {
  readonly line: number
  readonly kind: LineKind
  /** As the document numbers it, or as it counts: 2.3 */
  readonly code: string
  readonly text: string
  readonly position: DutyPosition | null
  readonly cadence: CadenceRead | null
  /** Duties of the position that say alike, the likest first. */
  readonly matches: readonly Match[]
}

/** 1.4 MB of a file: what fits into one act. */
export const longestFile = 1_400_000
export const readInput = z.strictObject({
  id: z.guid(),
  name: z.string().trim().min(1, { error: 'nameMissing' }).max(120, { error: 'textTooLong' }),
  /** The file, or the text as UTF-8, in base64. */
  content: z
    .base64({ error: 'fileDamaged' })
    .min(4, { error: 'fileEmpty' })
    .max((longestFile * 4) / 3 + 8, {
      error: 'fileTooBig',
    }),
  /** Whose job description it is, where the document does not say. */
  position: z.enum(dutyPositions).optional(),
})
export const descriptionInput = z.strictObject({ description: z.guid() })

export const lineChoiceInput = z.strictObject({
  line: z.int().min(1).max(2_000),
  /** A clause of the edition that it takes the place of; without one a duty of the company's own. */
  duty: dutyCodeInput.optional(),
  calendar: z.array(timingInput).min(1, { error: 'calendarMissing' }).max(4, { error: 'calendarLong' }),
})
export type LineChoice = z.output<typeof lineChoiceInput>
export const draftFromInput = z.strictObject({
  id: z.guid(),
  description: z.guid(),
  name: z.string().trim().min(2, { error: 'nameMissing' }).max(60, { error: 'textTooLong' }),
  /** Whether clauses of the same positions that the document does not name stay. */
  keepUnnamed: z.boolean(),
  lines: z.array(lineChoiceInput).min(1, { error: 'noLines' }).max(300, { error: 'tooManyLines' }),
})
